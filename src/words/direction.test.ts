import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each([
  ['en', 'ltr'],
  ['es-MX', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['zh', 'ltr'],
] as const)('%s runs %s', (language, expected) => {
  expect(directionOf(language)).toBe(expected);
});
