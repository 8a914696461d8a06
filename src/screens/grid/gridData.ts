/**
 * Builds the rows and columns of the grid without copying results: a row of the grid refers to the rows of its series and
 * knows the column of each. Every result of the record is in exactly one cell (rules 33, 56, 58).
 */
import { sentUnitText } from '../../charts/format/valueText.ts';
import { pressureSidesOf, type PressureSides } from '../../clinical/series/pairs/pressureSides.ts';
import { pressurePairKeyIn } from '../../clinical/series/pairs/pressurePairs.ts';
import { drawnRows, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { isToCheck } from '../../clinical/change/comparableRows.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { createGridMoments, type GridMoment, type GridMoments } from './gridColumns.ts';
import { gridVisitsOf, type GridVisits } from './gridVisits.ts';

/** Refers to a row of a series: by its index in `rows`, or by -1 - index in `listed`. */
export type RowRef = number;
/** Stands for the side of a blood pressure that was not recorded. */
export const NO_ROW: RowRef = 0x7fff_ffff;

/** This is a row of the grid: one analyte in one unit (rule 10), or both sides of one blood pressure (rule 7). */
export type SeriesRow = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly series: Series;
  readonly diastolic: Series | undefined;
  /** This is the column of each result, in ascending order. Only an hour, shift or day holds two times of one row. */
  readonly columnIndices: Uint32Array;
  readonly rowRefs: Int32Array;
  /** It is undefined unless the row is a blood pressure. */
  readonly diastolicRefs: Int32Array | undefined;
  /** It is 1 for a result with a flag or outside the range sent with it, else 0. */
  readonly flagged: Uint8Array;
};

export type GridData = {
  /** The rows are in clinical order. */
  readonly seriesRows: readonly SeriesRow[];
  readonly moments: readonly GridMoment[];
  /** This is the number of characters of the widest number in each column. */
  readonly characterCounts: Uint8Array;
  /** This is the last column that is neither undated nor in the future; -1 if there is none. */
  readonly newestColumn: number;
};

export const rowAt = ({ rows, listed }: Series, ref: RowRef): Row | undefined =>
  ref === NO_ROW ? undefined : ref >= 0 ? rows.at(ref) : listed.at(-1 - ref);

/** These are results in the order in which they were collected. They are plain numbers because there may be 100,000 of them. */
type CollectedResults = {
  readonly rowRefs: RowRef[];
  readonly diastolicRefs: RowRef[];
  readonly momentIds: number[];
  readonly flagged: number[];
  readonly characterCounts: number[];
};

const emptyResults = (): CollectedResults => ({
  rowRefs: [],
  diastolicRefs: [],
  momentIds: [],
  flagged: [],
  characterCounts: [],
});

/** This is a row before its results are sorted by column. */
type UnsortedRow = Pick<SeriesRow, 'id' | 'name' | 'unit' | 'series' | 'diastolic'> & {
  readonly results: CollectedResults;
};

export const isFlagged = ({ kind }: Row): boolean =>
  (kind.flag !== '' && kind.flag !== 'N') || (kind.flag === '' && kind.outsideRange !== '');

/** Tells whether a charted number of a result is to check. A text says by itself what is wrong. */
export const isEntryToCheck = (entry: ChartEntry): boolean => drawnRows(entry).some(isToCheck);

/** Tells whether a number is listed in the unit it was sent in while the drawn ones were converted from that unit. */
const isUnconverted = ({ kind, value, valueText }: Row): boolean =>
  kind.drawing === 'listed' && !kind.isParsedFromText && !Number.isNaN(value) && value !== Number(valueText);

/** Every number has room for a point and two decimals, so that the points of a column are aligned. */
const DECIMAL_CHARACTERS = 3;
const MAX_CHARACTERS = 60;

/** The circle of a preliminary result, or the mark of one to check, stands beside its flag and is as wide as two characters. */
const MARK_CHARACTERS = 2;

/** Returns the number of characters that the column must have room for. A text needs none: it is cut to the column. */
function characterCountOf(row: Row): number {
  const { kind, value, valueText } = row;
  if (Number.isNaN(value) || kind.isParsedFromText) return 0;
  const point = valueText.indexOf('.');
  const whole = point < 0 ? valueText.length : point;
  const commas = whole > 3 ? Math.floor((whole - 1) / 3) : 0;
  return Math.min(
    MAX_CHARACTERS,
    kind.comparator.length +
      whole +
      commas +
      Math.max(DECIMAL_CHARACTERS, valueText.length - whole) +
      (isFlagged(row) && (kind.status === 'preliminary' || isToCheck(row)) ? MARK_CHARACTERS : 0),
  );
}

