import { expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';
import {
  DIASTOLIC,
  inEncounter,
  loneSide,
  pressurePanel,
  sentSide,
  sidesOf,
  SYSTOLIC,
} from '../pairs/pressureFixture.ts';

const MARK = 'check value: does not fit the other parts';

/** Returns the values that are marked, of both sides. */
const markedOf = (...sent: readonly SentResult[]): readonly number[] =>
  sidesOf(...sent).flatMap(({ rows }) =>
    rows.filter(({ kind }) => kind.check === MARK).map(({ value }) => value),
  );

test.each<[string, readonly SentResult[], readonly number[]]>([
  ['two Observations', [loneSide('a', SYSTOLIC, 70), loneSide('b', DIASTOLIC, 110)], [70, 110]],
  ['equal sides', [loneSide('a', SYSTOLIC, 90), loneSide('b', DIASTOLIC, 90)], [90, 90]],
  [
    'one pair of several moments',
    [
      loneSide('a', SYSTOLIC, 120),
      loneSide('b', DIASTOLIC, 80),
      loneSide('c', SYSTOLIC, 70, {}, 2),
      loneSide('d', DIASTOLIC, 110, {}, 2),
    ],
    [70, 110],
  ],
  [
    'one Observation, marked once',
    [pressurePanel('p', sentSide(SYSTOLIC, 70), sentSide(DIASTOLIC, 110))],
    [70, 110],
  ],
])('rule 7: swapped sides are marked and stay drawn: %s', (_, sent, marked) => {
  expect(markedOf(...sent)).toEqual(marked);
});

test.each([
  ['of an arterial line', '76215-3', '76213-8', 'mmHg', 70, 110],
  ['of a standing patient', '8460-8', '8454-1', 'mmHg', 70, 110],
  ['of a day', '8490-5', '8472-3', 'mmHg', 70, 110],
  ['in kPa', SYSTOLIC, DIASTOLIC, 'kPa', 9.3, 14.7],
])('rule 7: so are those %s', (_, upperCode, lowerCode, unit, upper, lower) => {
  const side = (code: string, value: number) => ({
    code: loinc(code),
    valueQuantity: { value, unit },
  });
  const [one, other] = [side(upperCode, upper), side(lowerCode, lower)];
  const sent = [
    [pressurePanel('p', one, other)],
    [
      { at: 1, value: 0, more: one },
      { at: 1, value: 0, more: other },
    ],
  ];
  for (const results of sent)
    expect(seriesOfResults(results).flatMap(({ rows }) => rows.map(({ kind }) => kind.check))).toEqual([
      MARK,
      MARK,
    ]);
});

test.each<[string, readonly SentResult[]]>([
  ['an ordinary pressure', [loneSide('a', SYSTOLIC, 120), loneSide('b', DIASTOLIC, 80)]],
  ['two moments', [loneSide('a', SYSTOLIC, 70), loneSide('b', DIASTOLIC, 110, {}, 2)]],
  [
    'two encounters',
    [loneSide('a', SYSTOLIC, 70, inEncounter('1')), loneSide('b', DIASTOLIC, 110, inEncounter('2'))],
  ],
  [
    'two pressures of one moment',
    [
      loneSide('a', SYSTOLIC, 70),
      loneSide('b', DIASTOLIC, 110),
      loneSide('c', SYSTOLIC, 120),
      loneSide('d', DIASTOLIC, 80),
    ],
  ],
  ['a side alone', [loneSide('a', SYSTOLIC, 70), loneSide('b', DIASTOLIC, 80, {}, 2)]],
])('nothing is marked on %s', (_, sent) => {
  expect(markedOf(...sent)).toEqual([]);
});
