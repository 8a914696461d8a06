/** Says which part of a record was shared, and whether that part was read. */
import type { RecordSnapshot, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { isUnconfirmed } from '../../record/flowsheet/recordPass.ts';
import { isFinished, isNotOffered, recordCompleteness } from '../../record/search/searchStates.ts';
import { myResultsTexts } from './myResults.messages.ts';

type MaybeRecord = RecordSnapshot | undefined;

/** Returns whether the app may see a part of the results alone: the person shared no more, or the site asks for no more. */
export const isOnlyPart = (record: MaybeRecord): boolean =>
  record?.isPart === true || record?.isGranular === true;

/** Returns whether something of what was shared is missing. */
export function isSomethingUnread(record: MaybeRecord): boolean {
  if (record?.ended !== true || record.complete) return false;
  return record.isPart !== true || isUnconfirmed(record) || !recordCompleteness(record.searches).complete;
}

const isNotAllowed = ({ state }: SearchState): boolean => state === 'not-allowed';

/** Returns whether the server let the app see no result at all. */
export const isNoneAllowed = (record: MaybeRecord): boolean =>
  record?.ended === true &&
  record.account.received === 0 &&
  record.searches.length > 0 &&
  record.searches.every(isNotAllowed);

export type MissingText = { readonly text: string; readonly canRetry: boolean };

/**
 * Says why something of what was shared is missing. It helps to try again where a search failed or fell short. The server would keep the
 * same back again, and would not say whose a result is either.
 */
export function missingTexts(record: RecordSnapshot, server: string): readonly MissingText[] {
  if (!isSomethingUnread(record)) return [];
  if (isNoneAllowed(record)) return [{ text: myResultsTexts('noneAllowed'), canRetry: false }];
  const isOfNobody = isUnconfirmed(record);
  const gaps = record.searches.filter((search) => !isNotOffered(search));
  const isNotSent = gaps.some(({ state }) => state === 'not-allowed' || state === 'refused');
  const isKeptBack = gaps.some((search) => isFinished(search) && search.notices?.length);
  const isNotRead = gaps.some(
    (search) => search.state === 'failed' || (search.state === 'complete' && !isFinished(search)),
  );
  const isKnown = isOfNobody || isNotSent || isKeptBack;
  return [
    ...(isNotRead || !isKnown ? [{ text: myResultsTexts('someNotRead'), canRetry: true }] : []),
    ...(isNotSent || isKeptBack
      ? [{ text: myResultsTexts('someNotSent', { server }), canRetry: false }]
      : []),
    ...(isOfNobody ? [{ text: myResultsTexts('someOfNobody'), canRetry: false }] : []),
  ];
}
