/** This file describes the reading of a record at one moment, and never claims more than is known (rules 37 to 40). */
import type { Account } from '../../clinical/series/account.ts';
import { countText } from '../../charts/format/numberText.ts';
import { isNotOffered } from '../../record/search/searchStates.ts';
import type { ReadingWait, RecordSnapshot, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { recordStatusTexts } from './recordStatus.messages.ts';

export const resultsText = (n: number): string =>
  recordStatusTexts('results', { count: n, shown: countText(n) });

/** Returns "3 results", those of which the server does not say whose they are. */
export const unconfirmedText = ({ excluded }: Pick<RecordSnapshot, 'excluded'>): string =>
  resultsText(excluded.find(({ reason }) => reason === 'no-subject')?.count ?? 0);

/** These categories have another name in a clinic than their code. */
const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  all: recordStatusTexts('allResults'),
  sdoh: recordStatusTexts('socialDeterminants'),
  lda: recordStatusTexts('linesDrainsAirways'),
  'observation-adi-documentation': recordStatusTexts('advanceDirectives'),
};

/** Returns a name such as "vital signs". The search without category asks for everything. */
export const searchText = ({ name }: SearchState) => CATEGORY_NAMES[name] ?? name.replaceAll('-', ' ');

/** Returns whether the record holds what some categories hold, and not all results that the server may have (decision 38). */
const isOfCategories = ({ searches }: RecordSnapshot): boolean =>
  searches.length > 0 && !searches.some(({ name, state }) => name === 'all' && state !== 'refused');

/** Returns "this record" when all results were asked for, and else says that it holds some categories alone. */
export const recordNoun = (record: RecordSnapshot): string =>
  recordStatusTexts(isOfCategories(record) ? 'categoriesRead' : 'thisRecord');

/** Returns "a", "a and b" or "a, b and c". */
export function listText(parts: readonly string[]): string {
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return parts.join('');
  return recordStatusTexts('lastOfList', { others: parts.slice(0, -1).join(', '), last });
}

type SearchOutcome = 'searchesFailed' | 'searchesNotWhole' | 'searchesNotAllowed' | 'searchesRefused';
const searchesText = (outcome: SearchOutcome, count: number): string =>
  count === 0 ? '' : recordStatusTexts(outcome, { count, shown: String(count) });

/** Returns the bold part and the rest of the account while pages still arrive. */
export function readingStateText(record: RecordSnapshot | undefined): readonly [string, string] {
  const reading = recordStatusTexts('readingResults');
  if (!record) return [reading, ''];
  const received = countText(record.account.received);
  const pages = record.searches
    .filter(({ state, pages: n }) => state === 'reading' && n > 0)
    .map((search) =>
      recordStatusTexts('searchPage', { search: searchText(search), page: String(search.pages) }),
    )
    .join(', ');
  return [
    reading,
    pages === ''
      ? recordStatusTexts('soFar', { received })
      : recordStatusTexts('soFarPages', { received, pages }),
  ];
}

/** Says where results went: the name of the part in the address of the account, and "720 drawn". */
export type AccountCount = { readonly part: keyof Account; readonly text: string };

const COUNTED_PARTS = ['drawn', 'listed', 'withdrawn', 'excluded', 'duplicate'] as const;

/** Returns how many results went where. The charts and the tables are always named, the other parts only if one is there. */
export const accountCounts = ({ account }: RecordSnapshot): readonly AccountCount[] =>
  COUNTED_PARTS.filter((part) => part === 'drawn' || part === 'listed' || account[part] > 0).map((part) => ({
    part,
    text: recordStatusTexts(part, { count: account[part], shown: countText(account[part]) }),
  }));

/** Returns what the account says behind its counts: which categories were asked for, or ''. */
export const askedText = (record: RecordSnapshot): string =>
  record.isGranular || (record.complete && isOfCategories(record)) ? categoriesText(record) : '';

/** Returns the bold part and the rest of the account when every search has ended. */
export function endedText(record: RecordSnapshot): readonly [string, string] {
  const counts = accountCounts(record).map(({ text }) => text);
  return [endedMainText(record), [`${counts.join(', ')}.`, askedText(record)].filter(Boolean).join(' ')];
}

/** Returns the bold part of the account when every search has ended: how many results were read, and what failed. */
export function endedMainText(record: RecordSnapshot): string {
  const { received } = record.account;
  const results = resultsText(received);
  const searches = record.searches.filter((search) => !isNotOffered(search));
  if (!record.complete) {
    const gaps = gapsText(searches);
    return gaps === ''
      ? recordStatusTexts('partRead', { results })
      : recordStatusTexts('partReadGaps', { results, gaps });
  }
  if (isOfCategories(record)) {
    const categories = foundNames(searches);
    return categories === ''
      ? recordStatusTexts('resultsAlone', { results })
      : recordStatusTexts('resultsIn', { results, categories });
  }
  return ALL_READ[received] ?? recordStatusTexts('allRead', { results });
}

