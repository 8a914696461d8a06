import { describe, expect, test } from 'vitest';
import { lineSegments } from './lineSegments.ts';
import { onlySeriesOf, type SentResult } from '../../testing/readSeriesFixture.ts';
import { DAY_MS } from '../time/durations.ts';

const preliminary = { status: 'preliminary' };
describe('rule 6: where the line breaks', () => {
  const text = { valueQuantity: undefined, valueString: 'hemolyzed' };
  test.each<[string, readonly SentResult[], readonly (readonly [number, number])[]]>([
    ['one point alone', [{ at: 1, value: 4 }], [[0, 1]]],
    [
      'joined',
      [
        { at: 1, value: 4 },
        { at: 2, value: 4 },
      ],
      [[0, 2]],
    ],
    [
      'a text between two values',
      [
        { at: 1, value: 4 },
        { at: 2, value: 0, more: text },
        { at: 3, value: 4 },
      ],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'a limit',
      [
        { at: 1, value: 4 },
        { at: 2, value: '<2' },
        { at: 3, value: 4 },
      ],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'a date without a time',
      [
        { at: 1, value: 4 },
        { at: '2026-01-03', value: 4 },
        { at: 4, value: 4 },
      ],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'preliminary at the end',
      [
        { at: 1, value: 4 },
        { at: 2, value: 4 },
        { at: 3, value: 4, more: preliminary },
      ],
      [[0, 2]],
    ],
    [
      'a silence of 401 days',
      [
        { at: -401, value: 4 },
        { at: 0, value: 4 },
        { at: 1, value: 4 },
      ],
      [
        [0, 1],
        [1, 3],
      ],
    ],
    [
      'another method',
      [
        { at: 1, value: 4, more: { method: { text: 'ISE' } } },
        { at: 2, value: 4, more: { method: { text: 'Flame' } } },
      ],
      [
        [0, 1],
        [1, 2],
      ],
    ],
  ])('%s', (_, results, segments) => {
    expect(lineSegments(onlySeriesOf(...results))).toEqual(segments);
  });

  test('the window can break a line and never joins one', () => {
    const series = onlySeriesOf(
      { at: 0, value: 4 },
      { at: 1, value: 4 },
      { at: 2, value: 4 },
      { at: 30, value: 4 },
    );
    expect(lineSegments(series, 10 * DAY_MS)).toEqual([
      [0, 3],
      [3, 4],
    ]);
    expect(lineSegments(series, 1000 * DAY_MS)).toEqual([[0, 4]]);
  });
});

test('rules 6 and 16: the line breaks where results came in another unit, and not at another spelling of the same', () => {
  const weighed = (day: number, value: number, code: string, unit = code) => ({
    at: day,
    value,
    more: {
      code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
      valueQuantity: { value, unit, code, system: 'http://unitsofmeasure.org' },
    },
  });
  const series = onlySeriesOf(
    weighed(1, 82, 'kg'),
    weighed(2, 81.5, 'kg', 'kilogram'),
    weighed(3, 81_000, 'g'),
    weighed(4, 80_500, 'g'),
    weighed(5, 80, 'kg'),
  );
  expect(lineSegments(series)).toEqual([
    [0, 2],
    [2, 4],
    [4, 5],
  ]);
});
