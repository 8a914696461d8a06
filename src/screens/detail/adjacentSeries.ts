import { pressurePairOf } from '../../charts/marks/pressurePairs.ts';
import { seriesName } from '../../charts/reading/seriesName.ts';
import { arePaired } from '../../clinical/series/pressurePairs.ts';
import type { Series } from '../../clinical/series/series.ts';

export type AdjacentSeries = { readonly id: string; readonly name: string };

/** Before (-1) and after (1) a result in the clinical order; both sides of a blood pressure are one. */
export function adjacentSeriesOf(
  all: readonly Series[],
  { id }: Series,
): Readonly<Record<-1 | 1, AdjacentSeries | undefined>> {
  const partnerOf = (one: Series) => {
    const pair = pressurePairOf(one.id);
    const other = all.find(
      (each) => each.id === (pair?.systolic === one.id ? pair.diastolic : pair?.systolic),
    );
    return other && other.id !== one.id && arePaired(one, other) ? other : undefined;
  };
  const shown = all.filter((one) => pressurePairOf(one.id)?.diastolic !== one.id || !partnerOf(one));
  const at = shown.findIndex((one) => one.id === id);
  const named = (one: Series | undefined): AdjacentSeries | undefined =>
    one && { id: one.id, name: seriesName(one, partnerOf(one)) };
  return { [-1]: named(at > 0 ? shown[at - 1] : undefined), 1: named(at < 0 ? undefined : shown[at + 1]) };
}
