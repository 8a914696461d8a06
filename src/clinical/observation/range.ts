import { cappedText, MAX_NUMBER_LENGTH, MAX_REFERENCE_LENGTH } from '../fhirElements/cappedText.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  exactText,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { PANEL_FLAG_NOTE } from './flag/flag.ts';
import type { Band, RowKind } from './resultRow.ts';
import { canonicalUnit } from '../units/canonicalUnit.ts';
import { areOtherUnits } from '../units/otherUnits.ts';
import { hasModifier } from '../fhirElements/modifier.ts';
import { applyConversion, hasSameNumbers, type UnitFit } from '../units/units.ts';
import { isPlaceholder, usableRanges, withDecimalSigns } from './usableRanges.ts';
import { sentNumberText, quantityText, unitOfQuantity, type SentValue } from './value.ts';
import { isUnitless } from '../units/readableUnit.ts';
import { wordsOfRanges } from './sentRange/wordsOfRanges.ts';

/**
 * The range sent with a result has its texts, and a band when exactly one range applies and is in the unit of the
 * value.
 */
export type SentRange = Pick<RowKind, 'rangeLow' | 'rangeHigh' | 'rangeText'> & Limits;

type Limits = {
  readonly band: Band | undefined;
  /** This limit is itself outside, as 5.7 is in "<5.7". */
  readonly strictSide: StrictSide;
};

export type StrictSide = 'low' | 'high' | '';

/** The value and its unit say whether the points of a range may part thousands, and the unit is one that its limits may have. */
type NumberWithUnit = Pick<SentValue, 'value' | 'unit'> & Partial<Pick<SentValue, 'unitCode'>>;

/** Words that surely name another unit than that of the value do not fit it. */
type LimitsInWords = Limits & { readonly isFitting?: boolean };
const noLimits: Limits = { band: undefined, strictSide: '' };

/**
 * Reads `referenceRange` (rules 26 and 28 to 31): the texts as they were sent, and the band in the unit of the
 * series. `sent` is the value with its unit as it was spelled; `panelRangeText` is shown when the result has no
 * range of its own.
 */
export function readRange(
  referenceRange: unknown,
  fit: UnitFit,
  sent: NumberWithUnit,
  panelRangeText = '',
): SentRange {
  const ranges = usableRanges(referenceRange);
  if (ranges.length === 0) return { rangeLow: '', rangeHigh: '', rangeText: panelRangeText, ...noLimits };
  // A range for some sex, age or population may be that of this patient or not. So it is not known that one beside it applies (rule 28).
  const [usual, another] = ranges.filter(isUsualRange);
  const isOnlyOne = usual !== undefined && another === undefined && !isForSome(usual);
  const limits = isOnlyOne ? limitsOf(usual, fit, sent) : noLimits;
  const [only = {}, other] = ranges;
  // A range for some people only must not read as the one of this patient.
  if (other !== undefined || !isOnlyOne)
    return { rangeLow: '', rangeHigh: '', rangeText: wordsOfRanges(ranges), ...limits };
  const [low, high] = [only['low'], only['high']];
  // Beside a limit in another unit, "3.5–5.1 %" would read as two numbers in that unit.
  const isBare = [low, high].every((limit) => limitOf(limit, fit, sent.unit) !== 'unusable');
  return {
    rangeLow: limitText(low, isBare),
    rangeHigh: limitText(high, isBare),
    rangeText: cappedText(trimmedText(only['text']), MAX_REFERENCE_LENGTH),
    ...limits,
  };
}

/**
 * Returns the ranges of a whole Observation in words. They do not say which component they are for, so they are never
 * drawn.
 */
export function panelRangeOf(referenceRange: unknown): string {
  const words = wordsOfRanges(usableRanges(referenceRange));
  return words === '' ? '' : `${words} ${PANEL_FLAG_NOTE}`;
}

/*
 * Words before the limits may say what `type` and `appliesTo` say. Words behind them are about other limits ("Normal 0.9-1.1,
 * therapeutic 2-3", "3.5-5.1 Critical <2.8"), so only words that cannot be limits, as "Adult" and "1st", may stand before these.
 */
const WORD = String.raw`(?:[([]?\p{L}[\p{L}\d,/)'-]{0,29}:?|\d{1,2}(?:\.|[ºªa-z]{1,2}))\s+`;
const OTHER_MEANING = new RegExp(
  String.raw`^(?:${WORD}){0,2}(?:[ck]r[ií]ti[cks]|p[aá]ni[ck]|alarm|alert|warn|t[oó]xi|th?erap|target|goal|objetiv|metas?\b|ziel|behandlung|trough|tal(?:spiegel|wert)|valle\b|peak|pico\b|spitzen)`,
  'u',
);
const FOR_SOME = new RegExp(
  String.raw`^(?:\p{L}{1,30};\s*)?(?:${WORD}){0,3}(?:post|pre|mid)?-?(?:pregn|schwanger|embaraz|trimest|trimenon|folli[ck]|folicul|l[uú]tea|menopaus)`,
  'u',
);

