import { flagSeverity } from '../../clinical/observation/flag/flag.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { PressureRowPair } from '../../clinical/series/pairs/pressurePairs.ts';
import type { Frame } from '../axis/frame.ts';
import { pixelColumns, spreadPath, type PixelColumn } from '../axis/pixelColumns.ts';
import { roundPx, type Scale } from '../axis/scale.ts';

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
/** A pressure that comes later than this many usual steps was missed before. */
const MAX_STEPS = 1.5;

const timeOf = ({ systolic, diastolic }: PressureRowPair): number => (systolic ?? diastolic)?.timeMs ?? NaN;

/**
 * Fills the pixel columns between pressures at their usual step. An empty one would look like a time without pressures, although
 * it only means that the step is a little wider than a pixel.
 */
function withoutHoles(
  columns: readonly PixelColumn[],
  timesMs: readonly number[],
  x: Scale,
): readonly PixelColumn[] {
  const stepsMs = timesMs.slice(1).map((timeMs, i) => timeMs - timesMs[i]!);
  const usualMs = stepsMs.toSorted((a, b) => a - b)[stepsMs.length >> 1] ?? 0;
  const widths = new Map<number, number>();
  for (const [i, stepMs] of stepsMs.entries()) {
    const px = Math.floor(x(timesMs[i]!));
    const stepPx = Math.floor(x(timesMs[i + 1]!)) - px;
    if (stepMs <= usualMs * MAX_STEPS && stepPx > 1 && stepPx <= MAX_STEP_PX) widths.set(px, stepPx);
  }
  return columns.flatMap((column) =>
    Array.from({ length: widths.get(column.px) ?? 1 }, (_, at) => ({ ...column, px: column.px + at })),
  );
}

/**
 * When there are more pairs than room for caps, each pixel column has one vertical line from the lowest to
 * the highest value.
 */
export function pairSpreadPath(all: readonly PressureRowPair[], { x }: Frame, y: Scale): string {
  const rows = all.flatMap(recordedSides);
  const points = { timesMs: rows.map(({ timeMs }) => timeMs), values: rows.map(({ value }) => value) };
  return spreadPath(withoutHoles(pixelColumns(points, x), all.map(timeOf), x), y);
}

/** A mark of ours, and a flag without a known meaning, matter less than any flag of the laboratory. */
const severityOf = ({ kind: { flag, outsideRange } }: Row): number =>
  flagSeverity(flag) || (flag === 'other' || (flag === '' && outsideRange) ? 1 : 0);

/**
 * Returns the side whose flag matters more, or the systolic one of two equals. The symbol of a side does not decide it: that of
 * a limit and of a preliminary result says nothing of its flag.
 */
export const sideWithWorstFlag = (pair: PressureRowPair): Row | undefined =>
  recordedSides(pair).toSorted((a, b) => severityOf(b) - severityOf(a))[0];
