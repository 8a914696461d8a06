import { canonicalUnit } from '../catalog/catalog.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  firstText,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { PANEL_FLAG_NOTE } from './flag.ts';
import type { Band, RowKind } from './resultRow.ts';
import { applyConversion, type UnitFit } from '../units/units.ts';
import { sentNumberText, quantityText } from './value.ts';

/** The range sent with a result: its texts, and the band if exactly one range applies and is in the unit of the value. */
export type SentRange = Pick<RowKind, 'rangeLow' | 'rangeHigh' | 'rangeText'> & Limits;

type Limits = {
  readonly band: Band | undefined;
  /** "<5.7" leaves 5.7 itself out. */
  readonly strict: boolean;
};

const noLimits: Limits = { band: undefined, strict: false };

/**
 * Reads `referenceRange`. `sentUnit` is the unit of the value as it was spelled; `ofWhole` is printed where there is no range
 * of its own. Display rules 26 and 28 to 31.
 */
export function readRange(referenceRange: unknown, fit: UnitFit, sentUnit: string, ofWhole = ''): SentRange {
  const ranges = elementsOf(referenceRange);
  if (ranges.length === 0) return { rangeLow: '', rangeHigh: '', rangeText: ofWhole, ...noLimits };
  const [applying, more] = ranges.filter(applies);
  const limits = applying === undefined || more !== undefined ? noLimits : limitsOf(applying, fit, sentUnit);
  const [only = {}, other] = ranges;
  // A range for some people only must not read as this patient's.
  if (other !== undefined || (ranges.length === 1 && applying === undefined))
    return { rangeLow: '', rangeHigh: '', rangeText: ranges.map(wordsFor).join('; '), ...limits };
  return {
    rangeLow: limitText(only['low'], fit),
    rangeHigh: limitText(only['high'], fit),
    rangeText: trimmedText(only['text']),
    ...limits,
  };
}

/** Ranges of the whole Observation, in words: of which of its parts they are was not said, so they are never drawn. */
export function panelRangeOf(referenceRange: unknown): string {
  const words = joinTexts(elementsOf(referenceRange).map(wordsFor), '; ');
  return words === '' ? '' : `${words} ${PANEL_FLAG_NOTE}`;
}

/** A range for some sex, age or population may not be this patient's, and a goal or a critical limit is no range. */
function applies(range: FhirElement): boolean {
  if (elementsOf(range['appliesTo']).length > 0 || range['age'] !== undefined) return false;
  if (range['type'] === undefined) return true;
  const codes = elementsOf(elementOf(range['type'])['coding']).map(({ code }) => trimmedText(code));
  return codes.includes('normal') || /^normal/i.test(conceptText(range['type']));
}

function limitsOf(range: FhirElement, fit: UnitFit, sentUnit: string): Limits {
  const [low, high] = [limitOf(range['low'], fit), limitOf(range['high'], fit)];
  if (low === 'another unit' || high === 'another unit') return noLimits;
  if (low === undefined && high === undefined) return fromText(trimmedText(range['text']), fit, sentUnit);
  return { band: bandOf(low, high, fit, false), strict: false };
}

const isSameUnit = (spelling: string, { sentUnit }: UnitFit): boolean =>
  spelling === sentUnit || spelling === '' || canonicalUnit(spelling) === sentUnit;

/** A limit without a unit is in that of the value; one in another unit is never compared with it. */
function limitOf(limit: unknown, fit: UnitFit): number | undefined | 'another unit' {
  const quantity = elementOf(limit);
  const { value } = quantity;
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return isInUnit(quantity, fit) ? value : 'another unit';
}

function isInUnit({ code, unit }: FhirElement, fit: UnitFit): boolean {
  const spellings = [trimmedText(code), trimmedText(unit)].filter(Boolean);
  return spellings.length === 0 || spellings.some((spelling) => isSameUnit(spelling, fit));
}

/** The limit as sent; with its unit where that is not the value's, so that it cannot be read as one. */
function limitText(limit: unknown, fit: UnitFit): string {
  const quantity = elementOf(limit);
  const { value } = quantity;
  if (typeof value !== 'number') return '';
  return isInUnit(quantity, fit) ? sentNumberText(quantity, value) : quantityText(quantity);
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const PAIR = new RegExp(String.raw`^(${NUMBER})\s*[-–]\s*(${NUMBER})\s*(\D.*)?$`);
const ONE_SIDED = new RegExp(String.raw`^([<>]=?|[≤≥])\s*(${NUMBER})\s*(\D.*)?$`);

/** "3.5-5.1", "<=200", "<150 mg/dL", ">59" and nothing less exact (display rule 30). */
function fromText(text: string, fit: UnitFit, sentUnit: string): Limits {
  const [pair, low, high, pairUnit] = PAIR.exec(text) ?? [];
  const [limit, sign = '', number, limitUnit] = ONE_SIDED.exec(text) ?? [];
  const unit = (pairUnit ?? limitUnit ?? '').trim();
  if (unit !== sentUnit && !isSameUnit(unit, fit)) return noLimits;
  if (pair !== undefined) return { band: bandOf(Number(low), Number(high), fit, true), strict: false };
  if (limit === undefined) return noLimits;
  const value = Number(number);
  const band = /[<≤]/.test(sign) ? bandOf(undefined, value, fit, true) : bandOf(value, undefined, fit, true);
  return { band, strict: /^[<>]$/.test(sign) };
}

function bandOf(
  low: number | undefined,
  high: number | undefined,
  { conversion }: UnitFit,
  isText: boolean,
): Band | undefined {
  if (low !== undefined && high !== undefined && low > high) return undefined;
  const inUnit = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : applyConversion(value, conversion);
  return { low: inUnit(low), high: inUnit(high), isFromText: isText };
}

/** A range with whom it is for. */
function wordsFor(range: FhirElement): string {
  const text = firstText(range['text'], joinTexts([range['low'], range['high']].map(quantityText), '–'));
  const whom = [
    ...elementsOf(range['appliesTo']).map(conceptText),
    conceptText(range['type']),
    ageWords(range['age']),
  ];
  return [text, ...whom.filter(Boolean).map((word) => `(${word})`)].join(' ');
}

const ageWords = (age: unknown): string => {
  const { low, high } = elementOf(age);
  const words = [low, high].map(quantityText);
  return words.join('') === '' ? '' : `age ${words.join('–')}`;
};

/** Rule 26: on which side of the one range the value lies; '' when inside, or when there is no such range. */
export function sidesOutsideRange(
  value: number,
  band: Band | undefined,
  strict: boolean,
): RowKind['outsideRange'] {
  const { low, high } = band ?? {};
  if (high !== undefined && (value > high || (strict && value === high))) return 'above';
  return low !== undefined && (value < low || (strict && value === low)) ? 'below' : '';
}
