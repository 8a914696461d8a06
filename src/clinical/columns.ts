/**
 * The columns of a record as it fills: rows go in page by page, immutable `Series` come out. Rows of a page are sorted alone
 * and merged, so a page costs one pass over the series that it touched and nothing for the others.
 */
import { placeOf, setSeriesId, type Place } from './kind.ts';
import { byText, byTime, merged, newestFirst } from './order.ts';
import type { Row, RowKind } from './row.ts';
import { seriesFrom } from './seriesFrom.ts';
import type { Series } from './series.ts';

/** The rows of one measure in one unit. */
type Column = {
  readonly place: Place;
  readonly kinds: Set<RowKind>;
  drawn: readonly Row[];
  listed: readonly Row[];
  fresh: Row[];
  readonly gone: Set<Row>;
  /** Observations with a point here, and those with rows but no point. */
  readonly counts: { drawn: number; listed: number };
  /** How often the rows have changed. */
  changes: number;
  made: Made | undefined;
};

/** A series, and what it was made of. */
type Made = { readonly of: string; readonly series: Series };

export type Columns = {
  /** Adds all rows of one Observation, or takes the same rows out again. */
  readonly enter: (rows: readonly Row[], by: 1 | -1) => void;
  /** Every series in clinical order. A series that has not changed is the same object as before. */
  readonly series: () => readonly Series[];
};

/** Empty columns for one record. */
export function createColumns(): Columns {
  /** By measure: one for the catalog's, one for each unit of a code that it does not know. */
  const families = new Map<string, Column[]>();
  const byKind = new WeakMap<RowKind, Column>();
  let inOrder: readonly Series[] | undefined;

  const columnOf = ({ kind }: Row): Column => {
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const column = findColumn(families, kind);
    column.kinds.add(kind);
    byKind.set(kind, column);
    return column;
  };

  return {
    enter(rows, by) {
      inOrder = undefined;
      for (const row of rows) {
        const { fresh, gone } = columnOf(row);
        if (by === 1) fresh.push(row);
        else gone.add(row);
      }
      count(rows, columnOf, by);
    },
    series: () =>
      (inOrder ??= [...families].flatMap(([id, columns]) => seriesOf(id, columns)).toSorted(clinically)),
  };
}

function findColumn(families: Map<string, Column[]>, kind: RowKind): Column {
  const place = placeOf(kind);
  const { target, base, unit, isNumber } = place;
  const id = target === undefined ? base : kind.seriesId;
  const columns = families.get(id) ?? [];
  families.set(id, columns);
  const known = columns.find(
    (column) => target !== undefined || (column.place.unit === unit && column.place.isNumber === isNumber),
  );
  if (known !== undefined) return known;
  const column = emptyColumn(place);
  columns.push(column);
  return column;
}

const emptyColumn = (place: Place): Column => ({
  place,
  kinds: new Set(),
  drawn: [],
  listed: [],
  fresh: [],
  gone: new Set(),
  counts: { drawn: 0, listed: 0 },
  changes: 0,
  made: undefined,
});

const isDrawn = ({ kind }: Row): boolean => kind.drawing !== 'listed';

/** An Observation counts once in each column, as drawn if one of its rows there is. */
function count(rows: readonly Row[], columnOf: (row: Row) => Column, by: 1 | -1): void {
  for (const column of new Set(rows.map(columnOf))) {
    const hasPoint = rows.some((row) => isDrawn(row) && columnOf(row) === column);
    column.counts[hasPoint ? 'drawn' : 'listed'] += by;
  }
}

function settle(column: Column): void {
  const { fresh, gone } = column;
  if (fresh.length + gone.size === 0) return;
  const staying = (rows: readonly Row[]): readonly Row[] =>
    gone.size > 0 ? rows.filter((row) => !gone.has(row)) : rows;
  const [drawn, listed] = [
    fresh.filter(isDrawn).toSorted(byTime),
    fresh.filter((row) => !isDrawn(row)).toSorted(newestFirst),
  ];
  column.drawn = staying(merged(column.drawn, drawn, byTime));
  column.listed = staying(merged(column.listed, listed, newestFirst));
  column.fresh = [];
  gone.clear();
  column.changes++;
}

/**
 * The series of one family. Of a code that the catalog does not know the commonest unit has the plain id, and rows without a
 * number stand with it; each other unit is a series of its own. The order of arrival decides nothing.
 */
function seriesOf(id: string, columns: readonly Column[]): readonly Series[] {
  columns.forEach(settle);
  const [main, ...others] = columns
    .filter(({ drawn, listed }) => drawn.length + listed.length > 0)
    .toSorted(commonest);
  if (main === undefined) return [];
  const texts = others.find(({ place }) => !place.isNumber);
  return [
    madeOf(id, main, texts),
    ...others
      .filter((column) => column !== texts)
      .map((column) => madeOf(`${id}~${column.place.unit || 'no unit'}`, column)),
  ];
}

/** Numbers before texts, then the unit with the most points. */
const commonest = (a: Column, b: Column): number =>
  Number(b.place.isNumber) - Number(a.place.isNumber) ||
  b.drawn.length - a.drawn.length ||
  byText(a.place.unit, b.place.unit);

function madeOf(id: string, main: Column, texts = emptyColumn(main.place)): Series {
  const of = `${id} ${main.changes} ${texts.changes}`;
  if (main.made?.of === of) return main.made.series;
  for (const kind of [...main.kinds, ...texts.kinds]) setSeriesId(kind, id);
  const listed = merged(main.listed, texts.listed, newestFirst);
  const series = seriesFrom(id, main.place, main.drawn, listed, {
    drawn: main.counts.drawn + texts.counts.drawn,
    listed: main.counts.listed + texts.counts.listed,
  });
  main.made = { of, series };
  return series;
}

const clinically = (a: Series, b: Series): number =>
  a.order - b.order || byText(a.name, b.name) || byText(a.id, b.id);
