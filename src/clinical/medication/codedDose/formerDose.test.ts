import { expect, test } from 'vitest';
import { contradicts } from './contradictedDose.ts';

test.each([
  ['Take 5 mg daily (NOT 10 mg)', 10, true],
  ['Dose changed from 10 mg to 20 mg daily', 10, true],
  ['Take 20 mg daily (increased from 10 mg)', 10, true],
  ['Take 20 mg daily instead of 10 mg', 10, true],
  ['Take 20 mg daily, previously 10 mg', 10, true],
  ['Dose changed from 10 mg to 20 mg daily', 20, false],
  ['Take 20 mg daily (increased from 10 mg)', 20, false],
  ['Take 10 mg daily', 10, false],
])('"%s" names the dose of before beside a coded %d mg: contradicted %s', (words, value, isOther) => {
  expect(contradicts(words, { value, unit: 'mg', text: '' })).toBe(isOther);
});
