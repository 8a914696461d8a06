/**
 * This file reads a dose as it was sent, and as an amount when the structured data say it exactly:
 * https://hl7.org/fhir/R4/dosage.html
 */
import { cappedWords } from '../../events/longName.ts';
import { hasModifier } from '../../fhirElements/modifier.ts';
import type { DoseStep } from '../../events/careEvent.ts';
import {
  elementOf,
  elementsOf,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { doseFrequencyOf } from './doseFrequency.ts';
import {
  doseAmountOf,
  doseRangeText,
  doseRateOf,
  doseRateText,
  roundTo12Digits,
  sentQuantityText,
  type DoseAmount,
} from './doseAmount.ts';
import {
  doseAndRateOf,
  hasSeveralDoses,
  isAsNeeded,
  ordersText,
  routeText,
  toldOf,
  withMore,
} from './dosageText.ts';
import { contradicts, contradictsRate, isOfNoSingleDose, saysOnHold } from '../codedDose/contradictedDose.ts';
import { namesAmount } from '../codedDose/namedDose.ts';
import { otherTimingText } from '../timing/otherTiming.ts';
import { MAX_INSTRUCTION_LETTERS } from './instructionLength.ts';
import { plainOrderOf } from './plainOrder.ts';
import { clinicianDosageWriter, type DosageWriter } from './dosageWriter.ts';
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
  if (toldOf(all).some(isUnclear)) return { ...noDose, doseText, isDoseUnclear: true };
  if (more.length > 0 || hasModifier(only)) return { ...noDose, doseText };
  return { ...orderAmount(only), doseText };
}

/** Returns whether an instruction tells its dose in two ways. */
const isUnclear = (dosage: FhirElement): boolean =>
  hasSeveralDoses(dosage) || (!hasModifier(dosage) && otherDoseText(dosage, clinicianDosageWriter) !== '');

/** Returns the words of the dose of an order, a statement or a dispense for a reader, with the coded dose where it is another one. */
export function orderedDoseText(dosage: unknown, writer: DosageWriter = clinicianDosageWriter): string {
  const all = elementsOf(dosage);
  const [only = {}] = all;
  if (all.length > 1)
    return cappedWords(ordersText(all, writer, (words, one) => withOtherDose(words, one, writer)));
  return withOtherDose(cappedWords(ordersText([only], writer)), only, writer);
}

/** Returns the words of an instruction with its coded dose where that is another one. */
function withOtherDose(text: string, dosage: FhirElement, writer: DosageWriter): string {
  const dose = hasModifier(dosage) ? '' : otherDoseText(dosage, writer);
  // Words without an amount have the coded dose beside them already.
  const isSaid = dose === '' || (!namesAmount(trimmedText(dosage['text'])) && text.includes(dose));
  return isSaid ? text : writer.say('codedAs', { text, dose });
}

/** Returns the coded dose of an order, its rate and its timing, in words where its own words name others; '' where they do not. */
function otherDoseText(dosage: FhirElement, writer: DosageWriter): string {
  const dose = sentQuantityText(doseAndRateOf(dosage)['doseQuantity'], writer);
  const timing = otherTimingText(dosage, writer);
  // The text of another timing begins with the dose that is taken then.
  const isTimingOfDose = dose !== '' && timing.startsWith(dose);
  const amount = otherAmountText(dosage, writer) || (isTimingOfDose ? dose : '');
  const rate = otherRateText(dosage, writer);
  return [
    amount,
    rate === '' || amount === '' ? rate : writer.say('atRate', { rate }),
    isTimingOfDose ? timing.slice(dose.length).trim() : timing,
  ]
    .filter(Boolean)
    .join(' ');
}

function otherAmountText(dosage: FhirElement, writer: DosageWriter): string {
  const { doseQuantity, doseRange } = doseAndRateOf(dosage);
  if (isContradicted(dosage)) return sentQuantityText(doseQuantity, writer);
  const isOther = isRangeContradicted(trimmedText(dosage['text']), doseRange, contradicts);
  return isOther ? doseRangeText(doseRange, writer) : '';
}

function otherRateText(dosage: FhirElement, writer: DosageWriter): string {
  const given = doseAndRateOf(dosage);
  const text = trimmedText(dosage['text']);
  if (isRateContradicted(text, given)) return doseRateText(given, writer);
  const isOther = isRangeContradicted(text, given['rateRange'], contradictsRate);
  return isOther ? doseRangeText(given['rateRange'], writer) : '';
}

