import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { catalogFile } from './catalogTable.ts';
import { catalogMatch, fillCatalog } from '../src/clinical/catalog/catalog.ts';
import { canonicalUnit, fillUnitSpellings } from '../src/clinical/units/canonicalUnit.ts';

const source = readFileSync(new URL('../src/clinical/catalog/loinc-catalog.json', import.meta.url), 'utf8');
const unitSpellings = readFileSync(
  new URL('../src/clinical/units/unit-spellings.json', import.meta.url),
  'utf8',
);
const file = catalogFile(source, unitSpellings);

afterAll(() => fillCatalog(file));

test('the catalog file with the spellings of units stays below 17.7 kB, and these below 4 kB', () => {
  expect(gzipSync(JSON.stringify(file), { level: 9 }).length).toBeLessThanOrEqual(17_730);
  const { unitRules, unitSpellings: spellings, unitsWhereListed } = file;
  const units = JSON.stringify({ unitRules, spellings, unitsWhereListed });
  expect(gzipSync(units, { level: 9 }).length).toBeLessThanOrEqual(4000);
});

test('the file that was written is the one that is read', () => {
  fillCatalog(JSON.parse(JSON.stringify(file)));
  expect(catalogMatch('2823-3')?.target).toMatchObject({ id: 'k', unit: 'mmol/L' });
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['an error of the server', { error: 'not found' }],
  ['a page in place of the file', '<!doctype html>'],
  ['a list', [1, 2, 3]],
  ['a file without the codes', { ...file, codes: undefined }],
  ['an older file with fewer codes', { ...file, codes: 'a;b;c' }],
  ['a file whose names are cut off', { ...file, names: file.names.slice(0, 500) }],
  ['an empty file', Object.fromEntries(Object.keys(file).map((column) => [column, '']))],
])('%s is no catalog, and the one that was read before stays', (_, wrong) => {
  expect(() => fillCatalog(wrong)).toThrow('catalog');
  expect(catalogMatch('2823-3')?.target.id).toBe('k');
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'text'],
  ['an empty object', {}],
  ['a file without rules', { ...file, unitRules: '' }],
  ['a file without what holds in part', { ...file, unitsWhereListed: undefined }],
])('%s has no spellings of units, and those that were read before stay', (_, wrong) => {
  expect(() => fillUnitSpellings(wrong)).toThrow('catalog');
  expect(canonicalUnit('x10E3/uL')).toBe('10*3/uL');
});

const changed = (change: (catalog: { vitals: { id: string; name: string }[] }) => void): string => {
  const catalog = JSON.parse(source);
  change(catalog);
  return JSON.stringify(catalog);
};

test('the build stops at a place without an analyte, and at an analyte without a place', () => {
  const without = changed(({ vitals }) => vitals.shift());
  expect(() => catalogFile(without, unitSpellings)).toThrow(
    'bp-sys has a place on the screen and is not in the catalog.',
  );
  const withOneMore = changed(({ vitals }) => vitals.push({ ...vitals[0]!, id: 'new-pressure' }));
  expect(() => catalogFile(withOneMore, unitSpellings)).toThrow(
    'new-pressure has no place on the screen: src/clinical/catalog/catalogDisplay.ts.',
  );
});

test('the build stops at a name that would break a column', () => {
  const named = changed(({ vitals }) => {
    for (const vital of vitals) vital.name = 'one; two';
  });
  expect(() => catalogFile(named, unitSpellings)).toThrow('separates cells');
});
