import type { Row } from '../../clinical/observation/resultRow.ts';
import type { PressureRowPair } from '../../clinical/series/pairs/pressurePairs.ts';
import type { Frame } from '../axis/frame.ts';
import { pixelColumns, spreadPath } from '../axis/pixelColumns.ts';
import { roundPx, type Scale } from '../axis/scale.ts';
import { symbolKindOf, symbolRank } from './symbols.tsx';

/** Returns the sides that were recorded, systolic first. */
export const recordedSides = ({ systolic, diastolic }: PressureRowPair): Row[] =>
  [systolic, diastolic].filter((row) => row !== undefined);

/** Draws one bar with two caps, and one cap without a bar for a lone side (rule 7). */
export function pairBarPath(pair: PressureRowPair, x: number, y: Scale, cap: number): string {
  const ends = recordedSides(pair).map(({ value }) => roundPx(y(value)));
  const caps = ends.map((end) => `M${roundPx(x - cap)} ${end}h${roundPx(cap * 2)}`).join('');
  return ends.length === 2 ? `${caps}M${roundPx(x)} ${ends[0]}V${ends[1]}` : caps;
}

/**
 * When there are more pairs than room for caps, each pixel column has one vertical line from the lowest to
 * the highest value.
 */
export function pairSpreadPath(all: readonly PressureRowPair[], { x }: Frame, y: Scale): string {
  const rows = all.flatMap(recordedSides);
  const points = { timesMs: rows.map(({ timeMs }) => timeMs), values: rows.map(({ value }) => value) };
  return spreadPath(pixelColumns(points, x), y);
}

/** Returns the side whose flag matters more, or the systolic one of two equals. */
export const sideWithWorstFlag = (pair: PressureRowPair): Row | undefined =>
  recordedSides(pair).toSorted(
    (a, b) => symbolRank(symbolKindOf(b.kind)) - symbolRank(symbolKindOf(a.kind)),
  )[0];
