/** This is the standard normal distribution, exact enough for a percentile of one hundredth: about 1e-12 of the tail. */

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
const density = (x: number): number => Math.exp((-x * x) / 2) / SQRT_TWO_PI;

/** From here on the continued fraction of Laplace is exact enough; below, the series of Taylor is. */
const TAIL_FROM = 3;
const FRACTION_DEPTH = 120;

/**
 * Returns the share of a normal distribution above `x` standard deviations, from 0 to 1. The tail itself is calculated, so
 * that 1e-9 does not become 0. NaN gives NaN.
 *
 * @see https://dlmf.nist.gov/7.9 (continued fraction) and https://doi.org/10.18637/jss.v011.i04 (series)
 */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x);
  if (!(x < TAIL_FROM)) return Number.isNaN(x) ? x : density(x) / fraction(x);
  let [sum, term] = [x, x];
  for (let i = 3; Math.abs(term) > 1e-18; i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 - sum * density(x);
}

function fraction(x: number): number {
  let value = x;
  for (let i = FRACTION_DEPTH; i > 0; i--) value = x + i / value;
  return value;
}

const NEWTON_STEPS = 60;
/** Further out than 37 standard deviations a computer has no numbers. */
const LEAST_TAIL = 1e-300;

/**
 * Returns the number of standard deviations above which the share `tail` lies; the inverse of `normalTail`. A share of 0.05
 * gives 1.645. It is ±Infinity for 0 and 1, and NaN for what is no share.
 */
export function zOfTail(tail: number): number {
  if (tail > 0.5) return -zOfTail(1 - tail);
  if (!(tail > 0)) return tail === 0 ? Infinity : Number.NaN;
  const share = Math.max(tail, LEAST_TAIL);
  // The tail at the start is too small. From there Newton's method on its logarithm comes closer from one side.
  let x = Math.sqrt(-2 * Math.log(share));
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const found = normalTail(x);
    const step = (Math.log(found / share) * found) / density(x);
    x += step;
    if (Math.abs(step) < 1e-14 * Math.max(1, x)) break;
  }
  return x;
}
