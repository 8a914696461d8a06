import { describe, expect, it } from 'vitest';
import { cutToWindow } from '../inWindow.ts';
import { lineSegments } from './lineSegments.ts';
import { madeSeries } from '../../../testing/seriesFixture.ts';
import type { Series } from '../series.ts';
import { DAY_MS } from '../../time/durations.ts';

describe('rule 6: the silence of a monitor', () => {
  const START_MS = Date.parse('2026-11-19T20:00:00Z');
  const readings = (minutes: readonly number[]): Series =>
    madeSeries(
      minutes.map((minute) => ({ at: new Date(START_MS + minute * 60_000).toISOString(), text: '80' })),
    );
  const everyFive = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + 5 * i);
  const runs = (series: Series, windowMs?: number) =>
    lineSegments(series, windowMs).map(([from, to]) => to - from);

  it('breaks the line on every chart, whatever the window', () => {
    const series = readings([...everyFive(0, 20), ...everyFive(150, 20)]);
    for (const windowMs of [undefined, 5 * DAY_MS, DAY_MS / 4])
      expect(runs(series, windowMs)).toEqual([20, 20]);
  });

  it('breaks it in a window that holds only a few readings of the monitor', () => {
    const series = readings([...everyFive(0, 20), ...everyFive(140, 20)]);
    const part = cutToWindow(series, START_MS + 85 * 60_000, START_MS + 152 * 60_000);
    expect(part.timesMs.length).toBeLessThan(9);
    expect(runs(part, DAY_MS)).toEqual([4, 4]);
  });

  it('ends where the ward takes over, and joins the readings of the ward', () => {
    const ward = [400, 640, 880];
    expect(runs(readings([...everyFive(0, 20), ...ward]), DAY_MS)).toEqual([20, 3]);
  });

  it.each([
    ['four readings in an emergency room', [...everyFive(0, 4), 90, 150]],
    ['a glucose each hour', [0, 60, 120, 180, 240, 300, 360, 420]],
    ['a result that was sent seven times', [0, 0, 0, 0, 0, 0, 0, 60]],
  ])('is not told from %s', (_, minutes) => {
    expect(runs(readings(minutes), DAY_MS)).toHaveLength(1);
  });
});
