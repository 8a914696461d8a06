import type { Series } from '../clinical/series.ts';
import { flaggedColumns } from './columns.ts';
import { knownSpan, type Frame } from './frame.ts';
import { tenth, type Scale } from './scale.ts';
import { isCorrected, rankOf, symbolOf, type SymbolKind } from './symbols.tsx';

/** One symbol: where, which shape, and what stands around it. */
export type Spot = {
  readonly key: number;
  readonly kind: SymbolKind;
  readonly x: number;
  readonly y: number;
  readonly corrected: boolean;
  readonly derived: boolean;
  readonly span: readonly [number, number] | undefined;
  /** How many results, alike in everything, share the symbol. */
  readonly count: number;
};

/** More points than pixels: then the line is thinned, and only flagged, highest, lowest and latest points keep a symbol. */
export const isDense = (series: Series, frame: Frame) => series.rows.length > frame.width;

function drawnIndices(series: Series, frame: Frame, latestIndex: number): number[] {
  const { rows, values } = series;
  if (!isDense(series, frame)) return rows.map((_, i) => i);
  const kept = new Set(
    flaggedColumns(series, frame.x, (i) => {
      const kind = symbolOf(rows.at(i)!.kind);
      return kind === 'normal' ? undefined : kind;
    }),
  );
  let [low, high] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    if (values[i]! < values[low]!) low = i;
    if (values[i]! > values[high]!) high = i;
  }
  kept.add(low).add(high).add(latestIndex);
  return [...kept].filter((i) => i >= 0);
}

/** A bar as wide as the uncertainty, and never so short that it hides behind its symbol. */
function spanOf(series: Series, i: number, { x, timeZone }: Frame): readonly [number, number] | undefined {
  const row = series.rows.at(i)!;
  if (row.kind.precision === 'instant') return undefined;
  const [fromMs, toMs] = knownSpan(row, timeZone);
  const [from, to] = [x(fromMs), x(toMs)];
  const middle = (from + to) / 2;
  const half = Math.max((to - from) / 2, 5);
  return [middle - half, middle + half];
}

/** The symbols of a curve in the order of drawing: plain, flagged, critical, and the latest on top. */
export function spotsOf(series: Series, frame: Frame, y: Scale, latestIndex: number): Spot[] {
  const spots = new Map<string, Spot>();
  for (const i of drawnIndices(series, frame, latestIndex)) {
    const { kind, timeMs } = series.rows.at(i)!;
    // A neighbour outside the window is there for the line alone.
    if (kind.precision === 'instant' && (timeMs < frame.startMs || timeMs > frame.endMs)) continue;
    const alike = `${timeMs} ${series.values[i]!} ${kind.status} ${kind.context} ${kind.unit} ${kind.code}`;
    const twin = spots.get(alike);
    const span = spanOf(series, i, frame);
    spots.set(alike, {
      key: i,
      kind: symbolOf(kind),
      x: span ? (span[0] + span[1]) / 2 : frame.x(timeMs),
      y: tenth(y(series.values[i]!)),
      corrected: isCorrected(kind),
      derived: kind.converted || kind.parsed,
      span,
      count: (twin?.count ?? 0) + 1,
    });
  }
  const rank = (spot: Spot) => (spot.key === latestIndex ? 3 : rankOf(spot.kind));
  return [...spots.values()].toSorted((a, b) => rank(a) - rank(b));
}
