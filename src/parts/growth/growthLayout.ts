/** Places the curves and the points of a growth chart. The x axis is the age, and equal distances are equal times. */
import { boxAround, doBoxesOverlap, type LabelBox } from '../../charts/marks/extremeLabels.ts';
import { linearScale, roundPx, type Scale } from '../../charts/axis/scale.ts';
import { daysToSecondBirthday } from '../../clinical/growth/growthAge.ts';
import type { ChildGrowth } from '../../clinical/growth/childGrowth.ts';
import { GROWTH_LAST_DAY, growthCurves, type GrowthCurve } from '../../clinical/growth/growthCurves.ts';
import {
  DAYS_PER_MONTH,
  type GrowthMeasure,
  type GrowthReference,
} from '../../clinical/growth/growthTables.ts';
import type { DrawnPoint } from './growthPoints.ts';

export type GrowthSpan = 'all' | 'underTwo' | 'fromTwo';

type GrowthTick = { readonly at: number; readonly text: string };

type CurveLabel = { readonly x: number; readonly y: number; readonly text: string };

type DrawnCurve = {
  readonly reference: GrowthReference;
  readonly percentile: number;
  readonly path: string;
};

export type GrowthLayout = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly ageTicks: readonly GrowthTick[];
  readonly valueTicks: readonly GrowthTick[];
  readonly isInMonths: boolean;
  readonly curves: readonly DrawnCurve[];
  readonly labels: readonly CurveLabel[];
  /** This is the middle of the part of each reference that is seen. */
  readonly references: readonly { readonly reference: GrowthReference; readonly x: number }[];
  /** This is the place of the second birthday, where the reference changes; undefined when it is not seen. */
  readonly secondBirthdayX: number | undefined;
  readonly points: readonly DrawnPoint[];
};

