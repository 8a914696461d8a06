/** A result that is dated after the death of the patient says so beside its value (rule 22). */
import { describe, expect, test } from 'vitest';
import { emptyFlowsheet } from '../../../testing/recordFixture.ts';
import { csvLineOf, potassiumObservation, readRecord } from '../../../testing/readRecordFixture.ts';
import { attachedWords } from '../../observation/attached/attachedWords.ts';
import { readPatient, type Lifetime } from '../../patient/patient.ts';

const NOW_MS = Date.UTC(2026, 10, 24);
const AFTER = 'dated after the patient’s death';

const patientWho = (fields: object, timeZone = 'America/Chicago'): Lifetime =>
  readPatient({ resourceType: 'Patient', birthDate: '1950-06-01', ...fields }, NOW_MS, [], timeZone);
const died = (deceasedDateTime: string, timeZone?: string): Lifetime =>
  patientWho({ deceasedDateTime }, timeZone);
const measured = (effectiveDateTime: string, more: object = {}) =>
  potassiumObservation({ id: 'a', effectiveDateTime, ...more });

function wordsBeside(lifetime: Lifetime, one: object): string {
  const sheet = emptyFlowsheet();
  sheet.take([one]);
  sheet.setLifetime(lifetime);
  const rows = sheet.snapshot().series.flatMap((series) => [...series.rows, ...series.listed]);
  return rows.flatMap(attachedWords).join(', ');
}

describe('a result says that it is dated after the death', () => {
  test.each([
    ['an hour after a death with a time', '2026-01-03T14:00:00-06:00', '2026-01-03T15:00:00-06:00'],
    ['a minute after it, in another zone', '2026-01-03T14:00:00-06:00', '2026-01-03T20:01:00Z'],
    ['the day after a death of a day', '2026-01-03', '2026-01-04T00:00:00-06:00'],
    ['the day after, without a time', '2026-01-03', '2026-01-04'],
    ['the day after a death with a time', '2026-01-03T14:00:00-06:00', '2026-01-04'],
    ['the day after a day that was written as midnight', '2026-01-03T00:00:00', '2026-01-04T08:00:00Z'],
    ['the day after a midnight with an offset', '2026-01-03T00:00:00.000-06:00', '2026-01-04T00:30:00-06:00'],
    ['the month after', '2026-01-03', '2026-02'],
    ['the year after a death of a year', '2024', '2025'],
    ['after a death of a month', '2026-01', '2026-02-01T12:00:00Z'],
    ['weeks after', '2026-01-03', '2026-02-20T08:00:00Z'],
    ['months after a death of long ago', '1961-01-03', '1961-04-20T08:00:00Z'],
  ])('%s', (_, death, date) => {
    expect(wordsBeside(died(death), measured(date))).toBe(AFTER);
  });

  test('by the clock of the record where the death has no time', () => {
    const evening = measured('2026-01-03T16:00:00Z');
    expect(wordsBeside(died('2026-01-03', 'Asia/Tokyo'), evening)).toBe(AFTER);
    expect(wordsBeside(died('2026-01-03', 'America/Chicago'), evening)).toBe('');
  });

  test.each([
    ['America/Chicago', '2026-01-03T06:00:00Z', '2026-01-04T06:00:00Z', '2026-01-04T05:59:00Z'],
    ['Europe/Berlin', '2026-01-02T23:00:00Z', '2026-01-03T23:00:00Z', '2026-01-03T22:59:00Z'],
    ['Europe/Berlin', '2026-01-02T23:00:00Z', '2026-01-04', '2026-01-03'],
    ['Asia/Tokyo', '2026-01-02T20:00:00Z', '2026-01-04', '2026-01-03'],
    ['Asia/Tokyo', '2026-01-02T20:00:00Z', '2026-01-02T20:01:00Z', '2026-01-02T20:00:59Z'],
    ['Australia/Sydney', '2026-10-03', '2026-10-03T14:00:00Z', '2026-10-03T13:30:00Z'],
    ['Australia/Sydney', '2026-04-04', '2026-04-04T13:00:00Z', '2026-04-04T12:59:00Z'],
  ])(
    'in %s by the clock there, where the death is sent as %s: %s, but not %s',
    (zone, death, late, early) => {
      expect(wordsBeside(died(death, zone), measured(late))).toBe(AFTER);
      expect(wordsBeside(died(death, zone), measured(early))).toBe('');
    },
  );

  test('a period by its end', () => {
    const period = { start: '2026-01-02T08:00:00Z', end: '2026-01-05T08:00:00Z' };
    const collected = measured('', { effectiveDateTime: undefined, effectivePeriod: period });
    expect(wordsBeside(died('2026-01-03'), collected)).toBe(AFTER);
  });

  test('one in words, which is listed, as well', () => {
    const text = measured('2026-01-09', { valueQuantity: undefined, valueString: 'see report' });
    expect(wordsBeside(died('2026-01-03'), text)).toBe(AFTER);
  });

  test('beside what else is said of it, and in the CSV', () => {
    const hemolyzed = measured('2026-01-09', { note: [{ text: 'Specimen hemolyzed' }] });
    expect(wordsBeside(died('2026-01-03'), hemolyzed)).toBe(`hemolyzed, ${AFTER}`);
    const record = readRecord([hemolyzed], died('2026-01-03'));
    expect(Object.values(csvLineOf(record, 'a')!).join()).toContain(AFTER);
  });

  test('whether the patient or the result came first, and no more when the death is taken back', () => {
    const sheet = emptyFlowsheet();
    sheet.setLifetime(died('2026-01-03'));
    sheet.take([measured('2026-01-09')]);
    const words = () => sheet.snapshot().series.flatMap(({ rows }) => rows.map(attachedWords));
    expect(words()).toEqual([[AFTER]]);
    sheet.setLifetime(patientWho({}));
    expect(words()).toEqual([[]]);
    sheet.setLifetime(died('2026-01-03'));
    expect(words()).toEqual([[AFTER]]);
  });
});

