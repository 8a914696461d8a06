/** A result that another one replaces is no second result: it stands in the tables with its reason, and on no line. */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { emptyFlowsheet } from '../../testing/recordFixture.ts';
import { csvLineOf, readRecord, seriesOf } from '../../testing/readRecordFixture.ts';
import { replaces, k, before, wrong, right, URL_OF_EXTENSION } from './replacedResultsFixture.ts';

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
