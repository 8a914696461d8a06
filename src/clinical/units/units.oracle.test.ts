import { readFileSync } from 'node:fs';
import ucum from '@lhncbc/ucum-lhc';
import { describe, expect, test } from 'vitest';
import { canonicalUnit, catalogMatch } from '../catalog/catalog.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';
import { applyConversion } from './units.ts';

/** The package is an implementation of UCUM by others. The catalog has to say the same of a unit or a factor. */
const oracle = ucum.UcumLhcUtils.getInstance();

type Catalog = {
  readonly vitals: readonly { readonly codes: readonly { readonly code: string }[] }[];
  readonly labs: readonly { readonly codes: readonly { readonly code: string }[] }[];
  readonly unitAliases: Readonly<Record<string, string>>;
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

describe('every spelling that real servers send stands for a unit of UCUM', () => {
  test.each(Object.keys(catalog.unitAliases))('%s', (spelling) => {
    expect(isValid(canonicalUnit(spelling))).toBe(true);
  });
});

/** These ions have one charge, so an equivalent is a mole, which UCUM cannot know. Calcium and magnesium have two. */
const ONE_CHARGE = new Set(['na', 'k', 'cl', 'co2', 'hco3-art', 'be-art', 'agap', 'lithium']);
const isOfOneCharge = (id: string, from: string): boolean =>
  from === 'meq/L' && ONE_CHARGE.has(id.replace(/~.*/, ''));
/**
 * These are international units of one substance, spelled in two ways. UCUM converts no arbitrary unit, not even into
 * itself.
 */
const SAME_ARBITRARY = new Set(['tsh u[IU]/mL m[IU]/L', 'tsh mU/L m[IU]/L']);

type Pair = (typeof conversions)[number];
const isSameByMeaning = ({ id, from, to }: Pair): boolean =>
  isOfOneCharge(id, from) || SAME_ARBITRARY.has(`${id} ${from} ${to}`);
const rowsOf = (pairs: readonly Pair[]) => pairs.map((pair) => [pair.id, pair.from, pair.to, pair] as const);

describe('rule 17: every factor that is applied is the one of UCUM', () => {
  const applied = conversions.filter((pair) => pair.conversion.isExact && !isSameByMeaning(pair));
  test.each(rowsOf(applied))('%s: %s to %s', (...[, from, to, { conversion }]) => {
    for (const value of [0.1, 1, 37, 250])
      expect(applyConversion(value, conversion)).toBeCloseTo(oracleValue(from, value, to) ?? Number.NaN, 5);
  });
});

describe('rule 16: what is the same by its meaning keeps its number', () => {
  test.each(rowsOf(conversions.filter(isSameByMeaning)))('%s: %s is %s', (...[, , , { conversion }]) =>
    expect(conversion).toMatchObject({ factor: 1, offset: 0, isExact: true }),
  );
});

describe('rule 16: what needs the substance to be converted is never applied', () => {
  const others = conversions.filter(
    (pair) => oracleValue(pair.from, 1, pair.to) === undefined && !isSameByMeaning(pair),
  );
  test.each(rowsOf(others))('%s: %s and %s', (...[, , , { conversion }]) =>
    expect(conversion.isExact).toBe(false),
  );
});
