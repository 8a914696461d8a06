/** This file splits what the overview lists below its curves by whether a visit has it. It is loaded with that part. */
import type { Series } from '../../../clinical/series/series.ts';
import { countInWindow } from '../../../clinical/series/inWindow.ts';
import type { TimeWindow } from '../../timeWindow/recordWindow.ts';
import type { SeriesEntry } from '../tileLayout.ts';
import { hasListedIn } from './visitSelection.ts';

/** Returns the tests without a chart that have a result in the window, and those that have none. */
export function listedByVisit(listed: readonly SeriesEntry[], window: TimeWindow) {
  const isIn = ({ series }: SeriesEntry): boolean => hasListedIn(series, window);
  return { here: listed.filter(isIn), elsewhere: listed.filter((entry) => !isIn(entry)) };
}

/** Returns the calculated values of the window, and those of other times. */
export function calculatedByVisit<T extends { readonly series: Series }>(
  calculated: readonly T[],
  { startMs, endMs }: TimeWindow,
) {
  const isIn = ({ series }: T): boolean => countInWindow(series, startMs, endMs) > 0;
  return { shown: calculated.filter(isIn), elsewhere: calculated.filter((one) => !isIn(one)) };
}
