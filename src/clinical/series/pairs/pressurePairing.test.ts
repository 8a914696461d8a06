import { describe, expect, test } from 'vitest';
import { seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';
import { loinc } from '../../../testing/codes.ts';
import type { Series } from '../series.ts';
import {
  arePaired,
  completeRepeats,
  pairTimeMs,
  pressurePairAt,
  pressurePairIndices,
  pressurePairKeyIn,
  pressurePairsOf,
  strengthOfPair,
  type PressureRowPair,
} from './pressurePairs.ts';

type Fields = Readonly<Record<string, unknown>>;

const [SYSTOLIC, DIASTOLIC] = ['8480-6', '8462-4'];
const side = (code: string, value: number | string, more: Fields = {}) => ({
  code: loinc(code),
  ...(typeof value === 'number' ? { valueQuantity: { value, unit: 'mmHg' } } : { valueString: value }),
  ...more,
});
const lone = (
  id: string,
  code: string,
  value: number | string,
  more: Fields = {},
  at: number | string = 1,
): SentResult => ({
  id,
  at,
  value: 0,
  more: { valueQuantity: undefined, ...side(code, value), ...more },
});
const panel = (
  id: string,
  systolic: object,
  diastolic: object,
  more: Fields = {},
  at: number | string = 1,
): SentResult => ({
  id,
  at,
  value: 0,
  more: { valueQuantity: undefined, code: loinc('85354-9'), component: [systolic, diastolic], ...more },
});
const encounter = (id: string): Fields => ({ encounter: { reference: `Encounter/${id}` } });
const flag = (code: string): Fields => ({ interpretation: [{ coding: [{ code }] }] });

const sidesOf = (...sent: readonly SentResult[]): readonly [Series, Series] => {
  const all = seriesOfResults(sent);
  return [all.find(({ id }) => id === 'bp-sys')!, all.find(({ id }) => id === 'bp-dia')!];
};
const words = ({ systolic, diastolic, isSentApart }: PressureRowPair): string =>
  `${systolic?.valueText ?? '–'}/${diastolic?.valueText ?? '–'}${isSentApart ? ' apart' : ''}`;
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
