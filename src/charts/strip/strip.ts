/** One strip of the compare screen: a series, or both sides of a blood pressure, and what of it lies in the window. */
import { relativeSeries } from '../../clinical/series/relativeToRange.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { rowTimeSpan } from '../axis/timeSpan.ts';
import { chartEntriesOf, type ChartEntries, type ChartEntry } from '../reading/chartEntries.ts';
import { seriesName } from '../reading/seriesName.ts';
import type { MeanPressures } from '../trend/TrendPairs.tsx';

/** An entry and where on the axis it stands: its instant, or the middle of what is known of its date. */
export type PlacedEntry = { readonly entry: ChartEntry; readonly momentMs: number };

export type Strip = {
  readonly id: string;
  readonly series: Series;
  readonly partner: Series | undefined;
  readonly name: string;
  /** Rule 3: name and unit. */
  readonly title: string;
  readonly entries: ChartEntries;
  /** Every entry with a point, oldest first. */
  readonly placed: readonly PlacedEntry[];
  readonly inside: readonly PlacedEntry[];
  /** Rule 11: with a point, outside the window. */
  readonly olderCount: number;
  readonly newerCount: number;
  /** Inside the window, without a point. */
  readonly listedCount: number;
  readonly means: MeanPressures | undefined;
};

/** Where on the axis a result stands. */
export function entryMomentMs({ timeMs, rows: [row] }: ChartEntry, timeZone: string): number {
  if (row.kind.precision === 'instant') return timeMs;
  const [fromMs, toMs] = rowTimeSpan(row, timeZone);
  return (fromMs + toMs) / 2;
}

function placedIn({ drawn }: ChartEntries, timeZone: string): PlacedEntry[] {
  const placed = drawn.map((entry) => ({ entry, momentMs: entryMomentMs(entry, timeZone) }));
  // Only dates that are not exact can stand in another order than that of the record.
  return placed.some(({ momentMs }, i) => momentMs < (placed[i - 1]?.momentMs ?? momentMs))
    ? placed.toSorted((a, b) => a.momentMs - b.momentMs)
    : placed;
}

/** The first place whose moment is not before `timeMs`. */
export function firstIndexFrom(placed: readonly PlacedEntry[], timeMs: number): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placed[middle]!.momentMs < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place whose moment is after `timeMs`. */
export function firstIndexAfter(placed: readonly PlacedEntry[], timeMs: number): number {
  let at = firstIndexFrom(placed, timeMs);
  while (at < placed.length && placed[at]!.momentMs === timeMs) at++;
  return at;
}

export type StripSource = {
  readonly id: string;
  readonly series: Series;
  readonly partner: Series | undefined;
  readonly means: MeanPressures | undefined;
  /** What tells it from another series of the same name; '' mostly. */
  readonly qualifier: string;
};

/** The name with what tells it apart, and rule 3: with the unit. */
export function stripNames({
  series,
  partner,
  qualifier,
}: Pick<StripSource, 'series' | 'partner' | 'qualifier'>) {
  const name = [seriesName(series, partner), qualifier].filter(Boolean).join(', ');
  return { name, title: `${name} (${series.unitText || 'no unit sent'})` };
}

export function stripOf(source: StripSource, span: TimeSpan, timeZone: string): Strip {
  const { id, series, partner, means } = source;
  const entries = chartEntriesOf(series, partner);
  const placed = placedIn(entries, timeZone);
  const [from, to] = [firstIndexFrom(placed, span.startMs), firstIndexAfter(placed, span.endMs)];
  const isInside = ({ index, timeMs }: ChartEntry) =>
    index < 0 && timeMs >= span.startMs && timeMs <= span.endMs;
  return {
    id,
    series,
    partner,
    ...stripNames(source),
    entries,
    placed,
    inside: placed.slice(from, to),
    olderCount: from,
    newerCount: placed.length - to,
    listedCount: entries.all.filter(isInside).length,
    means,
  };
}

/** The same series with these rows alone. */
function withRows(series: Series, rows: readonly Row[]): Series {
  const inOrder = rows.toSorted((a, b) => a.timeMs - b.timeMs);
  return {
    ...series,
    rows: inOrder,
    timesMs: Float64Array.from(inOrder, ({ timeMs }) => timeMs),
    values: Float64Array.from(inOrder, ({ value }) => value),
  };
}

export type DrawnSeries = {
  /** What has a symbol, and what the y range holds. */
  readonly inside: Series;
  /** With the neighbour on either side, so that the line leaves the window as it goes on. */
  readonly around: Series;
  readonly partner: Series | undefined;
  /** Inside the window, without a place on the relative scale. */
  readonly leftOutCount: number;
};

