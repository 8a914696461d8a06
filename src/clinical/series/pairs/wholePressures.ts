/** A blood pressure has both of its sides here, also where one of them has no point (rule 7). */
import {
  completeRepeats,
  pressurePairKeyIn,
  pressurePairsOf,
  type PressureRowPair,
} from './pressurePairs.ts';
import type { Row } from '../../observation/resultRow.ts';
import type { Series } from '../series.ts';

type WholePressures = {
  /** At least one side of these has a point. They are oldest first, in the order of `pressurePairsOf`. */
  readonly drawn: readonly PressureRowPair[];
  /** No side of these has a point. */
  readonly listed: readonly PressureRowPair[];
};

/**
 * Returns the blood pressures of two series. A side that is only listed still belongs to its blood pressure, so it stands
 * beside the side that is drawn.
 */
export function wholePressures(systolic: Series, diastolic: Series | undefined): WholePressures {
  type Sides = { -readonly [K in keyof PressureRowPair]: PressureRowPair[K] };
  if (diastolic === undefined) return { drawn: pressurePairsOf(systolic, diastolic), listed: [] };
  const keyOf = pressurePairKeyIn(systolic, diastolic);
  const drawn = pressurePairsOf(systolic, diastolic).map((pair): Sides => ({ ...pair }));
  const lone = new Map<string, Sides>();
  for (const sides of drawn) {
    if (sides.systolic && sides.diastolic) continue;
    const row = sides.systolic ?? sides.diastolic;
    if (row) lone.set(keyOf(row), sides);
  }
  const listed: Sides[] = [];
  const place = (row: Row, side: 'systolic' | 'diastolic'): void => {
    const sides = lone.get(keyOf(row));
    if (sides && sides[side] === undefined) {
      sides[side] = row;
      return;
    }
    const alone: Sides = { systolic: undefined, diastolic: undefined, [side]: row };
    lone.set(keyOf(row), alone);
    listed.push(alone);
  };
  for (const row of systolic.listed) place(row, 'systolic');
  for (const row of diastolic.listed) place(row, 'diastolic');
  completeRepeats(listed, drawn);
  return { drawn, listed };
}
