import { describe, expect, test } from 'vitest';
import type { SentResult } from '../../../testing/readSeriesFixture.ts';
import { DIASTOLIC, loneSide, pressurePanel, sentSide, sidesOf, SYSTOLIC } from './pressureFixture.ts';
import { arePaired, pressurePairKeyIn } from './pressurePairs.ts';

describe('two series are the sides of one blood pressure', () => {
  test.each<[string, readonly SentResult[], boolean]>([
    ['a panel', [pressurePanel('p', sentSide(SYSTOLIC, 110), sentSide(DIASTOLIC, 70))], true],
    [
      'two panels with one side each',
      [
        pressurePanel('p', sentSide(SYSTOLIC, 110), {}),
        pressurePanel('q', {}, sentSide(DIASTOLIC, 70), {}, 2),
      ],
      true,
    ],
    ['two results of one instant', [loneSide('a', SYSTOLIC, 110), loneSide('b', DIASTOLIC, 70)], true],
    [
      'two results of one instant before others',
      [
        loneSide('a', SYSTOLIC, 110),
        loneSide('b', DIASTOLIC, 70),
        loneSide('c', SYSTOLIC, 120, {}, 2),
        loneSide('d', DIASTOLIC, 80, {}, 3),
      ],
      true,
    ],
    ['two results of two times', [loneSide('a', SYSTOLIC, 110), loneSide('b', DIASTOLIC, 70, {}, 2)], false],
    [
      'a panel with one side and a result of another time',
      [pressurePanel('p', sentSide(SYSTOLIC, 110), {}), loneSide('b', DIASTOLIC, 70, {}, 2)],
      false,
    ],
  ])('%s', (_, sent, isPaired) => {
    expect(arePaired(...sidesOf(...sent))).toBe(isPaired);
  });
});

describe('both sides of one blood pressure share a key', () => {
  const keysOf = (...sent: readonly SentResult[]) => {
    const [systolic, diastolic] = sidesOf(...sent);
    const keyOf = pressurePairKeyIn(systolic, diastolic);
    return [systolic, diastolic].map(({ rows, listed }) => [...rows, ...listed].map(keyOf));
  };

  test.each<[string, readonly SentResult[]]>([
    ['of a panel', [pressurePanel('p', sentSide(SYSTOLIC, 110), sentSide(DIASTOLIC, 70))]],
    [
      'of a panel with an undrawn side',
      [pressurePanel('p', sentSide(SYSTOLIC, 110), sentSide(DIASTOLIC, 'not heard'))],
    ],
    ['of one instant', [loneSide('a', SYSTOLIC, 110), loneSide('b', DIASTOLIC, 70)]],
    [
      'of one instant with an undrawn side',
      [loneSide('a', SYSTOLIC, 110), loneSide('b', DIASTOLIC, 'not heard')],
    ],
  ])('%s', (_, sent) => {
    const [upper, lower] = keysOf(...sent);
    expect(upper).toEqual(lower);
  });

  test('results of two instants, or of which nobody knows whether they belong together, do not', () => {
    const apart = keysOf(loneSide('a', SYSTOLIC, 110), loneSide('b', DIASTOLIC, 70, {}, 2)).flat();
    expect(new Set(apart).size).toBe(2);
    const unclear = keysOf(
      loneSide('a', SYSTOLIC, 110),
      loneSide('c', SYSTOLIC, 150),
      loneSide('b', DIASTOLIC, 70),
    ).flat();
    expect(new Set(unclear).size).toBe(3);
  });
});