/** What is drawn of a strip; nothing outside the window, so a long record costs what is seen of it. */
export function drawnSeriesOf(
  { series, partner, placed, inside, olderCount }: Strip,
  relative: boolean,
): DrawnSeries {
  const rowsOf = (some: readonly PlacedEntry[], side: 'systolic' | 'diastolic') =>
    some.flatMap(({ entry }) => {
      const row = entry.sides ? entry.sides[side] : entry.rows[0];
      return row && row.kind.drawing !== 'listed' ? [row] : [];
    });
  if (partner) {
    const systolic = withRows(series, rowsOf(inside, 'systolic'));
    const diastolic = withRows(partner, rowsOf(inside, 'diastolic'));
    return { inside: systolic, around: systolic, partner: diastolic, leftOutCount: 0 };
  }
  const here = withRows(series, rowsOf(inside, 'systolic'));
  const neighbours = placed.slice(Math.max(0, olderCount - 1), olderCount + inside.length + 1);
  const around = withRows(series, rowsOf(neighbours, 'systolic'));
  if (!relative) return { inside: here, around, partner: undefined, leftOutCount: 0 };
  const moved = relativeSeries(here);
  return {
    inside: moved.series,
    around: relativeSeries(around).series,
    partner: undefined,
    leftOutCount: moved.withoutRangeCount,
  };
}

/** Three pixels and at most half a day: what is drawn at one place is read together. */
export const cursorToleranceMs = ({ startMs, endMs, x }: Frame): number =>
  Math.min(43_200_000, (3 * (endMs - startMs)) / (x(endMs) - x(startMs)));

/** Both later by so much; the calendar is left behind, so only what has an exact time can be moved. */
function shiftedEntry({ entry }: PlacedEntry, byMs: number): PlacedEntry[] {
  if (entry.rows.some(({ kind }) => kind.precision !== 'instant')) return [];
  const moved = (row: Row): Row => ({ ...row, timeMs: row.timeMs + byMs });
  const [first, ...more] = entry.rows;
  const { systolic, diastolic } = entry.sides ?? {};
  const sides = entry.sides && {
    systolic: systolic && moved(systolic),
    diastolic: diastolic && moved(diastolic),
  };
  const timeMs = entry.timeMs + byMs;
  return [{ entry: { ...entry, timeMs, rows: [moved(first), ...more.map(moved)], sides }, momentMs: timeMs }];
}

/** A second stretch of the same patient's time, to be laid over the window; both ends belong to it. */
export type ShiftedSpan = TimeSpan & {
  /** From it to the window. */
  readonly shiftMs: number;
};

const entriesInSpan = ({ placed }: Strip, { startMs, endMs }: ShiftedSpan) =>
  placed.slice(firstIndexFrom(placed, startMs), firstIndexAfter(placed, endMs));

/** The strip as it was then, at its own time. */
export const stripInSpan = (strip: Strip, second: ShiftedSpan): Strip => ({
  ...strip,
  inside: entriesInSpan(strip, second),
});

/** The second period, laid over the window moment for moment; `listed` is what of it has no point there. */
export function comparisonStripOf(strip: Strip, second: ShiftedSpan): Strip {
  const { series } = strip;
  const { startMs, endMs, shiftMs } = second;
  const then = entriesInSpan(strip, second);
  const inside = then.flatMap((one) => shiftedEntry(one, shiftMs));
  const withdrawnTimesMs = series.withdrawnTimesMs?.map((timeMs) => timeMs + shiftMs);
  const listed = series.listed.map((row) => ({ ...row, timeMs: row.timeMs + shiftMs }));
  const isListed = ({ index, timeMs }: ChartEntry) => index < 0 && timeMs >= startMs && timeMs <= endMs;
  return {
    ...strip,
    series: { ...series, listed, ...(withdrawnTimesMs && { withdrawnTimesMs }) },
    placed: inside,
    inside,
    olderCount: 0,
    newerCount: 0,
    listedCount: then.length - inside.length + strip.entries.all.filter(isListed).length,
    means: undefined,
  };
}

/** Both on one scale. */
export const withSharedScale = (now: DrawnSeries, before: DrawnSeries | undefined): DrawnSeries =>
  before
    ? {
        ...now,
        inside: withRows(now.inside, [...now.inside.rows, ...before.inside.rows]),
        partner: now.partner && withRows(now.partner, [...now.partner.rows, ...(before.partner?.rows ?? [])]),
      }
    : now;
