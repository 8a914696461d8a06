import { keyOfKind } from './kind.ts';
import type { Row } from './row.ts';

type Compare = (a: Row, b: Row) => number;

export const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** What decides between rows of one moment: nothing of it depends on the order of arrival. */
const alike: Compare = (a, b) =>
  byText(a.id, b.id) ||
  byText(a.valueText, b.valueText) ||
  byText(a.effective, b.effective) ||
  byText(keyOfKind(a.kind), keyOfKind(b.kind));

/** Oldest first; for rows that have a time. */
export const byTime: Compare = (a, b) => a.timeMs - b.timeMs || alike(a, b);

const isUndated = ({ timeMs }: Row): number => Number(Number.isNaN(timeMs));

/** Newest first, undated last. */
export const newestFirst: Compare = (a, b) =>
  b.timeMs - a.timeMs || isUndated(a) - isUndated(b) || alike(a, b);

/** One sorted list of two; neither is changed. */
export function merged(a: readonly Row[], b: readonly Row[], compare: Compare): readonly Row[] {
  const last = a.at(-1);
  const [first] = b;
  if (last === undefined || first === undefined) return last === undefined ? b : a;
  if (compare(last, first) <= 0) return [...a, ...b];
  const all: Row[] = [];
  let i = 0;
  for (const other of b) {
    for (let one = a[i]; one !== undefined && compare(one, other) <= 0; one = a[++i]) all.push(one);
    all.push(other);
  }
  return [...all, ...a.slice(i)];
}
