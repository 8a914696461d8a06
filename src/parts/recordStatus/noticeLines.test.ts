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
    'Not granted: access to some results only.',
    'Failed: laboratory could not be loaded completely.',
    'Truncated: the health system has more of vital signs than Longview loads at once.',
    'Truncated: the health system reports 1,204 for survey, but only 3 loaded.',
    'Not granted: no access to exam.',
    'Incomplete: the health system does not answer searches for therapy.',
    'Suppressed: the health system left out results from outside records (imaging and activity).',
    'Incomplete: the health system says that this may not be the whole record (imaging).',
    'Suppressed: the health system left out some results (activity).',
    'Suppressed: the record is specially protected; the health system may have left out results (activity).',
    'Incomplete: the health system reported an error (activity); results may be missing.',
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
    expect(linesOf(failed)).toEqual(['Failed: laboratory could not be loaded completely.']);
  },
);

test('decision 38: a part of the results is named by the categories that were granted', () => {
  const searches = [searchOf('laboratory'), searchOf('sdoh')];
  expect(linesOf(searches, { isPart: true, isGranular: true })).toEqual([
    'Not granted: access to laboratory and social determinants of health only.',
  ]);
});
