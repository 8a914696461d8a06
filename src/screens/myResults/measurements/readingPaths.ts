/** Makes the paths of readings in a figure of days. All readings of a shape are one path, so that a week of a sensor stays quick. */
import { linearScale, roundPx, type Scale } from '../../../charts/axis/scale.ts';
import { momentSpan } from '../../../charts/axis/timeSpan.ts';
import { instantMs } from '../../../charts/format/timeZone.ts';
import type { Band, MeasuredBy, Row } from '../../../clinical/observation/resultRow.ts';
import { lineSegments } from '../../../clinical/series/gaps/lineSegments.ts';
import { repeatsOf } from '../../../clinical/series/pairs/repeatedResults.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { groupsBySource, middleOf, readingsBy, sideRows, type DayWindow, type Reading } from './readings.ts';

/** A circle is a reading from home, a small one from a device, a diamond from the clinic, and a square from nobody who is named. */
export type Shape = 'circle' | 'smallCircle' | 'diamond' | 'square';

const SHAPES: Readonly<Record<MeasuredBy, Shape>> = {
  person: 'circle',
  family: 'circle',
  home: 'circle',
  device: 'smallCircle',
  clinic: 'diamond',
  visit: 'diamond',
  '': 'square',
};
export const shapeOf = (measuredBy: MeasuredBy): Shape => SHAPES[measuredBy];

/** Draws a point as a stroke with round or square ends, or as a diamond. */
export const pointPath = (shape: Shape, x: number, y: number): string =>
  shape === 'diamond' ? `M${roundPx(x)} ${roundPx(y - 4)}l4 4l-4 4l-4 -4z` : `M${roundPx(x)} ${roundPx(y)}h0`;

export type PointPaths = ReadonlyMap<Shape, string>;

/** Returns one path for each shape that these readings have. A limit and a date without a time have paths of their own. */
export function pointPaths(readings: readonly Reading[], xOf: (row: Row) => number, y: Scale): PointPaths {
  const parts = new Map<Shape, string[]>();
  for (const { upper, lower } of readings)
    for (const row of [upper, lower]) {
      if (row === undefined || isLimit(row) || row.kind.precision !== 'instant') continue;
      const shape = shapeOf(row.kind.measuredBy);
      const part = pointPath(shape, xOf(row), y(row.value));
      const known = parts.get(shape);
      if (known) known.push(part);
      else parts.set(shape, [part]);
    }
  return new Map([...parts].map(([shape, all]) => [shape, all.join('')]));
}

const isLimit = ({ kind }: Row): boolean => kind.comparator !== '';

/** Draws an arrow from each limit to the side on which the value lies (rule 20). */
export const limitPath = (readings: readonly Reading[], xOf: (row: Row) => number, y: Scale): string =>
  rowsOf(readings)
    .filter(isLimit)
    .map((row) => {
      const [x, top] = [roundPx(xOf(row)), roundPx(y(row.value))];
      const way = row.kind.comparator.startsWith('<') ? 1 : -1;
      return `M${x} ${top}v${way * 9}m-3 ${way * -3}l3 ${way * 3}l3 ${way * -3}`;
    })
    .join('');

const rowsOf = (readings: readonly Reading[]): readonly Row[] =>
  readings.flatMap(({ upper, lower }) => [upper, lower].filter((row) => row !== undefined));

/** Joins the two numbers of each blood pressure by an upright (rule 7). */
export const pressureBarPath = (readings: readonly Reading[], xOf: (row: Row) => number, y: Scale): string =>
  readings
    .map(({ upper, lower }) =>
      upper && lower ? `M${roundPx(xOf(upper))} ${roundPx(y(upper.value))}V${roundPx(y(lower.value))}` : '',
    )
    .join('');

/** Draws a bar as wide as its day for each reading without a time of day (rule 44). */
export const dayBarPath = (readings: readonly Reading[], x: Scale, y: Scale, timeZone: string): string =>
  rowsOf(readings)
    .filter((row) => row.kind.precision === 'day' && !isLimit(row))
    .map(({ timeMs, value }) => {
      const [start, end] = momentSpan(timeMs, 'day', timeZone);
      return `M${roundPx(x(start))} ${roundPx(y(value))}H${roundPx(Math.max(x(end), x(start) + 3))}`;
    })
    .join('');

/** Joins the numbers that the line of the clinician's view joins, inside the window (rules 6 and 18). */
export function joinedPath(series: Series, { startMs, endMs }: DayWindow, x: Scale, y: Scale): string {
  const { timesMs, values } = series;
  const repeats = repeatsOf(series);
  return lineSegments(series, endMs - startMs)
    .map(([from, to]) => {
      const points: string[] = [];
      for (let i = from; i < to; i++) {
        const timeMs = timesMs[i]!;
        if (timeMs < startMs || timeMs > endMs || repeats.has(i)) continue;
        points.push(`${roundPx(x(timeMs))} ${roundPx(y(values[i]!))}`);
      }
      return points.length > 1 ? `M${points.join('L')}` : '';
    })
    .join('');
}

/** A day has a middle from this many readings on. */
const LEAST_OF_A_DAY = 3;
/** A mark of a day that is narrower says nothing. */
const NARROWEST_DAY_PX = 5;

/** Draws the middle of each day that has enough counted readings of one source, measured in one way. */
export function dayMiddlePath(
  readings: readonly Reading[],
  { timeZone }: DayWindow,
  x: Scale,
  y: Scale,
): string {
  const byDay = readingsBy(readings, ({ day }) => day);
  let path = '';
  for (const [day, own] of byDay) {
    const startPx = x(instantMs(day * DAY_MS, timeZone));
    const endPx = x(instantMs((day + 1) * DAY_MS, timeZone));
    if (endPx - startPx < NARROWEST_DAY_PX) continue;
    for (const middle of middlesOf(own, LEAST_OF_A_DAY))
      path += `M${roundPx(startPx + 1)} ${roundPx(y(middle.value))}H${roundPx(endPx - 1)}`;
  }
  return path;
}

/** Returns the middle of each source, and of each side, that has enough comparable readings. */
export const middlesOf = (readings: readonly Reading[], least: number): readonly Row[] =>
  groupsBySource(readings)
    .filter(({ difference }) => difference === '')
    .flatMap((group) =>
      (['upper', 'lower'] as const).flatMap((side) => {
        const rows = sideRows(group.readings, side);
        return rows.length < least ? [] : (middleOf(rows) ?? []);
      }),
    );

/** This range came with every counted reading of the picture. */
export type SharedRange = { readonly row: Row; readonly band: Band };

/** Returns the range of each side that was sent alike with every counted reading; a range that changes is not drawn (rules 28 and 32). */
export function sharedRanges(readings: readonly Reading[]): readonly SharedRange[] {
  const counted = readings.filter(({ isCounted }) => isCounted);
  return (['upper', 'lower'] as const).flatMap((side) => {
    const rows = sideRows(counted, side);
    const [row] = rows;
    const band = row?.kind.band;
    if (row === undefined || band === undefined) return [];
    const isShared = rows.every(({ kind }) => kind.band?.low === band.low && kind.band?.high === band.high);
    return isShared ? [{ row, band }] : [];
  });
}

export const timeScale = ({ startMs, endMs }: DayWindow, leftPx: number, rightPx: number): Scale =>
  linearScale([startMs, endMs], [leftPx, rightPx]);
