/** Says where a measure of a child lies among children of the same age and sex. */
import type { RecordedSex } from '../patient/recordedSex.ts';
import type { CalendarAge } from '../time/age.ts';
import type { Moment } from '../time/date.ts';
import {
  ageCorrection,
  ageInDays,
  calendarAgeOf,
  growthReferenceAt,
  isToldLater,
  type AgeCorrection,
  type NoAgeReason,
} from './growthAge.ts';
import type { Gestation } from './gestationalAge.ts';
import { growthDistributionAt, type GrowthMethod } from './growthDistribution.ts';
import type { GrowthMeasurement, UnusableReason } from './growthMeasurement.ts';
import type { HeightPositionOn } from './heightPositions.ts';
import { CDC_LAST_MONTH, monthsOfDays, type GrowthReference } from './growthTables.ts';
import type { GrowthMeasure, GrowthTables } from './growthTables.ts';
import { normalTail } from './normalDistribution.ts';

/** This is what must be known of a child. */
export type GrowthChild = {
  /** The birth date is as exact as it was sent; undefined or without a time when it is not known. */
  readonly birth: Moment | undefined;
  readonly sex: RecordedSex;
  readonly gestation: Gestation;
  /** Returns the calendar day of a moment in the time zone of the screen (rule 43), counted since 1 January 1970. */
  readonly dayOf: (timeMs: number) => number;
  /** A body mass index is that of a height, so it is compared only where that was taken as the reference measured it. */
  readonly heightPositionOn?: HeightPositionOn;
};

/** Says why a measure has no percentile. */
export type NoPercentileReason =
  | UnusableReason
  | NoAgeReason
  /** Neither girl nor boy is recorded. */
  | 'sexUnknown'
  | 'sexContradicted'
  /** The child was older than 20 years. */
  | 'tooOld'
  /** The reference has no such measure at this age: the head from three years on. */
  | 'noTable'
  /** The child was born preterm and is measured before the day on which it was due. WHO's tables begin at term. */
  | 'beforeTerm'
  /** Gestational ages were sent that contradict each other, so that the age under two years cannot be corrected. */
  | 'gestationContradictory'
  /** The child stood; WHO measured children under two years lying, which gives 0.7 cm more. Nothing is converted. */
  | 'standingUnderTwo'
  /** The child lay; CDC measured children from two years on standing. Nothing is converted. */
  | 'lyingFromTwo'
  /** The value is not above 0. */
  | 'noValue';

type Ages = {
  /** This is the time since birth, in completed days. */
  readonly ageDays: number;
  /** This is the age at which the reference was read: the same, or less the days by which the child was born early. */
  readonly usedAgeDays: number;
  /** These are the same two ages by the calendar, for words: months and years are completed on a birthday. */
  readonly age: CalendarAge;
  readonly usedAge: CalendarAge;
  /** It was measured at birth, and its date is another: that of the day on which somebody told it, or none. */
  readonly isToldLater: boolean;
  readonly reference: GrowthReference;
  readonly correction: AgeCorrection;
};

/** This is a measure among children of the same age and sex. */
export type KnownGrowth = Ages & {
  readonly isKnown: true;
  readonly measure: GrowthMeasure;
  /** The value is in kg, cm or kg/m². */
  readonly value: number;
  readonly z: number;
  /** The percentile lies between 0 and 100, never at either in words: see `shownPercentile`. */
  readonly percentile: number;
  readonly method: GrowthMethod;
  /** A height of which nobody said how it was taken counts as the reference measured it. */
  readonly isPositionAssumed: boolean;
  readonly isStated: boolean;
  /** The programs of the reference take such a value for a likely mistake. */
  readonly isLikelyError: boolean;
};

/** This is a measure without a percentile. The ages are there as far as they are known. */
type UnknownGrowth = Partial<Ages> & {
  readonly isKnown: false;
  readonly measure: GrowthMeasure;
  readonly reason: NoPercentileReason;
};

export type GrowthResult = KnownGrowth | UnknownGrowth;

/**
 * Returns z-score and percentile of a measure: on WHO's standards until the day before the second birthday, at the corrected
 * age for a child born preterm, and on CDC's charts from then to 20 years. Without one it returns the reason. Throws nothing.
 */
