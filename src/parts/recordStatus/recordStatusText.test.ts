import { expect, test } from 'vitest';
import type { SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { accountOf } from '../../testing/accountFixture.ts';
import { recordOfSeries, searchOf } from '../../testing/recordFixture.ts';
import { endedText } from './endedText.ts';
import { absenceText, emptyTileText, isStale, recordNoun, searchedText } from './recordStatusText.ts';

const refused = (name: string): SearchState =>
  searchOf(name, { state: 'refused', isOptional: true, pages: 0, received: 0 });
const recordOf = (searches: readonly SearchState[], more = {}) =>
  recordOfSeries([], { searches, account: accountOf({ drawn: 700, listed: 41 }), ...more });

test('decision 38: "all" is said only after a search for everything', () => {
  const [main, rest] = endedText(recordOf([searchOf('laboratory'), searchOf('all')]));
  expect(main).toBe('All 741 results loaded.');
  expect(rest).toBe('700 charted, 41 not charted.');
});

test.each([
  [
    ['vital-signs', 'laboratory'],
    ['exam'],
    '741 results: vital signs and laboratory.',
    ' Requested: vital signs, laboratory and exam; 1 not available from this health system.',
  ],
  [
    ['laboratory', 'survey', 'sdoh'],
    [],
    '741 results: laboratory, survey and social determinants of health.',
    ' Requested: laboratory, survey and social determinants of health.',
  ],
  [
    ['vital-signs', 'laboratory', 'social-history', 'survey', 'lda', 'genomics'],
    ['exam', 'imaging'],
    '741 results: vital signs, laboratory, social history, survey and 2 more categories.',
    ' Requested: 8 categories; 2 not available from this health system.',
  ],
])(
  'decision 38: without one the words name what was read: %s, not offered %s',
  (read, absent, main, asked) => {
    const searches = [...read.map((name) => searchOf(name)), ...absent.map(refused)];
    expect(endedText(recordOf(searches))).toEqual([main, `700 charted, 41 not charted.${asked}`]);
  },
);

test('decision 38: a record of granular scopes says that it holds these categories alone', () => {
  const record = recordOf([searchOf('laboratory')], { isGranular: true });
  expect(endedText(record)).toEqual([
    '741 results: laboratory.',
    '700 charted, 41 not charted. Access limited to laboratory.',
  ]);
  const part = recordOf([searchOf('exam')], { isGranular: true, complete: false, isPart: true });
  expect(endedText(part).join(' ')).toBe(
    '741 results loaded. 700 charted, 41 not charted. Access limited to exam.',
  );
});

test('rule 38: that there is none is said of what was read', () => {
  const searches = [searchOf('vital-signs'), searchOf('laboratory'), refused('survey')];
  expect(absenceText(recordOf(searches), 'A')).toBe('no results in the categories loaded');
  expect(absenceText(recordOf([searchOf('all')]), 'A')).toBe('no results in this record');
  expect(recordNoun(recordOf([]))).toBe('this record');
});

test('while the server is asked again, an empty frame says why it waits', () => {
  const reading = recordOf([searchOf('all')], { ended: false, complete: false });
  const untilMs = Date.UTC(2026, 10, 24);
  expect(emptyTileText(reading, { waitUntilMs: untilMs, waitCause: 'busy' }, 'A')).toBe(
    'server busy, trying again',
  );
  expect(emptyTileText(undefined, { waitUntilMs: untilMs, waitCause: 'busy' }, 'A')).toBe(
    'server busy, trying again',
  );
  expect(emptyTileText(reading, { waitUntilMs: untilMs, waitCause: 'connection' }, 'A')).toBe(
    'no answer yet, trying again',
  );
  expect(emptyTileText(reading, { waitUntilMs: untilMs, waitCause: 'error' }, 'A')).toBe(
    'server error, trying again',
  );
  expect(emptyTileText(reading, { silence: { sinceMs: 0, isTrickling: false } }, 'A')).toBe(
    'no answer yet, trying again',
  );
  expect(emptyTileText(reading, {}, 'A')).toBe('loading');
  expect(emptyTileText(recordOf([searchOf('all')]), { waitUntilMs: untilMs, waitCause: 'busy' }, 'A')).toBe(
    'no results in this record',
  );
});

test('a record without a result names everything that was searched', () => {
  expect(searchedText(recordOf([searchOf('all')]))).toBe('Searched: all results.');
  expect(searchedText(recordOf([searchOf('vital-signs'), searchOf('laboratory'), searchOf('survey')]))).toBe(
    'Searched: vital signs, laboratory and survey.',
  );
});

test('nothing to read is no claim of everything else', () => {
  const none = { account: accountOf({}) };
  expect(endedText(recordOf([searchOf('all')], none))[0]).toBe('Record loaded: no results.');
  expect(endedText(recordOf([searchOf('exam', { received: 0 })], none))[0]).toBe('0 results.');
});

test.each([
  ['half an hour later', 30, false],
  ['more than half an hour later', 31, true],
  ['on a clock that differs by minutes', -5, false],
  ['on a clock that was set back by hours', -300, true],
])('rule 40: %s a record is of its time or not', (_, minutes, expected) => {
  const record = recordOf([]);
  expect(isStale(record, record.readAtMs + minutes * 60_000)).toBe(expected);
  expect(isStale({ ...record, ended: false }, record.readAtMs + minutes * 60_000)).toBe(false);
});
