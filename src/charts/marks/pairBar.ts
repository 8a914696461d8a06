import type { Row } from '../../clinical/observation/resultRow.ts';
import type { PressureRowPair } from '../../clinical/series/pairs/pressurePairs.ts';
import type { Frame } from '../axis/frame.ts';
import { pixelColumns, spreadPath, type PixelColumn } from '../axis/pixelColumns.ts';
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

/** Pressures farther apart than this have room for a bar of their own. */
const MAX_STEP_PX = 4;

/**
 * Fills the pixel columns between pressures at their usual step. An empty one would look like a time without pressures, although
 * it only means that the step is a little wider than a pixel.
 */
function withoutHoles(columns: readonly PixelColumn[]): readonly PixelColumn[] {
  const stepsPx = columns.slice(1).map(({ px }, i) => px - columns[i]!.px);
  const usualPx = stepsPx.toSorted((a, b) => a - b)[stepsPx.length >> 1] ?? 1;
  return columns.flatMap((column, i) => {
    const stepPx = stepsPx[i] ?? 1;
    // Where a step is no whole number of pixels, some columns lie one pixel farther apart than the others.
    const length = stepPx > Math.min(usualPx + 1, MAX_STEP_PX) ? 1 : stepPx;
    return Array.from({ length }, (_, at) => ({ ...column, px: column.px + at }));
  });
}

/**
 * When there are more pairs than room for caps, each pixel column has one vertical line from the lowest to
 * the highest value.
 */
export function pairSpreadPath(all: readonly PressureRowPair[], { x }: Frame, y: Scale): string {
  const rows = all.flatMap(recordedSides);
  const points = { timesMs: rows.map(({ timeMs }) => timeMs), values: rows.map(({ value }) => value) };
  const columns = pixelColumns(points, x);
  // Where several pressures stand in most columns, one without any is a time without pressures.
  const isDense = all.length > columns.length * 1.1;
  return spreadPath(isDense ? columns : withoutHoles(columns), y);
}

/** Returns the side whose flag matters more, or the systolic one of two equals. */
export const sideWithWorstFlag = (pair: PressureRowPair): Row | undefined =>
  recordedSides(pair).toSorted(
    (a, b) => symbolRank(symbolKindOf(b.kind)) - symbolRank(symbolKindOf(a.kind)),
  )[0];
