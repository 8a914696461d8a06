/** A dose as it was sent, and as an amount where the structured data say it exactly. */
import { hasModifierExtension } from '../observation/observationContext.ts';
import type { DoseStep } from '../events/careEvent.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  firstText,
  isElement,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { doseFrequencyOf, doseFrequencyText } from './doseFrequency.ts';
import { doseAmountOf, doseRateOf, doseRangeText, roundTo12Digits, type DoseAmount } from './doseAmount.ts';

export type Dose = Pick<DoseStep, 'doseText' | 'shortDose' | 'amount' | 'unit'>;

export const noDose: Dose = { doseText: '', shortDose: '', amount: undefined, unit: '' };

/**
 * The dosage of an order, statement or dispense. Of several instructions, of a dose as needed, of a range and of a timing that
 * is not exact there is the text alone: no amount is guessed.
 */
export function orderedDose(dosage: unknown): Dose {
  const [only = {}, ...more] = elementsOf(dosage);
  const doseText = joinTexts([only, ...more].map(orderText), '; ');
  if (more.length > 0 || hasModifierExtension(only)) return { ...noDose, doseText };
  return { ...orderAmount(only), doseText };
}

/** The dosage of an administration: one dose that was given, or a rate. */
export function administeredDose(dosage: unknown): Dose {
  const sent = elementOf(dosage);
  const dose = doseAmountOf(sent['dose']);
  const rate = doseRateOf(sent);
  const told = rate ?? dose;
  const words = [dose?.text ?? '', rate?.text ?? '', conceptText(sent['route'])];
  const doseText = trimmedText(sent['text']) || joinTexts(words, ', ');
  if (told === undefined || hasModifierExtension(sent)) return { ...noDose, doseText };
  return { doseText, shortDose: told.text, amount: told.value, unit: told.unit };
}

function orderAmount(dosage: FhirElement): Omit<Dose, 'doseText'> {
  const given = doseAndRateOf(dosage);
  const dose = doseAmountOf(given['doseQuantity']);
  const rate = doseRateOf(given);
  if (isAsNeeded(dosage)) {
    const told = dose ?? rate;
    return { ...noDose, shortDose: told === undefined ? '' : `${told.text} as needed` };
  }
  if (dose === undefined) {
    const isOpen = given['doseQuantity'] === undefined && given['doseRange'] === undefined;
    return rate === undefined || !isOpen
      ? noDose
      : { shortDose: rate.text, amount: rate.value, unit: rate.unit };
  }
  return dosePerTime(dose, dosage);
}

function dosePerTime({ value, text, unit }: DoseAmount, dosage: FhirElement): Omit<Dose, 'doseText'> {
  const pace = doseFrequencyOf(dosage['timing']);
  if (pace === undefined || !Number.isFinite(value * pace.times)) return noDose;
  const shown = pace.shownTimes === 1 ? text : `${roundTo12Digits(value * pace.shownTimes)} ${unit}`;
  return {
    shortDose: `${shown}/${pace.shownPer}`,
    amount: roundTo12Digits(value * pace.times),
    unit: `${unit}/${pace.per}`,
  };
}

/** Of several the one that was ordered; where that is not said, none. */
function doseAndRateOf(dosage: FhirElement): FhirElement {
  const sent = elementsOf(dosage['doseAndRate']);
  const ofType = (type: string) =>
    sent.find((one) => conceptText(one['type']).toLowerCase() === type || codeOf(one['type']) === type);
  return ofType('ordered') ?? ofType('calculated') ?? (sent.length === 1 ? sent[0] : undefined) ?? {};
}

const codeOf = (concept: unknown): string =>
  firstText(...elementsOf(elementOf(concept)['coding']).map(({ code }) => code)).toLowerCase();

const isAsNeeded = (dosage: FhirElement): boolean =>
  dosage['asNeededBoolean'] === true || isElement(dosage['asNeededCodeableConcept']);

/** The words of the server, else put together from what was sent. */
function orderText(dosage: FhirElement): string {
  const words = trimmedText(dosage['text']) || composed(dosage) || trimmedText(dosage['patientInstruction']);
  if (!isAsNeeded(dosage) || /\bas needed\b|\bp\.?r\.?n\b/i.test(words)) return words;
  const reason = conceptText(dosage['asNeededCodeableConcept']);
  return joinTexts([words, reason === '' ? 'as needed' : `as needed for ${reason}`], ', ');
}

function composed(dosage: FhirElement): string {
  const given = doseAndRateOf(dosage);
  const amount = doseAmountOf(given['doseQuantity'])?.text ?? doseRangeText(given['doseRange']);
  const rate = doseRateOf(given)?.text ?? doseRangeText(given['rateRange']);
  const dose = joinTexts([amount, rate === '' ? '' : amount === '' ? rate : `at ${rate}`], ' ');
  return joinTexts(
    [joinTexts([dose, doseFrequencyText(dosage['timing'])], ' '), conceptText(dosage['route'])],
    ', ',
  );
}
