/** This file says which rows or columns of the sheet are in the page. */

/** So many rows and columns stand ready on each side of those that are seen. */
export const MARGIN = { rows: 6, columns: 3 };

const NONE: readonly number[] = [];

/** Returns the indices that are seen with `count` further ones on each side, as far as the axis has them. */
export function withMargins(seen: readonly number[], count: number, axisLength: number): readonly number[] {
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined) return NONE;
  const [from, to] = [Math.max(0, first - count), Math.min(axisLength - 1, last + count)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/**
 * Returns which indices are drawn, in order: those that are seen, those around them, and the active one, so that the focus is never
 * lost. Those around them may be of a longer list that stood a moment ago.
 */
export const drawnIndices = (
  seen: readonly number[],
  around: readonly number[],
  activeIndex: number,
  axisLength: number,
): readonly number[] =>
  [...new Set([...seen, ...around, activeIndex])]
    .filter((index) => index >= 0 && index < axisLength)
    .toSorted((a, b) => a - b);
