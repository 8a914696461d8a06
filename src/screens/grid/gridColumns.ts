/** Each column of the grid stands for a time of collection. Rules 41–45. */
import { clockText, dateText, dateTimeText, momentClockText, MONTHS } from '../../charts/format/dateText.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { wallClockMs, zoneText } from '../../charts/format/timeZone.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { isAhead, type Precision } from '../../clinical/time/date.ts';
import { bucketClockText, bucketDayText, type GridBucket } from './buckets/bucketText.ts';
import type { SinceMark } from './newSinceFilter.ts';
import { HOUR_MS, MINUTE_MS } from '../../clinical/time/durations.ts';
import { gridTexts } from './grid.messages.ts';

/** A change of clocks repeats at most this much time. */
const MAX_CLOCK_CHANGE_MS = 3 * HOUR_MS;

/** This is a minute, a day, a month or a year in which results were collected, or the column of results without a time. */
export type GridMoment = {
  readonly key: string;
  readonly precision: Precision;
  /** This is the minute of an instant; the first moment in UTC of a day, month or year; NaN without a time. */
  readonly timeMs: number;
  /** This is the last time of a column that holds several; else the same as `timeMs`. */
  readonly lastMs: number;
  /** This is the latest moment at which a result of the column may have been collected; NaN without a time. */
  readonly latestMs: number;
  /** This is the first moment in the stated zone. Columns are sorted by it. */
  readonly startMs: number;
  readonly isFuture: boolean;
  /** This is the hour, shift or day that the column holds; undefined for a column of single times. */
  readonly bucket?: GridBucket | undefined;
};

export type GridMoments = {
  /** Returns the id of the moment of a row. Ids count up in the order in which moments are first met. */
  readonly momentIdOf: (row: Row) => number;
  /** Returns all moments, oldest first and undated last, and for each id its column. */
  readonly sorted: () => { readonly moments: readonly GridMoment[]; readonly columnOf: Uint32Array };
};

/** A year stands before its months, a month before its days, a day before its hours: none says when within it. */
const PRECISION_ORDER: readonly Precision[] = ['year', 'month', 'day', 'instant', 'none'];

/** Sorts oldest first, undated last. */
function sortedMomentIds(moments: readonly GridMoment[]): Uint32Array {
  const startsMs = Float64Array.from(moments, ({ startMs }) => (Number.isNaN(startMs) ? Infinity : startMs));
  const precisionRanks = Uint8Array.from(moments, ({ precision }) => PRECISION_ORDER.indexOf(precision));
  const momentIds = Uint32Array.from(moments.keys());
  return momentIds.toSorted(
    (a, b) => (startsMs[a] ?? 0) - (startsMs[b] ?? 0) || (precisionRanks[a] ?? 0) - (precisionRanks[b] ?? 0),
  );
}

/** Collects the moments of one record as it stood at `readAtMs`. */
export function createGridMoments(timeZone: string, readAtMs: number): GridMoments {
  const idsByKey = new Map<number | string, number>();
  const moments: Omit<GridMoment, 'latestMs'>[] = [];
  const latestMsOf: number[] = [];

  const add = (key: number | string, precision: Precision, timeMs: number, row: Row): number => {
    const isExact = precision === 'instant' || precision === 'none';
    const [startMs, endMs] = isExact ? [timeMs, row.timeMs] : rowTimeSpan(row, timeZone);
    const isFuture = isAhead({ timeMs, precision }, readAtMs);
    moments.push({ key: String(key), precision, timeMs, lastMs: timeMs, startMs, isFuture });
    latestMsOf.push(endMs);
    idsByKey.set(key, moments.length - 1);
    return moments.length - 1;
  };

  return {
    momentIdOf(row) {
      const { timeMs, kind } = row;
      if (Number.isNaN(timeMs)) return idsByKey.get('none') ?? add('none', 'none', Number.NaN, row);
      if (kind.precision === 'instant') {
        const minute = Math.floor(timeMs / MINUTE_MS);
        const momentId = idsByKey.get(minute) ?? add(minute, 'instant', minute * MINUTE_MS, row);
        if (timeMs > latestMsOf[momentId]!) latestMsOf[momentId] = timeMs;
        return momentId;
      }
      const key = `${kind.precision} ${timeMs}`;
      return idsByKey.get(key) ?? add(key, kind.precision, timeMs, row);
    },
    sorted() {
      const all = moments.map((moment, id): GridMoment => ({ ...moment, latestMs: latestMsOf[id]! }));
      const sortedIds = sortedMomentIds(all);
      const columnOf = new Uint32Array(all.length);
      sortedIds.forEach((id, column) => (columnOf[id] = column));
      return { moments: Array.from(sortedIds, (id) => all[id]!), columnOf };
    },
  };
}

/**
 * Tells whether the results of a column were collected after `sinceMs`. It is "maybe" if the day or month holds that moment
 * or no time was sent, so that a result that may be new is never hidden as old.
 */
export function newnessOf(
  { precision, startMs, latestMs }: GridMoment,
  sinceMs: number,
): 'yes' | 'maybe' | 'no' {
  if (precision === 'none') return 'maybe';
  if (latestMs <= sinceMs) return 'no';
  return precision === 'instant' || startMs > sinceMs ? 'yes' : 'maybe';
}

