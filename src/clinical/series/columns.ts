/**
 * The columns of a record fill page by page: rows go in, and immutable `Series` come out. The rows of a page are
 * sorted alone and then merged, so a page costs one pass over the series that it touches and nothing for the others.
 */
import { seriesKeyOf, setSeriesId, type SeriesKey } from '../observation/rowKinds.ts';
import { withDistinctNames } from './distinctNames.ts';
import { pressureChecker } from './judged/contradictingPressures.ts';
import { countBefore, judgeRows, listedAsReplaced } from './judged/judgedRows.ts';
import {
  countAdded,
  countRemoved,
  countWithoutPoint,
  movedCounts,
  type Counts,
} from './merged/columnCounts.ts';
import { mergeListed, mergeRows, withoutObservations, type PendingRow } from './merged/mergedColumns.ts';
import { byTime, compareText, newestFirst } from './rowOrder.ts';
import type { RowTable } from './packedRows.ts';
import { allocateRowColumns, type RowColumns } from './rowColumns.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import { seriesFrom } from './seriesFrom.ts';
import type { Series } from './series.ts';
import type { DeathLimits } from '../patient/deathLimits.ts';
import type { ToldOfSpecimen } from '../observation/specimen/toldOfSpecimen.ts';
import type { Withdrawn } from '../observation/withdrawn.ts';

/** These are the rows of one measure in one unit. */
type Column = {
  readonly seriesKey: SeriesKey;
  readonly kinds: Set<RowKind>;
  drawn: RowColumns;
  listed: RowColumns;
  pending: PendingRow[];
  readonly counts: Counts;
  /** This is the number of times that the rows have changed. */
  version: number;
  built: BuiltSeries | undefined;
};

/** This is a series with a text that changes when anything changes that it was built from. */
type BuiltSeries = {
  readonly inputs: string;
  readonly series: Series;
  readonly drawn: RowColumns;
  /** These Observations have rows in the column that lie before the birth of the patient, or are replaced. */
  readonly refused: ReadonlySet<number>;
};

type Gap = Pick<Withdrawn, 'baseIds' | 'timeMs' | 'id' | 'replaces'>;

/** These are the columns of one record. Observations are named by their index in the table of rows. */
export type Columns = {
  /** Adds all rows of one Observation, and what it says of its specimen. */
  readonly add: (rows: readonly Row[], observation: number, told?: ToldOfSpecimen) => void;
  /** Adds the gap that a withdrawn result leaves in the lines of what it measured (rule 6). */
  readonly addGap: (withdrawn: Gap, observation: number) => void;
  /** Takes the rows or the gap of an Observation out again. */
  readonly remove: (observation: number) => void;
  /** Returns every series in clinical order. A series that has not changed is the same object as before. */
  readonly series: () => readonly Series[];
  /** Lists what lies before this moment, in epoch ms, and marks what is dated after the death, from now on. */
  readonly setLimits: (birthMs: number, death?: DeathLimits) => void;
  /** Returns how many Observations have no drawn row, because all that they had lie before the limit of birth or are replaced. */
  readonly countRefused: () => number;
};

