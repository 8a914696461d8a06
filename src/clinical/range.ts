import { canonicalUnit } from './catalog.ts';
import { conceptText, elementOf, elementsOf, firstText, textOf, type Element } from './element.ts';
import type { Band, RowKind } from './row.ts';
import { converted, type UnitFit } from './units.ts';
import { numberText, quantityText } from './value.ts';

/** The range sent with a result: its texts, and the band if exactly one range applies and is in the unit of the value. */
export type SentRange = Pick<RowKind, 'rangeLow' | 'rangeHigh' | 'rangeText' | 'band'> & {
  /** "<5.7" leaves 5.7 itself out. */
  readonly strict: boolean;
};

const noRange: SentRange = { rangeLow: '', rangeHigh: '', rangeText: '', band: undefined, strict: false };

type Limits = { readonly low: number | undefined; readonly high: number | undefined };

/** Reads `referenceRange`. `sentUnit` is the unit of the value as it was spelled. Display rules 26 and 28 to 31. */
export function readRange(referenceRange: unknown, fit: UnitFit, sentUnit: string): SentRange {
  const ranges = elementsOf(referenceRange);
  const [only] = ranges;
  if (only === undefined) return noRange;
  const [applying, more] = ranges.filter(applies);
  const range = applying !== undefined && more === undefined ? bandOf(applying, fit, sentUnit) : undefined;
  const band = range?.band;
  if (ranges.length > 1)
    return { ...noRange, rangeText: ranges.map(wordsFor).join('; '), band, strict: range?.strict ?? false };
  return {
    rangeLow: limitText(only['low'], fit),
    rangeHigh: limitText(only['high'], fit),
    rangeText: textOf(only['text']),
    band,
    strict: range?.strict ?? false,
  };
}

/** A range for some sex, age or population may not be this patient's, and a goal or a critical limit is no range. */
function applies(range: Element): boolean {
  if (elementsOf(range['appliesTo']).length > 0 || range['age'] !== undefined) return false;
  if (range['type'] === undefined) return true;
  const codes = elementsOf(elementOf(range['type'])['coding']).map(({ code }) => textOf(code));
  return codes.includes('normal') || /^normal/i.test(conceptText(range['type']));
}

function bandOf(range: Element, fit: UnitFit, sentUnit: string): { band: Band; strict: boolean } | undefined {
  const [low, high] = [limitOf(range['low'], fit), limitOf(range['high'], fit)];
  if (low === 'another unit' || high === 'another unit') return undefined;
  if (low !== undefined || high !== undefined) return ordered({ low, high }, fit, false, false);
  return fromText(textOf(range['text']), fit, sentUnit);
}

const isSameUnit = (spelling: string, fit: UnitFit): boolean =>
  spelling === '' || canonicalUnit(spelling) === fit.sent;

/** A limit without a unit is in that of the value; one in another unit is never compared with it. */
function limitOf(limit: unknown, fit: UnitFit): number | undefined | 'another unit' {
  const quantity = elementOf(limit);
  const { value } = quantity;
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return isInUnit(quantity, fit) ? value : 'another unit';
}

const isInUnit = (quantity: Element, fit: UnitFit): boolean => {
  const spellings = [textOf(quantity['code']), textOf(quantity['unit'])].filter(
    (spelling) => spelling !== '',
  );
  return spellings.length === 0 || spellings.some((spelling) => isSameUnit(spelling, fit));
};

/** The limit as sent; with its unit where that is not the value's, so that it cannot be read as one. */
function limitText(limit: unknown, fit: UnitFit): string {
  const quantity = elementOf(limit);
  const { value } = quantity;
  if (typeof value !== 'number') return '';
  return isInUnit(quantity, fit) ? numberText(quantity, value) : quantityText(quantity);
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const PAIR = new RegExp(String.raw`^(${NUMBER})\s*[-–]\s*(${NUMBER})\s*(\D.*)?$`);
const ONE_SIDED = new RegExp(String.raw`^([<>]=?|[≤≥])\s*(${NUMBER})\s*(\D.*)?$`);

/** "3.5-5.1", "<=200", "<150 mg/dL", ">59" and nothing less exact (display rule 30). */
function fromText(text: string, fit: UnitFit, sentUnit: string): { band: Band; strict: boolean } | undefined {
  const isOwnUnit = (unit: string | undefined): boolean =>
    unit === undefined || unit.trim() === sentUnit || isSameUnit(unit.trim(), fit);
  const [pair, low, high, pairUnit] = PAIR.exec(text) ?? [];
  if (pair !== undefined)
    return isOwnUnit(pairUnit)
      ? ordered({ low: Number(low), high: Number(high) }, fit, true, false)
      : undefined;
  const [limit, sign = '', number, unit] = ONE_SIDED.exec(text) ?? [];
  if (limit === undefined || !isOwnUnit(unit)) return undefined;
  const strict = sign === '<' || sign === '>';
  const value = Number(number);
  return sign.startsWith('<') || sign === '≤'
    ? ordered({ low: undefined, high: value }, fit, true, strict)
    : ordered({ low: value, high: undefined }, fit, true, strict);
}

function ordered(
  { low, high }: Limits,
  { conversion }: UnitFit,
  isText: boolean,
  strict: boolean,
): { band: Band; strict: boolean } | undefined {
  if (low !== undefined && high !== undefined && low > high) return undefined;
  const inUnit = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : converted(value, conversion);
  return { band: { low: inUnit(low), high: inUnit(high), fromText: isText }, strict };
}

/** One of several ranges, with whom it is for. */
function wordsFor(range: Element): string {
  const limits = [range['low'], range['high']].map(quantityText).filter((text) => text !== '');
  const text = firstText(range['text'], limits.join('–'));
  const whom = [
    ...elementsOf(range['appliesTo']).map(conceptText),
    conceptText(range['type']),
    ageWords(range['age']),
  ];
  return [text, ...whom.filter((word) => word !== '').map((word) => `(${word})`)].join(' ');
}

const ageWords = (age: unknown): string => {
  const { low, high } = elementOf(age);
  const words = [low, high].map(quantityText);
  return words.join('') === '' ? '' : `age ${words.join('–')}`;
};

/** Rule 26: on which side of the one range the value lies; '' when inside, or when there is no such range. */
export function outsideOf(value: number, band: Band | undefined, strict: boolean): RowKind['outside'] {
  const { low, high } = band ?? {};
  if (high !== undefined && (value > high || (strict && value === high))) return 'above';
  return low !== undefined && (value < low || (strict && value === low)) ? 'below' : '';
}
