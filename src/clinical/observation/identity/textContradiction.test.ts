import { expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { catalogMatch } from '../../catalog/catalog.ts';
import { readCode } from '../code.ts';
import { textContradicts } from './textContradiction.ts';

const contradicts = (code: string, text: string) => textContradicts(catalogMatch(code)!.target, text);

test.each([
  ['731-0', 'Lymphocytes, percent', true],
  ['731-0', 'Lymphocytes', false],
  ['736-9', 'Lymphocytes abs', true],
  ['736-9', 'Lymphocytes absolute', true],
  ['736-9', 'Lymphocytes #', true],
  ['736-9', 'Lymphocytes abscess', false],
  ['4548-4', 'HbA1c #2', false],
  ['2823-3', 'Potassium absolute #', false],
  ['3094-0', 'Urea', true],
  ['3094-0', 'Harnstoff', true],
  ['3094-0', 'Urea-N', false],
  ['3094-0', 'UreaN', false],
  ['3094-0', 'Harnstoff-Stickstoff', false],
  ['3091-6', 'UN', true],
  ['3091-6', 'BUN', true],
  ['3091-6', 'UreaN', true],
  ['2823-3', 'Potassium and nitrogen', false],
  ['3091-6', 'Urea', false],
  ['6299-2', 'Urea, blood', true],
  ['6299-2', 'Urea nitrogen, blood', false],
  ['20977-5', 'Urea nitrogen', true],
  ['20977-5', 'Urea', false],
  ['2823-3', 'Sodium', true],
  ['2823-3', 'Kalium', false],
  ['2823-3', `${'x'.repeat(200)} sodium`, false],
])('%s is contradicted by "%s": %s', (code, text, isOther) => {
  expect(contradicts(code, text)).toBe(isOther);
  expect(readCode({ ...loinc(code), text }).target === undefined).toBe(isOther);
});

test.each([
  // The words of a laboratory around the name of another test.
  ['58941-6', 'Serum HDL cholesterol'],
  ['58941-6', 'Serum triglyceride'],
  ['58941-6', 'Sodium Lvl'],
  ['2823-3', 'Sodium Level'],
  ['2160-0', 'Plasma Glucose'],
  ['777-3', 'Blood glucose'],
  ['1920-8', 'Lipase, serum'],
  // The short name of another test.
  ['58941-6', 'Hgb'],
  ['58941-6', 'HGB'],
  ['58941-6', 'BUN'],
  ['58941-6', 'Serum BNP'],
  ['2823-3', 'WBC'],
  ['3016-3', 'HDL'],
  ['777-3', 'Triglyceride'],
  ['1920-8', 'Platelet count'],
  ['6298-4', 'Sodium, whole blood'],
  ['2947-0', 'Potassium, blood'],
  ['14957-5', 'Creatinine, urine'],
  ['29463-7', 'WBC count'],
])('%s is contradicted by "%s", so that two tests are never on one line', (code, text) => {
  expect(contradicts(code, text)).toBe(true);
});

test.each([
  // Both words are used for either test.
  ['2028-9', 'HCO3'],
  ['1963-8', 'CO2'],
  ['1963-8', 'CO2 level'],
  // The specimen and the way of measuring are told apart elsewhere.
  ['5821-4', 'WBC'],
  ['13945-1', 'RBC'],
  ['1995-0', 'Calcium level'],
  ['76215-3', 'SBP'],
  ['8462-4', 'DBP'],
  ['41653-7', 'Glu'],
  ['41653-7', 'Glucose level'],
  ['4548-4', 'Hgb'],
  ['30522-7', 'CRP'],
  ['2888-6', 'Total protein level'],
  ['751-8', 'Gran'],
  ['770-8', 'Neutrophils + Bands'],
  ['3091-6', 'Urea level'],
  ['2823-3', 'Potassium Lvl'],
  ['2823-3', 'Serum potassium'],
  ['2777-1', 'Phos'],
  ['6768-6', 'Alk Phos'],
  ['58941-6', 'Transcutaneous Bilirubin'],
  // One cell is named for many.
  ['751-8', 'Neutrophil count'],
  ['731-0', 'Lymphocyte count'],
  ['711-2', 'Absolute eosinophil count'],
  ['14196-0', 'Reticulocyte count'],
  // These are blood gases.
  ['2019-8', 'CO2'],
  ['1959-6', 'CO2'],
  // One letter or sign is no word, and what has no word names nothing.
  ['8310-5', 'T'],
  ['2777-1', 'P'],
  ['17861-6', '钙'],
  ['2951-2', '钠'],
  ['2345-7', '?'],
  ['718-7', 'Blood'],
  ['718-7', 'Test result'],
])('%s is not contradicted by "%s"', (code, text) => {
  expect(contradicts(code, text)).toBe(false);
});
