/** Finds where an instruction tells its dose, its rate or its timing in two ways, and says the coded ones then (decision 66). */
import { hasModifier } from '../../fhirElements/modifier.ts';
import { elementOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import {
  contradicts,
  contradictsRate,
  isAboveNamedRate,
  isOfNoSingleDose,
  saysOnHold,
} from '../codedDose/contradictedDose.ts';
import { areOfTwoDoses } from '../codedDose/contradictingWords.ts';
import { namesAmount } from '../codedDose/namedDose.ts';
import { otherTimingText } from '../timing/otherTiming.ts';
import { doseAmountOf, doseRangeText, doseRateOf, doseRateText, sentQuantityText } from './doseAmount.ts';
import { isAboveLimit, isAboveRateLimit } from './doseLimits.ts';
import { clinicianDosageWriter, type DosageWriter } from './dosageWriter.ts';
import { addedWordsOf, doseWordsOf, isUnread } from './furtherWords.ts';
import { plainOrderOf } from './plainOrder.ts';
import { doseAndRateOf, hasSeveralDoses, toldDosesText } from './sentDoses.ts';
import { bothUnitsText } from './twoUnits.ts';

/** Returns whether an instruction tells its dose in two ways. */
export const isOrderUnclear = (dosage: FhirElement): boolean =>
  hasSeveralDoses(dosage) ||
  (!hasModifier(dosage) && (otherDoseText(dosage, clinicianDosageWriter) !== '' || saysTwoDoses(dosage)));

/** Returns whether the first words of an instruction and further ones name two doses. */
export function saysTwoDoses(dosage: FhirElement): boolean {
  const [first = '', ...others] = doseWordsOf(dosage).filter(Boolean);
  return others.some((words) => areOfTwoDoses(first, words));
}

/** Returns the words of an instruction with its coded dose where that is another one, and they do not tell it already. */
export function withOtherDose(text: string, dosage: FhirElement, writer: DosageWriter): string {
  const dose = hasModifier(dosage) ? '' : otherDoseText(dosage, writer);
  if (dose === '') return text;
  const own = trimmedText(dosage['text']);
  const isOwnOther = namesAmount(own) && otherDoseText(withoutLimits(dosage), writer, [own], [own]) !== '';
  return !isOwnOther && tellsDose(text, dose) ? text : writer.say('codedAs', { text, dose });
}

/** The limits of a dose are told beside it. */
const withoutLimits = ({
  maxDosePerAdministration,
  maxDosePerPeriod,
  maxDosePerLifetime,
  ...rest
}: FhirElement): FhirElement => rest;

/** Returns whether a text has these words of a dose. "10 mg" does not stand in "110 mg". */
export function tellsDose(text: string, dose: string): boolean {
  const at = text.indexOf(dose);
  return at >= 0 && !/[\d.,]$/.test(text.slice(0, at));
}

/** Returns the coded dose of an order, its rate and its timing, in words where its own words name others; '' where they do not. */
function otherDoseText(
  dosage: FhirElement,
  writer: DosageWriter,
  words: readonly string[] = doseWordsOf(dosage),
  timingWords: readonly string[] = [...words, ...addedWordsOf(dosage)],
): string {
  const { doseQuantity } = doseAndRateOf(dosage);
  const dose = sentQuantityText(doseQuantity, writer);
  const timing = otherTimingText(dosage, writer, timingWords);
  // The text of another timing begins with the dose that is taken then.
  const isTimingOfDose = dose !== '' && timing.startsWith(dose);
  const amount = otherAmountText(dosage, writer, words) || (isTimingOfDose ? dose : '');
  const rate = otherRateText(dosage, writer, words);
  return [
    amount,
    rate === '' || amount === '' ? rate : writer.say('atRate', { rate }),
    isTimingOfDose ? timing.slice(dose.length).trim() : timing,
  ]
    .filter(Boolean)
    .join(' ');
}

function otherAmountText(dosage: FhirElement, writer: DosageWriter, words: readonly string[]): string {
  if (hasSeveralDoses(dosage)) return toldDosesText(dosage, writer);
  const { doseQuantity, doseRange } = doseAndRateOf(dosage);
  const both = bothUnitsText(doseQuantity, namesAmount(words[0] ?? ''), writer);
  if (both !== '') return both;
  const isAbove = isAboveLimit(dosage);
  if (isAbove || words.some((text) => isContradicted(text, dosage)))
    return sentQuantityText(doseQuantity, writer) || doseRangeText(doseRange, writer);
  const isOther = words.some((text) => isRangeContradicted(text, doseRange, contradicts));
  return isOther ? doseRangeText(doseRange, writer) : '';
}

function otherRateText(dosage: FhirElement, writer: DosageWriter, words: readonly string[]): string {
  if (hasSeveralDoses(dosage)) return '';
  const given = doseAndRateOf(dosage);
  const both = bothUnitsText(given['rateQuantity'], namesAmount(words[0] ?? ''), writer);
  if (both !== '') return both;
  const { rateRange } = given;
  const isOther =
    isAboveRateLimit(dosage) ||
    words.some(
      (text) =>
        isRateContradicted(text, given) ||
        isRangeContradicted(text, rateRange, contradictsRate) ||
        isRangeAboveLimit(text, rateRange),
    );
  return isOther ? doseRateText(given, writer) || doseRangeText(rateRange, writer) : '';
}

/** Returns whether the words of an order name another dose, or another rate, than either end of its coded range. */
function isRangeContradicted(text: string, range: unknown, isOther: typeof contradicts): boolean {
  const { low, high } = elementOf(range);
  const ends = [low, high].flatMap((end) => doseAmountOf(end) ?? []);
  return ends.length > 0 && (isUnread(text) || saysOnHold(text) || ends.every((end) => isOther(text, end)));
}

/** Returns whether the words of an infusion name a limit that is below the fastest of its coded range. */
function isRangeAboveLimit(text: string, range: unknown): boolean {
  const fastest = doseAmountOf(elementOf(range)['high']);
  return fastest !== undefined && isAboveNamedRate(text, fastest);
}

/** Returns whether the words of an infusion and its coded rate name two rates, or the words say that it does not run. */
export function isRateContradicted(text: string, given: FhirElement): boolean {
  const rate = doseRateOf(given);
  return rate !== undefined && (isUnread(text) || saysOnHold(text) || contradictsRate(text, rate));
}

/** Returns whether the words of an order and its coded dose name two doses, or the words say that no single dose is taken. */
function isContradicted(text: string, dosage: FhirElement): boolean {
  const coded = doseAmountOf(doseAndRateOf(dosage)['doseQuantity']);
  if (coded === undefined) return false;
  const plain = plainOrderOf(text);
  if (plain?.value === coded.value && plain.unit === coded.unit.toLowerCase()) return false;
  return isUnread(text) || contradicts(text, coded) || isOfNoSingleDose(text, coded);
}
