/** The heading of a list is about as high as one of its lines. */
const HEADING_LINES = 1;

const heightOf = (lineCounts: readonly number[]): number =>
  lineCounts.reduce((sum, count) => sum + HEADING_LINES + count, 0);

/** Fills one column after the other with lists, each column at most so many lines high. A list is never parted. */
function filled(lineCounts: readonly number[], maxLines: number): number[] {
  const ends: number[] = [];
  let height = 0;
  lineCounts.forEach((count, index) => {
    const own = HEADING_LINES + count;
    if (index > 0 && height + own > maxLines) {
      ends.push(index);
      height = 0;
    }
    height += own;
  });
  return [...ends, lineCounts.length];
}

/**
 * Returns where each column ends, as indices behind its last list: the lists keep their order, stand in at most so many columns, and the
 * longest column is as short as it can be. The `columns` of CSS do the same, and a browser lays the lists out a dozen times for it.
 */
export function columnEnds(lineCounts: readonly number[], columnCount: number): readonly number[] {
  if (lineCounts.length === 0) return [];
  const longest = Math.max(...lineCounts) + HEADING_LINES;
  for (let maxLines = Math.max(longest, Math.ceil(heightOf(lineCounts) / columnCount)); ; maxLines += 1) {
    const ends = filled(lineCounts, maxLines);
    if (ends.length <= columnCount) return ends;
  }
}
