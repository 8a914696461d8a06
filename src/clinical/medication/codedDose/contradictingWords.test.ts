import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const orderOf = (text: string, patientInstruction: string, more: object = {}) =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ text, patientInstruction, ...more }] });

describe('two doses in the words of one order are in doubt, and both are told', () => {
  test.each([
    ['Take 10 mg daily', 'Take 20 mg daily'],
    ['Take 10 mg daily', 'Take 100 mg daily'],
    ['Take 10 mg daily', 'Take 10 mcg daily'],
    ['Take 1 tablet daily', 'Take 2 tablets daily'],
    ['Take one tablet daily', 'Take two tablets daily'],
    ['Take 1 tablet twice a day', 'Take 2 tablets twice a day'],
    ['Inject 9 units at bedtime', 'Inject 20 units at bedtime'],
    ['Take 5 mL by mouth daily', 'Take 10 mL by mouth daily'],
    ['Tomar 10 mg al día', 'Tomar 20 mg al día'],
    ['Take 10 mg (2 tablets) daily', 'Take 1 tablet daily'],
    ['0.5 mg at night', '5 mg at night'],
    ['Take 10 mg once weekly', 'Take 10 mg daily'],
    ['Take 10 mg daily', 'Take 10 mg once a week on Mondays'],
    ['Take 4 tablets every Monday', 'Take 4 tablets every morning'],
    ['Take 10 mg twice a day', 'Take 10 mg three times a day'],
    ['Take 10 mg every 8 hours', 'Take every 12 hours'],
  ])('"%s" beside "%s"', (text, patientInstruction) => {
    const { amount, shortDose, doseText, isDoseUnclear } = orderOf(text, patientInstruction);
    expect([amount, shortDose, isDoseUnclear, doseText]).toEqual([
      undefined,
      '',
      true,
      `${text}, ${patientInstruction}`,
    ]);
  });

  test('also beside a code of one of the two', () => {
    const more = dosage(1, undefined, 'tablet');
    expect(orderOf('1 tablet (10 mg) daily', '1 tablet (20 mg) daily', more)).toMatchObject({
      amount: undefined,
      isDoseUnclear: true,
      doseText: '1 tablet (10 mg) daily, 1 tablet (20 mg) daily',
    });
  });

  test('in what was given', () => {
    const step = stepFrom('MedicationAdministration', {
      status: 'completed',
      renderedDosageInstruction: '20 mg IV',
      dosage: { text: '10 mg IV' },
    });
    expect(step).toMatchObject({ isDoseUnclear: true, doseText: '10 mg IV, 20 mg IV' });
  });
});

describe('words that agree, or may, are in no doubt', () => {
  test.each([
    ['Take 1 tablet (500 mg) daily', 'Take 500 mg daily'],
    ['Take 500 mg twice a day', 'Take 1 tablet twice a day'],
    ['Take 1 g daily', 'Take 1000 mg daily'],
    ['Take 1,000 mg daily', 'Take 1 g daily'],
    ['Take 2 tablets of 5 mg daily', 'Take 10 mg daily'],
    ['Take 10 mg daily', 'Take 10 to 20 mg daily'],
    ['Take 1-2 tablets daily', 'Take 1 tablet daily'],
    ['Take 10 mg daily', 'Do not take more than 40 mg, max 40 mg a day'],
    ['Take 40 mg daily for 3 days, then 20 mg', 'Take 20 mg daily'],
    ['Take 1 tablet twice a day', 'Take 2 tablets a day'],
    ['Take 10 mg twice daily', 'Take 20 mg per day'],
    ['Take 10 mL daily', 'Take 2 teaspoons daily'],
    ['Take 10 mL daily', 'Take with 240 mL of water'],
    ['Take 20 mg daily', 'These are 10 mg tablets'],
    ['Take 20 mg daily', 'If you miss a dose, take 10 mg'],
    ['Take 1 tablet daily', 'You may take 2 tablets for severe pain'],
    ['Take half a tablet daily', 'Take 0.5 tablet daily'],
    ['Take 1/2 tablet daily', 'Take half a tablet daily'],
    ['Take 1 tablet daily', 'Take 1 tab every morning'],
    ['Take 10 mg daily', 'Take with food'],
    ['Take 10 mg three times a day', 'Take every 8 hours'],
    ['Take 10 mg twice a day', 'Take every morning and every night'],
    ['Take 10 mg daily', 'Blood test weekly'],
    ['Take 10 mg daily', 'Take at the same time each day. Weigh yourself once a week.'],
    ['Take 10 mg once weekly', 'Take on Mondays'],
    ['Take 10 mg twice a day', 'Take with meals'],
    ['Take 10 mg once a day', 'Take 10 mg every morning'],
    ['Take 10 mg every 24 hours', 'Take once daily'],
    ['Take 10 mg weekly', 'Do not take daily'],
    ['Take 10 mg once daily', 'Take 10 mg at bedtime'],
    ['As directed', 'Take 10 mg daily'],
    ['Take 10 units daily', 'Inject 10 U daily'],
    ['Take 10 mg daily', 'Take for 30 days'],
  ])('"%s" beside "%s"', (text, patientInstruction) => {
    expect(orderOf(text, patientInstruction).isDoseUnclear).toBeUndefined();
  });
});
