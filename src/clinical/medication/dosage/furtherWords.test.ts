import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const orderOf = (more: object, value = 10, unit = 'mg') =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ ...dosage(value, undefined, unit), ...more }] });

describe('what a patient is told, or is added, beside another code leaves no amount, and both are told', () => {
  test.each([
    [{ patientInstruction: 'Take 20 mg daily' }, '10 mg daily, Take 20 mg daily'],
    [{ patientInstruction: 'Take 10 mg once weekly' }, '10 mg daily, Take 10 mg once weekly'],
    [{ patientInstruction: 'Take once weekly' }, '10 mg daily, Take once weekly'],
    [{ patientInstruction: 'Tome 20 mg al día' }, '10 mg daily, Tome 20 mg al día'],
    [{ patientInstruction: 'On hold' }, '10 mg daily, On hold'],
    [
      { text: 'Take 10 mg daily', patientInstruction: 'Take 20 mg once a day' },
      'Take 10 mg daily, Take 20 mg once a day',
    ],
    [
      { text: 'Take 10 mg daily', patientInstruction: 'Take 10 mg twice a day' },
      'Take 10 mg daily, Take 10 mg twice a day',
    ],
    [
      { text: 'Take one tablet', patientInstruction: 'Take 100 mg once a day' },
      'Take one tablet, Take 100 mg once a day (also sent as 10 mg)',
    ],
    [
      { text: 'one tablet', patientInstruction: 'Take 10 mg on Mondays' },
      'one tablet, Take 10 mg on Mondays (also sent as 10 mg daily)',
    ],
    [{ additionalInstruction: [{ text: 'Once weekly on Mondays' }] }, '10 mg daily, Once weekly on Mondays'],
    [
      { text: 'Take 10 mg daily', additionalInstruction: [{ text: 'three times a day' }] },
      'Take 10 mg daily, three times a day',
    ],
  ])('%j', (more, told) => {
    const { amount, shortDose, doseText, isDoseUnclear } = orderOf(more);
    expect([amount, shortDose, isDoseUnclear, doseText]).toEqual([undefined, '', true, told]);
  });
});

describe('further words that agree, or say something else, leave the amount', () => {
  test.each([
    [{ patientInstruction: 'Take with food' }],
    [{ patientInstruction: 'Take 1 tablet by mouth daily' }],
    [{ patientInstruction: 'Take 10 mg in the morning' }],
    [{ patientInstruction: 'Take 2 tablets of 5 mg once a day' }],
    [{ patientInstruction: 'Take with 240 mL of water' }],
    [{ patientInstruction: 'Do not drive for 8 hours. Call if you miss a dose.' }],
    [{ patientInstruction: 'Take at the same time each day' }],
    [{ patientInstruction: 'For blood pressure' }],
    [{ additionalInstruction: [{ text: 'With or after food' }] }],
    [{ additionalInstruction: [{ text: 'Take 30 to 60 minutes before food' }] }],
    [{ additionalInstruction: [{ text: 'Do not take more than 8 in 24 hours' }] }],
    [
      {
        additionalInstruction: [
          { text: 'Do not take indigestion remedies 2 hours before or after you take this medicine' },
        ],
      },
    ],
    [{ additionalInstruction: [{ text: 'Dissolve or mix 50 mL with water before taking' }] }],
    [{ additionalInstruction: [{ text: 'Until gone' }, { text: 'For 1 week' }] }],
  ])('%j', (more) => {
    const { amount, isDoseUnclear } = orderOf(more);
    expect([amount, isDoseUnclear]).toEqual([10, undefined]);
  });

  test('a syrup that is taken with water', () => {
    const { amount } = orderOf({ patientInstruction: 'Take with 240 mL of water' }, 15, 'mL');
    expect(amount).toBe(15);
  });
});

describe('the rendered instruction of R5', () => {
  const rendered = (type: string, text: string, sent: object | undefined) => {
    const name =
      type === 'MedicationRequest' || type === 'MedicationDispense' ? 'dosageInstruction' : 'dosage';
    const one = type === 'MedicationAdministration' ? sent : sent && [sent];
    return stepFrom(type, {
      ...(type === 'MedicationAdministration' && { status: 'completed' }),
      renderedDosageInstruction: text,
      ...(one !== undefined && { [name]: one }),
    });
  };
  const TYPES = ['MedicationRequest', 'MedicationStatement', 'MedicationDispense'];

  test.each(TYPES)('of a %s stands where no other words do', (type) => {
    expect(rendered(type, 'Take 10 mg every day', dosage(10))).toMatchObject({
      doseText: 'Take 10 mg every day',
      amount: 10,
    });
    expect(rendered(type, 'Take 10 mg every day', undefined).doseText).toBe('Take 10 mg every day');
  });

  test.each(TYPES)('of a %s is compared with its code', (type) => {
    expect(rendered(type, 'Take 20 mg every day', dosage(10))).toMatchObject({
      doseText: 'Take 20 mg every day (also sent as 10 mg)',
      amount: undefined,
      isDoseUnclear: true,
    });
    expect(rendered(type, 'Take 10 mg once weekly', dosage(10))).toMatchObject({
      doseText: 'Take 10 mg once weekly (also sent as 10 mg daily)',
      isDoseUnclear: true,
    });
  });

  test.each(TYPES)('of a %s is told and compared beside other words', (type) => {
    const text = 'Take 10 mg daily';
    expect(rendered(type, 'Take 20 mg every day', { ...dosage(10), text })).toMatchObject({
      doseText: `${text}, Take 20 mg every day`,
      amount: undefined,
      isDoseUnclear: true,
    });
    expect(rendered(type, text, { ...dosage(10), text })).toMatchObject({ doseText: text, amount: 10 });
  });

  test('of what was given', () => {
    const type = 'MedicationAdministration';
    const dose = { dose: { value: 10, unit: 'mg' } };
    expect(rendered(type, '20 mg IV', dose)).toMatchObject({
      doseText: '20 mg IV (also sent as 10 mg)',
      amount: undefined,
      isDoseUnclear: true,
    });
    expect(rendered(type, '10 mg IV', dose)).toMatchObject({ doseText: '10 mg IV', amount: 10 });
    expect(rendered(type, '20 mg IV', { ...dose, text: '10 mg IV' })).toMatchObject({
      doseText: '10 mg IV, 20 mg IV',
      amount: undefined,
      isDoseUnclear: true,
    });
  });

  test('of several instructions is told beside them', () => {
    const { doseText, note } = stepFrom('MedicationRequest', {
      renderedDosageInstruction: '10 mg in the morning and 20 mg at night',
      dosageInstruction: [dosage(10), dosage(20)],
    });
    expect(doseText).toBe('10 mg daily; 20 mg daily');
    expect(note).toContain('10 mg in the morning and 20 mg at night');
  });
});

describe('further words that only look like a part of the others are told', () => {
  test.each([
    ['0.5 mg at night', '5 mg at night'],
    ['Take 10 mg', 'Take 1'],
    ['Take 1.5 tablets', 'Take 1'],
    ['110 mg daily', '10 mg daily'],
  ])('"%s" beside "%s"', (text, patientInstruction) => {
    const { doseText } = stepFrom('MedicationRequest', { dosageInstruction: [{ text, patientInstruction }] });
    expect(doseText).toBe(`${text}, ${patientInstruction}`);
  });

  test('and those that stand in them are told once', () => {
    const dosageInstruction = [{ text: 'Take 10 mg, with food.', patientInstruction: 'With food' }];
    expect(stepFrom('MedicationRequest', { dosageInstruction }).doseText).toBe('Take 10 mg, with food.');
  });
});