function addResult(results: CollectedResults, row: Row, ref: RowRef, moments: GridMoments): void {
  results.rowRefs.push(ref);
  results.diastolicRefs.push(NO_ROW);
  results.momentIds.push(moments.momentIdOf(row));
  results.flagged.push(isFlagged(row) ? 1 : 0);
  results.characterCounts.push(characterCountOf(row));
}

type SplitResults = {
  readonly inSeriesUnit: CollectedResults;
  readonly inOtherUnits: ReadonlyMap<string, CollectedResults>;
};

function splitByUnit(
  series: Series,
  moments: GridMoments,
  onResult: (row: Row, index: number) => void,
): SplitResults {
  const inOtherUnits = new Map<string, CollectedResults>();
  const inSeriesUnit = emptyResults();
  const collect = (row: Row, ref: RowRef): void => {
    if (!isUnconverted(row)) {
      onResult(row, inSeriesUnit.rowRefs.length);
      addResult(inSeriesUnit, row, ref, moments);
      return;
    }
    const unit = sentUnitText(row.kind);
    const results = inOtherUnits.get(unit) ?? emptyResults();
    inOtherUnits.set(unit, results);
    addResult(results, row, ref, moments);
  };
  series.rows.forEach(collect);
  series.listed.forEach((row, i) => collect(row, -1 - i));
  return { inSeriesUnit, inOtherUnits };
}

const unsortedRowOf = (
  series: Series,
  results: CollectedResults,
  more: Partial<UnsortedRow> = {},
): UnsortedRow => ({
  id: series.id,
  name: series.name,
  unit: series.unitText,
  series,
  diastolic: undefined,
  results,
  ...more,
});

/** Results listed in another unit than that of their series have a row for each unit. */
const otherUnitRows = (series: Series, { inOtherUnits }: SplitResults): UnsortedRow[] =>
  [...inOtherUnits].map(([unit, results]) =>
    unsortedRowOf(series, results, { id: `${series.id} in ${unit}`, unit }),
  );

function singleSeriesRows(series: Series, moments: GridMoments): UnsortedRow[] {
  const split = splitByUnit(series, moments, () => undefined);
  const rows = split.inSeriesUnit.rowRefs.length > 0 ? [unsortedRowOf(series, split.inSeriesUnit)] : [];
  return [...rows, ...otherUnitRows(series, split)];
}

/** Puts both sides of one blood pressure into one cell. A side without a partner has a cell alone. */
function pressurePairRows({ systolic, diastolic, name }: PressureSides, moments: GridMoments): UnsortedRow[] {
  const keyOf = pressurePairKeyIn(systolic, diastolic);
  const unpairedIndices = new Map<string, number[]>();
  const diastolicSplit = splitByUnit(diastolic, moments, (row, index) => {
    const key = keyOf(row);
    const indices = unpairedIndices.get(key);
    if (indices) indices.push(index);
    else unpairedIndices.set(key, [index]);
  });
  const partners: (number | undefined)[] = [];
  const systolicSplit = splitByUnit(systolic, moments, (row) =>
    partners.push(unpairedIndices.get(keyOf(row))?.shift()),
  );
  const [pairs, diastolicResults] = [systolicSplit.inSeriesUnit, diastolicSplit.inSeriesUnit];
  partners.forEach((index, i) => {
    if (index === undefined) return;
    pairs.diastolicRefs[i] = diastolicResults.rowRefs[index] ?? NO_ROW;
    pairs.flagged[i] = (pairs.flagged[i] ?? 0) | (diastolicResults.flagged[index] ?? 0);
    pairs.characterCounts[i] =
      (pairs.characterCounts[i] ?? 0) + (diastolicResults.characterCounts[index] ?? 0);
  });
  for (const index of [...unpairedIndices.values()].flat()) {
    pairs.rowRefs.push(NO_ROW);
    pairs.diastolicRefs.push(diastolicResults.rowRefs[index] ?? NO_ROW);
    pairs.momentIds.push(diastolicResults.momentIds[index] ?? 0);
    pairs.flagged.push(diastolicResults.flagged[index] ?? 0);
    pairs.characterCounts.push((diastolicResults.characterCounts[index] ?? 0) + DECIMAL_CHARACTERS);
  }
  const pairRows = pairs.rowRefs.length > 0 ? [unsortedRowOf(systolic, pairs, { name, diastolic })] : [];
  return [
    ...pairRows,
    ...otherUnitRows(systolic, systolicSplit),
    ...otherUnitRows(diastolic, diastolicSplit),
  ];
}