/**
 * Returns whether the words of a range begin so. With the flag `i`, a browser looks for the other case of every letter of
 * Unicode before it reads the first of them, which took as long as reading twenty results.
 */
function beginsWith(words: RegExp, sent: unknown): boolean {
  const text = trimmedText(sent);
  return text !== '' && words.test(text.toLowerCase());
}

const isForSome = ({ appliesTo, age, text }: FhirElement): boolean =>
  elementsOf(appliesTo).length > 0 || age !== undefined || beginsWith(FOR_SOME, text);

/** A goal or a critical limit is no range (rule 32). */
function isUsualRange(range: FhirElement): boolean {
  if (hasModifier(range) || beginsWith(OTHER_MEANING, range['text'])) return false;
  if (range['type'] === undefined) return true;
  const codes = elementsOf(elementOf(range['type'])['coding']).map(({ code }) => trimmedText(code));
  return (
    codes.includes('normal') ||
    /^normal(?:e|bereich|werte?)?(?: \(?(?:reference|range|values?|limits?|interval|adults?)\)?)*$/i.test(
      conceptText(range['type']),
    )
  );
}

function limitsOf(range: FhirElement, fit: UnitFit, sent: NumberWithUnit): Limits {
  const [low, high] = [limitOf(range['low'], fit, sent.unit), limitOf(range['high'], fit, sent.unit)];
  if (low === 'unusable' || high === 'unusable') return noLimits;
  // Nothing says in which of its two units the value is, so that no range may judge it.
  if (areOtherUnits(sent.unit, sent.unitCode ?? '')) return noLimits;
  const words = limitsFromText(exactText(range['text']), fit, sent);
  const isFitting = words.isFitting !== false;
  if (low === undefined && high === undefined) return isFitting ? words : noLimits;
  const band = bandOf(low, high, fit, false);
  // The same two numbers cannot be "3.5-5.1 mmol/L" and "3.5-5.1 g/L".
  if (!isFitting && hasSameLimits(words, band)) return noLimits;
  return isFitting && band !== undefined ? limitsBesideWords(band, words) : { band, strictSide: '' };
}

function limitsBesideWords(band: Band, words: Limits): Limits {
  if (words.band === undefined) return { band, strictSide: '' };
  if (isSaidBy(words, band) || isCompletedBy(words.band, band)) return words;
  if (isSameStrictLimit(words, band))
    return { band: { ...band, isFromText: true }, strictSide: words.strictSide };
  const whole = joinedBand(band, words);
  if (whole !== undefined) return whole;
  return isOtherBand(band, words.band) ? noLimits : { band, strictSide: '' };
}

const hasSameLimits = ({ band: words }: Limits, band: Band | undefined): boolean =>
  words?.low === band?.low && words?.high === band?.high;

/** The words say the one limit in numbers with its sign: 60 is not inside of "60 or higher" with the words ">60". */
const isSaidBy = (words: Limits, band: Band): boolean =>
  words.strictSide !== '' && hasSameLimits(words, band);

/** The words say one of two limits again, with its sign: 5.1 is outside of 3.5 to 5.1 with the words "<5.1". */
const isSameStrictLimit = ({ band: words, strictSide }: Limits, band: Band): boolean =>
  strictSide !== '' && band.low !== undefined && words?.[strictSide] === band[strictSide];

/** One limit in numbers and the other in words are one range: 3.5 with the words "<5.1". */
function joinedBand({ low, high }: Band, { band: words, strictSide }: Limits): Limits | undefined {
  if ((low === undefined) === (words?.low === undefined)) return undefined;
  if ((high === undefined) === (words?.high === undefined)) return undefined;
  const whole = { low: low ?? words?.low, high: high ?? words?.high, isFromText: true };
  return isInOrder(whole) && !isPlaceholder(whole.high) ? { band: whole, strictSide } : undefined;
}

/** A pair in words that agrees with the one limit in numbers is the whole range: 2.9 is below "3.5 or higher" with the words "3.5-5.1". */
const isCompletedBy = ({ low, high }: Band, band: Band): boolean =>
  low !== undefined &&
  high !== undefined &&
  (low !== 0 || band.low !== undefined) &&
  !isPlaceholder(high) &&
  (isRounded(band.low ?? NaN, low) || isRounded(band.high ?? NaN, high)) &&
  (band.low === undefined) !== (band.high === undefined);

/**
 * Words leave open which of the two is the range where their pair differs from the numbers, or where they have a limit on the side
 * that the numbers leave open: 5.2 is not inside of "3.5 or higher" with the words "<5.1".
 */
function isOtherBand(band: Band, words: Band): boolean {
  const isPair = words.low !== undefined && words.high !== undefined;
  return (['low', 'high'] as const).some((side) => {
    const [number, limit] = [band[side], words[side]];
    if (number === undefined) return limit !== undefined && limit !== 0 && !isPlaceholder(limit);
    return isPair && !isRounded(number, limit);
  });
}

