import { pressureSeriesPairOf } from '../../clinical/series/pairs/pressureSeriesPairs.ts';
import { seriesName } from '../../charts/reading/seriesName.ts';
import { arePaired } from '../../clinical/series/pairs/pressurePairs.ts';
import type { Series } from '../../clinical/series/series.ts';

export type AdjacentSeries = { readonly id: string; readonly name: string };

/** Returns the series before (-1) and after (1) a result in clinical order. Both sides of a blood pressure are one. */
export function adjacentSeriesOf(
  all: readonly Series[],
  { id }: Series,
): Readonly<Record<-1 | 1, AdjacentSeries | undefined>> {
  const partnerOf = (series: Series) => {
    const pair = pressureSeriesPairOf(series.id);
    const other = all.find(
      (candidate) => candidate.id === (pair?.systolic === series.id ? pair.diastolic : pair?.systolic),
    );
    return other && other.id !== series.id && arePaired(series, other) ? other : undefined;
  };
  const listed = all.filter(
    (series) => pressureSeriesPairOf(series.id)?.diastolic !== series.id || !partnerOf(series),
  );
  const index = listed.findIndex((series) => series.id === id);
  const asAdjacent = (series: Series | undefined): AdjacentSeries | undefined =>
    series && { id: series.id, name: seriesName(series, partnerOf(series)) };
  return {
    [-1]: asAdjacent(index > 0 ? listed[index - 1] : undefined),
    1: asAdjacent(index < 0 ? undefined : listed[index + 1]),
  };
}