/** Returns empty columns for one record. */
export function createColumns(table: RowTable): Columns {
  /**
   * These are the columns by measure: one for an analyte of the catalog, one for each unit of a code that it does not
   * know.
   */
  const families = new Map<string, Column[]>();
  const byKind = new WeakMap<RowKind, Column>();
  const removed = new Set<number>();
  const gaps = new Map<number, Gap>();
  let inOrder: readonly Series[] | undefined;
  let limitMs = Number.NEGATIVE_INFINITY;
  const checkPressures = pressureChecker(
    table,
    (series) => allColumns().find(({ built }) => built?.series === series)?.built?.drawn,
  );

  const columnOf = (kind: RowKind): Column => {
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const column = findColumn(families, kind);
    column.kinds.add(kind);
    byKind.set(kind, column);
    return column;
  };
  const allColumns = (): Column[] => [...families.values()].flat();

  return {
    add(rows, observation, told) {
      inOrder = undefined;
      for (const row of rows) columnOf(row.kind).pending.push({ row, observation });
      table.attached.add(rows, observation, told);
    },
    addGap(withdrawn, observation) {
      inOrder = undefined;
      if (!Number.isNaN(withdrawn.timeMs)) gaps.set(observation, withdrawn);
      table.attached.replaced.add(observation, withdrawn, true);
    },
    remove(observation) {
      inOrder = undefined;
      removed.add(observation);
      gaps.delete(observation);
      table.attached.remove(observation);
      for (const column of allColumns())
        column.pending = column.pending.filter((one) => one.observation !== observation);
    },
    series() {
      if (inOrder !== undefined) return inOrder;
      for (const column of allColumns()) mergePending(column, removed, table);
      removed.clear();
      const sources = { table, limitMs, gapsOf: (baseId: string) => gapTimesMs(baseId, gaps) };
      return (inOrder = withDistinctNames(
        checkPressures(
          [...families]
            .flatMap(([id, columns]) => seriesOfFamily(id, columns, sources))
            .toSorted(byClinicalOrder),
        ),
      ));
    },
    setLimits(birthMs, death) {
      const isDeathNew = table.attached.setDeathLimits(death);
      if (isDeathNew || birthMs !== limitMs) inOrder = undefined;
      limitMs = birthMs;
    },
    countRefused: () => countRefused(allColumns().flatMap(({ built }) => built ?? [])),
  };
}

function countRefused(all: readonly BuiltSeries[]): number {
  const refused = new Set(all.flatMap((built) => [...built.refused]));
  return countWithoutPoint(
    refused,
    all.map(({ drawn }) => drawn),
  );
}

function findColumn(families: Map<string, Column[]>, kind: RowKind): Column {
  const seriesKey = seriesKeyOf(kind);
  const { target, baseId, unit, isNumber } = seriesKey;
  const id = target === undefined ? baseId : kind.seriesId;
  const columns = families.get(id) ?? [];
  families.set(id, columns);
  const known = columns.find(
    (column) =>
      target !== undefined || (column.seriesKey.unit === unit && column.seriesKey.isNumber === isNumber),
  );
  if (known !== undefined) return known;
  const column: Column = {
    seriesKey,
    kinds: new Set(),
    drawn: allocateRowColumns(),
    listed: allocateRowColumns(),
    pending: [],
    counts: { drawn: 0, listed: 0 },
    version: 0,
    built: undefined,
  };
  columns.push(column);
  return column;
}

const isDrawn = ({ row }: PendingRow): boolean => row.kind.drawing !== 'listed';

function mergePending(column: Column, removed: ReadonlySet<number>, table: RowTable): void {
  const before = [column.drawn, column.listed];
  if (removed.size > 0) {
    countRemoved(column, removed);
    column.drawn = withoutObservations(column.drawn, removed);
    column.listed = withoutObservations(column.listed, removed);
  }
  const drawn = column.pending.filter(isDrawn).toSorted((a, b) => byTime(a.row, b.row));
  const listed = column.pending.filter((one) => !isDrawn(one)).toSorted((a, b) => newestFirst(a.row, b.row));
  countAdded(column.counts, drawn, listed);
  column.drawn = mergeRows(table, column.drawn, drawn, byTime);
  column.listed = mergeRows(table, column.listed, listed, newestFirst);
  column.pending = [];
  if (column.drawn === before[0] && column.listed === before[1]) return;
  column.version++;
  // A column that has lost all its rows is not built again, and must refuse none of them any more.
  column.built = undefined;
}

/** Returns the times of the withdrawn results of a measure, oldest first. */
const gapTimesMs = (baseId: string, gaps: ReadonlyMap<number, Gap>): readonly number[] =>
  [...gaps.values()]
    .filter(({ baseIds }) => baseIds.includes(baseId))
    .map(({ timeMs }) => timeMs)
    .toSorted((a, b) => a - b);

/** Series are built from these besides their columns. */
type Sources = {
  readonly table: RowTable;
  readonly limitMs: number;
  readonly gapsOf: (baseId: string) => readonly number[];
};

