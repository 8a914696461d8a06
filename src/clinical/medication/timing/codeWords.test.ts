import { describe, expect, test } from 'vitest';
import { dosage } from '../../../testing/eventsFromFhirFixture.ts';
import { orderedDose } from '../dosage/dosage.ts';

const times = (frequency: number, period: number, periodUnit: string) => ({ frequency, period, periodUnit });
const daily = times(1, 1, 'd');
const doseOf = (repeat: object, code: object, text?: string) =>
  orderedDose([{ ...dosage(15, repeat), timing: { repeat, code }, ...(text && { text }) }]);

describe('the words of a code of a timing and another frequency leave no amount, and both are told', () => {
  test.each([
    ['once weekly', daily, '15 mg daily'],
    ['Every Monday', daily, '15 mg daily'],
    ['three times a day', daily, '15 mg daily'],
    ['TID', daily, '15 mg daily'],
    ['every 8 hours', times(1, 12, 'h'), '15 mg every 12 h'],
    ['daily', times(1, 1, 'wk'), '15 mg weekly'],
    ['una vez a la semana', daily, '15 mg daily'],
    ['every other day', daily, '15 mg daily'],
  ])('%s beside %j', (words, repeat, coded) => {
    expect(doseOf(repeat, { text: words })).toMatchObject({
      doseText: `${coded} (also sent as ${words})`,
      amount: undefined,
      isDoseUnclear: true,
    });
  });

  test('also the name of a code of their own', () => {
    const code = { coding: [{ system: 'x', code: '17', display: 'Once a week' }] };
    expect(doseOf(daily, code)).toMatchObject({
      doseText: '15 mg daily (also sent as Once a week)',
      isDoseUnclear: true,
    });
  });

  test('also beside words that tell the frequency', () => {
    expect(doseOf(daily, { text: 'once weekly' }, '15 mg daily')).toMatchObject({
      doseText: '15 mg daily (also sent as once weekly)',
      amount: undefined,
    });
  });
});

describe('the words of a code that may mean the frequency leave the amount', () => {
  test.each([
    ['daily', daily],
    ['QHS', daily],
    ['at bedtime', daily],
    ['Daily with breakfast', daily],
    ['Q24H', daily],
    ['every 24 hours', daily],
    ['BID', times(1, 12, 'h')],
    ['2 times daily', times(1, 12, 'h')],
    ['BID 0900/2100', times(2, 1, 'd')],
    ['once a week', times(1, 7, 'd')],
    ['Continuous', daily],
    ['with meals', times(3, 1, 'd')],
    ['twice a day at institution specified times', times(2, 1, 'd')],
  ])('%s beside %j', (text, repeat) => {
    const { amount, isDoseUnclear } = doseOf(repeat, { text });
    expect(isDoseUnclear).toBeUndefined();
    expect(amount).toBeGreaterThan(0);
  });
});
