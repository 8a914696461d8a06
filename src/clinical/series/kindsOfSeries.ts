import type { RowKind } from '../observation/resultRow.ts';
import { memoizeBySeries } from './memoizeBySeries.ts';

/** Returns what the drawn rows of a series have in common, once each: kinds are few, and to make every row takes longer. */
export const kindsOfSeries = memoizeBySeries(({ rows }): readonly RowKind[] => [
  ...new Set(rows.map(({ kind }) => kind)),
]);
