import { describe, expect, test } from 'vitest';
import { pressurePairsOf } from '../../clinical/series/pairs/pressurePairs.ts';
import { HOUR_MS } from '../../clinical/time/durations.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { frameOf } from '../axis/frame.ts';
import { pairSpreadPath } from './pairBar.ts';

const START_MS = Date.parse('2026-11-19T20:00:00Z');
const HOURS = 120;

/** Returns the pixel columns that are drawn for pressures at these minutes of five days. */
function columnsAt(minutes: readonly number[], widthPx: number): readonly number[] {
  const side = (id: string, text: string) =>
    madeSeries(
      minutes.map((minute) => ({ at: new Date(START_MS + minute * 60_000).toISOString(), text })),
      { id, axis: [40, 180], unitText: 'mmHg' },
    );
  const pairs = pressurePairsOf(side('bp-sys', '120'), side('bp-dia', '70'));
  const endMs = START_MS + HOURS * HOUR_MS;
  const frame = frameOf({ startMs: START_MS, endMs, timeZone: 'UTC', widthPx, heightPx: 88 });
  return [...pairSpreadPath(pairs, frame, (value) => 180 - value).matchAll(/M(\d+)/g)].map(([, px]) =>
    Number(px),
  );
}

const everyFiveMinutes = Array.from({ length: (HOURS * 60) / 5 }, (_, i) => i * 5);
const widestStep = (columns: readonly number[]): number =>
  Math.max(...columns.slice(1).map((px, i) => px - columns[i]!));

describe('many pressures', () => {
  test.each([600, 912, 1460, 1520, 2900, 4000])(
    'at a steady step are a band without holes in %i px: a hole would look like a time without pressures',
    (widthPx) => {
      expect(widestStep(columnsAt(everyFiveMinutes, widthPx))).toBe(1);
    },
  );

  test('of short times far apart are not joined over the time between them', () => {
    const minutes = [0, 1, 2, 3].flatMap((day) => Array.from({ length: 60 }, (_, i) => day * 1_440 + i / 6));
    expect(widestStep(columnsAt(minutes, 900))).toBeGreaterThan(170);
  });

  test('that stand several in each column leave a gap of one column, too', () => {
    const minutes = everyFiveMinutes.filter((minute) => minute < 2_700 || minute >= 2_800);
    expect(widestStep(columnsAt(minutes, 148))).toBeGreaterThan(1);
  });

  test.each([1440, 1460, 2900])('leave a gap in %i px where a single one is missing', (widthPx) => {
    const minutes = everyFiveMinutes.filter((minute) => minute !== 2_700);
    expect(widestStep(columnsAt(minutes, widthPx))).toBeGreaterThan(1);
  });

  test.each([912, 1460, 2900])('leave a gap in %i px where an hour is missing', (widthPx) => {
    const minutes = everyFiveMinutes.filter((minute) => minute < 2_700 || minute >= 2_760);
    const hourPx = widthPx / HOURS;
    expect(widestStep(columnsAt(minutes, widthPx))).toBeGreaterThan(hourPx * 0.7);
  });
});
