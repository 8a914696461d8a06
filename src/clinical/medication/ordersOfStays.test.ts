import { describe, expect, test } from 'vitest';
import {
  careEventFrom,
  dosage,
  eventContext,
  medicationStepFrom,
} from '../../testing/eventsFromFhirFixture.ts';
import { coursesOf } from './courses.ts';
import { withStaysOver } from './ordersOfStays.ts';

const category = (...codes: readonly string[]) => codes.map((code) => ({ coding: [{ code }] }));
const orderOf = (more: object = {}) =>
  medicationStepFrom('MedicationRequest', {
    authoredOn: '2026-02-02',
    category: category('inpatient'),
    encounter: { reference: 'Encounter/stay' },
    dosageInstruction: [dosage(5)],
    ...more,
  });
const stayOf = (start: string, end: string | undefined, more: object = {}) =>
  careEventFrom('Encounter', {
    id: 'stay',
    status: end === undefined ? 'in-progress' : 'finished',
    class: { code: 'IMP' },
    period: { start, ...(end !== undefined && { end }) },
    ...more,
  });
const FINISHED = stayOf('2026-02-01', '2026-02-10');

const stepAfter = (order: ReturnType<typeof orderOf>, ...stays: ReturnType<typeof stayOf>[]) => {
  const [one] = withStaysOver([order], stays, eventContext.nowMs);
  return one!.step;
};

test('an order for a stay that is over does not go on at home, and is left open', () => {
  const step = stepAfter(orderOf(), FINISHED);
  expect(step).toMatchObject({ isOngoing: false, isLeftOpen: true, endMs: Date.parse('2026-02-10') });
  expect(step.note).toContain('Ordered for a stay in hospital that is over');
});

describe('it goes on', () => {
  test.each([
    ['the stay goes on', [stayOf('2026-02-01', undefined)]],
    ['the stay ended less than a day ago', [stayOf('2026-11-01', '2026-11-24')]],
    [
      'the patient is on leave from a stay that a longer one holds',
      [
        stayOf('2026-02-01', '2026-02-10', { status: 'onleave' }),
        stayOf('2026-01-30', '2026-03-01', { id: 'whole' }),
      ],
    ],
    ['the stay has no end', [stayOf('2026-02-01', undefined, { status: 'finished' })]],
    ['the stay was cancelled', [stayOf('2026-02-01', '2026-02-10', { status: 'cancelled' })]],
    [
      'the visit was one to the emergency room',
      [stayOf('2026-02-01', '2026-02-10', { class: { code: 'EMER' } })],
    ],
    ['another stay follows it at once', [FINISHED, stayOf('2026-02-10', undefined, { id: 'next' })]],
    ['it was on a ward of a longer stay', [FINISHED, stayOf('2026-01-30', undefined, { id: 'whole' })]],
    ['the stay is not in the record', [stayOf('2026-02-01', '2026-02-10', { id: 'other' })]],
    ['the order began after the stay', [stayOf('2026-01-01', '2026-01-10')]],
  ])('where %s', (_, stays) => {
    expect(stepAfter(orderOf(), ...stays)).toMatchObject({ isOngoing: true, endMs: undefined });
  });

  test.each([
    ['is for home', { category: category('outpatient') }],
    ['is for the time after it', { category: category('inpatient', 'discharge') }],
    ['says nothing of where it is taken', { category: undefined }],
    ['names no stay', { encounter: undefined }],
    [
      'names a stay of another server',
      { encounter: { reference: 'https://other.example/r4/Encounter/stay' } },
    ],
  ])('where the order %s', (_, more) => {
    expect(stepAfter(orderOf(more), FINISHED)).toMatchObject({ isOngoing: true, endMs: undefined });
  });
});

test('it ends with the last of the stays that follow each other at once', () => {
  const next = stayOf('2026-02-10', '2026-02-20', { id: 'next' });
  const third = stayOf('2026-02-21', '2026-03-01', { id: 'third' });
  const whole = stayOf('2026-01-30', '2026-03-05', { id: 'whole' });
  const gone = { isOngoing: false, isLeftOpen: true };
  expect(stepAfter(orderOf(), third, next, FINISHED)).toMatchObject({
    ...gone,
    endMs: Date.parse('2026-03-01'),
  });
  expect(stepAfter(orderOf(), FINISHED, whole)).toMatchObject({ ...gone, endMs: Date.parse('2026-03-05') });
  const long = stayOf('2026-11-01', '2026-11-24', { id: 'long' });
  const before = stayOf('2026-03-01', '2026-11-01', { id: 'before' });
  expect(stepAfter(orderOf(), FINISHED, next, third, before, long)).toMatchObject({ isOngoing: true });
});

test('an order without a date ends with the stay that it names, and one with an end of its own does not', () => {
  expect(stepAfter(orderOf({ authoredOn: undefined }), FINISHED)).toMatchObject({ isLeftOpen: true });
  const boundsPeriod = { start: '2026-02-02', end: '2027-05-01' };
  const dosageInstruction = [{ ...dosage(5), timing: { repeat: { boundsPeriod } } }];
  const order = orderOf({ dosageInstruction });
  expect(order.step.isOngoing).toBe(true);
  expect(stepAfter(order, FINISHED)).toBe(order.step);
});

test('a later stay ends nothing anew, and what has ended, or is on hold, stays as it is', () => {
  const later = stayOf('2026-06-01', undefined, { id: 'later' });
  expect(stepAfter(orderOf(), FINISHED, later)).toMatchObject({ isOngoing: false, isLeftOpen: true });
  for (const status of ['stopped', 'on-hold', 'completed']) {
    const order = orderOf({ status });
    expect(stepAfter(order, FINISHED)).toEqual(order.step);
  }
});

test('what is still given or handed out long after the stay goes on', () => {
  const handedOut = medicationStepFrom('MedicationDispense', {
    id: 'd1',
    status: 'completed',
    whenHandedOver: '2026-06-01',
  });
  const [course] = coursesOf(withStaysOver([orderOf(), handedOut], [FINISHED], eventContext.nowMs));
  expect(course?.steps.find(({ type }) => type === 'MedicationRequest')).toMatchObject({ isOngoing: true });
});
