/** Finds the result of another series that belongs to one result in a formula, or says in words why there is none. */
import { lastDayMs, type Moment } from '../time/date.ts';
import type { DerivedInput, InputPairing } from './derivedRules.ts';
import type { Row } from '../observation/resultRow.ts';
import { memoizeBySeries } from '../series/memoizeBySeries.ts';
import { repeatsOf } from '../series/pairs/repeatedResults.ts';
import type { Series } from '../series/series.ts';
import { DAY_MS } from '../time/durations.ts';
import { derivedTexts } from './derived.messages.ts';

/** A formula needs to know this besides the results. */
export type DerivedContext = {
  /** The birth date of the patient is undefined or without a time when it is not known. */
  readonly birth: Moment | undefined;
  /** Returns the calendar day of a moment in the time zone of the screen (rule 43). */
  readonly dayOf: (timeMs: number) => number;
};

/** Returns the index of the partner of a row in its series, or the reason why it has none. */
export type FindPartner = (row: Row) => number | string;

/**
 * Returns whether something speaks against a number: it needs a check, it is called absent, it is dated after the death of the patient, or
 * it or another result says something bad of its specimen (decision 72).
 */
const isInDoubt = ({ kind: { check, condition, absentReason }, attached }: Row): boolean =>
  attached?.told !== undefined ||
  attached?.isAfterDeath === true ||
  [check, condition, absentReason].some((words) => words !== '');

/** Returns the results that stand for others of the same number and moment, if something speaks against one of them. */
const inDoubtTwice = memoizeBySeries((series): ReadonlySet<number> => {
  const repeats = repeatsOf(series);
  const found = new Set<number>();
  if (repeats.size > 0) series.rows.forEach((row, i) => isInDoubt(row) && found.add(repeats.get(i) ?? i));
  return found;
});

/**
 * Returns which results of a series may be an input, by row and index: final, a number without comparator that needs no check, at an exact
 * time, of a specimen of which nothing bad was said, and not called absent by its own server (rules 17, 20, 21, 25 and 34). What is said
 * of one copy of a result that was sent twice holds for both (rule 23), but not where one Observation holds all inputs: one side may be
 * that of two pressures. A reader of a calculated value would not see what is said of its inputs.
 */
export function usableInputsOf(series: Series, { kind }: InputPairing): (row: Row, index: number) => boolean {
  const repeats = repeatsOf(series);
  const inDoubt = kind === 'same-observation' ? undefined : inDoubtTwice(series);
  return (row, index) => {
    if (row.kind.drawing !== 'line' || row.kind.precision !== 'instant' || isInDoubt(row)) return false;
    return inDoubt?.has(repeats.get(index) ?? index) !== true;
  };
}

/** Rows with the same number stand for each other; when the numbers differ none of them is taken (rule 23). */
function uniqueIndexOrReason(
  { values }: Series,
  [first, ...more]: readonly number[],
  missing: string,
  several: string,
): number | string {
  if (first === undefined) return missing;
  return more.every((i) => values[i] === values[first]) ? first : several;
}

/** Returns the indices of the usable rows of a series by what they have in common. */
function indicesBy<Key>(
  series: Series,
  pairing: InputPairing,
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly number[]> {
  const indices = new Map<Key, number[]>();
  const isUsable = usableInputsOf(series, pairing);
  series.rows.forEach((row, i) => {
    if (!isUsable(row, i)) return;
    const known = indices.get(keyOf(row));
    if (known === undefined) indices.set(keyOf(row), [i]);
    else known.push(i);
  });
  return indices;
}

/**
 * Returns how the other number of a calculated value is found in `series` for one row: in the same Observation, at the same time,
 * or the last one before. What it returns gives the index in `series`, or in words why there is none.
 */
export function partnerFinder(
  series: Series,
  { name }: DerivedInput,
  pairing: InputPairing,
  context: DerivedContext,
): FindPartner {
  if (pairing.kind === 'same-observation') return partnerInObservation(series, name, pairing);
  return pairing.kind === 'same-time'
    ? partnerAtTime(series, name, pairing)
    : partnerBefore(series, name, pairing, context);
}

function partnerInObservation(series: Series, name: string, pairing: InputPairing): FindPartner {
  const indices = indicesBy(series, pairing, ({ id }) => id);
  const none = derivedTexts('noneInObservation', { name });
  const several = derivedTexts('severalInObservation', { name });
  return ({ id, timeMs }) =>
    uniqueIndexOrReason(
      series,
      id === '' ? [] : (indices.get(id) ?? []).filter((i) => series.timesMs[i] === timeMs),
      none,
      several,
    );
}

function partnerAtTime(series: Series, name: string, pairing: InputPairing): FindPartner {
  const indices = indicesBy(series, pairing, ({ timeMs }) => timeMs);
  const none = derivedTexts('noneAtTime', { name });
  const several = derivedTexts('severalAtTime', { name });
  return ({ timeMs }) => uniqueIndexOrReason(series, indices.get(timeMs) ?? [], none, several);
}

const BIRTH_NOT_KNOWN = derivedTexts('birthNotKnown');

type BeforePairing = Extract<InputPairing, { readonly kind: 'before' }>;

function partnerBefore(
  series: Series,
  name: string,
  pairing: BeforePairing,
  { birth, dayOf }: DerivedContext,
): FindPartner {
  const { withinDays, sameDayUnderYears } = pairing;
  const indices = indicesBy(series, pairing, ({ timeMs }) => timeMs);
  const times = [...indices.keys()];
  const noneWithinDays = derivedTexts('noneWithinDays', { name, days: String(withinDays) });
  const noneOnDay = derivedTexts('noneOnDay', { name, years: String(sameDayUnderYears) });
  const several = derivedTexts('severalAtTime', { name });
  return ({ timeMs }) => {
    if (birth === undefined || birth.precision === 'none') return BIRTH_NOT_KNOWN;
    const isAdult = isCertainlyAged(birth, timeMs, sameDayUnderYears);
    const isNear = isAdult
      ? (ms: number) => ms <= timeMs && timeMs - ms <= withinDays * DAY_MS
      : (ms: number) => dayOf(ms) === dayOf(timeMs);
    // The nearest is the last one at or before the moment, or the first one after it.
    const next = firstIndexAfter(times, timeMs);
    const [before = Number.NaN, after = Number.NaN] = [times[next - 1], times[next]];
    const [near, far] = after - timeMs < timeMs - before ? [after, before] : [before, after];
    const nearest = isNear(near) ? near : isNear(far) ? far : Number.NaN;
    return uniqueIndexOrReason(
      series,
      indices.get(nearest) ?? [],
      isAdult ? noneWithinDays : noneOnDay,
      several,
    );
  };
}

/** Returns the index of the first time after a moment. */
function firstIndexAfter(times: readonly number[], timeMs: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? timeMs) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Returns whether the patient is certainly this many years old: of a birth date without a day the last possible day
 * counts.
 */
function isCertainlyAged(birth: Moment, timeMs: number, years: number): boolean {
  const born = new Date(lastDayMs(birth));
  return timeMs >= Date.UTC(born.getUTCFullYear() + years, born.getUTCMonth(), born.getUTCDate());
}
