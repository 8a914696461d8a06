/** This file describes the reading of a record at one moment, and never claims more than is known (rules 37 to 40). */
import { MINUTE_MS } from '../../clinical/time/durations.ts';
import { countText } from '../../charts/format/numberText.ts';
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
export const isOfCategories = ({ searches }: RecordSnapshot): boolean =>
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

const STALE_MS = 30 * MINUTE_MS;

/**
 * Returns whether the record is old: results filed since it was read are missing (rule 40). One that was read at a time to come is of
 * unknown age, because the clock of the device was set back meanwhile.
 */
export const isStale = ({ ended, readAtMs }: RecordSnapshot, nowMs: number): boolean =>
  ended && Math.abs(nowMs - readAtMs) > STALE_MS;

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
