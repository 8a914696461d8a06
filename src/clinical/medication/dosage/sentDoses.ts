/** Reads the doses and rates of an instruction as they were coded, and finds those that are told in two ways: https://hl7.org/fhir/R4/dosage.html */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  firstText,
  isElement,
  joinTexts,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { factorBetween } from '../codedDose/doseScales.ts';
import { doseAmountOf, doseRangeText, doseRateOf, doseRateText, sentQuantityText } from './doseAmount.ts';
import { clinicianDosageWriter, type DosageWriter } from './dosageWriter.ts';
import { amountInUnit } from './doseUnit.ts';

/** A rate by the minute is rounded: 1 L over 12 hours is 83 mL/h. */
const ROUNDED = 0.05;

/** Returns the ordered doses of an instruction, else the calculated ones, else all. */
function chosenDosesOf(dosage: FhirElement): readonly FhirElement[] {
  const sent = elementsOf(dosage['doseAndRate']);
  const [ordered = [], calculated = []] = TYPES.map((type) => sent.filter((one) => isOfType(one, type)));
  if (ordered.length > 0) return ordered;
  return calculated.length > 0 ? calculated : sent;
}

/** https://terminology.hl7.org/CodeSystem-dose-rate-type.html */
const TYPES = ['ordered', 'calculated'];

const isOfType = ({ type }: FhirElement, name: string): boolean =>
  conceptText(type).toLowerCase() === name || codeOf(type) === name;

const codeOf = (concept: unknown): string =>
  firstText(...elementsOf(elementOf(concept)['coding']).map(({ code }) => code)).toLowerCase();

/** The ordered dose counts among several; when none is called so, none counts. */
export function doseAndRateOf(dosage: FhirElement): FhirElement {
  const [first, ...more] = chosenDosesOf(dosage);
  if (first === undefined) return doseBeforeR4(dosage);
  return more.length === 0 || TYPES.some((type) => isOfType(first, type)) ? first : {};
}

/**
 * Returns the dose that earlier versions of FHIR have beside the timing: https://hl7.org/fhir/STU3/dosage.html and, as a
 * quantity, https://hl7.org/fhir/DSTU2/medicationstatement.html
 */
const doseBeforeR4 = (dosage: FhirElement): FhirElement => ({
  ...dosage,
  doseQuantity: dosage['doseQuantity'] ?? dosage['quantityQuantity'],
  doseRange: dosage['doseRange'] ?? dosage['quantityRange'],
});

/** FHIR allows one of these names of a dose and one of a rate, and some servers send more. */
const DOSES = ['doseQuantity', 'doseRange', 'dose', 'quantity'];
const RATES = ['rateQuantity', 'rateRatio', 'rateRange'];

/** A range of one number is that number. */
function plainDose(name: string, value: unknown): FhirElement {
  if (name !== 'doseRange') return { doseQuantity: value };
  const { low, high } = elementOf(value);
  const [from, to] = [low, high].map((end) => doseAmountOf(end)?.text);
  return from !== undefined && from === to ? { doseQuantity: low } : { doseRange: value };
}

/** Returns the first of some ways to tell a dose, and those that tell another one. */
function tellingsOf(given: readonly FhirElement[]): readonly FhirElement[] {
  const [first, ...others] = given;
  return first === undefined ? [] : [first, ...others.filter((other) => areTwoDoses(first, other))];
}

/** Returns a dose and its rate, several times where either is told in several ways that differ. */
function variantsOf(given: FhirElement): readonly FhirElement[] {
  const sent = (names: readonly string[]) => names.filter((name) => isElement(given[name]));
  const doses = tellingsOf(sent(DOSES).map((name) => plainDose(name, given[name])));
  const rates = tellingsOf(sent(RATES).map((name) => ({ [name]: given[name] })));
  return (doses.length > 0 ? doses : [{}]).flatMap((dose) =>
    (rates.length > 0 ? rates : [{}]).map((rate) => ({ ...dose, ...rate })),
  );
}

/** Returns the ordered dose, or all of several where none is called so, or more than one is. */
function toldDosesOf(dosage: FhirElement): readonly FhirElement[] {
  const chosen = chosenDosesOf(dosage);
  return (chosen.length > 0 ? chosen : [doseBeforeR4(dosage)])
    .flatMap(variantsOf)
    .filter((given) => Object.keys(given).length > 0);
}

/** Returns the doses and rates of an instruction in words, one after the other, each once. */
export const toldDosesText = (dosage: FhirElement, writer: DosageWriter): string =>
  joinTexts([...distinctDoses(toldDosesOf(dosage), writer)], ', ');

const distinctDoses = (told: readonly FhirElement[], writer: DosageWriter): ReadonlySet<string> =>
  new Set(told.map((given) => oneDoseText(given, writer)).filter(Boolean));

/** Returns whether an instruction, or what was given, has several doses of which nobody knows which is meant. */
export function hasSeveralDoses(dosage: FhirElement): boolean {
  const told = toldDosesOf(dosage);
  return (
    told.length > 1 &&
    distinctDoses(told, clinicianDosageWriter).size > 1 &&
    told.some((one, i) => told.slice(i + 1).some((other) => areTwoDoses(one, other)))
  );
}

/** A dose and a rate that were sent apart are one dose, and so may be "1 tablet" and "500 mg". */
function areTwoDoses(one: FhirElement, other: FhirElement): boolean {
  const [amount, otherAmount] = [one, other].map(({ doseQuantity }) => elementOf(doseQuantity));
  const [value, otherValue] = [amount?.['value'], otherAmount?.['value']];
  const [hasDose, hasOtherDose] = [one, other].map((given) =>
    isElement(given['doseQuantity'] ?? given['doseRange']),
  );
  if (hasDose !== hasOtherDose) return false;
  if (hasDose !== true) return areTwoRates(one, other);
  if (typeof value !== 'number' || typeof otherValue !== 'number')
    return oneDoseText(one, clinicianDosageWriter) !== oneDoseText(other, clinicianDosageWriter);
  const [unit = '', otherUnit = ''] = [amount, otherAmount].map((sent) =>
    firstText(sent?.['unit'], sent?.['code']),
  );
  const inOtherUnit = amountInUnit(value, unit, otherUnit);
  return (inOtherUnit !== undefined && inOtherUnit !== otherValue) || areTwoRates(one, other);
}

/** A rate may be told in other steps: 60 mL/h is 1 mL/min. */
function areTwoRates(one: FhirElement, other: FhirElement): boolean {
  const [text, otherText] = [one, other].map((given) => rateText(given, clinicianDosageWriter));
  if (text === '' || otherText === '' || text === otherText) return false;
  const [rate, otherRate] = [one, other].map(doseRateOf);
  if (rate === undefined || otherRate === undefined) return true;
  const factor = rate.unit === otherRate.unit ? 1 : factorBetween(rate.unit, otherRate.unit);
  return factor === undefined || Math.abs(rate.value * factor - otherRate.value) > ROUNDED * otherRate.value;
}

const rateText = (given: FhirElement, writer: DosageWriter): string =>
  doseRateText(given, writer) || doseRangeText(given['rateRange'], writer);

function oneDoseText(given: FhirElement, writer: DosageWriter): string {
  const amount = sentQuantityText(given['doseQuantity'], writer) || doseRangeText(given['doseRange'], writer);
  const rate = rateText(given, writer);
  return joinTexts([amount, rate === '' ? '' : amount === '' ? rate : writer.say('atRate', { rate })], ' ');
}
