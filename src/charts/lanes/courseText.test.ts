import { expect, test } from 'vitest';
import type { DoseStep } from '../../clinical/events/careEvent.ts';
import { madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { frameOf } from '../axis/frame.ts';
import { courseText, currentCourseText } from './courseText.ts';

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const NOW = at('2026-11-24');
const frameTo = (endMs: number, startMs = at('2025-11-24')) =>
  frameOf({ startMs, endMs, timeZone: 'UTC', widthPx: 900, heightPx: 24 });
const LONG = madeDoseStep('2026-01-01', '2026-06-01', 5);
const BURST = madeDoseStep('2026-03-01', '2026-03-06', 40);

test('after overlapping orders the one that ended last says until when, not the one that began last', () => {
  expect(courseText(madeCourse('Prednisone', [LONG, BURST]), at('2026-07-01'), 'UTC')).toEqual([
    '',
    'until 1 Jun 2026',
  ]);
});

test('an order that began last and has no known end is not hidden by one that ended after its beginning', () => {
  const open = madeDoseStep('2026-03-01', '', 40);
  expect(courseText(madeCourse('Prednisone', [LONG, open]), at('2026-07-01'), 'UTC')[1]).toBe(
    'ordered from 1 Mar 2026, end not known',
  );
});

test('a single dose after an infusion is the last that was given', () => {
  const given = { type: 'MedicationAdministration' } as const;
  const steps = [
    madeDoseStep('2026-03-01T08:00:00Z', '2026-03-01T10:00:00Z', 2, given),
    madeDoseStep('2026-03-01T12:00:00Z', '', 4, given),
  ];
  expect(courseText(madeCourse('Morphine', steps), at('2026-03-02'), 'UTC')[1]).toBe(
    'last given 4 mg/day, 1 Mar 2026, 12:00',
  );
});

test('the days of a dose are counted through orders of the same dose that follow each other', () => {
  const first = madeDoseStep('2026-03-01', '2026-03-04', 1000);
  const days = (...more: readonly ReturnType<typeof madeDoseStep>[]) =>
    courseText(madeCourse('Vancomycin', [first, ...more]), at('2026-03-06'), 'UTC');
  expect(days(madeDoseStep('2026-03-04', '2026-03-08', 1000))).toEqual([
    '1,000 mg/day',
    'since 1 Mar 2026 (day 5)',
  ]);
  expect(days(madeDoseStep('2026-03-05', '2026-03-08', 1000))).toEqual([
    '1,000 mg/day',
    'since 1 Mar 2026 (day 5)',
  ]);
  // A pause, another dose, and a dose that was only planned begin the count again.
  expect(days(madeDoseStep('2026-03-06', '2026-03-08', 1000))).toEqual([
    '1,000 mg/day',
    'since 6 Mar 2026 (day 0)',
  ]);
  expect(days(madeDoseStep('2026-03-04', '2026-03-08', 500))).toEqual([
    '500 mg/day',
    'since 4 Mar 2026 (day 2)',
  ]);
  const held = madeDoseStep('2026-03-01', '2026-03-04', 500, { status: 'on-hold', isNotDone: true });
  expect(days(held, madeDoseStep('2026-03-04', '2026-03-08', 500))).toEqual([
    '500 mg/day',
    'since 4 Mar 2026 (day 2)',
  ]);
});

test('while no moment is read, what ended after the newest result is dated by the end of the window', () => {
  const warfarin = madeCourse('Warfarin', [madeDoseStep('2026-01-01', '2026-11-15', 5)]);
  expect(currentCourseText(warfarin, frameTo(at('2026-11-01')), NOW)).toEqual([
    '5 mg/day',
    'as of 1 Nov 2026, since 1 Jan 2026',
  ]);
  const again = madeCourse('Warfarin', [LONG, madeDoseStep('2026-11-20', '…', 5)]);
  expect(currentCourseText(again, frameTo(at('2026-11-01')), NOW)).toEqual([
    '',
    'until 1 Jun 2026, as of 1 Nov 2026',
  ]);
});

test('while no moment is read, what has not changed since the window is what is so now', () => {
  const lisinopril = madeCourse('Lisinopril', [LONG, madeDoseStep('2026-06-01', '…', 10)]);
  expect(currentCourseText(lisinopril, frameTo(at('2026-11-01')), NOW)).toEqual([
    '10 mg/day',
    'since 1 Jun 2026',
  ]);
  expect(currentCourseText(madeCourse('Prednisone', [LONG]), frameTo(at('2026-11-01')), NOW)).toEqual([
    '',
    'until 1 Jun 2026',
  ]);
});

test('in a window of days, and on the day itself, the end of the window stands with its time', () => {
  const drip = madeCourse('Norepinephrine', [
    madeDoseStep('2026-11-24T06:00:00Z', '2026-11-24T10:30:00Z', 0.1),
  ]);
  const endMs = Date.parse('2026-11-24T08:10:00Z');
  expect(currentCourseText(drip, frameTo(endMs), NOW)[1]).toBe(
    'as of 24 Nov 2026, 08:10, since 24 Nov 2026 (day 0)',
  );
  expect(currentCourseText(drip, frameTo(endMs, at('2026-11-22')), at('2026-12-24'))[1]).toBe(
    'as of 24 Nov 2026, 08:10, since 24 Nov 2026 (day 0)',
  );
});

test.each([
  [
    madeDoseStep('2026-03-01', '', 5, { status: 'stopped' }),
    'ordered from 1 Mar 2026, stopped, date not known',
  ],
  [
    madeDoseStep('2026-03-01', '', 5, { status: 'completed', type: 'MedicationStatement' }),
    'taken from 1 Mar 2026, completed, date not known',
  ],
  [madeDoseStep('2026-03-01', '', 5), 'ordered from 1 Mar 2026, end not known'],
])('an order that was stopped without a date is said to be stopped', (step, text) => {
  expect(courseText(madeCourse('Lisinopril', [step]), NOW, 'UTC')).toEqual(['', text]);
});

const ON_HOLD = { status: 'on-hold', isNotDone: true } as const;

test('a medication that is on hold, or of unknown status, is not said to be none', () => {
  const said = (...steps: readonly ReturnType<typeof madeDoseStep>[]) =>
    courseText(madeCourse('Warfarin', steps), NOW, 'UTC');
  const held = madeDoseStep('2026-03-01', '', 5, ON_HOLD);
  expect(said(held)).toEqual(['', 'on hold: 5 mg/day']);
  expect(
    said(madeDoseStep('2026-03-01', '', 5, { status: 'unknown', isNotDone: true, isUnknown: true })),
  ).toEqual(['', 'unknown: 5 mg/day']);
  // It is newer than what ended before, and older than what was ordered after.
  expect(said(madeDoseStep('2026-01-01', '2026-02-01', 5), held)[1]).toBe('on hold: 5 mg/day');
  expect(said(held, madeDoseStep('2026-06-01', '2026-07-01', 5))[1]).toBe('until 1 Jul 2026');
  for (const over of ['cancelled', 'draft', 'not-taken'])
    expect(said(madeDoseStep('2026-03-01', '', 5, { status: over, isNotDone: true }))[1]).toBe('none');
});

test.each([
  ['MedicationDispense', 'declined', 'Out of stock', 'declined, 1 Mar 2026, Out of stock'],
  ['MedicationDispense', 'completed', 'Out of stock', 'not counted as given, 1 Mar 2026, Out of stock'],
  ['MedicationStatement', 'not-taken', undefined, 'not taken, 1 Mar 2026'],
  ['MedicationStatement', 'active', undefined, 'not taken, 1 Mar 2026'],
  ['MedicationAdministration', 'completed', undefined, 'not counted as given, 1 Mar 2026'],
  ['MedicationStatement', 'active', 'Nausea', 'not taken, 1 Mar 2026, Nausea'],
  ['MedicationAdministration', 'not-done', 'Patient refused', 'not done, 1 Mar 2026, Patient refused'],
  ['MedicationDispense', 'preparation', undefined, 'none'],
  ['MedicationDispense', 'cancelled', undefined, 'none'],
  ['MedicationRequest', 'cancelled', 'Entered twice', 'none'],
] as const)('a lone %s that is %s, because of %s, reads "%s"', (type, status, statusReason, text) => {
  const step = madeDoseStep('2026-03-01', '', 5, {
    type,
    status,
    isNotDone: true,
    ...(statusReason !== undefined && { statusReason }),
  });
  expect(courseText(madeCourse('Warfarin', [step]), NOW, 'UTC')).toEqual(['', text]);
  expect(courseText(madeCourse('Warfarin', [step]), at('2026-02-01'), 'UTC')).toEqual(['', 'none']);
});

test.each([
  ['MedicationAdministration', 'unknown', undefined, 'unknown, 1 Mar 2026'],
  ['MedicationDispense', 'unknown', undefined, 'unknown, 1 Mar 2026'],
  ['MedicationAdministration', 'completed', 'Asleep', 'not counted as given, 1 Mar 2026, Asleep'],
] as const)(
  'a lone %s that is %s, of which nobody knows if it was given, is told',
  (type, status, reason, text) => {
    const step = madeDoseStep('2026-03-01', '', 5, {
      type,
      status,
      isNotDone: true,
      isUnknown: true,
      ...(reason !== undefined && { statusReason: reason }),
    });
    expect(courseText(madeCourse('Warfarin', [step]), NOW, 'UTC')).toEqual(['', text]);
    const refused = madeDoseStep('2026-04-01', '', 5, { type, status: 'declined', isNotDone: true });
    expect(courseText(madeCourse('Warfarin', [step, refused]), NOW, 'UTC')[1]).toBe('declined, 1 Apr 2026');
  },
);

test('what is taken and has no date is not said to be none', () => {
  const undated = madeDoseStep('', '', 5, { isOngoing: true, status: 'active' });
  expect(courseText(madeCourse('Warfarin', [undated]), NOW, 'UTC')).toEqual([
    '',
    '5 mg/day, start not known',
  ]);
  const ended = madeDoseStep('2026-01-01', '2026-02-01', 5);
  expect(courseText(madeCourse('Warfarin', [ended, undated]), NOW, 'UTC')[1]).toBe(
    '5 mg/day, start not known',
  );
  const over = madeDoseStep('', '', 5);
  expect(courseText(madeCourse('Warfarin', [ended, over]), NOW, 'UTC')[1]).toBe('until 1 Feb 2026');
});

test('an order not to give a medication is said as that', () => {
  const forbidden = madeDoseStep('2026-03-01', '', 5, {
    status: 'active',
    isNotDone: true,
    isForbidden: true,
  });
  expect(courseText(madeCourse('Warfarin', [forbidden]), NOW, 'UTC')).toEqual(['', 'do not give: 5 mg/day']);
});

test('a newer report that it is not taken stands beside an order that goes on', () => {
  const running = madeDoseStep('2026-03-01', '…', 5);
  const report = (status: string, start = '2026-06-01', more: object = {}) =>
    madeDoseStep(start, '', 5, { type: 'MedicationStatement', status, ...more });
  const said = (step: ReturnType<typeof report>) =>
    courseText(madeCourse('Warfarin', [running, step]), NOW, 'UTC');
  expect(said(report('not-taken', '2026-06-01', { isNotDone: true }))).toEqual([
    '5 mg/day',
    'since 1 Mar 2026; reported as not taken, 1 Jun 2026',
  ]);
  expect(said(report('stopped'))[1]).toBe('since 1 Mar 2026; reported as stopped, 1 Jun 2026');
  for (const older of [report('not-taken', '2026-02-01', { isNotDone: true }), report('active')])
    expect(said(older)[1]).not.toContain('reported');
});

test.each<[string, Partial<DoseStep>, string]>([
  ['not to give it', { isForbidden: true, status: 'active' }, 'newer order: do not give, 1 Jun 2026'],
  ['that is on hold', { status: 'on-hold' }, 'newer order: on hold, 1 Jun 2026'],
])('a newer order %s stands beside an order that goes on', (_, more, told) => {
  const running = madeDoseStep('2026-03-01', '…', 10);
  const newer = (start: string, end = '') => madeDoseStep(start, end, 10, { isNotDone: true, ...more });
  const textOf = (...steps: readonly ReturnType<typeof madeDoseStep>[]) =>
    courseText(madeCourse('Warfarin', steps), NOW, 'UTC');
  const told10 = ['10 mg/day', `since 1 Mar 2026; ${told}`];
  expect(textOf(running, newer('2026-06-01'))).toEqual(told10);
  expect(textOf(running, newer('2026-06-01'), newer('2026-07-01', '2026-08-01'))).toEqual(told10);
  for (const other of [newer('2026-02-01'), newer('2027-06-01'), newer('2026-06-01', '2026-07-01')])
    expect(textOf(running, other)).toEqual(['10 mg/day', 'since 1 Mar 2026']);
});

const given = { type: 'MedicationAdministration' } as const;
const handedOut = { type: 'MedicationDispense' } as const;

test.each([
  ['an order of a year that was completed', madeDoseStep('2026', '', 5), 'ordered from 2026, end not known'],
  ['one of this month', madeDoseStep('2026-11', '', 5), 'ordered from Nov 2026, end not known'],
  [
    'one that was stopped',
    madeDoseStep('2026', '', 5, { status: 'stopped' }),
    'ordered from 2026, stopped, date not known',
  ],
  ['one that ended in this year', madeDoseStep('2025', '2026', 5), 'until 2026'],
  ['one that ended in this month', madeDoseStep('2026-03-01', '2026-11', 5), 'until Nov 2026'],
  ['a dose that was given', madeDoseStep('2026', '', 5, given), 'last given 5 mg/day, 2026'],
  ['a supply', madeDoseStep('2026-11', '', 5, handedOut), 'last dispensed 5 mg/day, Nov 2026'],
])('rule 44: %s with a month or year alone is not in force all through it', (_, step, told) => {
  expect(courseText(madeCourse('Prednisone', [step]), NOW, 'UTC')).toEqual(['', told]);
});

test.each([
  ['one of a year that goes on', madeDoseStep('2026', '…', 5), 'since 2026'],
  ['one of the day', madeDoseStep('2026-11-24', '', 5), 'since 24 Nov 2026 (day 0)'],
  ['one that ends on the day', madeDoseStep('2025', '2026-11-24', 5), 'since 2025'],
  ['one of a year that ends later', madeDoseStep('2025', '2027-01', 5), 'since 2025'],
])('rule 44: but %s is in force', (_, step, told) => {
  expect(courseText(madeCourse('Prednisone', [step]), NOW, 'UTC')).toEqual(['5 mg/day', told]);
});

test.each(['on-hold', 'unknown'])(
  'rule 44: an order that is %s until a month or year is told in it',
  (status) => {
    for (const end of ['2026', '2026-11']) {
      const held = madeDoseStep('2026-01-05', end, 5, { status, isNotDone: true });
      expect(courseText(madeCourse('Prednisone', [held]), NOW, 'UTC')[1]).toMatch(/: 5 mg\/day$/);
    }
  },
);
