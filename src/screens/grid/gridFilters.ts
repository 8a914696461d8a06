/** Selects the rows and columns of the grid that are shown. Each filter says what it hides. */
import { latest, previous, tiedWithLatest } from '../../clinical/series/newest/latest.ts';
import type { Panel } from '../../clinical/catalog/panels.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { NewerResult } from '../../clinical/series/newest/newerUncharted.ts';
import { hiddenNewer } from './hiddenNewer.ts';
import { searchEntries } from '../../parts/results/search/fuzzySearch.ts';
import type { GridFilters } from '../../parts/screenUrls/gridUrl.ts';
import type { SeriesRow, GridData } from './gridData.ts';
import {
  matchCountsByColumn,
  newResultsText,
  hasMatchingResult,
  newColumnsOf,
  nonEmptyColumnCount,
  type NewSince,
} from './newResults.ts';
import { listText } from '../../parts/recordStatus/recordStatusText.ts';
import { seriesEntryOf, type TileEntry, type PlaceholderAnalyte } from '../../parts/results/tileLayout.ts';
import { countText } from '../../charts/format/numberText.ts';
import { gridFiltersTexts } from './gridFilters.messages.ts';

/** This is a row of the grid as it is shown. */
export type GridRow =
  | { readonly kind: 'group'; readonly key: string; readonly heading: string }
  | {
      readonly kind: 'series';
      readonly key: string;
      readonly seriesRow: SeriesRow;
      /** No shown cell shows these newer results, so the row has a line for them (rule 13). */
      readonly newer: readonly NewerResult[];
    }
  | { readonly kind: 'empty'; readonly key: string; readonly name: string };

export type GridView = {
  readonly rows: readonly GridRow[];
  /** These are indices in `GridData.moments`. */
  readonly columns: Uint32Array;
  /** It reads like "5 abnormal results since 26 Aug 2026" if only new results are shown; else it is ''. */
  readonly newResultsSummary: string;
  /** This is one text for each filter: "panel: 12 rows hidden". */
  readonly hiddenTexts: readonly string[];
  readonly seriesRowCount: number;
};

type GridQuery = {
  readonly filters: GridFilters;
  readonly searchText: string;
  readonly panel: Panel | undefined;
  /** A change may be claimed only if all was read (rule 39). */
  readonly isComplete: boolean;
  /** Only results after this moment are shown; undefined if all are shown or the moment is not known. */
  readonly since: NewSince | undefined;
  /** These are analytes that have a row even without a result. */
  readonly placeholders: readonly PlaceholderAnalyte[];
};

/**
 * Rule 24: tells whether the newest final result, or another of its moment, differs from the one before. A comparator such as "<"
 * counts too.
 */
function hasSeriesChanged(series: Series): boolean {
  const [now, before] = [latest(series), previous(series)];
  if (!now || !before) return false;
  return [now, ...tiedWithLatest(series)].some(
    ({ value, kind }) => value !== before.value || kind.comparator !== before.kind.comparator,
  );
}

const hasChanged = ({ series, diastolic }: SeriesRow): boolean =>
  hasSeriesChanged(series) || (diastolic !== undefined && hasSeriesChanged(diastolic));

const searchEntryOf = ({ name, series, diastolic }: SeriesRow): TileEntry =>
  diastolic
    ? { ...seriesEntryOf(series), kind: 'pair', name, diastolic }
    : { ...seriesEntryOf(series), name };

/** Searches as the overview does. `explanation` says how the rows were found if not by the words as typed. */
function searchRows(seriesRows: readonly SeriesRow[], searchText: string) {
  const entries = seriesRows.map(searchEntryOf);
  const { matches: matchingEntries, explanation } = searchEntries(entries, searchText);
  const matching = new Set(matchingEntries);
  return {
    matches: new Set(seriesRows.filter((_, i) => matching.has(entries[i]!))),
    explanation: explanation.replace(/\. $/, ''),
  };
}

function hiddenText(rows: number, dates: number): string {
  const parts = [
    rows > 0 ? gridFiltersTexts('rows', { count: rows, shown: countText(rows) }) : '',
    dates > 0 ? gridFiltersTexts('dates', { count: dates, shown: countText(dates) }) : '',
  ].filter(Boolean);
  if (parts.length === 0) return gridFiltersTexts('nothingHidden');
  return gridFiltersTexts('hidden', { parts: listText(parts) });
}

type FilterName = 'search' | 'panel' | 'new' | 'abnormal' | 'changed';

/** Applies the filters one after another and counts the rows that each hides. */
function filterRows(
  seriesRows: readonly SeriesRow[],
  { filters, searchText, panel, isComplete, since }: GridQuery,
  isNew: Uint32Array,
) {
  const hiddenByFilter: { name: FilterName; rowCount: number }[] = [];
  let rows = seriesRows;
  const keep = (name: FilterName, isOn: boolean, predicate: (row: SeriesRow) => boolean): void => {
    if (!isOn) return;
    const before = rows.length;
    rows = rows.filter(predicate);
    hiddenByFilter.push({ name, rowCount: before - rows.length });
  };
  const { matches, explanation } =
    searchText === ''
      ? { matches: new Set(seriesRows), explanation: '' }
      : searchRows(seriesRows, searchText);
  keep('search', searchText !== '', (row) => matches.has(row));
  keep('panel', panel !== undefined, ({ series, diastolic }) =>
    [series, diastolic].some((side) => side && panel?.members.has(side.analyteId)),
  );
  keep('new', since !== undefined, (row) => hasMatchingResult(row, { isNew, onlyFlagged: false }));
  keep('abnormal', filters.onlyAbnormal, (row) => hasMatchingResult(row, { isNew, onlyFlagged: true }));
  keep('changed', filters.onlyChanged && isComplete, hasChanged);
  return { rows, hiddenByFilter, explanation };
}

