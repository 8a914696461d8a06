/** This file reads values as they were sent (rules 14 and 19 to 21). */
import type { CatalogLine } from './catalog.ts';
import {
  asObject,
  asObjects,
  asText,
  conceptText,
  isObject,
  numberText,
  quantityText,
  type Json,
} from './rawJson.ts';
import { flagOf } from './ranges.ts';
import { fitOf, isPossible, type SentUnit } from './units.ts';

export type Value = SentUnit & {
  readonly isSent: boolean;
  readonly comparator: string;
  readonly value: string;
  /** The number is what may be drawn. It is undefined for a text, a code and everything else. */
  readonly number: number | undefined;
  readonly isParsed: boolean;
};

export const NO_VALUE: Value = {
  isSent: false,
  unit: '',
  unitCode: '',
  unitSystem: '',
  comparator: '',
  value: '',
  number: undefined,
  isParsed: false,
};

const textValue = (value: string): Value => ({ ...NO_VALUE, isSent: true, value });

const DATA_ABSENT_REASON = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

/** Reads value[x] of an Observation or component. Of several that say different things none is chosen. */
export function valueOf(source: Json, line: CatalogLine | undefined): Value {
  const names = Object.keys(source).filter((key) => /^value[A-Z]/.test(key) && source[key] !== '');
  if (names.length < 2) return oneValueOf(source, line);
  const rest = Object.fromEntries(Object.entries(source).filter(([name]) => !names.includes(name)));
  const [first = NO_VALUE, ...others] = names
    .toSorted((a, b) => Number(b === 'valueQuantity') - Number(a === 'valueQuantity'))
    .map((name) => oneValueOf({ ...rest, [name]: source[name] }, line))
    .filter(({ isSent }) => isSent);
  const text = saidOf(first);
  const further = others.map(saidOf).filter((said) => said !== text && said !== first.value);
  return further.length === 0 ? first : textValue([text, ...new Set(further)].join('; '));
}

const saidOf = ({ comparator, value, unit, unitCode, isParsed }: Value): string =>
  `${comparator}${value} ${isParsed ? '' : unit || unitCode}`.trim();

function oneValueOf(source: Json, line: CatalogLine | undefined): Value {
  const { valueQuantity, valueString, valueCodeableConcept: concept } = source;
  if (isObject(valueQuantity)) return quantityValue(valueQuantity);
  // An integer has no unit. The analyte decides whether it needs one (rule 17).
  const integer = numberText(source['valueInteger']);
  if (integer !== undefined) return { ...textValue(integer), number: Number(integer) };
  if (asText(valueString) !== '') return parsedText(String(valueString), line, flagOf(source));
  if (isObject(concept)) {
    const isAbsent = asObjects(concept['coding']).some(({ system }) => system === DATA_ABSENT_REASON);
    return isAbsent || conceptText(concept) === '' ? NO_VALUE : textValue(conceptText(concept));
  }
  const name = Object.keys(source).find((key) => /^value[A-Z]/.test(key) && source[key] !== '');
  return name === undefined ? NO_VALUE : textValue(otherValueText(name, source[name]));
}

function quantityValue(quantity: Json): Value {
  const { value, unit, code, system } = quantity;
  const sentUnit = { unit: asText(unit), unitCode: asText(code), unitSystem: asText(system) };
  const comparator = asText(quantity['comparator']);
  const number = numberText(value);
  const isKnown = ['', '<', '<=', '>', '>='].includes(comparator);
  if (number !== undefined && isKnown && Number.isFinite(Number(number))) {
    return { ...NO_VALUE, ...sentUnit, isSent: true, comparator, value: number, number: Number(number) };
  }
  if (value === undefined || value === null) return { ...NO_VALUE, ...sentUnit };
  // A value that is no number, or has an unknown comparator, is kept as a text.
  return { ...textValue(`${comparator} ${number ?? asText(value)}`.trim()), ...sentUnit };
}

const NUMBER_AND_UNIT = /^([<>]=?)?\s*(-?(?:\d+\.?\d*|\.\d+))\s*([^\d\s+].*)?$/;

/** "15.0 gm/L" of haemoglobin is an ordinary number of g/dL with the wrong name, so the text stays a text. */
const isOfOwnUnit = ({ plausible }: CatalogLine, inUnit: number, number: number): boolean =>
  plausible !== undefined && number >= plausible[0] && number <= plausible[1] && inUnit < number / 5;

/** A text may be drawn if it is exactly a possible number with a unit that the analyte knows (rule 19). */
function parsedText(sent: string, line: CatalogLine | undefined, flag: string): Value {
  const [all, comparator = '', digits = '', unit = ''] = NUMBER_AND_UNIT.exec(sent.trim()) ?? [];
  if (all === undefined || line === undefined) return textValue(sent);
  const fit = fitOf(line, { unit, unitCode: '', unitSystem: '' });
  const isKnown = fit.fits !== 'none' && fit.fits !== 'mismatch' && !(line.unit === '' && unit === '');
  const number = Number(digits);
  if (!isKnown || !isPossible(line, fit, number, flag) || isOfOwnUnit(line, fit.inUnit(number), number))
    return textValue(sent);
  return { ...textValue(sent.trim()), comparator, unit, number, isParsed: true };
}

function otherValueText(name: string, value: unknown): string {
  if (!isObject(value) || numberText(value) !== undefined) return numberText(value) ?? String(value);
  switch (name) {
    case 'valueRange':
      return [value['low'], value['high']].map(quantityText).join(' – ');
    case 'valueRatio':
      return [value['numerator'], value['denominator']].map(quantityText).join(' : ');
    case 'valuePeriod':
      return `${asText(value['start'])}/${asText(value['end'])}`;
    default:
      return name === 'valueSampledData' ? 'sampled data' : conceptText(value);
  }
}

/** Returns whether the server gave a reason for the missing value. */
export const hasAbsentReason = (source: Json): boolean =>
  conceptText(asObject(source['dataAbsentReason'])) !== '';
