/** This file says which of two results was measured first, as far as that is known (rules 13, 23 and 44). */
import { isCertainlyBefore } from '../../clinical/series/newest/certainOrder.ts';
import { drawnRows, type ChartEntry } from './chartEntries.ts';

/** Returns whether each side of a result was certainly measured before each side of the other. */
export const isEntryBefore = (a: ChartEntry, b: ChartEntry): boolean =>
  drawnRows(a).every((row) => drawnRows(b).every((other) => isCertainlyBefore(row, other)));
