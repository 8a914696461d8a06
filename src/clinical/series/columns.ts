/**
 * The columns of a record as it fills: rows go in page by page, immutable `Series` come out. Rows of a page are sorted alone
 * and merged, so a page costs one pass over the series that it touched and nothing for the others.
 */
import { seriesKeyOf, setSeriesId, type SeriesKey } from '../observation/rowKinds.ts';
import { withoutObservations, mergeRows, type PendingRow } from './mergedColumns.ts';
import { compareText, byTime, newestFirst } from './rowOrder.ts';
import { allocateRowColumns, packedRows, type RowColumns, type RowTable } from './packedRows.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import { seriesFrom } from './seriesFrom.ts';
import type { Series } from './series.ts';
import type { Withdrawn } from '../observation/withdrawn.ts';

/** Observations with a point in a column, and those with rows but no point. */
type Counts = { drawn: number; listed: number };

/** The rows of one measure in one unit. */
type Column = {
  readonly place: SeriesKey;
  readonly kinds: Set<RowKind>;
  drawn: RowColumns;
  listed: RowColumns;
  fresh: PendingRow[];
  readonly counts: Counts;
  /** How often the rows have changed. */
  changes: number;
  made: Made | undefined;
};

/** A series, and what it was made of. */
type Made = { readonly of: string; readonly series: Series };

type Gap = Pick<Withdrawn, 'baseIds' | 'timeMs'>;

export type Columns = {
  /** Adds all rows of one Observation. */
  readonly add: (rows: readonly Row[], observation: number) => void;
  /** A withdrawn result leaves a gap in the lines of what it measured (rule 6). */
  readonly addGap: (withdrawn: Gap, observation: number) => void;
  /** Takes the rows or the gap of an Observation out again. */
  readonly remove: (observation: number) => void;
  /** Every series in clinical order. A series that has not changed is the same object as before. */
  readonly series: () => readonly Series[];
};

/** Empty columns for one record. */
export function createColumns(table: RowTable): Columns {
  /** By measure: one for the catalog's, one for each unit of a code that it does not know. */
  const families = new Map<string, Column[]>();
  const byKind = new WeakMap<RowKind, Column>();
  const gone = new Set<number>();
  const gaps = new Map<number, Gap>();
  let inOrder: readonly Series[] | undefined;

  const columnOf = (kind: RowKind): Column => {
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const column = findColumn(families, kind);
    column.kinds.add(kind);
    byKind.set(kind, column);
    return column;
  };
  const all = (): Column[] => [...families.values()].flat();

  return {
    add(rows, observation) {
      inOrder = undefined;
      for (const row of rows) columnOf(row.kind).fresh.push({ row, observation });
    },
    addGap(withdrawn, observation) {
      inOrder = undefined;
      if (!Number.isNaN(withdrawn.timeMs)) gaps.set(observation, withdrawn);
    },
    remove(observation) {
      inOrder = undefined;
      gone.add(observation);
      gaps.delete(observation);
      for (const column of all())
        column.fresh = column.fresh.filter((one) => one.observation !== observation);
    },
    series() {
      if (inOrder !== undefined) return inOrder;
      for (const column of all()) settle(column, gone, table);
      gone.clear();
      const around = { table, gapsOf: (base: string) => gapsMsOf(base, gaps) };
      return (inOrder = [...families]
        .flatMap(([id, columns]) => seriesOf(id, columns, around))
        .toSorted(clinically));
    },
  };
}

function findColumn(families: Map<string, Column[]>, kind: RowKind): Column {
  const place = seriesKeyOf(kind);
  const { target, baseId, unit, isNumber } = place;
  const id = target === undefined ? baseId : kind.seriesId;
  const columns = families.get(id) ?? [];
  families.set(id, columns);
  const known = columns.find(
    (column) => target !== undefined || (column.place.unit === unit && column.place.isNumber === isNumber),
  );
  if (known !== undefined) return known;
  const column: Column = {
    place,
    kinds: new Set(),
    drawn: allocateRowColumns(),
    listed: allocateRowColumns(),
    fresh: [],
    counts: { drawn: 0, listed: 0 },
    changes: 0,
    made: undefined,
  };
  columns.push(column);
  return column;
}

const isDrawn = ({ row }: PendingRow): boolean => row.kind.drawing !== 'listed';

