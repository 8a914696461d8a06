import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesAtTimes } from '../../testing/seriesFixture.ts';
import { countInWindow, cutToWindow, indicesInWindow } from './inWindow.ts';
import { DAY_MS, HOUR_MS } from '../time/durations.ts';

const day = (n: number): number => Date.UTC(2026, 0, 1) + n * DAY_MS;

describe('a window of a series', () => {
  const series = seriesAtTimes([0, 10, 20, 30, 40].map((n) => ({ timeMs: day(n) })));

  it('counts the results from its first to its last moment, both included', () => {
    expect(countInWindow(series, day(10), day(30))).toBe(3);
    expect(countInWindow(series, day(11), day(19))).toBe(0);
    expect(indicesInWindow(series, day(41), day(50))).toEqual([5, 5]);
  });

  it('is cut with one neighbour on each side, so that the line goes on to the edge', () => {
    const cut = cutToWindow(series, day(15), day(25));
    expect([...cut.timesMs]).toEqual([day(10), day(20), day(30)]);
    expect(cut.rows.map(({ timeMs }) => timeMs)).toEqual([...cut.timesMs]);
    expect(cut.values.length).toBe(3);
  });

  it('is the series itself where nothing is cut away', () => {
    expect(cutToWindow(series, day(5), day(35))).toBe(series);
  });

  it('rule 44: a day at the very beginning is in the window, whatever zone its midnight is kept in', () => {
    const days = seriesAtTimes([{ timeMs: day(0), precision: 'day' }, { timeMs: day(3) }]);
    expect(countInWindow(days, day(0) + 12 * HOUR_MS, day(3))).toBe(2);
    expect(countInWindow(days, day(1), day(3))).toBe(1);
  });

  it('loses and doubles nothing: before, in and after are all', () => {
    const times = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 });
    fc.assert(
      fc.property(times, fc.integer({ min: -10, max: 410 }), fc.nat({ max: 400 }), (all, start, length) => {
        const one = seriesAtTimes(all.toSorted((a, b) => a - b).map((n) => ({ timeMs: day(n) })));
        const [from, to] = indicesInWindow(one, day(start), day(start + length));
        const inside = all.filter((n) => n >= start && n <= start + length).length;
        expect(to - from).toBe(inside);
        expect(from).toBe(all.filter((n) => n < start).length);
      }),
    );
  });
});
