import { expect, test } from 'vitest';
import { chartEntriesOf } from '../reading/chartEntries.ts';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { frameWidthPx, rightMarginPx, wholeWindow } from './trendLayout.ts';

const ZONE = 'America/Chicago';
const drawnFrom = (...rows: ReturnType<typeof trendRow>[]) => chartEntriesOf(trendSeries(rows)).drawn;

test('rules 4, 44: a month that is known as a month lies in the window as a whole', () => {
  const drawn = drawnFrom(
    trendRow('2025-03-01', '4.0', { precision: 'month', drawing: 'point' }),
    trendRow('2026-10-01', '4.6', { precision: 'month', drawing: 'point' }),
  );
  const { fromMs, toMs } = wholeWindow(drawn, Date.parse('2031-01-01T00:00:00Z'), ZONE)!;
  expect(fromMs).toBeLessThan(Date.parse('2025-03-01T06:00:00Z'));
  expect(toMs).toBeGreaterThan(Date.parse('2026-11-01T05:00:00Z'));
});

test('rule 11: to today where that is near, else to the last result', () => {
  const drawn = drawnFrom(trendRow('2016-01-01T12:00:00Z', '4.0'), trendRow('2026-01-01T12:00:00Z', '4.6'));
  const near = Date.parse('2026-11-01T12:00:00Z');
  expect(wholeWindow(drawn, near, ZONE)?.toMs).toBe(near);
  expect(wholeWindow(drawn, Date.parse('2036-01-01T12:00:00Z'), ZONE)?.toMs).toBeLessThan(near);
  expect(wholeWindow([], near, ZONE)).toBeUndefined();
});

test('a window that is made narrow leaves the plot the room of a narrow one', () => {
  expect([1334, 697, 696, 376].map(rightMarginPx)).toEqual([148, 148, 116, 116]);
  expect(frameWidthPx(1334) - frameWidthPx(376)).toBe(1334 - 376 - 32);
});
