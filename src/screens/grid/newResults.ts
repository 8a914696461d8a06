/** Counts the results of the grid that are new since a moment. A result that may be new is never hidden as old. */
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import { cellEntries } from './gridCells.ts';
import { isFlagged, type SeriesRow } from './gridData.ts';
import { newnessOf, type GridMoment } from './gridColumns.ts';
import { countText } from '../../charts/format/numberText.ts';
import { gridFiltersTexts } from './gridFilters.messages.ts';

/** This is a moment and its description in words. */
export type NewSince = { readonly sinceMs: number; readonly text: string };

/** Selects the results of the columns whose `isNew` is 1, either all of them or only those with a flag. */
type ResultFilter = { readonly isNew: Uint32Array; readonly onlyFlagged: boolean };

/** Returns 1 for each column that is or may be new since then; 1 for all without a moment. */
export const newColumnsOf = (moments: readonly GridMoment[], since: NewSince | undefined): Uint32Array =>
  Uint32Array.from(moments, (moment) => (since && newnessOf(moment, since.sinceMs) === 'no' ? 0 : 1));

const matchesResultFilter = (
  { columnIndices, flagged }: SeriesRow,
  index: number,
  { isNew, onlyFlagged }: ResultFilter,
): boolean => isNew[columnIndices[index] ?? 0] === 1 && (!onlyFlagged || flagged[index] === 1);

export const hasMatchingResult = (seriesRow: SeriesRow, filter: ResultFilter): boolean =>
  seriesRow.columnIndices.some((_, index) => matchesResultFilter(seriesRow, index, filter));

/** Returns for each column the number of results that match the filter. */
export function matchCountsByColumn(seriesRows: readonly SeriesRow[], filter: ResultFilter): Uint32Array {
  const counts = new Uint32Array(filter.isNew.length);
  for (const seriesRow of seriesRows) {
    seriesRow.columnIndices.forEach((column, index) => {
      if (matchesResultFilter(seriesRow, index, filter)) counts[column] = (counts[column] ?? 0) + 1;
    });
  }
  return counts;
}

/** Returns the number of columns whose count is not 0. */
export const nonEmptyColumnCount = (counts: Uint32Array): number =>
  counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);

/** A cancelled result and a panel have a cell but are no results (rule 36). A result that was sent twice is one (rule 23). */
const isCounted = ({ rows: [{ kind }], isRepeat }: ChartEntry): boolean =>
  !isRepeat && kind.reason !== 'status' && kind.reason !== 'panel';

const isAnyFlagged = ({ rows, repeats }: ChartEntry): boolean =>
  [rows, ...repeats.map((repeat) => repeat.rows)].some((all) => all.some(isFlagged));

/**
 * Returns "5 abnormal results since 26 Aug 2026, …". It also counts the results without a time of day, which may be older,
 * and the preliminary ones, whose flag may still change (rule 34).
 */
export function newResultsText(
  seriesRows: readonly SeriesRow[],
  moments: readonly GridMoment[],
  since: NewSince | undefined,
  filter: ResultFilter,
): string {
  if (!since) return '';
  const isMaybeNew = moments.map((moment) => newnessOf(moment, since.sinceMs) === 'maybe');
  const isNewColumn = (column: number): boolean => filter.isNew[column] === 1;
  const counted = seriesRows.flatMap((seriesRow) =>
    [...new Set(seriesRow.columnIndices)].filter(isNewColumn).flatMap((column) =>
      cellEntries(seriesRow, column)
        .filter((entry) => isCounted(entry) && (!filter.onlyFlagged || isAnyFlagged(entry)))
        .map((entry) => ({ entry, column })),
    ),
  );
  const all = counted.length;
  const maybe = counted.filter(({ column }) => isMaybeNew[column]).length;
  const preliminary = counted.filter(({ entry }) => entry.rows[0].kind.status === 'preliminary').length;
  const notes = [
    preliminary > 0 ? gridFiltersTexts('preliminary', { count: countText(preliminary) }) : '',
    maybe > 0 ? gridFiltersTexts('perhapsBefore', { count: countText(maybe) }) : '',
  ].filter(Boolean);
  const values = { count: all, shown: countText(all), since: since.text };
  const [none, some] = filter.onlyFlagged
    ? (['noneAbnormalSince', 'abnormalSince'] as const)
    : (['noneSince', 'since'] as const);
  const results = all === 0 ? gridFiltersTexts(none, values) : gridFiltersTexts(some, values);
  return notes.length === 0
    ? results
    : gridFiltersTexts('sinceWithNotes', { results, notes: notes.join('; ') });
}
