import { describe, expect, test } from 'vitest';
import type { SentResult } from '../../../testing/readSeriesFixture.ts';
import {
  DIASTOLIC,
  encounter,
  flag,
  lone,
  panel,
  side,
  sidesOf,
  SYSTOLIC,
  words,
  type Fields,
} from './pressureFixture.ts';
import {
  arePaired,
  completeRepeats,
  pairTimeMs,
  pressurePairAt,
  pressurePairIndices,
  pressurePairsOf,
  strengthOfPair,
} from './pressurePairs.ts';

/** Returns the pairs in words; the order in which they arrived decides nothing. */
const pairsOf = (...sent: readonly SentResult[]): readonly string[] => {
  const [one, other] = [sent, sent.toReversed()].map((all) => pressurePairsOf(...sidesOf(...all)).map(words));
  expect(other).toEqual(one);
  return one!;
};

describe('rule 7: two results of one instant are one blood pressure', () => {
  test('when there is one of each side', () => {
    expect(pairsOf(lone('a', SYSTOLIC, 120), lone('b', DIASTOLIC, 80))).toEqual(['120/80']);
    expect(
      pairsOf(
        lone('a', SYSTOLIC, 120),
        lone('b', DIASTOLIC, 80),
        lone('c', SYSTOLIC, 130, {}, 2),
        lone('d', DIASTOLIC, 90, {}, 2),
      ),
    ).toEqual(['120/80', '130/90']);
  });

  test.each([
    ['the same encounter', encounter('1'), encounter('1'), ['120/80']],
    ['an encounter on one side alone', encounter('1'), {}, ['120/80']],
    ['two encounters', encounter('1'), encounter('2'), ['120/– apart', '–/80 apart']],
  ])('with %s', (_, one, other, pairs) => {
    expect(pairsOf(lone('a', SYSTOLIC, 120, one), lone('b', DIASTOLIC, 80, other))).toEqual(pairs);
  });

  test('of two encounters each has its own', () => {
    expect(
      pairsOf(
        lone('a', SYSTOLIC, 120, encounter('1')),
        lone('b', DIASTOLIC, 80, encounter('1')),
        lone('c', SYSTOLIC, 150, encounter('2')),
        lone('d', DIASTOLIC, 95, encounter('2')),
      ).toSorted(),
    ).toEqual(['120/80', '150/95']);
  });

  test('of two encounters of which one has an undrawn side, a side without an encounter stays alone', () => {
    expect(
      pairsOf(
        lone('a', SYSTOLIC, 120, encounter('1')),
        lone('b', DIASTOLIC, 80),
        lone('c', DIASTOLIC, 'not heard', encounter('2')),
      ).toSorted(),
    ).toEqual(['120/– apart', '–/80 apart']);
  });

  test('and never those of a day without a time', () => {
    expect(
      pairsOf(
        lone('a', SYSTOLIC, 120, {}, '2026-03-02'),
        lone('b', DIASTOLIC, 80, {}, '2026-03-02'),
      ).toSorted(),
    ).toEqual(['120/–', '–/80']);
  });

  test('and nobody knows which belong together when there are several values', () => {
    expect(
      pairsOf(lone('a', SYSTOLIC, 120), lone('b', DIASTOLIC, 80), lone('c', SYSTOLIC, 150)).toSorted(),
    ).toEqual(['120/– apart', '150/– apart', '–/80 apart']);
    expect(
      pairsOf(lone('a', SYSTOLIC, 120), lone('b', DIASTOLIC, 80), lone('c', DIASTOLIC, 90)).toSorted(),
    ).toEqual(['120/– apart', '–/80 apart', '–/90 apart']);
  });

  test('a panel is one by itself, beside other results of its instant', () => {
    expect(
      pairsOf(
        panel('p', side(SYSTOLIC, 110), side(DIASTOLIC, 70)),
        lone('a', SYSTOLIC, 120),
        lone('b', DIASTOLIC, 80),
      ).toSorted(),
    ).toEqual(['110/70', '120/80']);
  });
});

test('rule 7: a diastolic that is a component of its systolic is one blood pressure with it', () => {
  const part = (code: string, value: number) => ({ component: [side(code, value)] });
  expect(pairsOf(lone('a', SYSTOLIC, 120, part(DIASTOLIC, 80)))).toEqual(['120/80']);
  expect(pairsOf(lone('a', DIASTOLIC, 80, part(SYSTOLIC, 120)))).toEqual(['120/80']);
  expect(
    pairsOf(
      lone('a', SYSTOLIC, 120, part(DIASTOLIC, 80)),
      lone('b', SYSTOLIC, 150, part(DIASTOLIC, 95)),
      lone('c', SYSTOLIC, 110),
      lone('d', DIASTOLIC, 70),
    ).toSorted(),
  ).toEqual(['110/70', '120/80', '150/95']);
  expect(arePaired(...sidesOf(lone('a', SYSTOLIC, 120, part(DIASTOLIC, 80))))).toBe(true);
});

