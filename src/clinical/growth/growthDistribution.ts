/** Each reference goes its own way where the method of L, M and S is not exact enough: far out, and above the 95th centile. */
import { lmsAtAge, lmsAtLength } from './growthTables.ts';
import type { GrowthMeasure, GrowthPopulation, GrowthSex, GrowthTables, Lms } from './growthTables.ts';
import { valueOfZ, zOfValue } from './lms.ts';
import { normalTail, zOfTail } from './normalDistribution.ts';

/** `lms` is the plain method; the other two are the ways of WHO and of CDC beyond it. */
export type GrowthMethod = 'lms' | 'whoBeyondThree' | 'cdcExtendedBmi';

/** This is the distribution of a measure at one age, for one sex and one reference. Values are in kg, cm or kg/m². */
export type GrowthDistribution = {
  readonly lms: Lms;
  /** Returns the z-score of a value; NaN for a value that is not above 0. */
  readonly z: (value: number) => number;
  /** Returns the value at a z-score; NaN where the distribution does not reach. */
  readonly value: (z: number) => number;
  /** Returns which method gives the z-score of a value. */
  readonly method: (value: number) => GrowthMethod;
  /** Returns whether the programs of the reference take a value for a likely mistake of measuring or writing. */
  readonly isLikelyError: (value: number) => boolean;
};

/** Returns the distribution at an age in completed days; undefined where `lmsAtAge` is. */
export function growthDistributionAt(
  tables: GrowthTables,
  population: GrowthPopulation,
  ageDays: number,
): GrowthDistribution | undefined {
  const { reference, measure, sex } = population;
  const lms = lmsAtAge(tables, population, ageDays);
  if (lms === undefined) return undefined;
  if (reference === 'who2006') return whoDistribution(lms, measure);
  return measure === 'bmi' ? cdcBmiDistribution(lms, sex, ageDays) : cdcDistribution(lms, measure);
}

/** Returns the distribution of the weight at a recumbent length in cm (WHO); undefined outside of 45 to 110 cm. */
export function weightForLengthAt(
  tables: GrowthTables,
  sex: GrowthSex,
  lengthCm: number,
): GrowthDistribution | undefined {
  const lms = lmsAtLength(tables, sex, lengthCm);
  return lms && whoDistribution(lms, 'weightForLength');
}

type Limits = readonly [low: number, high: number];

/**
 * Beyond these z-scores WHO's programs take a value for an error.
 *
 * @see https://www.who.int/tools/child-growth-standards/software
 */
const WHO_LIMITS: Readonly<Record<GrowthMeasure | 'weightForLength', Limits>> = {
  weight: [-6, 5],
  height: [-6, 6],
  bmi: [-5, 5],
  headCircumference: [-5, 5],
  weightForLength: [-5, 5],
};

const WHO_PLAIN_UP_TO = 3;

/**
 * WHO uses the plain method up to 3 standard deviations. Beyond, for what has the weight in it, each further unit is as long
 * as the step from the second to the third, because no child of the study lay there. Length and head are normally distributed.
 *
 * @see https://www.who.int/publications/i/item/924154693X (chapter 7, "computation of centiles and z-scores")
 */
function whoDistribution(lms: Lms, measure: GrowthMeasure | 'weightForLength'): GrowthDistribution {
  const isPlain = measure === 'height' || measure === 'headCircumference';
  const isBeyond = (z: number): boolean => !isPlain && Math.abs(z) > WHO_PLAIN_UP_TO;
  const edge = (z: number): number => valueOfZ(Math.sign(z) * WHO_PLAIN_UP_TO, lms);
  const step = (z: number): number => Math.abs(edge(z) - valueOfZ(Math.sign(z) * (WHO_PLAIN_UP_TO - 1), lms));
  const zOf = (value: number): number => {
    const z = zOfValue(value, lms);
    return isBeyond(z) ? Math.sign(z) * WHO_PLAIN_UP_TO + (value - edge(z)) / step(z) : z;
  };
  return {
    lms,
    z: zOf,
    value: (z) => (isBeyond(z) ? edge(z) + (z - Math.sign(z) * WHO_PLAIN_UP_TO) * step(z) : valueOfZ(z, lms)),
    method: (value) => (isBeyond(zOfValue(value, lms)) ? 'whoBeyondThree' : 'lms'),
    isLikelyError: (value) => isOutside(zOf(value), WHO_LIMITS[measure]),
  };
}

const isOutside = (z: number, [low, high]: Limits): boolean => z < low || z > high;

/**
 * Beyond these modified z-scores CDC's program takes a value for an error.
 *
 * @see https://www.cdc.gov/growth-chart-training/hcp/computer-programs/sas.html
 */
const CDC_LIMITS: Readonly<Record<GrowthMeasure, Limits>> = {
  weight: [-5, 8],
  height: [-5, 4],
  bmi: [-4, 8],
  headCircumference: [-5, 5],
};

function cdcDistribution(lms: Lms, measure: GrowthMeasure): GrowthDistribution {
  return {
    lms,
    z: (value) => zOfValue(value, lms),
    value: (z) => valueOfZ(z, lms),
    method: () => 'lms',
    isLikelyError: (value) => isOutside(modifiedZ(value, lms), CDC_LIMITS[measure]),
  };
}

/** Returns CDC's modified z-score: the distance from the median in halves of the way to 2 standard deviations. */
export function modifiedZ(value: number, lms: Lms): number {
  const side = value < lms.m ? -2 : 2;
  return (value - lms.m) / (Math.abs(valueOfZ(side, lms) - lms.m) / 2);
}

const DAYS_PER_YEAR = 365.25;
const EXTENDED_FROM_Z = zOfTail(0.05);
const EXTENDED_SHARE = 0.1;
/** So many standard deviations above the 95th centile count at most. Further out the tail is too small for a computer and becomes 0. */
const FARTHEST_DEVIATIONS = 36;

/**
 * CDC's BMI above the 95th centile (2022): the tenth of the children above the 90th is half normally distributed around the
 * 95th, with a spread that follows from sex and age. Up to the 95th the method is the plain one of 2000.
 *
 * @see https://doi.org/10.1080/03014460.2020.1808065 (Wei, Ogden, Parsons, Freedman and Hales, 2020)
 */
function cdcBmiDistribution(lms: Lms, sex: GrowthSex, ageDays: number): GrowthDistribution {
  const plain = cdcDistribution(lms, 'bmi');
  const p95 = valueOfZ(EXTENDED_FROM_Z, lms);
  const spread = extendedSpread(sex, ageDays / DAYS_PER_YEAR);
  const zAbove = (value: number): number =>
    zOfTail(EXTENDED_SHARE * normalTail(Math.min(FARTHEST_DEVIATIONS, (value - p95) / spread)));
  return {
    ...plain,
    z: (value) => (value > p95 ? zAbove(value) : plain.z(value)),
    value: (z) =>
      z > EXTENDED_FROM_Z ? p95 + spread * zOfTail(normalTail(z) / EXTENDED_SHARE) : plain.value(z),
    method: (value) => (value > p95 ? 'cdcExtendedBmi' : 'lms'),
  };
}

/** Returns the spread in kg/m² above the 95th centile, by age in years. */
const extendedSpread = (sex: GrowthSex, years: number): number =>
  sex === 'male'
    ? 0.3728 + 0.5196 * years - 0.0091 * years ** 2
    : 0.8334 + 0.3712 * years - 0.0011 * years ** 2;
