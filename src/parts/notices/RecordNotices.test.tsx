// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { RecordSnapshot, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { RecordNotices } from './RecordNotices.tsx';
import { noticesTexts } from './notices.messages.ts';
import { endedText } from '../recordStatus/endedText.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { accountOf } from '../../testing/accountFixture.ts';
import { recordOfSeries, searchOf } from '../../testing/recordFixture.ts';

afterEach(cleanup);

const recordOf = (searches: readonly SearchState[], more: Partial<RecordSnapshot> = {}) =>
  recordOfSeries([], {
    account: accountOf({ drawn: 1200, listed: 4 }),
    searches,
    complete: false,
    readAtMs: Date.now(),
    ...more,
  });

function show(record: RecordSnapshot) {
  const onRetry = vi.fn<() => void>();
  const { container } = render(
    <InOpenRecord record={record} nowMs={record.readAtMs} actions={{ retryReading: onRetry }}>
      <RecordNotices />
    </InOpenRecord>,
  );
  const notices = [...container.querySelectorAll<HTMLElement>('[data-notice]')];
  return { onRetry, notices, kinds: notices.map(({ dataset }) => dataset['notice']) };
}

test('fixture 54: results that a server suppressed are named once, with the searches and how many were read', () => {
  const { notices, kinds } = show(
    recordOf([
      searchOf('vital-signs', { notices: ['outside'] }),
      searchOf('laboratory', { notices: ['outside'] }),
      searchOf('social-history'),
    ]),
  );
  expect(kinds).toEqual(['suppressed']);
  expect(notices[0]?.textContent).toBe(
    'Some results from outside records are not available to this app. General Hospital left them out of vital signs and ' +
      'laboratory and does not say how many. 1,204 results loaded.',
  );
});

test.each([
  [
    '55',
    'partial',
    'incomplete',
    /This may not be the whole record\. General Hospital says this about laboratory/,
  ],
  ['54', 'suppressed', 'suppressed', /Some results are not available to this app/],
  ['rule 37', 'protected', 'suppressed', /specially protected.*break the glass/],
  ['rule 37', 'incomplete', 'incomplete', /reported an error with laboratory/],
  ['E19', 'unreadable', 'incomplete', /sent entries in laboratory that Longview cannot read/],
] as const)('%s: %s is said as "%s"', (_, notice, kind, words) => {
  const { notices, kinds } = show(recordOf([searchOf('laboratory', { notices: [notice] })]));
  expect(kinds).toEqual([kind]);
  expect(notices[0]?.textContent).toMatch(words);
});

