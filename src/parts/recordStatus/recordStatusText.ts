/** This file describes the reading of a record at one moment, and never claims more than is known (rules 37 to 40). */
import { countText } from '../../charts/format/format.ts';
import type { RecordSnapshot, SearchState } from '../../record/flowsheet/recordSnapshot.ts';

export const resultsText = (n: number) => `${countText(n)} ${n === 1 ? 'result' : 'results'}`;

/** Returns a name such as "vital signs". The search without category asks for everything. */
export const searchText = ({ name }: SearchState) =>
  name === 'all' ? 'all results' : name.replaceAll('-', ' ');

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
export function endedText({ account, complete, searches }: RecordSnapshot): readonly [string, string] {
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
  const read = `${resultsText(received)} read`;
  const all = received === 1 ? 'The only result was read.' : `All ${read}.`;
  if (complete)
    return [received === 0 ? 'All was read.' : all, `${parts.join(', ')}.${categoriesText(searches)}`];
  return [`${[read, ...missing].join(', ')}.`, `${parts.join(', ')}.`];
}

/** Names the categories that "all" means if no search without category is possible (decision 17). */
function categoriesText(searches: RecordSnapshot['searches']): string {
  if (searches.length < 2 || searches.some(({ name }) => name === 'all')) return '';
  const names = searches.length > 3 ? `${searches.length} categories` : listText(searches.map(searchText));
  return ` Asked for: ${names}.`;
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
    none: 'no results in this record',
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
