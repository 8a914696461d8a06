import { describe, expect, test } from 'vitest';
import { eventContext, dosage, medication, stepFrom } from '../../testing/eventsFromFhirFixture.ts';
import { medicationStepOf } from './medicationSteps.ts';
import { medicationTexts } from './medication.messages.ts';

const request = (fields: object) => stepFrom('MedicationRequest', fields);
const bounded = (boundsPeriod: object) => ({
  dosageInstruction: [dosage(25, { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod })],
});
const day = (month: number, date: number): number => Date.UTC(2026, month - 1, date);

test('an order begins with the bounds of its dosage, else with its validity, else when it was written', () => {
  const [authoredOn, dispenseRequest] = ['2026-03-01', { validityPeriod: { start: '2026-03-02' } }];
  expect(request({ authoredOn, dispenseRequest, ...bounded({ start: '2026-03-03' }) }).startMs).toBe(
    day(3, 3),
  );
  expect(request({ authoredOn, dispenseRequest }).startMs).toBe(day(3, 2));
  expect(request({ authoredOn })).toMatchObject({
    startMs: day(3, 1),
    precision: 'day',
    note: medicationTexts('dateOfOrder'),
  });
  expect(request({})).toMatchObject({ startMs: Number.NaN, precision: 'none', isOngoing: true });
});

test('the end of a validity is the end only of an order that is over', () => {
  const dispenseRequest = { validityPeriod: { start: '2026-03-02', end: '2026-06-01' } };
  expect(request({ dispenseRequest })).toMatchObject({ endMs: undefined, isOngoing: true });
  for (const status of ['completed', 'stopped', 'cancelled'])
    expect(request({ status, dispenseRequest })).toMatchObject({
      endMs: day(6, 1),
      endPrecision: 'day',
      isOngoing: false,
    });
});

test('an active order goes on; one that is over without an end has an end that is not known', () => {
  const dispenseRequest = { validityPeriod: { start: '2026-03-02' } };
  expect(request({ dispenseRequest })).toMatchObject({ isOngoing: true });
  expect(request({ dispenseRequest })).not.toHaveProperty('note');
  expect(request({ status: 'completed', dispenseRequest })).toMatchObject({
    endMs: undefined,
    isOngoing: false,
    note: 'End not known',
  });
});

test('the bounds of a dosage end an order; an end ahead is a plan', () => {
  expect(request(bounded({ start: '2026-03-03', end: '2026-04-01' }))).toMatchObject({
    endMs: day(4, 1),
    isOngoing: false,
  });
  expect(request(bounded({ start: '2026-03-03', end: '2027-04-01' }))).toMatchObject({
    endMs: undefined,
    isOngoing: true,
    note: 'Planned until 1 Apr 2027',
  });
  expect(
    request({ status: 'stopped', ...bounded({ start: '2026-03-03', end: '2027-04-01' }) }),
  ).toMatchObject({
    endMs: undefined,
    isOngoing: false,
    note: 'End not known; was planned until 1 Apr 2027',
  });
});

test('an order goes on through its last day, and from the day on which it is that day anywhere', () => {
  expect(request(bounded({ start: '2026-11-20', end: '2026-11-24' })).isOngoing).toBe(true);
  expect(request(bounded({ start: '2026-11-20', end: '2026-11-23' })).isOngoing).toBe(false);
  expect(request({ authoredOn: '2026-11-25' }).isOngoing).toBe(true);
  expect(request({ authoredOn: '2026-11-26' }).isOngoing).toBe(false);
  expect(request({ authoredOn: '2026-11-24T15:00:00Z' }).isOngoing).toBe(false);
});

test('an order that begins ahead has not begun', () => {
  expect(request(bounded({ start: '2027-03-03' }))).toMatchObject({ isOngoing: false, endMs: undefined });
});

