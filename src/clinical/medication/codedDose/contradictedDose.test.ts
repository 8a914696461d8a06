import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { contradicts } from './contradictedDose.ts';

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
    ['Take 1 and 1/2 tablets daily', 2, 'tablet'],
    ['Take 1-1/2 tablets daily', 3, 'tablet'],
    ['Take 2 tablets (0.5 mg total) daily', 2.5, 'mg'],
    ['Tomar 1 tableta y media', 4, 'tableta'],
    ['Bisoprolol 10 mg daily', 1, 'mg'],
    ['Maxzide 25 mg daily', 2.5, 'mg'],
    ['Take 1 to 3 tablets daily', 4, 'tablet'],
    ['Instill 2 drops into each ear daily', 6, 'drop'],
    ['Take 1 tablet each evening', 2, 'tablet'],
    ['Take 1 000 mg daily', 100, 'mg'],
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
    ['Take 1 tablet daily', 5, 'mg'],
    ['Tomar una tableta al día', 1, 'tableta'],
    ['Tomar dos tabletas al día', 2, 'tabletas'],
    ['Tomar media tableta al día', 0.5, 'tableta'],
    ['160/12.5 mg, 1 tablet daily', 1, 'tablet'],
    ['Take 1 and 1/2 tablets daily', 1.5, 'tablet'],
    ['Take 1-1/2 tablets daily', 1.5, 'tablet'],
    ['Take 1 & 1/2 tablets daily', 1.5, 'tablet'],
    ['Take 1 and 1/2 tabs of 5 mg daily', 7.5, 'mg'],
    ['Take one and a half tablets daily', 1.5, 'tablet'],
    ['Take one and one-half tablets daily', 1.5, 'tablet'],
    ['Take two and a half tablets daily', 2.5, 'tablet'],
    ['Take 2-1/4 tablets daily', 2.25, 'tablet'],
    ['Take three quarters of a tablet daily', 0.75, 'tablet'],
    ['Tomar una y media tabletas al día', 1.5, 'tableta'],
    ['Tomar 1 tableta y media', 1.5, 'tableta'],
    ['Tomar un comprimido y medio', 1.5, 'comprimido'],
    ['1-0-0 tablet', 1, 'tablet'],
    ['2-0-0 Tablette', 2, 'Tablette'],
    ['Take 1 000 mg daily', 1000, 'mg'],
    ['Take 1 to 3 tablets daily', 2, 'tablet'],
    ['Take 2 tablets today and 1 daily thereafter', 1, 'tablet'],
    ['Take 1 tablet daily. Disp 30 tablets', 1, 'tablet'],
    ['Instill 2 drops into each ear daily', 4, 'drop'],
    ['20 mg morgens, danach 20 mg abends', 20, 'mg'],
    ['20 mg danach ein Glas Wasser', 20, 'mg'],
    ['20 mg luego de 5 min repetir', 20, 'mg'],
    ['20 mg después de la cena', 20, 'mg'],
    ['20 mg dopo 10 minuti', 20, 'mg'],
    ['20 mg, puis boire 200 ml', 20, 'mg'],
    ['20 mg daily for 5 days', 20, 'mg'],
    ['20 mg daily for 5 days, max 40 mg', 20, 'mg'],
    ['20 mg daily for 5 days, repeat 20 mg after 14 days', 20, 'mg'],
    ['100 mg daily x 10 days (total 1000 mg over 10 days)', 100, 'mg'],
    ['100 mg daily for 10 days, total 1000 mg in 10 days', 100, 'mg'],
    ['100 mg 10 Tage, insgesamt 1000 mg in 10 Tagen', 100, 'mg'],
    ['20 mg 5 jours, ne pas dépasser 40 mg en 2 jours', 20, 'mg'],
    ['20 mg 5 días, no superar 40 mg en 2 días', 20, 'mg'],
    ['20 mg el día 1, control el día 7', 20, 'mg'],
    ['1 spray in each nostril daily', 2, 'spray'],
  ])('"%s" beside %d %s agrees, and stands alone', (text, value, unit) => {
    expect(doseOf(text, value, unit)).toMatchObject({ amount: value, doseText: text });
  });

  test.each([
    ['40 mg daily for 5 days, then 20 mg daily for 5 days, then stop', 40, 'mg'],
    ['Take 4 tablets daily x 3 days, then 2 tablets daily x 3 days', 4, 'tablet'],
    ['5 mg daily for a week followed by 10 mg daily', 5, 'mg'],
    ['40 mg 5 Tage, dann 20 mg', 40, 'mg'],
    ['40 mg 5 jours puis 20 mg', 40, 'mg'],
    ['40 mg 5 días, luego 20 mg', 40, 'mg'],
    ['40 mg for a week, then decrease to 20 mg', 40, 'mg'],
    ['Tomar 2 tabletas, luego tomar 1 tableta', 2, 'tableta'],
    ['40 mg gedurende 5 dagen, gevolgd door 20 mg', 40, 'mg'],
    ['40 mg 5 dagen, daarna 20 mg', 40, 'mg'],
    ['40 mg 5 Tage, danach 20 mg', 40, 'mg'],
    ['40 mg 5 Tage, anschließend täglich 20 mg', 40, 'mg'],
    ['40 mg 5 Tage, dann auf 20 mg reduzieren', 40, 'mg'],
    ['40 mg über 5 Tage, gefolgt von 20 mg', 40, 'mg'],
    ['40 mg pendant 5 jours, suivi de 20 mg', 40, 'mg'],
    ['40 mg 5 jours, ensuite diminuer à 20 mg', 40, 'mg'],
    ['40 mg 5 días, después 20 mg', 40, 'mg'],
    ['40 mg 5 días, seguido de 20 mg', 40, 'mg'],
    ['40 mg 5 días y luego reducir a 20 mg', 40, 'mg'],
    ['40 mg per 5 giorni, seguito da 20 mg', 40, 'mg'],
    ['40 mg per 5 giorni, successivamente 20 mg', 40, 'mg'],
    ['40 mg 5 dias, depois 20 mg', 40, 'mg'],
    ['40 mg i 5 dagar, därefter 20 mg', 40, 'mg'],
    ['40 mg for 5 days, after that 20 mg', 40, 'mg'],
    ['40 mg x 5 days, 20 mg x 5 days, 10 mg x 5 days', 40, 'mg'],
    ['40 mg 5 Tage; 20 mg 5 Tage', 40, 'mg'],
    ['500 mg on day 1, 250 mg on days 2-5', 500, 'mg'],
    ['20 mg daily x 5 days, 20 mg every other day x 5 days', 20, 'mg'],
    ['10 mg daily for 21 days, then 7 days off', 10, 'mg'],
  ])('"%s" goes on with another dose than %d %s, so that it has no amount', (text, value, unit) => {
    expect(doseOf(text, value, unit).amount).toBeUndefined();
  });

  test.each([
    ['Take 2 tablets on day 1, then 1 tablet daily', 1, 'tablet'],
    ['500 mg once, then 250 mg daily', 250, 'mg'],
    ['10 mg daily, then call the clinic', 10, 'mg'],
    ['10 mg daily, then 10 mg at night', 10, 'mg'],
    ['5 mg daily, max 10 mg', 5, 'mg'],
    ['10 mg daily; drink 200 mL of water', 10, 'mg'],
    ['10 mg, then drink 200 mL of water', 10, 'mg'],
    ['1 tablet under the tongue, then repeat every 5 minutes up to 3 tablets', 1, 'tablet'],
    ['1 tablet now, then 1 tablet every 5 min, max 3 tablets', 1, 'tablet'],
    ['1 tablet every 5 minutes; then call 911; do not exceed 3 tablets', 1, 'tablet'],
    ['10 mg daily, then max 40 mg daily', 10, 'mg'],
    ['20 mg am, then 20 mg pm (total 40 mg)', 20, 'mg'],
    ['Take two 5 mg tablets, then two 5 mg tablets', 10, 'mg'],
    ['100 mL bolus, then flush with 10 mL saline', 100, 'mL'],
    ['10 mL, puis boire 200 mL eau', 10, 'mL'],
  ])('"%s" goes on with no other dose than %d %s', (text, value, unit) => {
    expect(doseOf(text, value, unit).amount).toBe(value);
  });
});

