import { expect, test } from 'vitest';
import { careEventFrom, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { madeCourse, madeDoseStep } from '../../../testing/madeEventsFixture.ts';
import { medicineChanges } from './medicineChanges.ts';
import { medicinesNow } from './medicinesNow.ts';
import { visitsOf } from './visits.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const CLOCK = { timeZone: 'UTC', nowMs: NOW };

const reasonsNow = (...steps: readonly ReturnType<typeof madeDoseStep>[]) =>
  Object.entries(medicinesNow([madeCourse('Apixaban', steps)], NOW, 'UTC')).flatMap(([part, all]) =>
    all.map(({ reasons }) => [part, ...reasons].join(': ')),
  );

test('why a medicine is on hold, not to be used or no longer taken is told as it was sent', () => {
  const held = { status: 'on-hold', isNotDone: true as const, statusReason: 'Surgery on December 3' };
  expect(reasonsNow(madeDoseStep('2026-10-01', '', 5, held))).toEqual(['onHold: Surgery on December 3']);
  const ended = { status: 'stopped', statusReason: 'Bleeding' };
  expect(reasonsNow(madeDoseStep('2026-10-01', '', 5, ended))).toEqual(['ended: Bleeding']);
  const refused = {
    type: 'MedicationStatement',
    status: 'not-taken',
    isNotDone: true,
    statusReason: 'Too expensive',
  } as const;
  expect(reasonsNow(madeDoseStep('2026-10-01', '…', 5), madeDoseStep('2026-11-01', '', 5, refused))).toEqual([
    'inUse: Too expensive',
  ]);
});

test('a medicine that goes on has no reason beside it, and one that only says the status again is left out', () => {
  expect(reasonsNow(madeDoseStep('2026-10-01', '…', 5, { statusReason: 'Refilled' }))).toEqual(['inUse']);
  const held = { status: 'on-hold', isNotDone: true as const, statusReason: 'On hold' };
  expect(reasonsNow(madeDoseStep('2026-10-01', '', 5, held))).toEqual(['onHold']);
});

test('why a medicine was stopped is told where its stop is', () => {
  const course = madeCourse('Lisinopril', [
    madeDoseStep('2026-01-01', '2026-06-01', 10, { status: 'stopped', statusReason: 'Cough' }),
  ]);
  expect(medicineChanges([course], 'UTC').map(({ change, reason }) => [change, reason])).toEqual([
    ['Stopped', 'Cough'],
    ['Started', ''],
  ]);
});

test.each([
  ['MedicationRequest', { status: 'on-hold', statusReason: { text: 'Surgery' } }],
  ['MedicationStatement', { status: 'not-taken', statusReason: [{ text: 'Surgery' }] }],
  ['MedicationAdministration', { status: 'not-done', statusReason: [{ coding: [{ display: 'Surgery' }] }] }],
  ['MedicationDispense', { status: 'declined', statusReasonCodeableConcept: { text: 'Surgery' } }],
] as const)('the reason of a %s is read', (type, fields) => {
  expect(stepFrom(type, fields).statusReason).toBe('Surgery');
});

test('the reason of a visit or procedure that did not take place is not that of its not taking place', () => {
  const procedure = (more: object) =>
    visitsOf(
      [
        careEventFrom('Procedure', {
          code: { text: 'Colonoscopy' },
          performedDateTime: '2026-03-01',
          reasonCode: [{ text: 'Screening' }],
          ...more,
        }),
      ],
      CLOCK,
    ).map(({ reason, plannedFor }) => [reason, plannedFor]);
  expect(procedure({ status: 'not-done', statusReason: { text: 'Patient was ill' } })).toEqual([
    ['Patient was ill', 'Screening'],
  ]);
  expect(procedure({ status: 'not-done' })).toEqual([['', 'Screening']]);
  expect(procedure({ status: 'completed' })).toEqual([['Screening', '']]);
  const vaccine = careEventFrom('Immunization', {
    status: 'not-done',
    statusReason: { text: 'Fever' },
    vaccineCode: { text: 'Influenza' },
    occurrenceDateTime: '2026-10-01',
  });
  expect(visitsOf([vaccine], CLOCK)[0]).toMatchObject({ state: 'Not done.', reason: 'Fever' });
});
