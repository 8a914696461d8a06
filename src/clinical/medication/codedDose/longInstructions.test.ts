import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { MAX_INSTRUCTION_LETTERS } from '../dosage/instructionLength.ts';

const DAILY = { frequency: 1, period: 1, periodUnit: 'd' };
/** Returns advice of so many letters, which says nothing of the dose. */
const advice = (letters: number): string => 'Keep it out of the sun. '.repeat(letters).slice(0, letters);

const stepOf = (text: string) =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ ...dosage(5, DAILY), text }] });

const CHANGES = [
  'On hold until seen in clinic.',
  'Do not take for now.',
  'Take 5 mg for 7 days, then 2.5 mg.',
  'Increase the dose by 5 mg every week.',
  'Sliding scale.',
  'Once a week.',
  'Take it on Mondays and Thursdays.',
];

describe.each([0, 280, 310, 620, 940])('behind %d letters of an order', (letters) => {
  test.each(CHANGES)('"%s" takes the amount of each day away, and both are told', (change) => {
    const { amount, doseText } = stepOf(`Take 5 mg. ${advice(letters)} ${change}`);
    expect(amount).toBeUndefined();
    expect(doseText).toContain(change);
    expect(doseText).toContain('(also sent as ');
  });

  test('another dose alone contradicts the coded one, of an order and of what was given', () => {
    const text = `${advice(letters)} Take 2.5 mg.`;
    expect(stepOf(text).amount).toBeUndefined();
    const given = { status: 'completed', effectiveDateTime: '2026-10-01T08:00:00Z' };
    const [{ doseQuantity: dose } = {}] = dosage(5).doseAndRate;
    expect(stepFrom('MedicationAdministration', { ...given, dosage: { text, dose } }).amount).toBeUndefined();
  });

  test('advice alone leaves the amount as it is', () => {
    expect(stepOf(`Take 5 mg. ${advice(letters)}`).amount).toBe(5);
  });
});

test('what stands behind the opening takes no doubt away', () => {
  const text = `Take 2.5 mg. ${advice(320)} Refills: 2. Do not exceed 8 tablets.`;
  expect(stepOf(text).amount).toBeUndefined();
});

test('an instruction that is too long to be read to its end has no amount, and both are told', () => {
  const { amount, doseText } = stepOf(`Take 5 mg daily. ${advice(MAX_INSTRUCTION_LETTERS)}`);
  expect(amount).toBeUndefined();
  expect(doseText).toContain('(also sent as 5 mg)');
});

test('a long instruction is read in a moment', () => {
  for (const part of ['1 tablet and ', '5 mg on mon, ', '1/2 to ', '10 mg/h, ', 'take 1 - 2 days, ']) {
    const startMs = performance.now();
    stepOf(part.repeat(MAX_INSTRUCTION_LETTERS).slice(0, MAX_INSTRUCTION_LETTERS));
    expect(performance.now() - startMs).toBeLessThan(500);
  }
});
