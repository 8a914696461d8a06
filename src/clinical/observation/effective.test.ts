import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../time/durations.ts';
import { IMPRECISE_DATE_OFFSET_MS } from '../time/date.ts';
import { hasImpossibleTime, readEffective } from './effective.ts';
import { readPotassium } from './observationFixture.ts';

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

const NOW_MS = Date.parse('2026-11-24T14:00:00Z');
const at = (fields: object) => readEffective({ ...fields }, NOW_MS);
const periodAt = (start?: string, end?: string) => at({ effectivePeriod: { start, end } });

test.each(['+14:30', '-1401', '+15:00', '-15:00', '+23:59', '+14:60', '+24:00', '+99:00', '+1500', '+15'])(
  'no clock is %s apart from UTC, so that the day alone is taken as known',
  (offset) => {
    const sent = `2026-03-05T14:00:00${offset}`;
    expect(at({ effectiveDateTime: sent })).toEqual({
      reason: '',
      precision: 'day',
      timeMs: Date.UTC(2026, 2, 5) + IMPRECISE_DATE_OFFSET_MS,
      text: sent,
    });
  },
);

test.each(['+25:00:00', '+1:00', 'X', 'GMT', '+', '*05:00', '+05:00 UTC'])(
  'and nothing is known of a time that ends in %s',
  (end) => {
    expect(at({ effectiveDateTime: `2026-03-05T14:00:00${end}` }).reason).toBe('no-time');
  },
);

test.each([
  ['+0530', '08:30:00'],
  ['+05', '09:00:00'],
  ['-03', '17:00:00'],
  ['+14', '00:00:00'],
  ['-0800', '22:00:00'],
  ['+0000', '14:00:00'],
])('an offset of %s without its colon is read as well', (offset, clock) => {
  expect(at({ effectiveDateTime: `2026-03-05T14:00:00${offset}` })).toMatchObject({
    precision: 'instant',
    timeMs: Date.parse(`2026-03-05T${clock}Z`),
  });
});

test.each(['+14:00', '-12:00', '+05:45', '-00:00', '+13:45', '+00:00'])(
  'an offset of %s is read',
  (offset) => {
    expect(at({ effectiveDateTime: `2026-03-05T14:00:00${offset}` }).precision).toBe('instant');
  },
);

test('a result of a time that cannot be right is told from one without a time', () => {
  const times = ['2126-01-01', '1900-01-01', '2026-01-01', 'yesterday'].map((effectiveDateTime) =>
    at({ effectiveDateTime }),
  );
  expect(times.map(({ reason }) => reason)).toEqual(['future', 'date-implausible', '', 'no-time']);
  expect(times.map(hasImpossibleTime)).toEqual([true, true, false, false]);
  expect(hasImpossibleTime(periodAt('2026-01-01T08:00:00Z'))).toBe(false);
});

test('a day stands ten hours less a minute behind its first moment, and an instant where it is', () => {
  expect(IMPRECISE_DATE_OFFSET_MS).toBe(10 * HOUR_MS - MINUTE_MS);
  expect(at({ effectiveDateTime: '2026-01-02' }).timeMs).toBe(Date.UTC(2026, 0, 2, 9, 59));
  expect(at({ effectiveDateTime: '2026-01-02T00:00:00Z' }).timeMs).toBe(Date.UTC(2026, 0, 2));
});

describe('a collection', () => {
  test.each([
    ['without a start', undefined, '2026-01-02T08:00:00Z', '', '/2026-01-02T08:00:00Z'],
    [
      'of no time',
      '2026-01-02T08:00:00Z',
      '2026-01-02T08:00:00Z',
      '',
      '2026-01-02T08:00:00Z/2026-01-02T08:00:00Z',
    ],
    [
      'that ends before it begins',
      '2026-01-02T08:00:00Z',
      '2026-01-02T07:59:59Z',
      'date-implausible',
      '2026-01-02T08:00:00Z/2026-01-02T07:59:59Z',
    ],
    ['on one day', '2026-01-02', '2026-01-02', '', '2026-01-02/2026-01-02'],
    [
      'that ends on the day before, in every time zone',
      '2026-01-02T12:00:00Z',
      '2026-01-01',
      'date-implausible',
      '2026-01-02T12:00:00Z/2026-01-01',
    ],
    [
      'that ends on the day of its evening in the west',
      '2026-01-02T08:00:00Z',
      '2026-01-01',
      '',
      '2026-01-02T08:00:00Z/2026-01-01',
    ],
    ['that begins in words', 'at night', '2026-01-02', '', 'at night/2026-01-02'],
    [
      'in the future that ends before it begins',
      '2027-02-02',
      '2027-01-02T07:00:00Z',
      'future',
      '2027-02-02/2027-01-02T07:00:00Z',
    ],
    ['with an end in words', '2026-01-02', 'at noon', 'no-time', '2026-01-02/at noon'],
    ['without an end', '2026-01-02', undefined, 'open-period', '2026-01-02/'],
    ['without an end that has not begun', '2027-01-02', undefined, 'future', '2027-01-02/'],
    ['without start and end', undefined, undefined, 'no-time', ''],
  ])('%s', (_, start, end, reason, text) => {
    expect(periodAt(start, end)).toMatchObject({ reason, text });
  });
});

describe('a timing', () => {
  const ofTiming = (effectiveTiming: object) => at({ effectiveTiming });

  test('of one event is at that event', () => {
    const event = ['2026-01-02T08:00:00Z'];
    expect(ofTiming({ event })).toMatchObject({
      reason: '',
      text: event[0],
      timeMs: Date.UTC(2026, 0, 2, 8),
    });
  });

  test('of several events has no time, and shows all of them', () => {
    const event = ['2026-01-02T08:00:00Z', '2026-01-02T09:00:00Z'];
    expect(ofTiming({ event })).toMatchObject({
      reason: 'no-time',
      text: '2026-01-02T08:00:00Z, 2026-01-02T09:00:00Z',
    });
  });

  test('with bounds counts at their end', () => {
    const boundsPeriod = { start: '2026-01-02T08:00:00Z', end: '2026-01-02T09:00:00Z' };
    expect(ofTiming({ repeat: { boundsPeriod } })).toMatchObject({
      reason: '',
      timeMs: Date.UTC(2026, 0, 2, 9),
    });
    expect(ofTiming({ event: [], repeat: { boundsPeriod: { start: '2026-01-02' } } }).reason).toBe(
      'open-period',
    );
  });

  test.each([{}, { event: [] }, { event: 'daily' }, { repeat: {} }])('%j has no time', (timing) => {
    expect(ofTiming(timing)).toMatchObject({ reason: 'no-time', text: '', precision: 'none' });
  });

  test('a long text of a time is cut', () => {
    expect(at({ effectiveDateTime: 'y'.repeat(300) }).text).toBe(`${'y'.repeat(127)}…`);
  });
});
