import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const orderOf = (more: object) =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ ...dosage(10), ...more }] });
const added = (text: string) => ({ additionalInstruction: [{ text }] });
const coded = (code: object) => ({ timing: { ...dosage(10).timing, code } });

describe('a dose is taken when it is needed where any of its words say so', () => {
  test.each([
    [{ patientInstruction: 'Take as needed for pain' }],
    [{ patientInstruction: 'Take 1 tablet a day if needed for pain' }],
    [{ patientInstruction: 'For your pain. Use only when needed.' }],
    [{ patientInstruction: 'Use this medicine only when required' }],
    [{ text: 'Take 10 mg every day', patientInstruction: 'PRN' }],
    [{ renderedDosageInstruction: '10 mg daily PRN', text: '10 mg daily' }],
    [{ patientInstruction: '1-2 puffs p.r.n.' }],
    [{ patientInstruction: 'Tomar si es necesario' }],
    [{ patientInstruction: 'Nur bei Bedarf' }],
    [{ patientInstruction: 'As needed, max 4 a day' }],
    [added('As needed')],
    [added('when required')],
    [added('PRN pain')],
    [added('au besoin')],
    [{ additionalInstruction: [{ coding: [{ display: 'As needed' }] }] }],
    [coded({ text: 'Once a day PRN' })],
    [coded({ coding: [{ code: 'X7', display: 'DAILY PRN' }] })],
  ])('%j', (more) => {
    const { shortDose, amount, doseText } = orderOf(more);
    expect([shortDose, amount]).toEqual(['10 mg as needed', undefined]);
    expect(doseText).toMatch(/need|PRN|p\.r\.n|required|necesario|Bedarf|besoin/);
  });
});

describe('words about something else leave a dose of every day', () => {
  test.each([
    [{ patientInstruction: 'Drink water as needed' }],
    [{ patientInstruction: 'Call the clinic if needed' }],
    [{ patientInstruction: 'Increase the dose if needed' }],
    [{ patientInstruction: 'Take daily. Ice pack as needed.' }],
    [{ patientInstruction: 'May repeat if needed' }],
    [{ patientInstruction: 'If needed, take a second tablet' }],
    [{ patientInstruction: 'Take with antacid if needed' }],
    [{ patientInstruction: 'Take every day, not just when needed' }],
    [{ text: 'Take 10 mg every day, not just when needed' }],
    [{ text: 'Jeden Tag 10 mg, nicht nur bei Bedarf' }],
    [added('Adjust as needed per INR')],
    [added('Refill when needed')],
    [added('As required by your pharmacist')],
    [added('Use sunscreen as needed')],
    [added('Take an extra dose if needed')],
    [added('With food')],
    [coded({ text: 'Every morning' })],
  ])('%j', (more) => {
    expect(orderOf(more).amount).toBe(10);
  });
});

describe('is told with its reason', () => {
  const pain = { asNeededCodeableConcept: { text: 'Headache' } };

  test.each([
    [{ ...pain }, '10 mg daily, as needed for Headache'],
    [{ ...pain, text: '10 mg as needed' }, '10 mg as needed, as needed for Headache'],
    [{ ...pain, text: '10 mg as needed for headaches' }, '10 mg as needed for headaches'],
    [{ patientInstruction: 'Take as needed' }, '10 mg daily, Take as needed'],
    [
      { ...pain, patientInstruction: 'Take as needed' },
      '10 mg daily, as needed for Headache, Take as needed',
    ],
    [{ asNeededBoolean: true, ...added('Call if needed') }, '10 mg daily, as needed, Call if needed'],
    [coded({ text: 'Daily PRN' }), '10 mg daily, as needed'],
  ])('%j', (more, told) => {
    expect(orderOf(more).doseText).toBe(told);
  });
});
