/** Which lines and columns of the grid are shown, and what each filter hides. A filter never hides in silence. */
import { latest, previous } from '../../clinical/series/latest.ts';
import type { Panel } from '../../clinical/catalog/panels.ts';
import type { Series } from '../../clinical/series/series.ts';
import { searchEntries } from '../../parts/results/fuzzySearch.ts';
import type { GridFilters } from '../../parts/screenUrls/gridUrl.ts';
import type { GridRowSeries, GridRowList } from './gridLines.ts';
import {
  counted,
  countsIn,
  newResultsText,
  matchesNewFilter,
  newIn,
  newResultsCount,
  type NewSince,
} from './gridNew.ts';
import { listText } from '../../parts/recordStatus/recordStatusText.ts';
import { seriesEntryOf, type TileEntry, type PlaceholderAnalyte } from '../../parts/results/tileLayout.ts';

/** One row of the grid as it is shown. */
export type GridRow =
  | { readonly kind: 'group'; readonly key: string; readonly heading: string }
  | { readonly kind: 'line'; readonly key: string; readonly line: GridRowSeries }
  | { readonly kind: 'empty'; readonly key: string; readonly name: string };

export type GridView = {
  readonly rows: readonly GridRow[];
  /** Places in `Lines.moments`. */
  readonly columns: Uint32Array;
  /** How many results are new, where only those are shown: "5 abnormal results since 26 Aug 2026"; else ''. */
  readonly found: string;
  /** What each filter hides: "panel: 12 rows hidden". */
  readonly hides: readonly string[];
  readonly shownLines: number;
};

type Asked = {
  readonly filters: GridFilters;
  readonly query: string;
  readonly panel: Panel | undefined;
  /** Only then may a change be claimed (rule 39). */
  readonly complete: boolean;
  /** Only results after it; undefined while all are shown or it is not known. */
  readonly since: NewSince | undefined;
  /** Analytes that may have no line: of the panel, or expected while the record is read. */
  readonly expected: readonly PlaceholderAnalyte[];
};

/** Rule 24: the newest final result differs from the one before; a limit counts as what it says. */
function changedIn(series: Series): boolean {
  const [now, before] = [latest(series), previous(series)];
  if (!now || !before) return false;
  return now.value !== before.value || now.kind.comparator !== before.kind.comparator;
}

const hasChanged = ({ series, diastolic }: GridRowSeries): boolean =>
  changedIn(series) || (diastolic !== undefined && changedIn(diastolic));

const entryOfLine = ({ name, series, diastolic }: GridRowSeries): TileEntry =>
  diastolic
    ? { ...seriesEntryOf(series), kind: 'pair', name, diastolic }
    : { ...seriesEntryOf(series), name };

/** As on the overview; `said` where it was not found by the words as typed. */
function searched(lines: readonly GridRowSeries[], query: string) {
  const entries = lines.map(entryOfLine);
  const { matches, explanation } = searchEntries(entries, query);
  const kept = new Set(matches);
  return {
    found: new Set(lines.filter((_, i) => kept.has(entries[i]!))),
    said: explanation.replace(/\. $/, ''),
  };
}

const hidden = (rows: number, dates: number): string =>
  `${listText([rows > 0 ? counted(rows, 'row') : '', dates > 0 ? counted(dates, 'date') : ''].filter(Boolean))} hidden`;

/** The filters one after another, each with the number of lines that it takes away. */
function sieve(
  lines: readonly GridRowSeries[],
  { filters, query, panel, complete, since }: Asked,
  isNew: Uint32Array,
) {
  const hides: { name: string; rows: number }[] = [];
  let left = lines;
  const keep = (name: string, isOn: boolean, lets: (line: GridRowSeries) => boolean): void => {
    if (!isOn) return;
    const before = left.length;
    left = left.filter(lets);
    hides.push({ name, rows: before - left.length });
  };
  const { found, said } = query === '' ? { found: new Set(lines), said: '' } : searched(lines, query);
  keep(said === '' ? 'search' : `${said}; search`, query !== '', (line) => found.has(line));
  keep(`panel ${panel?.name}`, panel !== undefined, ({ series, diastolic }) =>
    [series, diastolic].some((side) => side && panel?.members.has(side.analyteId)),
  );
  keep('only new', since !== undefined, (line) => matchesNewFilter(line, { isNew, onlyFlagged: false }));
  keep('only abnormal', filters.abnormal, (line) => matchesNewFilter(line, { isNew, onlyFlagged: true }));
  keep('only changed', filters.changed && complete, hasChanged);
  return { left, hides };
}

type Placed = { readonly order: number; readonly group: string; readonly row: GridRow };

function rowsOf(lines: readonly GridRowSeries[], empty: readonly PlaceholderAnalyte[]): GridRow[] {
  const placed: Placed[] = [
    ...lines.map((line): Placed => {
      const { order, group } = line.series;
      return { order, group, row: { kind: 'line', key: line.id, line } };
    }),
    ...empty.map(({ id, name, group, order }): Placed => {
      return { order, group, row: { kind: 'empty', key: `empty ${id}`, name } };
    }),
  ];
  let open: string | undefined;
  return placed
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ group, row }): GridRow[] => {
      if (group === open) return [row];
      open = group;
      return [{ kind: 'group', key: `group ${group}`, heading: group }, row];
    });
}

/** The dates that are shown of these lines, how many each filter hides, and how many hold nothing of them. */
function datesOf(lines: readonly GridRowSeries[], count: number, isNew: Uint32Array, filters: GridFilters) {
  const held = countsIn(lines, { isNew, onlyFlagged: false });
  const flagged = countsIn(lines, { isNew, onlyFlagged: true });
  const shown = filters.abnormal ? flagged : filters.emptyDates ? isNew : held;
  const news = newResultsCount(isNew);
  const hiddenBy: Readonly<Record<string, number>> = {
    'only new': count - news,
    'only abnormal': news - newResultsCount(flagged),
  };
  return {
    columns: Uint32Array.from(shown.keys()).filter((i) => (shown[i] ?? 0) > 0),
    hidden: hiddenBy,
    empty: filters.abnormal || filters.emptyDates ? 0 : news - newResultsCount(held),
  };
}

/** What is shown of a record under the filters. */
export function gridViewOf({ lines, moments }: GridRowList, asked: Asked): GridView {
  const { filters, expected } = asked;
  const isNew = newIn(moments, asked.since);
  const { left, hides } = sieve(lines, asked, isNew);
  const here = new Set(lines.flatMap(({ series, diastolic }) => [series.analyteId, diastolic?.analyteId]));
  const absent = expected.filter(({ id }) => !here.has(id));
  const isNarrowed =
    asked.query !== '' ||
    filters.abnormal ||
    asked.since !== undefined ||
    (filters.changed && asked.complete);
  const empty = isNarrowed ? [] : absent;

  const dates = datesOf(left, moments.length, isNew, filters);
  const words = hides.map(({ name, rows }) => {
    const off = dates.hidden[name] ?? 0;
    return rows + off > 0 ? `${name}: ${hidden(rows, off)}` : `${name}: nothing hidden`;
  });
  if (dates.empty > 0) words.push(`no result in these rows: ${hidden(0, dates.empty)}`);
  if (filters.fullRows && empty.length > 0) words.push(`without a result: ${hidden(empty.length, 0)}`);
  return {
    rows: rowsOf(left, filters.fullRows ? [] : empty),
    columns: dates.columns,
    found: newResultsText(left, moments, asked.since, { isNew, onlyFlagged: filters.abnormal }),
    hides: words,
    shownLines: left.length,
  };
}
