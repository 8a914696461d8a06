import type { Series } from '../../clinical/series/series.ts';
import { pressurePairOf } from '../marks/pressurePairs.ts';

export const seriesName = (series: Series, partner: Series | undefined) =>
  (partner && pressurePairOf(series.id)?.name) ?? series.name;

/** Returns name and unit, never a bare unit (rule 3). */
export const seriesTitle = (series: Series, partner: Series | undefined) =>
  `${seriesName(series, partner)} (${series.unitText || 'no unit sent'})`;
