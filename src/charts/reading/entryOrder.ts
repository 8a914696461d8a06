/** This file says which of two results was measured first, as far as that is known (rules 13, 23 and 44). */
import { isCertainlyBefore } from '../../clinical/series/newest/certainOrder.ts';
import { drawnRows, type ChartEntry } from './chartEntries.ts';

/** Returns whether each side of a result was certainly measured before each side of the other. */
export const isEntryBefore = (a: ChartEntry, b: ChartEntry): boolean =>
  drawnRows(a).every((row) => drawnRows(b).every((other) => isCertainlyBefore(row, other)));

/** Returns whether nobody knows which of two results is the newer one. */
const isTied = (a: ChartEntry, b: ChartEntry): boolean => !isEntryBefore(a, b) && !isEntryBefore(b, a);

/** Returns the results beside a drawn one of which nobody knows whether they are older or newer, oldest first. */
export function tiedEntries(drawn: readonly ChartEntry[], entry: ChartEntry): readonly ChartEntry[] {
  let [from, to] = [entry.index, entry.index + 1];
  while (from > 0 && isTied(drawn[from - 1]!, entry)) from--;
  while (to < drawn.length && isTied(drawn[to]!, entry)) to++;
  return [...drawn.slice(from, entry.index), ...drawn.slice(entry.index + 1, to)];
}
