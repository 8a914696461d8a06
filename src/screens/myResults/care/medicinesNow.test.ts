import { describe, expect, test } from 'vitest';
import { madeCourse, madeDoseStep } from '../../../testing/madeEventsFixture.ts';
import { medicinesNow } from './medicinesNow.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

/** Returns the part of the list in which a medicine stands, with when; '' where it is in none. */
function placeOf(...steps: readonly ReturnType<typeof madeDoseStep>[]): string {
  const parts = Object.entries(medicinesNow([madeCourse('Warfarin', steps)], NOW, 'UTC'));
  return parts.flatMap(([part, medicines]) => medicines.map(({ when }) => `${part}: ${when}`)).join('; ');
}

const step = (start: string, end: string, more: object = {}) => madeDoseStep(start, end, 5, more);
const notDone = (status: string, start = '2026-03-01', more: object = {}) =>
  step(start, '', { status, isNotDone: true, ...more });
const statement = { type: 'MedicationStatement' };

test('what was stopped without a date is no longer in use, and not unclear', () => {
  expect(placeOf(step('2026-03-01', '', { status: 'stopped' }))).toBe('ended: Ordered: March 1, 2026');
  for (const status of ['stopped', 'completed'])
    expect(placeOf(step('2026-03-01', '', { status, ...statement }))).toBe(
      'ended: Reported as taken from March 1, 2026',
    );
  expect(placeOf(step('2026-03-01', ''))).toBe('notClear: Ordered: March 1, 2026');
});

test('a completed order for a time that is over is no longer in use, and one without a time is unclear', () => {
  const completed = (more: object = {}) => step('2026-03-01', '', { status: 'completed', ...more });
  expect(placeOf(completed({ isTermOver: true }))).toBe('ended: Ordered: March 1, 2026');
  expect(placeOf(completed())).toBe('notClear: Ordered: March 1, 2026');
  expect(placeOf(completed({ isTermOver: true }), step('2026-06-01', '…'))).toBe('inUse: Since June 1, 2026');
});

test('rule 44: what was ordered or ended in a month or year is not in use until its last day', () => {
  expect(placeOf(step('2026', ''))).toBe('notClear: Ordered: 2026');
  expect(placeOf(step('2026-11', '', { status: 'stopped' }))).toBe('ended: Ordered: November 2026');
  expect(placeOf(step('2025', '2026'))).toBe('');
  expect(placeOf(step('2026', '…'))).toBe('inUse: Since 2026');
});

test('what goes on beside an order that was stopped is in use', () => {
  expect(placeOf(step('2026-03-01', '', { status: 'stopped' }), step('2026-06-01', '…'))).toBe(
    'inUse: Since June 1, 2026',
  );
});

test('an order on hold is not hidden by one that was cancelled, drafted or refused after it', () => {
  const held = notDone('on-hold');
  for (const status of ['cancelled', 'draft', 'not-taken'])
    expect(placeOf(held, notDone(status, '2026-06-01'))).toBe('onHold: Ordered: March 1, 2026');
  expect(placeOf(held, step('2026-06-01', '2026-07-01'))).toBe('');
  expect(placeOf(held, step('2027-06-01', ''))).toBe('onHold: Ordered: March 1, 2026');
});

test('a report that is on hold is not said to be ordered', () => {
  expect(placeOf(notDone('on-hold', '2026-03-01', statement))).toBe('onHold: Dated March 1, 2026');
  expect(placeOf(notDone('on-hold', ''))).toBe('onHold: In the record without a date');
});

test('what nobody knows the status of is not clear, and never silently left out', () => {
  const unknown = { isUnknown: true };
  expect(placeOf(notDone('unknown', '2026-03-01', unknown))).toBe('notClear: Ordered: March 1, 2026');
  expect(placeOf(notDone('', '2026-03-01', { ...unknown, ...statement }))).toBe(
    'notClear: Dated March 1, 2026',
  );
  expect(placeOf(step('2026-01-01', '2026-02-01'), notDone('unknown', '2026-03-01', unknown))).toBe(
    'notClear: Ordered: March 1, 2026',
  );
});