test('E19: entries that cannot be read have the code of it, and a button that reads them again', () => {
  const { onRetry, notices } = show(recordOf([searchOf('laboratory', { notices: ['unreadable'] })]));
  expect(notices.map(({ dataset }) => dataset['error'])).toEqual(['E19']);
  fireEvent.click(screen.getByRole('button', { name: noticesTexts('tryAgain') }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test.each([0, 740])(
  'fixture 69: results that do not say whose they are are told, beside %i others',
  (drawn) => {
    const account = accountOf({ drawn, excluded: 3 });
    const { notices, kinds } = show(
      recordOf([], { account, excluded: [{ reason: 'no-subject', count: 3 }] }),
    );
    expect(kinds).toEqual(['incomplete']);
    expect(notices[0]?.textContent).toContain('General Hospital sent 3 results without saying whose');
  },
);

test('E20: more pages than are read at once: how many are shown, and a button for the rest', () => {
  const { onRetry, notices } = show(
    recordOf([searchOf('laboratory', { state: 'failed', failure: 'limit' })]),
  );
  expect(notices.map(({ dataset }) => [dataset['notice'], dataset['error']])).toEqual([['truncated', 'E20']]);
  expect(notices[0]?.textContent).toContain('there are more');
  fireEvent.click(screen.getByRole('button', { name: noticesTexts('loadMore') }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('fixture 65: both numbers of a server that counts more than it sent', () => {
  const { notices, kinds } = show(recordOf([searchOf('laboratory', { notices: ['short'], counted: 5 })]));
  expect(kinds).toEqual(['truncated']);
  expect(notices[0]?.textContent).toContain('General Hospital reports 5 for laboratory (only 3 loaded).');
});

test('each kind stands once, each with the searches that it concerns', () => {
  const { kinds, notices } = show(
    recordOf([
      searchOf('laboratory', { state: 'failed', failure: 'server' }),
      searchOf('vital-signs', { state: 'failed', failure: 'network' }),
      searchOf('exam', { state: 'not-allowed', notices: ['protected'] }),
      searchOf('survey', { state: 'refused' }),
    ]),
  );
  expect(kinds).toEqual(['failed', 'not-granted', 'incomplete', 'suppressed']);
  expect(notices[0]?.textContent).toContain('Laboratory and vital signs could not be loaded completely');
});

test.each([
  ['busy', 'E18', /^General Hospital is busy\. Trying again in \d+ s\. /],
  ['connection', undefined, /^No connection\. Waiting… .*General Hospital answers\. Trying again in \d+ s/],
] as const)('a wait because of %s is counted down and may be cut short', (waitCause, code, words) => {
  const waiting = { ended: false, waitUntilMs: Date.now() + 20_000, waitCause };
  const { onRetry, notices } = show(recordOf([searchOf('laboratory', { state: 'reading' })], waiting));
  expect(notices).toHaveLength(1);
  expect(notices[0]?.dataset['error']).toBe(code);
  expect(notices[0]?.textContent).toMatch(words);
  fireEvent.click(screen.getByRole('button', { name: noticesTexts('tryNow') }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('decision 17: where a category is required, "all" is all of the categories that were asked for', () => {
  const categorySearches = ['vital-signs', 'laboratory', 'social-history'].map((name) => searchOf(name));
  const complete = { complete: true };
  expect(endedText(recordOf(categorySearches, complete)).join(' ')).toContain(
    'Requested: vital signs, laboratory and social history.',
  );
  expect(endedText(recordOf([...categorySearches, searchOf('all')], complete)).join(' ')).not.toContain(
    'Requested',
  );
  expect(
    endedText(recordOf([searchOf('laboratory', { notices: ['short'] }), searchOf('all')])).join(' '),
  ).toMatch(/1 search incomplete/);
});

const words = (record: RecordSnapshot) => show(record).notices.map(({ textContent }) => textContent);
const readAtMs = Date.UTC(2026, 10, 24, 20, 5);
const none = { added: 0, corrected: 0, withdrawn: 0, gone: 0 };

test('rule 35: what a second reading found is announced', () => {
  show(
    recordOf([searchOf('all')], {
      complete: true,
      readAtMs,
      refresh: { state: 'done', ...none, added: 2, corrected: 1 },
    }),
  );
  expect(screen.getByRole('status').textContent).toBe(
    'Refreshed at 14:05 CST, UTC−06:00: 2 results added and 1 result corrected since you opened this view.',
  );
});

test.each([
  [{}, 'no changes. Since you opened this view: 2 results corrected.'],
  [{ corrected: 1 }, '1 result corrected. Since you opened this view: 3 results corrected.'],
  [{ added: 1 }, '1 result added. Since you opened this view: 2 results corrected.'],
])('rule 35: what an earlier refresh found corrected is told again beside %j', (changes, text) => {
  show(
    recordOf([searchOf('all')], {
      complete: true,
      readAtMs,
      refresh: { state: 'done', ...none, correctedBefore: 2, ...changes },
    }),
  );
  expect(screen.getByRole('status').textContent).toBe(`Refreshed at 14:05 CST, UTC−06:00: ${text}`);
});

test('what a refresh found stands while the record is read once more, so that nothing moves twice', () => {
  const recordAfter = (refresh: RecordSnapshot['refresh']) =>
    recordOf([searchOf('all')], { complete: true, ended: true, readAtMs, ...(refresh && { refresh }) });
  const shown = (refresh: RecordSnapshot['refresh']) => (
    <InOpenRecord record={recordAfter(refresh)} nowMs={readAtMs}>
      <RecordNotices />
    </InOpenRecord>
  );
  const { rerender } = render(shown({ state: 'done', ...none, added: 2 }));
  const text = 'Refreshed at 14:05 CST, UTC−06:00: 2 results added.';
  expect(screen.getByRole('status').textContent).toBe(text);
  rerender(shown({ state: 'reading', received: 3 }));
  expect(screen.getByRole('status').textContent).toBe(text);
  rerender(shown({ state: 'failed' }));
  expect(screen.getByRole('status').textContent).toContain('Refresh failed.');
});

test('rule 35: what a second reading withdrew or no longer found is announced too', () => {
  show(
    recordOf([searchOf('all')], {
      complete: true,
      readAtMs,
      refresh: { state: 'done', ...none, withdrawn: 2, gone: 1 },
    }),
  );
  const text = screen.getByRole('status').textContent;
  expect(text).toContain(noticesTexts('withdrawn', { results: '2 results' }));
  expect(text).toContain(noticesTexts('gone', { results: '1 result' }));
});

test('while the record is read again nothing is said of what that found', () => {
  const refresh = { state: 'reading', received: 3 } as const;
  expect(words(recordOf([searchOf('all')], { complete: true, ended: true, readAtMs, refresh }))).toEqual([]);
});

test('a second reading that failed says how old the screen is, and offers another', () => {
  const { kinds, notices } = show(
    recordOf([searchOf('all')], { complete: true, readAtMs, refresh: { state: 'failed' } }),
  );
  expect(kinds).toContain('stale');
  expect(notices.at(-1)?.querySelector('[data-retry]')?.textContent).toBe(noticesTexts('tryAgain'));
  expect(
    words(recordOf([searchOf('all')], { complete: true, readAtMs, refresh: { state: 'failed' } })).at(-1),
  ).toContain('Refresh failed. This screen still shows the record loaded at 14:05 CST, UTC−06:00.');
});

test.each([
  [{ older: 1, missing: 0 }, ''],
  [
    { older: 2, missing: 1, added: 3, corrected: 1 },
    ' Kept, although not sent again: 1 result. New or changed since then: 3 results added and 1 result corrected since you opened this view.',
  ],
])('rule 35: a refresh from an older copy of the server says what stays: %j', (found, more) => {
  const refresh = { state: 'partly', ...none, ...found } as const;
  const { kinds, notices } = show(recordOf([searchOf('all')], { complete: true, readAtMs, refresh }));
  expect(kinds).toContain('stale');
  const [told] = notices.filter(({ textContent }) => textContent.startsWith('Refreshed only in part.'));
  expect(told?.querySelector('p')?.textContent).toBe(
    `Refreshed only in part. General Hospital answered with older versions than it had sent before, so what was loaded at 14:05 CST, UTC−06:00 stays.${more}`,
  );
  expect(told?.querySelector('[data-retry]')).not.toBeNull();
});
