/** Reads over how long an amount is given: "1 L over 8 hours", "1000 mL/8 h", "500 mg in 250 mL over 30 min". */
import { roundTo12Digits, type DoseAmount } from '../dosage/doseAmount.ts';
import { factorBetween } from './doseScales.ts';
import { NAMED_AMOUNT, NAMED_LIMIT } from './namedAmounts.ts';
import { numbersOf } from './writtenNumbers.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
/** A slash before a number of hours or minutes. "500 mg/8 h" is 500 mg, of which a pump or the clock says the rest. */
const SLASH_TIME =
  /(?: ?\/| per) ?(?=\d{1,3}(?:[.,]\d{1,2})? ?(?:h|hr?s?|hours?|std|stunden?|horas?|heures?|ore|uur|uren|min|mins|minu[a-z]{1,4})(?![a-z]))/g;
const DAY = /(?:\/| per ) ?24 ?(?:h|hr?s?|hours?|horas?|heures?|std|stunden)(?![a-z])/;

/** Returns a text with "over 8 h" for "/8 h". */
export const withTimesOver = (text: string): string => text.replaceAll(SLASH_TIME, ' over ');

/** Returns whether a text in small letters tells the amount of a day as "/24 h". */
export const isOfDay = (text: string): boolean => DAY.test(text);

const TIME_OVER =
  /(?<!\p{L})(?:over|during|within|in|über|innerhalb von|en|durante|sur|pendant|su|gedurende)(?: the next| about| approximately| ca\.?| unas?| environ| circa)? (?:(\d{1,3}(?:[.,]\d{1,2})?) ?(?:-|–|to|bis|a|à) ?)?(\d{1,3}(?:[.,]\d{1,2})?|an) ?(h|hr?s?|hours?|std|stunden?|horas?|heures?|ore|uur|uren|min|mins|minu[a-z]{1,4})(?!\p{L})/gu;
/** An amount that is given again, or at most, says no rate. */
const NO_RATE = /repeat|again|recheck|wiederhol|repet|r[ée]p[ée]t|ripet|not more|no m[aá]s|every|cada|alle /;
const CLAUSE_END = /[;\n]|\. |(?<!\p{L})(?:then|dann|danach|luego|puis|poi|daarna)(?!\p{L})/u;
/** An amount stands at most so far before its time. */
const MAX_LETTERS = 80;
/** A rate by time. "5 mg/kg" is none. */
const RATE_BY_TIME =
  /\d[\d.,]{0,9}[ -]?[a-zµμ]{1,12}(?: ?\/ ?(?:kg|m2))?(?: ?\/ ?| per )(?:h|hr?s?|hours?|std|stunde|hora|heure|min|minu[a-z]{1,4})(?![a-z])/g;
/* oxlint-enable longview/texts-in-catalogs */

/** A rate of an amount over a time, from the slowest to the fastest, in the unit of the coded rate. */
export type RateOver = {
  readonly slowest: number;
  readonly fastest: number;
  /** It begins here in the text. */
  readonly index: number;
  /** These numbers would be the rate if the time were left out. */
  readonly withoutTime: readonly number[];
};

const timeUnit = (unit: string): string => (unit.startsWith('m') ? 'min' : 'h');

const timesOf = (low: string | undefined, high: string): readonly number[] =>
  [low, high === 'an' ? '1' : high].flatMap((one) => (one === undefined ? [] : numbersOf(one)));

function ratesBefore(text: string, found: RegExpExecArray, unit: string): readonly RateOver[] {
  const [, low, high = '', sentTime = ''] = found;
  const clause =
    text
      .slice(Math.max(0, found.index - MAX_LETTERS), found.index)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  const times = timesOf(low, high).filter((time) => time > 0);
  if (times.length === 0 || NO_RATE.test(clause) || NAMED_LIMIT.test(clause)) return [];
  return [...clause.matchAll(NAMED_AMOUNT)].flatMap(({ 1: first, 2: last, 3: sent = '', index }) => {
    const factor = factorBetween(`${sent}/${timeUnit(sentTime)}`, unit);
    if (factor === undefined) return [];
    const amounts = [first, last].flatMap((one) => (one === undefined ? [] : numbersOf(one)));
    const rates = amounts.map((amount) => amount * factor);
    return [
      {
        slowest: Math.min(...rates) / Math.max(...times),
        fastest: Math.max(...rates) / Math.min(...times),
        index: found.index - clause.length + index,
        withoutTime: rates.map(roundTo12Digits),
      },
    ];
  });
}

/** Returns the rates that a text in small letters tells as amounts over a time, in the unit of a coded rate. */
export const ratesOver = (text: string, { unit }: Pick<DoseAmount, 'unit'>): readonly RateOver[] =>
  [...withTimesOver(text).matchAll(TIME_OVER)].flatMap((found) => ratesBefore(found.input, found, unit));

/** Returns a text without its rates, and without the times over which something is given: their numbers say not how often it is taken. */
export const withoutRates = (text: string): string => withoutTimesOver(text.replaceAll(RATE_BY_TIME, ' '));

/** Returns a text without the times over which something is given. */
export const withoutTimesOver = (text: string): string => withTimesOver(text).replaceAll(TIME_OVER, ' ');
