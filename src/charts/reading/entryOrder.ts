/** This file says which of two results was measured first, as far as that is known (rules 13, 23 and 44). */
import { isCertainlyBefore } from '../../clinical/series/newest/certainOrder.ts';
import { drawnRows, firstEntryFrom, type ChartEntry } from './chartEntries.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import type { Precision } from '../../clinical/time/date.ts';

/** Returns whether each side of a result was certainly measured before each side of the other. */
export const isEntryBefore = (a: ChartEntry, b: ChartEntry): boolean =>
  drawnRows(a).every((row) => drawnRows(b).every((other) => isCertainlyBefore(row, other)));

/** Returns whether nobody knows which of two results is the newer one. */
const isTied = (a: ChartEntry, b: ChartEntry): boolean => !isEntryBefore(a, b) && !isEntryBefore(b, a);

const isExact = ({ rows }: ChartEntry): boolean => rows.every(({ kind }) => kind.precision === 'instant');

/** The order of two results is certain when more than this lies between them. A day reaches 14 hours beyond both of its ends. */
const REACH_DAYS: Readonly<Record<Precision, number>> = {
  instant: 3,
  none: 3,
  day: 3,
  month: 35,
  year: 370,
};

const reachMs = ({ rows }: ChartEntry): number =>
  Math.max(...rows.map(({ kind }) => REACH_DAYS[kind.precision])) * DAY_MS;

/** A pointer asks for one result after another, and there may be many thousands, so this is looked up once. */
const longDates = new WeakMap<readonly ChartEntry[], readonly number[]>();

/** Returns the places of the months and years, oldest first. Most curves have none. */
function placesOfLongDates(drawn: readonly ChartEntry[]): readonly number[] {
  const known = longDates.get(drawn);
  if (known) return known;
  const places: number[] = [];
  for (const [i, { rows }] of drawn.entries())
    if (rows.some(({ kind }) => REACH_DAYS[kind.precision] > REACH_DAYS.day)) places.push(i);
  longDates.set(drawn, places);
  return places;
}

/** Returns the places at which a result may stand whose order is not certain, oldest first. */
function placesNear(drawn: readonly ChartEntry[], entry: ChartEntry): readonly number[] {
  const nearMs = reachMs(entry);
  const from = firstEntryFrom(drawn, entry.timeMs - nearMs);
  const to = firstEntryFrom(drawn, entry.timeMs + nearMs + 1);
  const long = placesOfLongDates(drawn);
  return [
    ...long.filter((i) => i < from),
    ...Array.from({ length: to - from }, (_, k) => from + k),
    ...long.filter((i) => i >= to),
  ];
}

/** Returns the results that were not certainly measured before a drawn one, oldest first. */
export function entriesNotBefore(drawn: readonly ChartEntry[], entry: ChartEntry): readonly ChartEntry[] {
  const from = firstEntryFrom(drawn, entry.timeMs - reachMs(entry));
  const long = placesOfLongDates(drawn).filter((i) => i < from);
  return [...long.map((i) => drawn[i]!), ...drawn.slice(from)].filter((one) => !isEntryBefore(one, entry));
}

/** Returns the results of which nobody knows whether they are older or newer than a drawn one, oldest first. */
export const tiedEntries = (drawn: readonly ChartEntry[], entry: ChartEntry): readonly ChartEntry[] =>
  placesNear(drawn, entry)
    .map((i) => drawn[i]!)
    .filter(
      (one) =>
        one.index !== entry.index &&
        // Two moments are tied when they are one. The order of all others is certain, and there may be many thousands.
        (one.timeMs === entry.timeMs || !isExact(one) || !isExact(entry)) &&
        isTied(one, entry),
    );

export const isFinalEntry = ({ rows }: ChartEntry): boolean =>
  rows.every(({ kind }) => kind.status !== 'preliminary');

/** Returns the other results that may be as new as the newest one, oldest first: the final ones beside a final one (rule 34). */
export const concurrentEntries = (drawn: readonly ChartEntry[], newest: ChartEntry): readonly ChartEntry[] =>
  entriesNotBefore(drawn, newest).filter(
    (one) => one !== newest && (isFinalEntry(one) || !isFinalEntry(newest)),
  );

/**
 * Returns the last final result that was certainly measured before this one, be it a number on the line, a limit or a day alone
 * (rule 13).
 */
export function finalEntryBefore(drawn: readonly ChartEntry[], entry: ChartEntry): ChartEntry | undefined {
  for (let i = entry.index - 1; i >= 0; i--) {
    const earlier = drawn[i]!;
    if (isFinalEntry(earlier) && isEntryBefore(earlier, entry)) return earlier;
  }
  return undefined;
}
