/** The texts of the account of a record, which says what became of every Observation and why. */
import { dateTimeText, numberText, countText, sentUnitText } from '../../charts/format/format.ts';
import { readMoment } from '../../clinical/time/date.ts';
import { reasonText } from '../../clinical/observation/reasons.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot, SearchNotice, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { isNotOffered } from '../../record/search/searchStates.ts';
import { sourceFailureText } from '../../parts/source/sourceText.ts';

export type AccountPart = 'drawn' | 'listed' | 'withdrawn' | 'excluded' | 'duplicate';

export const ACCOUNT_PARTS: readonly {
  readonly part: AccountPart;
  readonly name: string;
  readonly explanation: string;
}[] = [
  { part: 'drawn', name: 'Drawn', explanation: 'with a point in a chart' },
  { part: 'listed', name: 'Listed', explanation: 'in the tables, with the reason why there is no point' },
  { part: 'withdrawn', name: 'Withdrawn', explanation: 'entered in error; the value is shown nowhere' },
  { part: 'excluded', name: 'Excluded', explanation: 'not surely a result of this patient' },
  {
    part: 'duplicate',
    name: 'Older versions',
    explanation: 'replaced by a newer version of the same result',
  },
];

/** Returns "drawn" for `#account=drawn`, and undefined for a word that names no part. */
export const accountPartOf = (partName: string | undefined): AccountPart | undefined =>
  ACCOUNT_PARTS.find(({ part }) => part === partName)?.part;

/** Returns "742 received = 720 drawn + 19 listed + 2 withdrawn + 0 excluded + 1 older versions". */
export function accountTotalsText(account: RecordSnapshot['account']): string {
  const terms = ACCOUNT_PARTS.map(({ part, name }) => `${countText(account[part])} ${name.toLowerCase()}`);
  return `${countText(account.received)} received = ${terms.join(' + ')}`;
}

export const EXCLUSION_TEXT: Readonly<Record<RecordSnapshot['excluded'][number]['reason'], string>> = {
  'other-patient': 'Belongs to another patient. Left out, and nothing of it is shown or kept.',
  'no-subject': 'Does not say, in a form that can be trusted, whose result it is.',
  unreadable: 'Is not an Observation that can be read at all.',
};

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
    ? `“${valueText}”`
    : `${comparator}${numberText(valueText)} ${sentUnitText(kind)}`.trim();
}

/** The position of a listed row in its series. The row itself is read when it is shown, because series keep no row objects. */
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
  /** The row of the newest version; undefined where it has none, because it was withdrawn or excluded. */
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
  `${reasonText(row)}${isPart ? '; another part of this result is drawn' : ''}`;

const SEARCH_STATE_TEXT: Readonly<Record<SearchState['state'], string>> = {
  waiting: 'not begun',
  reading: 'being read',
  complete: 'read to the end',
  failed: 'not read to the end',
  refused: 'the server does not answer this search',
  'not-allowed': 'not allowed',
};

/** Returns the state of one search, and why it is not complete. */
export function searchStateText(search: SearchState, siteLabel: string): string {
  const { state, failure, notices = [], counted, received } = search;
  const failureText = state === 'failed' && failure ? `: ${sourceFailureText(failure, siteLabel)}` : '';
  const noticeTexts = notices.map((notice) =>
    notice === 'short'
      ? `the server counts ${countText(counted ?? 0)} and sent ${countText(received)}`
      : NOTICE_TEXT[notice],
  );
  if (isNotOffered(search)) return 'not offered by this server';
  return [`${SEARCH_STATE_TEXT[state]}${failureText}`, ...noticeTexts].join('; ');
}

const NOTICE_TEXT: Readonly<Record<Exclude<SearchNotice, 'short'>, string>> = {
  outside: 'results of outside records were left out',
  suppressed: 'some results were left out',
  protected: 'specially protected: results may have been left out',
  partial: 'may not be the whole record',
  incomplete: 'something went wrong, results may be missing',
};
