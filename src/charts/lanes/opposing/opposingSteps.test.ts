import { describe, expect, test } from 'vitest';
import type { DoseStep } from '../../../clinical/events/careEvent.ts';
import { courseFrom, medicationStepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { madeCourse, madeDoseStep } from '../../../testing/madeEventsFixture.ts';
import { courseText } from '../courseText.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const running = madeDoseStep('2026-03-10', '…', 10);
const textOf = (...steps: readonly DoseStep[]) => courseText(madeCourse('Warfarin', steps), NOW, 'UTC');

describe.each<[string, Partial<DoseStep>, string]>([
  ['not to give it', { isForbidden: true, status: 'active' }, 'do not give'],
  ['that is on hold', { status: 'on-hold' }, 'on hold'],
])('an order %s', (_, more, status) => {
  const other = (start: string, end = '', further: Partial<DoseStep> = {}) =>
    madeDoseStep(start, end, 10, { isNotDone: true, ...more, ...further });

  test('stands beside an order that goes on, where it is newer', () => {
    const told = ['10 mg/day', `since 10 Mar 2026; newer order: ${status}, 1 Jun 2026`];
    expect(textOf(running, other('2026-06-01'))).toEqual(told);
    expect(textOf(running, other('2026-06-01'), other('2026-07-01', '2026-08-01'))).toEqual(told);
    for (const one of [other('2026-02-01'), other('2027-06-01'), other('2026-06-01', '2026-07-01')])
      expect(textOf(running, one)).toEqual(['10 mg/day', 'since 10 Mar 2026']);
  });

  test.each([
    ['', 'no date'],
    ['2026-03', 'Mar 2026'],
    ['2026', '2026'],
    ['2026-03-10', '10 Mar 2026'],
  ])('stands there too where nobody knows which is newer: "%s"', (start, when) => {
    expect(textOf(running, other(start))).toEqual([
      '10 mg/day',
      `since 10 Mar 2026; another order: ${status}, ${when}`,
    ]);
  });

  test('is not told where it is of an earlier month or year', () => {
    for (const start of ['2026-02', '2025']) expect(textOf(running, other(start))[1]).not.toContain('order');
  });

  test('stands beside a dose of which the start is not known', () => {
    const undated = madeDoseStep('', '', 10, { isOngoing: true, status: 'active' });
    expect(textOf(undated, other('2026-06-01'))).toEqual([
      '',
      `10 mg/day, start not known; another order: ${status}, 1 Jun 2026`,
    ]);
  });

  test('is told on a day on which it held, and on the day of its end', () => {
    const until = other('2026-06-01', '2026-11-24');
    expect(textOf(running, until)[1]).toContain(status);
    expect(courseText(madeCourse('Warfarin', [running, until]), NOW - 9e9, 'UTC')[1]).toContain(status);
    expect(courseText(madeCourse('Warfarin', [running, until]), NOW + 9e9, 'UTC')[1]).not.toContain(status);
  });

  test('is no order where it is a proposal', () => {
    expect(textOf(running, other('2026-06-01', '', { isProposed: true }))[1]).toBe('since 10 Mar 2026');
    expect(textOf(other('2026-06-01', '', { isProposed: true }))).toEqual(['', 'none']);
  });
});

test('an order not to give it is not hidden by a newer one that is on hold', () => {
  const forbidden = madeDoseStep('2026-06-01', '', 10, {
    isNotDone: true,
    isForbidden: true,
    status: 'active',
  });
  const held = madeDoseStep('2026-07-01', '', 10, { isNotDone: true, status: 'on-hold' });
  expect(textOf(running, forbidden, held)[1]).toBe(
    'since 10 Mar 2026; newer order: do not give, 1 Jun 2026; newer order: on hold, 1 Jul 2026',
  );
});

test.each([
  ['completed', 'do not give, completed'],
  ['unknown', 'do not give, unknown'],
  ['', 'do not give, unknown'],
])('an order not to give it with the status "%s" is told with that', (status, told) => {
  const other = madeDoseStep('2026-06-01', '', 10, { isNotDone: true, isForbidden: true, status });
  expect(textOf(running, other)[1]).toBe(`since 10 Mar 2026; newer order: ${told}, 1 Jun 2026`);
});

test.each(['stopped', 'cancelled', 'draft', 'on-hold'])(
  'an order not to give it that is %s is not in force',
  (status) => {
    const other = madeDoseStep('2026-06-01', '', 10, { isNotDone: true, isForbidden: true, status });
    expect(textOf(running, other)[1]).toBe('since 10 Mar 2026');
  },
);

describe('a report', () => {
  const report = (fields: object) => medicationStepFrom('MedicationStatement', { id: 's', ...fields });
  const open = medicationStepFrom('MedicationRequest', { id: 'r', authoredOn: '2026-03-10' });
  const said = (fields: object) => courseText(courseFrom(open, report(fields)), NOW, 'UTC')[1];

  test.each([
    [{ status: 'not-taken' }, 'reported as not taken, no date'],
    [{ status: 'stopped' }, 'reported as stopped, no date'],
    [{ status: 'not-taken', effectiveDateTime: '2026-03' }, 'reported as not taken, Mar 2026'],
    [{ status: 'active', taken: 'n', effectiveDateTime: '2026-06-01' }, 'reported as not taken, 1 Jun 2026'],
    [{ status: 'on-hold', effectiveDateTime: '2026-06-01' }, 'reported as on hold, 1 Jun 2026'],
    [{ status: 'active', taken: 'unk', effectiveDateTime: '2026-06-01' }, 'reported as unknown, 1 Jun 2026'],
    [
      { status: 'stopped', effectivePeriod: { start: '2026-01-01', end: '2026-06-15' } },
      'reported as stopped, 15 Jun 2026',
    ],
  ])('%o stands beside an order that goes on', (fields, told) => {
    expect(said(fields).split('; ').slice(1)).toEqual([told]);
  });

  test.each([
    { status: 'not-taken', effectiveDateTime: '2026-02' },
    { status: 'stopped', effectivePeriod: { start: '2026-01-01', end: '2026-02-15' } },
    { status: 'active', effectiveDateTime: '2026-06-01' },
  ])('%o does not', (fields) => {
    expect(said(fields)).not.toContain('reported');
  });
});

test.each(['proposal', 'option'])('an order with the intent "%s" holds and forbids nothing', (intent) => {
  const open = medicationStepFrom('MedicationRequest', { id: 'r', authoredOn: '2026-03-10' });
  for (const more of [{ status: 'on-hold' }, { doNotPerform: true }]) {
    const proposed = medicationStepFrom('MedicationRequest', {
      id: 'p',
      intent,
      authoredOn: '2026-06-01',
      ...more,
    });
    expect(courseText(courseFrom(open, proposed), NOW, 'UTC')[1]).toBe('since 10 Mar 2026');
  }
});

test('a hold or a ban without a date is told where nothing runs', () => {
  const held = madeDoseStep('', '', 10, { isNotDone: true, status: 'on-hold' });
  const forbidden = madeDoseStep('', '', 10, { isNotDone: true, status: 'active', isForbidden: true });
  const ended = madeDoseStep('2026-01-01', '2026-02-01', 10);
  expect(textOf(held)).toEqual(['', 'on hold: 10 mg/day']);
  expect(textOf(ended, held)).toEqual(['', 'on hold: 10 mg/day']);
  expect(textOf(ended, forbidden)).toEqual(['', 'do not give: 10 mg/day']);
});

test.each([
  ['unknown', 'unknown'],
  ['suspended', 'suspended'],
  ['', 'unknown'],
  // An extension may turn the meaning of this one around.
  ['active', 'unknown'],
])('a newer order with the status "%s" stands beside an order that goes on', (status, told) => {
  const newer = madeDoseStep('2026-06-01', '', 20, { isNotDone: true, isUnknown: true, status });
  expect(textOf(running, newer)[1]).toBe(`since 10 Mar 2026; newer order: ${told}, 1 Jun 2026`);
});

describe('an order not to give it stands alone', () => {
  const ban = (status: string, start = '2026-06-01', end = '') =>
    madeDoseStep(start, end, 10, { isNotDone: true, isForbidden: true, status });

  test.each([
    ['active', 'do not give: 10 mg/day'],
    ['completed', 'do not give, completed: 10 mg/day'],
    ['unknown', 'do not give, unknown: 10 mg/day'],
    ['', 'do not give, unknown: 10 mg/day'],
  ])('with the status "%s"', (status, told) => {
    expect(textOf(ban(status))).toEqual(['', told]);
    expect(textOf(ban(status, ''))).toEqual(['', told]);
    expect(textOf(madeDoseStep('2026-01-01', '2026-02-01', 10), ban(status))).toEqual(['', told]);
  });

  test('and is not told where it is over, stopped, or older than the last dose', () => {
    for (const status of ['stopped', 'cancelled', 'draft', 'on-hold'])
      expect(textOf(ban(status))).toEqual(['', 'none']);
    expect(textOf(ban('completed', '2026-06-01', '2026-07-01'))).toEqual(['', 'none']);
    expect(textOf(ban('completed'), madeDoseStep('2026-08-01', '2026-09-01', 10))).toEqual([
      '',
      'until 1 Sep 2026',
    ]);
  });
});
