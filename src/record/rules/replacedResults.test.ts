/** A result that another one replaces is no second result: it stands in the tables with its reason, and on no line. */
import { describe, expect, test } from 'vitest';
import { newerUncharted, newestResult } from '../../clinical/series/newest/newerUncharted.ts';
import { latest } from '../../clinical/series/newest/latest.ts';
import { reasonText } from '../../clinical/observation/reasons/reasons.ts';
import { reasonsTexts } from '../../clinical/observation/reasons/reasons.messages.ts';
import { readPatient } from '../../clinical/patient/patient.ts';
import { loinc } from '../../testing/codes.ts';
import { emptyFlowsheet, pressure } from '../../testing/recordFixture.ts';
import {
  csvLineOf,
  inMmolPerL,
  observation,
  potassiumObservation,
  readRecord,
  seriesOf,
} from '../../testing/readRecordFixture.ts';

const URL_OF_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/observation-replaces';
const REPLACED = reasonsTexts('replaced');

/** Returns the extension that names these references. */
const replaces = (...references: readonly string[]) => ({
  extension: references.map((reference) => ({ url: URL_OF_EXTENSION, valueReference: { reference } })),
});
const at = (day: number) => ({ effectiveDateTime: `2026-01-0${day}T08:00:00Z` });
const k = (id: string, day: number, value: number, fields: object = {}) =>
  potassiumObservation({ id, ...at(day), ...inMmolPerL(value), ...fields });

const before = k('z', 1, 4);
const wrong = k('a', 2, 7.8);
const right = (fields: object = {}) => k('b', 2, 4.2, { ...replaces('Observation/a'), ...fields });

const drawnIn = (...pages: readonly (readonly unknown[])[]): readonly string[] => {
  const sheet = emptyFlowsheet();
  for (const page of pages) sheet.take(page);
  return sheet.snapshot().series.flatMap(({ rows }) => rows.map(({ id }) => id));
};

describe('a replaced result leaves the line, whatever came first', () => {
  test.each([
    ['after it', [[before, wrong, right()]]],
    ['before it', [[right(), wrong, before]]],
    ['on a later page', [[before, wrong], [right()]]],
    ['on an earlier page', [[right()], [wrong, before]]],
    [
      'on both pages',
      [
        [right(), wrong],
        [right(), wrong, before],
      ],
    ],
  ])('the replacement came %s', (_, pages) => {
    expect(drawnIn(...pages)).toEqual(['z', 'b']);
  });

  test('also where the line was asked for in between', () => {
    const sheet = emptyFlowsheet();
    const drawn = () => sheet.snapshot().series.flatMap(({ rows }) => rows.map(({ id }) => id));
    sheet.take([before, wrong]);
    expect(drawn()).toEqual(['z', 'a']);
    sheet.take([right()]);
    expect(drawn()).toEqual(['z', 'b']);
    sheet.take([k('a', 2, 7.9, { meta: { versionId: '2' } })]);
    expect(drawn()).toEqual(['z', 'b']);
    sheet.take([right({ meta: { versionId: '2' }, status: 'entered-in-error' })]);
    expect(drawn()).toEqual(['z', 'a']);
    sheet.take([right({ meta: { versionId: '3' } })]);
    expect(drawn()).toEqual(['z', 'b']);
    sheet.take([right({ meta: { versionId: '4' }, extension: [] })]);
    expect(drawn()).toEqual(['z', 'a', 'b']);
    sheet.take([right({ meta: { versionId: '1' } })]);
    expect(drawn()).toEqual(['z', 'a', 'b']);
  });
});

