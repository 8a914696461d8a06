/** The readings of one card by day, as the pictures and the sentences of "My measurements" take them. */
import type { MeasuredBy, Reason, Row } from '../../../clinical/observation/resultRow.ts';
import {
  changeBetween,
  isComparableNumber,
  isFinal,
  type LineChange,
} from '../../../clinical/series/comparability.ts';
import { indicesInWindow } from '../../../clinical/series/inWindow.ts';
import { distinctPairs } from '../../../clinical/series/pairs/repeatedPressures.ts';
import { pressurePairsOf, type PressureRowPair } from '../../../clinical/series/pairs/pressurePairs.ts';
import { repeatsOf } from '../../../clinical/series/pairs/repeatedResults.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { instantMs, wallClockMs } from '../../../charts/format/timeZone.ts';
import type { PatientCard } from '../card/cards.ts';
import { hasDoubtfulUnit } from '../card/doubts.ts';

/** A reading is one number, or both numbers of a blood pressure. The one that was not recorded is undefined (rule 7). */
export type Reading = {
  readonly upper: Row | undefined;
  readonly lower: Row | undefined;
  /** This is the first number that was recorded. It gives the time and who measured. */
  readonly row: Row;
  /** This counts the days since 1970, on the calendar of the zone. */
  readonly day: number;
  /** Only final numbers of a known day are counted: no limit, and none whose unit is in doubt. */
  readonly isCounted: boolean;
};

/** These are days of the calendar of a zone, the last one included. */
export type DayWindow = {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly timeZone: string;
};

/** Returns the last days up to the day of a moment, in the calendar of the zone. */
export function lastDays(untilMs: number, days: number, timeZone: string): DayWindow {
  const lastDay = Math.floor(wallClockMs(untilMs, timeZone) / DAY_MS);
  const firstDay = lastDay - days + 1;
  return {
    firstDay,
    lastDay,
    startMs: instantMs(firstDay * DAY_MS, timeZone),
    endMs: instantMs((lastDay + 1) * DAY_MS, timeZone) - 1,
    timeZone,
  };
}

/** Returns the day of a result on the calendar of a zone. A date without a time is the same day in every zone (rule 44). */
export const dayOf = ({ timeMs, kind }: Row, timeZone: string): number =>
  Math.floor((kind.precision === 'instant' ? wallClockMs(timeMs, timeZone) : timeMs) / DAY_MS);

const isDayKnown = ({ kind }: Row): boolean => kind.precision === 'instant' || kind.precision === 'day';

/**
 * Returns the final readings of a card in these days, oldest first, each once (rules 23 and 34). A result that is known to a month or a
 * year alone is in no day.
 */
export function readingsIn(card: PatientCard, window: DayWindow): readonly Reading[] {
  const { series, diastolic } = card;
  const sides: readonly Pick<PressureRowPair, 'systolic' | 'diastolic'>[] = diastolic
    ? distinctPairs(pressurePairsOf(series, diastolic)).map(([pair]) => pair)
    : rowsIn(series, window).map((systolic) => ({ systolic, diastolic: undefined }));
  return sides.flatMap(({ systolic: upper, diastolic: lower }) => {
    const recorded = [upper, lower].filter((side) => side !== undefined);
    const [row] = recorded;
    if (row === undefined || !isDayKnown(row) || !recorded.every(isFinal)) return [];
    const day = dayOf(row, window.timeZone);
    if (day < window.firstDay || day > window.lastDay) return [];
    return [{ upper, lower, row, day, isCounted: recorded.every(isCountable) }];
  });
}

function rowsIn(series: Series, { startMs, endMs }: DayWindow): readonly Row[] {
  const [from, to] = indicesInWindow(series, startMs - DAY_MS, endMs + DAY_MS);
  const repeats = repeatsOf(series);
  return series.rows.slice(from, to).filter((_, i) => !repeats.has(from + i));
}

// These are about somebody else, or no result, or no longer one.
const NO_READING: ReadonlySet<Reason | ''> = new Set([
  'another-subject',
  'quality-control',
  'panel',
  'replaced',
] as const);

/** A number that the card says not to rely on is in no middle and no lowest or highest. One that is only unusual may be right. */
const isCountable = (row: Row): boolean => isComparableNumber(row) && !hasDoubtfulUnit(row.kind);

