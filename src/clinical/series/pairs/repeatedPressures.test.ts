import { describe, expect, test } from 'vitest';
import { seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';
import type { Series } from '../series.ts';
import {
  DIASTOLIC,
  loneSide,
  pairWords,
  pressurePanel,
  sentSide,
  sidesOf as sidesIn,
  SYSTOLIC,
} from './pressureFixture.ts';
import { pressurePairsOf, type PressureRowPair } from './pressurePairs.ts';
import { pressureOfRow } from './pressureOfRow.ts';
import { distinctPairs, pressureRepeatsOf } from './repeatedPressures.ts';
import { wholePressures } from './wholePressures.ts';

type Fields = Readonly<Record<string, unknown>>;

const side = (code: string, value: number | string) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  ...(typeof value === 'number' ? { valueQuantity: { value, unit: 'mmHg' } } : { valueString: value }),
});
const panel = (id: string, systolic: number, diastolic: number | string, more: Fields = {}): SentResult => ({
  id,
  at: 1,
  value: 0,
  more: {
    valueQuantity: undefined,
    code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
    component: [side('8480-6', systolic), side('8462-4', diastolic)],
    ...more,
  },
});
const lone = (id: string, code: string, value: number, more: Fields = {}): SentResult => ({
  id,
  at: 1,
  value: 0,
  more: { ...side(code, value), ...more },
});
const sidesOf = (sent: readonly SentResult[]): readonly [Series, Series] => {
  const all = seriesOfResults(sent);
  return [all.find(({ id }) => id === 'bp-sys')!, all.find(({ id }) => id === 'bp-dia')!];
};

describe('rule 23: the pressure that stands for what was sent twice', () => {
  const critical = { interpretation: [{ coding: [{ code: 'HH' }] }] };

  test.each([
    ['a panel', [panel('p', 208, 104), lone('s', '8480-6', 208, critical), lone('d', '8462-4', 104)]],
    ['two panels', [panel('p', 208, 104), panel('s', 208, 104, critical)]],
  ])('has the stronger flag: %s', (_, sent) => {
    for (const all of [sent, sent.toReversed()]) {
      const [systolic, diastolic] = sidesOf(all);
      expect(systolic.rows).toHaveLength(2);
      for (const row of systolic.rows)
        expect(pressureOfRow(row, 'systolic', systolic, diastolic)).toMatchObject({
          systolic: { id: 's', valueText: '208' },
          diastolic: { valueText: '104' },
        });
    }
  });

  test('has both sides where one of them was sent once more', () => {
    const [systolic, diastolic] = sidesOf([panel('p', 134, 72), lone('s', '8480-6', 134)]);
    expect(systolic.rows).toHaveLength(2);
    for (const row of systolic.rows)
      expect(pressureOfRow(row, 'systolic', systolic, diastolic)?.diastolic?.valueText).toBe('72');
  });

  test('of a row without a point there is none', () => {
    const [systolic, diastolic] = sidesOf([panel('p', 134, 72), panel('q', 140, 'not heard')]);
    expect(pressureOfRow(diastolic.listed.at(0)!, 'diastolic', systolic, diastolic)).toBeUndefined();
  });
});

describe('rule 7: a side without a point tells two pressures apart', () => {
  const repeatsIn = (...sent: readonly SentResult[]) =>
    pressureRepeatsOf(
      wholePressures(...sidesOf([...sent, panel('x', 90, 50, { effectiveDateTime: '2025' })])).drawn,
    ).size;

  test('the same words are the same pressure, and other words another one', () => {
    expect(repeatsIn(panel('p', 88, 'not heard'), panel('q', 88, 'not heard'))).toBe(1);
    expect(repeatsIn(panel('p', 88, 'not heard'), panel('q', 88, 'cuff slipped'))).toBe(0);
  });
});

describe('rule 7: the pressure of a row', () => {
  const [systolic, diastolic] = sidesIn(
    loneSide('z', SYSTOLIC, 110, {}, 0),
    loneSide('a', DIASTOLIC, 71),
    pressurePanel('b', sentSide(SYSTOLIC, 112), sentSide(DIASTOLIC, 72), {}, 2),
    pressurePanel('c', sentSide(SYSTOLIC, 113), sentSide(DIASTOLIC, 73), {}, 3),
    pressurePanel('d', sentSide(SYSTOLIC, 114), sentSide(DIASTOLIC, 74), {}, 3),
    loneSide('e', SYSTOLIC, 115, {}, 4),
    loneSide('f', DIASTOLIC, 76, {}, 5),
    pressurePanel('g', sentSide(SYSTOLIC, 117), sentSide(DIASTOLIC, 77), {}, 6),
  );
  const pressuresOf = (where: 'systolic' | 'diastolic', { rows }: Series) =>
    rows.map((row) => pairWords(pressureOfRow(row, where, systolic, diastolic)!));

  test('is found from either side, at every time', () => {
    expect(pressuresOf('systolic', systolic)).toEqual([
      '110/–',
      '112/72',
      '113/73',
      '114/74',
      '115/–',
      '117/77',
    ]);
    expect(pressuresOf('diastolic', diastolic)).toEqual([
      '–/71',
      '112/72',
      '113/73',
      '114/74',
      '–/76',
      '117/77',
    ]);
  });

  test('is none on the side where the row does not stand, and none of another time', () => {
    const row = systolic.rows.at(2)!;
    expect(pressureOfRow(row, 'diastolic', systolic, diastolic)).toBeUndefined();
    for (const by of [-1e12, -1, 1, 1e12])
      expect(
        pressureOfRow({ ...row, timeMs: row.timeMs + by }, 'systolic', systolic, diastolic),
      ).toBeUndefined();
  });
});

describe('rule 23: each reading once, with the number of times that it was sent', () => {
  const counted = (pairs: readonly PressureRowPair[]) =>
    distinctPairs(pairs).map(([pair, count]) => `${pairWords(pair)} ×${count}`);
  const countedIn = (...sent: readonly SentResult[]) => counted(pressurePairsOf(...sidesIn(...sent)));
  const whole = (id: string, value: number, at = 1) =>
    pressurePanel(id, sentSide(SYSTOLIC, value), sentSide(DIASTOLIC, 70), {}, at);

  test('in order of time', () => {
    expect(
      countedIn(whole('a', 110), whole('b', 110), whole('c', 110), whole('d', 110, 2), whole('e', 120, 2)),
    ).toEqual(['110/70 ×3', '110/70 ×1', '120/70 ×1']);
  });

  test('a side that is missing in both of them is no difference, and in one of them it is', () => {
    expect(countedIn(loneSide('a', SYSTOLIC, 110), loneSide('b', SYSTOLIC, 110))).toEqual(['110/– ×2']);
    expect(
      countedIn(
        loneSide('a', DIASTOLIC, 70),
        loneSide('b', DIASTOLIC, 70),
        loneSide('c', SYSTOLIC, 110, {}, 2),
      ),
    ).toEqual(['–/70 ×2', '110/– ×1']);
    const [pair] = pressurePairsOf(...sidesIn(whole('a', 110)));
    expect(counted([pair!, { ...pair!, diastolic: undefined }])).toEqual(['110/70 ×1', '110/– ×1']);
    expect(counted([{ ...pair!, systolic: undefined }, pair!])).toEqual(['–/70 ×1', '110/70 ×1']);
  });
});
