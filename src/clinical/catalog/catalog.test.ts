import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyteOf, axisOf, currentSeriesId, maxGapMsOf, clinicalOrderOf } from './analyteProperties.ts';
import { analytes, isPanelCode, catalogMatch } from './catalog.ts';
import { DAY_MS } from '../time/durations.ts';

type Entry = {
  readonly id: string;
  readonly unit: string | null;
  readonly codes: readonly { readonly code: string; readonly rel: string }[];
  readonly otherCodes?: readonly string[];
  readonly plausible?: readonly [number, number, true?];
  readonly axis?: readonly [number, number, number?];
  readonly withoutAxis?: string;
};
type Catalog = {
  readonly vitals: readonly Entry[];
  readonly labs: readonly Entry[];
};
const catalog: Catalog = JSON.parse(readFileSync(new URL('./loinc-catalog.json', import.meta.url), 'utf8'));
const entries = [...catalog.vitals, ...catalog.labs];

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
    for (const [code, id] of others) expect(catalogMatch(code)?.target.id).toBe(id);
    expect(others.length).toBeGreaterThan(70);
    expect(catalogMatch('http://snomed.info/sct|1')).toBeUndefined();
    expect(catalogMatch('http://loinc.org|8867-4')).toBeUndefined();
  });

  test('the bounds of every analyte, and 0 beside them where the catalog says so', () => {
    for (const { id, codes, otherCodes = [], plausible } of entries) {
      const own = codes.find(({ rel }) => rel === 'primary')?.code ?? otherCodes[0];
      expect([id, catalogMatch(own ?? '')?.target.plausibleBounds]).toEqual([id, plausible]);
    }
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

test('rules 4 and 6: every analyte has a fixed y range, or a reason why it has none', () => {
  for (const { id, unit, axis, withoutAxis } of entries) {
    const hasAxis = axis !== undefined;
    expect([id, hasAxis]).toEqual([id, withoutAxis === undefined]);
    expect(unit === null && hasAxis).toBe(false);
    expect(analyteOf(id)?.axis).toEqual(axis?.slice(0, 2));
    expect(maxGapMsOf(undefined, id)).toBe((axis?.[2] ?? 400) * DAY_MS);
  }
});

test.each([
  ['egfr', 'eGFR', 'eGFR (creatinine)'],
  ['co2', 'Total CO2', 'Carbon dioxide, total bicarbonate'],
  ['k', 'Potassium', ''],
  ['http://loinc.org|76214-6', 'Mean arterial pressure, invasive', ''],
])('%s is called %s on the screen', (id, name, longName) => {
  expect(analyteOf(id)).toMatchObject({ name, longName });
});

describe('the clinical order', () => {
  test('every analyte of the catalog has a place of its own', () => {
    const orders = entries.map(({ id }) => analyteOf(id)?.order);
    expect(new Set(orders).size).toBe(entries.length);
    expect(entries.filter(({ id }) => analyteOf(id)?.group === 'Other results')).toEqual([]);
  });

  test('a variant stands after its analyte', () => {
    const [own, variant] = [catalogMatch('98979-8')?.target, catalogMatch('62238-1')?.target];
    expect(clinicalOrderOf(variant, '', false).order).toBe(clinicalOrderOf(own, '', false).order + 1);
  });

  test('a fixed y range lies within what is plausible', () => {
    let checked = 0;
    for (const { codes } of entries) {
      const target = catalogMatch(codes[0]?.code ?? '')?.target;
      const axis = axisOf(target, '', target?.unit ?? '');
      if (axis === undefined || target?.plausibleBounds === undefined) continue;
      checked += 1;
      expect(axis[0]).toBeLessThan(axis[1]);
      expect(axis[0]).toBeGreaterThanOrEqual(
        target.plausibleBounds[0] === 1 ? 0 : Math.min(target.plausibleBounds[0], 0),
      );
      expect(axis[1]).toBeLessThanOrEqual(target.plausibleBounds[1]);
    }
    expect(checked).toBeGreaterThan(50);
  });

  test('in another unit that fits the range is carried over', () => {
    const glucose = catalogMatch('2345-7')?.target;
    expect(axisOf(glucose, '', 'mmol/L')?.[1]).toBeCloseTo(300 / 18.016);
    expect(axisOf(glucose, '', 'g/dL')).toBeUndefined();
  });
});

describe('names', () => {
  test('no two analytes share a name or a short name', () => {
    for (const key of ['name', 'shortName'] as const) {
      const names = analytes.map((analyte) => analyte[key].toLowerCase());
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });

  test('a form of another analyte says in its name what differs', () => {
    for (const { id, name, specialOf } of analytes.filter((one) => one.specialOf !== '')) {
      expect([id, analyteOf(specialOf)?.id]).toEqual([id, specialOf]);
      expect(name).not.toBe(analyteOf(specialOf)?.name);
    }
    expect(analyteOf('na-bld')?.name).toBe('Sodium, whole blood');
    expect(analyteOf('vanc')?.shortName).toBe('Vanc trough');
  });
});

test.each(['4087-3', '33264-3', '60838-0', '8340-2', '8287-5', '19868-9', '19876-2', '8301-4'])(
  '%s was not confirmed, so the catalog does not know it',
  (code) => {
    expect(catalogMatch(code)).toBeUndefined();
  },
);

test.each(['96789-3', '44249-1', '93025-5', '107931-8'])('%s is a panel, which is never drawn', (code) => {
  expect(isPanelCode(code)).toBe(true);
});

test('the check digit of every LOINC is right', () => {
  for (const { codes } of entries)
    for (const { code } of codes) {
      const digits = [...code.replace('-', '')].toReversed().map(Number);
      const sum = digits.reduce(
        (all, digit, i) => all + (i % 2 === 1 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit]! : digit),
        0,
      );
      expect([code, sum % 10]).toEqual([code, 0]);
    }
});

test.each([
  ['http://loinc.org|5763-8', 'zinc'],
  ['http://loinc.org|11881-0', 'fundal-height'],
  ['http://loinc.org|76214-6', 'http://loinc.org|76214-6'],
  ['http://loinc.org|75215-3', 'http://loinc.org|75215-3'],
  ['k', 'k'],
  ['glucose~mmol/L', 'glucose~mmol/L'],
])('a pin or a link to %s made earlier leads to %s', (id, today) => {
  expect(currentSeriesId(id)).toBe(today);
});

test.each([
  ['18185-9', 'ga'],
  ['11884-4', 'ga'],
  ['76516-4', 'ga-birth'],
])('the gestational age %s is %s: only one of them is of the birth', (code, id) => {
  expect(catalogMatch(code)?.target.id).toBe(id);
});
