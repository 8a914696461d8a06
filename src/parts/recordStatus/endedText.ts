/** This file describes a record that was read to its end: how much came, where it went, and what was not read (rules 37 and 39). */
import type { Account } from '../../clinical/series/account.ts';
import { countText } from '../../charts/format/numberText.ts';
import { isNotOffered } from '../../record/search/searchStates.ts';
import type { RecordSnapshot, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { endedRecordTexts } from './endedRecord.messages.ts';
import { isOfCategories, listText, resultsText, searchText } from './recordStatusText.ts';

type SearchOutcome = 'searchesFailed' | 'searchesNotWhole' | 'searchesNotAllowed' | 'searchesRefused';
const searchesText = (outcome: SearchOutcome, count: number): string =>
  count === 0 ? '' : endedRecordTexts(outcome, { count, shown: String(count) });

/** Says where results went: the name of the part in the address of the account, and "720 drawn". */
export type AccountCount = { readonly part: keyof Account; readonly text: string };

const COUNTED_PARTS = ['drawn', 'listed', 'withdrawn', 'excluded', 'duplicate'] as const;

/** Returns how many results went where. The charts and the tables are always named, the other parts only if one is there. */
export const accountCounts = ({ account }: RecordSnapshot): readonly AccountCount[] =>
  COUNTED_PARTS.filter((part) => part === 'drawn' || part === 'listed' || account[part] > 0).map((part) => ({
    part,
    text: endedRecordTexts(part, { count: account[part], shown: countText(account[part]) }),
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
      ? endedRecordTexts('partRead', { results })
      : endedRecordTexts('partReadGaps', { results, gaps });
  }
  if (isOfCategories(record)) {
    const categories = foundNames(searches);
    return categories === ''
      ? endedRecordTexts('resultsAlone', { results })
      : endedRecordTexts('resultsIn', { results, categories });
  }
  return ALL_READ[received] ?? endedRecordTexts('allRead', { results });
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

const ALL_READ = [endedRecordTexts('allReadNone'), endedRecordTexts('allReadOne')];

const MAX_NAMES = 4;

/** Returns "vital signs, laboratory and survey", the categories in which there were results. */
function foundNames(searches: readonly SearchState[]): string {
  const names = searches.filter(({ received }) => received > 0).map(searchText);
  const more = names.length - MAX_NAMES;
  return listText(
    more > 1
      ? [...names.slice(0, MAX_NAMES), endedRecordTexts('moreCategories', { count: String(more) })]
      : names,
  );
}

/** Names the categories that were asked for where no search without category is possible (decisions 17 and 38). */
function categoriesText({ searches, isGranular }: RecordSnapshot): string {
  const absent = searches.filter(isNotOffered).length;
  const categories =
    searches.length > MAX_NAMES
      ? endedRecordTexts('categoryCount', { count: String(searches.length) })
      : listText(searches.map(searchText));
  if (isGranular) return endedRecordTexts('mayReadAlone', { categories });
  return absent > 0
    ? endedRecordTexts('askedForNotAllOffered', { categories, absent: String(absent) })
    : endedRecordTexts('askedFor', { categories });
}
