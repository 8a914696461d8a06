/** This file describes the reading of a record at one moment, and never claims more than is known (rules 37 to 40). */
import { countText } from '../../charts/format/format.ts';
import { isNotOffered } from '../../record/search/searchStates.ts';
import type { ReadingWait, RecordSnapshot, SearchState } from '../../record/flowsheet/recordSnapshot.ts';

export const resultsText = (n: number) => `${countText(n)} ${n === 1 ? 'result' : 'results'}`;

/** These categories have another name in a clinic than their code. */
const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  all: 'all results',
  sdoh: 'social determinants of health',
  lda: 'lines, drains and airways',
  'observation-adi-documentation': 'advance directives',
};

/** Returns a name such as "vital signs". The search without category asks for everything. */
export const searchText = ({ name }: SearchState) => CATEGORY_NAMES[name] ?? name.replaceAll('-', ' ');

/** Whether the record holds what some categories hold, and not all results that the server may have (decision 38). */
const isOfCategories = ({ searches }: RecordSnapshot): boolean =>
  searches.length > 0 && !searches.some(({ name, state }) => name === 'all' && state !== 'refused');

/** Returns "this record" when all results were asked for, and else says that it holds some categories alone. */
export const recordNoun = (record: RecordSnapshot): string =>
  isOfCategories(record) ? 'the categories that were read' : 'this record';

/** Returns "a", "a and b" or "a, b and c". */
export function listText(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const searchesText = (n: number, outcome: string) =>
  n === 0 ? '' : `${n} ${n === 1 ? 'search' : 'searches'} ${outcome}`;

/** Returns the bold part and the rest of the account while pages still arrive. */
export function readingStateText(record: RecordSnapshot | undefined): readonly [string, string] {
  if (!record) return ['Reading results.', ''];
  const pages = record.searches
    .filter(({ state, pages: n }) => state === 'reading' && n > 0)
    .map((search) => `, ${searchText(search)} page ${search.pages}`);
  return ['Reading results.', `${countText(record.account.received)} so far${pages.join('')}`];
}

/** Returns the bold part and the rest of the account when every search has ended. */
export function endedText(record: RecordSnapshot): readonly [string, string] {
  const { account, complete } = record;
  const searches = record.searches.filter((search) => !isNotOffered(search));
  const { received, drawn, listed, withdrawn, excluded, duplicate } = account;
  const count = (state: SearchState['state']) => searches.filter((search) => search.state === state).length;
  const truncated = searches.filter(({ failure }) => failure === 'limit').length;
  const notWhole = searches.filter(({ state, notices }) => state === 'complete' && notices?.length).length;
  const missing = [
    searchesText(count('failed') - truncated, 'failed'),
    searchesText(truncated + notWhole, 'not whole'),
    searchesText(count('not-allowed'), 'not allowed'),
    searchesText(count('refused'), 'refused'),
  ].filter(Boolean);
  const parts = [`${countText(drawn)} drawn`, `${countText(listed)} listed`];
  if (withdrawn) parts.push(`${countText(withdrawn)} withdrawn`);
  if (excluded) parts.push(`${countText(excluded)} excluded`);
  if (duplicate) parts.push(`${countText(duplicate)} duplicate`);
  const rest = `${parts.join(', ')}.${record.isGranular || (complete && isOfCategories(record)) ? categoriesText(record) : ''}`;
  if (!complete) return [`${[`${resultsText(received)} read`, ...missing].join(', ')}.`, rest];
  if (isOfCategories(record)) return [`${resultsText(received)}${foundText(searches)}.`, rest];
  return [ALL_READ[received] ?? `All ${resultsText(received)} read.`, rest];
}

const ALL_READ = ['All results read: none.', 'The only result was read.'];

const MAX_NAMES = 4;

/** Returns ": vital signs, laboratory and survey", the categories in which there were results. */
function foundText(searches: readonly SearchState[]): string {
  const names = searches.filter(({ received }) => received > 0).map(searchText);
  const more = names.length - MAX_NAMES;
  if (names.length === 0) return '';
  return `: ${listText(more > 1 ? [...names.slice(0, MAX_NAMES), `${more} more categories`] : names)}`;
}

/** Names the categories that were asked for where no search without category is possible (decisions 17 and 38). */
function categoriesText({ searches, isGranular }: RecordSnapshot): string {
  const absent = searches.filter(isNotOffered).length;
  const names =
    searches.length > MAX_NAMES ? `${searches.length} categories` : listText(searches.map(searchText));
  if (isGranular) return ` Longview may read these alone: ${names}.`;
  return ` Asked for: ${names}${absent > 0 ? `; ${absent} of them not offered by this server` : ''}.`;
}

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
  const texts: Record<Absence, string> = {
    loading: 'loading',
    none: `no results in ${record ? recordNoun(record) : 'this record'}`,
    failed: 'could not be read',
    'not-allowed': `not allowed by ${siteLabel}`,
    'not-known': 'not known, reading is incomplete',
  };
  return texts[absenceOf(record)];
}

const STALE_MS = 30 * 60_000;

/** Returns whether the record is old: results filed since it was read are missing (rule 40). */
export const isStale = ({ ended, readAtMs }: RecordSnapshot, nowMs: number): boolean =>
  ended && nowMs - readAtMs > STALE_MS;

/** Returns whether the server is silent, or has asked to wait before the next request. */
export const isWaiting = ({ waitUntilMs, silence }: ReadingWait): boolean =>
  (waitUntilMs ?? silence) !== undefined;
