import { describe, expect, test } from 'vitest';
import { stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const DAILY = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };
const orderOf = (name: string, value: number, unit: string, text?: string) =>
  stepFrom('MedicationRequest', {
    medicationCodeableConcept: { text: name },
    dosageInstruction: [
      {
        timing: DAILY,
        doseAndRate: [{ doseQuantity: { value, unit } }],
        ...(text !== undefined && { text }),
      },
    ],
  });

describe('a coded dose in another step of mass than the name of its product', () => {
  test.each([
    ['levothyroxine 50 mcg tablet', 50, 'mg', '50 mcg'],
    ['levothyroxine 50 mcg (0.05 mg) tablet', 50, 'mg', '50 mcg'],
    ['levothyroxine 50 micrograms tablets', 50, 'mg', '50 micrograms'],
    ['L-Thyroxin 50 Mikrogramm', 50, 'mg', '50 mikrogramm'],
    ['Levotiroxina 50 microgramos', 50, 'mg', '50 microgramos'],
    ['Lévothyrox 50 µg, comprimé', 50, 'mg', '50 µg'],
    ['digoxin 0.125 mg tablet', 125, 'mg', '0.125 mg'],
    ['Digoxina 0,25 mg', 250, 'mg', '0,25 mg'],
    ['amoxicillin 500 mg capsule', 500, 'g', '500 mg'],
    ['amoxicillin 500 mg capsule', 0.5, 'mg', '500 mg'],
    ['Fish oil 1,000 mg capsule', 1, 'mg', '1000 mg'],
    ['Metformin 1.000 mg Filmtablette', 1, 'ug', '1,000 mg'],
    ['amoxicillin 250 mg/5 mL suspension', 250, 'g', '250 mg'],
    ['fentanyl 50 mcg/mL injection', 50, 'mg', '50 mcg'],
    ['enoxaparin 40 mg/0.4 mL syringe', 40, 'g', '40 mg'],
    ['amoxicillin 875 mg / clavulanate 125 mg', 875, 'g', '875 mg'],
    ['amoxicillin-clavulanate 875-125 mg', 875, 'g', '875 mg'],
    ['amoxicillin-clavulanate 875-125 mg', 125, 'g', '125 mg'],
    ['calcium carbonate 1250 mg / cholecalciferol 10 mcg', 10, 'mg', '10 mcg'],
    ['polyethylene glycol 17 gram powder', 17, 'mg', '17 gram'],
    ['fluticasone 50 mcg/actuation nasal spray', 50, 'mg', '50 mcg'],
  ])('"%s" with %d %s', (name, value, unit, strength) => {
    const { amount, shortDose, doseText, sentDosage } = orderOf(name, value, unit);
    expect([amount, shortDose, doseText]).toEqual([
      undefined,
      '',
      `${value} ${unit} daily (also sent as ${strength})`,
    ]);
    expect(sentDosage).toBeDefined();
  });

  test.each([
    ['levothyroxine 50 mcg tablet', 100, 'mcg'],
    ['levothyroxine 50 mcg tablet', 25, 'mcg'],
    ['levothyroxine 50 mcg tablet', 0.05, 'mg'],
    ['levothyroxine 50 mcg tablet', 100, 'mg'],
    ['levothyroxine 50 mcg (0.05 mg) tablet', 0.05, 'mg'],
    ['digoxin 0.125 mg tablet', 125, 'mcg'],
    ['digoxin 0.125 mg tablet', 0.25, 'mg'],
    ['amoxicillin 500 mg capsule', 1, 'g'],
    ['amoxicillin 500 mg capsule', 500, 'capsule'],
    ['Vitamin B12 1,000 mcg tablet', 1, 'mg'],
    ['Fish oil 1,000 mg capsule', 1, 'g'],
    ['Metformin 1.000 mg Filmtablette', 1, 'g'],
    ['Metformin 1.000 mg Filmtablette', 1000, 'mg'],
    ['Lorazepam 1.000 mg tablet', 1, 'mg'],
    ['amoxicillin 250 mg/5 mL suspension', 250, 'mg'],
    ['amoxicillin 250 mg/5 mL suspension', 5, 'mL'],
    ['amoxicillin 1 g / clavulanate 200 mg', 1, 'g'],
    ['drug A 1 g / drug B 1 mg tablet', 1, 'mg'],
    ['hydrocortisone 10 mg/g cream', 10, 'g'],
    ['hydrocortisone 10 mg/1 g cream', 10, 'g'],
    ['hydrocortisone 1 % cream', 1, 'g'],
    ['sodium chloride 9 mg/mL, 1000 mL bag', 9, 'g'],
    ['sodium chloride 9 g/L', 9, 'mg'],
    ['heparin 1000 units/mL', 1, 'units'],
    ['cholecalciferol 1000 units (25 mcg)', 25, 'mcg'],
    ['levothyroxine', 50, 'mg'],
    ['vitamin B 12', 12, 'mg'],
  ])('is none where "%s" is taken as %d %s', (name, value, unit) => {
    const { amount, doseText } = orderOf(name, value, unit);
    expect([amount, doseText]).toEqual([value, `${value} ${unit} daily`]);
  });

  test('is told once, where the words of the order tell the strength', () => {
    expect(orderOf('levothyroxine 50 mcg tablet', 50, 'mg', '50 mcg daily').doseText).toBe(
      '50 mcg daily (also sent as 50 mg)',
    );
    expect(orderOf('levothyroxine 50 mcg tablet', 50, 'mg', 'Take 1 tablet daily').doseText).toBe(
      'Take 1 tablet daily (also sent as 50 mg, 50 mcg)',
    );
  });

  test.each([
    ['MedicationAdministration', { dosage: { dose: { value: 50, unit: 'mg' } } }],
    ['MedicationAdministration', { dosage: { quantity: { value: 50, unit: 'mg' } } }],
    [
      'MedicationDispense',
      { dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 50, unit: 'mg' } }] }] },
    ],
    ['MedicationStatement', { dosage: [{ doseQuantity: { value: 50, unit: 'mg' } }] }],
    [
      'MedicationRequest',
      { dosageInstruction: [{ doseAndRate: [{ doseRange: { low: { value: 50, unit: 'mg' } } }] }] },
    ],
  ] as const)('is told of a %s, %j', (type, sent) => {
    const { amount, doseText } = stepFrom(type, {
      status: type === 'MedicationStatement' ? 'active' : 'completed',
      medicationCodeableConcept: { text: 'levothyroxine 50 mcg tablet' },
      ...sent,
    });
    expect(amount).toBeUndefined();
    expect(doseText).toContain('50 mg');
    expect(doseText).toContain('(also sent as 50 mcg)');
  });
});
