/**
 * This file reads a dose as it was sent, and as an amount when the structured data say it exactly:
 * https://hl7.org/fhir/R4/dosage.html
 */
import { cappedWords } from '../../events/longName.ts';
import { hasModifier } from '../../fhirElements/modifier.ts';
import type { DoseStep } from '../../events/careEvent.ts';
import { elementsOf, joinTexts, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { doseAmountOf, doseRateOf, roundTo12Digits, type DoseAmount } from './doseAmount.ts';
import { doseFrequencyOf } from './doseFrequency.ts';
import { isAsNeeded } from './asNeeded.ts';
import { ordersText, toldOf, withMore } from './dosageText.ts';
import { clinicianDosageWriter, type DosageWriter } from './dosageWriter.ts';
import { givenQuantityOf, givenText, isGivenUnclear } from './givenDose.ts';
import { isOrderUnclear, withOtherDose } from './otherDose.ts';
import { doseAndRateOf } from './sentDoses.ts';
import { medicationTexts } from '../medication.messages.ts';

/** A dose has the fields of its step. */
export type Dose = Pick<DoseStep, 'doseText' | 'shortDose' | 'amount' | 'unit' | 'isDoseUnclear'>;

/** Nothing is known of the dose. */
export const noDose: Dose = { doseText: '', shortDose: '', amount: undefined, unit: '' };

/**
 * Returns the dose of an order, a statement or a dispense. Several instructions, a dose as needed, a range, and a
 * timing that is not exact have their text alone: no amount is guessed.
 */
export function orderedDose(dosage: unknown): Dose {
  const doseText = orderedDoseText(dosage);
  const all = elementsOf(dosage);
  const [only = {}, ...more] = all;
  if (toldOf(all).some(isOrderUnclear)) return { ...noDose, doseText, isDoseUnclear: true };
  if (more.length > 0 || hasModifier(only)) return { ...noDose, doseText };
  return { ...orderAmount(only), doseText };
}

/** Returns the words of the dose of an order, a statement or a dispense for a reader, with the coded dose where it is another one. */
export function orderedDoseText(dosage: unknown, writer: DosageWriter = clinicianDosageWriter): string {
  const all = elementsOf(dosage);
  const [only = {}] = all;
  if (all.length > 1)
    return cappedWords(ordersText(all, writer, (words, one) => withOtherDose(words, one, writer)));
  return withOtherDose(cappedWords(ordersText([only], writer)), only, writer);
}

/**
 * Returns the dose of an administration: one dose that was given, or a rate. It has no amount where its words name another one,
 * or where several were sent in place of one.
 */
export function administeredDose(dosage: unknown): Dose {
  const doseText = administeredDoseText(dosage);
  const [sent = {}, ...more] = elementsOf(dosage);
  const amount = doseRateOf(sent) ?? doseAmountOf(givenQuantityOf(sent));
  if (toldOf([sent, ...more]).some(isGivenUnclear)) return { ...noDose, doseText, isDoseUnclear: true };
  if (more.length > 0 || hasModifier(sent) || amount === undefined) return { ...noDose, doseText };
  return { doseText, shortDose: amount.text, amount: amount.value, unit: amount.unit };
}

/** Returns the words of the dose of an administration for a reader, of several one after the other. */
export function administeredDoseText(dosage: unknown, writer: DosageWriter = clinicianDosageWriter): string {
  const all = elementsOf(dosage);
  const told = toldOf(all).map((one) => givenText(one, writer));
  return withMore(cappedWords(joinTexts(told, '; ')), all, writer);
}

function orderAmount(dosage: FhirElement): Omit<Dose, 'doseText'> {
  const given = doseAndRateOf(dosage);
  const dose = doseAmountOf(given['doseQuantity']);
  const rate = doseRateOf(given);
  if (isAsNeeded(dosage)) {
    const amount = dose ?? rate;
    return {
      ...noDose,
      shortDose: amount === undefined ? '' : medicationTexts('doseAsNeeded', { dose: amount.text }),
    };
  }
  if (dose === undefined) {
    const isWithoutDose = given['doseQuantity'] === undefined && given['doseRange'] === undefined;
    return rate === undefined || !isWithoutDose
      ? noDose
      : { shortDose: rate.text, amount: rate.value, unit: rate.unit };
  }
  return dosePerTime(dose, dosage);
}

function dosePerTime({ value, text, unit }: DoseAmount, dosage: FhirElement): Omit<Dose, 'doseText'> {
  const frequency = doseFrequencyOf(dosage['timing']);
  if (frequency === undefined || !Number.isFinite(value * frequency.times)) return noDose;
  const shown =
    frequency.shownTimes === 1 ? text : `${roundTo12Digits(value * frequency.shownTimes)} ${unit}`;
  return {
    shortDose: `${shown}/${frequency.shownPer}`,
    amount: roundTo12Digits(value * frequency.times),
    unit: `${unit}/${frequency.per}`,
  };
}
