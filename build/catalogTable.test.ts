import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { catalogFile } from './catalogTable.ts';
import { catalogMatch, fillCatalog } from '../src/clinical/catalog/catalog.ts';

const source = readFileSync(new URL('../src/clinical/catalog/loinc-catalog.json', import.meta.url), 'utf8');
const file = catalogFile(source);

afterAll(() => fillCatalog(file));

test('the catalog file leaves room for the spellings of units below 16 kB', () => {
  expect(gzipSync(JSON.stringify(file), { level: 9 }).length).toBeLessThanOrEqual(14_300);
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

const changed = (change: (catalog: { vitals: { id: string; name: string }[] }) => void): string => {
  const catalog = JSON.parse(source);
  change(catalog);
  return JSON.stringify(catalog);
};

test('the build stops at an analyte without a place, and at a name that would break a column', () => {
  expect(() => catalogFile(changed(({ vitals }) => vitals.shift()))).toThrow('is not in the catalog');
  const named = changed(({ vitals }) => {
    for (const vital of vitals) vital.name = 'one; two';
  });
  expect(() => catalogFile(named)).toThrow('separates cells');
});
