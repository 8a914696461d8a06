/** Which result of another series belongs to one result in a formula, or in words why none does. */
import { lastDayMs, type Moment } from '../time/date.ts';
import type { DerivedInput, InputPairing } from './derivedRules.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { DAY_MS } from '../time/durations.ts';

/** What is known beyond the results. */
export type DerivedContext = {
  /** Of the patient; undefined or without a time when it is not known. */
  readonly birth: Moment | undefined;
  /** The calendar day of a moment in the zone of the screen (rule 43). */
  readonly dayOf: (timeMs: number) => number;
};

/** Finds the partner of a row: its place in its series. */
export type FindPartner = (row: Row) => number | string;

/** Rule 25: final, a number without comparator, at an exact time. These are the results that a line may join. */
export const isUsableInput = ({ kind }: Row): boolean =>
  kind.drawing === 'line' && kind.precision === 'instant';

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
    if (!isUsableInput(row)) return;
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
  limit: InputPairing,
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

type BeforeLimit = Extract<InputPairing, { readonly kind: 'before' }>;

function lastBefore(
  series: Series,
  name: string,
  { withinDays, sameDayUnderYears }: BeforeLimit,
  { birth, dayOf }: DerivedContext,
): FindPartner {
  const places = placesBy(series, ({ timeMs }) => timeMs);
  const times = [...places.keys()];
  return ({ timeMs }) => {
    if (birth === undefined || birth.precision === 'none') return 'birth date not known';
    const isAdult = isOfAge(birth, timeMs, sameDayUnderYears);
    const isNear = isAdult
      ? (ms: number) => ms <= timeMs && timeMs - ms <= withinDays * DAY_MS
      : (ms: number) => dayOf(ms) === dayOf(timeMs);
    // The last one at or before the moment, and the next one after it: nothing else can be the nearest.
    const next = placeAfter(times, timeMs);
    const [before = Number.NaN, after = Number.NaN] = [times[next - 1], times[next]];
    const [near, far] = after - timeMs < timeMs - before ? [after, before] : [before, after];
    const nearest = isNear(near) ? near : isNear(far) ? far : Number.NaN;
    return onlyOf(
      series,
      places.get(nearest) ?? [],
      isAdult
        ? `no ${name} within ${withinDays} days before`
        : `no ${name} of the same day (younger than ${sameDayUnderYears} years)`,
      `more than one ${name} at the same time`,
    );
  };
}

/** Of times in their order the place of the first one after a moment. */
function placeAfter(times: readonly number[], timeMs: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? timeMs) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Surely so many years old: of a birth date without a day the last day that it can mean counts. */
function isOfAge(birth: Moment, timeMs: number, years: number): boolean {
  const born = new Date(lastDayMs(birth));
  return timeMs >= Date.UTC(born.getUTCFullYear() + years, born.getUTCMonth(), born.getUTCDate());
}