/** Returns whether the words of an order name another dose, or another rate, than either end of its coded range. */
function isRangeContradicted(text: string, range: unknown, isOther: typeof contradicts): boolean {
  const { low, high } = elementOf(range);
  const ends = [low, high].flatMap((end) => doseAmountOf(end) ?? []);
  return ends.length > 0 && (isUnread(text) || saysOnHold(text) || ends.every((end) => isOther(text, end)));
}

/** Returns whether the words of an infusion and its coded rate name two rates, or the words say that it does not run. */
function isRateContradicted(text: string, given: FhirElement): boolean {
  const rate = doseRateOf(given);
  return rate !== undefined && (isUnread(text) || saysOnHold(text) || contradictsRate(text, rate));
}

/** Returns whether the words of an order and its coded dose name two doses, or the words say that no single dose is taken. */
function isContradicted(dosage: FhirElement): boolean {
  const coded = doseAmountOf(doseAndRateOf(dosage)['doseQuantity']);
  const text = trimmedText(dosage['text']);
  if (coded === undefined) return false;
  const plain = plainOrderOf(text);
  if (plain?.value === coded.value && plain.unit === coded.unit.toLowerCase()) return false;
  return isUnread(text) || contradicts(text, coded) || isOfNoSingleDose(text, coded);
}

/** Words behind this length are not read, and may hold the dose or change it. */
const isUnread = (text: string): boolean => text.length > MAX_INSTRUCTION_LETTERS;

/**
 * Returns the dose of an administration: one dose that was given, or a rate. It has no amount where its words name another one,
 * or where several were sent in place of one.
 */
export function administeredDose(dosage: unknown): Dose {
  const doseText = administeredDoseText(dosage);
  const [sent = {}, ...more] = elementsOf(dosage);
  const amount = administeredAmount(sent);
  if (toldOf([sent, ...more]).some((one) => !hasModifier(one) && isOtherThanSaid(one)))
    return { ...noDose, doseText, isDoseUnclear: true };
  if (more.length > 0 || hasModifier(sent) || amount === undefined) return { ...noDose, doseText };
  return { doseText, shortDose: amount.text, amount: amount.value, unit: amount.unit };
}

/** DSTU2 has another name for what was given: https://hl7.org/fhir/DSTU2/medicationadministration.html */
const givenQuantityOf = (sent: FhirElement): unknown => sent['dose'] ?? sent['quantity'];

const administeredAmount = (sent: FhirElement): DoseAmount | undefined =>
  doseRateOf(sent) ?? doseAmountOf(givenQuantityOf(sent));

/** Returns whether the words of an administration name another dose than its coded one. */
function isDoseOtherThanSaid(sent: FhirElement): boolean {
  const text = trimmedText(sent['text']);
  const dose = doseAmountOf(givenQuantityOf(sent));
  return dose !== undefined && (isUnread(text) || saysOnHold(text) || contradicts(text, dose));
}

/** Returns whether the words of an administration name another dose, or another rate, than its coded one. */
const isOtherThanSaid = (sent: FhirElement): boolean =>
  isDoseOtherThanSaid(sent) || isRateContradicted(trimmedText(sent['text']), sent);

/** Returns the words of the dose of an administration for a reader, of several one after the other. */
export function administeredDoseText(dosage: unknown, writer: DosageWriter = clinicianDosageWriter): string {
  const all = elementsOf(dosage);
  const told = toldOf(all).map((one) => givenText(one, writer));
  return withMore(cappedWords(joinTexts(told, '; ')), all, writer);
}

function givenText(sent: FhirElement, writer: DosageWriter): string {
  const text = trimmedText(sent['text']);
  const [amount, rate] = [sentQuantityText(givenQuantityOf(sent), writer), doseRateText(sent, writer)];
  if (text === '') return joinTexts([amount, rate, routeText(sent, writer)], ', ');
  if (hasModifier(sent)) return writer.sent(text);
  const all = !namesAmount(text) || isUnread(text);
  const dose = joinTexts(
    [all || isDoseOtherThanSaid(sent) ? amount : '', all || isRateContradicted(text, sent) ? rate : ''],
    ', ',
  );
  if (dose === '') return writer.sent(text);
  return writer.say('codedAs', { text: writer.sent(text), dose });
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
