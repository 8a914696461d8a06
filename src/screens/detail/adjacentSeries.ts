import { pressureSidesOf } from '../../clinical/series/pairs/pressureSides.ts';
import { seriesName } from '../../charts/reading/seriesName.ts';
import type { Series } from '../../clinical/series/series.ts';

export type AdjacentSeries = { readonly id: string; readonly name: string };

/** Returns the series before (-1) and after (1) a result in clinical order. Both sides of a blood pressure are one. */
export function adjacentSeriesOf(
  all: readonly Series[],
  { id }: Series,
): Readonly<Record<-1 | 1, AdjacentSeries | undefined>> {
  const diastolicOf = (series: Series): Series | undefined =>
    pressureSidesOf(series.id, (seriesId) => all.find((one) => one.id === seriesId))?.diastolic;
  const listed = all.filter((series) => diastolicOf(series) !== series);
  const index = listed.findIndex((series) => series.id === id);
  const asAdjacent = (series: Series | undefined): AdjacentSeries | undefined =>
    series && { id: series.id, name: seriesName(series, diastolicOf(series)) };
  return {
    [-1]: asAdjacent(index > 0 ? listed[index - 1] : undefined),
    1: asAdjacent(index < 0 ? undefined : listed[index + 1]),
  };
}
