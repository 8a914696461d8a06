import type { Series } from '../../clinical/series/series.ts';
import { pressurePairOf } from '../marks/pressurePairs.ts';

export const trendName = (series: Series, partner: Series | undefined) =>
  (partner && pressurePairOf(series.id)?.name) ?? series.name;

/** Rule 3: name and unit, never a bare unit. */
export const trendTitle = (series: Series, partner: Series | undefined) =>
  `${trendName(series, partner)} (${series.unitText || 'no unit sent'})`;
