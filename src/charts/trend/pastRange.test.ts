import { expect, test } from 'vitest';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { bandDrawing } from './trendBands.ts';
import { trendLayout } from './trendLayout.ts';

const dayOf = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T08:00:00Z`;
const WITHOUT = { rangeLow: '', rangeHigh: '', band: undefined };

/** Returns the label of the newest range at the right of the plot, for results of the days up to `lastDay`. */
function labelOf(results: readonly (readonly [text: string, hasRange: boolean])[], lastDay = results.length) {
  const series = trendSeries(
    results.map(([text, hasRange], i) => trendRow(dayOf(i + 1), text, hasRange ? {} : WITHOUT)),
  );
  const window = { fromMs: Date.parse(dayOf(1)), toMs: Date.parse(dayOf(lastDay)) };
  return bandDrawing(
    series,
    trendLayout({ series }, { window, size: { widthPx: 860, heightPx: 304 }, timeZone: 'UTC' }),
  ).newest?.text;
}

test('rule 28: a range stands beside the latest number as that of the past where the latest came without one', () => {
  expect(
    labelOf([
      ['4.0', true],
      ['6.2', false],
    ]),
  ).toMatch(/^range was \d/);
});

test.each([
  [
    'with its range',
    [
      ['4.0', true],
      ['6.2', true],
    ],
    2,
  ],
  [
    'after one without a range',
    [
      ['4.0', false],
      ['6.2', true],
    ],
    2,
  ],
  [
    'before a preliminary one without a range',
    [
      ['4.0', true],
      ['6.2~', false],
    ],
    2,
  ],
  [
    'in a period that ends before one without a range',
    [
      ['4.0', true],
      ['4.1', true],
      ['6.2', false],
    ],
    2,
  ],
] as const)('the range of the latest %s is its own', (_, results, lastDay) => {
  expect(labelOf(results, lastDay)).toMatch(/^range \d/);
});

test('no label stands where no range was sent', () => {
  expect(
    labelOf([
      ['4.0', false],
      ['6.2', false],
    ]),
  ).toBeUndefined();
});
