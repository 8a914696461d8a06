import { expect, test } from 'vitest';
import type { SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { eventsSnapshot, eventStates } from '../../testing/eventsSnapshotFixture.ts';
import { recordOfSeries, searchOf } from '../../testing/recordFixture.ts';
import { unreadText } from './unreadText.ts';

const reading = (name: string, pages = 0): SearchState => searchOf(name, { state: 'reading', pages });
const waiting = (name: string): SearchState => searchOf(name, { state: 'waiting', pages: 0 });
const textOf = (...searches: readonly SearchState[]) =>
  unreadText(recordOfSeries([], { searches, ended: false, complete: false }), undefined);

test.each([
  [[reading('laboratory'), reading('vital-signs')], 'Laboratory and vital signs are missing so far.'],
  [[reading('laboratory'), searchOf('vital-signs')], 'Laboratory is missing so far.'],
  [[reading('vital-signs')], 'Vital signs are missing so far.'],
  [[reading('functional-status')], 'Functional status is missing so far.'],
  [[reading('sdoh')], 'Social determinants of health are missing so far.'],
  [[reading('vital-signs', 2)], 'The rest of vital signs is missing so far.'],
  [[reading('all')], 'All results are missing so far.'],
  [[searchOf('laboratory'), reading('all')], 'All other results are missing so far.'],
  [
    [searchOf('laboratory', { state: 'failed', failure: 'network' }), reading('exam', 1), waiting('survey')],
    'The rest of exam and survey are missing so far.',
  ],
  [
    ['vital-signs', 'laboratory', 'social-history', 'survey'].map(waiting),
    'Vital signs, laboratory, social history and survey are missing so far.',
  ],
  [
    ['vital-signs', 'laboratory', 'social-history', 'survey', 'exam', 'therapy'].map(waiting),
    'Vital signs, laboratory, social history and 3 more kinds of results are missing so far.',
  ],
])('what has not been read is named: %j', (searches, text) => {
  expect(textOf(...searches)).toBe(text);
});

test('what the search for everything has brought is not called missing', () => {
  expect(textOf(reading('laboratory'), searchOf('vital-signs'), searchOf('all'))).toBe(
    'All results have come; only the search for laboratory has no answer of its own.',
  );
  expect(textOf(reading('exam'), waiting('survey'), searchOf('all'))).toBe(
    'All results have come; only the search for exam and others has no answer of its own.',
  );
  expect(textOf(reading('exam'), searchOf('all', { state: 'failed', failure: 'network' }))).toBe(
    'Exam is missing so far.',
  );
});

test('once the results have ended, the events are named that have not', () => {
  const record = recordOfSeries([], { searches: [searchOf('laboratory')] });
  const events = eventsSnapshot({
    states: eventStates({ MedicationRequest: 'reading', Procedure: 'waiting' }),
    ended: false,
  });
  expect(unreadText(record, events)).toBe('Medication orders and procedures are missing so far.');
  expect(unreadText(record, eventsSnapshot())).toBe('');
  expect(unreadText(record, undefined)).toBe('');
});
