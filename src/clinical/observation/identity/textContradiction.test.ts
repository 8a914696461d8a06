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
