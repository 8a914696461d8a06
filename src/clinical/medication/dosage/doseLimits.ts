/** Finds a dose that is above the most that its own instruction lets be taken: https://hl7.org/fhir/R4/dosage-definitions.html#Dosage.maxDosePerPeriod */
import { elementOf, elementsOf, firstText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { factorBetween, stepName } from '../codedDose/doseScales.ts';
import { timesPerDay, TIME_DAYS } from '../timing/otherTiming.ts';
import { isAsNeeded } from './asNeeded.ts';
import { doseAmountOf, doseRateOf, type DoseAmount } from './doseAmount.ts';
import { amountInUnit } from './doseUnit.ts';
import { doseAndRateOf } from './sentDoses.ts';

/** A month is no whole number of weeks, and so a long time is compared less strictly. */
const LONG_DAYS = 20;

/** Returns the length of a Duration in days; undefined for one that cannot be read. */
export function daysOfDuration(duration: unknown): number | undefined {
  const { value, unit, code } = elementOf(duration);
  const days = [code, unit].flatMap((name) => TIME_DAYS[stepName(firstText(name).toLowerCase())] ?? []);
  return typeof value === 'number' && value > 0 && days[0] !== undefined ? value * days[0] : undefined;
}

/** Returns whether so much of a dose is more than a limit of the same unit. */
function isAbove(taken: number, { unit }: DoseAmount, limit: unknown, tolerance: number): boolean {
  const most = doseAmountOf(limit);
  const inUnit = most && amountInUnit(taken, unit, most.unit);
  return inUnit !== undefined && inUnit > (most?.value ?? 0) * (1 + tolerance);
}

/** A rate by the minute is rounded. */
const ROUNDED = 0.05;
/** The most of so many days, or of a shorter time, limits how fast an infusion runs. That of a day does not: it may run for an hour. */
const HOUR_DAYS = 1 / 24;

/** Returns the limits of an instruction that are rates: "10 mL in 1 h", or 10 mL/h at once. */
function rateLimitsOf({
  maxDosePerAdministration: once,
  maxDosePerPeriod: perPeriod,
}: FhirElement): readonly DoseAmount[] {
  const ratios = elementsOf(perPeriod);
  const rates = ratios
    .filter(({ denominator }) => (daysOfDuration(denominator) ?? 1) <= HOUR_DAYS)
    .map((rateRatio) => doseRateOf({ rateRatio }));
  const sent = [once, ...ratios.map(({ numerator }) => numerator)].map(doseAmountOf);
  return [...rates, ...sent].flatMap((limit) => (limit?.unit.includes('/') === true ? [limit] : []));
}

/** Returns whether the coded rate of an instruction, or the fastest of its range, is above a limit that is surely a rate of the same. */
export function isAboveRateLimit(dosage: FhirElement): boolean {
  const given = doseAndRateOf(dosage);
  const rate = doseRateOf(given) ?? doseAmountOf(elementOf(given['rateRange'])['high']);
  if (rate === undefined) return false;
  return rateLimitsOf(dosage).some((limit) => {
    const factor = rate.unit === limit.unit ? 1 : factorBetween(rate.unit, limit.unit);
    return factor !== undefined && rate.value * factor > limit.value * (1 + ROUNDED);
  });
}

/**
 * Returns whether the coded dose of an instruction, or the most of its range, is above its limit for one time or for a lifetime, or what its timing comes to, of a range with
 * its least dose, above that for a time. How often a dose as needed is taken is what the limit says.
 */
export function isAboveLimit(dosage: FhirElement): boolean {
  const { maxDosePerAdministration: once, maxDosePerPeriod: perPeriod, maxDosePerLifetime: ever } = dosage;
  if ([once, perPeriod, ever].every((limit) => limit === undefined)) return false;
  const { doseQuantity, doseRange } = doseAndRateOf(dosage);
  const { low, high } = elementOf(doseRange);
  const dose = doseAmountOf(doseQuantity) ?? doseAmountOf(low);
  const most = doseAmountOf(high) ?? dose;
  if (most !== undefined && [once, ever].some((limit) => isAbove(most.value, most, limit, 0))) return true;
  if (dose === undefined) return false;
  const perDay = isAsNeeded(dosage) ? 0 : (timesPerDay(dosage['timing']) ?? 0);
  return elementsOf(perPeriod).some(({ numerator, denominator }) => {
    const days = daysOfDuration(denominator);
    const times = Math.max(1, perDay * (days ?? 0));
    return isAbove(dose.value * times, dose, numerator, (days ?? 0) > LONG_DAYS ? 0.15 : 0.005);
  });
}