test('a day is judged anew where the day of the death changed, and the first moment after it did not', () => {
  const sheet = emptyFlowsheet();
  sheet.take([measured('2026-01-04')]);
  const words = (limits: { readonly dateMs: number; readonly instantMs: number }) => {
    sheet.setLifetime({ ...died('2026-01-03'), deathLimits: limits });
    return sheet.snapshot().series.flatMap(({ rows }) => rows.map(attachedWords));
  };
  const instantMs = Date.UTC(2026, 0, 4, 6);
  expect(words({ dateMs: Date.UTC(2026, 0, 4), instantMs })).toEqual([[AFTER]]);
  expect(words({ dateMs: Date.UTC(2026, 0, 5), instantMs })).toEqual([[]]);
});

describe('a result says nothing of the kind', () => {
  test.each([
    ['before', '2026-01-03T14:00:00-06:00', '2026-01-03T13:00:00-06:00'],
    ['at the very minute', '2026-01-03T14:00:00-06:00', '2026-01-03T20:00:00Z'],
    ['within the minute of death', '2026-01-03T14:00:00-06:00', '2026-01-03T20:00:40Z'],
    ['on the day of a death with a time, itself without one', '2026-01-03T14:00:00-06:00', '2026-01-03'],
    ['in the last hour of the day of death', '2026-01-03', '2026-01-03T23:59:00-06:00'],
    ['on the day of death', '2026-01-03', '2026-01-03'],
    ['on the day of death, early in UTC', '2026-01-03', '2026-01-04T04:00:00Z'],
    [
      'on the day of death, which was written as midnight',
      '2026-01-03T00:00:00-06:00',
      '2026-01-03T18:00:00Z',
    ],
    ['on the day of a midnight in UTC', '2026-01-03T00:00:00Z', '2026-01-03T18:00:00Z'],
    ['on the day of a midnight without seconds', '2026-01-03T00:00Z', '2026-01-03T18:00:00Z'],
    ['in the month of death', '2026-01-03', '2026-01'],
    ['in the year of death', '2026-01-03', '2026'],
    ['in the year of a death of a year', '2025', '2025-12-31T18:00:00Z'],
    ['in the month of a death of a month', '2026-01', '2026-01-31T18:00:00Z'],
    ['years after a date that fills a field', '1900-01-01', '2026-01-09'],
    ['years after the zero of a clock', '1970-01-01T00:00:00Z', '2026-01-09'],
    ['after a death before the birth', '1949-01-01', '2026-01-09'],
    ['before a death that has not come', '2031-01-01', '2026-01-09'],
    ['after what is no date', 'unknown', '2026-01-09'],
  ])('%s', (_, death, date) => {
    expect(wordsBeside(died(death), measured(date))).toBe('');
  });

  test.each([
    ['who is alive', {}],
    ['who died on a day that was not sent', { deceasedBoolean: true }],
    ['of whom was sent that they did not die', { deceasedBoolean: false }],
  ])('of a patient %s', (_, fields) => {
    expect(wordsBeside(patientWho(fields), measured('2026-01-09'))).toBe('');
  });

  test('without a date', () => {
    expect(wordsBeside(died('2026-01-03'), measured('', { effectiveDateTime: undefined }))).toBe('');
  });
});

describe('a newborn whose death is dated on the day before its birth, as a server in UTC may', () => {
  const newborn = (deceasedDateTime: string, timeZone = 'America/Chicago') =>
    patientWho({ birthDate: '2026-01-04', deceasedDateTime }, timeZone);

  test.each([
    ['2026-01-03', 'America/Chicago', '2026-01-04T09:00:00-06:00'],
    ['2026-01-03', 'America/Chicago', '2026-01-04'],
    ['2026-01-03T20:00:00Z', 'America/Chicago', '2026-01-04T09:00:00-06:00'],
    ['2026-01-03T00:00:00Z', 'America/Chicago', '2026-01-04T23:00:00-06:00'],
  ])('lived on that day: %s in %s, %s', (death, zone, date) => {
    expect(wordsBeside(newborn(death, zone), measured(date))).toBe('');
  });

  test.each([
    ['2026-01-03', 'America/Chicago', '2026-01-05T00:00:00-06:00'],
    ['2026-01-03', 'America/Chicago', '2026-01-05'],
    ['2026-01-03T20:00:00Z', 'Pacific/Auckland', '2026-01-03T20:01:00Z'],
  ])('and no later: %s in %s, %s', (death, zone, date) => {
    expect(wordsBeside(newborn(death, zone), measured(date))).toBe(AFTER);
  });
});
