/**
 * This file chooses which of many results keep their symbol, and where the numbers of the highest and the
 * lowest stand.
 */
import { extremeIndices } from '../../clinical/series/newest/extremes.ts';
import { latestIndex } from '../../clinical/series/newest/latest.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { symbolKindOf } from '../marks/symbols.tsx';

/** A result keeps its symbol when it is flagged in any way, outside its range, preliminary or a limit. */
export const keepsSymbol = ({ kind }: Row): boolean =>
  symbolKindOf(kind) !== 'normal' || (kind.flag !== '' && kind.flag !== 'N');

/**
 * Returns the indices of every flagged, preliminary or limit result and of the highest, the lowest and the
 * latest, in order of time.
 */
export function denseResults(series: Series): readonly number[] {
  const kept = new Set<number>([...extremeIndices(series), latestIndex(series)]);
  series.rows.forEach((row, i) => {
    if (keepsSymbol(row)) kept.add(i);
  });
  return [...kept].filter((i) => i >= 0 && i < series.rows.length).toSorted((a, b) => a - b);
}

export type SymbolPosition = { readonly x: number; readonly y: number };
export type ValueLabelPosition = SymbolPosition & { readonly anchor: 'start' | 'end' };

const GAP_PX = 6;
/**
 * At a text size of 16 px a number reaches this far and its baseline stands this far from the middle of the
 * symbol.
 */
const LABEL_PX = { across: 60, along: 12, above: 1, below: 9 };

/**
 * The number stands right of its symbol and of the marks beside it, or left of them at the end of the plot,
 * on the side where the curve is not.
 */
export function valueLabelPosition(
  at: SymbolPosition,
  isHighest: boolean,
  marks: readonly SymbolPosition[],
  { widthPx, heightPx }: Frame,
): ValueLabelPosition {
  const line = at.y + (isHighest ? LABEL_PX.above : LABEL_PX.below);
  const y = Math.max(10, Math.min(heightPx - 2, line));
  const isBeside = (mark: SymbolPosition): boolean =>
    Math.abs(mark.x - at.x) < LABEL_PX.across && Math.abs(mark.y - at.y) < LABEL_PX.along;
  const beside = marks.filter(isBeside).map(({ x }) => x);
  const right = Math.max(at.x, ...beside);
  if (right <= widthPx - LABEL_PX.across) return { x: right + GAP_PX, y, anchor: 'start' };
  return { x: Math.min(at.x, ...beside) - GAP_PX, y, anchor: 'end' };
}
