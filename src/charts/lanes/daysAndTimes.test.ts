import { describe, expect, test } from 'vitest';
import {
  changesIn,
  courseFrom,
  dosage,
  medicationStepFrom,
  stepFrom,
} from '../../testing/eventsFromFhirFixture.ts';
import { courseText } from './courseText.ts';
import { courseChangesOf } from './laneMoments.ts';

const LOS_ANGELES = 'America/Los_Angeles';
const AUCKLAND = 'Pacific/Auckland';
const NOW = Date.UTC(2026, 10, 24, 14);
const bounds = (start: string, end?: string) => ({
  timing: { repeat: { boundsPeriod: { start, end }, frequency: 1, period: 1, periodUnit: 'd' } },
});

const orderFrom = (id: string, start: string, end: string | undefined, value: number, more: object = {}) =>
  medicationStepFrom('MedicationRequest', {
    id,
    status: end === undefined ? 'active' : 'completed',
    dosageInstruction: [{ ...dosage(value), ...bounds(start, end) }],
    ...more,
  });

describe('an order of an evening comes before an order that has the next day alone', () => {
  const evening = '2026-03-09T20:00:00-07:00';

  test.each([
    ['the end of the first one is not known', undefined],
    ['the first one ended that evening', '2026-03-09T22:00:00-07:00'],
    ['the first one ended on the day of the second', '2026-03-10T11:00:00-07:00'],
  ])('where %s', (_, end) => {
    const first = orderFrom('1', evening, end, 40, { status: 'completed' });
    expect(changesIn(orderFrom('2', '2026-03-10', undefined, 80), first).slice(0, 2)).toEqual([
      '+ 40 mg/day 2026-03-10',
      '↑ 80 mg/day 2026-03-10, was 40 mg/day',
    ]);
  });

  test('and its name is no longer the one in use', () => {
    const named = (text: string) => ({ medicationCodeableConcept: { coding: [{ code: 'x' }], text } });
    const first = orderFrom('1', evening, undefined, 40, named('Old brand'));
    const second = orderFrom('2', '2026-03-10', undefined, 80, named('Old generic'));
    expect(courseFrom(second, first).name).toBe('Old generic');
  });
});

describe('an order that was replaced ends', () => {
  const replacing = { priorPrescription: { reference: 'MedicationRequest/1' } };

  test.each([
    ['the evening before', '2026-03-09T20:00:00-07:00'],
    ['the same day', '2026-03-10T09:00:00-07:00'],
    ['the same day, in the last hour of it', '2026-03-10T23:00:00-07:00'],
  ])('where it was begun %s, and the one that replaces it has its day alone', (_, start) => {
    const { steps } = courseFrom(
      orderFrom('1', start, undefined, 40),
      orderFrom('2', '2026-03-10', undefined, 80, replacing),
    );
    expect(steps.find(({ id }) => id === '1')?.isOngoing).toBe(false);
  });

  test('not by an order of the day before', () => {
    const { steps } = courseFrom(
      orderFrom('1', '2026-03-11T13:00:00-07:00', undefined, 40),
      orderFrom('2', '2026-03-10', undefined, 80, replacing),
    );
    expect(steps.find(({ id }) => id === '1')?.isOngoing).toBe(true);
  });
});

describe('a report that a drug is not taken stands beside an order', () => {
  const report = (effectiveDateTime: string) =>
    medicationStepFrom('MedicationStatement', { id: 's', status: 'not-taken', effectiveDateTime });

  test.each([
    ['of the evening before', '2026-03-09T20:00:00-07:00', LOS_ANGELES],
    ['of the morning of that day', '2026-03-10T08:00:00-07:00', LOS_ANGELES],
    ['of that day in the east', '2026-03-10T08:00:00+13:00', AUCKLAND],
  ])('%s', (_, start, timeZone) => {
    const course = courseFrom(orderFrom('1', start, undefined, 40), report('2026-03-10'));
    expect(courseText(course, NOW, timeZone)[1]).toContain('not taken');
  });

  test.each(['2026-03-08', '2026-02', '2025'])('and not beside one that is newer: %s', (day) => {
    const course = courseFrom(orderFrom('1', '2026-03-10T20:00:00-07:00', undefined, 40), report(day));
    expect(courseText(course, NOW, LOS_ANGELES)[1]).not.toContain('not taken');
  });
});

describe('an end that has its day alone', () => {
  const evening = '2026-03-10T20:00:00-07:00';

  test('may be the day of a start in the evening, which is the next day in UTC', () => {
    const step = stepFrom('MedicationRequest', {
      dosageInstruction: [{ ...dosage(40), ...bounds(evening, '2026-03-10') }],
    });
    expect(step).toMatchObject({
      isOngoing: false,
      endMs: Date.UTC(2026, 2, 10),
      endPrecision: 'day',
    });
    expect(step.note ?? '').not.toContain('before the start');
    const course = courseFrom(orderFrom('1', evening, '2026-03-10', 40));
    expect(courseText(course, NOW, LOS_ANGELES)).toEqual(['', 'until 10 Mar 2026']);
    expect(changesIn(orderFrom('1', evening, '2026-03-10', 40))).toEqual([
      '+ 40 mg/day 2026-03-11',
      '− 2026-03-10, was 40 mg/day',
    ]);
  });

  test.each([
    [evening, '2026-03-09'],
    ['2026-03-10', '2026-03-09'],
    [evening, '2026-03-10T19:59:00-07:00'],
  ])('before the start is told and not used: %s, %s', (start, end) => {
    const step = stepFrom('MedicationRequest', {
      dosageInstruction: [{ ...dosage(40), ...bounds(start, end) }],
    });
    expect(step.endMs).toBeUndefined();
    expect(step.note).toContain(`End date is before the start: ${end}`);
  });
});