test('what may begin or end after the reading carries the moment of the reading', () => {
  const readAtMs = eventContext.nowMs;
  expect(request({ authoredOn: '2026-12-01' }).readAtMs).toBe(readAtMs);
  expect(
    request({ status: 'completed', ...bounded({ start: '2026-03-01', end: '2026-11-25' }) }).readAtMs,
  ).toBe(readAtMs);
  expect(request({ authoredOn: '2026-11-20' }).readAtMs).toBeUndefined();
  expect(request({}).readAtMs).toBeUndefined();
});

test.each(['draft', 'on-hold', 'cancelled', 'unknown', ''])(
  'an order with status "%s" is kept with it, and not as one that is taken',
  (status) => {
    expect(request({ status, authoredOn: '2026-03-01' })).toMatchObject({
      status,
      isNotDone: true,
      isOngoing: false,
    });
  },
);

test('"do not give" and a proposal are no order that is taken', () => {
  expect(request({ doNotPerform: true })).toMatchObject({
    isNotDone: true,
    isOngoing: false,
    note: 'Do not give',
  });
  expect(request({ intent: 'proposal' })).toMatchObject({ isNotDone: true, note: 'Intent: proposal' });
});

describe('a plan', () => {
  test('is not known to be taken while nobody reported it', () => {
    expect(request({ intent: 'plan' })).toMatchObject({
      isNotDone: true,
      isUnknown: true,
      isOngoing: false,
      note: 'Intent: plan',
    });
    expect(request({ intent: 'plan' })).not.toHaveProperty('isProposed');
  });

  test.each(['unknown', '', 'no-such-status'])('of the status "%s" is not called a proposal', (status) => {
    expect(request({ intent: 'plan', status })).toMatchObject({ isNotDone: true, isUnknown: true });
    expect(request({ intent: 'plan', status })).not.toHaveProperty('isProposed');
  });

  test.each(['completed', 'stopped', 'draft', 'on-hold'])('that is %s was only proposed', (status) => {
    expect(request({ intent: 'plan', status })).toMatchObject({ isNotDone: true, isProposed: true });
  });

  test.each([{ reportedBoolean: true }, { reportedReference: { display: 'Patient' } }])(
    'that was reported is taken: %o',
    (reported) => {
      expect(request({ intent: 'plan', ...reported })).not.toHaveProperty('isNotDone');
    },
  );
});

test('an order with a modifier has its words alone', () => {
  expect(request({ modifierExtension: [{ url: 'x' }], dosageInstruction: [dosage(25)] })).toMatchObject({
    doseText: '25 mg daily',
    amount: undefined,
    shortDose: '',
    isNotDone: true,
  });
});

test('a dose that an earlier version of FHIR says was not given was not', () => {
  for (const denial of [{ notGiven: true }, { wasNotGiven: true }])
    expect(
      stepFrom('MedicationAdministration', {
        status: 'completed',
        effectiveDateTime: '2026-03-03',
        ...denial,
      }),
    ).toMatchObject({ isNotDone: true, isOngoing: false });
});

test('nobody knows of a report with "taken: unk" whether the medication is taken', () => {
  expect(stepFrom('MedicationStatement', { taken: 'unk' })).toMatchObject({
    isNotDone: true,
    isUnknown: true,
    isOngoing: false,
  });
  for (const taken of ['y', 'na'])
    expect(stepFrom('MedicationStatement', { taken })).not.toHaveProperty('isNotDone');
});

test('a statement lasts as long as it says; one that was not taken is not', () => {
  const effectivePeriod = { start: '2026-03-03', end: '2026-04-01' };
  expect(
    stepFrom('MedicationStatement', { status: 'completed', effectivePeriod, dosage: [dosage(25)] }),
  ).toMatchObject({
    type: 'MedicationStatement',
    startMs: day(3, 3),
    endMs: day(4, 1),
    shortDose: '25 mg/day',
  });
  expect(stepFrom('MedicationStatement', { effectiveDateTime: '2026-03-03' })).toMatchObject({
    isOngoing: true,
  });
  expect(stepFrom('MedicationStatement', { status: 'not-taken' })).toMatchObject({
    isNotDone: true,
    status: 'not-taken',
  });
});

