import { describe, expect, test } from 'vitest';
import type { SentResult } from '../../../testing/readSeriesFixture.ts';
import type { Series } from '../series.ts';
import {
  DIASTOLIC,
  inEncounter,
  flagged,
  loneSide,
  pressurePanel,
  sentSide,
  sidesOf,
  SYSTOLIC,
  pairWords,
  type Fields,
} from './pressureFixture.ts';
import {
  arePaired,
  completeRepeats,
  pairTimeMs,
  pressurePairAt,
  pressurePairIndices,
  pressurePairKeyIn,
  pressurePairsOf,
  pairPrecedence,
} from './pressurePairs.ts';

/** Returns the pairs in words; the order in which they arrived decides nothing. */
const pairsOf = (...sent: readonly SentResult[]): readonly string[] => {
  const [one, other] = [sent, sent.toReversed()].map((all) =>
    pressurePairsOf(...sidesOf(...all)).map(pairWords),
  );
  expect(other).toEqual(one);
  return one!;
};

describe('rule 7: two results of one instant are one blood pressure', () => {
  test('when there is one of each side', () => {
    expect(pairsOf(loneSide('a', SYSTOLIC, 120), loneSide('b', DIASTOLIC, 80))).toEqual(['120/80']);
    expect(
      pairsOf(
        loneSide('a', SYSTOLIC, 120),
        loneSide('b', DIASTOLIC, 80),
        loneSide('c', SYSTOLIC, 130, {}, 2),
        loneSide('d', DIASTOLIC, 90, {}, 2),
      ),
    ).toEqual(['120/80', '130/90']);
  });

  test.each([
    ['the same encounter', inEncounter('1'), inEncounter('1'), ['120/80']],
    ['an encounter on the systolic side alone', inEncounter('1'), {}, ['120/80']],
    ['an encounter on the diastolic side alone', {}, inEncounter('1'), ['120/80']],
    ['two encounters', inEncounter('1'), inEncounter('2'), ['120/– apart', '–/80 apart']],
  ])('with %s', (_, one, other, pairs) => {
    expect(pairsOf(loneSide('a', SYSTOLIC, 120, one), loneSide('b', DIASTOLIC, 80, other))).toEqual(pairs);
  });

  test('of two encounters each has its own', () => {
    expect(
      pairsOf(
        loneSide('a', SYSTOLIC, 120, inEncounter('1')),
        loneSide('b', DIASTOLIC, 80, inEncounter('1')),
        loneSide('c', SYSTOLIC, 150, inEncounter('2')),
        loneSide('d', DIASTOLIC, 95, inEncounter('2')),
      ).toSorted(),
    ).toEqual(['120/80', '150/95']);
  });

  test('of two encounters of which one has an undrawn side, a side without an encounter stays alone', () => {
    expect(
      pairsOf(
        loneSide('a', SYSTOLIC, 120, inEncounter('1')),
        loneSide('b', DIASTOLIC, 80),
        loneSide('c', DIASTOLIC, 'not heard', inEncounter('2')),
      ).toSorted(),
    ).toEqual(['120/– apart', '–/80 apart']);
  });

  test('and never those of a day without a time', () => {
    expect(
      pairsOf(
        loneSide('a', SYSTOLIC, 120, {}, '2026-03-02'),
        loneSide('b', DIASTOLIC, 80, {}, '2026-03-02'),
      ).toSorted(),
    ).toEqual(['120/–', '–/80']);
  });

  test('and nobody knows which belong together when there are several values', () => {
    expect(
      pairsOf(
        loneSide('a', SYSTOLIC, 120),
        loneSide('b', DIASTOLIC, 80),
        loneSide('c', SYSTOLIC, 150),
      ).toSorted(),
    ).toEqual(['120/– apart', '150/– apart', '–/80 apart']);
    expect(
      pairsOf(
        loneSide('a', SYSTOLIC, 120),
        loneSide('b', DIASTOLIC, 80),
        loneSide('c', DIASTOLIC, 90),
      ).toSorted(),
    ).toEqual(['120/– apart', '–/80 apart', '–/90 apart']);
  });

  test('nor when one Observation has several values of a side', () => {
    const twoReadings = [
      sentSide(SYSTOLIC, 120),
      sentSide(DIASTOLIC, 60),
      sentSide(SYSTOLIC, 110),
      sentSide(DIASTOLIC, 80),
    ];
    const twice = pressurePanel('p', {}, {}, { component: twoReadings });
    expect(pairsOf(twice).toSorted()).toEqual(['110/– apart', '120/– apart', '–/60 apart', '–/80 apart']);
  });

  test('nor when one of its several values has no point', () => {
    const readings = (...component: readonly object[]) => pairsOf(pressurePanel('p', {}, {}, { component }));
    const [upper, lower] = [sentSide(SYSTOLIC, 120), sentSide(DIASTOLIC, 70)];
    const unheard = [sentSide(DIASTOLIC, 'not heard'), sentSide(SYSTOLIC, 'not heard')];
    expect(readings(upper, ...unheard, lower).toSorted()).toEqual(['120/– apart', '–/70 apart']);
    const partOfValue = loneSide('a', SYSTOLIC, 'not heard', { component: [upper, lower] });
    expect(pairsOf(partOfValue).toSorted()).toEqual(['120/– apart', '–/70 apart']);
    expect(readings(upper, lower)).toEqual(['120/70']);
  });

  test('and then no side shares its key with another', () => {
    const component = [120, 110].flatMap((value) => [sentSide(SYSTOLIC, value), sentSide(DIASTOLIC, 70)]);
    const [systolic, diastolic] = sidesOf(pressurePanel('p', {}, {}, { component }));
    const keyOf = pressurePairKeyIn(systolic, diastolic);
    const keysOf = ({ rows }: Series) => new Set([...rows].map(keyOf));
    expect([...keysOf(systolic)].filter((key) => keysOf(diastolic).has(key))).toEqual([]);
  });

  test('Observations without an id are told apart by their time', () => {
    expect(
      pairsOf(
        pressurePanel('', sentSide(SYSTOLIC, 110), {}),
        pressurePanel('', sentSide(SYSTOLIC, 120), sentSide(DIASTOLIC, 80), {}, 2),
      ),
    ).toEqual(['110/–', '120/80']);
  });

  test('a panel is one by itself, beside other results of its instant', () => {
    expect(
      pairsOf(
        pressurePanel('p', sentSide(SYSTOLIC, 110), sentSide(DIASTOLIC, 70)),
        loneSide('a', SYSTOLIC, 120),
        loneSide('b', DIASTOLIC, 80),
      ).toSorted(),
    ).toEqual(['110/70', '120/80']);
  });
});