test('a dose of the morning follows the order of its day', () => {
  const given = medicationStepFrom('MedicationAdministration', {
    id: 'a',
    status: 'in-progress',
    effectivePeriod: { start: '2026-03-10T08:00:00Z' },
    dosage: { rateQuantity: { value: 5, unit: 'mg/h' } },
  });
  expect(courseFrom(given, orderFrom('1', '2026-03-10', undefined, 40)).steps.map(({ id }) => id)).toEqual([
    '1',
    'a',
  ]);
});

test('of an order of a day, and one of an hour of it, nobody knows which came first', () => {
  expect(
    changesIn(
      orderFrom('1', '2026-03-10T18:00:00Z', undefined, 40, { status: 'completed' }),
      orderFrom('2', '2026-03-10', undefined, 80, { status: 'completed' }),
    ),
  ).toEqual(['+ 80 mg/day 2026-03-10', '= 40 mg/day 2026-03-10, was 80 mg/day']);
});

describe('where some orders have a time of day and others do not, days are those of the screen', () => {
  const DAY_ORDER = orderFrom('2', '2026-03-10', undefined, 80, { status: 'completed' });
  const told = (timeZone: string, start: string) =>
    courseChangesOf(
      courseFrom(orderFrom('1', start, undefined, 40, { status: 'completed' }), DAY_ORDER),
      timeZone,
    ).map(({ sign, dose, previousDose }) => `${sign} ${dose}, ${previousDose}`);
  const UNSURE = ['+ 80 mg/day, ', '= 40 mg/day, 80 mg/day'];

  test.each([
    ['the evening in Auckland', '2026-03-10T05:00:00Z', AUCKLAND],
    ['the first minute in Auckland', '2026-03-09T11:01:00Z', AUCKLAND],
    ['the early morning in Los Angeles', '2026-03-10T09:00:00Z', LOS_ANGELES],
    ['the late evening in Los Angeles', '2026-03-11T06:30:00Z', LOS_ANGELES],
    ['midnight in UTC', '2026-03-10T00:00:00Z', 'UTC'],
    ['the morning in UTC', '2026-03-10T08:00:00Z', 'UTC'],
  ])('%s is of that day, so that nobody knows which dose came first', (_, start, timeZone) => {
    expect(told(timeZone, start)).toEqual(UNSURE);
  });

  test.each([
    ['Auckland', '2026-03-09T10:59:00Z', AUCKLAND],
    ['Los Angeles', '2026-03-10T06:30:00Z', LOS_ANGELES],
    ['UTC', '2026-03-09T23:59:00Z', 'UTC'],
  ])('the evening before in %s comes first', (_, start, timeZone) => {
    expect(told(timeZone, start)).toEqual(['+ 40 mg/day, ', '↑ 80 mg/day, 40 mg/day']);
  });

  test.each([
    ['Auckland', '2026-03-10T11:01:00Z', AUCKLAND],
    ['Los Angeles', '2026-03-11T07:01:00Z', LOS_ANGELES],
    ['UTC', '2026-03-11T00:00:00Z', 'UTC'],
  ])('the next morning in %s comes after', (_, start, timeZone) => {
    expect(told(timeZone, start)).toEqual(['+ 80 mg/day, ', '↓ 40 mg/day, 80 mg/day']);
  });

  test('and the last order is the one that the lane names', () => {
    const course = courseFrom(
      orderFrom('1', '2026-03-10T05:00:00Z', undefined, 40, { status: 'stopped' }),
      DAY_ORDER,
    );
    expect(courseText(course, NOW, AUCKLAND)[1]).toContain('stopped');
    expect(courseText(course, NOW, LOS_ANGELES)[1]).toBe('ordered from 10 Mar 2026, end not known');
  });
});

describe('an order of a day that goes on is told last, where an order of an hour of that day', () => {
  const goesOn = orderFrom('2', '2026-03-10', undefined, 5);

  test.each([
    ['ended on it', orderFrom('1', '2026-03-10T02:00:00Z', '2026-03-10T08:00:00Z', 10)],
    ['was stopped', orderFrom('1', '2026-03-10T02:00:00Z', undefined, 10, { status: 'stopped' })],
    ['was completed', orderFrom('1', '2026-03-10T02:00:00Z', undefined, 10, { status: 'completed' })],
  ])('%s', (_, ended) => {
    const course = courseFrom(goesOn, ended);
    const { sign, dose } = courseChangesOf(course, 'UTC').at(-1) ?? {};
    expect([sign, dose]).toEqual(['=', '5 mg/day']);
    expect(courseText(course, NOW, 'UTC')[0]).toBe('5 mg/day');
  });

  test('goes on too, it is told before its hours', () => {
    const course = courseFrom(goesOn, orderFrom('1', '2026-03-10T02:00:00Z', undefined, 10));
    expect(courseChangesOf(course, 'UTC').at(-1)?.dose).toBe('10 mg/day');
  });
});
