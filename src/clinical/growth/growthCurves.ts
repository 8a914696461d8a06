/** These are the percentile curves of the references, for drawing. */
import { growthDistributionAt } from './growthDistribution.ts';
import {
  CDC_LAST_MONTH,
  DAYS_PER_MONTH,
  WHO_LAST_DAY,
  type GrowthMeasure,
  type GrowthReference,
} from './growthTables.ts';
import type { GrowthSex, GrowthTables } from './growthTables.ts';
import { zOfTail } from './normalDistribution.ts';

/** This is one curve of one reference. */
export type GrowthCurve = {
  readonly reference: GrowthReference;
  readonly percentile: number;
  /** These are the ages in days since birth, or since the day on which a preterm child was due; ascending. */
  readonly agesDays: Float64Array;
  /** This is the value at each age, in kg, cm or kg/m². */
  readonly values: Float64Array;
};

/** This is the last day of CDC's charts: 20 years. */
export const GROWTH_LAST_DAY = Math.floor(CDC_LAST_MONTH * DAYS_PER_MONTH);

const WHO_PERCENTILES = [3, 15, 50, 85, 97] as const;
const CDC_PERCENTILES = [5, 10, 25, 50, 75, 90, 95] as const;
const CDC_BMI_PERCENTILES = [5, 10, 25, 50, 75, 85, 90, 95] as const;

/**
 * Returns the percentiles that a reference draws: WHO's charts have 3, 15, 50, 85 and 97; CDC's have 5 to 95, and the 85th of
 * the body mass index.
 *
 * @see https://www.who.int/tools/child-growth-standards/standards and https://www.cdc.gov/growthcharts/cdc-charts.htm
 */
export function drawnPercentiles(reference: GrowthReference, measure: GrowthMeasure): readonly number[] {
  if (reference === 'who2006') return WHO_PERCENTILES;
  return measure === 'bmi' ? CDC_BMI_PERCENTILES : CDC_PERCENTILES;
}

const POINTS_ACROSS = 120;

/** This says which curves are asked for. Ages are in completed days; the second birthday is 730 or 731 days after birth. */
export type CurveSpan = {
  readonly measure: GrowthMeasure;
  readonly sex: GrowthSex;
  readonly fromDays: number;
  readonly toDays: number;
  readonly secondBirthdayDays: number;
};

/**
 * Returns the curves of both references inside a span of ages, lowest percentile first. WHO's end where CDC's begin, and
 * nothing joins them: WHO measured lying, CDC standing, other children. The span may reach beyond the references, and gives
 * no curve where neither has a table. About 120 ages across the span are enough for a smooth line.
 */
export function growthCurves(span: CurveSpan, tables: GrowthTables): readonly GrowthCurve[] {
  const { fromDays, toDays, secondBirthdayDays } = span;
  if (!(toDays >= fromDays)) return [];
  const stepDays = Math.max(1, (toDays - fromDays) / POINTS_ACROSS);
  const lastDayOfWho = Math.min(secondBirthdayDays - 1, WHO_LAST_DAY);
  return [
    ...curvesOf({ reference: 'who2006', firstDay: 0, lastDay: lastDayOfWho, stepDays }, span, tables),
    ...curvesOf(
      { reference: 'cdc2000', firstDay: secondBirthdayDays, lastDay: GROWTH_LAST_DAY, stepDays },
      span,
      tables,
    ),
  ];
}

/** A reference counts from the first of these days of life to the last, and its curves have a point every so many days. */
type ReferenceDays = {
  readonly reference: GrowthReference;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly stepDays: number;
};

function curvesOf(
  { reference, firstDay, lastDay, stepDays }: ReferenceDays,
  { measure, sex, fromDays, toDays }: CurveSpan,
  tables: GrowthTables,
): readonly GrowthCurve[] {
  const ages = agesBetween(
    Math.max(firstDay, Math.floor(fromDays)),
    Math.min(lastDay, Math.ceil(toDays)),
    stepDays,
  );
  const distributions = ages.flatMap((ageDays) => {
    const distribution = growthDistributionAt(tables, { reference, measure, sex }, ageDays);
    return distribution === undefined ? [] : [{ ageDays, distribution }];
  });
  if (distributions.length === 0) return [];
  const agesDays = Float64Array.from(distributions, ({ ageDays }) => ageDays);
  return drawnPercentiles(reference, measure).map((percentile) => {
    const z = zOfTail(1 - percentile / 100);
    return {
      reference,
      percentile,
      agesDays,
      values: Float64Array.from(distributions, ({ distribution }) => distribution.value(z)),
    };
  });
}

/** Returns whole days from the first to the last, both included. */
function agesBetween(first: number, last: number, step: number): readonly number[] {
  if (!(last >= first)) return [];
  const count = Math.ceil((last - first) / step);
  return [
    ...new Set([
      ...Array.from({ length: count }, (_, i) => Math.min(last, Math.round(first + i * step))),
      last,
    ]),
  ];
}
