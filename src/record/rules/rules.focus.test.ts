/** The focus of a result is another being, or a condition or a part of the patient (https://hl7.org/fhir/R4/observation-definitions.html#Observation.focus). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, rowInRecord, ucum } from '../../testing/readRecordFixture.ts';

const psa = (id: string, fields: object = {}) =>
  observation({ id, code: loinc('2857-1'), valueQuantity: ucum(7.4, 'ng/mL'), ...fields });
const size = (id: string, fields: object = {}) =>
  observation({
    id,
    code: { coding: [{ system: 'http://loinc.org', code: '33728-7', display: 'Size maximum dimension' }] },
    valueQuantity: ucum(2.1, 'cm'),
    ...fields,
  });
const on = (...references: readonly string[]) => ({ focus: references.map((reference) => ({ reference })) });

describe('a result that was sent with the condition that it is about', () => {
  test.each([
    'Condition/prostate-cancer',
    'https://ehr.example/r4/Condition/prostate-cancer',
    'Condition/prostate-cancer/_history/2',
    'EpisodeOfCare/1',
    'Encounter/1',
    'CarePlan/1',
    'Procedure/prostatectomy',
    'MedicationRequest/1',
    'MedicationAdministration/1',
    'ServiceRequest/1',
  ])('stands on the patient’s own line: %s', (reference) => {
    const { series } = readRecord([psa('a'), psa('b', on(reference))]);
    expect(series.map(({ id, rows }) => [id, rows.length])).toEqual([['psa', 2]]);
  });

  test('is known by the type of the reference where its address does not say it', () => {
    const focus = [{ type: 'Condition', identifier: { value: '7' } }];
    expect(rowInRecord({ ...psa('a', { focus }) }).kind).toMatchObject({ seriesId: 'psa', reason: '' });
  });

  test('is listed in its own words, and never called one of somebody else', () => {
    const { kind } = rowInRecord({
      code: { text: 'Stage of the tumor' },
      valueCodeableConcept: { text: 'Stage II' },
      ...on('Condition/lung-cancer'),
    });
    expect(kind).toMatchObject({ reason: 'coded', codeText: 'Stage of the tumor' });
    expect(kind.seriesId).not.toContain('another');
  });
});

describe('the size of a tumor is never joined with that of another one', () => {
  test.each(['Condition/first', 'BodyStructure/first'])('which was sent with %s', (reference) => {
    const { series } = readRecord([
      size('a'),
      size('b', on(reference)),
      size('c', on('BodyStructure/second')),
    ]);
    expect(series.map(({ id, rows, listed }) => [id, rows.length, listed.length])).toEqual([
      ['http://loinc.org|33728-7', 1, 0],
      ['http://loinc.org|33728-7~one focus', 0, 2],
    ]);
    expect(series[1]?.name).toBe('Size maximum dimension, about one condition or body part');
    expect(series[1]?.listed.map(({ kind }) => kind.reason)).toEqual(['listed-only', 'listed-only']);
  });

  test('nor a number of the catalog, which may be that of one part of the body', () => {
    const { kind } = rowInRecord({ ...psa('a', on('BodyStructure/left-lobe')) });
    expect(kind).toMatchObject({ seriesId: 'psa~one focus', reason: 'listed-only', drawing: 'listed' });
  });
});

describe('a result about another being stays one', () => {
  test.each([
    ['Patient/fetus'],
    ['RelatedPerson/mother'],
    ['Group/household'],
    ['Practitioner/1'],
    ['Device/pump'],
    ['Specimen/control'],
    ['Location/ward'],
    ['#fetus'],
    ['urn:uuid:1'],
    ['Condition'],
    ['Patient/p1/Condition/2'],
    ['Condition/1', 'Patient/fetus'],
    ['Patient/fetus', 'Condition/1'],
  ])('%j, %j', (...references) => {
    expect(rowInRecord({ ...psa('a', on(...references)) }).kind.reason).toBe('another-subject');
  });

  test('also where the type of the reference says something else than its address', () => {
    const focus = [{ reference: 'Patient/fetus', type: 'Condition' }];
    expect(rowInRecord({ ...psa('a', { focus }) }).kind.reason).toBe('another-subject');
  });
});
