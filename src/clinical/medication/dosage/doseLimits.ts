/** Finds a dose that is above the most that its own instruction lets be taken: https://hl7.org/fhir/R4/dosage-definitions.html#Dosage.maxDosePerPeriod */
import { elementOf, elementsOf, firstText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { stepName } from '../codedDose/doseScales.ts';
import { timesPerDay, TIME_DAYS } from '../timing/otherTiming.ts';
import { doseAmountOf, type DoseAmount } from './doseAmount.ts';
import { isAsNeeded } from './dosageText.ts';
import { amountInUnit } from './doseUnit.ts';
import { doseAndRateOf } from './sentDoses.ts';

/** A month is no whole number of weeks, and so a long time is compared less strictly. */
const LONG_DAYS = 20;

/** Returns the length of a Duration in days; undefined for one that cannot be read. */
function daysOf(duration: unknown): number | undefined {
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

/**
 * Returns whether the coded dose of an instruction, or the least of its range, is above its limit for one time, or what its timing comes to above that for a time. How
 * often a dose as needed is taken is what the limit says.
 */
export function isAboveLimit(dosage: FhirElement): boolean {
  const { maxDosePerAdministration: once, maxDosePerPeriod: perPeriod } = dosage;
  if (once === undefined && perPeriod === undefined) return false;
  const { doseQuantity, doseRange } = doseAndRateOf(dosage);
  const dose = doseAmountOf(doseQuantity) ?? doseAmountOf(elementOf(doseRange)['low']);
  if (dose === undefined) return false;
  const perDay = isAsNeeded(dosage) ? 0 : (timesPerDay(dosage['timing']) ?? 0);
  return (
    isAbove(dose.value, dose, once, 0) ||
    elementsOf(perPeriod).some(({ numerator, denominator }) => {
      const days = daysOf(denominator);
      const times = Math.max(1, perDay * (days ?? 0));
      return isAbove(dose.value * times, dose, numerator, (days ?? 0) > LONG_DAYS ? 0.15 : 0.005);
    })
  );
}
