import { describe, expect, test } from 'vitest';
import { dosage } from '../../../testing/eventsFromFhirFixture.ts';
import { orderedDose } from '../dosage/dosage.ts';

const times = (frequency: number, period: number, periodUnit: string) => ({ frequency, period, periodUnit });
const daily = times(1, 1, 'd');
const weekly = times(1, 1, 'wk');

describe('words and a coded timing that contradict each other give no amount, and both are told', () => {
  test.each([
    ['Take 15 mg once a week', daily, '15 mg daily'],
    ['15 mg weekly', daily, '15 mg daily'],
    ['15 mg every Monday', daily, '15 mg daily'],
    ['15 mg einmal wöchentlich', daily, '15 mg daily'],
    ['15 mg una vez a la semana', daily, '15 mg daily'],
    ['15 mg une fois par semaine', daily, '15 mg daily'],
    ['15 mg una volta alla settimana', times(2, 1, 'd'), '15 mg 2 times a day'],
    ['15 mg daily', weekly, '15 mg weekly'],
    ['15 mg every day', weekly, '15 mg weekly'],
    ['15 mg twice daily', daily, '15 mg daily'],
    ['15 mg BID', daily, '15 mg daily'],
    ['15 mg b.i.d.', daily, '15 mg daily'],
    ['15 mg three times a day', daily, '15 mg daily'],
    ['15 mg every 8 hours', times(1, 12, 'h'), '15 mg every 12 h'],
    ['15 mg q6h', daily, '15 mg daily'],
    ['15 mg cada 8 horas', daily, '15 mg daily'],
    ['15 mg dos veces al día', daily, '15 mg daily'],
    ['15 mg once daily', times(2, 1, 'd'), '15 mg 2 times a day'],
    ['15 mg twice daily (every 12 hours)', times(4, 1, 'd'), '15 mg 4 times a day'],
    ['15 mg weekly. Check the blood count monthly', daily, '15 mg daily'],
    ['15 mg every 7 days', daily, '15 mg daily'],
    ['15 mg on Mondays', daily, '15 mg daily'],
    ['15 mg montags', daily, '15 mg daily'],
    ['15 mg jede Woche', daily, '15 mg daily'],
    ['15 mg cada semana', daily, '15 mg daily'],
    ['15 mg cada lunes', daily, '15 mg daily'],
  ])('%s, %o', (text, repeat, coded) => {
    const sent = { ...dosage(15, repeat), text };
    expect(orderedDose([sent])).toEqual({
      doseText: `${text} (also sent as ${coded})`,
      shortDose: '',
      amount: undefined,
      unit: '',
      isDoseUnclear: true,
    });
  });

  test.each([
    ['TID', daily, '15 mg daily'],
    ['QD', weekly, '15 mg weekly'],
    ['Q8H', times(1, 12, 'h'), '15 mg every 12 h'],
  ])('a code of a timing, %s, beside %o', (code, repeat, text) => {
    const sent = { ...dosage(15, repeat), timing: { repeat, code: { coding: [{ code }] } } };
    expect(orderedDose([sent])).toEqual({
      doseText: `${text} (also sent as ${code})`,
      shortDose: '',
      amount: undefined,
      unit: '',
      isDoseUnclear: true,
    });
  });
});

describe('words that may mean the coded timing leave its amount', () => {
  test.each([
    ['15 mg once a week', weekly],
    ['15 mg weekly', times(1, 7, 'd')],
    ['15 mg three times a week', times(3, 1, 'wk')],
    ['15 mg every other day', times(1, 2, 'd')],
    ['15 mg daily for one week', daily],
    ['15 mg for a week', daily],
    ['15 mg daily, weekly weight', daily],
    ['15 mg daily', times(2, 1, 'd')],
    ['15 mg in the morning and in the evening, daily', times(2, 1, 'd')],
    ['15 mg twice daily', times(1, 12, 'h')],
    ['15 mg every 12 hours', times(2, 1, 'd')],
    ['15 mg 1-2 times daily', daily],
    ['15 mg twice daily for 3 days, then once daily', daily],
    ['15 mg daily, max 4 times a day', daily],
    ['15 mg a day', daily],
    ['15 mg as directed', daily],
    ['15 mg once daily on Mondays', weekly],
    ['15 mg daily on Monday and Thursday', times(2, 1, 'wk')],
    ['15 mg once daily every other day', times(1, 2, 'd')],
    ['15 mg once daily on alternate days', times(1, 2, 'd')],
    ['15 mg once daily 3 days a week (Mon, Wed, Fri)', times(3, 1, 'wk')],
    ['15 mg Mon/Wed/Fri once daily', times(3, 1, 'wk')],
    ['15 mg twice daily on Saturday and Sunday', times(4, 1, 'wk')],
    ['15 mg once daily on dialysis days', times(3, 1, 'wk')],
    ['15 mg dos veces al día los lunes', times(2, 1, 'wk')],
    ['15 mg einmal täglich montags', weekly],
    ['15 mg vierzehntäglich', times(1, 14, 'd')],
    ['15 mg 14-täglich', times(1, 14, 'd')],
    ['15 mg every 4 hours while awake', times(5, 1, 'd')],
    ['1 tablet once a day in the morning and 1 tablet once a day at night', times(2, 1, 'd')],
    ['15 units at bedtime. Check blood sugar 4 times daily', daily],
    ['15 mg in the evening. Check INR weekly', daily],
  ])('%s, %o', (text, repeat) => {
    const { amount, doseText } = orderedDose([{ ...dosage(15, repeat), text }]);
    expect(doseText).toBe(text);
    expect(amount).toBeGreaterThan(0);
  });

  test.each([
    ['BID', times(1, 12, 'h')],
    ['QOD', times(1, 2, 'd')],
    ['BED', daily],
    ['AM', daily],
  ])('and so does a code, %s', (code, repeat) => {
    const sent = { ...dosage(15, repeat), timing: { repeat, code: { coding: [{ code }] } } };
    expect(orderedDose([sent]).amount).toBeGreaterThan(0);
  });
});
