import type { RecordSnapshot, SearchState } from '../record/flowsheet/recordSnapshot.ts';
import { AccountLine } from '../parts/notices/AccountLine.tsx';
import { recordOf } from '../testing/recordFixture.ts';
import { RecordNotices } from '../parts/notices/RecordNotices.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Family, State } from './family.ts';
import { NOW_MS } from './fixedClock.ts';
import { earlier, POTASSIUM_KIND } from './sampleObservations.ts';
import { HOUR_MS } from '../clinical/time/durations.ts';
import { InGallery } from './InGallery.tsx';
import { accountOf } from '../testing/accountFixture.ts';

const potassiumFields = earlier(POTASSIUM_KIND, [4.4, 4.6, 4.9, 4.7]);
const search = (more: Partial<SearchState> = {}): SearchState => ({
  name: 'laboratory',
  state: 'complete',
  pages: 7,
  received: 412,
  ...more,
});
const ended = (...searches: readonly SearchState[]): Partial<RecordSnapshot> => ({
  searches,
  complete: false,
});
const ACCOUNT = accountOf({ drawn: 401, listed: 9, withdrawn: 1, duplicate: 1 });

/** Each record has one reason for a notice at the top of every screen. */
const RECORDS: readonly (readonly [name: string, caption: string, more: Partial<RecordSnapshot>])[] = [
  ['failed', 'A search that failed', ended(search({ state: 'failed', failure: 'server' }))],
  ['busy', 'The server stayed busy (E18)', ended(search({ state: 'failed', failure: 'busy' }))],
  [
    'unreadable',
    'An answer that cannot be read (E19)',
    ended(search({ state: 'failed', failure: 'unreadable' })),
  ],
  ['truncated', 'More than is read at once (E20)', ended(search({ state: 'failed', failure: 'limit' }))],
  ['short', 'The server counts more than it sent', ended(search({ notices: ['short'], counted: 430 }))],
  [
    'not-allowed',
    'A search that was not allowed (E16)',
    ended(search({ name: 'vital-signs', state: 'not-allowed' })),
  ],
  ['part', 'Only a part was allowed', { ...ended(search()), isPart: true }],
  ['refused', 'A search that the server does not know', ended(search({ state: 'refused' }))],
  ['outside', 'Results of elsewhere left out', ended(search({ notices: ['outside'] }))],
  ['suppressed', 'Results left out', ended(search({ notices: ['suppressed'] }))],
  ['protected', 'A protected record', ended(search({ notices: ['protected'] }))],
  ['partial', 'Perhaps not the whole record', ended(search({ notices: ['partial'] }))],
  ['incomplete', 'Something went wrong with a search', ended(search({ notices: ['incomplete'] }))],
  [
    'waiting',
    'Waits for a busy server',
    { ended: false, complete: false, waitUntilMs: NOW_MS + 20_000, waitCause: 'busy' },
  ],
  [
    'failed-once',
    'Tries again after an error of the server',
    {
      ended: false,
      complete: false,
      waitUntilMs: NOW_MS + 4000,
      waitCause: 'error',
      waitStatus: 502,
    },
  ],
  [
    'no-answer',
    'Tries again after an answer was lost',
    { ended: false, complete: false, waitUntilMs: NOW_MS + 2000, waitCause: 'no-answer' },
  ],
  [
    'no-connection',
    'Waits for the network',
    { ended: false, complete: false, waitUntilMs: NOW_MS + 20_000, waitCause: 'connection' },
  ],
  [
    'silent',
    'The server has not answered',
    {
      ...ended(
        search({ state: 'reading', pages: 0 }),
        search({ name: 'vital-signs', state: 'reading', pages: 0 }),
      ),
      ended: false,
      silence: { sinceMs: NOW_MS - 12_000, isTrickling: false },
    },
  ],
  [
    'slow',
    'The server answers slowly',
    {
      ...ended(search({ state: 'reading' })),
      ended: false,
      silence: { sinceMs: NOW_MS - 12_000, isTrickling: true },
    },
  ],
  ['strangers', 'Results of another patient', { excluded: [{ reason: 'other-patient', count: 3 }] }],
  ['stale', 'Loaded a while ago', { readAtMs: NOW_MS - 3 * HOUR_MS }],
  ['corrected', 'Changed while it was read', { changed: { corrected: 1, withdrawn: 2 } }],
  [
    'read-again',
    'Read again, with what is new',
    { refresh: { state: 'done', added: 3, corrected: 1, withdrawn: 0, gone: 0 } },
  ],
  ['not-refreshed', 'Reading again failed', { refresh: { state: 'failed' } }],
];

const noticesState = ([name, caption, more]: (typeof RECORDS)[number]): State => ({
  name,
  caption,
  draw: () => (
    <InGallery record={recordOf(potassiumFields, more)}>
      <RecordNotices />
    </InGallery>
  ),
});

const account = (name: string, caption: string, more?: Partial<RecordSnapshot>): State => ({
  name: `account-${name}`,
  caption,
  draw: () => (
    <InGallery record={more && recordOf(potassiumFields, { account: ACCOUNT, ...more })}>
      <AccountLine />
    </InGallery>
  ),
});

export const notices: Family = {
  name: 'notices',
  title: 'Notices and account',
  minWidthPx: 560,
  states: [
    {
      name: 'news',
      caption: 'News: nothing is missing',
      draw: () => <Notice title="Read again:">nothing changed.</Notice>,
    },
    ...RECORDS.map(noticesState),
    account('before', 'Account before the first page'),
    account('reading', 'Account while pages arrive', {
      ended: false,
      complete: false,
      searches: [search({ state: 'reading', pages: 3 })],
    }),
    account('all', 'Account of a whole record', { searches: [search({ name: 'all' })] }),
    account(
      'not-whole',
      'Account with something missing',
      ended(search({ state: 'failed', failure: 'server' })),
    ),
  ],
};
