/** A result that another one replaces is told with its reason, and is never the latest. */
import { describe, expect, test } from 'vitest';
import { newerUncharted, newestResult } from '../../clinical/series/newest/newerUncharted.ts';
import { latest } from '../../clinical/series/newest/latest.ts';
import { reasonText } from '../../clinical/observation/reasons/reasons.ts';
import { reasonsTexts } from '../../clinical/observation/reasons/reasons.messages.ts';
import { readPatient } from '../../clinical/patient/patient.ts';
import { loinc } from '../../testing/codes.ts';
import { pressure } from '../../testing/recordFixture.ts';
import { csvLineOf, observation, readRecord, seriesOf } from '../../testing/readRecordFixture.ts';
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