describe('rule 23: a side that was sent once more is the pressure that it repeats', () => {
  const whole = panel('p', side(SYSTOLIC, 110), side(DIASTOLIC, 70));

  test('on either side', () => {
    expect(pairsOf(whole, lone('a', SYSTOLIC, 110))).toEqual(['110/70', '110/70']);
    expect(pairsOf(whole, lone('a', DIASTOLIC, 70))).toEqual(['110/70', '110/70']);
  });

  test('another value of the same instant was sent apart', () => {
    expect(pairsOf(whole, lone('a', SYSTOLIC, 111)).toSorted()).toEqual(['110/70', '111/– apart']);
    expect(pairsOf(whole, lone('a', DIASTOLIC, 71)).toSorted()).toEqual(['110/70', '–/71 apart']);
  });

  test('a side with no other side at its time is just not whole', () => {
    expect(pairsOf(whole, lone('a', SYSTOLIC, 110, {}, 2))).toEqual(['110/70', '110/–']);
    expect(
      pairsOf(lone('a', SYSTOLIC, 110), lone('b', SYSTOLIC, 130, {}, 2), lone('c', DIASTOLIC, 80, {}, 3)),
    ).toEqual(['110/–', '130/–', '–/80']);
  });

  test('the same value of a day without a time is no repeat of it', () => {
    const at = '2026-03-02';
    expect(
      pairsOf(
        panel('p', side(SYSTOLIC, 110), side(DIASTOLIC, 70), {}, at),
        lone('a', SYSTOLIC, 110, {}, at),
      ).toSorted(),
    ).toEqual(['110/70', '110/–']);
  });

  test('pairs that are whole stay as they are', () => {
    const [systolic, diastolic] = sidesOf(whole);
    const pairs = pressurePairsOf(systolic, diastolic).map((pair) => ({ ...pair }));
    completeRepeats(pairs);
    expect(pairs).toEqual(pressurePairsOf(systolic, diastolic));
  });
});

describe('pairs of one instant', () => {
  test('stand in the order of their strength, so that the final one with the strongest flag is the last', () => {
    expect(
      pairsOf(
        panel('z', side(SYSTOLIC, 110), side(DIASTOLIC, 70)),
        panel('y', side(SYSTOLIC, 200), side(DIASTOLIC, 71, flag('HH'))),
        panel('x', side(SYSTOLIC, 150, flag('H')), side(DIASTOLIC, 72)),
        panel('w', side(SYSTOLIC, 210, flag('HH')), side(DIASTOLIC, 73), { status: 'preliminary' }),
      ),
    ).toEqual(['210/73', '110/70', '150/72', '200/71']);
  });

  test('are as strong as their weaker status and their stronger flag', () => {
    const strength = (systolic: object, diastolic: object, more: Fields = {}): number => {
      const [upper, lower] = sidesOf(panel('p', systolic, diastolic, more));
      return strengthOfPair(pressurePairAt(0, upper, lower));
    };
    const [upper, lower] = [side(SYSTOLIC, 120), side(DIASTOLIC, 80)];
    const high = side(SYSTOLIC, 120, flag('H'));
    expect(strength(high, lower)).toBe(strength(upper, side(DIASTOLIC, 80, flag('H'))));
    expect(strength(high, lower)).toBeGreaterThan(strength(upper, lower));
    expect(strength(side(SYSTOLIC, 120, flag('HH')), lower)).toBeGreaterThan(strength(high, lower));
    expect(strength(upper, lower)).toBeGreaterThan(strength(high, lower, { status: 'preliminary' }));
    expect(strengthOfPair({ systolic: undefined, diastolic: undefined })).toBe(100);
    const [row] = [...sidesOf(panel('p', high, lower))[0].rows];
    const alone = { systolic: row, diastolic: undefined };
    expect(strengthOfPair(alone)).toBe(strengthOfPair({ systolic: row, diastolic: row }));
    expect(strengthOfPair({ systolic: undefined, diastolic: row })).toBe(strengthOfPair(alone));
  });

  test('have the time of the side that they have', () => {
    const [systolic, diastolic] = sidesOf(lone('a', SYSTOLIC, 110), lone('b', DIASTOLIC, 80, {}, 2));
    expect(pressurePairsOf(systolic, diastolic).map(pairTimeMs)).toEqual([
      systolic.timesMs[0],
      diastolic.timesMs[0],
    ]);
    expect(pairTimeMs({ systolic: undefined, diastolic: undefined })).toBeNaN();
  });
});

test('pairs are named by the indices of their rows, and a missing side by −1', () => {
  const [systolic, diastolic] = sidesOf(
    panel('a', side(SYSTOLIC, 110), side(DIASTOLIC, 70), {}, 2),
    lone('b', SYSTOLIC, 120),
    lone('c', DIASTOLIC, 80, {}, 3),
  );
  const indices = pressurePairIndices(systolic, diastolic);
  expect([...indices.systolic]).toEqual([0, 1, -1]);
  expect([...indices.diastolic]).toEqual([-1, 0, 1]);
  expect([0, 1, 2].map((i) => words(pressurePairAt(i, systolic, diastolic)))).toEqual([
    '120/–',
    '110/70',
    '–/80',
  ]);
});

test('a systolic series alone has a pair for each row', () => {
  const [systolic] = sidesOf(lone('a', SYSTOLIC, 110), lone('b', SYSTOLIC, 120, {}, 2));
  expect(pressurePairsOf(systolic, undefined).map(words)).toEqual(['110/–', '120/–']);
});
