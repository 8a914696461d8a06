import { describe, expect, it } from 'vitest';
import { frameOf } from '../axis/frame.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { barIntervalHours, pressureBars } from './pressureBars.ts';
import { chartEntriesOf } from '../reading/chartEntries.ts';
import { HOUR_MS } from '../../clinical/time/durations.ts';

const START_MS = Date.parse('2026-11-19T20:00:00Z');

const frame = (hours: number, width = 610, timeZone = 'America/Chicago') =>
  frameOf({ startMs: START_MS, endMs: START_MS + hours * HOUR_MS, timeZone, widthPx: width, heightPx: 88 });

type Pressure = readonly [minute: number, systolic: string, diastolic: string];

function pairsOf(pressures: readonly Pressure[], changes: object = {}) {
  const side = (id: string, at: 1 | 2) =>
    madeSeries(
      pressures.map((pressure) => ({
        at: new Date(START_MS + pressure[0] * 60_000).toISOString(),
        text: pressure[at],
        ...changes,
      })),
      { id, axis: [40, 180], unitText: 'mmHg' },
    );
  return chartEntriesOf(side('bp-sys', 1), side('bp-dia', 2)).drawn;
}

describe('the bars of many pressures', () => {
  it('rule 7: are the median of both sides of each hour of the clock', () => {
    const bars = pressureBars(
      pairsOf([
        [0, '120', '80'],
        [20, '100', '60'],
        [40, '110', '72'],
        [60, '130', '70'],
        [80, '132', '74'],
      ]),
      frame(24),
    );
    expect(bars.map(({ systolic, diastolic, count }) => [systolic, diastolic, count])).toEqual([
      [110, 72, 3],
      [131, 72, 2],
    ]);
    expect(bars.map(({ timeMs }) => (timeMs - START_MS) / HOUR_MS)).toEqual([0.5, 1.5]);
  });

  it('begin with the hour of the clock where the patient is', () => {
    const bars = pressureBars(
      pairsOf([
        [20, '120', '80'],
        [40, '100', '60'],
      ]),
      frame(24, 610, 'Asia/Kolkata'),
    );
    expect(bars.map(({ systolic }) => systolic)).toEqual([120, 100]);
  });

  it('stand for no stretch without a pressure', () => {
    const bars = pressureBars(
      pairsOf([
        [0, '120', '80'],
        [300, '110', '70'],
      ]),
      frame(24),
    );
    expect(bars.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('rule 34: leave a preliminary pressure to its own symbol', () => {
    expect(pressureBars(pairsOf([[0, '120', '80']], { status: 'preliminary' }), frame(24))).toEqual([]);
  });

  it.each([
    [24, 1],
    [120, 1],
    [240, 2],
    [720, 6],
    [8760, 24],
  ])('in a window of %i hours stand for %i', (hours, expected) => {
    expect(barIntervalHours(frame(hours))).toBe(expected);
  });
});