type LayoutInput = {
  readonly points: readonly DrawnPoint[];
  readonly measure: GrowthMeasure;
  readonly growth: ChildGrowth;
  readonly span: GrowthSpan;
  readonly unitsPerMetricUnit: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

const MARGIN_PX = { left: 40, right: 30, top: 20, bottom: 22 };
const DAYS_PER_YEAR = 365.25;
const MONTH_SPANS = [3, 6, 12, 24];

/** Returns which spans can be chosen: one alone where all points lie in it. */
export function spansOf(points: readonly DrawnPoint[]): readonly GrowthSpan[] {
  const isUnderTwo = ({ growth }: DrawnPoint): boolean => growth.reference === 'who2006';
  return points.some(isUnderTwo) && !points.every(isUnderTwo) ? ['all', 'underTwo', 'fromTwo'] : ['all'];
}

export const pointsIn = (points: readonly DrawnPoint[], span: GrowthSpan): readonly DrawnPoint[] =>
  span === 'all'
    ? points
    : points.filter(({ growth }) => (growth.reference === 'who2006') === (span === 'underTwo'));

/** The axis begins at birth for a child under two years, else at a birthday, and ends at a whole month or year. */
function agesOf(points: readonly DrawnPoint[], span: GrowthSpan): readonly [from: number, to: number] {
  const ages = points.flatMap(({ ageDays, usedAgeDays }) => [ageDays, usedAgeDays]);
  const [first, last] = [Math.min(...ages), Math.max(...ages)];
  const months = MONTH_SPANS.find((count) => last <= count * DAYS_PER_MONTH);
  const toDays =
    span === 'underTwo'
      ? 24 * DAYS_PER_MONTH
      : months !== undefined
        ? months * DAYS_PER_MONTH
        : Math.min(Math.ceil(last / DAYS_PER_YEAR + 0.25), 20) * DAYS_PER_YEAR;
  if (first < 2 * DAYS_PER_YEAR - 1) return [Math.min(0, first - 4), toDays];
  return [Math.max(2, Math.floor(first / DAYS_PER_YEAR)) * DAYS_PER_YEAR - 1, Math.max(toDays, last)];
}

/**
 * Returns the curves that belong to this child: those of the references that its points are compared by, none without a sex,
 * and none of WHO where the age cannot be corrected.
 */
function curvesFor(
  { measure, growth, points }: CurvesInput,
  [fromDays, toDays]: readonly [number, number],
): readonly GrowthCurve[] {
  const { sex, gestation } = growth.child;
  if (sex !== 'male' && sex !== 'female') return [];
  const secondBirthdayDays = daysToSecondBirthday(growth.child);
  const has = (reference: GrowthReference): boolean =>
    points.some((one) => one.growth.reference === reference);
  const span = {
    measure,
    sex,
    fromDays: has('who2006') ? fromDays : Math.max(fromDays, secondBirthdayDays),
    toDays: Math.min(toDays, has('cdc2000') ? GROWTH_LAST_DAY : secondBirthdayDays - 1),
    secondBirthdayDays,
  };
  const curves = growthCurves(span, growth.tables);
  return curves.filter(({ reference }) => reference !== 'who2006' || gestation.kind !== 'contradictory');
}

type CurvesInput = Pick<LayoutInput, 'points' | 'measure' | 'growth'>;

/** Returns whether a chart of these points has a curve: some results cannot be compared with the curves they stand on. */
export const hasCurves = (input: CurvesInput): boolean =>
  input.points.length > 0 && curvesFor(input, agesOf(input.points, 'all')).length > 0;

export function growthLayout(input: LayoutInput): GrowthLayout {
  const { span, unitsPerMetricUnit, widthPx, heightPx } = input;
  const points = pointsIn(input.points, span);
  const plot = {
    left: MARGIN_PX.left,
    right: widthPx - MARGIN_PX.right,
    top: MARGIN_PX.top,
    bottom: heightPx - MARGIN_PX.bottom,
  };
  const [fromDays, toDays] = agesOf(points, span);
  const curves = curvesFor({ ...input, points }, [fromDays, toDays]);
  const values = [
    ...points.map(({ value }) => value * unitsPerMetricUnit),
    ...curves.flatMap(({ values: all }) => [...all].map((value) => value * unitsPerMetricUnit)),
  ];
  const ticks = niceTicks(Math.min(...values), Math.max(...values), 6);
  const x = linearScale([fromDays, toDays], [plot.left, plot.right]);
  const y = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [plot.bottom, plot.top]);
  const isInMonths = toDays <= 24 * DAYS_PER_MONTH + 1;
  const twoYears = daysToSecondBirthday(input.growth.child);
  const pathOf = ({ agesDays, values: all }: GrowthCurve): string =>
    [...agesDays]
      .map((age, i) => `${i === 0 ? 'M' : 'L'}${roundPx(x(age))} ${roundPx(y(all[i]! * unitsPerMetricUnit))}`)
      .join('');
  return {
    widthPx,
    heightPx,
    x,
    y,
    plot,
    isInMonths,
    points,
    ageTicks: ageTicks(fromDays, toDays, isInMonths, plot.right - plot.left),
    valueTicks: ticks.map((at) => ({ at, text: String(at) })),
    curves: curves.map((curve) => ({
      reference: curve.reference,
      percentile: curve.percentile,
      path: pathOf(curve),
    })),
    labels: labelsOf(
      curves,
      points.map(({ usedAgeDays, value }) => ({ x: x(usedAgeDays), y: y(value * unitsPerMetricUnit) })),
      x,
      (value) => y(value * unitsPerMetricUnit),
    ),
    references: referencesOf(curves, x),
    secondBirthdayX: fromDays < twoYears && twoYears < toDays ? roundPx(x(twoYears)) : undefined,
  };
}

const STEPS = [1, 2, 5, 10];

/** Returns round numbers that lie around the values. */
function niceTicks(low: number, high: number, most: number): readonly number[] {
  if (!(high >= low)) return [];
  const span = Math.max(high - low, Math.abs(high) * 0.1, 0.5);
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = power * (STEPS.find((one) => span / (one * power) <= most) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(6)));
}

const MONTH_STEPS = [1, 2, 3, 6];
const YEAR_STEPS = [1, 2, 5];
const TICK_PX = 34;

