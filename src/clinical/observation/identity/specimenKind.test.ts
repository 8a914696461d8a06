import { expect, test } from 'vitest';
import { plainWords, specimenKind, lowerCaseWords } from './specimenKind.ts';

test('only the beginning of a long text is looked at', () => {
  expect(lowerCaseWords(`${'x'.repeat(240)}urine`)).toBe('x'.repeat(240));
  expect(specimenKind(`${'x '.repeat(117)}urine`)).toBe('urine');
  expect(specimenKind(`${'x '.repeat(120)}urine`)).toBe('');
  expect(specimenKind(' - ')).toBe('');
});

test('spelling variants of a fact have the same plain words, with or without numbers', () => {
  expect(plainWords('Tube no. 7, of the Serum-Sample')).toBe('7 serum');
  expect(plainWords('Tube no. 7, of the Serum-Sample', true)).toBe('serum');
  expect(plainWords('Roche cobas e801 ECLIA')).toBe('roche cobas e801 eclia');
});
