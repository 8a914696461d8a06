/**
 * This file writes the columns of the grid as a table for a spreadsheet: one line for each test in each hour, shift or day that
 * has a result. Nothing is averaged and nothing is left out: each line counts its results and names the last, the lowest and the
 * highest with their flags (rule 58). docs/contract.md, section 5, describes the columns.
 */
import { instantMs, utcOffsetText } from '../../../charts/format/timeZone.ts';
import { entryCheckText, entryConditionText, entryValue } from '../../../charts/reading/readingText.ts';
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import type { CsvTable } from '../../../record/export/csv.ts';
import { csvNumberCell, csvTextCell } from '../../../record/export/injectionSafeText.ts';
import { cellContentOf, isValueHidden, markedRow } from '../gridCells.ts';
import type { GridMoment } from '../gridColumns.ts';
import type { GridData, SeriesRow } from '../gridData.ts';
import { bucketSummary, comparableValue, type BucketSummary } from './bucketSummary.ts';

const HEADER =
  'test,series,unit,bucket_start,bucket_end,count,last,last_time,last_flag,lowest,lowest_time,lowest_flag,' +
  'highest,highest_time,highest_flag,flags,flagged,critical,preliminary,not_charted,limits,doubts';

/** Returns "2026-11-19T14:00-06:00": the hour that a change of clocks repeats is two hours with two offsets (rule 42). */
const wallText = (wallMs: number, atMs: number, timeZone: string): string =>
  new Date(wallMs).toISOString().slice(0, 16) + utcOffsetText(atMs, timeZone);

const DATE_LENGTHS: Partial<Record<GridMoment['precision'], number>> = { year: 4, month: 7, day: 10 };

/** Returns from when to when a column reaches. A date without a time of day keeps no more than was sent (rule 44). */
function bucketTimes(
  { bucket, precision, timeMs }: GridMoment,
  timeZone: string,
): readonly [start: string, end: string] {
  // An hour has one offset, which the clock of its results has.
  if (bucket?.unit === 'hour')
    return [wallText(bucket.wallStartMs, timeMs, timeZone), wallText(bucket.wallEndMs, timeMs, timeZone)];
  if (bucket)
    return [
      wallText(bucket.wallStartMs, instantMs(bucket.wallStartMs, timeZone), timeZone),
      wallText(bucket.wallEndMs, instantMs(bucket.wallEndMs, timeZone), timeZone),
    ];
  const length = DATE_LENGTHS[precision];
  return [length === undefined ? '' : new Date(timeMs).toISOString().slice(0, length), ''];
}

/** Returns the value of one result, never cut: a number in the unit of its line, or the words that were sent. */
function valueCell(entry: ChartEntry, seriesRow: SeriesRow): string {
  const [row] = entry.rows;
  if (entry.sides) return csvTextCell(entryValue(entry, seriesRow.series));
  const { isTextual, text } = cellContentOf(entry, seriesRow);
  if (!isTextual) return csvNumberCell(entryValue(entry, seriesRow.series));
  return csvTextCell(
    row.valueText === '' || isValueHidden(row) ? text : `${row.kind.comparator}${row.valueText}`,
  );
}

/** Returns the flag as the laboratory sent it, or '' without one. A mark of our own is no flag. */
function flagOf(entry: ChartEntry): string {
  const { flag, flagText } = markedRow(entry).kind;
  return flag === 'other' ? flagText : flag;
}

const NOTHING = ['', '', ''];

const resultCells = (entry: ChartEntry | undefined, seriesRow: SeriesRow): readonly string[] =>
  entry
    ? [valueCell(entry, seriesRow), csvTextCell(entry.rows[0].effective), csvTextCell(flagOf(entry))]
    : NOTHING;

/** These are the results in the columns of the lowest and the highest. One result is both where all numbers are the same. */
type NamedExtremes = Pick<BucketSummary, 'lowest' | 'highest'>;

const isExtent = ({ lowest, highest }: NamedExtremes): boolean => lowest !== highest;

/** Returns every flag of the cell with how often it stands there: "HH 1; H 3". */
function allFlags({ entries }: BucketSummary): string {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const flag = entry.isRepeat ? '' : flagOf(entry);
    if (flag !== '' && flag !== 'N') counts.set(flag, (counts.get(flag) ?? 0) + 1);
  }
  return [...counts].map(([flag, count]) => `${flag} ${count}`).join('; ');
}

/** Returns what is to check of one result, and the state of its specimen, each in one text. */
const doubtsOf = (entry: ChartEntry | undefined): readonly string[] =>
  entry ? [entryCheckText(entry), entryConditionText(entry)].filter(Boolean) : [];

/**
 * Returns what is to check of the results that a line names, "highest: hemolyzed", and which numbers are not compared because their
 * unit is in doubt.
 */
function allDoubts(
  { last, unitsInDoubt }: BucketSummary,
  named: NamedExtremes,
  { series }: SeriesRow,
): string {
  const extremes = Object.entries(named).filter(([, entry]) => entry !== last || isExtent(named));
  const notCompared = unitsInDoubt.filter((entry) => entry !== last);
  return [
    ...[['last', last] as const, ...extremes].map(([column, entry]) => [column, doubtsOf(entry)] as const),
    ...notCompared.map((entry) => ['not_compared', [entryValue(entry, series), ...doubtsOf(entry)]] as const),
  ]
    .filter(([, words]) => words.length > 0)
    .map(([column, words]) => `${column}: ${words.join(', ')}`)
    .join('; ');
}

function cellsOf(
  summary: BucketSummary,
  seriesRow: SeriesRow,
  times: readonly [start: string, end: string],
): readonly string[] {
  // Each number is the lowest and the highest if all are the same.
  const anyNumber = summary.entries.find((entry) => !Number.isNaN(comparableValue(entry)));
  const named = { lowest: summary.lowest ?? anyNumber, highest: summary.highest ?? anyNumber };
  return [
    ...[seriesRow.name, seriesRow.id, seriesRow.unit, ...times].map(csvTextCell),
    String(summary.count),
    ...resultCells(summary.last, seriesRow),
    ...resultCells(named.lowest, seriesRow),
    ...resultCells(named.highest, seriesRow),
    csvTextCell(allFlags(summary)),
    ...[
      summary.flaggedCount,
      summary.criticalCount,
      summary.preliminaryCount,
      summary.unchartedCount,
      summary.limitCount,
    ].map(String),
    csvTextCell(allDoubts(summary, named, seriesRow)),
  ];
}

/** Returns all columns and all tests of the grid, whatever its filters hide: the newest first, undated last (rule 57). */
export function bucketTable(
  { seriesRows, moments }: Pick<GridData, 'seriesRows' | 'moments'>,
  timeZone: string,
): CsvTable {
  const isUndated = (column: number): number => Number(moments[column]?.precision === 'none');
  const columns = moments.map((_, column) => column).toSorted((a, b) => isUndated(a) - isUndated(b) || b - a);
  const rows = columns.flatMap((column) =>
    seriesRows.flatMap((seriesRow) => {
      const summary = bucketSummary(seriesRow, column);
      return summary ? [cellsOf(summary, seriesRow, bucketTimes(moments[column]!, timeZone))] : [];
    }),
  );
  return { header: HEADER, rows };
}
