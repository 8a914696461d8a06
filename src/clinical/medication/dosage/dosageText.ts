/** Says a dosage in words, as it was sent or put together from what was sent: https://hl7.org/fhir/R4/dosage.html */
import { conceptText, conceptTexts } from '../../fhirElements/codeableConcept.ts';
import { elementOf, joinTexts, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { readMoment } from '../../time/date.ts';
import { AS_NEEDED, isAsNeeded, saysAsNeeded } from './asNeeded.ts';
import { doseRangeText, sentQuantityText } from './doseAmount.ts';
import { repeatOfTiming } from './doseFrequency.ts';
import type { DosageWriter } from './dosageWriter.ts';
import { addedWordsOf, furtherWordsOf, tellsWords } from './furtherWords.ts';
import { namesAmount } from '../codedDose/namedDose.ts';
import { limitText } from './limitText.ts';
import { hasSeveralDoses, toldDosesText } from './sentDoses.ts';
import { timingText } from '../timing/timingText.ts';

/** No taper has so many steps. Thousands of them would be put together for minutes, and nobody could read them. */
const MAX_INSTRUCTIONS = 100;

/** Returns what a text of the first instructions says of the others, which it leaves out; nothing where these are all. */
export const withMore = (told: string, all: readonly unknown[], { say }: DosageWriter): string =>
  all.length > MAX_INSTRUCTIONS
    ? say('andMore', { told, count: String(all.length - MAX_INSTRUCTIONS) })
    : told;

/** Returns the instructions that are told. */
export const toldOf = <T>(all: readonly T[]): readonly T[] => all.slice(0, MAX_INSTRUCTIONS);

/**
 * Returns the words of an order. Instructions of different numbers follow each other, and others hold at the same time:
 * https://hl7.org/fhir/R4/dosage-definitions.html#Dosage.sequence
 */
export function ordersText(
  dosages: readonly FhirElement[],
  writer: DosageWriter,
  withMeaning: (words: string, dosage: FhirElement) => string = (words) => words,
): string {
  const inOrder = toldOf(dosages.toSorted((a, b) => sequenceOf(a) - sequenceOf(b)));
  let text = '';
  for (const [i, dosage] of inOrder.entries()) {
    const words = withMeaning(orderText(dosage, dosages.length > 1, writer), dosage);
    const before = inOrder[i - 1];
    const isNext = before !== undefined && sequenceOf(before) < sequenceOf(dosage);
    text =
      text !== '' && words !== '' && isNext
        ? writer.say('followedBy', { first: text, next: words.replace(THEN, '$<mark>') })
        : joinTexts([text, words], '; ');
  }
  return withMore(text, dosages, writer);
}

/** An instruction that follows another one may say "then" itself. */
const THEN = /^(?<mark>“?)then\b\s*/i;

const sequenceOf = ({ sequence }: FhirElement): number => (typeof sequence === 'number' ? sequence : 0);

/** Returns the words of the server, or words that are put together, with what they leave out of the instruction. */
function orderText(dosage: FhirElement, isOneOfSeveral: boolean, writer: DosageWriter): string {
  const further = furtherWordsOf(dosage);
  const composed = trimmedText(dosage['text']) === '' ? composedText(dosage, isOneOfSeveral, writer) : '';
  const sent = trimmedText(dosage['text']) || (composed === '' ? (further[0] ?? '') : '');
  const words = sent || composed;
  return joinTexts(
    [
      sent === '' ? composed : withCodedDose(sent, dosage, writer),
      isAsNeeded(dosage) ? asNeededText(dosage, words, writer) : '',
      limitText(dosage, sent, writer),
      ...[...addedWordsOf(dosage), ...further].filter((more) => !tellsWords(words, more)).map(writer.sent),
    ],
    ', ',
  );
}

/** Returns that a dose is taken when it is needed, and for what, as far as no words of the order say it. */
function asNeededText(dosage: FhirElement, words: string, { say, sent }: DosageWriter): string {
  const reason = conceptText(dosage['asNeededCodeableConcept']) || conceptTexts(dosage['asNeededFor']);
  const isSaid =
    AS_NEEDED.test(words) || [...furtherWordsOf(dosage), ...addedWordsOf(dosage)].some(saysAsNeeded);
  if (isSaid && (reason === '' || words.toLowerCase().includes(reason.toLowerCase()))) return '';
  return reason === '' ? say('asNeeded') : say('asNeededFor', { reason: sent(reason) });
}

/** Returns words as they were sent, with the coded dose where they name none: "as directed". */
function withCodedDose(words: string, dosage: FhirElement, writer: DosageWriter): string {
  const text = writer.sent(words);
  const dose = namesAmount(words) ? '' : codedDoseText(dosage, writer);
  if (dose === '') return text;
  const timing = timingText(dosage['timing'], writer);
  const isSaid = !timing.includes(writer.say('seeSource'));
  return writer.say('codedAs', { text, dose: joinTexts([dose, isSaid ? timing : ''], ' ') });
}

/** Returns the dose and the rate of an order as they were coded; of several, nobody knows which of them is meant. */
function codedDoseText(dosage: FhirElement, writer: DosageWriter): string {
  const doses = toldDosesText(dosage, writer);
  return hasSeveralDoses(dosage) ? writer.say('severalDoses', { doses }) : doses;
}

function composedText(dosage: FhirElement, isOneOfSeveral: boolean, writer: DosageWriter): string {
  const dose = codedDoseText(dosage, writer);
  const timing = joinTexts(
    [timingText(dosage['timing'], writer), durationText(dosage, isOneOfSeveral, writer)],
    ' ',
  );
  return joinTexts([joinTexts([dose, timing], ' '), routeText(dosage, writer)], ', ');
}

/** Returns the way that a medicine takes into the body, as it was sent; '' without one. */
export function routeText({ route }: FhirElement, { sent }: DosageWriter): string {
  const words = conceptText(route);
  return words && sent(words);
}

/** Returns "for 7 days". Of several instructions each says its own dates, because the order has only those of all. */
function durationText({ timing }: FhirElement, isOneOfSeveral: boolean, writer: DosageWriter): string {
  const { say } = writer;
  const { boundsDuration, boundsRange, boundsPeriod } = repeatOfTiming(timing);
  const duration = sentQuantityText(boundsDuration, writer) || doseRangeText(boundsRange, writer);
  if (duration !== '') return say('forDuration', { duration });
  const { start, end } = elementOf(isOneOfSeveral ? boundsPeriod : undefined);
  const [from, to] = [start, end].map((day) => writer.day(readMoment(trimmedText(day).slice(0, 10))));
  if (!from) return to ? say('untilDay', { day: to }) : '';
  return to ? say('fromDayTo', { from, to }) : say('fromDay', { day: from });
}
