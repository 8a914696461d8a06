import { absentValueText, absentReasonText, isAbsentCode } from './dataAbsentReason.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  firstText,
  isElement,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import type { Band, Reason, RowKind } from './resultRow.ts';
import { fitUnit, type UnitFit } from '../units/units.ts';

/** What was measured, as sent. `value` is NaN where there is no number; then `reason` says why. */
export type SentValue = {
  readonly value: number;
  readonly text: string;
  readonly comparator: RowKind['comparator'];
  readonly unit: string;
  readonly unitCode: string;
  readonly unitSystem: string;
  readonly reason:
    | Extract<Reason, 'no-value' | 'panel' | 'text' | 'coded' | 'not-a-number' | 'no-unit' | 'implausible'>
    | '';
  /** Read from a text that is exactly a number and a unit (display rule 19). */
  readonly isParsedFromText: boolean;
  /** Why there is no value, in the words of the server; '' when it gave none. */
  readonly absentReason: string;
};

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

/** Something was sent as the result, number or not. */
export const hasValue = ({ reason }: SentValue): boolean => reason !== 'no-value' && reason !== 'panel';

const listed = (reason: SentValue['reason'], text: string): SentValue => ({ ...noValue, reason, text });

/** value[x] of an Observation or component. 0 is a value; a missing one is never 0 (display rule 21). */
export function readValue(source: FhirElement, target: AnalyteTarget | undefined): SentValue {
  const quantity = source['valueQuantity'];
  if (isElement(quantity)) return readQuantity(quantity, source);
  const whole = source['valueInteger'];
  if (typeof whole === 'number') return { ...noValue, reason: '', value: whole, text: String(whole) };
  const text = source['valueString'];
  if (typeof text === 'string' && text.trim() !== '') return parsedText(text, target) ?? listed('text', text);
  const concept = source['valueCodeableConcept'];
  if (isElement(concept) && isAbsentCode(concept))
    return { ...noValue, absentReason: absentReasonText(concept) };
  if (isElement(concept)) return orAbsent(listed('coded', conceptText(concept)), source);
  return readOther(source);
}

const COMPARATORS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const isComparator = (text: string): text is RowKind['comparator'] => text === '' || COMPARATORS.has(text);

function readQuantity(quantity: FhirElement, source: FhirElement): SentValue {
  const { value } = quantity;
  const comparator = trimmedText(quantity['comparator']);
  const isNumber = typeof value === 'number' && Number.isFinite(value) && isComparator(comparator);
  const read: SentValue = {
    ...listed('not-a-number', ''),
    unit: trimmedText(quantity['unit']),
    unitCode: trimmedText(quantity['code']),
    unitSystem: trimmedText(quantity['system']),
  };
  if (isNumber) return { ...read, reason: '', value, text: sentNumberText(quantity, value), comparator };
  if (value === undefined || value === null) return orAbsent(read, source);
  // A comparator that R4 does not have, or a number beyond all numbers (1e400): as sent, and never drawn.
  const text = typeof value === 'number' ? sentNumberText(quantity, value) : plainText(value);
  return { ...read, text: `${comparator} ${text}`.trim() };
}

/** The number as it was spelled, where the reader of the page kept it (7.0), and only if it is that number. */
export function sentNumberText(quantity: FhirElement, value: number): string {
  const kept = trimmedText(quantity['valueText']);
  return kept !== '' && Number(kept) === value ? kept : String(value);
}

const plainText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const orAbsent = (value: SentValue, source: FhirElement): SentValue =>
  value.text === '' ? { ...value, reason: 'no-value', absentReason: absentValueText(source) } : value;

/** Kinds of value that are listed in words and never drawn: boolean, Range, Ratio, SampledData, times and what may come. */
function readOther(source: FhirElement): SentValue {
  const key = Object.keys(source).find((name) => /^value[A-Z]/.test(name) && isSent(source[name]));
  if (key === undefined) return withoutValue(source);
  const value = source[key];
  if (!isElement(value)) return listed('not-a-number', plainText(value));
  return listed('not-a-number', wordsFor(key, value));
}

/** A panel has members in the place of a value. */
function withoutValue(source: FhirElement): SentValue {
  const value = orAbsent(noValue, source);
  const isPanel = value.absentReason === '' && elementsOf(source['hasMember']).length > 0;
  return isPanel ? { ...value, reason: 'panel' } : value;
}

const isSent = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

function wordsFor(key: string, value: FhirElement): string {
  switch (key) {
    case 'valueRange':
      return [value['low'], value['high']].map(quantityText).join(' – ');
    case 'valueRatio':
      return [value['numerator'], value['denominator']].map(quantityText).join(' : ');
    case 'valuePeriod':
      return `${trimmedText(value['start'])}/${trimmedText(value['end'])}`;
    case 'valueSampledData':
      return 'sampled data';
    default:
      return conceptText(value) || 'a value of another kind';
  }
}

/** "3.5 mmol/L", without unit where none was sent. */
export function quantityText(value: unknown): string {
  const quantity = elementOf(value);
  const number = quantity['value'];
  const digits = typeof number === 'number' ? sentNumberText(quantity, number) : '';
  return `${trimmedText(quantity['comparator'])}${digits} ${firstText(quantity['unit'], quantity['code'])}`.trim();
}

// A comparator, a number, a unit; the blanks between them are kept as part of the text.
const NUMBER_AND_UNIT = /^([<>]=?)?\s*(-?(?:\d+\.?\d*|\.\d+))\s*(\D.*)?$/;

/**
 * A text that is exactly a number with a unit known for this analyte, as some vendors send every result. A text without
 * unit or of an impossible size says so and is listed; any other text gives undefined.
 */
function parsedText(sent: string, target: AnalyteTarget | undefined): SentValue | undefined {
  const [all, comparator = '', digits = '', rest = ''] = NUMBER_AND_UNIT.exec(sent.trim()) ?? [];
  if (all === undefined || !isComparator(comparator)) return undefined;
  // Of a dipstick no unit is known: "1+" is a word, and no number with the unit "+".
  if (target === undefined || target.unit === '') return undefined;
  const spelled = { unit: rest.trim(), unitCode: '', unitSystem: '' };
  const fit = fitUnit(target, spelled);
  if (fit.fit === 'none') return listed('no-unit', sent);
  if (fit.fit === 'mismatch') return undefined;
  const value = Number(digits);
  if (!isPlausible(value, fit)) return listed('implausible', sent);
  return {
    ...noValue,
    ...spelled,
    reason: '',
    value,
    text: all.slice(comparator.length),
    comparator,
    isParsedFromText: true,
  };
}

/** Within the wide bounds that refuse only the impossible. `value` is in the unit as sent. */
export function isPlausible(value: number, { plausibleBounds, conversion }: UnitFit): boolean {
  if (plausibleBounds === undefined) return true;
  const [low, high, orZero] = plausibleBounds;
  const inUnit = conversion === undefined ? value : value * conversion.factor + conversion.offset;
  return (inUnit >= low && inUnit <= high) || (inUnit === 0 && orZero === true);
}

/**
 * Whether the range sent with a result could be one in its unit: one that lies wholly beyond all that is possible shows that
 * the unit is not the one that was meant. "0-0" is no range.
 */
export function isRangePlausible(band: Band | undefined, { plausibleBounds }: UnitFit): boolean {
  if (plausibleBounds === undefined || band === undefined) return true;
  const { low = plausibleBounds[0], high = plausibleBounds[1] } = band;
  return low <= plausibleBounds[1] && (high >= plausibleBounds[0] || high <= 0);
}
