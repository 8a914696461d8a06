import { describe, expect, test } from 'vitest';
import { dosage, medicationStepFrom } from '../../testing/eventsFromFhirFixture.ts';

const read = (type: string, fields: object) =>
  medicationStepFrom(type, { medicationCodeableConcept: undefined, ...fields });
const losartan = { text: 'Losartan' };

describe('a medication in the shape of R5', () => {
  test.each([
    [{ medication: { concept: losartan } }],
    [{ medication: { reference: { reference: 'Medication/1', display: 'Losartan' } } }],
    [
      {
        contained: [{ resourceType: 'Medication', id: 'm', code: losartan }],
        medication: { reference: { reference: '#m' } },
      },
    ],
    [
      {
        contained: [{ resourceType: 'Medication', id: 'm', ingredient: [{ item: { concept: losartan } }] }],
        medication: { reference: { reference: '#m' } },
      },
    ],
  ])('has its name: %j', (fields) => {
    expect(read('MedicationRequest', fields).medication.name).toBe('Losartan');
  });

  test('is read by its id where it is only referred to', () => {
    const { medication } = read('MedicationRequest', {
      medication: { reference: { reference: 'Medication/9' } },
    });
    expect(medication.path).toBe('Medication/9');
  });

  test.each([
    ['taking', 'active', true],
    ['taking-not-as-directed', 'active', true],
    ['not-taking', 'not-taken', false],
    ['on-hold-as-directed', 'on-hold', false],
    ['stopped', 'stopped', false],
    ['unknown', 'recorded', false],
  ])('that is reported with the adherence %s is %s', (code, status, isOngoing) => {
    const { step } = read('MedicationStatement', {
      status: 'recorded',
      adherence: { code: { coding: [{ code }] } },
      effectivePeriod: { start: '2026-02-01' },
    });
    expect(step).toMatchObject({ status, isOngoing });
  });

  test('that has ended was ordered, and goes on no longer', () => {
    const { step } = read('MedicationRequest', { status: 'ended', authoredOn: '2026-02-01' });
    expect(step).toMatchObject({ status: 'ended', isOngoing: false });
    expect(step.isNotDone).toBeUndefined();
  });

  test('has its time, its instruction in words, and what was reported', () => {
    const given = read('MedicationAdministration', {
      status: 'completed',
      occurenceDateTime: '2026-11-20T08:00:00Z',
    });
    expect(given.step.startMs).toBe(Date.parse('2026-11-20T08:00:00Z'));
    const ordered = (fields: object) => read('MedicationRequest', fields).step;
    expect(ordered({ renderedDosageInstruction: '5 mg daily' }).doseText).toBe('5 mg daily');
    expect(ordered({ renderedDosageInstruction: '9 mg', dosageInstruction: [dosage(5)] }).doseText).toBe(
      '9 mg (also sent as 5 mg)',
    );
    expect(ordered({ reported: true }).note).toContain('Reported');
  });
});
