import { describe, expect, test } from 'vitest';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { measuredByOf } from './measuredBy.ts';

const patient = { patientId: 'p1', fhirBase: 'https://ehr.example/r4' };
const by = (more: object, hasEncounter = false) => measuredByOf({ ...more }, patient, hasEncounter);
const performedBy = (...performer: readonly object[]) => by({ performer });
const reference = (text: string) => ({ reference: text });

describe('who measured a result', () => {
  test.each([
    ['Patient/p1', 'person'],
    ['https://ehr.example/r4/Patient/p1', 'person'],
    ['Patient/p1/_history/3', 'person'],
    ['RelatedPerson/r1', 'family'],
    ['Practitioner/n1', 'clinic'],
    ['https://ehr.example/r4/PractitionerRole/n1', 'clinic'],
    ['Organization/o1', 'clinic'],
    ['CareTeam/t1', 'clinic'],
    ['Device/d1', 'device'],
  ])('is told by the performer %s: %s', (text, expected) => {
    expect(performedBy(reference(text))).toBe(expected);
  });

  test('is not known from another patient, an unknown type, or a name alone', () => {
    expect(performedBy(reference('Patient/p2'))).toBe('');
    expect(performedBy(reference('https://elsewhere.example/r4/Patient/p1'))).toBe('');
    expect(performedBy(reference('Location/l1'))).toBe('');
    expect(performedBy(reference('urn:uuid:1'))).toBe('');
    expect(performedBy(reference('constructor/x'))).toBe('');
    expect(performedBy({ display: 'A. Rivera, RN' })).toBe('');
    expect(performedBy({ type: 'Patient', identifier: { value: '7' } })).toBe('');
    expect([by({}), by({ performer: 'Patient/p1' }), by({ performer: [null] })]).toEqual(['', '', '']);
  });

  test('is told by the type of a performer without an address, by one that is contained, and by the word "Patient"', () => {
    expect(performedBy({ type: 'Organization', display: 'Harbor Clinic' })).toBe('clinic');
    const contained = [{ resourceType: 'RelatedPerson', id: 'm' }];
    expect(by({ contained, performer: [reference('#m')] })).toBe('family');
    expect(performedBy({ display: 'Patient' })).toBe('person');
    expect(performedBy({ display: 'Patient care technician' })).toBe('');
  });

  test('is the person with a device of their own, and nobody where person and clinic are both named', () => {
    expect(performedBy(reference('Device/d1'), reference('Patient/p1'))).toBe('person');
    expect(performedBy(reference('Device/d1'), reference('Practitioner/n1'))).toBe('clinic');
    expect(performedBy(reference('Patient/p1'), reference('Practitioner/n1'))).toBe('');
  });

  test.each([
    [{ method: { text: 'Automated cuff, at home' } }, 'home'],
    [{ category: [{ text: 'Patient-reported' }] }, 'home'],
    [{ device: { display: 'Home blood pressure monitor' } }, 'home'],
    [{ method: { coding: [{ display: 'Self-measured' }] } }, 'home'],
    [{ method: { text: 'Nursing home measurement' } }, ''],
    [{ method: { text: 'Not at home' } }, ''],
    [{ device: { display: 'Ward monitor 7' } }, ''],
  ])('without a performer the words that were sent say whether it was at home: %j', (more, expected) => {
    expect(by(more)).toBe(expected);
  });

  test('an organization answers for what is measured at home too, and a nurse who is named measured it', () => {
    const atHome = { method: { text: 'Home blood pressure monitor' } };
    for (const organization of ['Organization/o1', 'CareTeam/t1'])
      expect(by({ performer: [reference(organization)], ...atHome })).toBe('home');
    expect(by({ performer: [reference('Organization/o1'), reference('Practitioner/n1')], ...atHome })).toBe(
      'clinic',
    );
    expect(by({ performer: [reference('Organization/o1')] }, true)).toBe('clinic');
  });

  test('a visiting nurse is the clinic, and a result of a visit says no more than that', () => {
    expect(by({ performer: [reference('Practitioner/n1')], method: { text: 'Scale, at home' } })).toBe(
      'clinic',
    );
    expect(by({}, true)).toBe('visit');
    expect(by({ performer: [{ display: 'A. Rivera, RN' }] }, true)).toBe('visit');
    expect(by({ performer: [reference('Patient/p1')] }, true)).toBe('person');
  });

  test('stands with each row of a record, and two results that differ in it alone are two kinds', () => {
    const weight = (id: string, at: string) =>
      resultInput('29463-7', 82, 'kg', at, { performer: [reference(id)] });
    const [series] = recordOf([
      weight('Patient/p1', '2026-11-20T08:00:00Z'),
      weight('Practitioner/n1', '2026-11-21T08:00:00Z'),
    ]).series;
    expect(series?.rows.map(({ kind }) => kind.measuredBy)).toEqual(['person', 'clinic']);
  });
});