test('rule 7: a diastolic that is a component of its systolic is one blood pressure with it', () => {
  const part = (code: string, value: number) => ({ component: [sentSide(code, value)] });
  expect(pairsOf(loneSide('a', SYSTOLIC, 120, part(DIASTOLIC, 80)))).toEqual(['120/80']);
  expect(pairsOf(loneSide('a', DIASTOLIC, 80, part(SYSTOLIC, 120)))).toEqual(['120/80']);
  expect(
    pairsOf(
      loneSide('a', SYSTOLIC, 120, part(DIASTOLIC, 80)),
      loneSide('b', SYSTOLIC, 150, part(DIASTOLIC, 95)),
      loneSide('c', SYSTOLIC, 110),
      loneSide('d', DIASTOLIC, 70),
    ).toSorted(),
  ).toEqual(['110/70', '120/80', '150/95']);
  expect(arePaired(...sidesOf(loneSide('a', SYSTOLIC, 120, part(DIASTOLIC, 80))))).toBe(true);
});

describe('rule 23: a side that was sent once more is the pressure that it repeats', () => {
  const whole = pressurePanel('p', sentSide(SYSTOLIC, 110), sentSide(DIASTOLIC, 70));

  test('on either side', () => {
    expect(pairsOf(whole, loneSide('a', SYSTOLIC, 110))).toEqual(['110/70', '110/70']);
    expect(pairsOf(whole, loneSide('a', DIASTOLIC, 70))).toEqual(['110/70', '110/70']);
  });

  test.each([{}, inEncounter('1')])('also where each side was sent alone, %o', (more) => {
    expect(
      pairsOf(
        loneSide('a', SYSTOLIC, 110, more),
        loneSide('b', SYSTOLIC, 110, more),
        loneSide('c', DIASTOLIC, 70),
      ),
    ).toEqual(['110/70', '110/70']);
  });

  test('another value of the same instant was sent apart', () => {
    expect(pairsOf(whole, loneSide('a', SYSTOLIC, 111)).toSorted()).toEqual(['110/70', '111/– apart']);
    expect(pairsOf(whole, loneSide('a', DIASTOLIC, 71)).toSorted()).toEqual(['110/70', '–/71 apart']);
  });

  test('a side with no other side at its time is just not whole', () => {
    expect(pairsOf(whole, loneSide('a', SYSTOLIC, 110, {}, 2))).toEqual(['110/70', '110/–']);
    expect(
      pairsOf(
        loneSide('a', SYSTOLIC, 110),
        loneSide('b', SYSTOLIC, 130, {}, 2),
        loneSide('c', DIASTOLIC, 80, {}, 3),
      ),
    ).toEqual(['110/–', '130/–', '–/80']);
  });

  test('the same value of a day without a time is no repeat of it', () => {
    const at = '2026-03-02';
    expect(
      pairsOf(
        pressurePanel('p', sentSide(SYSTOLIC, 110), sentSide(DIASTOLIC, 70), {}, at),
        loneSide('a', SYSTOLIC, 110, {}, at),
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
        pressurePanel('z', sentSide(SYSTOLIC, 110), sentSide(DIASTOLIC, 70)),
        pressurePanel('y', sentSide(SYSTOLIC, 200), sentSide(DIASTOLIC, 71, flagged('HH'))),
        pressurePanel('x', sentSide(SYSTOLIC, 150, flagged('H')), sentSide(DIASTOLIC, 72)),
        pressurePanel('w', sentSide(SYSTOLIC, 210, flagged('HH')), sentSide(DIASTOLIC, 73), {
          status: 'preliminary',
        }),
      ),
    ).toEqual(['210/73', '110/70', '150/72', '200/71']);
  });

  test('of which one side is preliminary, stand before a final one', () => {
    expect(
      pairsOf(
        loneSide('a', SYSTOLIC, 120, flagged('HH')),
        loneSide('b', DIASTOLIC, 80, { status: 'preliminary' }),
        pressurePanel('p', sentSide(SYSTOLIC, 110), sentSide(DIASTOLIC, 70)),
      ),
    ).toEqual(['120/80', '110/70']);
  });

  test('are as strong as their weaker status and their stronger flag', () => {
    const strength = (systolic: object, diastolic: object, more: Fields = {}): number => {
      const [upper, lower] = sidesOf(pressurePanel('p', systolic, diastolic, more));
      return pairPrecedence(pressurePairAt(0, upper, lower));
    };
    const [upper, lower] = [sentSide(SYSTOLIC, 120), sentSide(DIASTOLIC, 80)];
    const high = sentSide(SYSTOLIC, 120, flagged('H'));
    expect(strength(high, lower)).toBe(strength(upper, sentSide(DIASTOLIC, 80, flagged('H'))));
    expect(strength(high, lower)).toBeGreaterThan(strength(upper, lower));
    expect(strength(sentSide(SYSTOLIC, 120, flagged('HH')), lower)).toBeGreaterThan(strength(high, lower));
    expect(strength(upper, lower)).toBeGreaterThan(strength(high, lower, { status: 'preliminary' }));
    expect(pairPrecedence({ systolic: undefined, diastolic: undefined })).toBe(100);
    const [row] = [...sidesOf(pressurePanel('p', high, lower))[0].rows];
    const alone = { systolic: row, diastolic: undefined };
    expect(pairPrecedence(alone)).toBe(pairPrecedence({ systolic: row, diastolic: row }));
    expect(pairPrecedence({ systolic: undefined, diastolic: row })).toBe(pairPrecedence(alone));
  });

  test('have the time of the side that they have', () => {
    const [systolic, diastolic] = sidesOf(loneSide('a', SYSTOLIC, 110), loneSide('b', DIASTOLIC, 80, {}, 2));
    expect(pressurePairsOf(systolic, diastolic).map(pairTimeMs)).toEqual([
      systolic.timesMs[0],
      diastolic.timesMs[0],
    ]);
    expect(pairTimeMs({ systolic: undefined, diastolic: undefined })).toBeNaN();
  });
});

test('pairs are named by the indices of their rows, and a missing side by −1', () => {
  const [systolic, diastolic] = sidesOf(
    pressurePanel('a', sentSide(SYSTOLIC, 110), sentSide(DIASTOLIC, 70), {}, 2),
    loneSide('b', SYSTOLIC, 120),
    loneSide('c', DIASTOLIC, 80, {}, 3),
  );
  const indices = pressurePairIndices(systolic, diastolic);
  expect([...indices.systolic]).toEqual([0, 1, -1]);
  expect([...indices.diastolic]).toEqual([-1, 0, 1]);
  expect([0, 1, 2].map((i) => pairWords(pressurePairAt(i, systolic, diastolic)))).toEqual([
    '120/–',
    '110/70',
    '–/80',
  ]);
});

test('a systolic series alone has a pair for each row', () => {
  const [systolic] = sidesOf(loneSide('a', SYSTOLIC, 110), loneSide('b', SYSTOLIC, 120, {}, 2));
  expect(pressurePairsOf(systolic, undefined).map(pairWords)).toEqual(['110/–', '120/–']);
});
