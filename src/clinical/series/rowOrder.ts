import { keyOfKind } from '../observation/rowKinds.ts';
import type { Row } from '../observation/resultRow.ts';

export type RowComparator = (a: Row, b: Row) => number;

export const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** What decides between rows of one moment: nothing of it depends on the order of arrival. */
const alike: RowComparator = (a, b) =>
  compareText(a.id, b.id) ||
  compareText(a.valueText, b.valueText) ||
  compareText(a.effective, b.effective) ||
  compareText(keyOfKind(a.kind), keyOfKind(b.kind));

/** Oldest first; for rows that have a time. */
export const byTime: RowComparator = (a, b) => a.timeMs - b.timeMs || alike(a, b);

const isUndated = ({ timeMs }: Row): number => Number(Number.isNaN(timeMs));

/** Newest first, undated last. */
export const newestFirst: RowComparator = (a, b) =>
  b.timeMs - a.timeMs || isUndated(a) - isUndated(b) || alike(a, b);