/** Words may round what the numbers say. */
const isRounded = (number: number, words = NaN): boolean =>
  Math.abs(number - words) <= Math.abs(number) / 100;

const isSameUnit = (spelling: string, fit: UnitFit): boolean =>
  [fit.sentUnit, ''].includes(spelling) ||
  isSameOne(canonicalUnit(spelling, fit.target), fit.sentUnit) ||
  hasSameNumbers(fit, spelling);

const isSameOne = (unit: string, sentUnit: string): boolean =>
  unit === sentUnit || [unit, sentUnit].every((one) => one === '1' || isUnitless(one));

/** A limit without a unit is in the unit of the value. One in another unit, or that is no number, is never compared with it. */
function limitOf(limit: unknown, fit: UnitFit, sentUnit: string): number | undefined | 'unusable' {
  const quantity = elementOf(limit);
  const { value } = quantity;
  if (typeof value === 'string') return 'unusable';
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return isInUnit(quantity, fit, sentUnit) ? value : 'unusable';
}

function isInUnit({ code, unit }: FhirElement, fit: UnitFit, sentUnit: string): boolean {
  const spellings = [unitOfQuantity(code), unitOfQuantity(unit)].filter(Boolean);
  const [one = '', other = ''] = spellings;
  return (
    one === '' ||
    (spellings.some((spelling) => spelling === sentUnit || isSameUnit(spelling, fit)) &&
      !areOtherUnits(one, other))
  );
}

/** Returns a limit as it was sent: the number alone where both limits are in the unit of the value, and else with the unit that came with it. */
function limitText(limit: unknown, isBare: boolean): string {
  const quantity = elementOf(limit);
  const { value } = quantity;
  if (typeof value === 'number' && isBare) return sentNumberText(quantity, value);
  return typeof value === 'number' || typeof value === 'string' ? quantityText(quantity) : '';
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const PAIR = new RegExp(String.raw`^(${NUMBER})\s*-\s*(${NUMBER})\s*(\D.*)?$`);
const ONE_SIDED = new RegExp(String.raw`^([<>]=?)\s*(${NUMBER})\s*(\D.*)?$`);

/** No thousands are counted of a measure that needs no unit, as pH, and none of a limit that the catalog calls impossible. */
const measureOf = ({ fit, target, sentUnit, plausibleBounds, conversion }: UnitFit) => ({
  unit: sentUnit || (fit === 'same' && target ? '1' : ''),
  isPossible: (value: number): boolean =>
    plausibleBounds === undefined || applyConversion(value, conversion) <= plausibleBounds[1],
});

/** Reads "3.5-5.1", "<=200", "<150 mg/dL", ">59", the same in words, and nothing less exact (rule 30). */
function limitsFromText(words: string, fit: UnitFit, sent: NumberWithUnit): LimitsInWords {
  const text = words.length > MAX_NUMBER_LENGTH ? '' : withDecimalSigns(words, sent.value, measureOf(fit));
  const [pair, low, high, pairUnit] = PAIR.exec(text) ?? [];
  const [limit, sign = '', number, limitUnit] = ONE_SIDED.exec(text) ?? [];
  const unit = (pairUnit ?? limitUnit ?? '').trim();
  const isFitting = unit === sent.unit || isSameUnit(unit, fit);
  if (!isFitting && !areOtherUnits(unit, fit.sentUnit)) return noLimits;
  if (pair !== undefined)
    return { band: bandOf(Number(low), Number(high), fit, true), strictSide: '', isFitting };
  return limit === undefined ? noLimits : { ...oneLimit(sign, Number(number), fit), isFitting };
}

const oneLimit = (sign: string, value: number, fit: UnitFit): Limits =>
  sign.startsWith('<')
    ? { band: bandOf(undefined, value, fit, true), strictSide: sign === '<' ? 'high' : '' }
    : { band: bandOf(value, undefined, fit, true), strictSide: sign === '>' ? 'low' : '' };

const isInOrder = ({ low = -Infinity, high = Infinity }: Pick<Band, 'low' | 'high'>): boolean => low < high;

function bandOf(
  low: number | undefined,
  high: number | undefined,
  { conversion }: UnitFit,
  isText: boolean,
): Band | undefined {
  if (!isInOrder({ low, high })) return undefined;
  const inUnit = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : applyConversion(value, conversion);
  return { low: inUnit(low), high: inUnit(high), isFromText: isText };
}

/**
 * Returns on which side of the one range a value lies; '' when it lies inside or there is no such range (rule 26).
 */
export function sidesOutsideRange(
  value: number,
  band: Band | undefined,
  strictSide: StrictSide | 'both',
): RowKind['outsideRange'] {
  const { low, high } = band ?? {};
  const isStrict = (side: StrictSide): boolean => strictSide === 'both' || strictSide === side;
  if (high !== undefined && (value > high || (isStrict('high') && value === high))) return 'above';
  return low !== undefined && (value < low || (isStrict('low') && value === low)) ? 'below' : '';
}
