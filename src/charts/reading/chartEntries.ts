import {
  pressurePairKeyIn,
  pressurePairsOf,
  type PressureRowPair,
} from '../../clinical/series/pairs/pressurePairs.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';

/** One result as a reader counts them is a row, or both sides of one blood pressure. */
export type ChartEntry = {
  readonly key: string;
  /** The index counts the drawn results, oldest first. A listed result has -1. */
  readonly index: number;
  readonly timeMs: number;
  /** There is at least one row. The systolic side of a blood pressure comes first. */
  readonly rows: readonly [Row, ...Row[]];
  readonly sides: PressureRowPair | undefined;
};

export type ChartEntries = {
  /** These results have a point, oldest first. */
  readonly drawn: readonly ChartEntry[];
  /** Every result is here, newest first and undated last. */
  readonly all: readonly ChartEntry[];
};

const singleEntry = (row: Row, index: number): ChartEntry => ({
  key: `${row.id} ${row.kind.component}`,
  index,
  timeMs: row.timeMs,
  rows: [row],
  sides: undefined,
});

function pairedEntry(sides: PressureRowPair, index: number): ChartEntry | undefined {
  const { systolic, diastolic } = sides;
  const head = systolic ?? diastolic;
  if (!head) return undefined;
  const rows: readonly [Row, ...Row[]] = systolic && diastolic ? [systolic, diastolic] : [head];
  // A side that was sent once more stands in two pairs, so both ids are part of the key.
  const ids = [...new Set(rows.map(({ id }) => id))].join(' ');
  return { key: `${ids} pair`, index, timeMs: head.timeMs, rows, sides };
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
 * A side that is only listed still belongs to its blood pressure, so it stands in the row of the side that is
 * drawn.
 */
function pressureEntries(systolic: Series, diastolic: Series): ChartEntries {
  type Sides = { -readonly [K in keyof PressureRowPair]: PressureRowPair[K] };
  const keyOf = pressurePairKeyIn(systolic, diastolic);
  const drawnSides = pressurePairsOf(systolic, diastolic).map((pair): Sides => ({ ...pair }));
  const lone = new Map<string, Sides>();
  for (const sides of drawnSides) {
    if (sides.systolic && sides.diastolic) continue;
    const row = sides.systolic ?? sides.diastolic;
    if (row) lone.set(keyOf(row), sides);
  }
  const listedSides: Sides[] = [];
  const place = (row: Row, side: 'systolic' | 'diastolic') => {
    const sides = lone.get(keyOf(row));
    if (sides && sides[side] === undefined) {
      sides[side] = row;
      return;
    }
    const alone: Sides =
      side === 'systolic' ? { systolic: row, diastolic: undefined } : { systolic: undefined, diastolic: row };
    lone.set(keyOf(row), alone);
    listedSides.push(alone);
  };
  for (const row of systolic.listed) place(row, 'systolic');
  for (const row of diastolic.listed) place(row, 'diastolic');
  const drawn = drawnSides.flatMap((sides, i) => pairedEntry(sides, i) ?? []);
  const listed = listedSides.flatMap((sides) => pairedEntry(sides, -1) ?? []);
  return {
    drawn,
    all: newestFirst(
      drawn,
      listed.toSorted((a, b) => sortTimeMs(b) - sortTimeMs(a)),
    ),
  };
}

export function chartEntriesOf(series: Series, partner?: Series): ChartEntries {
  if (partner) return pressureEntries(series, partner);
  const drawn = series.rows.map(singleEntry);
  return {
    drawn,
    all: newestFirst(
      drawn,
      series.listed.map((row) => singleEntry(row, -1)),
    ),
  };
}

/** Returns the rows that have a point. A listed entry has none. */
export const drawnRows = ({ rows }: ChartEntry) => rows.filter(({ kind }) => kind.drawing !== 'listed');
