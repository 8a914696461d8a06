/** The account of a record in words: where every Observation went, and why. */
import { dateTimeText, numberText, countText } from '../../charts/format/format.ts';
import { readMoment } from '../../clinical/time/date.ts';
import { reasonText } from '../../clinical/observation/reasons.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot, SearchNotice, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { sourceFailureText } from '../../parts/source/sourceText.ts';

export type AccountPart = 'drawn' | 'listed' | 'withdrawn' | 'excluded' | 'duplicate';

export const PARTS: readonly { readonly part: AccountPart; readonly name: string; readonly means: string }[] =
  [
    { part: 'drawn', name: 'Drawn', means: 'with a point in a chart' },
    { part: 'listed', name: 'Listed', means: 'in the tables, with the reason why there is no point' },
    { part: 'withdrawn', name: 'Withdrawn', means: 'entered in error; the value is shown nowhere' },
    { part: 'excluded', name: 'Excluded', means: 'not surely a result of this patient' },
    { part: 'duplicate', name: 'Older versions', means: 'replaced by a newer version of the same result' },
  ];

/** "drawn" of `#account=drawn`; any other word is the account without a list. */
export const accountPartOf = (fragment: string | undefined): AccountPart | undefined =>
  PARTS.find(({ part }) => part === fragment)?.part;

/** "742 received = 720 drawn + 19 listed + 2 withdrawn + 0 excluded + 1 older versions". */
export function accountTotalsText(account: RecordSnapshot['account']): string {
  const terms = PARTS.map(({ part, name }) => `${countText(account[part])} ${name.toLowerCase()}`);
  return `${countText(account.received)} received = ${terms.join(' + ')}`;
}

export const EXCLUDED: Readonly<Record<RecordSnapshot['excluded'][number]['reason'], string>> = {
  'other-patient': 'Belongs to another patient. Left out, and nothing of it is shown or kept.',
  'no-subject': 'Does not say, in a form that can be trusted, whose result it is.',
  unreadable: 'Is not an Observation that can be read at all.',
};

/** When, of a time as it was sent; a Period counts at its end. */
export function sentWhen(effective: string, timeZone: string): string {
  const { timeMs, precision } = readMoment(effective.split('/').findLast(Boolean) ?? '');
  return dateTimeText(timeMs, precision, timeZone);
}

/** Rules 34 and 36: what was not released, or never became a result, stands without its value. */
export function listedValue({ kind, valueText }: Row): string {
  const { reason, status, comparator, unit } = kind;
  if (reason === 'preliminary-hidden' || status === 'cancelled' || valueText === '') return '–';
  return reason === 'text' ? `“${valueText}”` : `${comparator}${numberText(valueText)} ${unit}`.trim();
}

/** One listed row, found again when it is drawn: nobody keeps the rows themselves. */
export type ListedPlace = { readonly series: Series; readonly at: number; readonly isPart: boolean };

/**
 * Every listed row of a record in clinical order. A row may be a part of a result of which another part is drawn: the
 * account counts that one as drawn.
 */
export function listedPlaces(all: readonly Series[]): readonly ListedPlace[] {
  const ids = new Set<string>();
  for (const { listed } of all) listed.forEach(({ id }) => ids.add(id));
  ids.delete('');
  const drawn = new Set<string>();
  if (ids.size > 0)
    for (const { rows } of all)
      rows.forEach(({ id }) => {
        if (ids.has(id)) drawn.add(id);
      });
  return all.flatMap((series) => series.listed.map(({ id }, at) => ({ series, at, isPart: drawn.has(id) })));
}

export type OlderResult = {
  readonly id: string;
  readonly count: number;
  /** Where the newest version stands; undefined where it has no row. */
  readonly found:
    | { readonly seriesId: string; readonly name: string; readonly effective: string }
    | undefined;
};

/** What the results are called of which older versions came. */
export function olderResults(
  older: NonNullable<RecordSnapshot['older']>,
  all: readonly Series[],
): readonly OlderResult[] {
  const found = new Map<string, OlderResult['found']>(older.map(({ id }) => [id, undefined]));
  if (older.length > 0)
    for (const { id: seriesId, name, rows, listed } of all)
      for (const part of [rows, listed])
        part.forEach(({ id, effective }) => {
          if (found.has(id)) found.set(id, found.get(id) ?? { seriesId, name, effective });
        });
  return older.map(({ id, count }) => ({ id, count, found: found.get(id) }));
}

export const listedReason = (row: Row, isPart: boolean): string =>
  `${reasonText(row)}${isPart ? '; another part of this result is drawn' : ''}`;

const STATES: Readonly<Record<SearchState['state'], string>> = {
  waiting: 'not begun',
  reading: 'being read',
  complete: 'read to the end',
  failed: 'not read to the end',
  refused: 'the server does not answer this search',
  'not-allowed': 'not allowed',
};

/** How one search stands, and why it is not complete. */
export function searchStateText(search: SearchState, siteLabel: string): string {
  const { state, failure, notices = [], counted, received } = search;
  const why = state === 'failed' && failure ? `: ${sourceFailureText(failure, siteLabel)}` : '';
  const said = notices.map((notice) =>
    notice === 'short'
      ? `the server counts ${countText(counted ?? 0)} and sent ${countText(received)}`
      : SAID[notice],
  );
  return [`${STATES[state]}${why}`, ...said].join('; ');
}

const SAID: Readonly<Record<Exclude<SearchNotice, 'short'>, string>> = {
  outside: 'results of outside records were left out',
  suppressed: 'some results were left out',
  protected: 'specially protected: results may have been left out',
  partial: 'may not be the whole record',
  incomplete: 'something went wrong, results may be missing',
};
