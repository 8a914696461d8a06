import { describe, expect, test } from 'vitest';
import { courseFrom, dosage, medicationStepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import type { MedicationStep } from '../../../clinical/medication/medicationSteps.ts';
import { courseText } from '../courseText.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
let count = 0;

const order = (status: string, authoredOn: string, more: object = {}) =>
  medicationStepFrom('MedicationRequest', {
    id: `o${++count}`,
    status,
    intent: 'order',
    authoredOn,
    dosageInstruction: [dosage(25)],
    ...more,
  });
const until = (start: string, end: string) => ({ dispenseRequest: { validityPeriod: { start, end } } });
const inpatient = { category: [{ coding: [{ code: 'inpatient' }] }] };
const said = (...steps: readonly MedicationStep[]) => courseText(courseFrom(...steps), NOW, 'UTC');

const OPEN = order('active', '2024-01-10');
const SINCE = 'since 10 Jan 2024';

describe('an order that goes on beside a newer one that was stopped', () => {
  test.each([
    [order('stopped', '2026-05-01'), 'newer order of 1 May 2026: stopped'],
    [
      order('stopped', '2026-05-01', until('2026-05-01', '2026-09-01')),
      'newer order of 1 May 2026: stopped, 1 Sep 2026',
    ],
    [
      order('stopped', '2026-05-01', { dosageInstruction: [dosage(50)] }),
      'newer order of 1 May 2026: stopped',
    ],
  ])('is told with that one: %#', (stopped, told) => {
    expect(said(OPEN, stopped)).toEqual(['25 mg/day', `${SINCE}; ${told}`]);
  });

  test('of several stopped ones the newest is told', () => {
    expect(said(OPEN, order('stopped', '2025-05-01'), order('stopped', '2026-05-01'))[1]).toBe(
      `${SINCE}; newer order of 1 May 2026: stopped`,
    );
  });

  test('of two inpatient ones it is told too', () => {
    const open = order('active', '2026-11-10', inpatient);
    expect(said(open, order('stopped', '2026-11-20', inpatient))[1]).toContain('stopped');
  });

  test.each([
    [order('stopped', '2023-05-01')],
    [order('stopped', '2024-01-10')],
    [order('stopped', '2024-01')],
    [order('stopped', '')],
    [order('completed', '2026-05-01')],
    [order('cancelled', '2026-05-01')],
    [order('draft', '2026-05-01')],
    [order('stopped', '2026-05-01', { intent: 'proposal' })],
    [order('stopped', '2026-05-01', { doNotPerform: true })],
    [order('stopped', '2026-05-01', inpatient)],
    [order('stopped', '2026-05-01', until('2023-05-01', '2026-09-01'))],
  ])('is told alone beside any other one: %#', (other) => {
    expect(said(OPEN, other)[1]).not.toContain('order of');
  });

  test('is told alone where one that goes on is newer than that, or a report says that it is taken', () => {
    const stopped = order('stopped', '2025-05-01');
    expect(said(OPEN, stopped, order('active', '2026-05-01'))[1]).not.toContain('stopped');
    const report = medicationStepFrom('MedicationStatement', {
      id: 's1',
      effectivePeriod: { start: '2026-05-01' },
      dosage: [dosage(25)],
    });
    expect(said(OPEN, stopped, report)[1]).not.toContain('stopped');
  });

  test('is told alone before the stop', () => {
    const stopped = order('stopped', '2026-05-01', until('2026-05-01', '2026-09-01'));
    for (const at of ['2026-04-01', '2026-06-01'])
      expect(courseText(courseFrom(OPEN, stopped), Date.parse(at), 'UTC')[1]).not.toContain('stopped');
  });
});
