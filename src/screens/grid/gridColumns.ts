/** The times of collection that the columns of the grid stand for. Rules 41–45. */
import { clockText, dateText, dateTimeText, MONTHS } from '../../charts/format/format.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { wallClockMs, zoneText } from '../../charts/format/timeZone.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Precision } from '../../clinical/time/date.ts';
import type { SinceMark } from './gridSince.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../clinical/time/durations.ts';

/** No change of clocks repeats more than this. */
const CLOCK_CHANGE_MS = 3 * HOUR_MS;
/** As in the reading of a date: a clock that runs ahead makes no future result. */
const TOLERANCE_MS = DAY_MS;

/** A minute, a day, a month or a year in which results were collected; or the place of those without a time. */
export type GridMoment = {
  readonly key: string;
  readonly precision: Precision;
  /** As in a row: an instant to the minute; of a day, month or year its first moment in UTC; NaN without a time. */
  readonly timeMs: number;
  /** Of several times in one column the last; else the same. */
  readonly lastMs: number;
  /** The last moment that a result of the column may be of; NaN without a time. */
  readonly latestMs: number;
  /** Where it stands in the order: its first moment in the stated zone. */
  readonly startMs: number;
  readonly isFuture: boolean;
};

export type GridMoments = {
  /** The number of the moment of a row, in the order of asking. */
  readonly numberOf: (row: Row) => number;
  /** All of them, oldest first and the undated last. */
  readonly inOrder: () => { readonly moments: readonly GridMoment[]; readonly placeOf: Uint32Array };
};

/** A year before its months, a month before its days, a day before its hours: nothing is claimed of when inside. */
const COARSE: readonly Precision[] = ['year', 'month', 'day', 'instant', 'none'];

