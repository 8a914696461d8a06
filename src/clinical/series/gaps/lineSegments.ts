import { changeBetween } from '../comparability.ts';
import { isMonitorSilence, MONITOR_SILENCE_MS } from './monitorSilence.ts';
import { memoizeBySeries } from '../memoizeBySeries.ts';
import type { Row } from '../../observation/resultRow.ts';
import type { Series } from '../series.ts';
import { repeatsOf } from '../pairs/repeatedResults.ts';

/** A line does not pass over a result that has one of these reasons instead of a number (rule 6). */
const BREAKING_REASONS: ReadonlySet<string> = new Set([
  'no-value',
  'text',
  'coded',
  'not-a-number',
  'too-long',
  'implausible',
  'contradiction',
]);

/**
 * Returns a function that gives the longest time without a result over which a line goes on after a moment, in a window of
 * this length (rule 6). This is the one rule of all charts: a gap is open on every screen or on none.
 */
export function gapLimitsMs(series: Series, windowMs: number): (afterMs: number) => number {
  const limitMs = Math.min(series.maxGapMs, Math.max(3 * medianIntervalMs(series), windowMs / 2));
  return (afterMs) =>
    limitMs > MONITOR_SILENCE_MS && isMonitorSilence(series, afterMs) ? MONITOR_SILENCE_MS : limitMs;
}

type Segments = readonly (readonly [number, number])[];

/** Several parts of a chart ask for the segments of one window, and there may be 100,000 results. */
const lastSegments = memoizeBySeries((): { windowMs: number; segments: Segments } => ({
  windowMs: Number.NaN,
  segments: [],
}));

/**
 * Returns the runs [from, to) of `series.rows` that one line joins (rule 6). The line breaks at every result drawn as a
 * point, over a result without a number, over a withdrawn one, at a change of method, specimen or converted unit, and over a
 * gap longer than the series allows, or than a monitor is silent. When a window is given, a gap longer than max(3 × median
 * interval, half the window) breaks it too.
 */
export function lineSegments(series: Series, windowMs = Number.POSITIVE_INFINITY): Segments {
  const last = lastSegments(series);
  if (last.windowMs !== windowMs) Object.assign(last, { windowMs, segments: findSegments(series, windowMs) });
  return last.segments;
}

function findSegments(series: Series, windowMs: number): Segments {
  const { rows } = series;
  const limitMsAfter = gapLimitsMs(series, windowMs);
  const hasBreakBefore = breakFinder(series);
  const segments: [number, number][] = [];
  let open: [number, number] | undefined;
  let before: Row | undefined;
  const repeats = repeatsOf(series);
  rows.forEach((row, i) => {
    // A repeat lies under the result that stands for it. It neither breaks the line nor ends it.
    if (repeats.has(i)) {
      if (open !== undefined && repeats.get(i)! < i) open[1] = i + 1;
      return;
    }
    const isBroken =
      hasBreakBefore(row.timeMs) ||
      before === undefined ||
      changeBetween(before.kind, row.kind) !== '' ||
      row.timeMs - before.timeMs > limitMsAfter(before.timeMs);
    before = row.kind.drawing === 'line' ? row : undefined;
    if (before === undefined) open = undefined;
    else if (open === undefined || isBroken) segments.push((open = [i, i + 1]));
    else open[1] = i + 1;
  });
  return segments;
}

/**
 * Returns a function that says whether a result without a number, or a withdrawn one, lies between the time of the last call
 * and the given one. It has to be called in order of time.
 */
function breakFinder({ listed, withdrawnTimesMs = [] }: Series): (timeMs: number) => boolean {
  const breaksMs = listed.flatMap(({ kind, timeMs }) =>
    BREAKING_REASONS.has(kind.reason) && !Number.isNaN(timeMs) ? [timeMs] : [],
  );
  for (const timeMs of withdrawnTimesMs) breaksMs.push(timeMs);
  // The newest comes first, so that the oldest can be taken off the end.
  breaksMs.sort((a, b) => b - a);
  return (timeMs) => {
    const countBefore = breaksMs.length;
    while ((breaksMs.at(-1) ?? Number.POSITIVE_INFINITY) < timeMs) breaksMs.pop();
    return breaksMs.length < countBefore;
  };
}

const medianIntervalMs = memoizeBySeries((series) => {
  const repeats = repeatsOf(series);
  const timesMs = repeats.size === 0 ? series.timesMs : series.timesMs.filter((_, i) => !repeats.has(i));
  const intervalsMs = Float64Array.from(
    { length: Math.max(0, timesMs.length - 1) },
    (_, i) => (timesMs[i + 1] ?? 0) - (timesMs[i] ?? 0),
  ).toSorted();
  return intervalsMs[intervalsMs.length >> 1] ?? 0;
});
