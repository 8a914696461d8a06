import { absentTextBeside, absentValueText, absentReasonText, isAbsentCode } from './dataAbsentReason.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import { contentText } from '../fhirElements/contentText.ts';
import {
  cappedText,
  MAX_NUMBER_LENGTH,
  MAX_REFERENCE_LENGTH,
  MAX_VALUE_LENGTH,
} from '../fhirElements/cappedText.ts';
import {
  elementOf,
  elementsOf,
  isElement,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { withoutInvisibleCharacters } from '../fhirElements/plainLine.ts';
import type { Reason, RowKind } from './resultRow.ts';
import { isUnitOfSingles, mayPartThousands } from '../units/singles.ts';
import { fitUnit, type UnitFit } from '../units/units.ts';
import { observationTexts } from './observation.messages.ts';

/** The value is as it was sent, in the unit as sent. It is NaN when there is no number; then `reason` says why. */
export type SentValue = {
  readonly value: number;
  readonly text: string;
  readonly comparator: RowKind['comparator'];
  readonly unit: string;
  readonly unitCode: string;
  readonly unitSystem: string;
  readonly reason:
    | Extract<Reason, 'no-value' | 'panel' | 'text' | 'coded' | 'not-a-number' | 'too-long' | 'no-unit'>
    | '';
  /** The number was read from a text that is exactly a number and a unit (rule 19). */
  readonly isParsedFromText: boolean;
  /** This says why there is no value, in the words of the server; it is '' when the server gave no reason. */
  readonly absentReason: string;
};

/** Nothing was sent as the value. */
export const noValue: SentValue = {
  value: Number.NaN,
  text: '',
  comparator: '',
  unit: '',
  unitCode: '',
  unitSystem: '',
  reason: 'no-value',
  isParsedFromText: false,
  absentReason: '',
};

/** Returns whether something was sent as the result, be it a number or not. */
export const hasValue = ({ reason }: SentValue): boolean => reason !== 'no-value' && reason !== 'panel';

/** Returns a number that was read from a text as that text again, with its comparator, listed as a text. */
export const asSentText = ({ comparator, text }: SentValue): SentValue =>
  listedValue('text', comparator + text);

const listedValue = (reason: SentValue['reason'], text: string): SentValue => ({ ...noValue, reason, text });

/** Reads value[x] of an Observation or a component. 0 is a value, and a missing value is never 0 (rule 21). */
export function readValue(source: FhirElement, target: AnalyteTarget | undefined): SentValue {
  return cappedValue(readSentValue(source, target));
}

/**
 * Returns a value with texts of a length that can be shown. A number whose digits or unit were cut is no number any more,
 * and is listed with the reason.
 */
function cappedValue(read: SentValue): SentValue {
  const { value, comparator, text, unit, unitCode, unitSystem } = read;
  const max = Number.isNaN(value) ? MAX_VALUE_LENGTH : MAX_NUMBER_LENGTH;
  const longest = Math.max(unit.length, unitCode.length);
  if (text.length <= max && longest <= MAX_NUMBER_LENGTH && unitSystem.length <= MAX_REFERENCE_LENGTH)
    return read;
  return {
    ...listedValue('too-long', cappedText(comparator + text, max)),
    unit: cappedText(unit, MAX_NUMBER_LENGTH),
    unitCode: cappedText(unitCode, MAX_NUMBER_LENGTH),
    unitSystem: cappedText(unitSystem, MAX_REFERENCE_LENGTH),
  };
}

/**
 * FHIR allows one value. Of several, the number counts where the others say no more; otherwise all are listed, since nobody
 * knows which of them is the result.
 */
function readSentValue(source: FhirElement, target: AnalyteTarget | undefined): SentValue {
  const names: string[] = [];
  for (const name in source) if (isValueName(name) && isSent(source[name])) names.push(name);
  return names.length > 1 ? readSeveral(names, source, target) : readOneValue(source, target);
}

/** Nearly all results have one value, and there are hundreds of thousands of them. */
const isValueName = (name: string): boolean => name.startsWith('value') && /^value[A-Z]/.test(name);

function readSeveral(
  names: readonly string[],
  source: FhirElement,
  target: AnalyteTarget | undefined,
): SentValue {
  const others = Object.entries(source).filter(([name]) => !isValueName(name));
  const [first, ...more] = names
    .toSorted((a, b) => Number(b === 'valueQuantity') - Number(a === 'valueQuantity'))
    .map((name) => readOneValue(Object.fromEntries([...others, [name, source[name]]]), target))
    .filter(hasValue);
  if (first === undefined) return readOneValue(source, target);
  const text = sentText(first);
  const further = more.map(sentText).filter((one) => one !== text && one !== first.text);
  return further.length === 0 ? first : listedValue('not-a-number', [text, ...new Set(further)].join('; '));
}

const sentText = ({ comparator, text, unit, unitCode, isParsedFromText }: SentValue): string =>
  `${comparator}${text} ${isParsedFromText ? '' : unit || unitCode}`.trim();

function readOneValue(source: FhirElement, target: AnalyteTarget | undefined): SentValue {
  const quantity = source['valueQuantity'];
  if (isElement(quantity)) return readQuantity(quantity, source);
  const integer = source['valueInteger'];
  if (typeof integer === 'number') return readQuantity({ value: integer }, source);
  const text = source['valueString'];
  if (typeof text === 'string' && trimmedText(text) !== '')
    // A text with unseen characters in it is no clean number, so it is read before they are taken out, and stays a text.
    return parseNumberAndUnit(text, target) ?? listedValue('text', withoutInvisibleCharacters(text));
  const concept = source['valueCodeableConcept'];
  if (isElement(concept) && isAbsentCode(concept))
    return { ...noValue, absentReason: absentReasonText(concept) };
  if (isElement(concept)) return withAbsentReason(listedValue('coded', conceptText(concept)), source);
  // An amount in a time is a number where the two make a unit of the analyte: 240 mg : 24 h is 240 mg/24 h.
  const { numerator, denominator } = elementOf(source['valueRatio']);
  const rate = [numerator, denominator].map(quantityText).join('/').replace('/1 ', '/');
  return parseNumberAndUnit(rate, target) ?? readOther(source);
}

const NO_UNIT = /^(?:[-–—.]+|n\/?a|none|no units?|unit ?less|[无無])$/i;

/** Returns a unit as it was sent; '' for one that fills a field, as "-" does beside an INR. */
export function unitOfQuantity(sent: unknown): string {
  const unit = trimmedText(sent);
  return NO_UNIT.test(unit) ? '' : unit;
}

const COMPARATORS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const isComparator = (text: string): text is RowKind['comparator'] => text === '' || COMPARATORS.has(text);

/** A comparator that is no text stands as it was sent: a limit must not be read as a number. An empty one says nothing. */
function comparatorOf({ comparator }: FhirElement): string {
  const isThing = typeof comparator === 'object' && Object.keys(comparator ?? {}).length > 0;
  return isThing ? plainText(comparator) : trimmedText(comparator);
}

function readQuantity(quantity: FhirElement, source: FhirElement): SentValue {
  const { value } = quantity;
  const comparator = comparatorOf(quantity);
  // A 0 beside the reason why there is none fills a field. A comparator that is kept back may be any.
  const isFiller = (value === 0 && absentTextBeside(source) !== '') || isElement(quantity['_comparator']);
  const isNumber =
    typeof value === 'number' && Number.isFinite(value) && isComparator(comparator) && !isFiller;
  const read: SentValue = {
    ...listedValue('not-a-number', ''),
    unit: unitOfQuantity(quantity['unit']),
    unitCode: unitOfQuantity(quantity['code']),
    unitSystem: trimmedText(quantity['system']),
  };
  if (isNumber) return { ...read, reason: '', value, text: sentNumberText(quantity, value), comparator };
  if (value === undefined || value === null) return withAbsentReason(read, source);
  // A comparator that R4 does not have, or a number too large for a computer (1e400), is shown as it was sent and
  // never drawn.
  const text = typeof value === 'number' ? sentNumberText(quantity, value) : plainText(value);
  return { ...read, text: `${comparator} ${text}`.trim() };
}

/**
 * Returns a number as it was spelled (7.0), when the reader of the page kept the spelling and it is that number (rule
 * 14).
 */
export function sentNumberText(quantity: FhirElement, value: number): string {
  const spelling = trimmedText(quantity['valueText']);
  return spelling !== '' && Number(spelling) === value ? spelling : String(value);
}

const ANOTHER_KIND = observationTexts('anotherKindOfValue');

const plainText = (value: unknown): string =>
  withoutInvisibleCharacters(typeof value === 'string' ? value : (contentText(value) ?? ANOTHER_KIND));

const withAbsentReason = (value: SentValue, source: FhirElement): SentValue =>
  value.text === '' ? { ...value, reason: 'no-value', absentReason: absentValueText(source, false) } : value;

/**
 * Other kinds of value are listed in words and never drawn: boolean, Range, Ratio, SampledData, times, and those of
 * later FHIR versions.
 */
function readOther(source: FhirElement): SentValue {
  const key = Object.keys(source).find((name) => isValueName(name) && isSent(source[name]));
  if (key === undefined) return withoutValue(source);
  const value = source[key];
  const words = isElement(value) ? valueWords(key, value) : plainText(value);
  // A Ratio or Range of nothing has only its sign.
  return /^[ :–/]*$/.test(words) ? withoutValue(source) : listedValue('not-a-number', words);
}

/** A panel has members in the place of a value. */
function withoutValue(source: FhirElement): SentValue {
  const value = withAbsentReason(noValue, source);
  const isPanel = value.absentReason === '' && elementsOf(source['hasMember']).length > 0;
  return isPanel ? { ...value, reason: 'panel' } : value;
}

/** A text that has nothing to see is none. */
const isSent = (value: unknown): boolean =>
  typeof value === 'string' ? trimmedText(value) !== '' : value !== undefined && value !== null;

function valueWords(key: string, value: FhirElement): string {
  switch (key) {
    case 'valueRange':
      return value['low'] && value['high']
        ? [value['low'], value['high']].map(quantityText).join(' – ')
        : limitWords(value);
    case 'valueRatio':
      return [value['numerator'], value['denominator']].map(quantityText).join(' : ');
    case 'valuePeriod':
      return `${trimmedText(value['start'])}/${trimmedText(value['end'])}`;
    case 'valueSampledData':
      return observationTexts('sampledData');
    default:
      return conceptText(value) || ANOTHER_KIND;
  }
}

/** Returns "3.5 mmol/L", or the number alone when no unit was sent. */
export function quantityText(value: unknown): string {
  const quantity = elementOf(value);
  const { value: sent } = quantity;
  const digits = typeof sent === 'number' ? sentNumberText(quantity, sent) : trimmedText(sent);
  const unit = cappedText(
    unitOfQuantity(quantity['unit']) || unitOfQuantity(quantity['code']),
    MAX_NUMBER_LENGTH,
  );
  const number = cappedText(comparatorOf(quantity) + digits, MAX_NUMBER_LENGTH);
  return `${number} ${unit}`.trim();
}

/** Returns "3.5–5.1 mmol/L", and of one limit alone on which side it is: "≤7 %". */
export function limitWords({ low, high }: FhirElement): string {
  const from = quantityText(low);
  const to = quantityText(high);
  if (from !== '' && to !== '') return `${from}–${to}`;
  const [sign, limit] = to === '' ? ['≥', from] : ['≤', to];
  return /^\d|^-|^$/.test(limit) ? limit && sign + limit : limit;
}

/** Returns the value with its unit as it was sent; '' when there is none. */
export function valueTextOf(source: FhirElement): string {
  const read = readValue(source, undefined);
  return read.text === '' ? '' : sentText(read);
}

// The text is a comparator, a number and a unit; the blanks between them are kept as part of the text.
const NUMBER_AND_UNIT = /^([<>]=?)?\s*(-?(?:\d+\.?\d*|\.\d+))\s*(\D.*)?$/;

/** "1.500 /mm3" is a thousand times more where points part thousands. */
const isNumberOf = ({ fit, sentUnit }: UnitFit, digits: string): boolean =>
  fit !== 'mismatch' && !(isUnitOfSingles(sentUnit) && mayPartThousands(digits));

/**
 * Reads a text that is exactly a number with a unit known for this analyte, as some vendors send every result (rule
 * 19). A text without a unit is listed with that reason; any other text gives undefined.
 */
function parseNumberAndUnit(sent: string, target: AnalyteTarget | undefined): SentValue | undefined {
  const trimmed = sent.trim();
  if (trimmed.length > MAX_NUMBER_LENGTH) return undefined;
  const signed = trimmed.replace(/^[≤≥]/, (sign) => (sign === '≤' ? '<=' : '>='));
  const [all, comparator = '', digits = '', rest = ''] = NUMBER_AND_UNIT.exec(signed) ?? [];
  if (all === undefined || !isComparator(comparator)) return undefined;
  // A dipstick has no unit, so "1+" is a word, and not a number with the unit "+".
  if (target === undefined || target.unit === '') return undefined;
  const sentUnit = { unit: rest.trim(), unitCode: '', unitSystem: '' };
  const fit = fitUnit(target, sentUnit);
  if (fit.fit === 'none') return listedValue('no-unit', sent);
  if (!isNumberOf(fit, digits)) return undefined;
  return {
    ...noValue,
    ...sentUnit,
    reason: '',
    value: Number(digits),
    text: all.slice(comparator.length),
    comparator,
    isParsedFromText: true,
  };
}
