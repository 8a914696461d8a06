import { yDomain } from '../../clinical/series/yDomain.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { relativeValue } from '../../clinical/series/relativeToRange.ts';
import type { Frame } from '../axis/frame.ts';
import { linearScale } from '../axis/scale.ts';
import type { DrawnSeries, Strip } from './strip.ts';
import { drawnRows, type ChartEntry } from '../reading/chartEntries.ts';
import { entryPosition, type TrendLayout } from '../trend/trendLayout.ts';

/** This much room above and below the values keeps symbols clear of the next strip. */
const PADDING_PX = 10;
/**
 * A strip has at least and at most this height, and the strips of a screen leave `AROUND_PX` for what stands
 * around them.
 */
const [MIN_HEIGHT_PX, MAX_HEIGHT_PX, AROUND_PX] = [88, 132, 404];

/** Returns one height in pixels for all strips, in steps of four (rule 9). */
export const stripHeight = (screenPx: number, count: number): number =>
  Math.max(
    MIN_HEIGHT_PX,
    Math.min(MAX_HEIGHT_PX, Math.floor((screenPx - AROUND_PX) / Math.max(1, count) / 4) * 4),
  );

/** Round steps are listed with the plainest first. */
const STEPS = [1, 5, 2, 2.5];

/** Returns every multiple of the step inside the domain. */
function stepsIn([low, high]: readonly [number, number], step: number): number[] {
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++)
    ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

/** Returns three or four round values, or two when no step gives so many, because a strip is low. */
function ticksOf(domain: readonly [number, number]): number[] {
  const power = 10 ** Math.floor(Math.log10(domain[1] - domain[0]));
  const choices = [power, power / 10].flatMap((unit) => STEPS.map((step) => stepsIn(domain, step * unit)));
  const withCount = (...counts: readonly number[]) => choices.find(({ length }) => counts.includes(length));
  return withCount(3, 4) ?? withCount(2, 5) ?? [domain[0]];
}

export function stripLayout(
  { inside, partner }: DrawnSeries,
  frame: Frame,
  isRelative: boolean,
): TrendLayout {
  const { low, high, isExtended } = yDomain(inside, partner);
  const domain: [number, number] = [low, high];
  return {
    frame,
    shiftPx: 0,
    y: linearScale(domain, [frame.heightPx - PADDING_PX, PADDING_PX]),
    domain,
    isExtended,
    ticks: isRelative ? [0, 1] : ticksOf(domain),
    topPx: 4,
    bottomPx: frame.heightPx - 1,
    rightPx: frame.x(frame.endMs),
  };
}

/** A ring surrounds the result that is read: a circle, or the bar of a blood pressure. */
export type RingBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const CIRCLE_PX = 8;
const BAR_PX = { across: 7, along: 5 };

/** Returns undefined for a result that has no place on the relative scale. */
export function ringBox(entry: ChartEntry, layout: TrendLayout, isRelative: boolean): RingBox | undefined {
  const place = entryPosition(entry, layout);
  const heightOf = (row: Row) => {
    const value = isRelative && !entry.sides ? relativeValue(row) : row.value;
    return value === undefined ? [] : [layout.y(value)];
  };
  const heights = drawnRows(entry).flatMap(heightOf);
  if (!place || heights.length === 0) return undefined;
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const { across, along } = entry.sides ? BAR_PX : { across: CIRCLE_PX, along: CIRCLE_PX };
  return { x: place.x - across, y: top - along, width: 2 * across, height: bottom - top + 2 * along };
}

/**
 * Tells whether any result of the window has a place on the relative scale. A blood pressure is two numbers
 * and has none.
 */
export const isRelativePossible = ({ partner, inside }: Strip): boolean =>
  !partner && inside.some(({ entry }) => relativeValue(entry.rows[0]) !== undefined);
