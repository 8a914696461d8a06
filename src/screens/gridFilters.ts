/** Which lines and columns of the grid are shown, and what each filter hides. A filter never hides in silence. */
import { latest, previous } from '../clinical/curve.ts';
import type { Panel } from '../clinical/panels.ts';
import type { Series } from '../clinical/series.ts';
import { searchIn } from './closeTo.ts';
import type { Line, Lines } from './gridLines.ts';
import { listText, countText } from './recordWords.ts';
import { entryOf, type Entry, type Expected } from './tileColumns.ts';

/** Without the search, which is nobody's to read in an address. */
export type GridFilters = {
  readonly abnormal: boolean;
  readonly changed: boolean;
  /** Also dates without a result in the lines shown. */
  readonly emptyDates: boolean;
  /** Without the analytes of which there is no result. */
  readonly fullRows: boolean;
  /** Id of a panel; '' for all. */
  readonly panel: string;
};

const WORDS = {
  abnormal: 'abnormal',
  changed: 'changed',
  emptyDates: 'all-dates',
  fullRows: 'full-rows',
} as const;
export type GridSwitch = keyof typeof WORDS;
const NAMES: readonly GridSwitch[] = ['abnormal', 'changed', 'emptyDates', 'fullRows'];

/** Of "#results=abnormal.changed&panel=renal"; what is not understood is no filter. */
export function filtersIn(fragment: string): GridFilters {
  const view = new URLSearchParams(fragment.replace(/^#/, ''));
  const words = new Set((view.get('results') ?? '').split('.'));
  const has = (name: GridSwitch): boolean => words.has(WORDS[name]);
  return {
    abnormal: has('abnormal'),
    changed: has('changed'),
    emptyDates: has('emptyDates'),
    fullRows: has('fullRows'),
    panel: view.get('panel') ?? '',
  };
}

export function fragmentOf(filters: GridFilters): string {
  const words = NAMES.filter((name) => filters[name]).map((name) => WORDS[name]);
  const results = words.length > 0 ? `#results=${words.join('.')}` : '#results';
  return filters.panel === '' ? results : `${results}&panel=${encodeURIComponent(filters.panel)}`;
}

/** One row of the grid as it is shown. */
export type GridRow =
  | { readonly kind: 'group'; readonly key: string; readonly heading: string }
  | { readonly kind: 'line'; readonly key: string; readonly line: Line }
  | { readonly kind: 'empty'; readonly key: string; readonly name: string };

export type GridView = {
  readonly rows: readonly GridRow[];
  /** Places in `Lines.moments`. */
  readonly columns: Uint32Array;
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
  /** Analytes that may have no line: of the panel, or expected while the record is read. */
  readonly expected: readonly Expected[];
};

/** Rule 24: the newest final result differs from the one before; a limit counts as what it says. */
function changedIn(series: Series): boolean {
  const [now, before] = [latest(series), previous(series)];
  if (!now || !before) return false;
  return now.value !== before.value || now.kind.comparator !== before.kind.comparator;
}

const hasChanged = ({ series, diastolic }: Line): boolean =>
  changedIn(series) || (diastolic !== undefined && changedIn(diastolic));

const entryOfLine = ({ name, series, diastolic }: Line): Entry =>
  diastolic ? { ...entryOf(series), kind: 'pair', name, diastolic } : { ...entryOf(series), name };

/** As on the overview; `said` where it was not found by the words as typed. */
function searched(lines: readonly Line[], query: string) {
  const entries = lines.map(entryOfLine);
  const { found, said } = searchIn(entries, query);
  const kept = new Set(found);
  return { found: new Set(lines.filter((_, i) => kept.has(entries[i]!))), said: said.replace(/\. $/, '') };
}

const counted = (n: number, one: string): string => `${countText(n)} ${n === 1 ? one : `${one}s`}`;
const hidden = (rows: number, dates: number): string =>
  `${listText([rows > 0 ? counted(rows, 'row') : '', dates > 0 ? counted(dates, 'date') : ''].filter(Boolean))} hidden`;

/** Which columns hold a result of these lines, or one with a flag. */
function columnsIn(lines: readonly Line[], count: number, onlyFlagged: boolean): Uint8Array {
  const here = new Uint8Array(count);
  for (const { columns, flagged } of lines) {
    columns.forEach((column, i) => {
      if (!onlyFlagged || flagged[i] === 1) here[column] = 1;
    });
  }
  return here;
}

const sizeOf = (here: Uint8Array): number => here.reduce((sum, one) => sum + one, 0);

/** The filters one after another, each with the number of lines that it takes away. */
function sieve(lines: readonly Line[], { filters, query, panel, complete }: Asked) {
  const hides: { name: string; rows: number }[] = [];
  let left = lines;
  const keep = (name: string, isOn: boolean, lets: (line: Line) => boolean): void => {
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
  keep('only abnormal', filters.abnormal, ({ flagged }) => flagged.includes(1));
  keep('only changed', filters.changed && complete, hasChanged);
  return { left, hides };
}

type Placed = { readonly order: number; readonly group: string; readonly row: GridRow };

function rowsOf(lines: readonly Line[], empty: readonly Expected[]): GridRow[] {
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

/** What is shown of a record under the filters. */
export function viewOf({ lines, moments }: Lines, asked: Asked): GridView {
  const { filters, expected } = asked;
  const { left, hides } = sieve(lines, asked);
  const here = new Set(lines.flatMap(({ series, diastolic }) => [series.analyteId, diastolic?.analyteId]));
  const absent = expected.filter(({ id }) => !here.has(id));
  const isNarrowed = asked.query !== '' || filters.abnormal || (filters.changed && asked.complete);
  const empty = isNarrowed ? [] : absent;

  const all = new Uint8Array(moments.length).fill(1);
  const held = columnsIn(left, moments.length, false);
  const flagged = filters.abnormal ? columnsIn(left, moments.length, true) : all;
  const shown = all.map((_, i) => (flagged[i] && (filters.emptyDates || held[i]) ? 1 : 0));
  const words = hides.map(({ name, rows }) => {
    const dates = name === 'only abnormal' ? moments.length - sizeOf(flagged) : 0;
    return rows + dates > 0 ? `${name}: ${hidden(rows, dates)}` : `${name}: nothing hidden`;
  });
  const emptyDates = filters.abnormal || filters.emptyDates ? 0 : moments.length - sizeOf(held);
  if (emptyDates > 0) words.push(`no result in these rows: ${hidden(0, emptyDates)}`);
  return {
    rows: rowsOf(left, filters.fullRows ? [] : empty),
    columns: Uint32Array.from(shown.keys()).filter((i) => shown[i] === 1),
    hides:
      filters.fullRows && empty.length > 0
        ? [...words, `without a result: ${hidden(empty.length, 0)}`]
        : words,
    shownLines: left.length,
  };
}
