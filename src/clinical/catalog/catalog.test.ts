import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyteOf, axisOf, maxGapMsOf, clinicalOrderOf } from './analytes.ts';
import { canonicalUnit, isPanelCode, catalogMatch, targetOfOtherCode } from './catalog.ts';
import { AXES, PLAUSIBLE_BOUNDS, WITHOUT_AXIS } from './catalogDisplay.ts';
import { DAY_MS } from '../time/durations.ts';

type Entry = {
  readonly id: string;
  readonly unit: string | null;
  readonly codes: readonly { readonly code: string; readonly rel: string }[];
  readonly otherCodes?: readonly string[];
  readonly plausible?: readonly [number, number];
};
type Catalog = {
  readonly vitals: readonly Entry[];
  readonly labs: readonly Entry[];
  readonly unitAliases: Readonly<Record<string, string>>;
};
const catalog: Catalog = JSON.parse(readFileSync(new URL('./loinc-catalog.json', import.meta.url), 'utf8'));
const entries = [...catalog.vitals, ...catalog.labs].filter(({ id }) => id !== 'bp-avg');

describe('the table of the build holds the catalog', () => {
  test('every code of every analyte leads to it, a variant to a line of its own', () => {
    for (const { id, codes } of entries) {
      for (const { code, rel } of codes)
        expect(catalogMatch(code)?.target.id).toBe(rel === 'separate' ? `${id}~${code}` : id);
    }
  });

  test('every code of another system, and no other', () => {
    const others = entries.flatMap(({ id, otherCodes = [] }) =>
      otherCodes.map((code) => [code, id] as const),
    );
    for (const [code, id] of others) expect(targetOfOtherCode(code)?.id).toBe(id);
    expect(others.length).toBeGreaterThan(8);
    expect(targetOfOtherCode('http://snomed.info/sct|1')).toBeUndefined();
    expect(targetOfOtherCode('http://loinc.org|8867-4')).toBeUndefined();
  });

  test('the bounds that are tighter than the catalog’s, and with them 0 where the catalog begins at 0', () => {
    for (const [id, bounds] of Object.entries(PLAUSIBLE_BOUNDS)) {
      const { codes, plausible } = entries.find((entry) => entry.id === id) ?? { codes: [] };
      const target = catalogMatch(codes[0]?.code ?? '')?.target;
      const isZeroBelow = bounds[0] > 0 && plausible?.[0] === 0;
      expect([id, target?.plausibleBounds]).toEqual([id, isZeroBelow ? [...bounds, true] : bounds]);
      expect(bounds[0]).toBeGreaterThanOrEqual(plausible?.[0] ?? 0);
      expect(bounds[1]).toBeLessThanOrEqual(plausible?.[1] ?? 0);
    }
  });

  test('every alias', () => {
    for (const [spelling, unit] of Object.entries(catalog.unitAliases))
      expect(canonicalUnit(spelling)).toBe(unit);
  });

  test.each([
    '8716-3',
    '85353-1',
    '34565-2',
    '34566-0',
    '85354-9',
    '55284-4',
    '35094-2',
    '96607-7',
    '58410-2',
  ])('%s is never a key', (code) => {
    expect(isPanelCode(code)).toBe(true);
    expect(catalogMatch(code)).toBeUndefined();
  });
});

test('rule 15: a micro sign and a Greek mu are both the u of every unit, and nothing else is', () => {
  for (const unit of ['10*3/uL', '/uL', 'umol/L', 'ug/dL', 'ug/L', 'ug/mL', 'ug/mg', 'u[IU]/mL', 'ukat/L']) {
    expect(canonicalUnit(unit.replace('u', '\u00B5'))).toBe(unit);
    expect(canonicalUnit(unit.replace('u', '\u03BC'))).toBe(unit);
  }
  expect(canonicalUnit('\u03BCIU/mL')).toBe('u[IU]/mL');
  expect(canonicalUnit('mU/L')).toBe('mU/L');
});

test('rules 4 and 6: every analyte has a fixed y range, or a reason why it has none', () => {
  for (const { id, unit } of entries) {
    const hasAxis = AXES[id] !== undefined;
    expect([id, hasAxis]).toEqual([id, WITHOUT_AXIS[id] === undefined]);
    expect(unit === null && hasAxis).toBe(false);
    expect(analyteOf(id)?.axis).toEqual(AXES[id]?.slice(0, 2));
    expect(maxGapMsOf(undefined, id)).toBe((AXES[id]?.[2] ?? 400) * DAY_MS);
  }
});

test('a capillary glucose comes before the laboratory glucose whose code it also has', () => {
  expect(catalogMatch('41653-7')?.rank).toBeLessThan(catalogMatch('2345-7')?.rank ?? 0);
});

test.each([
  ['egfr', 'eGFR', 'eGFR (creatinine)'],
  ['co2', 'Bicarbonate', 'Carbon dioxide, total (bicarbonate)'],
  ['k', 'Potassium', ''],
  ['http://loinc.org|76214-6', 'Mean arterial pressure, invasive', ''],
])('%s is called %s on the screen', (id, name, longName) => {
  expect(analyteOf(id)).toMatchObject({ name, longName });
});

describe('the clinical order', () => {
  test('every analyte of the catalog has a place of its own', () => {
    const orders = entries.map(({ id }) => analyteOf(id)?.order);
    expect(new Set(orders).size).toBe(entries.length);
    const others = entries.filter(({ id }) => analyteOf(id)?.group === 'Other results').map(({ id }) => id);
    expect(others).toEqual(['psa']);
  });

  test('a variant stands after its analyte', () => {
    const [own, variant] = [catalogMatch('98979-8')?.target, catalogMatch('62238-1')?.target];
    expect(clinicalOrderOf(variant, '', false).order).toBe(clinicalOrderOf(own, '', false).order + 1);
  });

  test('a fixed y range lies within what is plausible', () => {
    for (const { codes } of entries) {
      const target = catalogMatch(codes[0]?.code ?? '')?.target;
      const axis = axisOf(target, '', target?.unit ?? '');
      if (axis === undefined || target?.plausibleBounds === undefined) continue;
      expect(axis[0]).toBeLessThan(axis[1]);
      expect(axis[0]).toBeGreaterThanOrEqual(
        target.plausibleBounds[0] === 1 ? 0 : Math.min(target.plausibleBounds[0], 0),
      );
      expect(axis[1]).toBeLessThanOrEqual(target.plausibleBounds[1]);
    }
  });

  test('in another unit that fits the range is carried over', () => {
    const glucose = catalogMatch('2345-7')?.target;
    expect(axisOf(glucose, '', 'mmol/L')?.[1]).toBeCloseTo(300 / 18.016);
    expect(axisOf(glucose, '', 'g/dL')).toBeUndefined();
  });
});