/**
 * Returns the series of one family. When the catalog does not know the code, the unit with the most points gets the
 * id without a suffix, and the rows without a number stand with it; each other unit is a series of its own. The order
 * of arrival decides nothing.
 */
function seriesOfFamily(id: string, columns: readonly Column[], sources: Sources): readonly Series[] {
  const [main, ...others] = columns
    .filter(({ drawn, listed }) => drawn.kinds.length + listed.kinds.length > 0)
    .toSorted(byCommonUnit);
  if (main === undefined) return [];
  const texts = others.find(({ seriesKey }) => !seriesKey.isNumber);
  return [
    buildSeries(id, sources, main, texts),
    ...others
      .filter((column) => column !== texts)
      // oxlint-disable-next-line longview/texts-in-catalogs -- a part of an id
      .map((column) => buildSeries(`${id}~${column.seriesKey.unit || 'no unit'}`, sources, column)),
  ];
}

/** Numbers come before texts, then the unit with the most points. */
const byCommonUnit = (a: Column, b: Column): number =>
  Number(b.seriesKey.isNumber) - Number(a.seriesKey.isNumber) ||
  b.drawn.kinds.length - a.drawn.kinds.length ||
  compareText(a.seriesKey.unit, b.seriesKey.unit);

function buildSeries(id: string, { table, limitMs, gapsOf }: Sources, main: Column, texts?: Column): Series {
  const gapsMs = gapsOf(main.seriesKey.baseId);
  const limit = countBefore(main.drawn, limitMs) > 0 ? limitMs : '';
  const { attached, ids } = table;
  const told = [main.drawn, main.listed, texts?.listed].map(
    (columns) => attached.versionOf(columns, main.kinds, ids) + attached.replaced.versionOf(columns, ids),
  );
  const inputs = `${id} ${main.version} ${texts?.version} ${gapsMs.join()} ${limit} ${told.join()}`;
  if (main.built?.inputs === inputs) return main.built.series;
  const { drawn, refused, variants } = judgeRows(main.seriesKey, main.drawn, limitMs, table);
  const listed = listedAsReplaced(mergeListed(table, main.listed, texts?.listed), table);
  for (const kind of [...variants, ...listed.variants]) homeOf(kind, main, texts).kinds.add(kind);
  for (const kind of [...main.kinds, ...(texts?.kinds ?? [])]) setSeriesId(kind, id);
  const refusedObservations = new Set(refused.map(({ observation }) => observation));
  const moved = countWithoutPoint(refusedObservations, [drawn]);
  const series = seriesFrom(id, keyOfRows(main, table), table, {
    drawn,
    gapsMs,
    listed: mergeRows(table, listed.columns, refused, newestFirst),
    counts: movedCounts(moved, main.counts, texts?.counts),
  });
  main.built = { inputs, series, drawn, refused: refusedObservations };
  return series;
}

/** A text stands with the unit that has the most points, which another unit may be later. */
const homeOf = (kind: RowKind, main: Column, texts = main): Column =>
  seriesKeyOf(kind).isNumber ? main : texts;

const FITS: readonly string[] = ['same', 'converted', 'other', 'none', 'mismatch'];

/**
 * Rows whose unit fits and rows whose unit contradicts itself may stand in one series. It is called and placed by the
 * best fit among its rows, whichever came first.
 */
function keyOfRows({ seriesKey, drawn, listed }: Column, { kinds }: RowTable): SeriesKey {
  const rank = ({ fit }: SeriesKey): number => FITS.indexOf(fit);
  let best: SeriesKey | undefined;
  const present = new Set<number>();
  for (const { kinds: indices } of [drawn, listed]) for (const index of indices) present.add(index);
  for (const index of present) {
    const key = seriesKeyOf(kinds.at(index));
    if (best === undefined || rank(key) < rank(best)) best = key;
  }
  return best ?? seriesKey;
}

const byClinicalOrder = (a: Series, b: Series): number =>
  a.order - b.order || compareText(a.name, b.name) || compareText(a.id, b.id);