type OrderedRow = { readonly order: number; readonly group: string; readonly row: GridRow };

function gridRowsOf(
  seriesRows: readonly SeriesRow[],
  placeholders: readonly PlaceholderAnalyte[],
  newerOf: (seriesRow: SeriesRow) => readonly NewerResult[],
): GridRow[] {
  const rows: OrderedRow[] = [
    ...seriesRows.map((seriesRow): OrderedRow => {
      const { order, group } = seriesRow.series;
      const newer = newerOf(seriesRow);
      return { order, group, row: { kind: 'series', key: seriesRow.id, seriesRow, newer } };
    }),
    ...placeholders.map(({ id, name, group, order }): OrderedRow => {
      return { order, group, row: { kind: 'empty', key: `empty ${id}`, name } };
    }),
  ];
  let currentGroup: string | undefined;
  return rows
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ group, row }): GridRow[] => {
      if (group === currentGroup) return [row];
      currentGroup = group;
      return [{ kind: 'group', key: `group ${group}`, heading: group }, row];
    });
}

/** Selects the dates that are shown, and counts those that each filter hides and those without a result in these rows. */
function shownDates(
  seriesRows: readonly SeriesRow[],
  count: number,
  isNew: Uint32Array,
  filters: GridFilters,
) {
  const resultCounts = matchCountsByColumn(seriesRows, { isNew, onlyFlagged: false });
  const flaggedCounts = matchCountsByColumn(seriesRows, { isNew, onlyFlagged: true });
  const counts = filters.onlyAbnormal ? flaggedCounts : filters.hasEmptyDates ? isNew : resultCounts;
  const newColumnCount = nonEmptyColumnCount(isNew);
  const hiddenByFilter: Partial<Record<FilterName, number>> = {
    new: count - newColumnCount,
    abnormal: newColumnCount - nonEmptyColumnCount(flaggedCounts),
  };
  return {
    columns: Uint32Array.from(counts.keys()).filter((i) => (counts[i] ?? 0) > 0),
    hiddenByFilter,
    emptyCount:
      filters.onlyAbnormal || filters.hasEmptyDates ? 0 : newColumnCount - nonEmptyColumnCount(resultCounts),
  };
}

type HiddenValues = { readonly hidden: string; readonly explanation: string; readonly panel: string };

/** Says what one filter hides. */
function hiddenByText(name: FilterName, values: HiddenValues): string {
  const texts: Readonly<Record<FilterName, () => string>> = {
    search: () => gridFiltersTexts(values.explanation === '' ? 'bySearch' : 'bySearchOf', values),
    panel: () => gridFiltersTexts('byPanel', values),
    new: () => gridFiltersTexts('byNew', values),
    abnormal: () => gridFiltersTexts('byAbnormal', values),
    changed: () => gridFiltersTexts('byChanged', values),
  };
  return texts[name]();
}

/** Returns the rows and columns that are shown under the filters. */
export function gridViewOf({ seriesRows, moments }: GridData, query: GridQuery): GridView {
  const { filters, placeholders } = query;
  const isNew = newColumnsOf(moments, query.since);
  const { rows, hiddenByFilter, explanation } = filterRows(seriesRows, query, isNew);
  const analyteIds = new Set(
    seriesRows.flatMap(({ series, diastolic }) => [series.analyteId, diastolic?.analyteId]),
  );
  const absentPlaceholders = placeholders.filter(({ id }) => !analyteIds.has(id));
  const isNarrowed =
    query.searchText !== '' ||
    filters.onlyAbnormal ||
    query.since !== undefined ||
    (filters.onlyChanged && query.isComplete);
  const emptyRows = isNarrowed ? [] : absentPlaceholders;

  const dates = shownDates(rows, moments.length, isNew, filters);
  const hiddenTexts = hiddenByFilter.map(({ name, rowCount }) => {
    const hidden = hiddenText(rowCount, dates.hiddenByFilter[name] ?? 0);
    return hiddenByText(name, { hidden, explanation, panel: query.panel?.name ?? '' });
  });
  if (dates.emptyCount > 0)
    hiddenTexts.push(gridFiltersTexts('withoutResult', { hidden: hiddenText(0, dates.emptyCount) }));
  if (filters.onlyFullRows && emptyRows.length > 0)
    hiddenTexts.push(gridFiltersTexts('emptyRows', { hidden: hiddenText(emptyRows.length, 0) }));
  const shownColumns = new Set(dates.columns);
  const all = [
    ...new Set(seriesRows.flatMap(({ series, diastolic }) => (diastolic ? [series, diastolic] : [series]))),
  ];
  return {
    rows: gridRowsOf(rows, filters.onlyFullRows ? [] : emptyRows, (row) =>
      hiddenNewer(row, all, shownColumns),
    ),
    columns: dates.columns,
    newResultsSummary: newResultsText(rows, moments, query.since, {
      isNew,
      onlyFlagged: filters.onlyAbnormal,
    }),
    hiddenTexts,
    seriesRowCount: rows.length,
  };
}
