import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../testing/eventsFromFhirFixture.ts';

const order = { authoredOn: '2026-10-01', dosageInstruction: [dosage(5)] };
const report = { effectivePeriod: { start: '2026-10-01' }, dosage: [dosage(5)] };
const supply = { whenHandedOver: '2026-10-01', status: 'completed' };
const HL7 = 'http://terminology.hl7.org/CodeSystem';

const marksOf = (type: string, fields: object) => {
  const { isNotDone, isUnknown, isOngoing } = stepFrom(type, fields);
  return { isNotDone, isUnknown, isOngoing };
};
const UNKNOWN = { isNotDone: true, isUnknown: true, isOngoing: false };
const NEVER = { isNotDone: true, isUnknown: undefined, isOngoing: false };
const GOES_ON = { isNotDone: undefined, isUnknown: undefined, isOngoing: true };
const IS_OVER = { ...GOES_ON, isOngoing: false };

describe('an active order and an active report', () => {
  test.each([
    'Patient stopped taking',
    'Not taking',
    'Never taken',
    'On hold before surgery',
    'Patient refused',
    'Discontinued by provider',
    'Stopped due to rash',
    'Patient no longer taking',
    'Paused',
    'Stop taking',
    'Hold for surgery',
    'Patient does not take',
    'Treatment completed',
    'Entered in error',
    'Wrong patient',
    'Ordered in error',
    'Duplicate order',
    'Abgesetzt',
    'Pausiert bis zur OP',
    'Nimmt es nicht mehr',
    'Arrêté par le patient',
    'Ne prend plus',
    'Suspendu',
    'Suspendido por el médico',
    'Dejó de tomarlo',
    'Ya no la toma',
  ])('are in doubt where the reason of the status is "%s"', (text) => {
    expect(marksOf('MedicationRequest', { ...order, statusReason: { text } })).toEqual(UNKNOWN);
    expect(marksOf('MedicationStatement', { ...report, statusReason: [{ text }] })).toEqual(UNKNOWN);
  });

  test.each([
    'Dose change',
    'Renewed',
    'Reordered',
    'Allergy to penicillin',
    'Stopped smoking',
    'Discontinued warfarin',
    'Stopped warfarin, started apixaban',
    'Stopped in March, restarted in May',
    'Never filled at first, restarted in May',
    'Pausiert und wieder begonnen',
    'Metformin not available',
    'Not taking as directed',
    'Held the diuretic',
    'Hold the diuretic',
    'Patient does not take as directed',
    'Refill',
    'Change in therapy',
    'Patient request',
    'Hypertension',
    'Replaces the old order',
  ])('go on where it is "%s"', (text) => {
    expect(marksOf('MedicationRequest', { ...order, statusReason: { text } })).toEqual(GOES_ON);
    expect(marksOf('MedicationStatement', { ...report, statusReason: [{ text }] })).toEqual(GOES_ON);
  });

  test('are in doubt where HL7 has the code as a reason not to run', () => {
    const statusReason = { coding: [{ system: `${HL7}/medicationrequest-status-reason`, code: 'surg' }] };
    expect(marksOf('MedicationRequest', { ...order, statusReason })).toEqual(UNKNOWN);
    const stopped = { ...order, status: 'stopped', statusReason };
    expect(marksOf('MedicationRequest', stopped)).toEqual(IS_OVER);
  });
});

describe('an order or a report that is over', () => {
  test.each([
    'Never taken',
    'Not filled',
    'Did not start',
    'Entered in error',
    'Wrong patient',
    'Nie genommen',
  ])('was never in use where the reason is "%s"', (text) => {
    for (const status of ['completed', 'stopped'])
      for (const [type, fields] of [
        ['MedicationRequest', { ...order, statusReason: { text } }],
        ['MedicationStatement', { ...report, statusReason: [{ text }] }],
      ] as const)
        expect([type, status, marksOf(type, { ...fields, status })]).toEqual([type, status, NEVER]);
  });

  test.each([
    'Prescribed in error',
    'Patient refused',
    'Side effects',
    'Not taken as directed',
    'Dose change',
  ])('was in use until it ended where it is "%s"', (text) => {
    expect(marksOf('MedicationRequest', { ...order, status: 'stopped', statusReason: { text } })).toEqual(
      IS_OVER,
    );
  });
});

describe('a supply that is called completed', () => {
  test.each([
    [
      'a code for what was not handed over',
      { coding: [{ system: `${HL7}/medicationdispense-status-reason`, code: 'outofstock' }] },
    ],
    ['words for what was not fetched', { text: 'Not picked up' }],
    ['words for what was brought back', { text: 'Returned to stock' }],
  ])('is in doubt beside %s', (_, statusReasonCodeableConcept) => {
    expect(marksOf('MedicationDispense', { ...supply, statusReasonCodeableConcept })).toEqual(UNKNOWN);
  });

  test('is in doubt where nothing was handed over, or was taken back', () => {
    for (const value of [0, -30])
      expect(marksOf('MedicationDispense', { ...supply, quantity: { value, unit: 'tablet' } })).toEqual(
        UNKNOWN,
      );
    expect(marksOf('MedicationDispense', { ...supply, quantity: { value: 30, unit: 'tablet' } })).toEqual(
      IS_OVER,
    );
  });

  test('was not done where an earlier version of FHIR says so, or an issue that it names', () => {
    for (const fields of [
      { notDone: true },
      { notDoneReasonCodeableConcept: { text: 'Formulary' } },
      { statusReasonReference: { display: 'Patient refused' } },
    ])
      expect([fields, marksOf('MedicationDispense', { ...supply, ...fields })]).toEqual([fields, NEVER]);
  });
});

describe('words of other versions, and other spellings', () => {
  test.each(['n', 'N', 'no', 'No', 'false', false])('a report with "taken: %s" is not taken', (taken) => {
    expect(marksOf('MedicationStatement', { ...report, taken })).toEqual(NEVER);
  });

  test.each([
    ['not-taking', 'not-taken'],
    ['not-taking-intentional', 'not-taken'],
    ['on-hold-as-directed', 'on-hold'],
    ['stopped-not-as-directed', 'stopped'],
    ['taking-as-directed', 'active'],
  ])('the adherence "%s" beside an active status counts as %s', (code, status) => {
    const adherence = { code: { coding: [{ code }] } };
    const step = stepFrom('MedicationStatement', { ...report, status: 'active', adherence });
    expect([step.status, step.isOngoing]).toEqual([status, status === 'active']);
  });

  test.each([true, 'true', 'True', ' TRUE '])(
    'an order with "doNotPerform: %s" is never one to take',
    (doNotPerform) => {
      const step = stepFrom('MedicationRequest', { ...order, doNotPerform });
      expect(step).toMatchObject({ isNotDone: true, isForbidden: true, isOngoing: false });
    },
  );
});
