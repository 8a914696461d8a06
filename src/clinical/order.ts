import { keyOfKind } from './kind.ts';
import type { Row } from './row.ts';

type Compare = (a: Row, b: Row) => number;

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** What decides between rows of one moment: nothing of it depends on the order of arrival. */
const alike: Compare = (a, b) =>
  byText(a.id, b.id) ||
  byText(a.valueText, b.valueText) ||
  byText(a.effective, b.effective) ||
  byText(keyOfKind(a.kind), keyOfKind(b.kind));

/** Oldest first. */
export const byTime: Compare = (a, b) => a.timeMs - b.timeMs || alike(a, b);

const age = ({ timeMs }: Row): number => (Number.isNaN(timeMs) ? Number.NEGATIVE_INFINITY : timeMs);

/** Newest first, undated last. */
export const newestFirst: Compare = (a, b) => (age(a) === age(b) ? alike(a, b) : age(b) - age(a));

/** One sorted list of two; neither is changed. */
export function merged(a: readonly Row[], b: readonly Row[], compare: Compare): readonly Row[] {
  const [firstA, lastA, firstB, lastB] = [a[0], a.at(-1), b[0], b.at(-1)];
  if (firstA === undefined || lastA === undefined) return b;
  if (firstB === undefined || lastB === undefined) return a;
  if (compare(lastA, firstB) <= 0) return [...a, ...b];
  if (compare(lastB, firstA) <= 0) return [...b, ...a];
  return interleaved(a, b, compare);
}

function interleaved(a: readonly Row[], b: readonly Row[], compare: Compare): readonly Row[] {
  const all: Row[] = [];
  let i = 0;
  for (const other of b) {
    for (let one = a[i]; one !== undefined && compare(one, other) <= 0; one = a[++i]) all.push(one);
    all.push(other);
  }
  for (let one = a[i]; one !== undefined; one = a[++i]) all.push(one);
  return all;
}
