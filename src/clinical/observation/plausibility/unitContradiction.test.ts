import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgedNumber, madeUpTarget } from './madeUpAnalyteFixture.ts';
import type { RowKind } from '../resultRow.ts';
import {
  contradictionOf,
  isLargeFactor,
  isTellingFactor,
  isWithin,
  valuesInOtherUnits,
  type RangeLimits,
} from './unitContradiction.ts';

const bandOf = ({ low, high }: RangeLimits): RowKind['band'] => ({ low, high, isFromText: false });

/** Returns the unit that explains a number beside its range and flag; undefined when nothing contradicts it. */
const unitOf = (
  value: number,
  band: RangeLimits,
  flag: RowKind['flag'] = '',
  factors: Readonly<Record<string, number>> = {},
): string | undefined =>
  contradictionOf(judgedNumber(value, { band: bandOf(band), flag }, madeUpTarget({}, factors)))?.unit;

describe('a value and its range', () => {
  test.each([
    [3.4, false],
    [3.5, true],
    [4, true],
    [5.1, true],
    [5.2, false],
  ])('%d in 3.5 to 5.1: %s, so that a value at a limit lies inside', (value, isInside) => {
    expect(isWithin(value, { low: 3.5, high: 5.1 })).toBe(isInside);
  });

  test('a range that is open on one side, or none, holds no value', () => {
    expect([{ low: 3.5 }, { high: 5.1 }, {}, undefined].map((limits) => isWithin(4, limits))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('with a margin the value may lie as many times beyond either limit', () => {
    expect([4, 5, 100, 200, 201].map((value) => isWithin(value, { low: 10, high: 100 }, 2))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('a factor that shows another unit', () => {
  test.each([
    [1, false, false],
    [3.4, false, false],
    [3.5, true, true],
    [1 / 3.5, true, true],
    [0.3, false, false],
    [9.7, true, true],
    [10, true, false],
    [0.1, true, false],
    [10.3, true, true],
    [100, true, true],
  ])('%d is large: %s, and tells another unit by itself: %s', (factor, isLarge, isTelling) => {
    expect([isLargeFactor(factor), isTellingFactor(factor)]).toEqual([isLarge, isTelling]);
  });

  test('a factor and its inverse say the same', () => {
    const factors = fc.double({ min: 1e-6, max: 1e6, noNaN: true }).filter((one) => {
      // A value that rounds to another side of a border has no inverse on that side.
      const distance = Math.abs(Math.log10(one));
      return [0, Math.log10(3.5), 0.99, 1.01].every((border) => Math.abs(distance - border) > 1e-9);
    });
    fc.assert(
      fc.property(factors, (factor) => {
        expect(isLargeFactor(factor)).toBe(isLargeFactor(1 / factor));
        expect(isTellingFactor(factor)).toBe(isTellingFactor(1 / factor));
      }),
    );
  });

  test('the number is looked at in every unit but the one in which it was sent', () => {
    const target = madeUpTarget({}, { 'mmol/L': 20 });
    const judged = judgedNumber(5, {}, target);
    expect(valuesInOtherUnits(judged)).toEqual([{ unit: 'mmol/L', value: 100 }]);
    const converted = { ...judged, value: 100, fit: { ...judged.fit, sentUnit: 'mmol/L' } };
    expect(valuesInOtherUnits(converted)).toEqual([{ unit: 'mg/dL', value: 5 }]);
  });
});

describe('a range alone contradicts a value that lies more than three times outside of it', () => {
  const range = { low: 12, high: 60 };
  test.each([
    ['inside', 20, undefined],
    ['three times above', 180, undefined],
    ['more than three times above', 181, 'g/L'],
    ['a third', 4, undefined],
    ['less than a third', 3.9, 'mmol/L'],
    ['nothing', 0, undefined],
    ['below nothing', -1, undefined],
  ])('%s: %d', (_, value, unit) => {
    expect(unitOf(value, range, '', { 'mmol/L': 5, 'g/L': 1 / 8 })).toBe(unit);
  });

  test('by a factor of ten it does not, because illness moves a value as far', () => {
    expect(unitOf(240, range, '', { 'mg/L': 0.1 })).toBeUndefined();
    expect(unitOf(2.4, range, '', { 'g/L': 10 })).toBeUndefined();
  });

  test('only where the other unit puts the number into the range, or half as far beyond it', () => {
    expect(unitOf(3, range, '', { 'mmol/L': 30 })).toBe('mmol/L');
    expect(unitOf(3, range, '', { 'mmol/L': 31 })).toBeUndefined();
    expect(unitOf(500, range, '', { 'mmol/L': 8 / 500 })).toBe('mmol/L');
    expect(unitOf(500, range, '', { 'mmol/L': 7.9 / 500 })).toBeUndefined();
  });

  test('not for an analyte that rises a hundredfold in illness', () => {
    const target = madeUpTarget({ axis: [0, 100] }, { 'mmol/L': 1 / 20 });
    expect(contradictionOf(judgedNumber(400, { band: bandOf(range) }, target))).toBeUndefined();
  });

  test('and never a limit of the analyser', () => {
    const target = madeUpTarget({}, { 'mmol/L': 5 });
    const sent = { band: bandOf(range), comparator: '<' } as const;
    expect(contradictionOf(judgedNumber(3, sent, target))).toBeUndefined();
    expect(contradictionOf(judgedNumber(3, { ...sent, comparator: '' }, target))?.unit).toBe('mmol/L');
  });
});

describe('a flag that says otherwise than the number contradicts it by a power of ten too', () => {
  const range = { low: 12, high: 16 };
  test.each([
    ['high, and far below', 1.7, 'H', ''],
    ['critically high, and far below', 1.7, 'HH', ''],
    ['low, and far above', 110, 'L', ''],
    ['critically low, and far above', 110, 'LL', ''],
    ['normal, and far below', 1.4, 'N', ''],
    ['normal, and far above', 140, 'N', ''],
    ['high, and a little below, which no power of ten explains', 11, 'H', undefined],
    ['low, and a little above', 17, 'L', undefined],
    ['high and above', 170, 'H', undefined],
    ['low and below', 1.1, 'L', undefined],
    ['abnormal and above', 170, 'A', undefined],
    ['critically abnormal and below', 1.1, 'AA', undefined],
    ['normal and inside', 14, 'N', undefined],
    ['normal, and outside by less than three times', 40, 'N', undefined],
    ['high, and inside', 14, 'H', undefined],
    ['low, and at the upper limit', 16, 'L', undefined],
    ['high, and at the lower limit', 12, 'H', undefined],
  ] as const)('%s: %d', (_, value, flag, unit) => {
    expect(unitOf(value, range, flag)).toBe(unit);
  });

  test('a unit that explains the number is named before a power of ten', () => {
    expect(unitOf(1.4, range, 'N', { 'mmol/L': 9, 'g/L': 10 })).toBe('mmol/L');
    expect(unitOf(1.4, range, 'N', { 'mmol/L': 5, 'g/L': 10 })).toBe('g/L');
  });

  test.each([
    ['above the range, and less than three times', 'H', [16.1, 47.9], [16, 48]],
    ['below the range, and more than a third of it', 'L', [11.9, 4.1], [12, 4]],
    ['in the range, or a tenth beyond it', 'N', [10.91, 12, 16, 17.5], [10.9, 17.7]],
  ] as const)('the number that was meant lies %s', (_, flag, explained, unexplained) => {
    // The number stands on the other side of its range, and the factor makes of it the one that was meant.
    const number = flag === 'H' ? 5 : flag === 'L' ? 21 : 100;
    const meant = (value: number) => unitOf(number, range, flag, { meant: value / number });
    expect(explained.map(meant)).toEqual(explained.map(() => 'meant'));
    expect(unexplained.map(meant)).not.toContain('meant');
  });

  test('a range that is open on one side says nothing of a flag on the other', () => {
    expect(unitOf(1, { high: 5 }, 'H')).toBeUndefined();
    expect(unitOf(100, { low: 20 }, 'L')).toBeUndefined();
    expect(unitOf(100, { high: 5 }, 'L')).toBeUndefined();
    expect(unitOf(1, { low: 20 }, 'H')).toBeUndefined();
  });

  test('beside one limit a normal number lies at most ten times away from it', () => {
    expect(unitOf(500, { high: 50 }, 'N', { meant: 5 / 500 })).toBe('meant');
    expect(unitOf(500, { high: 50 }, 'N', { meant: 4.5 / 500 })).toBe('');
    expect(unitOf(2, { low: 50 }, 'N', { meant: 250 })).toBe('meant');
    expect(unitOf(2, { low: 50 }, 'N', { meant: 280 })).toBe('');
  });
});

describe('a range in another unit', () => {
  const target = madeUpTarget({}, { 'mmol/L': 18 });
  const beside = (value: number, more: object) =>
    contradictionOf(judgedNumber(value, { rangeLow: '3.9 mmol/L', rangeHigh: '5.5 mmol/L', ...more }, target))
      ?.unit;

  test.each([
    [3.8, undefined],
    [3.9, 'mmol/L'],
    [5.5, 'mmol/L'],
    [5.6, undefined],
    [90, undefined],
  ])('%d beside 3.9 to 5.5 mmol/L', (value, unit) => {
    expect(beside(value, {})).toBe(unit);
  });

  test.each([
    ['', 'mmol/L'],
    ['N', 'mmol/L'],
    ['other', 'mmol/L'],
    ['L', undefined],
    ['HH', undefined],
    ['A', undefined],
  ])('a flag "%s" agrees with it: %s', (flag, unit) => {
    expect(beside(5, { flag })).toBe(unit);
  });

  test.each([
    ['no lower limit', { rangeLow: '' }],
    ['no upper limit', { rangeHigh: '' }],
    ['limits in two units', { rangeHigh: '5.5 g/L' }],
    ['limits without a unit', { rangeLow: '3.9', rangeHigh: '5.5' }],
    ['a unit that the analyte does not have', { rangeLow: '3.9 mEq/L', rangeHigh: '5.5 mEq/L' }],
    ['words', { rangeLow: 'about 3.9 mmol/L', rangeHigh: 'about 5.5 mmol/L' }],
    ['the limit of the analyser', { comparator: '<' }],
  ])('%s: nothing is said', (_, more) => {
    expect(beside(5, more)).toBeUndefined();
  });

  test('a unit in which the number is nearly the same explains nothing', () => {
    const near = madeUpTarget({}, { 'mmol/L': 2.9 });
    const sent = { rangeLow: '3.9 mmol/L', rangeHigh: '5.5 mmol/L' };
    expect(contradictionOf(judgedNumber(5, sent, near))).toBeUndefined();
  });
});