test.each(['MedicationAdministration', 'MedicationDispense'])(
  'a %s of which nobody knows whether it was done is not clear, beside what was refused before it',
  (type) => {
    const supply = { type, isUnknown: true };
    for (const status of ['unknown', 'completed', ''])
      expect(placeOf(notDone(status, '2026-03-01', supply))).toBe('notClear: Dated March 1, 2026');
    const refused = (start: string) => notDone('not-done', start, { type: 'MedicationAdministration' });
    expect(placeOf(refused('2026-02-01'), notDone('unknown', '2026-03-01', supply))).toBe(
      'notClear: Dated March 1, 2026',
    );
    expect(placeOf(notDone('unknown', '2026-03-01', supply), refused('2026-04-01'))).toBe(
      'refused: Dated April 1, 2026',
    );
    expect(placeOf(notDone('unknown', '2027-03-01', supply))).toBe('');
    // An order that ended says more than a supply that nobody knows of.
    expect(placeOf(step('2026-01-01', '2026-02-01'), notDone('unknown', '2026-01-10', supply))).toBe('');
  },
);

test('what was only refused, not handed out or reported as not taken is told with its date and reason', () => {
  expect(placeOf(notDone('not-taken', '2026-03-01', statement))).toBe('refused: Dated March 1, 2026');
  expect(placeOf(notDone('declined', '2026-03-01', { type: 'MedicationDispense' }))).toBe(
    'refused: Dated March 1, 2026',
  );
  const refused = notDone('not-done', '2026-03-01', {
    type: 'MedicationAdministration',
    statusReason: 'Patient refused',
  });
  const { refused: told } = medicinesNow([madeCourse('Warfarin', [refused])], NOW, 'UTC');
  expect(told).toMatchObject([{ name: 'Warfarin', reasons: ['Patient refused'] }]);
  // Beside what was taken, given or ordered it is no lone word.
  expect(placeOf(step('2026-01-01', '…'), refused)).toBe('inUse: Since January 1, 2026');
  expect(placeOf(step('2026-01-01', '2026-02-01'), refused)).toBe('');
  expect(placeOf(notDone('on-hold'), notDone('not-taken', '2026-06-01', statement))).toBe(
    'onHold: Ordered: March 1, 2026',
  );
  for (const reason of [{}, { statusReason: 'Starts after surgery' }]) {
    expect(placeOf(notDone('preparation', '2026-03-01', { type: 'MedicationDispense', ...reason }))).toBe('');
    expect(placeOf(notDone('intended', '2026-03-01', { ...statement, ...reason }))).toBe('');
  }
  const cancelled = { type: 'MedicationDispense', statusReason: 'Out of stock' };
  expect(placeOf(notDone('cancelled', '2026-03-01', cancelled))).toBe('refused: Dated March 1, 2026');
});

test('what was never ordered or taken is in no list', () => {
  for (const status of ['cancelled', 'draft', 'intended', 'not-taken', 'declined'])
    expect(placeOf(notDone(status))).toBe('');
});

test('an order not to use a medicine is said, and is no order to use it', () => {
  const forbidden = notDone('active', '2026-03-01', { isForbidden: true });
  expect(placeOf(forbidden)).toBe('notToUse: Ordered: March 1, 2026');
  expect(placeOf(step('2026-01-01', '2026-02-01'), forbidden)).toBe('notToUse: Ordered: March 1, 2026');
  expect(placeOf(forbidden, step('2026-06-01', '…'))).toBe('inUse: Since June 1, 2026');
  expect(placeOf(step('2026-01-01', '…'), forbidden)).toBe(
    'inUse: Since January 1, 2026. Also marked as not to be used: March 1, 2026; notToUse: Ordered: March 1, 2026',
  );
  for (const status of ['stopped', 'on-hold', 'cancelled'])
    expect(placeOf(notDone(status, '2026-03-01', { isForbidden: true }))).toBe('');
});

