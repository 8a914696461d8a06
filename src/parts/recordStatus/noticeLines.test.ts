import { expect, test } from 'vitest';
import type { RecordSnapshot, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { kindOfLine, noticeLines } from './noticeLines.ts';
import { recordOfSeries, searchOf } from '../../testing/recordFixture.ts';

const linesOf = (searches: readonly SearchState[], more: Partial<RecordSnapshot> = {}) =>
  noticeLines(recordOfSeries([], { searches, complete: false, ...more }));

test('rules 37, 58: every kind of notice of the screen has its line in the file', () => {
  const lines = linesOf(
    [
      searchOf('laboratory', { state: 'failed', failure: 'network' }),
      searchOf('vital-signs', { state: 'failed', failure: 'limit' }),
      searchOf('survey', { notices: ['short'], counted: 1204 }),
      searchOf('exam', { state: 'not-allowed' }),
      searchOf('therapy', { state: 'refused' }),
      searchOf('imaging', { notices: ['outside', 'partial'] }),
      searchOf('activity', { notices: ['outside', 'suppressed', 'protected', 'incomplete'] }),
    ],
    { isPart: true, excluded: [{ reason: 'other-patient', count: 2 }] },
  );
  expect(lines).toEqual([
    'Wrong patient: 2 results of another patient left out.',
    'Not granted: only a part of the results was allowed.',
    'Failed: laboratory could not be read to the end.',
    'Truncated: the server has more of vital signs than Longview reads at once.',
    'Truncated: the server counts 1,204 for survey and sent 3.',
    'Not granted: exam was not allowed.',
    'Incomplete: the server does not answer searches for therapy.',
    'Suppressed: the server left out results of outside records, of imaging and activity.',
    'Incomplete: the server says that it may not be the whole record, of imaging.',
    'Suppressed: the server left out results, of activity.',
    'Suppressed: the record is specially protected; the server may have left out results, of activity.',
    'Incomplete: the server says that something went wrong, with activity.',
  ]);
  expect([...new Set(lines.map(kindOfLine))]).toEqual([
    'wrong-patient',
    'not-granted',
    'failed',
    'truncated',
    'incomplete',
    'suppressed',
  ]);
});

test('a complete record has no line but that another patient’s results were left out', () => {
  expect(linesOf([searchOf('laboratory')], { complete: true })).toEqual([]);
  expect(
    linesOf([searchOf('laboratory')], { complete: true, excluded: [{ reason: 'other-patient', count: 1 }] }),
  ).toEqual(['Wrong patient: 1 result of another patient left out.']);
});

const refused = (name: string): SearchState =>
  searchOf(name, { state: 'refused', isOptional: true, pages: 0 });

test.each([
  [['survey', 'exam'], ['cognitive-status']],
  [['imaging'], ['sdoh', 'lda', 'smartdata']],
  [['therapy', 'activity', 'procedure'], ['clinical-test']],
])(
  'decision 38: categories that the server never offered have no line: read %s, not offered %s',
  (read, absent) => {
    const searches = [...read.map((name) => searchOf(name)), ...absent.map(refused)];
    expect(linesOf(searches, { complete: true })).toEqual([]);
    const failed = [...searches, searchOf('laboratory', { state: 'failed', failure: 'server' })];
    expect(linesOf(failed)).toEqual(['Failed: laboratory could not be read to the end.']);
  },
);

test('decision 38: a part of the results is named by the categories that were granted', () => {
  const searches = [searchOf('laboratory'), searchOf('sdoh')];
  expect(linesOf(searches, { isPart: true, isGranular: true })).toEqual([
    'Not granted: only a part of the results was allowed, laboratory and social determinants of health.',
  ]);
});
