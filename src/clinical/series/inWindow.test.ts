import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesAtTimes } from '../../testing/seriesFixture.ts';
import { countInWindow, cutToWindow, indicesInWindow, isAfterStart } from './inWindow.ts';
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

describe('rule 44: a day, month or year lies where its first day lies, in whatever zone that is', () => {
  const earliest = day(10) - 14 * HOUR_MS;
  const ofDay = seriesAtTimes([
    { timeMs: day(0) },
    { timeMs: day(10), precision: 'day' },
    { timeMs: day(20) },
  ]);

  it.each([
    ['begins when the day begins in the farthest zone', day(10) + 14 * HOUR_MS, 2],
    ['begins a moment later', day(10) + 14 * HOUR_MS + 1, 1],
    ['begins when the day begins in UTC', day(10), 2],
    ['begins before the day does anywhere', earliest, 2],
  ])('a window that %s', (_, startMs, count) => {
    expect(countInWindow(ofDay, startMs, day(20))).toBe(count);
    expect(isAfterStart(ofDay.rows.at(1)!, startMs)).toBe(count === 2);
  });

  it('a moment has no zone to wait for', () => {
    const moment = ofDay.rows.at(2)!;
    expect([isAfterStart(moment, day(20)), isAfterStart(moment, day(20) + 1)]).toEqual([true, false]);
    expect(countInWindow(seriesAtTimes([{ timeMs: day(10) }]), day(10) + 1, day(20))).toBe(0);
  });

  it('a moment before the window ends the search, because only neighbours are taken together', () => {
    const mixed = seriesAtTimes([{ timeMs: day(10), precision: 'day' }, { timeMs: day(10) + 13 * HOUR_MS }]);
    expect(indicesInWindow(mixed, day(10) + 14 * HOUR_MS, day(20))).toEqual([2, 2]);
  });

  it('several of one day are all in the window, also as the first of the series', () => {
    const days = [1, 2, 3].map(() => ({ timeMs: day(10), precision: 'day' as const }));
    expect(indicesInWindow(seriesAtTimes(days), day(10) + 13 * HOUR_MS, day(20))).toEqual([0, 3]);
  });

  it('a window that ends before it starts holds nothing, and never less than nothing', () => {
    expect(countInWindow(ofDay, day(10) + 13 * HOUR_MS, day(10) + 1)).toBe(0);
  });
});

describe('a cut series', () => {
  const series = seriesAtTimes([0, 10, 20, 30, 40].map((n) => ({ timeMs: day(n) })));
  const daysOf = ({ timesMs, values, rows }: typeof series) => {
    expect(rows.map(({ value }) => value)).toEqual([...values]);
    return Array.from(timesMs, (timeMs) => (timeMs - day(0)) / DAY_MS);
  };

  it.each([
    ['at its beginning', 0, 10, [0, 10, 20]],
    ['at its end', 30, 40, [20, 30, 40]],
    ['before its first result', -9, -5, [0]],
    ['after its last result', 50, 60, [40]],
    ['between two results', 11, 19, [10, 20]],
  ])('%s keeps the neighbours that there are', (_, from, to, days) => {
    expect(daysOf(cutToWindow(series, day(from), day(to)))).toEqual(days);
  });

  it('without the last one alone is a new one', () => {
    expect(daysOf(cutToWindow(series, day(0), day(20)))).toEqual([0, 10, 20, 30]);
    expect(daysOf(cutToWindow(series, day(20), day(40)))).toEqual([10, 20, 30, 40]);
  });
});
