import { expect, test } from 'vitest';
import { madeCourse, courses, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { recentMedicationChanges } from './medicationText.ts';

/** Each change has the name and the key of its drug, which lead to Compare. */
const said = (name: string, text: string, whenText: string) => ({
  text,
  whenText,
  name,
  courseKey: `text:${name.toLowerCase()}`,
});

const SINCE = Date.parse('2026-08-25T05:00:00Z');

test('the last changes in words, newest first, with their dates', () => {
  expect(recentMedicationChanges(courses, SINCE, 'America/Chicago').since).toEqual([
    said('Spironolactone', '− Spironolactone', '13 Nov 2026'),
    said('Spironolactone', '+ Spironolactone 25 mg/day', '20 Oct 2026'),
  ]);
});

test('a change of dose has its direction, and a thousand its separator', () => {
  const metformin = madeCourse('Metformin', [
    madeDoseStep('2026-01-01', '2026-09-01', 2000),
    madeDoseStep('2026-09-01', '…', 1000),
  ]);
  expect(recentMedicationChanges([metformin], SINCE, 'UTC').since.map(({ text }) => text)).toEqual([
    '↓ Metformin 1,000 mg/day',
  ]);
});

test('rule 44: a month stays a month, and counts as recent while it may be', () => {
  const course = madeCourse('X', [madeDoseStep('2026-08', '…', 5)]);
  expect(recentMedicationChanges([course], SINCE, 'America/Chicago').since).toEqual([
    said('X', '+ X 5 mg/day', 'Aug 2026'),
  ]);
});

test('what was planned or held, and what has no date, is no change', () => {
  const held = madeCourse('Y', [madeDoseStep('2026-10-01', '…', 5, { status: 'on-hold', isNotDone: true })]);
  const undated = madeCourse('Z', [madeDoseStep('', '…', 5)]);
  expect(recentMedicationChanges([held, undated], SINCE, 'UTC')).toEqual({ since: [], last: undefined });
});

test('what is older than the moment is not since then, and the last of it is told as such', () => {
  const { since, last } = recentMedicationChanges(courses, Date.parse('2026-11-20T05:00:00Z'), 'UTC');
  expect(since).toEqual([]);
  expect(last).toEqual(said('Spironolactone', '− Spironolactone', '13 Nov 2026'));
});

test('what lies ahead is said to be planned, and stands after what has happened, the soonest first', () => {
  const readAtMs = Date.parse('2026-11-24T14:00:00Z');
  const insulin = madeCourse('Insulin', [madeDoseStep('2026-12-10', '2026-12-20', 10, { readAtMs })]);
  const today = madeCourse('Digoxin', [madeDoseStep('2026-11-24', '…', 5, { readAtMs })]);
  expect(recentMedicationChanges([insulin, today], SINCE, 'America/Chicago').since).toEqual([
    said('Digoxin', '+ Digoxin 5 mg/day', '24 Nov 2026'),
    said('Insulin', '+ Insulin 10 mg/day', 'planned 10 Dec 2026'),
    said('Insulin', '− Insulin', 'planned 20 Dec 2026'),
  ]);
  const tomorrow = madeCourse('Digoxin', [madeDoseStep('2026-11-25', '…', 5, { readAtMs })]);
  expect(recentMedicationChanges([tomorrow], SINCE, 'America/Chicago').since[0]?.whenText).toBe(
    'planned 25 Nov 2026',
  );
  // In this zone it is the 25th already.
  expect(recentMedicationChanges([tomorrow], SINCE, 'Pacific/Kiritimati').since[0]?.whenText).toBe(
    '25 Nov 2026',
  );
});