/** Returns "1 search failed, 2 searches not allowed". */
function gapsText(searches: readonly SearchState[]): string {
  const count = (state: SearchState['state']) => searches.filter((search) => search.state === state).length;
  const truncated = searches.filter(({ failure }) => failure === 'limit').length;
  const notWhole = searches.filter(({ state, notices }) => state === 'complete' && notices?.length).length;
  return [
    searchesText('searchesFailed', count('failed') - truncated),
    searchesText('searchesNotWhole', truncated + notWhole),
    searchesText('searchesNotAllowed', count('not-allowed')),
    searchesText('searchesRefused', count('refused')),
  ]
    .filter(Boolean)
    .join(', ');
}

const ALL_READ = [recordStatusTexts('allReadNone'), recordStatusTexts('allReadOne')];

const MAX_NAMES = 4;

/** Returns "vital signs, laboratory and survey", the categories in which there were results. */
function foundNames(searches: readonly SearchState[]): string {
  const names = searches.filter(({ received }) => received > 0).map(searchText);
  const more = names.length - MAX_NAMES;
  return listText(
    more > 1
      ? [...names.slice(0, MAX_NAMES), recordStatusTexts('moreCategories', { count: String(more) })]
      : names,
  );
}

/** Names the categories that were asked for where no search without category is possible (decisions 17 and 38). */
function categoriesText({ searches, isGranular }: RecordSnapshot): string {
  const absent = searches.filter(isNotOffered).length;
  const categories =
    searches.length > MAX_NAMES
      ? recordStatusTexts('categoryCount', { count: String(searches.length) })
      : listText(searches.map(searchText));
  if (isGranular) return recordStatusTexts('mayReadAlone', { categories });
  return absent > 0
    ? recordStatusTexts('askedForNotAllOffered', { categories, absent: String(absent) })
    : recordStatusTexts('askedFor', { categories });
}

/** Names everything that the server was asked for, for a record in which nothing was found. */
export const searchedText = ({ searches }: RecordSnapshot): string =>
  searches.length === 0
    ? ''
    : recordStatusTexts('searchedFor', { searches: listText(searches.map(searchText)) });

export type Absence = 'loading' | 'none' | 'failed' | 'not-allowed' | 'not-known';

/** Returns the reason why no result is drawn (rule 38). Only a complete answer may say that none exists. */
export function absenceOf(record: RecordSnapshot | undefined): Absence {
  if (!record?.ended) return 'loading';
  if (record.complete) return 'none';
  if (record.searches.some(({ state }) => state === 'failed')) return 'failed';
  return record.searches.some(({ state }) => state === 'not-allowed') ? 'not-allowed' : 'not-known';
}

/** Returns the same reason in the few words that a tile has room for. */
export function absenceText(record: RecordSnapshot | undefined, siteLabel: string): string {
  const place = record ? recordNoun(record) : recordStatusTexts('thisRecord');
  const texts: Record<Absence, () => string> = {
    loading: () => recordStatusTexts('loading'),
    none: () => recordStatusTexts('noResultsIn', { place }),
    failed: () => recordStatusTexts('notRead'),
    'not-allowed': () => recordStatusTexts('notAllowedBy', { server: siteLabel }),
    'not-known': () => recordStatusTexts('notKnown'),
  };
  return texts[absenceOf(record)]();
}

const STALE_MS = 30 * 60_000;

/** Returns whether the record is old: results filed since it was read are missing (rule 40). */
export const isStale = ({ ended, readAtMs }: RecordSnapshot, nowMs: number): boolean =>
  ended && nowMs - readAtMs > STALE_MS;

/** Returns whether the server is silent, or has asked to wait before the next request. */
export const isWaiting = ({ waitUntilMs, silence }: ReadingWait): boolean =>
  (waitUntilMs ?? silence) !== undefined;

/** Says in the frame of a tile why it is empty: while the server is asked again, that it is busy, had an error or has not answered. */
export function emptyTileText(
  record: RecordSnapshot | undefined,
  wait: ReadingWait,
  siteLabel: string,
): string {
  if (record?.ended || !isWaiting(wait)) return absenceText(record, siteLabel);
  if (wait.waitCause === 'busy') return recordStatusTexts('busyTryingAgain');
  return recordStatusTexts(wait.waitCause === 'error' ? 'errorTryingAgain' : 'noAnswerTryingAgain');
}