function ageTicks(
  fromDays: number,
  toDays: number,
  isInMonths: boolean,
  widthPx: number,
): readonly GrowthTick[] {
  const unit = isInMonths ? DAYS_PER_MONTH : DAYS_PER_YEAR;
  const count = (toDays - fromDays) / unit;
  const steps = isInMonths ? MONTH_STEPS : YEAR_STEPS;
  const step = steps.find((one) => (count / one) * TICK_PX <= widthPx) ?? steps.at(-1)!;
  const first = Math.ceil((fromDays / unit - 0.01) / step);
  const last = Math.floor(toDays / unit / step + 0.01);
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    at: (first + i) * step * unit,
    text: String((first + i) * step).replace('-', '−'),
  }));
}

const LABEL_PX = 11;
const DIGIT_PX = 6.5;
const LEAST_PART_PX = 110;
/** A point has this radius, and its label some air. */
const POINT_PX = 6;
/** A label goes back along its curve in such steps, and no further. */
const [STEP_PX, MOST_PX] = [4, 80];

type Place = { readonly x: number; readonly y: number };

const boxOf = ({ x, y, text }: CurveLabel): LabelBox => ({
  leftPx: x,
  rightPx: x + text.length * DIGIT_PX,
  topPx: y - LABEL_PX / 2,
  bottomPx: y + LABEL_PX / 2,
});

/** Returns where a curve has its name: at its right end, or on its line before a point that the name would meet. */
function* placesOn({ agesDays, values, percentile }: GrowthCurve, x: Scale, y: Scale): Generator<CurveLabel> {
  const text = String(percentile);
  const endPx = x(agesDays.at(-1)!);
  yield { x: roundPx(endPx + 3), y: roundPx(y(values.at(-1)!)), text };
  let nextPx = endPx - POINT_PX;
  for (let i = agesDays.length - 1; i >= 0 && endPx - nextPx < MOST_PX; i--) {
    if (x(agesDays[i]!) > nextPx) continue;
    yield { x: roundPx(x(agesDays[i]!) - text.length * DIGIT_PX), y: roundPx(y(values[i]!)), text };
    nextPx -= STEP_PX;
  }
}

/**
 * Names each curve at its right end, and never over a point. Where two names would overlap the median and the outer curves have
 * theirs.
 */
function labelsOf(
  curves: readonly GrowthCurve[],
  points: readonly Place[],
  x: Scale,
  y: Scale,
): readonly CurveLabel[] {
  const lastAge = Math.max(...curves.map(({ agesDays }) => agesDays.at(-1)!));
  const pointBoxes = points.map((point) => boxAround(point.x, point.y, POINT_PX));
  const labels: CurveLabel[] = [];
  const isFree = (label: CurveLabel, taken: readonly LabelBox[]): boolean =>
    !taken.some((box) => doBoxesOverlap(box, boxOf(label)));
  const importance = (percentile: number): number =>
    percentile === 50 ? -1 : 50 - Math.abs(percentile - 50);
  for (const curve of curves.toSorted((a, b) => importance(a.percentile) - importance(b.percentile))) {
    const end = curve.agesDays.at(-1)!;
    if (end < lastAge && x(end) - x(curve.agesDays[0]!) < LEAST_PART_PX) continue;
    const places = [...placesOn(curve, x, y)];
    if (places[0] && !isFree(places[0], labels.map(boxOf))) continue;
    const label = places.find((place) => isFree(place, [...pointBoxes, ...labels.map(boxOf)]));
    if (label) labels.push(label);
  }
  return labels;
}

function referencesOf(curves: readonly GrowthCurve[], x: Scale): GrowthLayout['references'] {
  const byReference = new Map(curves.map((curve) => [curve.reference, curve]));
  return [...byReference].map(([reference, { agesDays }]) => ({
    reference,
    x: roundPx((x(agesDays[0]!) + x(agesDays.at(-1)!)) / 2),
  }));
}

/** Returns the place of the point that is nearest to a pointer. */
export function nearestPoint(
  { points, x, y }: GrowthLayout,
  unitsPerMetricUnit: number,
  px: number,
  py: number,
): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  points.forEach(({ usedAgeDays, value }, i) => {
    const distance = Math.hypot(x(usedAgeDays) - px, (y(value * unitsPerMetricUnit) - py) / 2);
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}
