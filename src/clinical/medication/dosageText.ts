/** Says a dosage in words, as it was sent or put together from what was sent: https://hl7.org/fhir/R4/dosage.html */
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  firstText,
  isElement,
  isTrue,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { fhirDateText, readMoment } from '../time/date.ts';
import { doseRangeText, doseRateText, sentQuantityText } from './doseAmount.ts';
import { repeatOfTiming } from './doseFrequency.ts';
import { medicationTexts } from './medication.messages.ts';
import { timingText } from './timingText.ts';

/** Words of an order that is taken only when it is needed, in the languages of the orders that were seen. */
const AS_NEEDED =
  /\b(?:as|when|if|where) (?:needed|required|necessary)\b|\bp\.? ?r\.? ?n\b|\bsi (?:precisa|(?:es|fuera|fuese) necesario|necesario|dolor)\b|\bseg[uú]n (?:necesidad|sea necesario|precise)\b|\bbei (?:bedarf|schmerzen)\b|\bau besoin\b|\bal bisogno\b|\bse necess[aá]rio\b/i;
/** An order whose words name the most of a day needs not be told it again. */
const NAMES_LIMIT = /\bm[aá]x|\bexceed|\bup to\b/i;

/**
 * Returns whether a dose is taken only when it is needed. Many servers say so in words alone, beside a timing that reads as if
 * it were taken every time.
 */
export const isAsNeeded = (dosage: FhirElement): boolean =>
  isTrue(dosage['asNeededBoolean']) ||
  isElement(dosage['asNeededCodeableConcept']) ||
  AS_NEEDED.test(trimmedText(dosage['text']));

/** The ordered dose counts among several; when none is called so, none counts. */
export function doseAndRateOf(dosage: FhirElement): FhirElement {
  const sent = elementsOf(dosage['doseAndRate']);
  const ofType = (type: string) =>
    sent.find((one) => conceptText(one['type']).toLowerCase() === type || codeOf(one['type']) === type);
  return ofType('ordered') ?? ofType('calculated') ?? (sent.length === 1 ? sent[0] : undefined) ?? {};
}

const codeOf = (concept: unknown): string =>
  firstText(...elementsOf(elementOf(concept)['coding']).map(({ code }) => code)).toLowerCase();

/**
 * Returns the words of an order. Instructions of different numbers follow each other, and others hold at the same time:
 * https://hl7.org/fhir/R4/dosage-definitions.html#Dosage.sequence
 */
export function ordersText(dosages: readonly FhirElement[]): string {
  const inOrder = dosages.toSorted((a, b) => sequenceOf(a) - sequenceOf(b));
  let text = '';
  for (const [i, dosage] of inOrder.entries()) {
    const words = orderText(dosage, dosages.length > 1);
    const before = inOrder[i - 1];
    const isNext = before !== undefined && sequenceOf(before) < sequenceOf(dosage);
    text =
      text !== '' && words !== '' && isNext
        ? medicationTexts('followedBy', { first: text, next: words.replace(/^then\b\s*/i, '') })
        : joinTexts([text, words], '; ');
  }
  return text;
}

const sequenceOf = ({ sequence }: FhirElement): number => (typeof sequence === 'number' ? sequence : 0);

/** Returns the words of the server, or words that are put together, with what they leave out of the instruction. */
function orderText(dosage: FhirElement, isOneOfSeveral: boolean): string {
  const sent = trimmedText(dosage['text']);
  const forPatient = trimmedText(dosage['patientInstruction']);
  const words = sent || composedText(dosage, isOneOfSeveral) || forPatient;
  return joinTexts(
    [
      words,
      isAsNeeded(dosage) && !AS_NEEDED.test(words) ? asNeededText(dosage) : '',
      NAMES_LIMIT.test(words) ? '' : limitText(dosage),
      ...[...elementsOf(dosage['additionalInstruction']).map(conceptText), forPatient].filter(
        (more) => !words.toLowerCase().includes(more.toLowerCase()),
      ),
    ],
    ', ',
  );
}

function asNeededText(dosage: FhirElement): string {
  const reason = conceptText(dosage['asNeededCodeableConcept']);
  return reason === '' ? medicationTexts('asNeeded') : medicationTexts('asNeededFor', { reason });
}

/** Returns the most that may be taken in a time, and at once. */
function limitText(dosage: FhirElement): string {
  const [perPeriod] = elementsOf(dosage['maxDosePerPeriod']);
  const dose = sentQuantityText(perPeriod?.['numerator']);
  const period = sentQuantityText(perPeriod?.['denominator']);
  const atOnce = sentQuantityText(dosage['maxDosePerAdministration']);
  return joinTexts(
    [
      dose && medicationTexts('most', { dose, period: period || medicationTexts('unknownTime') }),
      atOnce && medicationTexts('mostAtOnce', { dose: atOnce }),
    ],
    ', ',
  );
}

function composedText(dosage: FhirElement, isOneOfSeveral: boolean): string {
  const given = doseAndRateOf(dosage);
  const amount = sentQuantityText(given['doseQuantity']) || doseRangeText(given['doseRange']);
  const rate = doseRateText(given) || doseRangeText(given['rateRange']);
  const dose = joinTexts(
    [amount, rate === '' ? '' : amount === '' ? rate : medicationTexts('atRate', { rate })],
    ' ',
  );
  const timing = joinTexts([timingText(dosage['timing']), durationText(dosage, isOneOfSeveral)], ' ');
  return joinTexts([joinTexts([dose, timing], ' '), conceptText(dosage['route'])], ', ');
}

/** Returns "for 7 days". Of several instructions each says its own dates, because the order has only those of all. */
function durationText({ timing }: FhirElement, isOneOfSeveral: boolean): string {
  const { boundsDuration, boundsRange, boundsPeriod } = repeatOfTiming(timing);
  const duration = sentQuantityText(boundsDuration) || doseRangeText(boundsRange);
  if (duration !== '') return medicationTexts('forDuration', { duration });
  const { start, end } = elementOf(isOneOfSeveral ? boundsPeriod : undefined);
  const [from, to] = [start, end].map((day) => fhirDateText(readMoment(trimmedText(day).slice(0, 10))));
  if (!from) return to ? medicationTexts('untilDay', { day: to }) : '';
  return to ? medicationTexts('fromDayTo', { from, to }) : medicationTexts('fromDay', { day: from });
}
