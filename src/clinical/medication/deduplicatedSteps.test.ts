import { expect, test } from 'vitest';
import { madeDoseStep } from '../../testing/madeEventsFixture.ts';
import type { DoseStep } from '../events/careEvent.ts';
import { deduplicatedSteps } from './deduplicatedSteps.ts';

const RATE = { unit: 'ug/kg/min' } as const;
const ordered = (start: string, end: string, rate: number): DoseStep => madeDoseStep(start, end, rate, RATE);
const given = (start: string, end: string, rate: number, more: Partial<DoseStep> = {}): DoseStep =>
  madeDoseStep(start, end, rate, { ...RATE, type: 'MedicationAdministration', ...more });
/** Returns a single dose, which has no amount in the unit of the course. */
const dose = (start: string, text: string, more: Partial<DoseStep> = {}): DoseStep =>
  given(start, '', 0, { amount: undefined, unit: '', shortDose: text, doseText: text, ...more });

const [TWO, FIVE, NINE] = ['2026-11-19T14:00:00Z', '2026-11-19T17:00:00Z', '2026-11-19T21:00:00Z'];
const drip = [ordered(TWO, FIVE, 0.08), ordered(FIVE, NINE, 0.2)];
const sixHourly = madeDoseStep(TWO, '2026-11-22T14:00:00Z', 18, {
  unit: 'g/d',
  doseText: '4.5 g every 6 h',
  shortDose: '18 g/d',
});

test.each<[string, readonly DoseStep[], DoseStep]>([
  ['a rate that was given as ordered', drip, given(TWO, FIVE, 0.08)],
  ['one that began a few minutes later', drip, given('2026-11-19T17:10:00Z', NINE, 0.2)],
  ['a single dose of those that were ordered', [sixHourly], dose(FIVE, '4.5 g')],
  [
    'a box handed out for an order that goes on',
    [madeDoseStep('2026-10-20', '…', 25)],
    madeDoseStep('2026-11-01', '', 0, { type: 'MedicationDispense', amount: undefined, shortDose: '' }),
  ],
  [
    'a statement of the same dose and time',
    [madeDoseStep('2026-10-20', '2026-11-13', 25)],
    madeDoseStep('2026-10-20', '2026-11-13', 25, { type: 'MedicationStatement' }),
  ],
])('%s is not drawn as a second dose', (_, orders, beside) => {
  expect(deduplicatedSteps([...orders, beside])).toEqual(orders);
});

test.each<[string, readonly DoseStep[], DoseStep]>([
  ['another rate than ordered', drip, given(TWO, FIVE, 0.12)],
  ['what was given after the order had ended', drip, given(NINE, '2026-11-19T23:00:00Z', 0.2)],
  ['a bolus beside a drip', drip, dose(FIVE, '10 mg')],
  ['another single dose than ordered', [sixHourly], dose(FIVE, '2.25 g')],
  ['what was not given', [sixHourly], dose(FIVE, '4.5 g', { isNotDone: true, status: 'not-done' })],
  [
    'a dose as needed',
    [
      madeDoseStep(TWO, '…', 0, {
        amount: undefined,
        unit: '',
        doseText: '5 mg as needed',
        shortDose: '5 mg as needed',
      }),
    ],
    dose(FIVE, '5 mg'),
  ],
  [
    'what was given long after an order of which no end is known',
    [madeDoseStep('2025-01-01', '', 25)],
    dose(FIVE, '25 mg'),
  ],
  [
    'a statement that it was stopped earlier',
    [madeDoseStep('2026-10-20', '2026-11-13', 25)],
    madeDoseStep('2026-10-20', '2026-11-01', 25, { type: 'MedicationStatement' }),
  ],
])('%s is drawn beside the order', (_, orders, beside) => {
  expect(deduplicatedSteps([...orders, beside])).toEqual([...orders, beside]);
});

test('without an order everything that was given is drawn', () => {
  const all = [given(TWO, FIVE, 0.08), given(FIVE, NINE, 0.2)];
  expect(deduplicatedSteps(all)).toEqual(all);
});