function settle(column: Column, gone: ReadonlySet<number>, table: RowTable): void {
  const before = [column.drawn, column.listed];
  if (gone.size > 0) {
    count(column, gone);
    column.drawn = withoutObservations(column.drawn, gone);
    column.listed = withoutObservations(column.listed, gone);
  }
  const drawn = column.fresh.filter(isDrawn).toSorted((a, b) => byTime(a.row, b.row));
  const listed = column.fresh.filter((one) => !isDrawn(one)).toSorted((a, b) => newestFirst(a.row, b.row));
  countFresh(column.counts, drawn, listed);
  column.drawn = mergeRows(table, column.drawn, drawn, byTime);
  column.listed = mergeRows(table, column.listed, listed, newestFirst);
  column.fresh = [];
  if (column.drawn !== before[0] || column.listed !== before[1]) column.changes++;
}

/** An Observation counts once in each column, as drawn if one of its rows there is. */
function countFresh(counts: Counts, drawn: readonly PendingRow[], listed: readonly PendingRow[]): void {
  const withPoint = new Set(drawn.map(({ observation }) => observation));
  const all = new Set([...drawn, ...listed].map(({ observation }) => observation));
  counts.drawn += withPoint.size;
  counts.listed += all.size - withPoint.size;
}

function count({ drawn, listed, counts }: Column, gone: ReadonlySet<number>): void {
  const isGone = (observation: number): boolean => gone.has(observation);
  const withPoint = new Set([...drawn.observations].filter(isGone));
  const all = new Set([...withPoint, ...[...listed.observations].filter(isGone)]);
  counts.drawn -= withPoint.size;
  counts.listed -= all.size - withPoint.size;
}

/** When withdrawn results of this measure were taken, oldest first. */
const gapsMsOf = (base: string, gaps: ReadonlyMap<number, Gap>): readonly number[] =>
  [...gaps.values()]
    .filter(({ baseIds }) => baseIds.includes(base))
    .map(({ timeMs }) => timeMs)
    .toSorted((a, b) => a - b);

/** What series are made with. */
type Around = { readonly table: RowTable; readonly gapsOf: (base: string) => readonly number[] };

/**
 * The series of one family. Of a code that the catalog does not know the commonest unit has the plain id, and rows without a
 * number stand with it; each other unit is a series of its own. The order of arrival decides nothing.
 */
function seriesOf(id: string, columns: readonly Column[], around: Around): readonly Series[] {
  const [main, ...others] = columns
    .filter(({ drawn, listed }) => drawn.kinds.length + listed.kinds.length > 0)
    .toSorted(commonest);
  if (main === undefined) return [];
  const texts = others.find(({ place }) => !place.isNumber);
  return [
    madeOf(id, around, main, texts),
    ...others
      .filter((column) => column !== texts)
      .map((column) => madeOf(`${id}~${column.place.unit || 'no unit'}`, around, column)),
  ];
}

/** Numbers before texts, then the unit with the most points. */
const commonest = (a: Column, b: Column): number =>
  Number(b.place.isNumber) - Number(a.place.isNumber) ||
  b.drawn.kinds.length - a.drawn.kinds.length ||
  compareText(a.place.unit, b.place.unit);

function madeOf(id: string, { table, gapsOf }: Around, main: Column, texts?: Column): Series {
  const gapsMs = gapsOf(main.place.baseId);
  const of = `${id} ${main.changes} ${texts?.changes} ${gapsMs.join()}`;
  if (main.made?.of === of) return main.made.series;
  for (const kind of [...main.kinds, ...(texts?.kinds ?? [])]) setSeriesId(kind, id);
  const series = seriesFrom(id, main.place, table, {
    drawn: main.drawn,
    gapsMs,
    listed: texts === undefined ? main.listed : together(table, main.listed, texts.listed),
    counts: {
      drawn: main.counts.drawn + (texts?.counts.drawn ?? 0),
      listed: main.counts.listed + (texts?.counts.listed ?? 0),
    },
  });
  main.made = { of, series };
  return series;
}

function together(table: RowTable, numbers: RowColumns, texts: RowColumns): RowColumns {
  if (numbers.kinds.length === 0) return texts;
  const fresh = packedRows(table, texts).map((row, i) => ({ row, observation: texts.observations[i]! }));
  return mergeRows(table, numbers, fresh, newestFirst);
}

const clinically = (a: Series, b: Series): number =>
  a.order - b.order || compareText(a.name, b.name) || compareText(a.id, b.id);