test('a newer report that a medicine is not taken stands beside the order for it', () => {
  const report = (status: string, more: object = {}) =>
    step('2026-06-01', '', { status, ...statement, ...more });
  expect(placeOf(step('2026-03-01', '…'), report('not-taken', { isNotDone: true }))).toBe(
    'inUse: Since March 1, 2026. Reported as not taken: June 1, 2026',
  );
  expect(placeOf(step('2026-03-01', '…'), report('stopped'))).toBe(
    'inUse: Since March 1, 2026. Reported as no longer taken',
  );
});

test('an order of a day not to use a medicine is not older than an order of the evening before', () => {
  const forbidden = notDone('active', '2026-03-10', { isForbidden: true });
  expect(placeOf(step('2026-03-10T03:00:00Z', '…'), forbidden)).toBe(
    'inUse: Since March 10, 2026. Also marked as not to be used: March 10, 2026; notToUse: Ordered: March 10, 2026',
  );
});

describe('an order that is on hold stands beside an order that goes on', () => {
  const open = step('2026-03-10', '…');

  test.each([
    ['newer', '2026-06-01', ': June 1, 2026', 'Ordered: June 1, 2026'],
    ['of the same month', '2026-03', ': March 2026', 'Ordered: March 2026'],
    ['without a date', '', ', without a date', 'In the record without a date'],
  ])('%s', (_, start, marked, ordered) => {
    expect(placeOf(open, notDone('on-hold', start))).toBe(
      `inUse: Since March 10, 2026. Also marked as on hold${marked}; onHold: ${ordered}`,
    );
  });

  test('and a dose of which the start is not known', () => {
    const undated = step('', '', { isOngoing: true, status: 'active' });
    expect(placeOf(undated, notDone('on-hold', '2026-06-01'))).toBe(
      'inUse: Start date not known. Also marked as on hold: June 1, 2026; onHold: Ordered: June 1, 2026',
    );
  });

  test('but not where it is older, has ended, lies ahead or is a proposal', () => {
    for (const other of [
      notDone('on-hold', '2026-02-01'),
      step('2026-06-01', '2026-07-01', { status: 'on-hold', isNotDone: true }),
      notDone('on-hold', '2027-01-01'),
      notDone('on-hold', '2026-06-01', { isProposed: true }),
    ])
      expect(placeOf(open, other)).toBe('inUse: Since March 10, 2026');
  });

  test('and is told beside an order not to use it', () => {
    const forbidden = notDone('active', '2026-06-01', { isForbidden: true });
    expect(placeOf(open, forbidden, notDone('on-hold', '2026-07-01'))).toBe(
      [
        'inUse: Since March 10, 2026. Also marked as not to be used: June 1, 2026. Also marked as on hold: July 1, 2026',
        'onHold: Ordered: July 1, 2026',
        'notToUse: Ordered: June 1, 2026',
      ].join('; '),
    );
  });
});

test.each([
  ['completed', '2026-06-01'],
  ['unknown', '2026-06-01'],
  ['active', '2026-03'],
  ['active', ''],
])('an order not to use it, %s and of "%s", stands beside an order that goes on', (status, start) => {
  expect(placeOf(step('2026-03-10', '…'), notDone(status, start, { isForbidden: true }))).toMatch(
    /^inUse: Since March 10, 2026. Also marked as not to be used.*; notToUse: /,
  );
});

test('a proposal not to use a medicine is no order', () => {
  const proposed = notDone('active', '2026-06-01', { isForbidden: true, isProposed: true });
  expect(placeOf(step('2026-03-10', '…'), proposed)).toBe('inUse: Since March 10, 2026');
  expect(placeOf(proposed)).toBe('');
});

test('a report without a date that a medicine is not taken stands beside the order for it', () => {
  const report = notDone('not-taken', '', statement);
  expect(placeOf(step('2026-03-10', '…'), report)).toBe('inUse: Since March 10, 2026. Reported as not taken');
});

test('a hold without a date is told beside an order that has ended', () => {
  expect(placeOf(step('2026-01-01', '2026-02-01'), notDone('on-hold', ''))).toBe(
    'onHold: In the record without a date',
  );
});

