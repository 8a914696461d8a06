import { expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const bounds = (start: string | undefined, end?: string) => ({
  ...dosage(5),
  timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod: { start, end } } },
});
const timeOf = (dosageInstruction: readonly object[], more: object = {}) => {
  const { startMs, endMs, note = '' } = stepFrom('MedicationRequest', { dosageInstruction, ...more });
  const day = (ms: number | undefined) =>
    ms === undefined || Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10);
  return [day(startMs), day(endMs), note];
};

test.each(['soon', '03/15/2026', '0001-01-01', '2026-02-30'])(
  'a start that cannot be read, "%s", hides no other one, and is told',
  (unreadable) => {
    for (const all of [
      [bounds(unreadable), bounds('2026-03-10')],
      [bounds('2026-03-10'), bounds(unreadable)],
    ]) {
      const [start, , note] = timeOf(all);
      expect(start).toBe('2026-03-10');
      expect(note).toContain(unreadable);
    }
  },
);

test('the date of the order or of its validity stands where no start can be read', () => {
  const [start, , note] = timeOf([bounds('soon')], { authoredOn: '2026-03-09' });
  expect(start).toBe('2026-03-09');
  expect(note).toContain('Date ordered');
  expect(note).toContain('soon');
  const dispenseRequest = { validityPeriod: { start: '2026-03-08' } };
  expect(timeOf([bounds('soon')], { dispenseRequest, authoredOn: '2026-03-01' })[0]).toBe('2026-03-08');
  const unreadable = { validityPeriod: { start: 'soon' } };
  expect(timeOf([dosage(5)], { dispenseRequest: unreadable, authoredOn: '2026-03-01' })[0]).toBe(
    '2026-03-01',
  );
});

test('an end of several that cannot be read is not known', () => {
  const [, end, note] = timeOf([bounds('2026-03-10', 'later'), bounds('2026-03-10', '2026-03-12')], {
    status: 'completed',
  });
  expect(end).toBe('');
  expect(note).toContain('later');
});

test('a date of preparation stands where the date of handing over cannot be read', () => {
  const step = stepFrom('MedicationDispense', {
    status: 'completed',
    whenHandedOver: 'soon',
    whenPrepared: '2026-03-10',
  });
  expect(step.startMs).toBe(Date.UTC(2026, 2, 10));
  expect(step.note).toContain('Prepared');
  expect(step.note).toContain('soon');
});
