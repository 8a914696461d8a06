import { describe, expect, test } from 'vitest';
import { readPotassium } from './observationFixture.ts';
import { HOUR_MS } from '../time/durations.ts';

const ofPeriod = (effectivePeriod: object) =>
  readPotassium({ effectiveDateTime: undefined, effectivePeriod });

describe('time', () => {
  const dates: readonly (readonly [string, object, string, string, string])[] = [
    ['45: 2099', { effectiveDateTime: '2099-07-07T21:12:00.000Z' }, 'future', 'instant', 'listed'],
    [
      '45b: the zero of the clock',
      { effectiveDateTime: '1969-12-31T23:39:53Z' },
      'date-implausible',
      'instant',
      'listed',
    ],
    ['before 1900', { effectiveDateTime: '0026-01-02' }, 'date-implausible', 'day', 'listed'],
    ['46: a day', { effectiveDateTime: '2021-03-01' }, '', 'day', 'point'],
    ['46: a month', { effectiveDateTime: '2021-03' }, '', 'month', 'point'],
    ['46: a year', { effectiveDateTime: '2021' }, '', 'year', 'point'],
    ['49: an offset', { effectiveDateTime: '2021-03-01T01:30:00-05:00' }, '', 'instant', 'line'],
    ['a time without an offset', { effectiveDateTime: '2021-03-01T01:30:00' }, '', 'day', 'point'],
    ['a day that does not exist', { effectiveDateTime: '2021-02-30' }, 'no-time', 'none', 'listed'],
    ['a word', { effectiveDateTime: 'yesterday' }, 'no-time', 'none', 'listed'],
    [
      '48: only issued',
      { effectiveDateTime: undefined, issued: '2021-03-01T00:00:00Z' },
      'no-time',
      'none',
      'listed',
    ],
    [
      'an instant',
      { effectiveDateTime: undefined, effectiveInstant: '2021-03-01T00:00:00Z' },
      '',
      'instant',
      'line',
    ],
    [
      'a timing',
      { effectiveDateTime: undefined, effectiveTiming: { event: ['2021-03-01T00:00:00Z'] } },
      '',
      'instant',
      'line',
    ],
  ];
  test.each(dates)('%s', (_, fields, reason, precision, drawing) => {
    expect(readPotassium(fields).kind).toMatchObject({ reason, precision, drawing });
  });

  test('47: a collection counts at its end, and without an end it has no place', () => {
    const day = ofPeriod({ start: '2026-01-01T08:00:00Z', end: '2026-01-02T08:00:00Z' });
    expect(day.timeMs).toBe(Date.UTC(2026, 0, 2, 8));
    expect(day.effective).toBe('2026-01-01T08:00:00Z/2026-01-02T08:00:00Z');
    expect(ofPeriod({ start: '2026-01-01T08:00:00Z' }).kind.reason).toBe('open-period');
  });

  test('49: both passes of 01:30 in the night the clocks go back are ordered by instant', () => {
    const first = readPotassium({ effectiveDateTime: '2026-11-01T01:30:00-05:00' });
    const second = readPotassium({ effectiveDateTime: '2026-11-01T01:30:00-06:00' });
    expect(second.timeMs - first.timeMs).toBe(HOUR_MS);
  });
});
