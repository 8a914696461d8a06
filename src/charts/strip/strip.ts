/**
 * A strip of the compare screen is a series, or both sides of a blood pressure, with the results that lie in
 * the window.
 */
import { isAfterStart } from '../../clinical/series/inWindow.ts';
import { relativeSeries } from '../../clinical/series/relativeToRange.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { resultCount } from '../../clinical/series/resultCount.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { rowTimeSpan } from '../axis/timeSpan.ts';
import { chartEntriesOf, type ChartEntries, type ChartEntry } from '../reading/chartEntries.ts';
import { seriesName, titleWithUnit } from '../reading/seriesName.ts';
import type { MeanPressures } from '../reading/meanPressure.ts';

/** An entry stands on the axis at its instant, or in the middle of the interval of its date. */
export type PlacedEntry = { readonly entry: ChartEntry; readonly momentMs: number };

export type Strip = {
  readonly id: string;
  readonly series: Series;
  readonly partner: Series | undefined;
  readonly name: string;
  /** The title has name and unit (rule 3). */
  readonly title: string;
  readonly entries: ChartEntries;
  /** Every entry with a point is here, oldest first. */
  readonly placed: readonly PlacedEntry[];
  readonly inside: readonly PlacedEntry[];
  /** These results have a point and lie outside the window (rule 11). */
  readonly olderCount: number;
  readonly newerCount: number;
  /** These results lie in the window and have no point. */
  readonly listedCount: number;
  readonly listedInside: readonly ChartEntry[];
  readonly means: MeanPressures | undefined;
};

/** Returns where a result stands on the axis. */
export function entryMomentMs({ timeMs, rows: [row] }: ChartEntry, timeZone: string): number {
  if (row.kind.precision === 'instant') return timeMs;
  const [fromMs, toMs] = rowTimeSpan(row, timeZone);
  return (fromMs + toMs) / 2;
}

/** These are the places, among the drawn results, of those that lie in a span of time, as every screen counts them (rule 44). */
type PlacesInside = { readonly from: number; readonly to: number; readonly newerCount: number };

function placesInside({ series, partner }: SidesOfStrip, { startMs, endMs }: TimeSpan): PlacesInside {
  const { older, inside, newer } = resultCount(series, partner, startMs, endMs);
  return { from: older, to: older + inside, newerCount: newer };
}

const isInside = ({ index }: ChartEntry, { from, to }: PlacesInside): boolean => index >= from && index < to;

/** A result that has no point lies in a span as one with a point does: a day counts from its start in any zone. */
const isListedInside = ({ index, timeMs, rows }: ChartEntry, { startMs, endMs }: TimeSpan): boolean =>
  index < 0 && isAfterStart(rows[0], startMs) && timeMs <= endMs;

/** The middle of a month may lie outside of the window that it begins in. It then stands at the edge, so that it can be reached there. */
const momentInSpan = (momentMs: number, { startMs, endMs }: TimeSpan): number =>
  Math.max(startMs, Math.min(momentMs, endMs));

function placedIn(
  { drawn }: ChartEntries,
  places: PlacesInside,
  span: TimeSpan,
  timeZone: string,
): PlacedEntry[] {
  const placed = drawn.map((entry) => {
    const momentMs = entryMomentMs(entry, timeZone);
    return { entry, momentMs: isInside(entry, places) ? momentInSpan(momentMs, span) : momentMs };
  });
  // Only inexact dates can stand in another order than that of the record.
  return placed.some(({ momentMs }, i) => momentMs < (placed[i - 1]?.momentMs ?? momentMs))
    ? placed.toSorted((a, b) => a.momentMs - b.momentMs)
    : placed;
}

/** Returns the first index whose moment is not before `timeMs`. */
export function firstIndexFrom(placed: readonly PlacedEntry[], timeMs: number): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placed[middle]!.momentMs < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the first index whose moment is after `timeMs`. */
export function firstIndexAfter(placed: readonly PlacedEntry[], timeMs: number): number {
  let at = firstIndexFrom(placed, timeMs);
  while (at < placed.length && placed[at]!.momentMs === timeMs) at++;
  return at;
}

