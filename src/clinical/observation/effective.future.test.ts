import { describe, expect, test } from 'vitest';
import { readPotassium } from './observationFixture.ts';

const NOW = Date.parse('2026-11-24T14:00:00Z');
const reasonAt = (effectiveDateTime: string): string => readPotassium({ effectiveDateTime }).kind.reason;
const reasonOfPeriod = (start: string | undefined, end: string | undefined): string =>
  readPotassium({ effectiveDateTime: undefined, effectivePeriod: { start, end } }).kind.reason;

describe('a time that has not come is listed', () => {
  test.each([
    ['nine minutes ahead', '2026-11-24T14:09:00Z', ''],
    ['ten minutes ahead', '2026-11-24T14:10:00Z', ''],
    ['eleven minutes ahead', '2026-11-24T14:11:00Z', 'future'],
    ['eleven minutes ahead in another zone', '2026-11-25T01:11:00+11:00', 'future'],
    ['a minute ago in another zone', '2026-11-25T00:59:00+11:00', ''],
    ['tomorrow at noon', '2026-11-25T12:00:00Z', 'future'],
    ['a day that has begun in Kiribati', '2026-11-25', ''],
    ['a day that has begun nowhere', '2026-11-26', 'future'],
    ['this month', '2026-11', ''],
    ['the next month', '2026-12', 'future'],
    ['this year', '2026', ''],
    ['the next year', '2027', 'future'],
    ['a time without an offset, today somewhere', '2026-11-25T03:00:00', ''],
    ['a time without an offset, two days ahead', '2026-11-26T03:00:00', 'future'],
    ['a mistyped century', '2126-11-20T08:00:00Z', 'future'],
  ])('%s', (_, date, reason) => expect(reasonAt(date)).toBe(reason));

  test('the first of a month has begun in the furthest zone fourteen hours before', () => {
    const nowMs = Date.parse('2026-11-30T10:30:00Z');
    const read = (date: string) => readPotassium({ effectiveDateTime: date }, { nowMs }).kind.reason;
    expect([read('2026-12'), read('2026-12-01'), read('2026-12-02')]).toEqual(['', '', 'future']);
    expect(NOW).toBeLessThan(nowMs);
  });
});

describe('a date that stands for none is listed', () => {
  test.each([
    ['1900-01-01', 'date-implausible'],
    ['1900-01-01T00:00:00-06:00', 'date-implausible'],
    ['1900', 'date-implausible'],
    ['1899-12-30', 'date-implausible'],
    ['1899-12-30T00:00:00Z', 'date-implausible'],
    ['1901-12-13T20:45:52Z', 'date-implausible'],
    ['1904-01-01', 'date-implausible'],
    ['0001-01-01', 'date-implausible'],
    ['0001-01-01T00:00:00Z', 'date-implausible'],
    ['1753-01-01', 'date-implausible'],
    ['1970-01-01T00:00:00Z', 'date-implausible'],
    ['9999-12-31', 'future'],
    ['9999-12-31T23:59:59Z', 'future'],
    ['1934-03-02', ''],
    ['1970-02-02', ''],
  ])('%s', (date, reason) => expect(reasonAt(date)).toBe(reason));
});

describe('a collection', () => {
  test.each([
    ['2026-11-20T08:00:00Z', '9999-12-31', 'open-period'],
    ['2026-11-20T08:00:00Z', '9999-12-31T23:59:59Z', 'open-period'],
    ['2026-11-20T08:00:00Z', '2026-11-24T15:00:00Z', 'future'],
    ['2026-12-20T08:00:00Z', undefined, 'future'],
    ['1900-01-01', undefined, 'date-implausible'],
    ['1900-01-01', '2026-11-20T08:00:00Z', ''],
  ])('from %s to %s', (start, end, reason) => expect(reasonOfPeriod(start, end)).toBe(reason));
});
