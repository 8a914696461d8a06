import { describe, expect, test } from 'vitest';
import type { MedicationCourse } from '../events/careEvent.ts';
import {
  changesIn,
  courseFrom,
  dosage,
  medicationStepFrom,
  mg,
  order,
  stepFrom,
} from '../../testing/eventsFromFhirFixture.ts';
import { courseChanges } from './courseChanges.ts';
import { coursesOf } from './courses.ts';
import { medicationStepOf, type MedicationStep } from './medicationSteps.ts';
import { eventContext, medication } from '../../testing/eventsFromFhirFixture.ts';

const dispense = (id: string, whenHandedOver: string, value: number, more: object = {}) =>
  medicationStepFrom('MedicationDispense', {
    id,
    status: 'completed',
    whenHandedOver,
    dosageInstruction: [dosage(value)],
    ...more,
  });

const given = (id: string, effectiveDateTime: string, value: number, more: object = {}) =>
  medicationStepFrom('MedicationAdministration', {
    id,
    status: 'completed',
    effectiveDateTime,
    dosage: { dose: mg(value) },
    ...more,
  });

const infusion = (id: string, start: string, end: string, value: number) =>
  medicationStepFrom('MedicationAdministration', {
    id,
    status: 'completed',
    effectivePeriod: { start, end },
    dosage: { rateQuantity: mg(value, 'mg/h') },
  });

const stated = (id: string, start: string, end: string | undefined, value: number) =>
  medicationStepFrom('MedicationStatement', {
    id,
    status: end === undefined ? 'active' : 'completed',
    effectivePeriod: { start, end },
    dosage: [dosage(value)],
  });

/** Returns the signs of the changes with their day, where not all orders were read. */
const withoutOrders = (...steps: readonly MedicationStep[]): readonly string[] =>
  coursesOf(steps, false)
    .flatMap((course: MedicationCourse) => courseChanges(course))
    .map(({ sign, atMs, dose }) =>
      [sign, dose, new Date(atMs).toISOString().slice(0, 10)].filter(Boolean).join(' '),
    );

describe('no drug is called begun or stopped by a source that cannot carry it', () => {
  test.each([
    ['one dispense', [dispense('a', '2026-03-02', 25)], '· 25 mg/day 2026-03-02'],
    [
      'two dispenses',
      [dispense('a', '2026-01-05', 25), dispense('b', '2026-03-02', 25)],
      '· 25 mg/day 2026-03-02',
    ],
    [
      'two doses',
      [dispense('a', '2026-01-05', 25), dispense('b', '2026-04-01', 50)],
      '· 50 mg/day 2026-04-01',
    ],
  ])('dispenses alone say when it was last dispensed, orders read or not: %s', (_, steps, last) => {
    expect(changesIn(...steps)).toEqual([last]);
    expect(withoutOrders(...steps)).toEqual([last]);
  });

  test.each([
    [
      'single doses',
      [given('a', '2026-11-02T08:00:00Z', 5), given('b', '2026-11-04T08:00:00Z', 5)],
      '2026-11-04',
    ],
    ['one infusion', [infusion('a', '2026-11-02T08:00:00Z', '2026-11-03T08:00:00Z', 4)], '2026-11-03'],
    [
      'a dose that was not given after one that was',
      [given('a', '2026-11-02T08:00:00Z', 5), given('b', '2026-11-09T08:00:00Z', 5, { status: 'not-done' })],
      '2026-11-02',
    ],
  ])('given doses without all orders neither begin nor end it: %s', (_, steps, lastDay) => {
    const changes = withoutOrders(...steps);
    expect(changes.at(-1)).toMatch(/^· /);
    expect(changes.at(-1)).toContain(lastDay);
    expect(changes.join()).not.toMatch(/[+−]/);
  });

  test('a rate that was changed while it ran is what was given, orders read or not', () => {
    const steps = [
      infusion('a', '2026-11-02T08:00:00Z', '2026-11-02T12:00:00Z', 4),
      infusion('b', '2026-11-02T12:00:00Z', '2026-11-02T18:00:00Z', 8),
    ];
    expect(withoutOrders(...steps).some((text) => text.startsWith('↑'))).toBe(true);
    expect(changesIn(...steps).map((text) => text[0])).toEqual(['+', '↑', '−']);
  });

  test.each([
    ['an order that ended', order('a', '2026-01-05', '2026-03-01', 25)],
    ['an order of one day', order('a', '2026-02-01', '2026-02-02', 10)],
    ['an old order', order('a', '2019-02-01', '2020-02-02', 10)],
  ])('the end of an order is no stop where others may not have been read: %s', (_, step) => {
    expect(withoutOrders(step).map((text) => text[0])).toEqual(['+']);
    expect(changesIn(step).map((text) => text[0])).toEqual(['+', '−']);
  });

  test('what is stated to have been taken keeps its beginning and end without orders', () => {
    expect(withoutOrders(stated('a', '2026-01-05', '2026-03-01', 25)).map((text) => text[0])).toEqual([
      '+',
      '−',
    ]);
  });

  test.each([
    ['dispensed', dispense('d', '2026-04-01', 25)],
    ['given', given('d', '2026-03-20T08:00:00Z', 25)],
    ['given long after', given('d', '2026-10-20T08:00:00Z', 25)],
  ])('an order that ended is no stop where the drug was %s afterwards', (_, later) => {
    expect(changesIn(order('a', '2026-01-05', '2026-03-01', 25), later).join()).not.toContain('−');
  });

  test('a supply after the next order says nothing of the pause before it', () => {
    const [first, second] = [
      order('a', '2026-01-05', '2026-03-01', 25),
      order('b', '2026-06-01', undefined, 25),
    ];
    const changes = changesIn(first, second, dispense('d', '2026-06-02', 25));
    expect(changes.map((text) => text[0])).toEqual(['+', '−', '+']);
  });
});

