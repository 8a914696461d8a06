import type { Series } from '../../clinical/series/series.ts';
import { pressureSeriesPairOf } from '../../clinical/series/pairs/pressureSeriesPairs.ts';
import { chartReadingTexts } from './reading.messages.ts';

export const seriesName = (series: Series, partner: Series | undefined) =>
  (partner && pressureSeriesPairOf(series.id)?.name) ?? series.name;

/** Returns the unit, '' for a measure that has none, such as an INR or a pH, and "unit not given" where one is missing. */
export const unitOrMissing = ({ unit, unitText }: Pick<Series, 'unit' | 'unitText'>): string =>
  unitText || (unit === '' ? chartReadingTexts('noUnit') : '');

/** Returns a name with its unit, where the measure has one. */
export function titleWithUnit(name: string, series: Pick<Series, 'unit' | 'unitText'>): string {
  const unit = unitOrMissing(series);
  return unit === '' ? name : chartReadingTexts('title', { name, unit });
}

/** Returns name and unit, never a bare unit (rule 3). */
export const seriesTitle = (series: Series, partner: Series | undefined) =>
  titleWithUnit(seriesName(series, partner), series);
