import type { Series } from '../../clinical/series/series.ts';
import { pressurePairOf } from '../marks/pressurePairs.ts';
import { chartReadingTexts } from './reading.messages.ts';

export const seriesName = (series: Series, partner: Series | undefined) =>
  (partner && pressurePairOf(series.id)?.name) ?? series.name;

/** Returns a name with its unit. */
export const titleWithUnit = (name: string, { unitText }: Series) =>
  chartReadingTexts('title', { name, unit: unitText || chartReadingTexts('noUnit') });

/** Returns name and unit, never a bare unit (rule 3). */
export const seriesTitle = (series: Series, partner: Series | undefined) =>
  titleWithUnit(seriesName(series, partner), series);
