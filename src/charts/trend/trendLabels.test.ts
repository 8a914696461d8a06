import { expect, test } from 'vitest';
import { chartEntriesOf } from '../reading/chartEntries.ts';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { trendLabelText, trendLabels } from './trendLabels.ts';
import { trendLayout } from './trendLayout.ts';

const DAY = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T08:00:00Z`;

/** Returns the texts from the highest to the lowest, as a reader sees them. */
function labelsOf(...results: readonly string[]): readonly string[] {
  const series = trendSeries(results.map((text, i) => trendRow(DAY(i + 1), text)));
  const { drawn } = chartEntriesOf(series);
  const window = { fromMs: Date.parse(DAY(1)), toMs: Date.parse(DAY(3)) };
  const layout = trendLayout({ series }, { window, size: { widthPx: 860, heightPx: 304 }, timeZone: 'UTC' });
  return trendLabels(series, drawn, undefined, layout).map(({ parts }) => trendLabelText(parts));
}

test('rule 34: a preliminary result stands beside the curve with its flag, also where it is critical', () => {
  expect(labelsOf('4.1', '5.3~')).toEqual(['5.3 preliminary', '4.1']);
  expect(labelsOf('4.1', '5.3H~')).toEqual(['5.3 △H preliminary', '4.1']);
  expect(labelsOf('4.1', '8.6HH~')).toEqual(['8.6 ‼HH preliminary', '4.1']);
  expect(labelsOf('4.1', '2.4LL~')).toEqual(['4.1', '2.4 ‼LL preliminary']);
});

test('where one line has no room for it, "preliminary" stands right below the value and its flag', () => {
  expect(labelsOf('4.1', '104.625HH~')).toEqual(['104.625 ‼HH', 'preliminary', '4.1']);
});

test('rule 13: the latest final result has its flag and is never called preliminary', () => {
  expect(labelsOf('4.1', '5.9H')).toEqual(['5.9 ▲H']);
});