function unsortedRowsOf(series: readonly Series[], moments: GridMoments): UnsortedRow[] {
  const byId = new Map(series.map((one) => [one.id, one]));
  return series.flatMap((one) => {
    const sides = pressureSidesOf(one.id, (id) => byId.get(id));
    if (!sides) return singleSeriesRows(one, moments);
    return one === sides.systolic ? pressurePairRows(sides, moments) : [];
  });
}

/** Returns the indices sorted by column; within a column they keep their order. */
function sortedIndices(columns: Uint32Array): Uint32Array {
  const order = Uint32Array.from(columns.keys());
  const isInOrder = columns.every((column, i) => i === 0 || column >= (columns[i - 1] ?? 0));
  return isInOrder ? order : order.toSorted((a, b) => (columns[a] ?? 0) - (columns[b] ?? 0) || a - b);
}

function seriesRowOf({ results, ...row }: UnsortedRow, columnOf: Uint32Array): SeriesRow {
  const columns = Uint32Array.from(results.momentIds, (momentId) => columnOf[momentId] ?? 0);
  const order = sortedIndices(columns);
  return {
    ...row,
    columnIndices: order.map((i) => columns[i] ?? 0),
    rowRefs: Int32Array.from(order, (i) => results.rowRefs[i] ?? NO_ROW),
    diastolicRefs: row.diastolic && Int32Array.from(order, (i) => results.diastolicRefs[i] ?? NO_ROW),
    flagged: Uint8Array.from(order, (i) => results.flagged[i] ?? 0),
  };
}

/** Returns for each column the characters of its widest number. Both numbers of a blood pressure need no room for decimals. */
function widestNumbersIn(rows: readonly UnsortedRow[], columnOf: Uint32Array): Uint8Array {
  const counts = new Uint8Array(columnOf.length);
  for (const { results, diastolic } of rows) {
    results.momentIds.forEach((momentId, i) => {
      const column = columnOf[momentId] ?? 0;
      const needed = (results.characterCounts[i] ?? 0) + (diastolic ? 1 - 2 * DECIMAL_CHARACTERS : 0);
      if (needed > (counts[column] ?? 0)) counts[column] = needed;
    });
  }
  return counts;
}

/** These are the results of a record by row, before columns are made of their times. */
export type GridSource = {
  readonly unsortedRows: readonly UnsortedRow[];
  /** This holds each time of collection, the oldest first. */
  readonly sorted: GridVisits;
  readonly timeZone: string;
};

/** A page may be read long after the first one: what it drew had come by then. */
const lastReadMs = (series: readonly Series[], readAtMs: number): number =>
  series.reduce((ms, { timesMs }) => Math.max(ms, timesMs.at(-1) ?? ms), readAtMs);

export function gridSourceOf(series: readonly Series[], timeZone: string, readAtMs: number): GridSource {
  const gridMoments = createGridMoments(timeZone, lastReadMs(series, readAtMs));
  const unsortedRows = unsortedRowsOf(series, gridMoments);
  return { unsortedRows, sorted: gridMoments.sorted(), timeZone };
}

/** Returns the columns of single times, in which the times of one visit share a column. */
export const visitColumnsOf = ({ unsortedRows, sorted, timeZone }: GridSource, sinceMs: number): GridVisits =>
  gridVisitsOf(
    sorted,
    unsortedRows.map(({ results }) => results.momentIds),
    timeZone,
    sinceMs,
  );

/** Returns all rows and all columns of a record, before any filter. */
export const gridDataIn = ({ unsortedRows }: GridSource, { moments, columnOf }: GridVisits): GridData => ({
  seriesRows: unsortedRows.map((row) => seriesRowOf(row, columnOf)),
  moments,
  characterCounts: widestNumbersIn(unsortedRows, columnOf),
  newestColumn: moments.findLastIndex(({ precision, isFuture }) => precision !== 'none' && !isFuture),
});

/**
 * Returns all rows of a record with a column for each time, before any filter. No column holds results both of before and
 * after `sinceMs`.
 */
export function gridDataOf(
  series: readonly Series[],
  timeZone: string,
  readAtMs: number,
  sinceMs = Number.NaN,
): GridData {
  const source = gridSourceOf(series, timeZone, readAtMs);
  return gridDataIn(source, visitColumnsOf(source, sinceMs));
}
