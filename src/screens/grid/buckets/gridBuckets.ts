/**
 * A column of the grid may hold an hour, a shift or a day, because a monitor writes more columns than anybody can read.
 * Nothing is averaged: each cell says how many results it holds, the last of them and the extremes, and opens to all of them.
 * Hours, shifts and days are those of the stated zone (rule 43).
 */
import { wallClockMs } from '../../../charts/format/timeZone.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../clinical/time/durations.ts';
import { newnessOf, type GridMoment } from '../gridColumns.ts';
import type { GridVisits } from '../gridVisits.ts';
import type { BucketUnit, ColumnUnit } from '../../../parts/screenUrls/gridUrl.ts';

/** More columns than these are not read any more, so the grid chooses wider ones by itself. */
const MAX_COLUMNS = 60;

export const COLUMN_UNITS: readonly ColumnUnit[] = ['result', 'hour', 'shift', 'day'];

/** These are the minutes of the day at which shifts begin, in ascending order. */
export type ShiftStarts = readonly number[];

export const shiftStartsOf = (clockTimes: readonly string[]): ShiftStarts =>
  clockTimes.map((text) => {
    const [hours = 0, minutes = 0] = text.split(':').map(Number);
    return 60 * hours + minutes;
  });

/** A span on the clock of the zone, in ms as if it were UTC: a day keeps its clock times when clocks change. */
type WallSpan = readonly [startMs: number, endMs: number];

function shiftAt(wallMs: number, starts: ShiftStarts): WallSpan {
  const dayMs = Math.floor(wallMs / DAY_MS) * DAY_MS;
  const edgesMs = [-DAY_MS, 0, DAY_MS].flatMap((offsetMs) =>
    starts.map((minute) => dayMs + offsetMs + minute * MINUTE_MS),
  );
  const index = edgesMs.findLastIndex((edgeMs) => edgeMs <= wallMs);
  return [edgesMs[index]!, edgesMs[index + 1]!];
}

function wallSpanAt(wallMs: number, unit: BucketUnit, starts: ShiftStarts): WallSpan {
  if (unit === 'shift') return shiftAt(wallMs, starts);
  const lengthMs = unit === 'hour' ? HOUR_MS : DAY_MS;
  const startMs = Math.floor(wallMs / lengthMs) * lengthMs;
  return [startMs, startMs + lengthMs];
}

type BucketOptions = {
  readonly unit: BucketUnit;
  readonly starts: ShiftStarts;
  readonly timeZone: string;
};

/** Returns the bucket of an instant, with a key. The hour that a change of clocks repeats is two hours. */
function bucketAt(timeMs: number, { unit, starts, timeZone }: BucketOptions) {
  const wallMs = wallClockMs(timeMs, timeZone);
  const [startMs, endMs] = wallSpanAt(wallMs, unit, starts);
  const offsetMs = unit === 'hour' ? wallMs - timeMs : 0;
  return { key: `${unit} ${startMs} ${offsetMs}`, bucket: { unit, wallStartMs: startMs, wallEndMs: endMs } };
}

/**
 * Joins the columns of one hour, shift or day. Results without a time of day keep their own columns (rule 44). A bucket never
 * spans `sinceMs`, the moment since which results count as new, nor the moment at which the record was read.
 */
export function gridBucketsOf(
  { moments, columnOf }: GridVisits,
  options: BucketOptions,
  sinceMs: number,
): GridVisits {
  const buckets: GridMoment[] = [];
  const bucketOfColumn = new Uint32Array(moments.length);
  let current: { key: string; newness: string; isFuture: boolean } | undefined;
  const partCounts = new Map<string, number>();
  moments.forEach((moment, column) => {
    const last = buckets.at(-1);
    if (moment.precision !== 'instant') {
      buckets.push(moment);
      current = undefined;
    } else {
      const { key, bucket } = bucketAt(moment.timeMs, options);
      const newness = newnessOf(moment, sinceMs);
      const isSame =
        current?.key === key && current.newness === newness && current.isFuture === moment.isFuture;
      if (last && isSame)
        buckets[buckets.length - 1] = { ...last, lastMs: moment.timeMs, latestMs: moment.latestMs };
      else {
        const part = partCounts.get(key) ?? 0;
        partCounts.set(key, part + 1);
        buckets.push({ ...moment, key: part === 0 ? key : `${key} ${part}`, bucket: { ...bucket, part } });
      }
      current = { key, newness, isFuture: moment.isFuture };
    }
    bucketOfColumn[column] = buckets.length - 1;
  });
  return { moments: buckets, columnOf: columnOf.map((column) => bucketOfColumn[column] ?? 0) };
}

export type ColumnCounts = Readonly<Record<ColumnUnit, number>>;

/** Counts the columns that each unit would have. */
export function columnCountsOf(
  sorted: GridVisits,
  resultColumnCount: number,
  { starts, timeZone }: Omit<BucketOptions, 'unit'>,
): ColumnCounts {
  const countOf = (unit: BucketUnit): number =>
    gridBucketsOf(sorted, { unit, starts, timeZone }, Number.NaN).moments.length;
  return {
    result: resultColumnCount,
    hour: countOf('hour'),
    shift: countOf('shift'),
    day: countOf('day'),
  };
}

/**
 * Returns the finest unit that has no more than some sixty columns. Where even days have more, days are chosen if they save a
 * quarter of the columns: visits that lie months apart gain nothing by them and would lose their times.
 */
export function automaticUnit(counts: ColumnCounts): ColumnUnit {
  const found = COLUMN_UNITS.find((unit) => counts[unit] <= MAX_COLUMNS);
  return found ?? (counts.day * 4 <= counts.result * 3 ? 'day' : 'result');
}
