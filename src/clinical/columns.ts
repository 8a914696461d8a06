/**
 * The columns of a record as it fills: rows go in page by page, immutable `Series` come out. Rows of a page are sorted alone
 * and merged, so a page costs one pass over the series that it touched and nothing for the others.
 */
import { placeOf, setSeriesId, type Place } from './kind.ts';
import { byTime, merged, newestFirst } from './order.ts';
import type { Row, RowKind } from './row.ts';
import { seriesFrom, type Drawn } from './seriesFrom.ts';
import type { Series } from './series.ts';

const noDrawn: Drawn = { rows: [], timesMs: new Float64Array(0), values: new Float64Array(0) };

/** The rows of one measure in one unit. */
type Column = {
  readonly place: Place;
  readonly kinds: Set<RowKind>;
  drawn: Drawn;
  listed: readonly Row[];
  readonly fresh: Row[];
  readonly gone: Set<Row>;
  /** Observations with a point here, and those with rows but no point. */
  drawnCount: number;
  listedCount: number;
  changed: boolean;
};

/** The columns of one measure: one for each unit of the catalog's, all units together for a code that it does not know. */
type Family = {
  readonly columns: Map<string, Column>;
  made: readonly Made[];
  series: readonly Series[];
};

/** A series and the columns it was made of. */
type Made = { readonly members: readonly Column[]; readonly series: Series };

export type Columns = {
  /** Adds all rows of one Observation. */
  readonly add: (rows: readonly Row[]) => void;
  /** Takes the same rows out again. */
  readonly remove: (rows: readonly Row[]) => void;
  /** Every series in clinical order. A series that has not changed is the same object as before. */
  readonly series: () => readonly Series[];
};

/** Empty columns for one record. */
export function createColumns(): Columns {
  const families = new Map<string, Family>();
  const byKind = new WeakMap<RowKind, Column>();
  let inOrder: readonly Series[] | undefined = [];

  const columnOf = ({ kind }: Row): Column => {
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const column = findColumn(families, kind);
    column.kinds.add(kind);
    byKind.set(kind, column);
    return column;
  };

  return {
    add(rows) {
      inOrder = undefined;
      for (const row of rows) columnOf(row).fresh.push(row);
      count(rows, columnOf, 1);
    },
    remove(rows) {
      inOrder = undefined;
      for (const row of rows) columnOf(row).gone.add(row);
      count(rows, columnOf, -1);
    },
    series: () => (inOrder ??= [...families.values()].flatMap(seriesOfFamily).toSorted(clinically)),
  };
}

function findColumn(families: Map<string, Family>, kind: RowKind): Column {
  const place = placeOf(kind);
  const isKnown = place.target !== undefined;
  const familyId = isKnown ? kind.seriesId : place.base;
  const family = families.get(familyId) ?? { columns: new Map(), made: [], series: [] };
  families.set(familyId, family);
  const columnId = isKnown ? '' : `${place.isNumber}${place.unit}`;
  const column = family.columns.get(columnId) ?? emptyColumn(place);
  family.columns.set(columnId, column);
  return column;
}

const emptyColumn = (place: Place): Column => ({
  place,
  kinds: new Set(),
  drawn: noDrawn,
  listed: [],
  fresh: [],
  gone: new Set(),
  drawnCount: 0,
  listedCount: 0,
  changed: false,
});

/** An Observation counts once in each column, as drawn if one of its rows there is. */
function count(rows: readonly Row[], columnOf: (row: Row) => Column, by: 1 | -1): void {
  for (const column of new Set(rows.map(columnOf))) {
    column.changed = true;
    const isDrawn = rows.some((row) => row.kind.drawing !== 'listed' && columnOf(row) === column);
    if (isDrawn) column.drawnCount += by;
    else column.listedCount += by;
  }
}

