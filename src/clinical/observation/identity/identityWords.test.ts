import { expect, test } from 'vitest';
import { isIdentityWords } from './identityWords.ts';

test.each([
  'arterial blood',
  'leg, average',
  'fetal',
  'specimen urine, unlike its code',
  'axillary, unlike its code',
  'peak',
  'random',
  'point of care',
  'blood gas analyser',
  'sensor',
])('"%s" are our own words behind the id of a series', (words) => {
  expect(isIdentityWords(words)).toBe(true);
});

test.each(['', 'Smith', 'leg, Smith', 'Smith, leg', 'leg average', 'specimen Smith', 'mmol/L'])(
  '"%s" may be words of a server',
  (words) => {
    expect(isIdentityWords(words)).toBe(false);
  },
);