describe('what is not known to be ordered, given or handed over is no course', () => {
  test.each([
    ['MedicationRequest', { status: 'draft' }],
    ['MedicationRequest', { status: 'unknown' }],
    ['MedicationRequest', { status: 'on-hold' }],
    ['MedicationRequest', { status: 'cancelled' }],
    ['MedicationRequest', { intent: 'proposal' }],
    ['MedicationRequest', { intent: 'option' }],
    ['MedicationRequest', { doNotPerform: true }],
    ['MedicationStatement', { status: 'intended' }],
    ['MedicationStatement', { status: 'not-taken' }],
    ['MedicationStatement', { status: 'unknown' }],
    ['MedicationAdministration', { status: 'not-done' }],
    ['MedicationAdministration', { status: 'unknown' }],
    ['MedicationDispense', { status: 'preparation' }],
    ['MedicationDispense', { status: 'in-progress' }],
    ['MedicationDispense', { status: 'declined' }],
    ['MedicationDispense', { status: 'stopped' }],
  ])('%s %j', (type, fields) => {
    const times = {
      authoredOn: '2026-03-02',
      effectiveDateTime: '2026-03-02',
      whenHandedOver: '2026-03-02',
    };
    const step = medicationStepFrom(type, { ...times, ...fields });
    expect(step.step.isNotDone).toBe(true);
    expect(courseChanges(courseFrom(step))).toEqual([]);
    expect(withoutOrders(step)).toEqual([]);
  });

  test('an order entered in error is in no course', () => {
    const reading = medicationStepOf(
      medication('MedicationRequest', { status: 'entered-in-error' }),
      eventContext,
    );
    expect(reading.outcome).toBe('withdrawn');
  });
});

test.each(['2026-12-10', '2027-03-01', '2026-11-30T10:00:00Z'])(
  'an active order that is to end on %s goes on',
  (end) => {
    const step = stepFrom('MedicationRequest', {
      dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: '2026-03-02', end } } } }],
    });
    expect(step.isOngoing).toBe(true);
    expect(step.note).toContain('Planned until');
  },
);

test('the end of one of several orders of a drug is no stop while another goes on', () => {
  const changes = changesIn(
    order('a', '2026-01-05', undefined, 25),
    order('b', '2026-02-01', '2026-02-10', 50),
  );
  expect(changes.join()).not.toContain('−');
});
