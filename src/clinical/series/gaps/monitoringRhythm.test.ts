import { describe, expect, it } from 'vitest';
import { seriesAtTimes, seriesOfRows } from '../../../testing/seriesFixture.ts';
import { isMonitored } from './monitoringRhythm.ts';
import { DAY_MS, MINUTE_MS } from '../../time/durations.ts';

const START_MS = Date.parse('2026-11-19T14:00:00Z');

const every = (minutes: number, count: number) =>
  seriesAtTimes(Array.from({ length: count }, (_, i) => ({ timeMs: START_MS + i * minutes * MINUTE_MS })));

describe('a monitored measure', () => {
  it.each([
    ['every five minutes for five days', every(5, 1440), 5 * DAY_MS, true],
    ['every quarter of an hour', every(15, 480), 5 * DAY_MS, true],
    ['every half hour', every(30, 240), 5 * DAY_MS, false],
    ['every five minutes, fewer than a hundred', every(5, 99), DAY_MS / 4, false],
    ['a hundred in the record, an hour of them in the window', every(5, 100), DAY_MS / 24, true],
    ['a day of them in a window of two years', every(5, 288), 730 * DAY_MS, false],
    ['a day of them in a window of two days', every(5, 288), 2 * DAY_MS, true],
    ['two of a hundred in the window', every(5, 100), 5 * MINUTE_MS, true],
    ['one of a hundred in the window', every(5, 100), 4 * MINUTE_MS, false],
    ['exactly a third of the window', every(5, 288), 3 * DAY_MS, true],
    ['less than a third of the window', every(5, 288), 3 * DAY_MS + 3, false],
    ['none in the record', every(5, 0), DAY_MS, false],
  ])('%s', (_, series, lengthMs, expected) => {
    expect(isMonitored(series, START_MS, START_MS + lengthMs)).toBe(expected);
  });

  it('is none in a window without readings', () => {
    expect(isMonitored(every(5, 1440), START_MS - 2 * DAY_MS, START_MS - DAY_MS)).toBe(false);
  });

  it('counts the readings of the window alone', () => {
    const startMs = START_MS + 278 * 5 * MINUTE_MS;
    expect(isMonitored(every(5, 288), startMs, startMs + 150 * MINUTE_MS)).toBe(true);
    expect(isMonitored(every(5, 288), startMs, startMs + 151 * MINUTE_MS)).toBe(false);
  });

  it('rule 23: stays one when each of its readings was sent three times', () => {
    const sent = [...every(5, 1440).rows].flatMap((row) => [row, { ...row, id: 'b' }, { ...row, id: 'c' }]);
    expect(isMonitored(seriesOfRows(sent), START_MS, START_MS + 5 * DAY_MS)).toBe(true);
    const few = sent.slice(0, 3 * 99);
    expect(isMonitored(seriesOfRows(few), START_MS, START_MS + DAY_MS / 4)).toBe(false);
  });

  it('identical results at one moment are no rhythm of their own', () => {
    const daily = Array.from({ length: 200 }, (_, i) => ({ timeMs: START_MS + Math.floor(i / 4) * DAY_MS }));
    expect(isMonitored(seriesAtTimes(daily), START_MS, START_MS + 50 * DAY_MS)).toBe(false);
  });
});
