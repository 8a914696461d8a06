import { describe, expect, test } from 'vitest';
import { endsBeforeStart, readMoment } from './date.ts';

const isReversed = (start: string, end: string): boolean =>
  endsBeforeStart(readMoment(start), readMoment(end));

describe('a period is not reversed', () => {
  test.each([
    ['2026-01-02T08:00:00Z', '2026-01-02T08:00:00Z'],
    ['2026-01-02T08:00:00-08:00', '2026-01-02T17:00:00Z'],
    ['2026-01-02', '2026-01-02'],
    ['2026-01', '2026-01-02'],
    ['2026-01-31', '2026-01'],
    ['2026', '2026-01-02'],
    // The end day contains the start, or the start day contains the end, on the clock of one place.
    ['2026-01-02T20:00:00-08:00', '2026-01-02'],
    ['2026-01-02T23:59:00-12:00', '2026-01-02'],
    ['2026-01-31T23:00:00-10:00', '2026-01'],
    ['2026-01-03', '2026-01-03T07:00:00+09:00'],
    ['2026-01-03', '2026-01-03T00:30:00+14:00'],
    ['2026-02', '2026-02-01T07:00:00+09:00'],
    ['2026-01-02T08:00:00Z', ''],
    ['', '2026-01-02T08:00:00Z'],
    ['at night', '2026-01-02'],
  ])('from "%s" to "%s"', (start, end) => {
    expect(isReversed(start, end)).toBe(false);
  });
});

describe('a period is reversed', () => {
  test.each([
    ['2026-01-02T08:00:01Z', '2026-01-02T08:00:00Z'],
    ['2026-01-02T08:00:00-08:00', '2026-01-02T15:00:00Z'],
    ['2026-01-03', '2026-01-02'],
    ['2026-02', '2026-01-31'],
    ['2026-02-01', '2026-01'],
    ['2027', '2026'],
    ['2026-01-04T08:00:00-08:00', '2026-01-02'],
    ['2026-01-03T12:00:00Z', '2026-01-02'],
    ['2026-01-05', '2026-01-03T07:00:00+09:00'],
    ['2026-01-03', '2026-01-02T09:00:00Z'],
  ])('from "%s" to "%s"', (start, end) => {
    expect(isReversed(start, end)).toBe(true);
  });
});