describe('a dose that differs by the day', () => {
  test.each([
    ['60 mg J1-J5, 40 mg J6-J10', 60],
    ['60 mg J1 à J5, 40 mg J6 à J10', 40],
    ['J1-J5 : 60 mg, J6-J10 : 40 mg', 60],
    ['60 mg D1-5, 40 mg D6-10', 60],
    ['60 mg day 1-5, 40 mg day 6-10', 60],
    ['60 mg T1-T5, 40 mg T6-T10', 60],
    ['20 mg Mon/Wed/Fri, 10 mg other days', 20],
    ['20 mg Mon/Wed/Fri, 10 mg other days', 10],
    ['Take 5 mg on Monday and Friday; 2.5 mg on all other days', 5],
    ['5 mg weekdays, 2.5 mg weekends', 5],
    ['Mon Wed Fri 5 mg, Tue Thu 7.5 mg', 5],
    ['5 mg montags, 2.5 mg an den übrigen Tagen', 5],
    ['5 mg lunes y jueves, 2.5 mg otros días', 5],
    ['5 mg lundi et jeudi, 2.5 mg les autres jours', 5],
    ['5 mg even days, 2.5 mg odd days', 5],
    ['2,5 mg lundi, 5 mg mardi', 5],
    ['2,5 mg montags, 5 mg dienstags', 2.5],
  ])('"%s" beside %d mg has no amount', (text, value) => {
    const { amount, doseText } = doseOf(text, value, 'mg');
    expect([text, amount]).toEqual([text, undefined]);
    expect(doseText).toContain('(also sent as ');
  });

  test.each([
    ['10 mg Mon/Wed/Fri', 10],
    ['5 mg on Monday, 5 mg on Friday', 5],
    ['10 mg daily on weekdays', 10],
    ['15 mg on Monday, folic acid 5 mg on Tuesday', 15],
    ['15 mg montags, Folsäure 5 mg dienstags', 15],
    ['60 mg J1-J5', 60],
    ['Take 10 mg daily, total 30 mg on other days', 10],
    ['10 mg J1, J8, J15', 10],
    ['10 mg in the morning, sunscreen 30 mg not needed', 10],
  ])('"%s" beside %d mg names no other dose', (text, value) => {
    expect([text, contradicts(text, { value, unit: 'mg', text: '' })]).toEqual([text, false]);
  });
});