export function growthZ(
  measurement: GrowthMeasurement,
  child: GrowthChild,
  tables: GrowthTables,
): GrowthResult {
  const { measure, value, unusable, isStated } = measurement;
  const without = (reason: NoPercentileReason, ages: Partial<Ages> = {}): UnknownGrowth => ({
    isKnown: false,
    measure,
    reason,
    ...ages,
  });
  if (unusable !== undefined) return without(unusable);
  const ages = agesAt(measurement, child);
  if (typeof ages === 'string') return without(ages);
  const position = measure === 'bmi' ? child.heightPositionOn?.(measurement) : measurement.position;
  const hindrance = hindranceOf(position, ages);
  if (hindrance !== undefined) return without(hindrance, ages);
  if (child.sex === 'notKnown') return without('sexUnknown', ages);
  if (child.sex === 'contradicted') return without('sexContradicted', ages);
  const distribution = growthDistributionAt(
    tables,
    { reference: ages.reference, measure, sex: child.sex },
    ages.usedAgeDays,
  );
  if (distribution === undefined) return without('noTable', ages);
  const z = distribution.z(value);
  if (Number.isNaN(z)) return without('noValue', ages);
  return {
    isKnown: true,
    ...ages,
    measure,
    value,
    z,
    percentile: percentileOfZ(z),
    method: distribution.method(value),
    isPositionAssumed: measure === 'height' && measurement.position === 'unsaid',
    isStated,
    isLikelyError: distribution.isLikelyError(value),
  };
}

/**
 * Returns by how many standard deviations a child moved from one result to another. It is undefined where the two cannot be
 * compared: one has no percentile or is a likely mistake, the reference changed, or one age was corrected and the other was not.
 */
export function growthChange(from: GrowthResult, to: GrowthResult): number | undefined {
  if (!from.isKnown || !to.isKnown || from.measure !== to.measure) return undefined;
  if (from.isLikelyError || to.isLikelyError || from.isStated !== to.isStated) return undefined;
  const isSameScale = from.reference === to.reference && from.correction.kind === to.correction.kind;
  return isSameScale ? to.z - from.z : undefined;
}

function agesAt(measurement: GrowthMeasurement, child: GrowthChild): Ages | NoAgeReason {
  const ageDays = ageInDays(measurement, child);
  if (typeof ageDays === 'string') return ageDays;
  const reference = growthReferenceAt(ageDays, child);
  const correction = ageCorrection(child.gestation, reference);
  const daysOff = correction.kind === 'corrected' ? correction.days : 0;
  return {
    ageDays,
    usedAgeDays: ageDays - daysOff,
    age: calendarAgeOf(ageDays, 0, child),
    usedAge: calendarAgeOf(ageDays, daysOff, child),
    isToldLater: isToldLater(measurement, child),
    reference,
    correction,
  };
}

function hindranceOf(
  position: GrowthMeasurement['position'] | undefined,
  { reference, usedAgeDays, correction }: Ages,
): NoPercentileReason | undefined {
  if (reference === 'who2006') {
    if (correction.gestation.kind === 'contradictory') return 'gestationContradictory';
    if (usedAgeDays < 0) return 'beforeTerm';
    return position === 'standing' ? 'standingUnderTwo' : undefined;
  }
  if (monthsOfDays(usedAgeDays) > CDC_LAST_MONTH) return 'tooOld';
  return position === 'lying' ? 'lyingFromTwo' : undefined;
}

/** Returns the percentile of a z-score, between 0 and 100. */
export const percentileOfZ = (z: number): number =>
  z > 0 ? 100 - 100 * normalTail(z) : 100 * normalTail(-z);

/** This is a percentile as it may be said. `bound` is '<' or '>' at the ends, since nobody lies at 0 or 100. */
export type ShownPercentile = {
  readonly bound: '' | '<' | '>';
  readonly value: number;
  readonly decimals: 0 | 1;
};

/** Returns whole percentiles from 1 to 99, one decimal beyond, and "<0.1" and ">99.9" at the ends. */
export function shownPercentile(percentile: number): ShownPercentile {
  if (percentile < 0.1) return { bound: '<', value: 0.1, decimals: 1 };
  if (percentile > 99.9) return { bound: '>', value: 99.9, decimals: 1 };
  return percentile < 1 || percentile > 99
    ? { bound: '', value: Math.round(percentile * 10) / 10, decimals: 1 }
    : { bound: '', value: Math.round(percentile), decimals: 0 };
}
