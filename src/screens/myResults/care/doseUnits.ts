/**
 * Says the unit of a dose in the language of the page where it is a word that surely means one thing, such as "tablet(s)". Signs such as mg are
 * the same everywhere. Any other unit stays as it was sent, and is told to screen readers as words of an unknown language.
 */
import { patientUnit } from '../units/patientUnits.ts';
import { careTexts } from './care.messages.ts';

/* oxlint-disable longview/texts-in-catalogs -- these are spellings of units, which are looked up */
const SPELLINGS = [
  ['tablet', 'tablet', 'tablets', 'tab', 'tabs', 'tbl'],
  ['capsule', 'capsule', 'capsules', 'cap', 'caps'],
  ['puff', 'puff', 'puffs'],
  ['patch', 'patch', 'patches'],
  ['packet', 'packet', 'packets', 'sachet', 'sachets'],
] as const;

/** These signs stand for the same in every language. */
const SIGNS =
  /^(?:[mcdµμunpk]?g|mcg|[mdcµμu]?[lL]|[mµμunp]?mol|m?eq|m?Eq|m?osm|m?Osm|m?IU|m?U|MU|cc|cm|mm|m[²2]|mCi|[MGk]?Bq|kcal|min|h|hr|d|%)$/;
/* oxlint-enable longview/texts-in-catalogs */

type Key = (typeof SPELLINGS)[number][0];
const KEYS: ReadonlyMap<string, Key> = new Map(
  SPELLINGS.flatMap(([key, ...spellings]) => spellings.map((one) => [one, key] as const)),
);

/** Some servers write "tablet(s)" and "patch(es)", because they do not look at the number. */
const withoutForm = (unit: string): string => unit.replace(/\((?:s|es)\)$/i, '');

/** The "U" of a dose has been read as a nought: https://www.ismp.org/recommendations/error-prone-abbreviations-list (rule 14) */
const withUnitsInWords = (unit: string): string => unit.replace(/^U(?=$|\/)/, 'units');

/** Returns the unit of a dose in the words of the page, or as it was sent. `value` is the number before it, which decides its form. */
export function doseUnit(unit: string, value: string): string {
  const plain = withoutForm(unit);
  const key = KEYS.get(plain.toLowerCase());
  if (key !== undefined) return careTexts(key, { count: Number(value) === 1 ? 1 : 2 });
  const words = patientUnit(withUnitsInWords(plain), value);
  return words === plain ? unit : words;
}

/** Returns whether a unit is a sign, or is made of signs and numbers: "mg", "mcg/kg/min". */
const isOfSigns = (unit: string): boolean =>
  unit.split(/[\s/·.*]+|(?<=\d)(?=\p{L})/u).every((part) => /^[\d.]*$/.test(part) || SIGNS.test(part));

const AMOUNT = /^(\d[\d.,]*) (.+)$/;

/** Returns the parts of "2 tablet(s)": the number and the unit; undefined for anything else. */
export function amountParts(amount: string): { readonly value: string; readonly unit: string } | undefined {
  const [, value, unit] = AMOUNT.exec(amount) ?? [];
  return value === undefined || unit === undefined ? undefined : { value, unit };
}

/** Returns whether a unit is a sign, or is said in the words of the page. */
export const isKnownDoseUnit = (unit: string, value: string): boolean =>
  isOfSigns(unit) || doseUnit(unit, value) !== unit;

/** Returns the unit of an amount that stays as it was sent and is no sign, so that its language is not known; undefined for every other. */
export function sentDoseUnit(amount: string): string | undefined {
  const parts = amountParts(amount);
  return parts === undefined || isKnownDoseUnit(parts.unit, parts.value) ? undefined : parts.unit;
}
