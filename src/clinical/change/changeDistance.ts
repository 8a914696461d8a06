/**
 * This file holds the sum behind "What changed": how far a result lies from earlier ones, in units of what analysis and
 * biology let one expect. The numbers are those of docs/decisions/0037.
 */
import { medianOf } from './median.ts';

/** This is what a measure varies by without any change: percent within one person and of the laboratory, or one SD. */
export type Variation =
  | { readonly cviPercent: number; readonly cvaPercent: number }
  | {
      /** This is one standard deviation in the unit of the measure, for values that have no meaningful percent. */
      readonly sd: number;
    };

/** This is the distance of a result from the median of earlier results. */
export type ChangeDistance = {
  readonly median: number;
  /** This many earlier values were compared, a day counted once. */
  readonly count: number;
  /** The distance has the sign of the change. It is 2.576 at the limit. */
  readonly d: number;
  /** Outside of these values, in the unit of the measure, a result is listed. */
  readonly limits: readonly [low: number, high: number];
  /** The patient's own results spread more than the published variation, and their spread was used. */
  readonly isOwnSpread: boolean;
};

/** Beyond this distance a change is listed: 1 of 100 stable measures is beyond it by chance, in an average person. */
export const LISTED_DISTANCE = 2.576;
/** From this distance on it is fewer than 1 of 100 also where a person varies more than the average. */
export const RARE_DISTANCE = 3.29;

/** The own spread of a patient counts from this many values on (Coskun, Clin Chem 2022: at least 5). */
const MIN_OWN_SPREAD_COUNT = 6;
/** Turns the median absolute deviation of normally distributed values into their standard deviation. */
const STANDARD_DEVIATION_PER_MAD = 1.4826;
/** A value that is rounded to steps varies by this much of a step. */
const ROUNDING = 1 / Math.sqrt(12);
/** The median of n values varies by about pi/2n of the variance of one. */
const MEDIAN_VARIANCE = 1.57;

/**
 * Returns the distance of a value from earlier ones of the same measure and unit; undefined without earlier values, and
 * where the logarithm does not exist. `step` is the recorded precision (0.1 for "4.5"). A relative variation is judged
 * on the log scale: a lognormal value with the coefficient of variation CV has the variance ln(1 + CV²) of its
 * logarithm, and independent causes add, with rounding as one of them (Fokkema, Clin Chem 2006;52:1602).
 */
export function changeDistance(
  value: number,
  earlier: readonly number[],
  variation: Variation,
  step: number,
): ChangeDistance | undefined {
  const median = sortedMedian(earlier);
  if (median === undefined) return undefined;
  const count = earlier.length;
  const uncertainty = count === 1 ? Math.SQRT2 : Math.sqrt(1 + MEDIAN_VARIANCE / count);
  if ('sd' in variation) {
    const [spread, isOwnSpread] = largerSpread(Math.hypot(variation.sd, step * ROUNDING), earlier);
    const size = spread * uncertainty;
    return finite({
      median,
      count,
      d: (value - median) / size,
      limits: [median - LISTED_DISTANCE * size, median + LISTED_DISTANCE * size],
      isOwnSpread,
    });
  }
  if (!(value > 0 && median > 0)) return undefined;
  const published = Math.sqrt(
    logVariance(variation.cviPercent) + logVariance(variation.cvaPercent) + ((step * ROUNDING) / median) ** 2,
  );
  const [spread, isOwnSpread] = largerSpread(published, earlier.map(Math.log));
  const size = spread * uncertainty;
  const factor = Math.exp(LISTED_DISTANCE * size);
  return finite({
    median,
    count,
    d: Math.log(value / median) / size,
    limits: [median / factor, median * factor],
    isOwnSpread,
  });
}

const logVariance = (percent: number): number => Math.log1p((percent / 100) ** 2);

const sortedMedian = (values: readonly number[]): number | undefined =>
  medianOf(values.toSorted((a, b) => a - b));

/** Ill people vary more than the healthy ones of a study, so the larger of the two spreads counts. */
function largerSpread(published: number, values: readonly number[]): [spread: number, isOwn: boolean] {
  const middle = sortedMedian(values);
  if (values.length < MIN_OWN_SPREAD_COUNT || middle === undefined) return [published, false];
  const own =
    STANDARD_DEVIATION_PER_MAD * (sortedMedian(values.map((value) => Math.abs(value - middle))) ?? 0);
  return own > published ? [own, true] : [published, false];
}

/** Numbers near the largest that a computer holds have no distance. */
const finite = (distance: ChangeDistance): ChangeDistance | undefined =>
  Number.isFinite(distance.d) ? distance : undefined;
