/** A result that another one replaces is told with its reason, and is never the latest. An earlier version of a result tells nothing any more. */
import { describe, expect, test } from 'vitest';
import { newerUncharted, newestResult } from '../../clinical/series/newest/newerUncharted.ts';
import { latest } from '../../clinical/series/newest/latest.ts';
import { reasonText } from '../../clinical/observation/reasons/reasons.ts';
import { reasonsTexts } from '../../clinical/observation/reasons/reasons.messages.ts';
import { readPatient } from '../../clinical/patient/patient.ts';
import { loinc } from '../../testing/codes.ts';
import { pressure } from '../../testing/recordFixture.ts';
import { csvLineOf, observation, readRecord, seriesOf, ucum } from '../../testing/readRecordFixture.ts';
import { toldBeside } from './toldBesideFixture.ts';
import { REPLACED, replaces, at, k, before, wrong, right } from './replacedResultsFixture.ts';

describe('a replaced result is told', () => {
  test('with its value and its reason, and is counted as listed', () => {
    const record = readRecord([before, wrong, right()]);
    expect(csvLineOf(record, 'a')).toMatchObject({ value: '7.8', drawn: 'no', reason: REPLACED });
    expect(csvLineOf(record, 'b')).toMatchObject({ value: '4.2', drawn: 'yes', reason: '' });
    expect(record.account).toMatchObject({ received: 3, drawn: 2, listed: 1, withdrawn: 0 });
    expect(seriesOf(record, 'k').account).toMatchObject({ received: 3, drawn: 2, listed: 1 });
  });

  test('in both sides of a blood pressure', () => {
    const [old, now] = [
      pressure(220, 120, '2026-01-02T08:00:00Z'),
      pressure(120, 80, '2026-01-02T08:00:00Z'),
    ];
    const record = readRecord([
      { ...old, id: 'a' },
      { ...now, id: 'b', ...replaces('Observation/a') },
    ]);
    for (const [id, value] of [
      ['bp-sys', 120],
      ['bp-dia', 80],
    ] as const) {
      expect([...seriesOf(record, id).values]).toEqual([value]);
      expect(seriesOf(record, id).listed.map(reasonText)).toEqual([REPLACED]);
    }
    expect(record.account).toMatchObject({ drawn: 1, listed: 1 });
  });

  test('of a code that no catalog knows', () => {
    const own = { code: { coding: [{ system: 'urn:x', code: 'q' }], text: 'Own test' } };
    const record = readRecord([k('a', 2, 7, own), right(own)]);
    expect(record.series.map(({ rows, listed }) => [rows.length, listed.map(reasonText)])).toEqual([
      [1, [REPLACED]],
    ]);
    expect(new Set(record.lines.map(({ series }) => series)).size).toBe(1);
  });

  test('beside a date before birth', () => {
    const { birth } = readPatient(
      { resourceType: 'Patient', birthDate: '2026-01-04' },
      Date.UTC(2026, 1),
      [],
      'UTC',
    );
    const record = readRecord([before, wrong, right(), k('n', 6, 5)], {
      birth: birth!,
      deathLimits: undefined,
    });
    expect(csvLineOf(record, 'z')?.['reason']).toBe(reasonsTexts('beforeBirth'));
    expect(csvLineOf(record, 'a')?.['reason']).toBe(REPLACED);
    expect(record.account).toMatchObject({ drawn: 1, listed: 3 });
  });
});