test('a hold of the day of the last order is told, since nobody knows which of them came first', () => {
  const over = step('2026-03-10T18:00:00Z', '2026-03-20');
  for (const held of [notDone('on-hold', '2026-03-10'), notDone('on-hold', '2026-03')])
    expect(placeOf(held, over)).toContain('onHold: Ordered: March');
  expect(placeOf(notDone('on-hold', '2026-03-09'), over)).toBe('');
});

test('a newer order of unknown status stands beside an order that goes on', () => {
  const unknown = notDone('unknown', '2026-06-01', { isUnknown: true });
  expect(placeOf(step('2026-03-10', '…'), unknown)).toBe(
    'inUse: Since March 10, 2026; notClear: Ordered: June 1, 2026',
  );
});

describe('an order whose days are over, and that nobody closed', () => {
  const leftOpen = (start: string, end: string, more: object = {}) =>
    step(start, end, { status: 'active', isLeftOpen: true, ...more });

  test('is set apart from what is in use, with its days', () => {
    expect(placeOf(leftOpen('2024-03-03', '2024-03-10'))).toBe(
      'notClear: From March 3, 2024 to March 10, 2024. This time is over, but no one marked it as ended',
    );
  });

  test('stands beside a dose that goes on, where it began later', () => {
    expect(placeOf(step('2020-01-10', '…'), leftOpen('2024-03-03', '2024-03-08', { amount: 40 }))).toBe(
      'inUse: Since January 10, 2020; notClear: From March 3, 2024 to March 8, 2024. This time is over, but no one marked it as ended',
    );
    expect(placeOf(leftOpen('2024-03-03', '2024-03-08'), step('2025-01-10', '…'))).toBe(
      'inUse: Since January 10, 2025',
    );
  });
});

describe('what speaks against a medicine that is in use', () => {
  const given = { type: 'MedicationAdministration', unit: 'ug/kg/min' };

  test('is the pause of an infusion, as it is for clinicians', () => {
    const running = step('2026-11-24T08:00:00Z', '…', { ...given, status: 'in-progress' });
    const pause = (at: string, end = '') => step(at, end, { ...given, status: 'on-hold', isNotDone: true });
    expect(placeOf(running, pause('2026-11-24T11:00:00Z'))).toBe(
      'inUse: Since November 24, 2026. Also marked as on hold: November 24, 2026',
    );
    expect(placeOf(pause('2026-11-24T07:00:00Z'), running)).not.toContain('hold');
    for (const over of [pause('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'), pause('2026-11-24T13:00:00Z')])
      expect(placeOf(running, over)).not.toContain('hold');
  });

  test('is a newer order that was stopped, while the older one goes on', () => {
    const [open, stopped] = [step('2024-01-10', '…'), step('2026-05-01', '', { status: 'stopped' })];
    expect(placeOf(open, stopped)).toBe(
      'inUse: Since January 10, 2024. A newer order, of May 1, 2026, was stopped. This older one is still marked as in use',
    );
    expect(placeOf(open, step('2026-05-01', '', { status: 'completed' }))).not.toContain('newer');
    expect(placeOf(open, step('2023-05-01', '', { status: 'stopped' }))).not.toContain('newer');
  });
});

describe('an order not to use a medicine', () => {
  const ban = (status: string) => step('2026-05-01', '', { status, isForbidden: true, isNotDone: true });
  const ALSO = 'inUse: Since March 1, 2026. Also marked as not to be used: May 1, 2026';

  test.each([
    ['active', ''],
    ['completed', '. That order is marked as completed, so it may no longer count'],
    ['unknown', '. It is not clear if that order still counts'],
    ['', '. It is not clear if that order still counts'],
  ])('is told with what its status, "%s", says of it', (status, words) => {
    expect(placeOf(step('2026-03-01', '…'), ban(status))).toBe(
      `${ALSO}${words}; notToUse: Ordered: May 1, 2026${words}`,
    );
    expect(placeOf(ban(status))).toBe(`notToUse: Ordered: May 1, 2026${words}`);
  });
});
