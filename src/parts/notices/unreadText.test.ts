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
  [[reading('laboratory'), reading('vital-signs')], 'Not loaded yet: laboratory and vital signs.'],
  [[reading('laboratory'), searchOf('vital-signs')], 'Not loaded yet: laboratory.'],
  [[reading('vital-signs')], 'Not loaded yet: vital signs.'],
  [[reading('functional-status')], 'Not loaded yet: functional status.'],
  [[reading('sdoh')], 'Not loaded yet: social determinants of health.'],
  [[reading('vital-signs', 2)], 'Not loaded yet: the rest of vital signs.'],
  [[reading('all')], 'Not loaded yet: all results.'],
  [[searchOf('laboratory'), reading('all')], 'Not loaded yet: all other results.'],
  [
    [searchOf('laboratory', { state: 'failed', failure: 'network' }), reading('exam', 1), waiting('survey')],
    'Not loaded yet: the rest of exam and survey.',
  ],
  [
    ['vital-signs', 'laboratory', 'social-history', 'survey'].map(waiting),
    'Not loaded yet: vital signs, laboratory, social history and survey.',
  ],
  [
    ['vital-signs', 'laboratory', 'social-history', 'survey', 'exam', 'therapy'].map(waiting),
    'Not loaded yet: vital signs, laboratory, social history and 3 more kinds of results.',
  ],
])('what has not been read is named: %j', (searches, text) => {
  expect(textOf(...searches)).toBe(text);
});

test('what the search for everything has brought is not called missing', () => {
  expect(textOf(reading('laboratory'), searchOf('vital-signs'), searchOf('all'))).toBe(
    'All results are loaded; only the separate search for laboratory has not been answered.',
  );
  expect(textOf(reading('exam'), waiting('survey'), searchOf('all'))).toBe(
    'All results are loaded; only the separate searches for exam and others have not been answered.',
  );
  expect(textOf(reading('exam'), searchOf('all', { state: 'failed', failure: 'network' }))).toBe(
    'Not loaded yet: exam.',
  );
});

test('once the results have ended, the events are named that have not', () => {
  const record = recordOfSeries([], { searches: [searchOf('laboratory')] });
  const events = eventsSnapshot({
    states: eventStates({ MedicationRequest: 'reading', Procedure: 'waiting' }),
    ended: false,
  });
  expect(unreadText(record, events)).toBe('Not loaded yet: medication orders and procedures.');
  expect(unreadText(record, eventsSnapshot())).toBe('');
  expect(unreadText(record, undefined)).toBe('');
});
