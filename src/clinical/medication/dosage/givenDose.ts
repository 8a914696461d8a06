/** Says what was given, and finds where that is told in two ways. */
import { hasModifier } from '../../fhirElements/modifier.ts';
import { joinTexts, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { contradicts, saysOnHold } from '../codedDose/contradictedDose.ts';
import { namesAmount } from '../codedDose/namedDose.ts';
import { doseAmountOf, doseRateText, sentQuantityText } from './doseAmount.ts';
import { routeText } from './dosageText.ts';
import type { DosageWriter } from './dosageWriter.ts';
import { doseWordsOf, furtherWordsOf, isUnread } from './furtherWords.ts';
import { isRateContradicted, saysTwoDoses, tellsDose } from './otherDose.ts';
import { hasSeveralDoses, toldDosesText } from './sentDoses.ts';
import { bothUnitsText } from './twoUnits.ts';

/** DSTU2 has another name for what was given: https://hl7.org/fhir/DSTU2/medicationadministration.html */
export const givenQuantityOf = (sent: FhirElement): unknown => sent['dose'] ?? sent['quantity'];

/** Returns whether words of an administration name another dose than its coded one, or say that none was given. */
function isDoseOther(text: string, sent: FhirElement): boolean {
  const dose = doseAmountOf(givenQuantityOf(sent));
  return dose !== undefined && (isUnread(text) || saysOnHold(text) || contradicts(text, dose));
}

const isDoseUnclear = (sent: FhirElement): boolean =>
  bothUnitsText(givenQuantityOf(sent), false) !== '' ||
  doseWordsOf(sent).some((text) => isDoseOther(text, sent));
const isRateUnclear = (sent: FhirElement): boolean =>
  bothUnitsText(sent['rateQuantity'], false) !== '' ||
  doseWordsOf(sent).some((text) => isRateContradicted(text, sent));

/** Returns whether what was given tells its dose, or its rate, in two ways. */
export const isGivenUnclear = (sent: FhirElement): boolean =>
  hasSeveralDoses(sent) ||
  (!hasModifier(sent) && (isDoseUnclear(sent) || isRateUnclear(sent) || saysTwoDoses(sent)));

/** Returns the dose and the rate as they were coded, of several all. */
function codedText(sent: FhirElement, writer: DosageWriter, [hasDose, hasRate]: readonly boolean[]): string {
  const isBeside = namesAmount(trimmedText(sent['text']));
  const amount =
    bothUnitsText(givenQuantityOf(sent), isBeside, writer) || sentQuantityText(givenQuantityOf(sent), writer);
  const rate = bothUnitsText(sent['rateQuantity'], isBeside, writer) || doseRateText(sent, writer);
  return joinTexts([hasDose === true ? amount : '', hasRate === true ? rate : ''], ', ');
}

/** Returns what was given in words that are put together. */
function composedText(sent: FhirElement, several: string, writer: DosageWriter): string {
  const doses =
    several === '' ? codedText(sent, writer, [true, true]) : writer.say('severalDoses', { doses: several });
  return joinTexts([doses, routeText(sent, writer)], ', ');
}

/** Returns what was given in the words that were sent, with the coded dose where they name none or another one; else in words that are put together. */
export function givenText(sent: FhirElement, writer: DosageWriter): string {
  const text = trimmedText(sent['text']);
  const several = hasSeveralDoses(sent) ? toldDosesText(sent, writer) : '';
  if (text === '') return composedText(sent, several, writer);
  const words = [text, ...furtherWordsOf(sent)].map(writer.sent).join(', ');
  if (hasModifier(sent)) return words;
  const all = !namesAmount(text) || isUnread(text);
  const dose = several || codedText(sent, writer, [all || isDoseUnclear(sent), all || isRateUnclear(sent)]);
  const isOwnOther = isDoseOther(text, sent) || isRateContradicted(text, sent);
  const isTold = dose === '' || (!isOwnOther && tellsDose(words, dose));
  return isTold ? words : writer.say('codedAs', { text: words, dose });
}
