/**
 * This file says what a cell shows that holds the results of an hour, a shift or a day: how many they are, the
 * last of them and the extremes. Nothing is averaged, and a critical result is always among what is seen.
 */
import { distinctCount, type ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { flagSeverity, isCriticalFlag } from '../../../clinical/observation/flag/flag.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { isComparableNumber, isFinal } from '../../../clinical/series/comparability.ts';
import { cellEntries, markedRow } from '../gridCells.ts';
import { isEntryToCheck, isFlagged, type SeriesRow } from '../gridData.ts';

export type BucketSummary = {
  readonly entries: readonly ChartEntry[];
  /** Results are counted once, however often they were sent (rule 23). */
  readonly count: number;
  /** This is the newest final result with a point; without any, the newest result. */
  readonly last: ChartEntry;
  /** It is undefined where fewer than two different numbers can be compared. A limit is none of them (rule 20). */
  readonly highest: ChartEntry | undefined;
  readonly lowest: ChartEntry | undefined;
  /** These are the same of the lower side of a blood pressure, which may have its extremes in another measurement (rule 7). */
  readonly highestDiastolic: ChartEntry | undefined;
  readonly lowestDiastolic: ChartEntry | undefined;
  /** This is the flagged result farthest up, farthest down, and without a direction, the most severe first. */
  readonly flagged: readonly ChartEntry[];
  readonly flaggedCount: number;
  readonly criticalCount: number;
  readonly preliminaryCount: number;
  readonly unchartedCount: number;
  /** These are the final limits that lie farthest out, such as ">20", which no number tells of. */
  readonly limits: readonly ChartEntry[];
  readonly limitCount: number;
  /** These final numbers may have another unit, so they are compared with none (rule 17): the lowest and the highest of them. */
  readonly unitsInDoubt: readonly ChartEntry[];
  /** So many results are to check. */
  readonly toCheckCount: number;
};

const isPreliminary = ({ rows }: ChartEntry): boolean =>
  rows.some(({ kind }) => kind.status === 'preliminary');
const isUncharted = ({ index, rows }: ChartEntry): boolean => index < 0 && rows[0].kind.reason !== 'panel';
const isCritical = (entry: ChartEntry): boolean => isCriticalFlag(markedRow(entry).kind.flag);

/** The upper side of a blood pressure is compared with upper sides. */
const comparedRow = ({ rows, sides }: ChartEntry): Row | undefined => (sides ? sides.systolic : rows[0]);
const diastolicRow = ({ sides }: ChartEntry): Row | undefined => sides?.diastolic;

/** A result without a point may be in another unit, of another time, or none at all, so it is not compared (rules 10, 17 and 36). */
const isCharted = (row: Row | undefined): row is Row => row !== undefined && row.kind.drawing !== 'listed';

const numberOf = (row: Row | undefined): number =>
  isCharted(row) && isComparableNumber(row) ? row.value : Number.NaN;
export const comparableValue = (entry: ChartEntry): number => numberOf(comparedRow(entry));
const diastolicValue = (entry: ChartEntry): number => numberOf(diastolicRow(entry));

/** Returns the value of a limit, such as 20 of ">20", in the unit of its row; NaN of anything else. */
const limitValue = (entry: ChartEntry): number => {
  const row = comparedRow(entry);
  const isLimit =
    isCharted(row) && isFinal(row) && row.kind.comparator !== '' && row.kind.checkKind !== 'unit';
  return isLimit ? row.value : Number.NaN;
};

const isUnitInDoubt = (entry: ChartEntry): boolean => {
  const row = comparedRow(entry);
  return isCharted(row) && isFinal(row) && row.kind.checkKind === 'unit';
};

type Direction = 'up' | 'down' | 'none';

function directionOf(entry: ChartEntry): Direction {
  const { flag, outsideRange } = markedRow(entry).kind;
  if (flag === 'H' || flag === 'HH' || (flag === '' && outsideRange === 'above')) return 'up';
  return flag === 'L' || flag === 'LL' || (flag === '' && outsideRange === 'below') ? 'down' : 'none';
}

/** A mark of ours, and a flag without a known meaning, are less than any flag of the laboratory. */
const severityOf = (entry: ChartEntry): number => flagSeverity(markedRow(entry).kind.flag) || 0.5;

/** Returns whether `one` lies farther out than `other`: more severe, then charted, then higher or lower, then later. */
function isFarther(one: ChartEntry, other: ChartEntry, direction: Direction): boolean {
  const bySeverity = severityOf(one) - severityOf(other);
  if (bySeverity !== 0) return bySeverity > 0;
  const [isOneCharted, isOtherCharted] = [one, other].map((entry) => isCharted(markedRow(entry)));
  if (isOneCharted !== isOtherCharted) return isOneCharted === true;
  const byValue = markedRow(one).value - markedRow(other).value;
  if (direction === 'none' || Number.isNaN(byValue) || byValue === 0) return one.timeMs > other.timeMs;
  return direction === 'up' ? byValue > 0 : byValue < 0;
}

/** The flag of a preliminary result may still change, so it counts only where it calls the result critical. */
function flaggedExtremes(entries: readonly ChartEntry[]): readonly ChartEntry[] {
  const farthest = new Map<Direction, ChartEntry>();
  for (const entry of entries) {
    if (!entry.rows.some(isFlagged) || (isPreliminary(entry) && !isCritical(entry))) continue;
    const direction = directionOf(entry);
    const known = farthest.get(direction);
    if (!known || isFarther(entry, known, direction)) farthest.set(direction, entry);
  }
  return [...farthest.values()].toSorted((a, b) => severityOf(b) - severityOf(a));
}

/** Returns the entry whose number lies farthest out, the first of equals; undefined where none is a number. */
function farthestOf(
  entries: readonly ChartEntry[],
  valueOf: (entry: ChartEntry) => number,
  direction: 1 | -1,
): ChartEntry | undefined {
  let [farthest, farthestValue] = [undefined as ChartEntry | undefined, Number.NEGATIVE_INFINITY];
  for (const entry of entries) {
    const value = direction * valueOf(entry);
    if (value > farthestValue) [farthest, farthestValue] = [entry, value];
  }
  return farthest;
}

type Extent = { readonly highest: ChartEntry; readonly lowest: ChartEntry };

/** Returns the highest and the lowest; undefined where fewer than two different numbers can be compared. */
function extentOf(
  entries: readonly ChartEntry[],
  valueOf: (entry: ChartEntry) => number,
): Extent | undefined {
  const [highest, lowest] = ([1, -1] as const).map((side) => farthestOf(entries, valueOf, side));
  return highest && lowest && valueOf(highest) > valueOf(lowest) ? { highest, lowest } : undefined;
}

/** Returns the farthest limit upwards and the farthest downwards, as far as there are any: ">20" may be any number above 20. */
function farthestLimits(entries: readonly ChartEntry[]): readonly ChartEntry[] {
  const limitsWith = (sign: '<' | '>') =>
    entries.filter((entry) => comparedRow(entry)?.kind.comparator.startsWith(sign));
  return [farthestOf(limitsWith('>'), limitValue, 1), farthestOf(limitsWith('<'), limitValue, -1)].filter(
    (entry) => entry !== undefined,
  );
}

/** Returns the lowest and the highest number of those whose unit is in doubt, each once. */
function farthestInDoubt(entries: readonly ChartEntry[]): readonly ChartEntry[] {
  const inDoubt = entries.filter(isUnitInDoubt);
  const valueOf = (entry: ChartEntry): number => comparedRow(entry)?.value ?? Number.NaN;
  const ends = ([-1, 1] as const).map((side) => farthestOf(inDoubt, valueOf, side));
  return [...new Set(ends)].filter((entry) => entry !== undefined);
}

/** Returns the summary of the results of one cell, oldest first; undefined without any. */
export function summaryOf(all: readonly ChartEntry[]): BucketSummary | undefined {
  const entries = all.filter(({ isRepeat }) => !isRepeat);
  const newest = entries.at(-1);
  if (!newest) return undefined;
  const extent = extentOf(entries, comparableValue);
  const diastolic = extentOf(entries, diastolicValue);
  return {
    entries: all,
    count: distinctCount(entries),
    last: entries.findLast((entry) => !isPreliminary(entry) && entry.index >= 0) ?? newest,
    highest: extent?.highest,
    lowest: extent?.lowest,
    highestDiastolic: diastolic?.highest,
    lowestDiastolic: diastolic?.lowest,
    flagged: flaggedExtremes(entries),
    flaggedCount: entries.filter(({ rows }) => rows.some(isFlagged)).length,
    criticalCount: entries.filter(isCritical).length,
    limits: farthestLimits(entries),
    limitCount: entries.filter((entry) => !Number.isNaN(limitValue(entry))).length,
    unitsInDoubt: farthestInDoubt(entries),
    toCheckCount: entries.filter(isEntryToCheck).length,
    preliminaryCount: entries.filter(isPreliminary).length,
    unchartedCount: entries.filter((entry) => isUncharted(entry) && !isPreliminary(entry)).length,
  };
}

const summaries = new WeakMap<SeriesRow, Map<number, BucketSummary | undefined>>();

/** Returns the summary of one cell, which is made once; undefined for an empty cell. */
export function bucketSummary(seriesRow: SeriesRow, column: number): BucketSummary | undefined {
  const known = summaries.get(seriesRow) ?? new Map<number, BucketSummary | undefined>();
  summaries.set(seriesRow, known);
  if (!known.has(column)) known.set(column, summaryOf(cellEntries(seriesRow, column)));
  return known.get(column);
}
