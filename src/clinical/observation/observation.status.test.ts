import { describe, expect, test } from 'vitest';
import { quantity, read, readRow, readPotassium } from './observationFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { HOUR_MS } from '../time/durations.ts';

describe('status', () => {
  test.each(['entered-in-error', 'entered-in-error ', 'Entered-In-Error'])(
    '27 and 28: "%s" is withdrawn',
    (status) => {
      const fields = {
        status,
        code: { ...loinc('718-7'), text: 'Hgb' },
        valueQuantity: quantity(3.1, 'g/dL'),
      };
      expect(read(fields)).toEqual({
        outcome: 'withdrawn',
        id: 'o1',
        baseId: 'hgb',
        baseIds: ['hgb'],
        text: 'Hgb',
        timeMs: Date.UTC(2026, 0, 2, 18, 30),
        effective: '2026-01-02T18:30:00Z',
      });
    },
  );

  test('rule 6: a withdrawn blood pressure leaves a gap in both of its lines', () => {
    const component = [
      { code: loinc('8480-6'), valueQuantity: quantity(120, 'mmHg', 'mm[Hg]') },
      { code: loinc('8462-4') },
    ];
    const withdrawn = read({ status: 'entered-in-error', code: { text: 'BP' }, component });
    expect(withdrawn).toMatchObject({ baseId: 'text:bp', baseIds: ['bp-sys', 'bp-dia'] });
    expect(JSON.stringify(withdrawn)).not.toContain('120');
  });

  test('27: of a withdrawn result that does not say whose it was nothing but its id is kept', () => {
    expect(read({ subject: undefined, status: 'entered-in-error', code: loinc('718-7') })).toEqual({
      outcome: 'withdrawn',
      id: 'o1',
      baseId: '',
      baseIds: [],
      text: '',
      timeMs: Number.NaN,
      effective: '',
    });
  });

  test.each(['final', 'corrected', 'amended'])('30: %s is on the line and keeps its word', (status) => {
    expect(readPotassium({ status }).kind).toMatchObject({ status, drawing: 'line' });
  });

  test('31: a preliminary result is a point off the line', () => {
    expect(readPotassium({ status: 'preliminary' }).kind.drawing).toBe('point');
  });

  test('rule 34: where the vendor says so a preliminary result is listed without its value', () => {
    const hidden = readRow(
      { status: 'preliminary', code: loinc('2823-3'), valueQuantity: quantity(6.6, 'mmol/L') },
      { hidePreliminary: true },
    );
    expect(hidden.kind).toMatchObject({ drawing: 'listed', reason: 'preliminary-hidden', flag: '' });
    expect(JSON.stringify(hidden)).not.toContain('6.6');
  });

  test.each(['verified', '', 'registered', 'unknown'])(
    '32: status "%s" is listed with the word as sent',
    (status) => {
      expect(readPotassium({ status }).kind).toMatchObject({ drawing: 'listed', reason: 'status', status });
    },
  );

  test('32: a cancelled result has no value', () => {
    expect(readPotassium({ status: 'cancelled' })).toMatchObject({ valueText: '', value: Number.NaN });
  });

  test('71: what a modifier extension may turn around is listed for review', () => {
    expect(readPotassium({ modifierExtension: [{ url: 'x' }] }).kind.reason).toBe('modifier');
  });
});

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