function settle(column: Column): void {
  const { fresh, gone } = column;
  const stays = (row: Row): boolean => !gone.has(row);
  if (gone.size > 0) {
    column.drawn = { ...noDrawn, rows: column.drawn.rows.filter(stays) };
    column.listed = column.listed.filter(stays);
  }
  const added = gone.size > 0 ? fresh.filter(stays) : fresh;
  const drawn = added.filter(({ kind }) => kind.drawing !== 'listed').toSorted(byTime);
  const listed = added.filter(({ kind }) => kind.drawing === 'listed').toSorted(newestFirst);
  column.drawn = withNumbers(merged(column.drawn.rows, drawn, byTime), column.drawn);
  column.listed = merged(column.listed, listed, newestFirst);
  fresh.length = 0;
  gone.clear();
}

/** The numbers of the rows in arrays of their own. Where rows were only added before or after, the known ones are copied. */
function withNumbers(rows: readonly Row[], before: Drawn): Drawn {
  const { length } = before.timesMs;
  if (rows === before.rows && rows.length === length) return before;
  const [timesMs, values] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  const added = rows.length - length;
  const offset = rows[length - 1] === before.rows.at(-1) ? 0 : added;
  const isKept =
    length > 0 && rows[offset] === before.rows[0] && rows[offset + length - 1] === before.rows.at(-1);
  if (isKept) {
    timesMs.set(before.timesMs, offset);
    values.set(before.values, offset);
  }
  rows.forEach((row, i) => {
    if (isKept && i >= offset && i < offset + length) return;
    timesMs[i] = row.timeMs;
    values[i] = row.value;
  });
  return { rows, timesMs, values };
}

function seriesOfFamily(family: Family): readonly Series[] {
  const columns = [...family.columns.values()];
  if (!columns.some(({ changed }) => changed)) return family.series;
  for (const column of columns) if (column.changed) settle(column);
  const filled = columns.filter(({ drawn, listed }) => drawn.rows.length + listed.length > 0);
  const before = family.made;
  family.made = together(filled).map(([id, members]): Made => {
    const kept = before.find((made) => made.series.id === id);
    return kept !== undefined && isMadeOf(kept, members) ? kept : { members, series: build(id, members) };
  });
  for (const column of columns) column.changed = false;
  family.series = family.made.map(({ series }) => series);
  return family.series;
}

const isMadeOf = ({ members }: Made, columns: readonly Column[]): boolean =>
  members.length === columns.length && columns.every((column, i) => !column.changed && column === members[i]);

/**
 * Which columns make which series. Of a code that the catalog does not know the commonest unit has the plain id, and rows
 * without a number stand with it; each other unit is a series of its own. The order of arrival decides nothing.
 */
function together(columns: readonly Column[]): readonly (readonly [string, readonly Column[]])[] {
  const [first] = columns;
  if (first === undefined) return [];
  if (first.place.target !== undefined) return [[seriesId(first), columns]];
  const { base } = first.place;
  const texts = columns.filter(({ place }) => !place.isNumber);
  const [main, ...others] = columns.filter(({ place }) => place.isNumber).toSorted(commonest);
  return [
    [base, main === undefined ? texts : [main, ...texts]],
    ...others.map((column) => [`${base}~${column.place.unit || 'no unit'}`, [column]] as const),
  ];
}

const seriesId = ({ kinds }: Column): string => [...kinds][0]?.seriesId ?? '';
const commonest = (a: Column, b: Column): number =>
  b.drawn.rows.length - a.drawn.rows.length || (a.place.unit < b.place.unit ? -1 : 1);

function build(id: string, columns: readonly Column[]): Series {
  const [main, ...texts] = columns;
  if (main === undefined) throw new Error('A series has at least one column.');
  for (const { kinds } of columns) for (const kind of kinds) setSeriesId(kind, id);
  const listed = texts.reduce<readonly Row[]>(
    (all, column) => merged(all, column.listed, newestFirst),
    main.listed,
  );
  const drawnCount = columns.reduce((sum, column) => sum + column.drawnCount, 0);
  const listedCount = columns.reduce((sum, column) => sum + column.listedCount, 0);
  return seriesFrom(id, main.place, main.drawn, listed, { drawn: drawnCount, listed: listedCount });
}

const clinically = (a: Series, b: Series): number =>
  a.order - b.order || (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1);
