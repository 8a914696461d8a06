import { type PressureRowPair } from '../../clinical/series/pairs/pressurePairs.ts';
import { pressureRepeatsOf } from '../../clinical/series/pairs/repeatedPressures.ts';
import { repeatsOf } from '../../clinical/series/pairs/repeatedResults.ts';
import { wholePressures } from '../../clinical/series/pairs/wholePressures.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';

/** One result as a reader counts them is a row, or both sides of one blood pressure. */
export type ChartEntry = {
  readonly key: string;
  /**
   * The index counts the results with a point, oldest first. One that was sent again has the index of the entry that stands
   * for it. A listed result has -1.
   */
  readonly index: number;
  readonly timeMs: number;
  /** There is at least one row. The systolic side of a blood pressure comes first. */
  readonly rows: readonly [Row, ...Row[]];
  readonly sides: PressureRowPair | undefined;
  /** These are the same result, sent again (rule 23). They have rows in tables, and neither symbol nor count. */
  readonly repeats: readonly ChartEntry[];
  /** Another entry stands for this one and has it among its repeats. */
  readonly isRepeat: boolean;
};

export type ChartEntries = {
  /** These results have a point, oldest first, each once. */
  readonly drawn: readonly ChartEntry[];
  /** Every result is here as often as it was sent, newest first and undated last. */
  readonly all: readonly ChartEntry[];
};

const LISTED = -1;
const NO_REPEATS: readonly ChartEntry[] = [];

/** There may be 100,000 of these. So each field is written out, as a spread takes longer, and a key is a new text only where it must be:
 * an Observation may have several components of one code. */
const singleEntry = (row: Row, index: number): ChartEntry => ({
  key: row.kind.component === '' ? row.id : `${row.id} ${row.kind.component} ${row.valueText}`,
  index,
  timeMs: row.timeMs,
  rows: [row],
  sides: undefined,
  repeats: NO_REPEATS,
  isRepeat: false,
});

function pairedEntry(sides: PressureRowPair, index: number): ChartEntry {
  const [head, ...more] = [sides.systolic, sides.diastolic].filter((row) => row !== undefined);
  if (head === undefined) throw new Error('a pressure has a side');
  const rows: ChartEntry['rows'] = [head, ...more];
  // A side that was sent once more stands in two pairs, so both ids are part of the key.
  const ids = [...new Set(rows.map(({ id }) => id))].join(' ');
  return {
    key: `${ids} pair`,
    index,
    timeMs: head.timeMs,
    rows,
    sides,
    repeats: NO_REPEATS,
    isRepeat: false,
  };
}

const sortTimeMs = (entry: ChartEntry) =>
  Number.isNaN(entry.timeMs) ? Number.NEGATIVE_INFINITY : entry.timeMs;

/** Both lists are in order already, so they are merged and not sorted. There may be 100,000 results. */
function newestFirst(drawn: readonly ChartEntry[], listed: readonly ChartEntry[]): ChartEntry[] {
  const all: ChartEntry[] = [];
  let next = 0;
  for (let i = drawn.length - 1; i >= 0; i--) {
    const entry = drawn[i]!;
    while (next < listed.length && sortTimeMs(listed[next]!) > entry.timeMs) all.push(listed[next++]!);
    all.push(entry);
  }
  return [...all, ...listed.slice(next)];
}

/**
 * Returns the entries with a point, each with the index by which it is counted and with its repeats. `repeats` leads from the
 * place of each that was sent again to the place of the one that stands for it.
 */
function countedEntries(
  sent: readonly ChartEntry[],
  repeats: ReadonlyMap<number, number>,
): readonly ChartEntry[] {
  if (repeats.size === 0) return sent;
  let count = 0;
  const indices = sent.map((_, i) => (repeats.has(i) ? LISTED : count++));
  const repeatsOfEach = new Map<number, ChartEntry[]>();
  const repeatAt = new Map<number, ChartEntry>();
  for (const [i, at] of repeats) {
    const repeat = { ...sent[i]!, index: indices[at]!, isRepeat: true };
    repeatAt.set(i, repeat);
    repeatsOfEach.set(at, [...(repeatsOfEach.get(at) ?? []), repeat]);
  }
  return sent.map(
    (entry, i) =>
      repeatAt.get(i) ?? { ...entry, index: indices[i]!, repeats: repeatsOfEach.get(i) ?? NO_REPEATS },
  );
}

const entriesOf = (
  sent: readonly ChartEntry[],
  repeats: ReadonlyMap<number, number>,
  listed: readonly ChartEntry[],
): ChartEntries => {
  const counted = countedEntries(sent, repeats);
  return {
    drawn: repeats.size === 0 ? counted : counted.filter(({ isRepeat }) => !isRepeat),
    all: newestFirst(counted, listed),
  };
};

function pressureEntries(systolic: Series, diastolic: Series): ChartEntries {
  const { drawn, listed } = wholePressures(systolic, diastolic);
  return entriesOf(
    drawn.map(pairedEntry),
    pressureRepeatsOf(drawn),
    listed.map((sides) => pairedEntry(sides, LISTED)).toSorted((a, b) => sortTimeMs(b) - sortTimeMs(a)),
  );
}

/** Returns the results of a series, or of both sides of a blood pressure. The same result sent twice counts once. */
export const chartEntriesOf = (series: Series, partner?: Series): ChartEntries =>
  partner
    ? pressureEntries(series, partner)
    : entriesOf(
        series.rows.map(singleEntry),
        repeatsOf(series),
        series.listed.map((row) => singleEntry(row, LISTED)),
      );

/** Returns the place of the first entry whose time is not before `timeMs`. The entries are in order, the oldest first. */
export function firstEntryFrom(entries: readonly ChartEntry[], timeMs: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.timeMs < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the rows that have a point. A listed entry has none. */
export const drawnRows = ({ rows }: ChartEntry) => rows.filter(({ kind }) => kind.drawing !== 'listed');

/** Counts results, each once however often it was sent (rule 23). */
export const distinctCount = (entries: readonly ChartEntry[]): number =>
  entries.reduce((count, { isRepeat }) => count + (isRepeat ? 0 : 1), 0);