describe('a replaced result is never the latest', () => {
  const newerIn = (...all: readonly unknown[]) => {
    const { series } = readRecord(all);
    const [first] = series;
    return newerUncharted([first!], series).map(({ lead }) => lead.row.id);
  };
  const critical = { interpretation: [{ coding: [{ code: 'HH' }] }] };

  test.each([
    ['of the same time', wrong, right()],
    ['with a critical flag', k('a', 2, 7.8, critical), right()],
    ['of the same day without a time', k('a', 2, 7.8, { effectiveDateTime: '2026-01-02' }), right()],
    ['without a date', k('a', 2, 7.8, { ...critical, effectiveDateTime: undefined }), right()],
  ])('nor newer than it: %s', (_, old, now) => {
    expect(newerIn(before, old, now)).toEqual([]);
    expect(latest(seriesOf(readRecord([before, old, now]), 'k'))?.id).toBe('b');
  });

  test('but it is named where nothing on the line is as new', () => {
    expect(newerIn(before, wrong, right({ code: loinc('2951-2') }))).toEqual(['a']);
    expect(newerIn(before, wrong, right({ status: 'preliminary' })).toSorted()).toEqual(['a', 'b']);
  });

  const words = (id: string, valueString: string, fields: object = {}) =>
    observation({ id, ...at(2), code: loinc('94500-6'), valueString, ...fields });
  test('in words', () => {
    const all = [
      words('a', 'Detected', { interpretation: [{ coding: [{ code: 'A' }] }] }),
      words('b', 'Not detected', replaces('Observation/a')),
    ];
    const { series } = readRecord(all);
    expect(series.map(newestResult).map((row) => row?.id)).toEqual(['b']);
    expect(newerUncharted([series[0]!], series)).toEqual([]);
  });

  test('what is not told at all stays untold', () => {
    const record = readRecord([k('a', 2, 7.8, { status: 'preliminary' }), right()], {
      hidePreliminary: true,
      deathLimits: undefined,
    });
    expect(csvLineOf(record, 'a')).toMatchObject({ value: '', reason: reasonsTexts('preliminaryHidden') });
  });
});

describe('an earlier version of a result says nothing of the specimen any more', () => {
  const tube = { specimen: { reference: 'Specimen/tube-1' } };
  const noted = { ...tube, note: [{ text: 'Specimen hemolyzed' }] };
  const potassium = (effectiveDateTime: string): object =>
    observation({
      id: 'k',
      code: loinc('2823-3'),
      valueQuantity: ucum(6.8, 'mmol/L'),
      ...tube,
      effectiveDateTime,
    });
  const other = observation({
    ...noted,
    id: 'ast',
    code: loinc('1920-8'),
    valueQuantity: ucum(90, 'U/L'),
    effectiveDateTime: '2026-09-01T08:00:00Z',
  });
  const version = (versionId: string, fields: object): object =>
    observation({
      id: 'ldh',
      code: loinc('2532-0'),
      valueQuantity: ucum(610, 'U/L'),
      ...noted,
      meta: { versionId },
      ...fields,
    });
  const corrected = version('2', { effectiveDateTime: '2026-09-01T08:00:00Z' });
  const later = potassium('2026-10-01T08:00:00Z');

  test.each([
    ['without a date', { effectiveDateTime: undefined }],
    ['of another day', { effectiveDateTime: '2026-10-02T08:00:00Z' }],
  ])(
    'a version %s does not make its words hold for other days, in whichever order the versions come',
    (_, fields) => {
      const misdated = version('1', fields);
      expect(toldBeside('k', [corrected], [other], [later], [misdated])).toBe('');
      expect(toldBeside('k', [misdated], [other], [later], [corrected])).toBe('');
    },
  );

  test('it holds for the days of the results that are left', () => {
    const sameDay = potassium('2026-09-02T08:00:00Z');
    const misdated = version('1', { effectiveDateTime: '2026-10-02T08:00:00Z' });
    expect(toldBeside('k', [misdated], [other], [sameDay], [corrected])).toBe(
      'hemolyzed (per another result)',
    );
  });

  test('a later result with the same words makes them hold for its days too', () => {
    const third = version('1', { id: 'mg', effectiveDateTime: '2026-10-02T08:00:00Z' });
    expect(toldBeside('k', [other], [corrected], [later], [third])).toBe('hemolyzed (per another result)');
  });
});
