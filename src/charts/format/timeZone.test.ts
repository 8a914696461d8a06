import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { instantMs, wallClockMs } from './timeZone.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns the one format of a zone. Making one takes far longer than writing a moment with it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format;
}

/** Reads the wall clock from Intl by itself. */
function intlWallClockMs(timeMs: number, timeZone: string): number {
  const text = formatOf(timeZone).format(timeMs);
  return Date.parse(`${text.replace(' ', 'T')}Z`) + (((timeMs % 1000) + 1000) % 1000);
}

const ZONES = [
  'America/Chicago',
  'Europe/London',
  'Africa/Casablanca', // it changes its clocks twice in a year for Ramadan
  'Australia/Lord_Howe', // it changes its clocks by half an hour
  'Asia/Kathmandu',
  'America/St_Johns', // it changed its clocks once by a minute past midnight
  'Pacific/Apia', // it left out a day
  'Antarctica/Troll',
];

test.each(ZONES)('%s: the wall clock is that of Intl, at any moment', (timeZone) => {
  const moment = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2040, 0, 1) });
  fc.assert(
    fc.property(moment, (timeMs) => wallClockMs(timeMs, timeZone) === intlWallClockMs(timeMs, timeZone)),
    { numRuns: 300 },
  );
  expect(wallClockMs(0, timeZone)).toBe(intlWallClockMs(0, timeZone));
});

test.each(ZONES)('%s: on each day of ten years, and around each change of its clocks', (timeZone) => {
  const wrong: string[] = [];
  let moments = 0;
  for (let day = Date.UTC(2015, 0, 1); day < Date.UTC(2025, 0, 1); day += DAY_MS) {
    const isChange = wallClockMs(day, timeZone) !== wallClockMs(day + DAY_MS, timeZone) - DAY_MS;
    const steps = isChange ? 96 : 1;
    for (let i = 0; i < steps; i++) {
      const timeMs = day + (i * DAY_MS) / steps;
      moments += 1;
      if (wallClockMs(timeMs, timeZone) !== intlWallClockMs(timeMs, timeZone))
        wrong.push(new Date(timeMs).toISOString());
    }
  }
  expect(wrong).toEqual([]);
  expect(moments).toBeGreaterThan(3650);
});

test('an hour that comes twice, and one that is left out, lead back to a moment', () => {
  const zone = 'America/Chicago';
  const twice = Date.UTC(2026, 10, 1, 1, 30);
  expect(wallClockMs(instantMs(twice, zone), zone)).toBe(twice);
  const leftOut = Date.UTC(2026, 2, 8, 2, 30);
  expect(Math.abs(wallClockMs(instantMs(leftOut, zone), zone) - leftOut)).toBeLessThanOrEqual(3_600_000);
});

test.each([
  ['America/Santiago', 2026, 8, 6],
  ['America/Havana', 2026, 2, 8],
  ['America/Sao_Paulo', 2018, 10, 4],
  ['Africa/Cairo', 2026, 3, 24],
  ['Asia/Beirut', 2026, 2, 29],
] as const)(
  'rule 43: in %s a day whose midnight is left out begins an hour later, and not on the evening before',
  (zone, year, month, day) => {
    const midnight = Date.UTC(year, month, day);
    const beginsMs = instantMs(midnight, zone);
    expect(wallClockMs(beginsMs, zone)).toBe(midnight + 3_600_000);
    expect(wallClockMs(beginsMs - 1, zone)).toBe(midnight - 1);
  },
);

test('a moment that is none has no wall clock', () => {
  expect(wallClockMs(Number.NaN, 'America/Chicago')).toBeNaN();
});

test('days of more than fifty years are read right too', () => {
  for (let day = 0; day < 25_000; day += 1) wallClockMs(day * DAY_MS + 1, 'Asia/Kathmandu');
  const timeMs = Date.UTC(2001, 5, 7, 8, 9, 10, 11);
  expect(wallClockMs(timeMs, 'Asia/Kathmandu')).toBe(intlWallClockMs(timeMs, 'Asia/Kathmandu'));
});
