import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratioOf, verdictOf, type Row } from './row.ts';
import { median, quantile } from './statistics.ts';
import { tableOf } from './table.ts';

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });

describe('median and quantile', () => {
  test.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[8, 2], 5],
    [[4, 4, 100, 4], 4],
  ])('the median of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('p75 lies in proportion between two values, and the ends are the smallest and the largest', () => {
    expect(quantile([10, 20, 30, 40, 50], 0.75)).toBe(40);
    expect(quantile([0, 10], 0.75)).toBe(7.5);
    fc.assert(
      fc.property(numbers, (values) => {
        expect(quantile(values, 0)).toBe(Math.min(...values));
        expect(quantile(values, 1)).toBe(Math.max(...values));
      }),
    );
  });

  test('the order of the runs changes nothing, and half of them are not above the median', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(median(values.toReversed())).toBe(median(values));
        const above = values.filter((value) => value > median(values)).length;
        expect(above).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  test('a run without a number, or no run at all, makes no median', () => {
    expect(median([])).toBeNaN();
    expect(median([3, NaN, 4])).toBeNaN();
    expect(median([3, Infinity])).toBeNaN();
  });
});

const row = (more: Partial<Row>): Row => ({
  name: 'Launch',
  unit: 'ms',
  goal: { kind: 'none' },
  ours: [],
  ...more,
});

describe('the verdict', () => {
  test.each<[string, Partial<Row>, string]>([
    ['at the limit', { goal: { kind: 'atMost', value: 50 }, ours: [50, 10, 900] }, 'met'],
    ['above the limit', { goal: { kind: 'atMost', value: 0.02 }, ours: [0.021] }, 'missed'],
    ['within the ratio', { goal: { kind: 'ratio', value: 1.5 }, floor: [100], ours: [150] }, 'met'],
    ['above the ratio', { goal: { kind: 'ratio', value: 1.5 }, floor: [100], ours: [151] }, 'missed'],
    [
      'within ratio and addition',
      { goal: { kind: 'ratio', value: 1.25, plusMs: 200 }, floor: [400], ours: [700] },
      'met',
    ],
    [
      'above ratio and addition',
      { goal: { kind: 'ratio', value: 1.25, plusMs: 200 }, floor: [400], ours: [701] },
      'missed',
    ],
    ['without a goal', { ours: [12] }, 'reported'],
    ['without a run', { goal: { kind: 'atMost', value: 1 } }, 'not measured'],
    ['without a floor', { goal: { kind: 'ratio', value: 2 }, ours: [12] }, 'not measured'],
    ['with a failed run', { goal: { kind: 'atMost', value: 99 }, ours: [1, NaN, 2] }, 'not measured'],
  ])('%s', (_name, more, expected) => {
    expect(verdictOf(row(more))).toBe(expected);
  });

  test('the ratio is that of the medians, whatever single runs say', () => {
    expect(ratioOf(row({ ours: [300, 100, 110], floor: [50, 55, 500] }))).toBe(2);
  });
});

describe('the table', () => {
  test('has a line for each row: goal, floor, ours, ratio and verdict', () => {
    const table = tableOf([
      row({ name: 'Whole record', goal: { kind: 'ratio', value: 1.15 }, floor: [1000], ours: [1333.3] }),
      row({ name: 'Layout shift', unit: '', goal: { kind: 'atMost', value: 0.02 }, ours: [0.3456] }),
      row({ name: 'Requests', unit: '' }),
    ]);
    expect(table.split('\n')).toEqual([
      '| Measure      | Goal           | Floor   | Ours    | Ratio | Verdict      |',
      '|--------------|----------------|---------|---------|-------|--------------|',
      '| Whole record | ≤ 1.15 × floor | 1000 ms | 1333 ms | 1.33  | missed       |',
      '| Layout shift | ≤ 0.02         |         | 0.346   |       | missed       |',
      '| Requests     |                |         |         |       | not measured |',
    ]);
  });
});
