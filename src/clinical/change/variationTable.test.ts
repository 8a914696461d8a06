import { describe, expect, test } from 'vitest';
import { seriesOfRows } from '../../testing/seriesFixture.ts';
import { analytes, catalogMatch } from '../catalog/catalog.ts';
import table from './biologicalVariation.json';
import { publishedVariationOf, variationOfSeries } from './variationTable.ts';

const ids = Object.keys(table.rows);

test.each(ids)('%s: a measure of the catalog with positive numbers, and a source in words', (id) => {
  expect(analytes.map((analyte) => analyte.id)).toContain(id);
  const published = publishedVariationOf(id)!;
  expect(published.cviPercent).toBeGreaterThan(0);
  expect(published.cvaPercent).toBeGreaterThanOrEqual(0);
  expect(published.source).toMatch(/\d{4}|read/i);
  expect(published.cvaFrom).not.toBe('');
});

test('no number is copied from the database whose terms forbid it, and every source is used', () => {
  const text = JSON.stringify(table);
  expect(text).not.toMatch(/biologicalvariation\.eu|EFLM/i);
  const used = new Set(Object.values(table.rows).map(({ source }) => source));
  expect(Object.keys(table.sources).filter((source) => !used.has(source))).toEqual([]);
});

test.each(['spo2', 'hr', 'temp', 'mg', 'lithium', 'tacro', 'cortisol', 'phos', 'apob', '', 'constructor'])(
  '"%s" has no confirmed variation, and so no distance',
  (id) => {
    expect(publishedVariationOf(id)).toBeUndefined();
  },
);

test('the table says where the numbers hold for fasting results alone, and where fasting must be the same', () => {
  const fastingOf = (id: string) => publishedVariationOf(id)?.fasting;
  expect(['glucose', 'insulin', 'cpep', 'tg', 'na'].map(fastingOf)).toEqual([
    'only',
    'only',
    'only',
    'same',
    '',
  ]);
});

describe('a series has the variation of its analyte', () => {
  const has = (id: string, analyteId: string, unit: string): boolean =>
    variationOfSeries(seriesOfRows([], { id, analyteId, unit })) !== undefined;

  test('in every unit without an offset', () => {
    expect(has('creat', 'creat', 'mg/dL')).toBe(true);
    expect(has('creat~umol/L', 'creat', 'umol/L')).toBe(true);
    expect(has('a1c', 'a1c', '%')).toBe(true);
  });

  test('in a unit with an offset by the conversion of the catalog, and in no other one', () => {
    const found = variationOfSeries(
      seriesOfRows([], { id: 'a1c~mmol/mol', analyteId: 'a1c', unit: 'mmol/mol' }),
    );
    const conversion = catalogMatch('4548-4')?.target.conversions.get('mmol/mol');
    expect(found?.inUnit).toEqual({ unit: '%', factor: conversion?.factor, offset: conversion?.offset });
    expect(has('a1c~g/dL', 'a1c', 'g/dL')).toBe(false);
    expect(has('be-art~mg/dL', 'be-art', 'mg/dL')).toBe(false);
  });

  test('in whichever unit a reader sees what was sent in another', () => {
    const seen = (unit: string, analyteId = 'creat') =>
      variationOfSeries(
        seriesOfRows([], { id: `${analyteId}~umol/L`, baseId: analyteId, analyteId, unit }),
      ) !== undefined;
    expect(['umol/L', 'mg/dL', 'nmol/L'].map((unit) => seen(unit))).toEqual([true, true, true]);
    expect([seen('%', 'a1c'), seen('mmol/mol', 'a1c')]).toEqual([true, true]);
    expect(seen('mg/dL', 'uacr~14958-3')).toBe(false);
  });

  test('and as a variant only where the table names its code', () => {
    expect(has('egfr~62238-1', 'egfr', 'mL/min/{1.73_m2}')).toBe(true);
    expect(has('bp-sys~8460-8', 'bp-sys', 'mm[Hg]')).toBe(true);
    expect(has('bp-sys~96608-5', 'bp-sys', 'mm[Hg]')).toBe(false);
    expect(has('uacr~14958-3', 'uacr', 'mg/g')).toBe(false);
    expect(has('hgb~another subject', 'hgb', 'g/dL')).toBe(false);
  });
});
