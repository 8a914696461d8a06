import { keyOfKind } from '../observation/rowKinds.ts';
import type { Row } from '../observation/resultRow.ts';

export type RowComparator = (a: Row, b: Row) => number;

export const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** What decides between rows of one moment: nothing of it depends on the order of arrival. */
const alike: RowComparator = (a, b) =>
  byText(a.id, b.id) ||
  byText(a.valueText, b.valueText) ||
  byText(a.effective, b.effective) ||
  byText(keyOfKind(a.kind), keyOfKind(b.kind));

/** Oldest first; for rows that have a time. */
export const byTime: RowComparator = (a, b) => a.timeMs - b.timeMs || alike(a, b);

const isUndated = ({ timeMs }: Row): number => Number(Number.isNaN(timeMs));

/** Newest first, undated last. */
export const newestFirst: RowComparator = (a, b) =>
  b.timeMs - a.timeMs || isUndated(a) - isUndated(b) || alike(a, b);
