import { expect, test } from 'vitest';
import { stepFrom } from '../../testing/eventsFromFhirFixture.ts';

const dispense = (fields: object) =>
  stepFrom('MedicationDispense', { status: 'completed', whenHandedOver: '2026-11-01', ...fields });

test('a part of a supply says that it was a part', () => {
  const type = { coding: [{ code: 'FFP', display: 'First Fill - Part Fill' }] };
  const quantity = { value: 10, unit: 'tablet' };
  expect(dispense({ type, quantity }).note).toBe('Type: First Fill - Part Fill\nDispensed: 10 tablet');
  expect(dispense({ quantity }).note).toBe('Dispensed: 10 tablet');
});

test.each([
  { statusReasonCodeableConcept: { text: 'Out of stock' } },
  { notPerformedReason: { concept: { text: 'Out of stock' } } },
])('a supply that was declined says why: %j', (reason) => {
  expect(dispense({ status: 'declined', ...reason })).toMatchObject({
    isNotDone: true,
    statusReason: 'Out of stock',
    note: 'Reason for status: Out of stock',
  });
});

test('a supply with a reason why it was not handed over is not counted, whatever its status', () => {
  expect(dispense({ notPerformedReason: { concept: { text: 'Out of stock' } } }).isNotDone).toBe(true);
  expect(dispense({ notPerformedReason: {} }).isNotDone).toBeUndefined();
});
