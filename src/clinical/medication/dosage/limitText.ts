/** Says the most that an instruction lets be taken: https://hl7.org/fhir/R4/dosage-definitions.html#Dosage.maxDosePerPeriod */
import {
  elementOf,
  elementsOf,
  firstText,
  joinTexts,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { factorBetween } from '../codedDose/doseScales.ts';
import { sentQuantityText } from './doseAmount.ts';
import { daysOfDuration } from './doseLimits.ts';
import type { DosageWriter } from './dosageWriter.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const NAMES_LIMIT = /\bm[aá]x|\bexceed|\bup to\b/i;
const NAMES_LIFETIME = /life ?time|cumulative|lebens|kumulativ|acumulad|de por vida|cumul[ée]e/i;
const AMOUNT = /(\d+(?:[.,]\d+)*)(?: ?([a-zµμ]+))?/gi;
/** This time stands behind the number of an amount: " mg/day", " tablets in 24 hours", " daily". */
const ITS_TIME =
  /^ ?(?:[a-zµμ]{1,15}(?:\(s\))? ?)??(?:(?:\/|per|in|an?|each|every|within|pro|por|par|al|en) ?)?(\d{1,3})?[ -]?(h|hrs?|hours?|horas?|d|days?|daily|d[ií]as?|tag|wks?|weeks?|weekly|semanas?|woche|mo|months?|monthly|mes|monat|years?)(?![a-z])/i;
/* oxlint-enable longview/texts-in-catalogs */

const isDayWord = (word: string): boolean => /^(?:d|tag)/.test(word);

/** Returns the days of a time that words name, such as "24" and "hours". */
function namedDays(count: string | undefined, word: string): number {
  const unit = word.toLowerCase();
  const days = isDayWord(unit)
    ? 1
    : unit.startsWith('h')
      ? 1 / 24
      : /^[ws]/.test(unit)
        ? 7
        : unit.startsWith('y')
          ? 365
          : 30;
  return days * Number(count ?? 1);
}

/** A limit of a day is often named without its time. A longer one has to be named with it. */
function isOfThisTime(behind: string, days: number | undefined): boolean {
  if (days === undefined) return true;
  const [, count, word] = ITS_TIME.exec(behind) ?? [];
  return word === undefined ? days <= 1 : Math.abs(namedDays(count, word) / days - 1) < 0.1;
}

/**
 * Returns whether the words of an order name this limit of so many days, so that it needs not be told again. "Up to 2 tablets every 4 hours" does not say that
 * 8 are the most of a day, "max 4 g" does not say 4 mg, and "up to 4 mg daily" does not say 4 mg in a week.
 */
function isLimitSaid(words: string, limit: unknown, days?: number): boolean {
  const { value, unit, code } = elementOf(limit);
  return (
    NAMES_LIMIT.test(words) &&
    [...words.matchAll(AMOUNT)].some(
      ({ index, 1: number = '', 2: named = '' }) =>
        Number(number.replace(',', '.')) === value &&
        (factorBetween(named, firstText(unit, code)) ?? 1) === 1 &&
        isOfThisTime(words.slice(index + number.length), days),
    )
  );
}

/** Returns the most that may be taken in a time, at once, and in a lifetime, as far as the words of the order do not say it. */
export function limitText(dosage: FhirElement, words: string, writer: DosageWriter): string {
  const { say } = writer;
  const { maxDosePerAdministration: once, maxDosePerLifetime: ever } = dosage;
  const perPeriod = elementsOf(dosage['maxDosePerPeriod']).map(({ numerator, denominator }) => {
    const dose = isLimitSaid(words, numerator, daysOfDuration(denominator))
      ? ''
      : sentQuantityText(numerator, writer);
    const period = sentQuantityText(denominator, writer) || say('unknownTime');
    return dose && say('most', { dose, period });
  });
  const atOnce = isLimitSaid(words, once) ? '' : sentQuantityText(once, writer);
  const isEverSaid = NAMES_LIFETIME.test(words) && isLimitSaid(words, ever);
  const inLifetime = isEverSaid ? '' : sentQuantityText(ever, writer);
  return joinTexts(
    [
      ...perPeriod,
      atOnce && say('mostAtOnce', { dose: atOnce }),
      inLifetime && say('mostInLifetime', { dose: inLifetime }),
    ],
    ', ',
  );
}
