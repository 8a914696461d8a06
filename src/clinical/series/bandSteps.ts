import type { Band } from '../observation/resultRow.ts';
import { kindsOfSeries } from './kindsOfSeries.ts';
import type { Series } from './series.ts';

/** This is the reference range of a run of results, drawn as one step of the band. */
export type BandStep = { readonly fromMs: number; readonly toMs: number; readonly band: Band };

/**
 * Returns the steps of the reference range band, oldest first: the band belongs to its results (rule 28). A step reaches from
 * its first result to the first one with another range; before a result without a range it ends at its own last result.
 */
export function bandSteps({ rows }: Series): readonly BandStep[] {
  const steps: { fromMs: number; toMs: number; band: Band }[] = [];
  let open: (typeof steps)[number] | undefined;
  for (const { timeMs, kind } of rows) {
    const { band } = kind;
    if (open !== undefined && band !== undefined) open.toMs = timeMs;
    if (band === undefined) open = undefined;
    else if (open === undefined || !isSameBand(open.band, band))
      steps.push((open = { fromMs: timeMs, toMs: timeMs, band }));
  }
  return steps;
}

const isSameBand = (a: Band, b: Band): boolean =>
  a.low === b.low && a.high === b.high && a.isFromText === b.isFromText;

/** Returns whether the results of a series came with different ranges, which the chart has to say (rule 28). */
export function hasRangeChanged(series: Series): boolean {
  const bands = kindsOfSeries(series).flatMap(({ band }) => band ?? []);
  return bands.some((band) => !isSameBand(band, bands[0]!));
}
