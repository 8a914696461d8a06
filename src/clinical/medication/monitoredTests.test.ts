import { expect, test } from 'vitest';
import { analyteOf } from '../catalog/analytes.ts';
import { monitoredAnalytes, MONITORED_ANALYTES } from './monitoredTests.ts';

test.each([
  ['Spironolactone', 'k', 'creat'],
  ['lisinopril 40 MG Oral Tablet [Zestril]', 'k', 'creat'],
  ['Losartan potassium 50 mg tablet', 'k', 'creat'],
  ['HYDROCHLOROTHIAZIDE 25 MG', 'k', 'na'],
  ['Warfarin sodium', 'inr', 'hgb'],
  ['norepinephrine 16 mg/250 mL infusion', 'map', 'bp-sys'],
  ['Insulin glargine', 'glucose', 'a1c'],
  ['levothyroxine', 'tsh', 'ft4'],
  ['carboplatin', 'neut-abs', 'wbc'],
])('%s is followed with %s and %s', (name, first, second) => {
  expect(monitoredAnalytes(name).slice(0, 2)).toEqual([first, second]);
});

test('a combination has the tests of each of its parts, none twice', () => {
  const tests = monitoredAnalytes('Lisinopril-hydrochlorothiazide');
  expect(tests).toContain('k');
  expect(tests).toContain('mg');
  expect(new Set(tests).size).toBe(tests.length);
});

test.each(['Nystatin', 'Imipenem and cilastatin', 'Somatostatin', 'Acetaminophen', '', 'Influenza vaccine'])(
  'no test is named for %s, which shares a part of another name',
  (name) => expect(monitoredAnalytes(name)).toEqual([]),
);

test('every test is one of the catalog', () => {
  expect(MONITORED_ANALYTES.filter((id) => analyteOf(id) === undefined)).toEqual([]);
});
