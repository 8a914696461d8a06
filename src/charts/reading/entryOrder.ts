/** This file says which of two results was measured first, as far as that is known (rules 13, 23 and 44). */
import { isCertainlyBefore } from '../../clinical/series/newest/certainOrder.ts';
import { drawnRows, type ChartEntry } from './chartEntries.ts';

/** Returns whether each side of a result was certainly measured before each side of the other. */
export const isEntryBefore = (a: ChartEntry, b: ChartEntry): boolean =>
  drawnRows(a).every((row) => drawnRows(b).every((other) => isCertainlyBefore(row, other)));

/** Returns whether nobody knows which of two results is the newer one. */
const isTied = (a: ChartEntry, b: ChartEntry): boolean => !isEntryBefore(a, b) && !isEntryBefore(b, a);

const isExact = ({ rows }: ChartEntry): boolean => rows.every(({ kind }) => kind.precision === 'instant');

/** Returns the results of which nobody knows whether they are older or newer than a drawn one, oldest first. */
export const tiedEntries = (drawn: readonly ChartEntry[], entry: ChartEntry): readonly ChartEntry[] =>
  drawn.filter(
    (one) =>
      one.index !== entry.index &&
      // Two moments are tied when they are one. The order of all others is certain, and there may be many thousands.
      (one.timeMs === entry.timeMs || !isExact(one) || !isExact(entry)) &&
      isTied(one, entry),
  );
