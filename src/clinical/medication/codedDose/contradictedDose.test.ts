import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const daily = { frequency: 1, period: 1, periodUnit: 'd' };
const doseOf = (text: string, value: number, unit: string) =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ ...dosage(value, daily, unit), text }] });

describe('words that count pieces, or name another amount than the coded one', () => {
  test.each([
    ['Take a tablet daily', 2, 'tablet'],
    ['Take one tablet daily', 2, 'tablet'],
    ['Take 2 tablets daily', 1, 'tablet'],
    ['Take two tabs daily', 1, 'tablet(s)'],
    ['Take half a tablet daily', 1, 'tablet'],
    ['Take 1/2 tablet daily', 1, 'tablet'],
    ['Take ½ tab daily', 2, 'tablet'],
    ['Take 1 1/2 tablets daily', 1, 'tablet'],
    ['Inhale 2 puffs daily', 1, 'puff'],
    ['Take 10 mg daily', 1, 'mg'],
    ['Take 1 mg daily', 10, 'mg'],
    ['Take 2-3 tablets daily', 1, 'tablet'],
    ['Take 3 capsules daily', 1, 'cap'],
    ['Tomar dos tabletas al día', 1, 'tableta'],
    ['Tomar media tableta al día', 1, 'tableta'],
  ])('"%s" beside %d %s has no amount, and both are told', (text, value, unit) => {
    const { amount, doseText } = doseOf(text, value, unit);
    expect(amount).toBeUndefined();
    expect(doseText).toContain('(also sent as ');
  });

  test.each([
    ['Take a tablet daily', 1, 'tablet'],
    ['Take a tablet by mouth every day', 1, 'tablet(s)'],
    ['Take one tablet daily', 1, 'tablet'],
    ['Take 1 tablet daily', 1, 'tab'],
    ['Take 2 tablets daily', 2, 'tablet'],
    ['Take two tablets daily', 2, 'Tablet'],
    ['Take half a tablet daily', 0.5, 'tablet'],
    ['Take 1/2 tablet daily', 0.5, 'tablet'],
    ['Take ½ tab daily', 0.5, 'tablet'],
    ['Take 1 1/2 tablets daily', 1.5, 'tablet'],
    ['Take 1-2 tablets daily', 1, 'tablet'],
    ['Take 1 to 2 tablets daily', 2, 'tablet'],
    ['Inhale 2 puffs daily', 2, 'puff'],
    ['Apply a patch daily', 1, 'patch'],
    ['Take 2 tablets (5 mg each) daily', 10, 'mg'],
    ['Take 2 capsules (40 mg total) daily', 20, 'mg'],
    ['Take 2 tablets of 5 mg daily', 5, 'mg'],
    ['Inject 10 units daily', 10, 'Units'],
    ['Inject 10 units daily', 1, 'mL'],
    ['Take 10 mg daily', 10, 'mg'],
    ['Take 1 tablet in the morning and 2 tablets at night', 1, 'tablet'],
    ['Take 1 tablet daily', 5, 'mg'],
    ['Tomar una tableta al día', 1, 'tableta'],
    ['Tomar dos tabletas al día', 2, 'tabletas'],
    ['Tomar media tableta al día', 0.5, 'tableta'],
    ['160/12.5 mg, 1 tablet daily', 1, 'tablet'],
  ])('"%s" beside %d %s agrees, and stands alone', (text, value, unit) => {
    expect(doseOf(text, value, unit)).toMatchObject({ amount: value, doseText: text });
  });
});
