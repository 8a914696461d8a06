import { describe, expect, test } from 'vitest';
import type { SentResult } from '../../../testing/readSeriesFixture.ts';
import { DIASTOLIC, lone, panel, side, sidesOf, SYSTOLIC } from './pressureFixture.ts';
import { arePaired, pressurePairKeyIn } from './pressurePairs.ts';

describe('two series are the sides of one blood pressure', () => {
  test.each<[string, readonly SentResult[], boolean]>([
    ['a panel', [panel('p', side(SYSTOLIC, 110), side(DIASTOLIC, 70))], true],
    [
      'two panels with one side each',
      [panel('p', side(SYSTOLIC, 110), {}), panel('q', {}, side(DIASTOLIC, 70), {}, 2)],
      true,
    ],
    ['two results of one instant', [lone('a', SYSTOLIC, 110), lone('b', DIASTOLIC, 70)], true],
    [
      'two results of one instant before others',
      [
        lone('a', SYSTOLIC, 110),
        lone('b', DIASTOLIC, 70),
        lone('c', SYSTOLIC, 120, {}, 2),
        lone('d', DIASTOLIC, 80, {}, 3),
      ],
      true,
    ],
    ['two results of two times', [lone('a', SYSTOLIC, 110), lone('b', DIASTOLIC, 70, {}, 2)], false],
    [
      'a panel with one side and a result of another time',
      [panel('p', side(SYSTOLIC, 110), {}), lone('b', DIASTOLIC, 70, {}, 2)],
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
    ['of a panel', [panel('p', side(SYSTOLIC, 110), side(DIASTOLIC, 70))]],
    ['of a panel with an undrawn side', [panel('p', side(SYSTOLIC, 110), side(DIASTOLIC, 'not heard'))]],
    ['of one instant', [lone('a', SYSTOLIC, 110), lone('b', DIASTOLIC, 70)]],
    ['of one instant with an undrawn side', [lone('a', SYSTOLIC, 110), lone('b', DIASTOLIC, 'not heard')]],
  ])('%s', (_, sent) => {
    const [upper, lower] = keysOf(...sent);
    expect(upper).toEqual(lower);
  });

  test('results of two instants, or of which nobody knows whether they belong together, do not', () => {
    const apart = keysOf(lone('a', SYSTOLIC, 110), lone('b', DIASTOLIC, 70, {}, 2)).flat();
    expect(new Set(apart).size).toBe(2);
    const unclear = keysOf(
      lone('a', SYSTOLIC, 110),
      lone('c', SYSTOLIC, 150),
      lone('b', DIASTOLIC, 70),
    ).flat();
    expect(new Set(unclear).size).toBe(3);
  });
});