/** These are three lines at the head of a column: date with the month as a word, time on a 24-hour clock, year. */
export type ColumnHeading = { readonly date: string; readonly time: string; readonly year: string };

/** Returns "08:10", or "08:10–08:35" for a column that holds several times. */
function clockRangeText({ timeMs, lastMs }: GridMoment, timeZone: string): string {
  const from = clockText(timeMs, timeZone);
  return lastMs === timeMs ? from : gridTexts('clockSpan', { from, to: clockText(lastMs, timeZone) });
}

/** Returns the day and the span of an hour, a shift or a day. Its second part begins with its first result. */
function bucketHeadingOf(moment: GridMoment, bucket: GridBucket, timeZone: string): ColumnHeading {
  const [day = '', month = '', year = ''] = bucketDayText(bucket).split(' ');
  const from = clockText(moment.timeMs, timeZone);
  return {
    date: `${day} ${month}`,
    time: bucket.part === 0 ? bucketClockText(bucket) : gridTexts('fromClock', { from }),
    year,
  };
}

export function columnHeadingOf(moment: GridMoment, timeZone: string): ColumnHeading {
  const { precision, timeMs, bucket } = moment;
  if (bucket) return bucketHeadingOf(moment, bucket, timeZone);
  if (precision === 'none') return { date: gridTexts('noTime'), time: gridTexts('given'), year: '' };
  const date = new Date(precision === 'instant' ? wallClockMs(timeMs, timeZone) : timeMs);
  const year = String(date.getUTCFullYear());
  const month = MONTHS[date.getUTCMonth()] ?? '';
  if (precision === 'year') return { date: year, time: gridTexts('yearOnly'), year: '' };
  if (precision === 'month') return { date: month, time: gridTexts('monthOnly'), year };
  const day = `${date.getUTCDate()} ${month}`;
  return {
    date: day,
    time: precision === 'day' ? gridTexts('dateOnly') : clockRangeText(moment, timeZone),
    year,
  };
}

const utcMinuteText = (timeMs: number): string => `${new Date(timeMs).toISOString().slice(0, 16)}Z`;

/** Returns the moment in full for a title: an instant also in UTC, any other with no more than was sent. */
export function columnMomentText(
  { precision, timeMs, lastMs, isFuture }: GridMoment,
  timeZone: string,
): string {
  if (precision === 'none') return gridTexts('timeNotGiven');
  const start = dateTimeText(timeMs, precision, timeZone);
  const [from, to] = [utcMinuteText(timeMs), utcMinuteText(lastMs)];
  const hasSpan = lastMs !== timeMs;
  const isOneDay = dateText(timeMs, 'instant', timeZone) === dateText(lastMs, 'instant', timeZone);
  const until = isOneDay ? momentClockText(lastMs, timeZone) : dateTimeText(lastMs, 'instant', timeZone);
  const span = hasSpan ? gridTexts('momentTo', { moment: start, until }) : start;
  const moment = isFuture ? gridTexts('inFuture', { moment: span }) : span;
  if (precision !== 'instant') return gridTexts('withoutTime', { moment });
  return gridTexts('inUtc', { moment, utc: hasSpan ? gridTexts('utcSpan', { from, to }) : from });
}

/** Returns the year of a column; '' without a date. */
export const yearTextOf = ({ precision, timeMs, bucket }: GridMoment, timeZone: string): string => {
  if (precision === 'none') return '';
  return (bucket ? bucketDayText(bucket) : dateText(timeMs, precision, timeZone)).split(' ').at(-1) ?? '';
};

/** Tells whether two columns have the same head, which happens in the hour that a change of clocks repeats. */
export const hasSameClockTime = (a: GridMoment, b: GridMoment | undefined, timeZone: string): boolean =>
  a.precision === 'instant' &&
  b?.precision === 'instant' &&
  Math.abs(a.timeMs - b.timeMs) <= MAX_CLOCK_CHANGE_MS &&
  (a.bucket && b.bucket
    ? a.bucket.wallStartMs === b.bucket.wallStartMs && zoneOffsetMs(a, timeZone) !== zoneOffsetMs(b, timeZone)
    : wallClockMs(a.timeMs, timeZone) === wallClockMs(b.timeMs, timeZone));

const zoneOffsetMs = ({ timeMs }: GridMoment, timeZone: string): number =>
  wallClockMs(timeMs, timeZone) - timeMs;

/** Returns the short name of the zone, such as "CST". It tells apart the hours that a change of clocks repeats. */
export const zoneAbbreviation = ({ timeMs }: GridMoment, timeZone: string): string =>
  zoneText(timeMs, timeZone).split(', ')[0] ?? '';

export type GridColumn = {
  /** This is its position among the columns shown. */
  readonly index: number;
  /** This is its position among all columns of the record. */
  readonly momentIndex: number;
  readonly moment: GridMoment;
  readonly leftPx: number;
  readonly widthPx: number;
  readonly isNewest: boolean;
  readonly isFirstOfYear: boolean;
  /** It is set on the first column after the moment since which results count as new. */
  readonly sinceMark: SinceMark | undefined;
  /** The clock showed the same time in a column beside it. */
  readonly hasRepeatedClockTime: boolean;
};
