import { keyOfKind } from '../observation/rowKinds.ts';
import type { Row } from '../observation/resultRow.ts';

/** Compares two rows as `Array.prototype.sort` asks for. */
export type RowComparator = (a: Row, b: Row) => number;

/** Compares two texts by their UTF-16 code units, which no locale changes. */
export const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Decides between rows of one moment. Nothing of it depends on the order of arrival. */
const byContent: RowComparator = (a, b) =>
  compareText(a.id, b.id) ||
  compareText(a.valueText, b.valueText) ||
  compareText(a.effective, b.effective) ||
  compareText(keyOfKind(a.kind), keyOfKind(b.kind));

/** Sorts rows that have a time, oldest first. */
export const byTime: RowComparator = (a, b) => a.timeMs - b.timeMs || byContent(a, b);

const isUndated = ({ timeMs }: Row): number => Number(Number.isNaN(timeMs));

/** Sorts rows newest first, and those without a time last. */
export const newestFirst: RowComparator = (a, b) =>
  b.timeMs - a.timeMs || isUndated(a) - isUndated(b) || byContent(a, b);
