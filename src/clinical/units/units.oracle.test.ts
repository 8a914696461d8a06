import { readFileSync } from 'node:fs';
import ucum from '@lhncbc/ucum-lhc';
import { describe, expect, test } from 'vitest';
import { catalogMatch } from '../catalog/catalog.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';
import { applyConversion } from './units.ts';

/** The package is an implementation of UCUM by others. The catalog has to say the same of a unit or a factor. */
const oracle = ucum.UcumLhcUtils.getInstance();

type Entry = {
  readonly id: string;
  readonly valence?: number;
  readonly codes: readonly { readonly code: string }[];
};
type Catalog = {
  readonly vitals: readonly Entry[];
  readonly labs: readonly Entry[];
};
const catalog: Catalog = JSON.parse(
  readFileSync(new URL('../catalog/loinc-catalog.json', import.meta.url), 'utf8'),
);
const targets = new Map<string, AnalyteTarget>();
for (const { codes } of [...catalog.vitals, ...catalog.labs]) {
  for (const { code } of codes) {
    const target = catalogMatch(code)?.target;
    if (target !== undefined) targets.set(target.id, target);
  }
}
const conversions = [...targets.values()].flatMap(({ id, unit, conversions: all }) =>
  [...all].map(([from, conversion]) => ({ id, from, to: unit, conversion })),
);
const isValid = (unit: string): boolean => unit === '' || oracle.validateUnitString(unit).status === 'valid';
/** Returns undefined when the two have no common dimension. */
const oracleValue = (from: string, value: number, to: string): number | undefined => {
  const { status, toVal } = oracle.convertUnitTo(from, value, to);
  return status === 'succeeded' && toVal !== null ? toVal : undefined;
};

test('the catalog has units to check', () => {
  expect(targets.size).toBeGreaterThan(80);
  expect(conversions.length).toBeGreaterThan(40);
});

describe('rule 16: every unit of the catalog is one of UCUM', () => {
  test.each([
    ...new Set([...targets.values()].flatMap(({ unit, conversions: all }) => [unit, ...all.keys()])),
  ])('%s', (unit) => expect(isValid(unit)).toBe(true));
});

type Spellings = {
  readonly spellings: Readonly<Record<string, unknown>>;
  readonly only: Readonly<Record<string, unknown>>;
  readonly units: readonly string[];
};
const { spellings, only, units }: Spellings = JSON.parse(
  readFileSync(new URL('./unit-spellings.json', import.meta.url), 'utf8'),
);
describe('every unit that a spelling is read to is one of UCUM', () => {
  test.each([...new Set([...Object.keys(spellings), ...Object.keys(only), ...units])])('%s', (unit) =>
    expect(isValid(unit)).toBe(true),
  );
});

const valences = new Map([...catalog.vitals, ...catalog.labs].map(({ id, valence }) => [id, valence]));
/** Returns the charges of an ion whose equivalents are read as moles, which UCUM cannot know; else undefined. */
const valenceOf = ({ id, from, to }: Pair): number | undefined =>
  from === 'meq/L' && to === 'mmol/L' ? valences.get(id.replace(/~.*/, '')) : undefined;

/**
 * These are international units of one substance, spelled in two ways, or one number in two words: UCUM converts none
 * of them, not even into itself.
 */
const SAME_ARBITRARY = new Set(['tsh mU/L m[IU]/L', 'nrbc-100-wbc % /100{WBCs}']);
/** Returns a unit with grams for international units, so that UCUM can check the prefix and the volume. */
const withGrams = (unit: string): string => unit.replace('[IU]', 'g');

type Pair = (typeof conversions)[number];
const isSameByMeaning = (pair: Pair): boolean =>
  valenceOf(pair) !== undefined || SAME_ARBITRARY.has(`${pair.id} ${pair.from} ${pair.to}`);
/** Returns the value of the oracle, with an international unit as the gram of its substance. */
const checkedValue = ({ from, to }: Pair, value: number): number | undefined =>
  from.includes('[IU]') === to.includes('[IU]')
    ? oracleValue(withGrams(from), value, withGrams(to))
    : oracleValue(from, value, to);
const rowsOf = (pairs: readonly Pair[]) => pairs.map((pair) => [pair.id, pair.from, pair.to, pair] as const);

describe('rule 17: every factor that is applied is the one of UCUM', () => {
  const applied = conversions.filter((pair) => pair.conversion.isExact && !isSameByMeaning(pair));
  test.each(rowsOf(applied))('%s: %s to %s', (...[, , , pair]) => {
    for (const value of [0.1, 1, 37, 250]) {
      const expected = checkedValue(pair, value) ?? Number.NaN;
      expect(Math.abs(applyConversion(value, pair.conversion) / expected - 1)).toBeLessThan(1e-8);
    }
  });
});

describe('rule 16: what is the same by its meaning keeps its number', () => {
  test.each(rowsOf(conversions.filter(isSameByMeaning)))('%s: %s is %s', (...[, , , pair]) =>
    expect(pair.conversion).toMatchObject({ factor: 1 / (valenceOf(pair) ?? 1), offset: 0, isExact: true }),
  );
});

describe('rule 16: what needs the substance to be converted is never applied', () => {
  const others = conversions.filter((pair) => checkedValue(pair, 1) === undefined && !isSameByMeaning(pair));
  test.each(rowsOf(others))('%s: %s and %s', (...[, , , { conversion }]) =>
    expect(conversion.isExact).toBe(false),
  );
});
