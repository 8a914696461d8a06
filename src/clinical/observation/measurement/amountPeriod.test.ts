import { describe, expect, test } from 'vitest';
import { read, readRow } from '../observationFixture.ts';

const LOINC = 'http://loinc.org';
const urine = { coding: [{ system: LOINC, code: '9187-6' }], text: 'Urine output' };
const drain = { text: 'Chest drain output' };

/** Returns the row of an amount that was collected in these minutes up to noon. */
const collected = (minutes: number, fields: object = {}, unit = 'mL') =>
  readRow({
    code: urine,
    valueQuantity: { value: 60, unit },
    effectiveDateTime: undefined,
    effectivePeriod: {
      start: new Date(Date.UTC(2026, 0, 9, 12) - minutes * 60_000).toISOString(),
      end: '2026-01-09T12:00:00Z',
    },
    ...fields,
  });

describe('rule 18: an amount says over how long it was collected', () => {
  test.each([
    [0.2, '1 min'],
    [5, '5 min'],
    [7, '7 min'],
    [15, '15 min'],
    [30, '30 min'],
    [37, '35 min'],
    [46, '45 min'],
    [55, '1 h'],
    [60, '1 h'],
    [66, '1 h'],
    [75, '75 min'],
    [90, '90 min'],
    [120, '2 h'],
    [150, '150 min'],
    [475, '8 h'],
    [720, '12 h'],
    [1320, '22 h'],
    [1410, '24 h'],
    [1440, '24 h'],
    [2220, '37 h'],
    [2400, '40 h'],
    [2820, '48 h'],
    [2880, '48 h'],
    [3600, '60 h'],
    [4320, '72 h'],
  ])('%i minutes: over %s', (minutes, duration) => {
    for (const code of [urine, drain])
      expect(collected(minutes, { code }).kind).toMatchObject({
        context: `over ${duration}`,
        mark: `over ${duration}`,
      });
  });

  test('the words that were sent with it come first', () => {
    expect(collected(60, { method: { text: 'Foley catheter' } }).kind.context).toBe(
      'Foley catheter, over 1 h',
    );
  });
});

describe('nothing is said', () => {
  test.each([
    ['of a moment', { effectivePeriod: undefined, effectiveDateTime: '2026-01-09T12:00:00Z' }],
    ['of days without a time', { effectivePeriod: { start: '2026-01-08', end: '2026-01-09' } }],
    ['of a period without an end', { effectivePeriod: { start: '2026-01-09T11:00:00Z' } }],
    ['of a period without a start', { effectivePeriod: { end: '2026-01-09T12:00:00Z' } }],
    [
      'of a period that is a moment',
      { effectivePeriod: { start: '2026-01-09T12:00:00Z', end: '2026-01-09T12:00:00Z' } },
    ],
    [
      'of a period that ends before it begins',
      { effectivePeriod: { start: '2026-01-09T13:00:00Z', end: '2026-01-09T12:00:00Z' } },
    ],
  ])('%s', (_, fields) => {
    expect(collected(60, fields).kind).toMatchObject({ context: '', mark: '' });
  });

  test.each([
    'Left ventricular end-diastolic volume',
    'Stroke volume',
    'Tidal volume',
    'Forced vital capacity',
    'FVC',
    'FEV1',
    'Post-void residual',
    'Bladder scan',
    'Prostate volume',
  ])('of "%s", which is no amount that was collected', (text) => {
    expect(collected(30, { code: { text } }).kind.mark).toBe('');
  });

  test.each(['External ventricular drain', 'Oral intake', 'Bladder irrigation out', 'Gastric output'])(
    'and of "%s" it is',
    (text) => {
      expect(collected(60, { code: { text } }).kind.mark).toBe('over 1 h');
    },
  );

  test('of what is no amount', () => {
    const heartRate = { coding: [{ system: LOINC, code: '8867-4' }] };
    expect(collected(60, { code: heartRate }, '/min').kind.mark).toBe('');
    expect(collected(60, { code: { text: 'Mean flow' } }, 'mL/min').kind.mark).toBe('');
  });
});

test('it holds for each of two results that say the same beside their times', () => {
  const marks = [60, 1440].map((minutes) => collected(minutes).kind.mark);
  expect(marks).toEqual(['over 1 h', 'over 24 h']);
  expect(read({ effectivePeriod: 'never' }).outcome).toBe('read');
});
