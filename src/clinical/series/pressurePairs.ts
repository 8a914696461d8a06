import { isIdenticalResult } from './comparability.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from './series.ts';

/** A pair holds both sides of one blood pressure. A side that was not recorded is undefined, never 0 (rule 7). */
export type PressureRowPair = { readonly systolic: Row | undefined; readonly diastolic: Row | undefined };

/**
 * Returns whether two series are the two sides of one blood pressure. Sides sent as Observations of their own belong together
 * only when an encounter says so (fixture 5).
 */
export const arePaired = (systolic: Series, diastolic: Series): boolean =>
  systolic.rows.at(-1)?.id === diastolic.rows.at(-1)?.id ||
  [systolic, diastolic].every(({ rows }) => {
    const kind = rows.at(-1)?.kind;
    return kind === undefined || kind.component !== '' || kind.encounter !== '';
  });

/**
 * Returns the drawn rows as pairs, oldest first: both sides of one Observation, or of two Observations at the same instant of
 * the same encounter. Each row stands in exactly one pair.
 */
export function pressurePairsOf(systolic: Series, diastolic: Series | undefined): readonly PressureRowPair[] {
  const unpaired = new Map<string, Row[]>();
  for (const row of diastolic?.rows ?? [])
    unpaired.set(pressurePairKey(row), [...(unpaired.get(pressurePairKey(row)) ?? []), row]);
  const withSystolic = systolic.rows.map((row): PressureRowPair => ({
    systolic: row,
    diastolic: unpaired.get(pressurePairKey(row))?.shift(),
  }));
  const diastolicOnly = [...unpaired.values()]
    .flat()
    .map((row): PressureRowPair => ({ systolic: undefined, diastolic: row }));
  return [...withSystolic, ...diastolicOnly].toSorted((a, b) => timeMsOf(a) - timeMsOf(b));
}

/**
 * Returns a key that both sides of one blood pressure share, drawn or listed. Rows of an Observation without an id share the
 * key of its time as sent.
 */
export function pressurePairKey({ id, effective, kind, timeMs }: Row): string {
  if (kind.component === '' && kind.encounter !== '' && kind.precision === 'instant')
    return `\n${timeMs} ${kind.encounter}`;
  return id === '' ? `\n${effective}` : id;
}

/** Returns whether two pairs are the same reading sent under two ids (rule 23). */
export const isIdenticalPair = (a: PressureRowPair, b: PressureRowPair): boolean =>
  (['systolic', 'diastolic'] as const).every((side) =>
    a[side] && b[side] ? isIdenticalResult(a[side], b[side]) : a[side] === b[side],
  );

const timeMsOf = ({ systolic, diastolic }: PressureRowPair): number =>
  (systolic ?? diastolic)?.timeMs ?? Number.NaN;
