import { describe, expect, test } from 'vitest';
import { rangePosition } from './rangePosition.ts';
import type { Band, Flag, RowKind } from '../resultRow.ts';

const band = (low?: number, high?: number, isFromText = false): Band => ({ low, high, isFromText });
const position = (value: number, kind: Partial<RowKind>) => {
  const made: Partial<RowKind> = { comparator: '', flag: '', rangeText: '', checkKind: '', ...kind };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the position reads these fields alone
  return rangePosition({ value, kind: made as RowKind });
};

describe('rule 55: a result lies where the range and the flag of its laboratory say', () => {
  test.each([
    [5.8, band(3.5, 5), 'above'],
    [3.4, band(3.5, 5), 'below'],
    [5, band(3.5, 5), 'inside'],
    [3.5, band(3.5, 5), 'inside'],
    [30, band(59), 'below'],
    [7.1, band(undefined, 5.7), 'above'],
    [5, undefined, 'unknown'],
    [Number.NaN, band(3.5, 5), 'unknown'],
  ])('%d beside %o is %s', (value, range, side) => {
    expect(position(value, { band: range })).toMatchObject({ side, byRange: side, isDisputed: false });
  });

  test('a limit that was written as "<5.7" is itself outside, and one of "<=5.7" is not', () => {
    expect(position(5.7, { band: band(undefined, 5.7, true), rangeText: '<5.7' }).side).toBe('above');
    expect(position(5.7, { band: band(undefined, 5.7, true), rangeText: '<=5.7' }).side).toBe('inside');
    expect(position(59, { band: band(59, undefined, true), rangeText: ' >59' }).side).toBe('below');
  });

  test.each([
    ['<', 3, band(3.5, 5), 'below'],
    ['<', 3.5, band(3.5, 5), 'below'],
    ['<=', 3.5, band(3.5, 5), 'unknown'],
    ['<', 4, band(3.5, 5), 'unknown'],
    ['<', 10, band(undefined, 14), 'inside'],
    ['<', 20, band(undefined, 14), 'unknown'],
    ['>', 90, band(60), 'inside'],
    ['>', 5, band(3.5, 5), 'above'],
    ['>', 4, band(3.5, 5), 'unknown'],
    ['<', 5, band(0, 5), 'inside'],
    ['<=', 3, band(0, 14), 'inside'],
    ['<', 6, band(0, 5), 'unknown'],
    ['<', 0, band(0, 5), 'below'],
    ['<', 0.2, band(0.1, 1.2), 'unknown'],
    ['<', 1, band(-2, 2), 'unknown'],
    ['>=', 90, band(0), 'unknown'],
  ] as const)(
    '"%s%d" lies on a side only if all that it can mean does: %o is %s',
    (comparator, value, range, side) => {
      expect(position(value, { comparator, band: range }).side).toBe(side);
    },
  );

  test('a range that says no more than "0 or higher" makes nothing inside, and a number below it is below', () => {
    expect(position(55, { band: band(0) }).side).toBe('unknown');
    expect(position(0, { band: band(0) }).side).toBe('unknown');
    expect(position(-4, { band: band(0) }).side).toBe('below');
    expect(position(55, { band: band(0), flag: 'N' }).side).toBe('inside');
    expect(position(55, { band: band(0), flag: 'L' })).toMatchObject({ side: 'below', isDisputed: false });
  });

  test.each<[Flag, string, boolean]>([
    ['H', 'above', false],
    ['LL', 'below', true],
    ['A', 'outside', false],
    ['AA', 'outside', true],
    ['N', 'inside', false],
    ['other', 'unknown', false],
  ])('without a range the flag %s says %s', (flag, side, isCritical) => {
    expect(position(5, { flag })).toMatchObject({ side, byFlag: side, isCritical, isDisputed: false });
  });

  test('a range and a flag that disagree are both told, and the result is not called inside', () => {
    expect(position(4, { band: band(3.5, 5), flag: 'H' })).toMatchObject({ side: 'above', isDisputed: true });
    expect(position(6, { band: band(3.5, 5), flag: 'N' })).toMatchObject({ side: 'above', isDisputed: true });
    expect(position(6, { band: band(3.5, 5), flag: 'A' })).toMatchObject({
      side: 'above',
      isDisputed: false,
    });
  });

  test('rule 17: a number whose unit is in doubt is compared with no range', () => {
    expect(position(6, { band: band(3.5, 5), checkKind: 'unit' }).side).toBe('unknown');
  });
});
