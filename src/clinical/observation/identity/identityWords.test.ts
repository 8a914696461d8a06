import { expect, test } from 'vitest';
import { isIdentityWords } from './identityWords.ts';

test('the words behind the id of a series are of our own lists', () => {
  const own = [
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
  ];
  expect(own.filter((words) => !isIdentityWords(words))).toEqual([]);
});

test('any other words may be those of a server', () => {
  const others = ['', 'Smith', 'leg, Smith', 'Smith, leg', 'leg average', 'specimen Smith', 'mmol/L'];
  expect(others.filter(isIdentityWords)).toEqual([]);
});
