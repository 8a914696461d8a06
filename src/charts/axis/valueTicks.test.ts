import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logTicks, tickTexts, valueTicks } from './valueTicks.ts';

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

test.each<[readonly number[], readonly string[]]>([
  [
    [0, 5e-8, 1e-7],
    ['0', '5e-8', '1e-7'],
  ],
  [
    [2.5e-8, 3e-8],
    ['2.5e-8', '3e-8'],
  ],
  [
    [-2e-8, 0, 2e-8],
    ['-2e-8', '0', '2e-8'],
  ],
  [
    [0, 5e-7, 1e-6],
    ['0', '5e-7', '1e-6'],
  ],
  [
    [0, 5e-324],
    ['0', '5e-324'],
  ],
  [
    [0, 2e-120],
    ['0', '2e-120'],
  ],
  [
    [1e9, 2e9],
    ['1e+9', '2e+9'],
  ],
  [[1e300], ['1e+300']],
])('the ticks %j read %j: none reads as another number', (ticks, texts) => {
  expect(tickTexts(ticks)).toEqual(texts);
});

test.each<[readonly number[], readonly string[]]>([
  [
    [0, 0.5, 1],
    ['0.0', '0.5', '1.0'],
  ],
  [
    [0.000001, 0.000002],
    ['0.000001', '0.000002'],
  ],
  [
    [0, 5_000_000, 10_000_000],
    ['0', '5,000,000', '10,000,000'],
  ],
  [
    [-2, -1, 0],
    ['-2', '-1', '0'],
  ],
  [
    [1.025, 1.03],
    ['1.025', '1.030'],
  ],
  [[], []],
])('the ticks %j of usual ranges read %j', (ticks, texts) => {
  expect(tickTexts(ticks)).toEqual(texts);
});

test('whatever was measured, each tick reads as a number of its own, which is that tick', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (a, b) => {
      const domain = [Math.min(a, b), Math.max(a, b)] as const;
      for (const ticks of [valueTicks(domain, 8), logTicks(domain)])
        expect(tickTexts(ticks).map((text) => Number(text.replaceAll(',', '')))).toEqual(
          ticks.map((tick) => tick + 0),
        );
    }),
  );
});
