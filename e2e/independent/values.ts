/** What was measured, as sent: rules 14 and 19 to 21. */
import type { CatalogLine } from './catalog.ts';
import { fitOf, isPossible, type SentUnit } from './units.ts';
import { isObject, list, object, quantityWords, spelling, text, words, type Json } from './rawJson.ts';

export type Value = SentUnit & {
  /** Something was sent as the result. */
  readonly isSent: boolean;
  readonly comparator: string;
  /** As sent. */
  readonly value: string;
  /** The number that may be drawn; undefined for a text, a code and everything else. */
  readonly number: number | undefined;
  /** The number was read from a text. */
  readonly isParsed: boolean;
};

export const nothing: Value = {
  isSent: false,
  unit: '',
  unitCode: '',
  unitSystem: '',
  comparator: '',
  value: '',
  number: undefined,
  isParsed: false,
};

const inWords = (value: string): Value => ({ ...nothing, isSent: true, value });

const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

/** value[x] of an Observation or component. */
export function valueOf(source: Json, line: CatalogLine | undefined): Value {
  const { valueQuantity, valueString, valueCodeableConcept: concept } = source;
  if (isObject(valueQuantity)) return ofQuantity(valueQuantity);
  // A whole number is a number that has no unit; whether it needs one is for what was measured to say (rule 17).
  const integer = spelling(source['valueInteger']);
  if (integer !== undefined) return { ...inWords(integer), number: Number(integer) };
  if (text(valueString) !== '') return ofText(String(valueString), line);
  if (isObject(concept)) {
    const isAbsent = list(concept['coding']).some(({ system }) => system === ABSENT);
    return isAbsent || words(concept) === '' ? nothing : inWords(words(concept));
  }
  const name = Object.keys(source).find((key) => /^value[A-Z]/.test(key) && source[key] !== '');
  return name === undefined ? nothing : inWords(otherWords(name, source[name]));
}

function ofQuantity(quantity: Json): Value {
  const { value, unit, code, system } = quantity;
  const sentUnit = { unit: text(unit), unitCode: text(code), unitSystem: text(system) };
  const comparator = text(quantity['comparator']);
  const number = spelling(value);
  const isKnown = ['', '<', '<=', '>', '>='].includes(comparator);
  if (number !== undefined && isKnown && Number.isFinite(Number(number))) {
    return { ...nothing, ...sentUnit, isSent: true, comparator, value: number, number: Number(number) };
  }
  if (value === undefined || value === null) return { ...nothing, ...sentUnit };
  // Not a number that can be drawn, or with a sign that says something else: as sent, in words.
  return { ...inWords(`${comparator} ${number ?? text(value)}`.trim()), ...sentUnit };
}

const NUMBER_AND_UNIT = /^([<>]=?)?\s*(-?(?:\d+\.?\d*|\.\d+))\s*([^\d\s+].*)?$/;

/** Exactly a number with a unit known for what was measured, and possible: it may be drawn too (rule 19). */
function ofText(sent: string, line: CatalogLine | undefined): Value {
  const [all, comparator = '', digits = '', unit = ''] = NUMBER_AND_UNIT.exec(sent.trim()) ?? [];
  if (all === undefined || line === undefined) return inWords(sent);
  const fit = fitOf(line, { unit, unitCode: '', unitSystem: '' });
  const isKnown = fit.fits !== 'none' && fit.fits !== 'mismatch' && !(line.unit === '' && unit === '');
  if (!isKnown || !isPossible(line, fit, Number(digits))) return inWords(sent);
  return { ...inWords(sent.trim()), comparator, unit, number: Number(digits), isParsed: true };
}

function otherWords(name: string, value: unknown): string {
  if (!isObject(value) || spelling(value) !== undefined) return spelling(value) ?? String(value);
  switch (name) {
    case 'valueRange':
      return [value['low'], value['high']].map(quantityWords).join(' – ');
    case 'valueRatio':
      return [value['numerator'], value['denominator']].map(quantityWords).join(' : ');
    case 'valuePeriod':
      return `${text(value['start'])}/${text(value['end'])}`;
    default:
      return name === 'valueSampledData' ? 'sampled data' : words(value);
  }
}

/** Whether the server says why there is no value. */
export const saysWhyNot = (source: Json): boolean => words(object(source['dataAbsentReason'])) !== '';
