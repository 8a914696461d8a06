import { expect, test } from 'vitest';
import type { MedicationStep } from '../../../clinical/medication/medicationSteps.ts';
import { changesIn, courseFrom, dosage, medicationStepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { courseText } from '../courseText.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
let count = 0;

const order = (authoredOn: string, value: number, text = '', more: object = {}) =>
  medicationStepFrom('MedicationRequest', {
    id: `o${++count}`,
    authoredOn,
    dosageInstruction: [{ ...dosage(value), ...(text && { text }) }],
    ...more,
  });
const said = (steps: readonly MedicationStep[], at = NOW) => courseText(courseFrom(...steps), at, 'UTC');
const WEEK = '500 mg daily for 7 days';
const handedOut = (whenHandedOver: string) =>
  medicationStepFrom('MedicationDispense', { id: `d${++count}`, status: 'completed', whenHandedOver });

test('an order for 7 days that nobody closed is told as that, and not as the dose of now', () => {
  const steps = [order('2024-03-03', 500, WEEK)];
  expect(said(steps)).toEqual(['', 'ordered from 3 Mar 2024 to 10 Mar 2024, still marked active']);
  expect(said(steps, Date.parse('2024-03-05T12:00:00Z'))).toEqual(['500 mg/day', 'since 3 Mar 2024 (day 2)']);
});

test('a report of 7 days says that it was taken', () => {
  const report = medicationStepFrom('MedicationStatement', {
    effectivePeriod: { start: '2024-03-03' },
    dosage: [{ ...dosage(500), text: WEEK }],
  });
  expect(said([report])[1]).toBe('taken from 3 Mar 2024 to 10 Mar 2024, still marked active');
});

test('it stands beside a dose that goes on, where it began later', () => {
  const chronic = order('2020-01-10', 5);
  const burst = order('2024-03-03', 40, '40 mg daily for 5 days');
  expect(said([chronic, burst])).toEqual([
    '5 mg/day',
    'since 10 Jan 2020; 40 mg/day ordered from 3 Mar 2024 to 8 Mar 2024, still marked active',
  ]);
  expect(said([chronic, burst], Date.parse('2024-03-05T12:00:00Z'))[0]).toBe('5 mg/day, 40 mg/day');
  expect(said([order('2019-03-03', 40, '40 mg daily for 5 days'), chronic])[1]).toBe('since 10 Jan 2020');
});

test('it is never called stopped, and the next order is a new start', () => {
  const first = order('2024-03-03', 500, WEEK);
  expect(changesIn(first)).toEqual(['+ 500 mg/day 2024-03-03']);
  expect(changesIn(first, order('2026-11-20', 500, WEEK))).toEqual([
    '+ 500 mg/day 2024-03-03',
    '+ 500 mg/day 2026-11-20',
  ]);
});

test('an order that is still handed out long after its days goes on', () => {
  const first = order('2026-01-10', 10, '10 mg daily for 90 days');
  expect(said([first, handedOut('2026-11-01')])[0]).toBe('10 mg/day');
  expect(said([first, handedOut('2026-04-20')])[0]).toBe('');
  const next = order('2026-10-28', 10, '10 mg daily for 10 days');
  expect(said([first, next, handedOut('2026-11-01')])[0]).toBe('');
});
