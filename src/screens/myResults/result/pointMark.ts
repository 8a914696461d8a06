import type { Frame } from '../../../charts/axis/frame.ts';
import { roundPx, type Scale } from '../../../charts/axis/scale.ts';
import { drawnRows } from '../../../charts/reading/chartEntries.ts';
import type { ChartPoint } from './resultFacts.ts';

/** The height of a result is not known, is exact, or is a limit such as "<5" that only says where the number cannot be. */
type MarkKind = 'undrawn' | 'exact' | 'limit-below' | 'limit-above';

export type ResultMark = {
  readonly point: ChartPoint;
  readonly kind: MarkKind;
  readonly x: number;
  /** The mark has one height, or those of both numbers of a blood pressure, the upper one first; none for a result without a number. */
  readonly tops: readonly number[];
  /** The result lies in this day, month or year, in px, where its time is not known exactly. */
  readonly span: readonly [from: number, to: number] | undefined;
};

/** Returns where one result stands on the chart. */
export function pointMark(point: ChartPoint, { x }: Frame, y: Scale): ResultMark {
  const { entry, isDrawn, fromMs, toMs } = point;
  const rows = isDrawn ? drawnRows(entry) : [];
  const limit = rows.find(({ kind }) => kind.comparator !== '')?.kind.comparator ?? '';
  const isSpan = toMs > fromMs;
  return {
    point,
    kind: markKind(isDrawn, limit),
    x: roundPx(isSpan ? (x(fromMs) + x(toMs)) / 2 : x(entry.timeMs)),
    tops: rows.map(({ value }) => roundPx(y(value))),
    span: isSpan ? [roundPx(x(fromMs)), roundPx(x(toMs))] : undefined,
  };
}

function markKind(isDrawn: boolean, limit: string): MarkKind {
  if (!isDrawn) return 'undrawn';
  if (limit === '') return 'exact';
  return limit.startsWith('<') ? 'limit-below' : 'limit-above';
}

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** An arrow shows on which side of a limit the number lies. */
const arrow = (x: number, y: number, direction: 1 | -1): string =>
  `M${x} ${y + 4 * direction}v${9 * direction}m-3.5 ${-3.5 * direction}l3.5 ${3.5 * direction}l3.5 ${-3.5 * direction}`;

const CAP_PX = 4;
const cap = (x: number, y: number): string => `M${x - CAP_PX} ${y}h${CAP_PX * 2}`;

/** Returns the shape of a mark. Both numbers of a blood pressure are the ends of one bar (rule 7). */
export function markPath({ kind, x, tops }: ResultMark, radius: number, floorPx: number): string {
  const [top, bottom] = tops;
  if (top === undefined) return `M${x} ${floorPx - 8}v8`;
  if (bottom !== undefined) return `${cap(x, top)}${cap(x, bottom)}M${x} ${top}V${bottom}`;
  const round = circle(x, top, radius);
  if (kind === 'limit-below') return round + arrow(x, top, 1);
  return kind === 'limit-above' ? round + arrow(x, top, -1) : round;
}

/** Returns the mark that is nearest to a place. Of those at one time it is the one of that height. */
export function nearestMark(marks: readonly ResultMark[], px: number, py: number): number {
  let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
  marks.forEach(({ x, tops }, i) => {
    const away = Math.abs(x - px) + Math.abs((tops[0] ?? py) - py) * 0.01;
    if (away < least) [nearest, least] = [i, away];
  });
  return nearest;
}
