import { describe, expect, test } from 'vitest';
import { dosage, mg, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const textOf = (...dosageInstruction: readonly object[]) =>
  stepFrom('MedicationRequest', { dosageInstruction }).doseText;
const DAILY = dosage(5);

describe('the coded dose of an order is told beside words that name none', () => {
  test.each([
    'as directed',
    'Take as directed by physician',
    'See instructions',
    'Take daily',
    'Take every 6 hours for 7 days',
    'Take q6h x7d',
    'Twice daily at 08:00 and 8 pm',
    'One hour before bed, 3 times a week',
    'Infuse over 30 minutes on days 1-5',
    'cada 8 horas',
    'alle 12 Stunden',
    'Starting Wed 7/1/2026, Normal',
    'Use as directed., Starting Wed 7/1/26, Until Fri 7/31/26, Disp-90 tablet, R-3, Normal',
    'Oral, Daily, First dose on Wed 7/1/26 at 0900, Until Discontinued',
    'Oral, Daily, # 30 tab(s), 3 Refill(s)',
    'as directed from 2026-07-01, refills: 3',
    'ab 01.07.2026 nach Plan',
    'See order 12345678',
  ])('"%s"', (text) => {
    expect(textOf({ text, doseAndRate: DAILY.doseAndRate })).toBe(`${text} (also sent as 5 mg)`);
  });

  test('with its timing, where that is exact', () => {
    expect(textOf({ ...DAILY, text: 'as directed' })).toBe('as directed (also sent as 5 mg daily)');
    const weekdays = { frequency: 1, period: 1, periodUnit: 'd', dayOfWeek: 'mon' };
    expect(textOf({ ...dosage(5, weekdays), text: 'as directed' })).toContain('(also sent as 5 mg');
  });

  test('as a range, a rate or a limit', () => {
    const range = { low: mg(5), high: mg(10) };
    expect(textOf({ text: 'as directed', doseAndRate: [{ doseRange: range }] })).toBe(
      'as directed (also sent as 5–10 mg)',
    );
    const rate = { rateQuantity: mg(5, 'mg/h') };
    expect(textOf({ text: 'titrate', doseAndRate: [rate] })).toBe('titrate (also sent as 5 mg/h)');
  });

  test('of each of several instructions', () => {
    expect(
      textOf(
        { sequence: 1, ...DAILY, text: 'as directed' },
        { sequence: 2, ...dosage(10), text: '10 mg daily' },
      ),
    ).toBe('as directed (also sent as 5 mg daily), then 10 mg daily');
  });

  test('once, where the words also name another timing', () => {
    expect(textOf({ ...DAILY, text: 'weekly as directed' })).toBe(
      'weekly as directed (also sent as 5 mg daily)',
    );
  });

  test('and its amount still counts', () => {
    expect(
      stepFrom('MedicationRequest', { dosageInstruction: [{ ...DAILY, text: 'as directed' }] }),
    ).toMatchObject({
      shortDose: '5 mg/day',
      amount: 5,
    });
  });
});

test.each([
  '5 mg daily',
  'Take one tablet by mouth daily',
  'Take 1/2 tablet daily',
  'take 1 po qd',
  '1-2 tabs every 4-6 hours',
  '2 daily',
  'una tableta cada 8 horas',
  '½ tablet daily',
  'Half a tablet at night',
])('words that name a dose stand alone: "%s"', (text) => {
  expect(textOf({ text, doseAndRate: [{ doseQuantity: mg(5) }] })).toBe(text);
});

test('words without a coded dose stand alone', () => {
  expect(textOf({ text: 'as directed', timing: DAILY.timing })).toBe('as directed');
});

describe('the coded dose that was given is told beside words that name none', () => {
  test.each([
    [{ text: 'IV push', dose: mg(4) }, 'IV push (also sent as 4 mg)'],
    [
      { text: 'Continuous infusion', rateQuantity: mg(5, 'mg/h') },
      'Continuous infusion (also sent as 5 mg/h)',
    ],
    [{ text: 'Gave 4 mg IV push', dose: mg(4) }, 'Gave 4 mg IV push'],
    [{ text: 'IV push' }, 'IV push'],
  ])('%o', (sent, text) => {
    const step = stepFrom('MedicationAdministration', { status: 'completed', dosage: sent });
    expect(step.doseText).toBe(text);
  });
});