type SidesOfStrip = { readonly series: Series; readonly partner: Series | undefined };

export type StripSource = SidesOfStrip & {
  readonly id: string;
  readonly means: MeanPressures | undefined;
  /** The qualifier tells the series from another one of the same name. It is mostly ''. */
  readonly qualifier: string;
};

/** Returns the name with its qualifier, and the title with its unit (rule 3). */
export function stripNames({
  series,
  partner,
  qualifier,
}: Pick<StripSource, 'series' | 'partner' | 'qualifier'>) {
  const name = [seriesName(series, partner), qualifier].filter(Boolean).join(', ');
  return { name, title: titleWithUnit(name, series) };
}

export function stripOf(source: StripSource, span: TimeSpan, timeZone: string): Strip {
  const { id, series, partner, means } = source;
  const entries = chartEntriesOf(series, partner);
  const places = placesInside(source, span);
  const placed = placedIn(entries, places, span, timeZone);
  const listedInside = entries.all.filter((entry) => isListedInside(entry, span));
  return {
    id,
    series,
    partner,
    ...stripNames(source),
    entries,
    placed,
    inside: placed.filter(({ entry }) => isInside(entry, places)),
    olderCount: places.from,
    newerCount: places.newerCount,
    listedCount: listedInside.length,
    listedInside,
    means,
  };
}

/** Returns the series with these rows alone. */
function withRows(series: Series, rows: readonly Row[]): Series {
  const inOrder = rows.toSorted((a, b) => a.timeMs - b.timeMs);
  return {
    ...series,
    wholeTimesMs: series.wholeTimesMs ?? series.timesMs,
    rows: inOrder,
    timesMs: Float64Array.from(inOrder, ({ timeMs }) => timeMs),
    values: Float64Array.from(inOrder, ({ value }) => value),
  };
}

/** Returns all series that these strips draw, both sides of a blood pressure. */
export const seriesOfStrips = (strips: readonly Pick<Strip, 'series' | 'partner'>[]): readonly Series[] =>
  strips.flatMap(({ series, partner }) => (partner ? [series, partner] : [series]));

export type DrawnSeries = {
  /** These results have a symbol, and the y domain holds them. */
  readonly inside: Series;
  /** The neighbours on either side are included, so that the line leaves the window in its direction. */
  readonly around: Series;
  readonly partner: Series | undefined;
  /** These results lie in the window and have no place on the relative scale. */
  readonly leftOutCount: number;
};

/**
 * Returns what is drawn of a strip and nothing outside the window, so that a long record costs no more than
 * its visible part.
 */
export function drawnSeriesOf(
  { series, partner, entries, inside, olderCount, newerCount }: Strip,
  isRelative: boolean,
): DrawnSeries {
  const shown = inside.map(({ entry }) => entry);
  const rowsOf = (some: readonly ChartEntry[], side: 'systolic' | 'diastolic') =>
    some.flatMap((entry) => {
      const row = entry.sides ? entry.sides[side] : entry.rows[0];
      return row && row.kind.drawing !== 'listed' ? [row] : [];
    });
  // A symbol says how often its result was sent. On the relative scale a copy with another range would have another place.
  const sentRowsOf = (some: readonly ChartEntry[]) =>
    some.flatMap(({ rows, repeats }) =>
      isRelative ? [rows[0]] : [...repeats.map((repeat) => repeat.rows[0]), rows[0]],
    );
  if (partner) {
    const systolic = withRows(series, rowsOf(shown, 'systolic'));
    const diastolic = withRows(partner, rowsOf(shown, 'diastolic'));
    return { inside: systolic, around: systolic, partner: diastolic, leftOutCount: 0 };
  }
  const here = withRows(series, sentRowsOf(shown));
  const { drawn } = entries;
  const firstNewer = drawn.length - newerCount;
  const withNeighbours = [
    ...drawn.slice(Math.max(0, olderCount - 1), olderCount),
    ...shown,
    ...drawn.slice(firstNewer, firstNewer + 1),
  ];
  const around = withRows(series, sentRowsOf(withNeighbours));
  if (!isRelative) return { inside: here, around, partner: undefined, leftOutCount: 0 };
  const moved = relativeSeries(here);
  return {
    inside: moved.series,
    around: relativeSeries(around).series,
    partner: undefined,
    leftOutCount: moved.withoutPlaceCount,
  };
}