/** Returns how many results of these days are on no picture, or not counted: in words, preliminary, a limit, in doubt. */
export function notCountedIn(card: PatientCard, window: DayWindow, readings: readonly Reading[]): number {
  const isIn = (row: Row): boolean => {
    const day = isDayKnown(row) ? dayOf(row, window.timeZone) : Number.NaN;
    return day >= window.firstDay && day <= window.lastDay;
  };
  const counted = new Set(readings.filter(({ isCounted }) => isCounted).map(({ row }) => row.id));
  const others = new Set<string>();
  for (const series of [card.series, card.diastolic]) {
    if (series === undefined) continue;
    for (const row of series.listed) if (!NO_READING.has(row.kind.reason) && isIn(row)) others.add(row.id);
    for (const row of rowsIn(series, window)) if (!isCountable(row) && isIn(row)) others.add(row.id);
  }
  return [...others].filter((id) => !counted.has(id)).length;
}

/** Returns how many drawn results are older than these days (rule 11). */
export const olderThan = ({ series, diastolic }: PatientCard, { startMs }: DayWindow): number =>
  Math.max(
    ...[series, diastolic].map((one) =>
      one ? indicesInWindow(one, Number.NEGATIVE_INFINITY, startMs - 1)[1] : 0,
    ),
  );

/** Readings of one source are told apart from those of another, and are counted by themselves. */
export type ReadingGroup = {
  readonly measuredBy: MeasuredBy;
  readonly readings: readonly Reading[];
  /** This differs among them, so that no middle may be taken of them (rule 18); '' where all were measured in one way. */
  readonly difference: LineChange | '';
};

/** Returns the counted readings by who measured them, the largest group first. */
export function groupsBySource(readings: readonly Reading[]): readonly ReadingGroup[] {
  const groups = new Map<MeasuredBy, Reading[]>();
  for (const reading of readings) {
    if (!reading.isCounted) continue;
    const { measuredBy } = reading.row.kind;
    const group = groups.get(measuredBy);
    if (group) group.push(reading);
    else groups.set(measuredBy, [reading]);
  }
  return [...groups]
    .map(([measuredBy, own]) => ({ measuredBy, readings: own, difference: differenceAmong(own) }))
    .toSorted((a, b) => b.readings.length - a.readings.length);
}

/** Returns at which change a line between two of these readings would break (rules 6 and 18), the unit last; '' at none. */
export function differenceAmong(readings: readonly Reading[]): LineChange | '' {
  const kinds = new Set(readings.map(({ row }) => row.kind));
  const [first] = kinds;
  const changes = first === undefined ? [] : [...kinds].map((kind) => changeBetween(first, kind));
  return changes.find((one) => one !== '' && one !== 'unit') ?? changes.find((one) => one !== '') ?? '';
}

/** Returns the middle number of these rows as it was sent: at least half of them are as low. Undefined without a row. */
export function middleOf(rows: readonly Row[]): Row | undefined {
  return rows.toSorted((a, b) => a.value - b.value)[(rows.length - 1) >> 1];
}

export const lowestOf = (rows: readonly Row[]): Row | undefined =>
  rows.reduce<Row | undefined>(
    (low, row) => (low === undefined || row.value < low.value ? row : low),
    undefined,
  );
export const highestOf = (rows: readonly Row[]): Row | undefined =>
  rows.reduce<Row | undefined>(
    (high, row) => (high === undefined || row.value > high.value ? row : high),
    undefined,
  );

/** Returns the numbers of one side of these readings. */
export const sideRows = (readings: readonly Reading[], side: 'upper' | 'lower'): readonly Row[] =>
  readings.flatMap((reading) => reading[side] ?? []);

/** Returns the readings by a number, such as their day. */
export function readingsBy(
  readings: readonly Reading[],
  keyOf: (reading: Reading) => number,
): ReadonlyMap<number, readonly Reading[]> {
  const groups = new Map<number, Reading[]>();
  for (const reading of readings) {
    const key = keyOf(reading);
    const group = groups.get(key);
    if (group) group.push(reading);
    else groups.set(key, [reading]);
  }
  return groups;
}
