import {
  elementOf,
  elementsOf,
  exactText,
  firstText,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { isUnitOfSingles, mayPartThousands } from '../units/singles.ts';
import { withSigns } from './sentRange/rangeSigns.ts';
import { limitWords, quantityText } from './value.ts';

const numberOf = (limit: unknown): number | undefined => {
  const { value } = elementOf(limit);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

/** A number of four nines or more, and one that no measurement reaches, fills a field that must not be empty. */
export const isPlaceholder = (value: number | undefined): boolean =>
  value !== undefined && (Math.abs(value) >= 1e9 || /^-?9{4,}(?:\.9+)?$/.test(String(value)));

/** Two limits can be compared when nothing says that they are in different units. */
const isSameUnit = (low: unknown, high: unknown): boolean =>
  ['code', 'unit'].some((name) => {
    const [one, other] = [low, high].map((limit) => trimmedText(elementOf(limit)[name]));
    return one === other || one === '' || other === '';
  });

const countLetters = (text: string): number => text.replaceAll(/\P{L}/gu, '').length;

/** A result that reaches this many times its range is more likely one of thousands. One with decimals is so far later. */
const FAR_TIMES = { whole: 10, withDecimals: 100 };

/** This is what a range is for: its unit as UCUM spells it, and which numbers in it can be a result at all. */
type Measure = { readonly unit: string; readonly isPossible: (value: number) => boolean };

/**
 * Returns whether the points of a range may part thousands: "150.000-400.000" beside 250000, or beside any count. In words, "150.000 a
 * 400.000", the language may be one that writes so. The limits of a specific gravity, "1.005 to 1.030", are no thousands.
 */
function mayBeThousands(sent: string, signs: string, value: number, measure: Measure): boolean {
  const { unit, isPossible } = measure;
  const numbers = signs.match(/\d[\d.]*/g) ?? [];
  const isGravity = numbers.length > 1 && numbers.every((one) => one.startsWith('1.0'));
  if (!signs.includes('.') || isGravity) return false;
  if (!numbers.every((one) => one === '0' || mayPartThousands(one))) return false;
  if (countLetters(sent) !== countLetters(signs)) return true;
  const highest = Math.max(...numbers.map(Number));
  if (!isPossible(highest * 1000)) return false;
  const isWhole = Number.isInteger(value);
  const times = isWhole ? FAR_TIMES.whole : FAR_TIMES.withDecimals;
  // A mean of counts has decimals too.
  return value >= times * highest || isUnitOfSingles(unit) || (isWhole && unit === '');
}

/**
 * Returns a range with signs in the place of its words; '' where it is not known whether its points part decimals. `value` is the number
 * as sent.
 */
export function withDecimalSigns(sent: string, value: number, measure: Measure): string {
  const signs = withSigns(sent);
  return mayBeThousands(sent, signs, value, measure) ? '' : signs;
}

/** These texts fill a field that must not be empty, as a pair of placeholders does ("0 - 0", "-1 – -1 mg/dL"). */
const EMPTY_TEXT = /^(?:[^\p{L}\p{N}]*|null|undefined|nan|n\/?a)$/iu;
const PAIR_AND_UNIT = /^(-?\d+(?:\.\d+)?)\s*-\s*(-?\d+(?:\.\d+)?)\s*(?:[^\s\d]*[/%]\S*)?$/;
const MAX_EMPTY_LENGTH = 60;

/** Returns whether two limits say nothing: both zero or both the same negative filler, or open on both sides. */
const isEmptyPair = (low: number, high: number): boolean =>
  (low === high && low <= 0) || ((low === 0 || isPlaceholder(low)) && isPlaceholder(high));

function meaningfulText(sent: unknown): string {
  const text = trimmedText(sent);
  const exact = exactText(sent); // limits are read of a clean text alone (`range.ts`)
  if (text.length > MAX_EMPTY_LENGTH) return exact;
  const [pair, low, high] = PAIR_AND_UNIT.exec(withSigns(text)) ?? [];
  const isEmpty = pair !== undefined && isEmptyPair(Number(low), Number(high));
  return isEmpty || EMPTY_TEXT.test(text) ? '' : exact;
}

/** Returns the limits that say something. One that fills a field is left out. */
const realLimits = ({ low, high }: FhirElement): FhirElement => ({
  ...(low !== undefined && !isPlaceholder(numberOf(low)) && { low }),
  ...(high !== undefined && !isPlaceholder(numberOf(high)) && { high }),
});

/** Returns the numbers of a text. A comma or point before three digits may part thousands or decimals, so it is read as both. */
const numbersIn = (text: string): readonly number[] =>
  (text.match(/\d+(?:[.,'’]\d+)*/g) ?? []).flatMap((word) =>
    [word, word.replaceAll(/[.,'’](?=\d{3}(?!\d))/g, '')].map((one) => Number(one.replace(',', '.'))),
  );

/** A long text is searched for the limits no farther than this. */
const MAX_SEARCHED = 300;

/** Returns the text of a range, after its limits where the text does not have them. */
export function textAndLimits(range: FhirElement): string {
  const text = trimmedText(range['text']);
  const numbers = numbersIn(text.slice(0, MAX_SEARCHED));
  const isWhole = [range['low'], range['high']].every((limit) => {
    const { value } = elementOf(limit);
    return typeof value !== 'number' || numbers.includes(Math.abs(value));
  });
  return isWhole ? firstText(text, limitWords(range)) : `${limitWords(range)} ${text}`.trim();
}

/** Returns the sign that was sent with a limit, beside its number or in a text. */
function signOf(limit: unknown): string {
  const { comparator, value } = elementOf(limit);
  return trimmedText(comparator) || (/^[<>≤≥]/.exec(trimmedText(value))?.[0] ?? '');
}

/** A point that may part thousands stands before three digits. Spaces and dashes never part decimals. */
const MAY_PART = /[^\d\s–-]\d{3}/;

/**
 * Returns whether a range is in words with points of which the number beside it may say what they mean. A limit with a sign is read in
 * words too.
 */
export const dependsOnNumber = (referenceRange: unknown): boolean =>
  elementsOf(referenceRange).some(
    ({ text, low, high }) =>
      (text !== undefined && (typeof text !== 'string' || MAY_PART.test(text))) ||
      signOf(low) !== '' ||
      signOf(high) !== '',
  );

const UPPER_SIGN = /^[<≤]/;
const LOWER_SIGN = /^[>≥]/;

/**
 * Returns a range in words where a limit has a sign that a number alone would lose: 60 is outside of "<60", and as a lower limit "<60"
 * would say the opposite.
 */
function withSignsInWords(range: FhirElement): FhirElement {
  const { low, high, ...rest } = range;
  const isLowMisplaced = UPPER_SIGN.test(signOf(low));
  const isHighMisplaced = LOWER_SIGN.test(signOf(high));
  const isPair = low !== undefined && high !== undefined;
  const text = textAndLimits(range);
  const isSaid = !isPair && [limitWords(range), trimmedText(rest['text'])].includes(text);
  if (!isLowMisplaced && !isHighMisplaced && !isSaid) return range;
  return {
    ...rest,
    text,
    ...(isPair && !isLowMisplaced && { low }),
    ...(isPair && !isHighMisplaced && { high }),
  };
}

/** Returns a range without what says nothing. Limits that are no range become words, so that they are never drawn. */
function usableRange(sent: FhirElement): FhirElement {
  const range = signOf(sent['low']) || signOf(sent['high']) ? withSignsInWords(sent) : sent;
  const { low, high, text: sentText, ...rest } = range;
  const text = meaningfulText(sentText);
  const [from, to] = [numberOf(low), numberOf(high)];
  if (from === undefined || to === undefined || !isSameUnit(low, high))
    return { ...rest, text, ...realLimits(range) };
  if (isEmptyPair(from, to)) return { ...rest, text };
  if (from >= to) return { ...rest, text: text || `${quantityText(low)}–${quantityText(high)}` };
  return { ...rest, text, ...realLimits(range) };
}

const saysSomething = ({ low, high, text }: FhirElement): boolean =>
  low !== undefined || high !== undefined || text !== '';

/** Nearly all ranges have two ordinary limits in order, and at most their text again. */
function isOrdinary({ low, high, text }: FhirElement): boolean {
  const from = numberOf(low) ?? Number.NaN;
  const to = numberOf(high) ?? Number.NaN;
  if (signOf(low) || signOf(high)) return false;
  return from < to && from > -9999 && to < 9999 && (text === undefined || meaningfulText(text) !== '');
}

/**
 * Returns the reference ranges that say something, in the order in which they were sent. 0–0, 0–9999 and the
 * like fill a field that must not be empty. A range of which the lower limit is not below the upper one is kept as
 * words, and is never drawn or compared with (rules 28 and 32).
 */
export function usableRanges(referenceRange: unknown): readonly FhirElement[] {
  const ranges = elementsOf(referenceRange);
  return ranges.every(isOrdinary) ? ranges : ranges.map(usableRange).filter(saysSomething);
}