test('an administration is a moment or a period; one that was not done is not given', () => {
  const effectiveDateTime = '2026-03-03T08:00:00Z';
  expect(stepFrom('MedicationAdministration', { status: 'completed', effectiveDateTime })).toMatchObject({
    endMs: undefined,
    isOngoing: false,
  });
  expect(stepFrom('MedicationAdministration', { status: 'completed', effectiveDateTime })).not.toHaveProperty(
    'note',
  );
  expect(
    stepFrom('MedicationAdministration', {
      status: 'in-progress',
      effectivePeriod: { start: effectiveDateTime },
    }),
  ).toMatchObject({ isOngoing: true });
  expect(
    stepFrom('MedicationAdministration', { status: 'not-done', statusReason: [{ text: 'Nausea' }] }),
  ).toMatchObject({
    isNotDone: true,
    note: 'Reason for status: Nausea',
  });
});

test('a dispense is the moment of handing over, and says what was handed over', () => {
  const supply = { quantity: { value: 30, unit: 'tablet' }, daysSupply: { value: 30, unit: 'd' } };
  expect(
    stepFrom('MedicationDispense', { status: 'completed', whenHandedOver: '2026-03-03', ...supply }),
  ).toMatchObject({
    startMs: day(3, 3),
    isOngoing: false,
    endMs: undefined,
    note: 'Dispensed: 30 tablet\nSupply: 30 d',
  });
  expect(stepFrom('MedicationDispense', { status: 'completed', whenPrepared: '2026-03-03' }).note).toBe(
    'Prepared; not confirmed as dispensed',
  );
});

test('whose it is decides first', () => {
  const of = (fields: object) =>
    medicationStepOf(medication('MedicationRequest', fields), eventContext).outcome;
  expect(of({})).toBe('read');
  expect(of({ subject: { reference: 'Patient/p2' } })).toBe('other-patient');
  expect(of({ subject: undefined })).toBe('no-subject');
  expect(of({ status: 'entered-in-error' })).toBe('withdrawn');
  expect(of({ resourceType: 'Encounter' })).toBe('unreadable');
});

test('what must not be given, or was not, is not shown as given, in whatever form it was sent', () => {
  expect(request({ doNotPerform: 'true' })).toMatchObject({ isNotDone: true, isOngoing: false });
  expect(request({ doNotPerform: 'false' }).isNotDone).toBeUndefined();
  expect(request({ implicitRules: 'https://ehr.example/rules' }).isNotDone).toBe(true);
  const given = { effectiveDateTime: '2026-03-03', status: 'completed' };
  for (const denied of [{ wasNotGiven: true }, { wasNotGiven: 'true' }])
    expect(stepFrom('MedicationAdministration', { ...given, ...denied }).isNotDone).toBe(true);
  for (const denied of [{ taken: 'n' }, { wasNotTaken: true }])
    expect(stepFrom('MedicationStatement', { ...given, ...denied }).isNotDone).toBe(true);
  expect(stepFrom('MedicationStatement', { ...given, taken: 'y' }).isNotDone).toBeUndefined();
});

test.each([
  ['mg', 'ug'],
  ['mL', 'mg'],
  ['g', 'kg'],
])('a dose in %s with the code %s is no amount', (unit, code) => {
  const doseQuantity = { value: 10, unit, code };
  const timing = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };
  const once = (quantity: object) =>
    request({ dosageInstruction: [{ doseAndRate: [{ doseQuantity: quantity }], timing }] });
  expect(once(doseQuantity)).toMatchObject({ amount: undefined, shortDose: '' });
  expect(once({ ...doseQuantity, code: unit }).amount).toBe(10);
});
