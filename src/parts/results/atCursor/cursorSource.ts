/** This file finds once for a window what a tile needs, so that the cursor may ask at every move. */
import { IMPRECISE_DATE_OFFSET_MS } from '../../../clinical/time/date.ts';
import { cutToWindow, indexFromTime } from '../../../clinical/series/inWindow.ts';
import { gapLimitsMs } from '../../../clinical/series/gaps/lineSegments.ts';
import { relatedSeries } from '../../../clinical/series/newest/relatedSeries.ts';
import type { MomentMsOf } from '../../../clinical/series/newest/seriesAt.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import type { Frame } from '../../../charts/axis/frame.ts';
import { rowTimeSpan } from '../../../charts/axis/timeSpan.ts';
import { pairFacts, seriesFacts, type TileFacts } from '../tileFacts.ts';

/** This is what a tile stands for, and what is found once for a window. */
export type CursorSource = {
  readonly name: string;
  readonly sides: readonly [Series, (Series | undefined)?];
  /** These may hold results of the same measure in another unit. */
  readonly related: readonly Series[];
  /** A value is carried on for so long after its moment, as its line is (rule 6). */
  readonly gapMsAfter: (timeMs: number) => number;
  readonly latest: TileFacts | undefined;
  readonly frame: Frame;
  readonly isComplete: boolean;
  readonly momentMsOf: MomentMsOf;
  /** The value is the same between two of these moments of the window, oldest first. */
  readonly stopsMs: Float64Array;
};

/** Returns where a result is drawn. A day, month or year stands in its middle (rule 44). */
function momentMsIn(timeZone: string): MomentMsOf {
  return (row) => {
    if (row.kind.precision === 'instant') return row.timeMs;
    const [fromMs, toMs] = rowTimeSpan(row, timeZone);
    return (fromMs + toMs) / 2;
  };
}

export const factsOf = ([series, partner]: CursorSource['sides']): TileFacts | undefined =>
  partner ? pairFacts(series, partner) : seriesFacts(series);

/** Listed rows are made each time they are asked for, and the cursor asks at every move. */
const withListedRows = (series: Series): Series => ({ ...series, listed: series.listed.slice() });

/** Days, months and years are all sorted by one time of the day, so hardly any row has to be made. */
const mayBeImprecise = (timeMs: number): boolean => (timeMs - IMPRECISE_DATE_OFFSET_MS) % DAY_MS === 0;

/** Returns each moment of the window from which on something else was known, or the last result is too long ago. */
function stopsIn(
  all: readonly Series[],
  { startMs, endMs }: Frame,
  gapMsAfter: CursorSource['gapMsAfter'],
  momentMsOf: MomentMsOf,
) {
  const stops = new Set<number>();
  const add = (timeMs: number): void => {
    for (const stopMs of [timeMs, timeMs + gapMsAfter(timeMs) + 1])
      if (stopMs >= startMs && stopMs <= endMs) stops.add(stopMs);
  };
  for (const { rows, timesMs, listed } of all) {
    timesMs.forEach((timeMs, i) => add(mayBeImprecise(timeMs) ? momentMsOf(rows.at(i)!) : timeMs));
    listed.forEach((row) => add(momentMsOf(row)));
  }
  return Float64Array.from(stops).toSorted();
}

export function cursorSource(
  name: string,
  [series, partner]: CursorSource['sides'],
  all: readonly Series[],
  frame: Frame,
  isComplete: boolean,
): CursorSource {
  const own = partner ? [series, partner] : [series];
  const visible = cutToWindow(series, frame.startMs, frame.endMs);
  const related = relatedSeries(own, all).map(withListedRows);
  const gapMsAfter = gapLimitsMs(visible, frame.endMs - frame.startMs);
  const momentMsOf = momentMsIn(frame.timeZone);
  return {
    name,
    sides: [withListedRows(series), partner && withListedRows(partner)],
    related,
    gapMsAfter,
    latest: factsOf([series, partner]),
    frame,
    isComplete,
    momentMsOf,
    stopsMs: stopsIn([...own, ...related], frame, gapMsAfter, momentMsOf),
  };
}

/** Returns the place of a moment among the stops of a source: while it is the same, so is the value. */
export const stopIndex = ({ stopsMs }: CursorSource, atMs: number): number =>
  indexFromTime({ timesMs: stopsMs }, atMs + 1);