describe('the reference', () => {
  test.each([
    'Observation/a',
    'Observation/a/_history/1',
    'https://ehr.example/r4/Observation/a',
    'https://ehr.example:443/r4//Observation/a',
    'https://ehr.example/r4/Observation/a/_history/3',
  ])('%s names it', (reference) => {
    expect(drawnIn([before, wrong, right(replaces(reference))])).toEqual(['z', 'b']);
  });

  test.each([
    '',
    'a',
    '#a',
    'Observation/',
    'Observation/A',
    'Observation/unknown',
    'Observation/a#part',
    'Patient/a',
    'DiagnosticReport/a',
    'MyObservation/a',
    'urn:uuid:a',
    'https://other.example/r4/Observation/a',
    'https://ehr.example/stu3/Observation/a',
    'Observation?identifier=a',
    'Observation/b',
    'Observation/b/_history/1',
  ])('"%s" does not', (reference) => {
    expect(drawnIn([before, wrong, right(replaces(reference))])).toEqual(['z', 'a', 'b']);
  });

  const reference = { reference: 'Observation/a' };
  test.each([
    [
      'in an extension of another name',
      { extension: [{ url: 'http://x.example/replaces', valueReference: reference }] },
    ],
    [
      'of the value',
      { extension: [], valueQuantity: { value: 4.2, unit: 'mmol/L', ...replaces('Observation/a') } },
    ],
    [
      'within another extension',
      { extension: [{ url: 'http://x.example/y', ...replaces('Observation/a') }] },
    ],
    [
      'as an identifier',
      { extension: [{ url: URL_OF_EXTENSION, valueReference: { identifier: { value: 'a' } } }] },
    ],
    ['as a text', { extension: [{ url: URL_OF_EXTENSION, valueString: 'Observation/a' }] }],
    ['as what it was derived from', { extension: [], derivedFrom: [reference] }],
    ['as its member', { extension: [], hasMember: [reference] }],
    ['as what triggered it', { extension: [], triggeredBy: [{ observation: reference, type: 'repeat' }] }],
    ['as a number', { extension: [{ url: URL_OF_EXTENSION, valueReference: { reference: 5 } }] }],
  ])('does not replace %s', (_, fields) => {
    expect(drawnIn([before, wrong, right(fields)])).toEqual(['z', 'a', 'b']);
  });

  test('of several replaces each', () => {
    const both = right(replaces('Observation/a', '#x', 'Observation/c'));
    expect(drawnIn([before, wrong, k('c', 2, 6), both])).toEqual(['z', 'b']);
  });
});

describe('the replacement', () => {
  test.each(['final', 'amended', 'corrected', 'preliminary', 'appended'])('replaces as %s', (status) => {
    expect(drawnIn([before, wrong, right({ status })])).not.toContain('a');
  });

  test.each(['registered', 'cancelled', 'unknown'])('replaces as %s, and without a value', (status) => {
    expect(drawnIn([before, wrong, right({ status, valueQuantity: undefined })])).toEqual(['z']);
  });

  test.each([
    ['withdrawn', { status: 'entered-in-error' }],
    ['withdrawn in another spelling', { status: ' Entered in error' }],
    ['of another patient', { subject: { reference: 'Patient/p2' } }],
    ['of nobody', { subject: undefined }],
    ['withdrawn and of nobody', { subject: undefined, status: 'entered-in-error' }],
  ])('does not replace where it is %s', (_, fields) => {
    expect(drawnIn([before, wrong, right(fields)])).toContain('a');
  });

  test.each([
    ['in words', { valueQuantity: undefined, valueString: 'hemolyzed' }],
    ['without a value', { valueQuantity: undefined, dataAbsentReason: { text: 'error' } }],
    ['with another code', { code: loinc('2951-2') }],
    ['without a date', { effectiveDateTime: undefined }],
    ['that needs review', { modifierExtension: [{ url: 'https://ehr.example/x' }] }],
  ])('replaces %s too, and is told itself', (_, fields) => {
    const record = readRecord([before, wrong, right(fields)]);
    expect(seriesOf(record, 'k').rows.map(({ id }) => id)).toEqual(['z']);
    expect(csvLineOf(record, 'b')).toBeDefined();
  });
});

describe('of several', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(
    (id, i) =>
      (...of: readonly string[]) =>
        k(id, 2 + i, 4 + i, replaces(...of.map((one) => `Observation/${one}`))),
  );
  test.each([
    ['a chain', [a!(), b!('a'), c!('b')], ['c']],
    ['a chain from its end', [c!('b'), b!('a'), a!()], ['c']],
    ['two for one', [a!(), b!('a'), c!('a')], ['b', 'c']],
    ['one for two', [a!(), b!(), c!('a', 'b')], ['c']],
    ['itself', [a!('a'), b!()], ['a', 'b']],
    ['a circle of two', [a!('b'), b!('a'), c!()], ['a', 'b', 'c']],
    ['a circle of three', [a!('c'), b!('a'), c!('b')], ['a', 'b', 'c']],
    ['one outside of a circle', [a!('b'), b!('a'), c!('a')], ['c']],
  ])('%s', (_, all, drawn) => {
    expect(drawnIn(all)).toEqual(drawn);
    expect(drawnIn(all.toReversed())).toEqual(drawn);
  });

  const inError = (fields: object) => ({ ...fields, status: 'entered-in-error' });
  test('a withdrawn replacement that was replaced itself has done its work', () => {
    expect(drawnIn([a!(), inError(b!('a')), c!('b')])).toEqual(['c']);
    expect(drawnIn([c!('b'), inError(b!('a')), a!()])).toEqual(['c']);
  });
  test('where the last is withdrawn, the one before stands', () => {
    expect(drawnIn([a!(), b!('a'), inError(c!('b'))])).toEqual(['b']);
  });
  test('a chain of a thousand is read to its end', () => {
    const chain = Array.from({ length: 1000 }, (_, i) => k(`n${i}`, 2, 4, replaces(`Observation/n${i - 1}`)));
    expect(drawnIn(chain)).toEqual(['n999']);
  });
});

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
