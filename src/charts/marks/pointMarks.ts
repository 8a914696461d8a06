import type { Series } from '../../clinical/series/series.ts';
import { repeatsOf } from '../../clinical/series/pairs/repeatedResults.ts';
import type { Frame } from '../axis/frame.ts';
import { rowTimeSpan, symbolMs } from '../axis/timeSpan.ts';
import { roundPx, type Scale } from '../axis/scale.ts';
import { symbolKindOf, symbolRank, symbolWithMarks } from './symbols.tsx';

/** One symbol has a place, a shape, and marks around it. */
export type PointMark = ReturnType<typeof symbolWithMarks> & {
  readonly key: number;
  readonly x: number;
  readonly y: number;
  readonly span: readonly [number, number] | undefined;
  /** This many results that are one and the same measurement share the symbol (rule 23). */
  readonly count: number;
  /** On a thinned curve this many more results of the same kind lie at the same pixel. */
  readonly overlappedCount: number;
};

/**
 * With more points than pixels the line is thinned, and only flagged, highest, lowest and latest points keep
 * a symbol.
 */
export const isThinnedToFrame = (series: Series, frame: Frame) => series.rows.length > frame.widthPx;

function indicesWithSymbol(
  { rows, values }: Series,
  isThinned: boolean,
  latestIndex: number,
): Iterable<number> {
  if (!isThinned) return rows.map((_, i) => i);
  let [low, high] = [0, 0];
  const kept = new Set<number>();
  rows.forEach(({ kind }, i) => {
    if (symbolKindOf(kind) !== 'normal' || i === latestIndex) kept.add(i);
    if (values[i]! < values[low]!) low = i;
    if (values[i]! > values[high]!) high = i;
  });
  return kept.add(low).add(high);
}

/** Returns a bar as wide as the uncertainty, and never so short that it hides behind its symbol. */
function uncertaintySpan(
  series: Series,
  i: number,
  { x, timeZone }: Frame,
): readonly [number, number] | undefined {
  const row = series.rows.at(i)!;
  if (row.kind.precision === 'instant') return undefined;
  const [fromMs, toMs] = rowTimeSpan(row, timeZone);
  const [from, to] = [x(fromMs), x(toMs)];
  const middle = (from + to) / 2;
  const half = Math.max((to - from) / 2, 5);
  return [middle - half, middle + half];
}

function pointMarkAt(series: Series, frame: Frame, y: Scale, key: number): PointMark {
  const row = series.rows.at(key)!;
  const { kind, timeMs } = row;
  const span = uncertaintySpan(series, key, frame);
  return {
    key,
    ...symbolWithMarks(kind),
    x: frame.x(span ? symbolMs(rowTimeSpan(row, frame.timeZone), frame.endMs) : timeMs),
    y: roundPx(y(series.values[key]!)),
    span,
    count: 1,
    overlappedCount: 0,
  };
}

/** Marks with the same key look the same at the same pixel. */
const pixelKey = ({ kind, limit, x, y, isCorrected, isDerived, span }: PointMark): string =>
  `${kind} ${limit} ${Math.floor(x)} ${Math.floor(y)} ${isCorrected} ${isDerived} ${span?.join() ?? ''}`;

/**
 * Returns the symbols of a curve in drawing order: plain, flagged, critical, and the latest on top. Results
 * that are one measurement share a symbol. On a thinned curve results at the same pixel share one too, so
 * that a screen can hold the symbols of thousands.
 */
export function pointMarksOf(series: Series, frame: Frame, y: Scale, latestIndex: number): PointMark[] {
  const marks = new Map<string, PointMark>();
  const isThinned = isThinnedToFrame(series, frame);
  const repeats = repeatsOf(series);
  const counts = new Map<number, number>();
  for (const at of repeats.values()) counts.set(at, (counts.get(at) ?? 1) + 1);
  for (const i of indicesWithSymbol(series, isThinned, latestIndex)) {
    if (repeats.has(i)) continue;
    const { kind, timeMs } = series.rows.at(i)!;
    // A neighbour outside the window is there for the line alone.
    if (kind.precision === 'instant' && (timeMs < frame.startMs || timeMs > frame.endMs)) continue;
    const mark = pointMarkAt(series, frame, y, i);
    const count = counts.get(i) ?? 1;
    const alike = isThinned ? pixelKey(mark) : String(i);
    const covered = marks.get(alike);
    // On a thinned curve there is no room for a count, so every result under the symbol is only known to lie there.
    const more = isThinned
      ? { overlappedCount: (covered ? covered.overlappedCount + 1 : 0) + count - 1 }
      : { count };
    marks.set(alike, { ...mark, ...more });
  }
  const rank = (mark: PointMark) => (mark.key === latestIndex ? 3 : symbolRank(mark.kind));
  return [...marks.values()].toSorted((a, b) => rank(a) - rank(b));
}
