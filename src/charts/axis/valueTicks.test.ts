import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logTicks, valueTicks } from './valueTicks.ts';

/** A number that any server can send, of any size. */
const anyNumber = fc.double({ noNaN: true });

test.each<[string, readonly [number, number]]>([
  ['numbers of so many digits that one more is no other number', [1e17, 1e17 + 16]],
  ['numbers that differ in their last digit', [5, 5 + 4e-15]],
  ['negative ones', [-1e17 - 16, -1e17]],
  ['numbers of which the last alone has so many digits', [2 ** 53 - 4, 2 ** 53 + 4]],
  ['numbers of which the first alone has so many digits', [-(2 ** 53) - 4, -(2 ** 53) + 4]],
  ['the largest number', [0, Number.MAX_VALUE]],
  ['a top without end', [0, Infinity]],
  ['the whole of all numbers', [-Number.MAX_VALUE, Number.MAX_VALUE]],
  ['the smallest number', [0, 5e-324]],
  ['one number', [4, 4]],
])('%s have some ticks', (_, domain) => {
  expect(valueTicks(domain, 8).length).toBeLessThanOrEqual(20);
  expect(logTicks(domain).length).toBeLessThanOrEqual(400);
});

test('whatever was measured, ticks come to an end', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (a, b) => {
      const domain = [Math.min(a, b), Math.max(a, b)] as const;
      expect(valueTicks(domain, 8).length).toBeLessThanOrEqual(20);
      expect(logTicks(domain).length).toBeLessThanOrEqual(700);
    }),
  );
});

test('usual ranges have round values', () => {
  expect(valueTicks([3, 6], 4)).toEqual([3, 4, 5, 6]);
  expect(valueTicks([0.85, 1.35], 4)).toEqual([1, 1.2]);
  expect(valueTicks([-2, 2], 4)).toEqual([-2, -1, 0, 1, 2]);
  expect(valueTicks([150_000, 450_000], 4)).toEqual([200_000, 300_000, 400_000]);
  expect(logTicks([1, 1000])).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
});
