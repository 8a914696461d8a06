import { expect, test } from 'vitest';
import { stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const q = (value: number, unit: string) => ({ value, unit });
const ordered = (text: string, given: object) =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ text, doseAndRate: [given] }] }).doseText;
const given = (text: string, dosage: object) =>
  stepFrom('MedicationAdministration', { status: 'completed', dosage: { text, ...dosage } });

const range = (low: number, high: number, unit: string) => ({ low: q(low, unit), high: q(high, unit) });

test.each([
  ['Take 5-10 mg at night', { doseRange: range(5, 10, 'g') }, '5–10 g'],
  ['Take 5 mg at night', { doseRange: range(50, 100, 'mg') }, '50–100 mg'],
  ['Run at 5-10 mL/h', { rateRange: range(5, 10, 'mL/min') }, '5–10 mL/min'],
  ['1000 mL at 125 mL/h', { doseQuantity: q(1000, 'mL'), rateQuantity: q(125, 'mL/min') }, '125 mL/min'],
  ['2 g over 60 minutes at 250 mL/h', { doseQuantity: q(2, 'mg'), rateQuantity: q(250, 'mL/h') }, '2 mg'],
])('"%s" beside %j is another dose, which is told', (text, sent, told) => {
  expect(ordered(text, sent)).toBe(`${text} (also sent as ${told})`);
});

test.each([
  ['Take 5-10 mg at night', { doseRange: range(5, 10, 'mg') }],
  ['Take 5 mg, may repeat once', { doseRange: range(5, 10, 'mg') }],
  ['Take 1-2 tablets (5 mg each)', { doseRange: range(5, 10, 'mg') }],
  ['Take 1-2 tablets', { doseRange: range(500, 1000, 'mg') }],
  ['Run at 5-10 mL/h', { rateRange: range(5, 10, 'mL/h') }],
  ['1000 mL at 125 mL/h', { doseQuantity: q(1000, 'mL'), rateQuantity: q(125, 'mL/h') }],
])('"%s" beside %j agrees', (text, sent) => {
  expect(ordered(text, sent)).toBe(text);
});

test('a dose that was given is compared beside its rate, which may agree', () => {
  const { amount, doseText } = given('2 g at 250 mL/h', {
    dose: q(2, 'mg'),
    rateQuantity: q(250, 'mL/h'),
  });
  expect([amount, doseText]).toEqual([undefined, '2 g at 250 mL/h (also sent as 2 mg)']);
  expect(given('2 g at 250 mL/h', { dose: q(2, 'g'), rateQuantity: q(250, 'mL/h') }).amount).toBe(250);
  expect(given('2 g at 250 mL/h', { dose: q(2, 'g'), rateQuantity: q(25, 'mL/h') }).doseText).toBe(
    '2 g at 250 mL/h (also sent as 25 mL/h)',
  );
});
