import { expect, test } from 'vitest';
import { filled } from './filled.ts';

test('each value stands in its place, as it is', () => {
  expect(
    filled('%name% is on %origin%; add %origin% to it', { name: '$& %origin%', origin: 'https://a' }),
  ).toBe('$& %origin% is on https://a; add https://a to it');
});

test('a missing value does not compile, and nothing takes its place', () => {
  // @ts-expect-error -- the text has a place for `label`
  expect(filled('%label% is busy', {})).toBe('%label% is busy');
});
