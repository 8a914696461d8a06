/** These are the texts of the account of a record, which says what became of every Observation and why. */
import { dateTimeText } from '../../charts/format/dateText.ts';
import { numberText, countText } from '../../charts/format/numberText.ts';
import { sentUnitText } from '../../charts/format/valueText.ts';
import { readMoment } from '../../clinical/time/date.ts';
import { reasonText } from '../../clinical/observation/reasons/reasons.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot, SearchNotice, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { isNotOffered } from '../../record/search/searchStates.ts';
import { accountTexts } from './account.messages.ts';
import { sourceFailureText } from '../../parts/source/sourceText.ts';

export type AccountPart = 'drawn' | 'listed' | 'withdrawn' | 'excluded' | 'duplicate';

export const ACCOUNT_PARTS: readonly {
  readonly part: AccountPart;
  readonly name: string;
  readonly explanation: string;
}[] = [
  { part: 'drawn', name: accountTexts('drawn'), explanation: accountTexts('drawnExplained') },
  { part: 'listed', name: accountTexts('listed'), explanation: accountTexts('listedExplained') },
  { part: 'withdrawn', name: accountTexts('withdrawn'), explanation: accountTexts('withdrawnExplained') },
  { part: 'excluded', name: accountTexts('excluded'), explanation: accountTexts('excludedExplained') },
  {
    part: 'duplicate',
    name: accountTexts('olderVersions'),
    explanation: accountTexts('olderVersionsExplained'),
  },
];

/** Returns "drawn" for `#account=drawn`, and undefined for a word that names no part. */
export const accountPartOf = (partName: string | undefined): AccountPart | undefined =>
  ACCOUNT_PARTS.find(({ part }) => part === partName)?.part;

/** Returns "742 received = 720 drawn + 19 listed + 2 withdrawn + 0 excluded + 1 older versions". */
export const accountTotalsText = (account: RecordSnapshot['account']): string =>
  accountTexts('sum', {
    received: countText(account.received),
    drawn: countText(account.drawn),
    listed: countText(account.listed),
    withdrawn: countText(account.withdrawn),
    excluded: countText(account.excluded),
    olderVersions: countText(account.duplicate),
  });

const EXCLUSION_TEXTS = {
  'other-patient': 'excludedOtherPatient',
  'no-subject': 'excludedNoSubject',
  unreadable: 'excludedUnreadable',
} as const;

/** Returns how many results were left out, and why. */
export const exclusionText = (
  reason: RecordSnapshot['excluded'][number]['reason'],
  results: string,
): string => accountTexts(EXCLUSION_TEXTS[reason], { results });

/** Returns the text of a time as it was sent. A Period counts at its end. */
export function sentTimeText(effective: string, timeZone: string): string {
  const { timeMs, precision } = readMoment(effective.split('/').findLast(Boolean) ?? '');
  return dateTimeText(timeMs, precision, timeZone);
}

/** Returns the value as sent with its unit, but not of a result that was not released or was cancelled (rules 34 and 36). */
export function listedValue({ kind, valueText }: Row): string {
  const { reason, status, comparator } = kind;
  if (reason === 'preliminary-hidden' || status === 'cancelled' || valueText === '') return '–';
  return reason === 'text'
    ? accountTexts('quoted', { text: valueText })
    : `${comparator}${numberText(valueText)} ${sentUnitText(kind)}`.trim();
}

/**
 * This is the position of a listed row in its series. The row itself is read when it is shown, because series keep no row
 * objects.
 */
export type ListedPosition = { readonly series: Series; readonly index: number; readonly isPart: boolean };

/**
 * Returns the positions of all listed rows of a record in clinical order. A row may be one part of a result of which another part is
 * drawn. The account counts such a result as drawn.
 */
export function listedPositions(allSeries: readonly Series[]): readonly ListedPosition[] {
  const listedIds = new Set<string>();
  for (const { listed } of allSeries) listed.forEach(({ id }) => listedIds.add(id));
  listedIds.delete('');
  const drawnIds = new Set<string>();
  if (listedIds.size > 0)
    for (const { rows } of allSeries)
      rows.forEach(({ id }) => {
        if (listedIds.has(id)) drawnIds.add(id);
      });
  return allSeries.flatMap((series) =>
    series.listed.map(({ id }, index) => ({ series, index, isPart: drawnIds.has(id) })),
  );
}

export type OlderResult = {
  readonly id: string;
  readonly count: number;
  /** This is the row of the newest version; undefined where it has none, because it was withdrawn or excluded. */
  readonly newest:
    | { readonly seriesId: string; readonly name: string; readonly effective: string }
    | undefined;
};

/** Finds the newest version of every result of which the server also sent older ones. */
export function olderResults(
  older: NonNullable<RecordSnapshot['older']>,
  allSeries: readonly Series[],
): readonly OlderResult[] {
  const newestById = new Map<string, OlderResult['newest']>(older.map(({ id }) => [id, undefined]));
  if (older.length > 0)
    for (const { id: seriesId, name, rows, listed } of allSeries)
      for (const list of [rows, listed])
        list.forEach(({ id, effective }) => {
          if (newestById.has(id)) newestById.set(id, newestById.get(id) ?? { seriesId, name, effective });
        });
  return older.map(({ id, count }) => ({ id, count, newest: newestById.get(id) }));
}

export const listedReason = (row: Row, isPart: boolean): string =>
  isPart ? accountTexts('listedPart', { reason: reasonText(row) }) : reasonText(row);

const SEARCH_STATE_TEXT: Readonly<Record<SearchState['state'], string>> = {
  waiting: accountTexts('waiting'),
  reading: accountTexts('reading'),
  complete: accountTexts('complete'),
  failed: accountTexts('failed'),
  refused: accountTexts('refused'),
  'not-allowed': accountTexts('notAllowed'),
};

/** Returns the state of one search, and why it is not complete. */
export function searchStateText(search: SearchState, siteLabel: string): string {
  const { state, failure, notices = [], counted, received } = search;
  const stateText =
    state === 'failed' && failure
      ? accountTexts('failedBecause', { failure: sourceFailureText(failure, siteLabel) })
      : SEARCH_STATE_TEXT[state];
  const noticeTexts = notices.map((notice) =>
    notice === 'short'
      ? accountTexts('sentFewer', { counted: countText(counted ?? 0), received: countText(received) })
      : NOTICE_TEXT[notice],
  );
  if (isNotOffered(search)) return accountTexts('notOffered');
  return [stateText, ...noticeTexts].join('; ');
}

const NOTICE_TEXT: Readonly<Record<Exclude<SearchNotice, 'short'>, string>> = {
  outside: accountTexts('leftOutOutside'),
  suppressed: accountTexts('leftOutSome'),
  protected: accountTexts('protectedRecord'),
  partial: accountTexts('maybePartial'),
  incomplete: accountTexts('somethingWrong'),
  unreadable: accountTexts('unreadableEntries'),
};