/**
 * Returns the tolerance of the cursor, three pixels and at most half a day. Results drawn at one place are
 * read together.
 */
export const cursorToleranceMs = ({ startMs, endMs, x }: Frame): number =>
  Math.min(43_200_000, (3 * (endMs - startMs)) / (x(endMs) - x(startMs)));

/**
 * Moves an entry in time. Only entries with an exact time can be moved, because a date belongs to its
 * calendar.
 */
function shiftedEntry(entry: ChartEntry, byMs: number): ChartEntry | undefined {
  if (entry.rows.some(({ kind }) => kind.precision !== 'instant')) return undefined;
  const moved = (row: Row): Row => ({ ...row, timeMs: row.timeMs + byMs });
  const [first, ...more] = entry.rows;
  const { systolic, diastolic } = entry.sides ?? {};
  const sides = entry.sides && {
    systolic: systolic && moved(systolic),
    diastolic: diastolic && moved(diastolic),
  };
  const repeats = entry.repeats.flatMap((repeat) => shiftedEntry(repeat, byMs) ?? []);
  return {
    ...entry,
    timeMs: entry.timeMs + byMs,
    rows: [moved(first), ...more.map(moved)],
    sides,
    repeats,
  };
}

/** A second span of the same patient's time is laid over the window. Both of its ends belong to it. */
export type ShiftedSpan = TimeSpan & {
  /** Added to a time of the span it gives the time in the window. */
  readonly shiftMs: number;
};

function entriesInSpan(strip: Strip, second: ShiftedSpan): readonly PlacedEntry[] {
  const places = placesInside(strip, second);
  return strip.placed
    .filter(({ entry }) => isInside(entry, places))
    .map(({ entry, momentMs }) => ({ entry, momentMs: momentInSpan(momentMs, second) }));
}

const listedInSpan = ({ entries }: Strip, second: ShiftedSpan): readonly ChartEntry[] =>
  entries.all.filter((entry) => isListedInside(entry, second));

/** Returns the strip in the span, at its own time. */
export const stripInSpan = (strip: Strip, second: ShiftedSpan): Strip => ({
  ...strip,
  inside: entriesInSpan(strip, second),
  listedInside: listedInSpan(strip, second),
});

/**
 * Returns the second period laid over the window moment for moment. `listedCount` counts what has no point
 * there.
 */
export function comparisonStripOf(strip: Strip, second: ShiftedSpan): Strip {
  const { series } = strip;
  const { shiftMs } = second;
  const then = entriesInSpan(strip, second);
  const inside = then.flatMap((one): PlacedEntry[] => {
    const entry = shiftedEntry(one.entry, shiftMs);
    return entry ? [{ entry, momentMs: entry.timeMs }] : [];
  });
  const withdrawnTimesMs = series.withdrawnTimesMs?.map((timeMs) => timeMs + shiftMs);
  const listed = series.listed.map((row) => ({ ...row, timeMs: row.timeMs + shiftMs }));
  const wholeTimesMs = series.timesMs.map((timeMs) => timeMs + shiftMs);
  const listedInside = listedInSpan(strip, second);
  return {
    ...strip,
    series: { ...series, listed, wholeTimesMs, ...(withdrawnTimesMs && { withdrawnTimesMs }) },
    placed: inside,
    inside,
    olderCount: 0,
    newerCount: 0,
    listedCount: then.length - inside.length + listedInside.length,
    listedInside,
    means: undefined,
  };
}

/** Returns the drawn series with the rows of both periods, so that both fit one scale. */
export const withSharedScale = (now: DrawnSeries, before: DrawnSeries | undefined): DrawnSeries =>
  before
    ? {
        ...now,
        inside: withRows(now.inside, [...now.inside.rows, ...before.inside.rows]),
        partner: now.partner && withRows(now.partner, [...now.partner.rows, ...(before.partner?.rows ?? [])]),
      }
    : now;
