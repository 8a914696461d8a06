import { describe, expect, test } from 'vitest';
import type { SentResult } from '../../../testing/readSeriesFixture.ts';
import {
  DIASTOLIC,
  loneSide,
  pairWords,
  pressurePanel,
  sentSide,
  sidesOf,
  SYSTOLIC,
} from './pressureFixture.ts';
import { wholePressures } from './wholePressures.ts';

const NOT_HEARD = 'not heard';
const wholeOf = (...sent: readonly SentResult[]) => {
  const { drawn, listed } = wholePressures(...sidesOf(...sent));
  return { drawn: drawn.map(pairWords), listed: listed.map(pairWords) };
};
const panel = (id: string, systolic: number | string, diastolic: number | string, at = 1): SentResult =>
  pressurePanel(id, sentSide(SYSTOLIC, systolic), sentSide(DIASTOLIC, diastolic), {}, at);

describe('rule 7: a side that is only listed stands beside the side that is drawn', () => {
  test.each<[string, readonly SentResult[], readonly string[], readonly string[]]>([
    ['both are drawn', [panel('a', 120, 80)], ['120/80'], []],
    ['the diastolic is listed', [panel('a', 120, NOT_HEARD)], ['120/not heard'], []],
    ['the systolic is listed', [panel('a', NOT_HEARD, 80)], ['not heard/80'], []],
    ['both are listed', [panel('a', NOT_HEARD, 'cuff slipped')], [], ['not heard/cuff slipped']],
    [
      'several of them',
      [
        panel('a', 120, NOT_HEARD),
        panel('b', NOT_HEARD, 80, 2),
        panel('c', 'x', 'y', 3),
        panel('d', 130, 90, 4),
      ],
      ['120/not heard', 'not heard/80', '130/90'],
      ['x/y'],
    ],
    [
      'of one instant',
      [loneSide('a', SYSTOLIC, 120), loneSide('b', DIASTOLIC, NOT_HEARD)],
      ['120/not heard'],
      [],
    ],
    [
      'of two times, which are two pressures',
      [loneSide('a', SYSTOLIC, 120), loneSide('b', DIASTOLIC, NOT_HEARD, {}, 2)],
      ['120/–'],
      ['–/not heard'],
    ],
    [
      'beside a whole pressure of its instant, where it is another one',
      [loneSide('a', SYSTOLIC, 120), loneSide('b', DIASTOLIC, 80), loneSide('c', DIASTOLIC, NOT_HEARD)],
      ['120/80'],
      ['–/not heard apart'],
    ],
    [
      'twice, of which one is another pressure',
      [loneSide('a', SYSTOLIC, 120), loneSide('b', DIASTOLIC, 'first'), loneSide('c', DIASTOLIC, 'second')],
      ['120/first'],
      ['–/second apart'],
    ],
    [
      'beside a panel with the same other side, which is another pressure',
      [panel('a', 120, NOT_HEARD), panel('b', 120, 80)],
      ['120/not heard', '120/80'],
      [],
    ],
    [
      'apart from a panel without it',
      [pressurePanel('a', sentSide(SYSTOLIC, 120), {}), loneSide('b', DIASTOLIC, NOT_HEARD)],
      ['120/– apart'],
      ['–/not heard apart'],
    ],
    [
      'of a panel without it at another time',
      [pressurePanel('a', sentSide(SYSTOLIC, 120), {}), loneSide('b', DIASTOLIC, NOT_HEARD, {}, 2)],
      ['120/–'],
      ['–/not heard'],
    ],
  ])('%s', (_, sent, drawn, listed) => {
    expect(wholeOf(...sent)).toEqual({ drawn, listed });
  });

  test('without a diastolic series nothing is listed', () => {
    const [systolic] = sidesOf(panel('a', 120, 80), panel('b', NOT_HEARD, 80, 2));
    const { drawn, listed } = wholePressures(systolic, undefined);
    expect([drawn.map(pairWords), listed]).toEqual([['120/–'], []]);
  });

  test('the pairs of the curve are not changed', () => {
    const sides = sidesOf(panel('a', 120, NOT_HEARD));
    expect(wholePressures(...sides)).toEqual(wholePressures(...sides));
  });
});
