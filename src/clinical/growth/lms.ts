/**
 * The method of L, M and S: a power of the measure is normally distributed.
 *
 * @see https://doi.org/10.1002/sim.4780111005 (Cole and Green, 1992)
 */
import type { Lms } from './growthTables.ts';

/** Below this the power is the logarithm to the last digit. */
const LEAST_POWER = 1e-7;

/** Returns how many standard deviations a value lies from the median. It is NaN for a value that is not above 0. */
export function zOfValue(value: number, { l, m, s }: Lms): number {
  if (!(value > 0)) return Number.NaN;
  return Math.abs(l) < LEAST_POWER ? Math.log(value / m) / s : ((value / m) ** l - 1) / (l * s);
}

/** Returns the value at `z` standard deviations, which is the inverse of `zOfValue`. It is NaN where the distribution does not reach. */
export function valueOfZ(z: number, { l, m, s }: Lms): number {
  if (Math.abs(l) < LEAST_POWER) return m * Math.exp(s * z);
  const power = 1 + l * s * z;
  return power > 0 ? m * power ** (1 / l) : Number.NaN;
}
