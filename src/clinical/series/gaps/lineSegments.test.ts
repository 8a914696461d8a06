import { describe, expect, test } from 'vitest';
import { lineSegments } from './lineSegments.ts';
import { onlySeriesOf, type SentResult } from '../../../testing/readSeriesFixture.ts';
import { madeRow, madeSeries } from '../../../testing/seriesFixture.ts';
import type { Reason, RowKind } from '../../observation/resultRow.ts';
import type { Series } from '../series.ts';
import { DAY_MS } from '../../time/durations.ts';

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

type Made = Partial<RowKind> & { readonly day: number; readonly text?: string };

const START_MS = Date.UTC(2026, 0, 1);
const dayMs = (day: number): number => START_MS + day * DAY_MS;
const made = ({ day, text = '5', ...kind }: Made) => ({
  at: new Date(dayMs(day)).toISOString(),
  text,
  ...kind,
});
const onDays = (days: readonly (number | Made)[], changes: Partial<Series> = {}): Series =>
  madeSeries(
    days.map((one) => made(typeof one === 'number' ? { day: one } : one)),
    changes,
  );
const listed = (day: number, reason: Reason) =>
  madeRow({ ...made({ day, text: 'clotted' }), drawing: 'listed', reason });

describe('rule 6: a gap breaks the line when it is longer than', () => {
  test('the measure allows, and not when it is as long', () => {
    const maxGapMs = 10 * DAY_MS;
    expect(lineSegments(onDays([0, 10, 20], { maxGapMs }))).toEqual([[0, 3]]);
    expect(lineSegments(onDays([0, 10, 20.01], { maxGapMs }))).toEqual([
      [0, 2],
      [2, 3],
    ]);
  });

  test('half the window, where results come in a quick succession', () => {
    const often = [0, 0.1, 0.2, 0.3];
    expect(lineSegments(onDays([...often, 5.3]), 10 * DAY_MS)).toEqual([[0, 5]]);
    expect(lineSegments(onDays([...often, 5.4]), 10 * DAY_MS)).toEqual([
      [0, 4],
      [4, 5],
    ]);
  });

  test('three times the median interval, where results come seldom', () => {
    expect(lineSegments(onDays([0, 2, 4, 6, 12]), DAY_MS)).toEqual([[0, 5]]);
    expect(lineSegments(onDays([0, 2, 4, 6, 12.1]), DAY_MS)).toEqual([
      [0, 4],
      [4, 5],
    ]);
    // The larger of the two middle intervals counts.
    expect(lineSegments(onDays([0, 1, 3, 9]), DAY_MS)).toEqual([[0, 4]]);
    expect(lineSegments(onDays([0, 300]), DAY_MS)).toEqual([[0, 2]]);
    expect(lineSegments(onDays([0]), DAY_MS)).toEqual([[0, 1]]);
    expect(lineSegments(onDays([]), DAY_MS)).toEqual([]);
  });

  test('the measure allows, however seldom results come', () => {
    expect(lineSegments(onDays([0, 20, 40], { maxGapMs: 10 * DAY_MS }), 1000 * DAY_MS)).toHaveLength(3);
  });

  test('that of results, of which copies are none', () => {
    const twice = [0, 0, 2, 2, 4, 4, 6, 6, 12, 12];
    expect(lineSegments(onDays(twice), DAY_MS)).toEqual([[1, 10]]);
  });
});

describe('rule 6: the line breaks over', () => {
  const broken = [
    [0, 1],
    [1, 2],
  ];

  test.each([
    ['no-value', true],
    ['text', true],
    ['coded', true],
    ['not-a-number', true],
    ['too-long', true],
    ['implausible', true],
    ['contradiction', true],
    ['status', false],
    ['unit-mismatch', false],
  ] as const)('a result without a number: %s', (reason, isBroken) => {
    expect(lineSegments(onDays([1, 3], { listed: [listed(2, reason)] }))).toEqual(
      isBroken ? broken : [[0, 2]],
    );
  });

  test('no text without a time, before the first or after the last result', () => {
    const timeless = { ...listed(2, 'text'), timeMs: Number.NaN };
    const around = [listed(4, 'text'), listed(0, 'text'), timeless];
    expect(lineSegments(onDays([1, 3], { listed: around }))).toEqual([[0, 2]]);
    expect(lineSegments(onDays([1, 3], { listed: [listed(2, 'text'), timeless] }))).toEqual(broken);
  });

  test('each of several texts and withdrawn results, whatever order they stand in', () => {
    const texts = { listed: [listed(8, 'text'), listed(2, 'text')] };
    const withdrawn = { withdrawnTimesMs: [dayMs(4), dayMs(6)] };
    const days = [1, 3, 5, 7, 9];
    expect(lineSegments(onDays(days, { ...texts, ...withdrawn }))).toHaveLength(5);
    expect(lineSegments(onDays(days, withdrawn))).toEqual([
      [0, 2],
      [2, 3],
      [3, 5],
    ]);
    expect(lineSegments(onDays(days, texts))).toEqual([
      [0, 1],
      [1, 4],
      [4, 5],
    ]);
  });

  test('a text of the moment of a result, behind that result', () => {
    expect(lineSegments(onDays([1, 2, 3], { listed: [listed(2, 'text')] }))).toEqual([
      [0, 2],
      [2, 3],
    ]);
  });
});

describe('rule 23: a copy lies under the result that stands for it', () => {
  test.each<[string, readonly (number | Made)[], readonly (readonly [number, number])[]]>([
    ['before it', [1, 2, 2, 3], [[0, 4]]],
    ['behind it', [1, { day: 2, flag: 'H' }, 2, 3], [[0, 4]]],
    ['at the end of the line', [1, { day: 2, flag: 'H' }, 2], [[0, 3]]],
    ['at the beginning of the line', [1, 1, 2], [[1, 3]]],
    ['preliminary, before it', [1, { day: 2, status: 'preliminary' }, 2, 3], [[0, 4]]],
    ['preliminary, behind it', [1, 2, { day: 2, status: 'preliminary' }, 3], [[0, 4]]],
    [
      'where the line breaks for another reason',
      [1, { day: 2, method: 'Flame' }, { day: 2, method: 'Flame' }],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'of a limit, which is no part of a line',
      [1, { day: 2, comparator: '<', flag: 'L' }, { day: 2, comparator: '<' }, 3],
      [
        [0, 1],
        [3, 4],
      ],
    ],
  ])('%s', (_, days, segments) => {
    expect(lineSegments(onDays(days))).toEqual(segments);
  });
});
