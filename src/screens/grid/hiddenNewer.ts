import { newerUncharted, type NewerResult } from '../../clinical/series/newest/newerUncharted.ts';
import { isSameRow } from '../../clinical/series/rowList.ts';
import type { Series } from '../../clinical/series/series.ts';
import { cellEntries } from './gridCells.ts';
import { rowAt, type SeriesRow } from './gridData.ts';

/**
 * Returns the column in which a result is what its cell shows; undefined if another result stands there before it, or in its
 * place because it repeats it.
 */
function columnShowing(seriesRow: SeriesRow, { lead: { row, series } }: NewerResult): number | undefined {
  const refs = series === seriesRow.diastolic ? seriesRow.diastolicRefs : seriesRow.rowRefs;
  const index = refs?.findLastIndex((ref) => {
    const other = rowAt(series, ref);
    return other !== undefined && isSameRow(other, row);
  });
  if (index === undefined || index < 0) return undefined;
  const column = seriesRow.columnIndices[index];
  if (column === undefined || seriesRow.columnIndices[index - 1] === column) return undefined;
  const isRepeated = cellEntries(seriesRow, column).some(
    ({ isRepeat, rows }) => isRepeat && rows.some((other) => isSameRow(other, row)),
  );
  return isRepeated ? undefined : column;
}

/**
 * Returns the newer results of a row that no shown cell shows: their column is filtered out, they stand in another row
 * because of their unit, or under another result of the same minute (rule 13).
 */
export function hiddenNewer(
  seriesRow: SeriesRow,
  all: readonly Series[],
  shownColumns: ReadonlySet<number>,
): readonly NewerResult[] {
  const { id, series, diastolic } = seriesRow;
  // Results in another unit have a row of their own, with the same series.
  if (id !== series.id) return [];
  return newerUncharted([series, diastolic], all).filter((newer) => {
    const isInRow = newer.lead.series === series || newer.lead.series === diastolic;
    const column = isInRow ? columnShowing(seriesRow, newer) : undefined;
    return newer.manner !== 'cancelled' && !(column !== undefined && shownColumns.has(column));
  });
}