/** Oldest first, undated last. */
function orderOf(all: readonly GridMoment[]): Uint32Array {
  const starts = Float64Array.from(all, ({ startMs }) => (Number.isNaN(startMs) ? Infinity : startMs));
  const coarse = Uint8Array.from(all, ({ precision }) => COARSE.indexOf(precision));
  const order = Uint32Array.from(all.keys());
  return order.toSorted((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || (coarse[a] ?? 0) - (coarse[b] ?? 0));
}

/** Collects the moments of one record as it stood at `readAtMs`. */
export function createGridMoments(timeZone: string, readAtMs: number): GridMoments {
  const numbers = new Map<number | string, number>();
  const all: Omit<GridMoment, 'latestMs'>[] = [];
  const latest: number[] = [];

  const add = (key: number | string, precision: Precision, timeMs: number, row: Row): number => {
    const isExact = precision === 'instant' || precision === 'none';
    const [startMs, endMs] = isExact ? [timeMs, row.timeMs] : rowTimeSpan(row, timeZone);
    const isFuture = startMs > readAtMs + TOLERANCE_MS;
    all.push({ key: String(key), precision, timeMs, lastMs: timeMs, startMs, isFuture });
    latest.push(endMs);
    numbers.set(key, all.length - 1);
    return all.length - 1;
  };

  return {
    numberOf(row) {
      const { timeMs, kind } = row;
      if (Number.isNaN(timeMs)) return numbers.get('none') ?? add('none', 'none', Number.NaN, row);
      if (kind.precision === 'instant') {
        const minute = Math.floor(timeMs / MINUTE_MS);
        const number = numbers.get(minute) ?? add(minute, 'instant', minute * MINUTE_MS, row);
        if (timeMs > latest[number]!) latest[number] = timeMs;
        return number;
      }
      const key = `${kind.precision} ${timeMs}`;
      return numbers.get(key) ?? add(key, kind.precision, timeMs, row);
    },
    inOrder() {
      const moments = all.map((moment, number): GridMoment => ({ ...moment, latestMs: latest[number]! }));
      const order = orderOf(moments);
      const placeOf = new Uint32Array(all.length);
      order.forEach((number, place) => (placeOf[number] = place));
      return { moments: Array.from(order, (number) => moments[number]!), placeOf };
    },
  };
}

/**
 * Whether its results were taken after a moment, "maybe" where a day or month holds that moment or no time was sent: what may
 * be new is never hidden as if it were old.
 */
export function isAfter(
  { precision, startMs, latestMs }: GridMoment,
  sinceMs: number,
): 'yes' | 'maybe' | 'no' {
  if (precision === 'none') return 'maybe';
  if (latestMs <= sinceMs) return 'no';
  return precision === 'instant' || startMs > sinceMs ? 'yes' : 'maybe';
}

/** Three lines at the head of a column: date with the month as a word, time on a 24-hour clock, year. */
export type ColumnHeading = { readonly date: string; readonly time: string; readonly year: string };

/** "08:10", or from when to when the times of one column are: "08:10–08:35". */
function clockWords({ timeMs, lastMs }: GridMoment, timeZone: string): string {
  const from = clockText(timeMs, timeZone);
  return lastMs === timeMs ? from : `${from}–${clockText(lastMs, timeZone)}`;
}

export function columnHeadingOf(moment: GridMoment, timeZone: string): ColumnHeading {
  const { precision, timeMs } = moment;
  if (precision === 'none') return { date: 'no time', time: 'given', year: '' };
  const date = new Date(precision === 'instant' ? wallClockMs(timeMs, timeZone) : timeMs);
  const year = String(date.getUTCFullYear());
  const month = MONTHS[date.getUTCMonth()] ?? '';
  if (precision === 'year') return { date: year, time: 'year only', year: '' };
  if (precision === 'month') return { date: month, time: 'month only', year };
  const day = `${date.getUTCDate()} ${month}`;
  return { date: day, time: precision === 'day' ? 'date only' : clockWords(moment, timeZone), year };
}

const utcMinute = (timeMs: number): string => `${new Date(timeMs).toISOString().slice(0, 16)}Z`;

/** The whole moment in words, for its title: UTC of an instant, and nothing more than was sent of any other. */
export function columnMomentText(
  { precision, timeMs, lastMs, isFuture }: GridMoment,
  timeZone: string,
): string {
  if (precision === 'none') return 'time of measurement not given';
  const until = lastMs === timeMs ? '' : ` to ${clockText(lastMs, timeZone)}`;
  const words = dateTimeText(timeMs, precision, timeZone) + until + (isFuture ? ', in the future' : '');
  if (precision !== 'instant') return `${words}, no time sent`;
  return `${words}; ${[...new Set([timeMs, lastMs])].map(utcMinute).join(' to ')}`;
}

/** The year that a column belongs to; '' without a date. */
export const yearOf = ({ precision, timeMs }: GridMoment, timeZone: string): string =>
  precision === 'none' ? '' : (dateText(timeMs, precision, timeZone).split(' ').at(-1) ?? '');

/** Whether two columns have the same head: the hour that a change of clocks repeats. */
export const isAlike = (a: GridMoment, b: GridMoment | undefined, timeZone: string): boolean =>
  a.precision === 'instant' &&
  b?.precision === 'instant' &&
  Math.abs(a.timeMs - b.timeMs) <= CLOCK_CHANGE_MS &&
  wallClockMs(a.timeMs, timeZone) === wallClockMs(b.timeMs, timeZone);

/** "CST" where a clock shows the same time twice (the hour that a change of clocks repeats). */
export const clockNote = ({ timeMs }: GridMoment, timeZone: string): string =>
  zoneText(timeMs, timeZone).split(', ')[0] ?? '';

export type GridColumn = {
  /** Among the columns shown. */
  readonly place: number;
  /** Among all of the record. */
  readonly column: number;
  readonly moment: GridMoment;
  readonly left: number;
  readonly width: number;
  readonly isNewest: boolean;
  /** The first of its year. */
  readonly isEdge: boolean;
  /** The first after the moment since which results count as new. */
  readonly since: SinceMark | undefined;
  /** The clock showed the same time in the column beside it. */
  readonly isDouble: boolean;
};
