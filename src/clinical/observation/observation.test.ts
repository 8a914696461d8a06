import { describe, expect, test } from 'vitest';
import { readObservation } from './observation.ts';
import { observationContextFixture, quantity, read, readRow } from './observationFixture.ts';
import { loinc } from '../../testing/codes.ts';

describe('subject', () => {
  const subjectCases: readonly (readonly [string, object, string])[] = [
    ['68: another patient', { reference: 'Patient/p2' }, 'other-patient'],
    ['69: absolute on this server', { reference: 'https://ehr.example/r4/Patient/p1' }, 'read'],
    ['63: absolute with the default port', { reference: 'https://ehr.example:443/r4/Patient/p1' }, 'read'],
    ['69: versioned', { reference: 'Patient/p1/_history/3' }, 'read'],
    [
      '69: the same id on another server',
      { reference: 'https://other.example/r4/Patient/p1' },
      'other-patient',
    ],
    ['69: identifier only', { identifier: { value: 'p1' } }, 'no-subject'],
    ['contained', { reference: '#p1' }, 'no-subject'],
    ['nobody', {}, 'no-subject'],
  ];
  test.each(subjectCases)('%s', (_, subject, expected) => {
    const reading = read({ code: loinc('2823-3'), subject });
    expect(reading.outcome === 'excluded' ? reading.reason : reading.outcome).toBe(expected);
  });

  test('68: of a result of another patient not even the id is kept', () => {
    expect(read({ code: loinc('2823-3'), subject: { reference: 'Patient/p2' } })).toEqual({
      outcome: 'excluded',
      reason: 'other-patient',
    });
    expect(read({ subject: undefined })).toEqual({ outcome: 'excluded', reason: 'no-subject', id: 'o1' });
  });

  test.each([[null], [1], ['Observation'], [[]], [{}], [{ resourceType: 'Patient' }]])(
    '%j is no Observation',
    (resource) => {
      expect(readObservation(resource, observationContextFixture)).toEqual({
        outcome: 'excluded',
        reason: 'unreadable',
      });
    },
  );
});

test('rule 22: method, body site, specimen and position stand with the result', () => {
  const { kind } = readRow({
    code: loinc('8310-5'),
    valueQuantity: quantity(37.2, 'Cel'),
    method: { text: 'Infrared' },
    bodySite: { coding: [{ display: 'Axilla' }] },
    specimen: { display: 'Probe cover 7' },
  });
  expect(kind).toMatchObject({
    context: 'Infrared, Axilla, Probe cover 7',
    method: 'Infrared\nProbe cover 7',
  });
});
