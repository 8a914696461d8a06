/** Which result of another series belongs to one result in a formula, or in words why none does. */
import { lastMs } from './age.ts';
import type { Moment } from './date.ts';
import type { DerivedInput, DerivedLimit } from './derivedRules.ts';
import type { Row } from './row.ts';
import type { Series } from './series.ts';

/** What is known beyond the results. */
export type DerivedContext = {
  /** Of the patient; undefined or without a time when it is not known. */
  readonly birth: Moment | undefined;
  /** The calendar day of a moment in the zone of the screen (rule 43). */
  readonly dayOf: (timeMs: number) => number;
};

/** Finds the partner of a row: its place in its series. */
export type FindPartner = (row: Row) => number | string;

const DAY_MS = 86_400_000;

/** Rule 25: final, a number without comparator, at an exact time. These are the results that a line may join. */
export const isUsable = ({ kind }: Row): boolean => kind.drawing === 'line' && kind.precision === 'instant';

/** Rows that say the same number stand for each other; of different ones none is taken (rule 23). */
function onlyOf(
  { values }: Series,
  [first, ...more]: readonly number[],
  missing: string,
  several: string,
): number | string {
  if (first === undefined) return missing;
  return more.every((i) => values[i] === values[first]) ? first : several;
}

/** Places of the usable rows of a series by what they have in common. */
function placesBy<Key>({ rows }: Series, keyOf: (row: Row) => Key): ReadonlyMap<Key, readonly number[]> {
  const places = new Map<Key, number[]>();
  rows.forEach((row, i) => {
    if (!isUsable(row)) return;
    const known = places.get(keyOf(row));
    if (known === undefined) places.set(keyOf(row), [i]);
    else known.push(i);
  });
  return places;
}

/** How partners in `series` are found within a limit. */
export function partnerFinder(
  series: Series,
  { name }: DerivedInput,
  limit: DerivedLimit,
  context: DerivedContext,
): FindPartner {
  if (limit.kind === 'same-observation') return byObservation(series, name);
  return limit.kind === 'same-time' ? byTime(series, name) : lastBefore(series, name, limit, context);
}

function byObservation(series: Series, name: string): FindPartner {
  const places = placesBy(series, ({ id }) => id);
  return ({ id, timeMs }) =>
    onlyOf(
      series,
      id === '' ? [] : (places.get(id) ?? []).filter((i) => series.timesMs[i] === timeMs),
      `no ${name} in the same Observation`,
      `more than one ${name} in the same Observation`,
    );
}

function byTime(series: Series, name: string): FindPartner {
  const places = placesBy(series, ({ timeMs }) => timeMs);
  return ({ timeMs }) =>
    onlyOf(
      series,
      places.get(timeMs) ?? [],
      `no ${name} at the same time`,
      `more than one ${name} at the same time`,
    );
}

type BeforeLimit = Extract<DerivedLimit, { readonly kind: 'before' }>;

function lastBefore(
  series: Series,
  name: string,
  { withinDays, sameDayUnderYears }: BeforeLimit,
  { birth, dayOf }: DerivedContext,
): FindPartner {
  const places = [...placesBy(series, ({ timeMs }) => timeMs)];
  return ({ timeMs }) => {
    if (birth === undefined || birth.precision === 'none') return 'birth date not known';
    const isAdult = isOfAge(birth, timeMs, sameDayUnderYears);
    const isNear = isAdult
      ? (ms: number) => ms <= timeMs && timeMs - ms <= withinDays * DAY_MS
      : (ms: number) => Math.abs(ms - timeMs) < 2 * DAY_MS && dayOf(ms) === dayOf(timeMs);
    let [nearestMs, nearest]: readonly [number, readonly number[]] = [Number.NEGATIVE_INFINITY, []];
    for (const [ms, at] of places)
      if (isNear(ms) && Math.abs(ms - timeMs) < Math.abs(nearestMs - timeMs)) [nearestMs, nearest] = [ms, at];
    return onlyOf(
      series,
      nearest,
      isAdult
        ? `no ${name} within ${withinDays} days before`
        : `no ${name} of the same day (younger than ${sameDayUnderYears} years)`,
      `more than one ${name} at the same time`,
    );
  };
}

/** Surely so many years old: of a birth date without a day the last day that it can mean counts. */
function isOfAge(birth: Moment, timeMs: number, years: number): boolean {
  const born = new Date(lastMs(birth));
  return timeMs >= Date.UTC(born.getUTCFullYear() + years, born.getUTCMonth(), born.getUTCDate());
}
