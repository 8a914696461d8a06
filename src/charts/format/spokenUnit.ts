/**
 * Units are spelled as a voice says them. Only units with one reading are put into words, and any other unit
 * is said as it was sent (rule 15).
 */

import { spokenUnitTexts } from './spokenUnit.messages.ts';

/* oxlint-disable longview/texts-in-catalogs -- the names of units */

/** The plural is what is counted, and the singular stands after "per". */
type UnitNames = readonly [many: string, one: string];

const withPluralS = (one: string): UnitNames => [`${one}s`, one];

const UNIT_NAMES: Readonly<Record<string, UnitNames>> = {
  kg: withPluralS('kilogram'),
  g: withPluralS('gram'),
  mg: withPluralS('milligram'),
  ug: withPluralS('microgram'),
  mcg: withPluralS('microgram'),
  ng: withPluralS('nanogram'),
  pg: withPluralS('picogram'),
  mol: withPluralS('mole'),
  mmol: withPluralS('millimole'),
  umol: withPluralS('micromole'),
  nmol: withPluralS('nanomole'),
  pmol: withPluralS('picomole'),
  meq: withPluralS('milliequivalent'),
  mEq: withPluralS('milliequivalent'),
  L: withPluralS('litre'),
  dL: withPluralS('decilitre'),
  mL: withPluralS('millilitre'),
  uL: withPluralS('microlitre'),
  fL: withPluralS('femtolitre'),
  U: withPluralS('unit'),
  mU: withPluralS('milliunit'),
  IU: withPluralS('international unit'),
  mIU: withPluralS('milli-international unit'),
  uIU: withPluralS('micro-international unit'),
  kIU: withPluralS('thousand international unit'),
  ukat: withPluralS('microkatal'),
  mOsm: withPluralS('milliosmole'),
  min: withPluralS('minute'),
  h: withPluralS('hour'),
  d: withPluralS('day'),
  cm: withPluralS('centimetre'),
  mm: withPluralS('millimetre'),
  kPa: withPluralS('kilopascal'),
  m2: withPluralS('square metre'),
  beats: withPluralS('beat'),
  '10*3': ['ten to the third', 'ten to the third'],
  '10*6': ['ten to the sixth', 'ten to the sixth'],
  '10*9': ['ten to the ninth', 'ten to the ninth'],
  '10*12': ['ten to the twelfth', 'ten to the twelfth'],
};

const FIXED_NAMES: Readonly<Record<string, string>> = {
  '%': 'percent',
  mmHg: 'millimetres of mercury',
  'mm[Hg]': 'millimetres of mercury',
  cmH2O: 'centimetres of water',
  '°C': 'degrees Celsius',
  Cel: 'degrees Celsius',
  '°F': 'degrees Fahrenheit',
  '[degF]': 'degrees Fahrenheit',
};

/* oxlint-enable longview/texts-in-catalogs */

const POWERS: Readonly<Record<string, number>> = { '³': 3, '⁶': 6, '⁹': 9, '¹²': 12 };

/** The filtration rate is sent with many spellings of this area. */
const BODY_SURFACE = /^1\.73\s?_?m2$/;
// oxlint-disable-next-line longview/texts-in-catalogs -- the name of a unit
const BODY_SURFACE_NAME = '1.73 square metres';

const unitNamesOf = (text: string): UnitNames | undefined =>
  Object.hasOwn(UNIT_NAMES, text) ? UNIT_NAMES[text] : undefined;
const singularName = (text: string): string | undefined =>
  BODY_SURFACE.test(text) ? BODY_SURFACE_NAME : unitNamesOf(text)?.[1];

/** Returns "millimoles per litre" for "mmol/L". */
export function spokenUnit(sent: string): string {
  const whole = Object.hasOwn(FIXED_NAMES, sent) ? FIXED_NAMES[sent] : undefined;
  if (whole !== undefined) return whole;
  const [first = '', ...others] = sent
    .replaceAll(/[µμ]/g, 'u')
    .replace(/^×?10(¹²|[³⁶⁹])/, (_, power: string) => `10*${POWERS[power]}`)
    .replaceAll('²', '2')
    .replaceAll(/\{(1\.73_m2)\}/g, '$1')
    .split('/')
    .map((part) => part.trim());
  const counted = first === '' ? '' : unitNamesOf(first)?.[0];
  const per = others.map(singularName);
  if (counted === undefined || per.includes(undefined)) return sent;
  return [counted, ...per.map((one) => spokenUnitTexts('per', { unit: one ?? '' }))]
    .filter(Boolean)
    .join(' ');
}

const COMPARATORS = [
  ['<=', 'atMost'],
  ['>=', 'atLeast'],
  ['<', 'lessThan'],
  ['>', 'greaterThan'],
] as const;

/** A voice leaves out a sign that changes what the number means, so the sign becomes a word. */
export function spokenComparator(shown: string): string {
  const found = COMPARATORS.find(([one]) => shown.startsWith(one));
  if (!found) return shown;
  const [sign, text] = found;
  return spokenUnitTexts(text, { value: shown.slice(sign.length).trim() });
}
