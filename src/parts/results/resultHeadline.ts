/**
 * This file describes one kind of result at the top of its screen: its account, and what may be claimed of
 * the newest result.
 */
import { zonedTimeText } from '../../charts/format/dateText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { latestEntry } from '../../charts/trend/trendLabels.ts';
import { distinctCount, type ChartEntries, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { concurrentEntries, finalEntryBefore } from '../../charts/reading/entryOrder.ts';
import { entryValue } from '../../charts/reading/readingText.ts';
import { newerUncharted, type NewerResult } from '../../clinical/series/newest/newerUncharted.ts';
import { previous } from '../../clinical/series/newest/latest.ts';
import { isSameRow } from '../../clinical/series/rowList.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { absenceOf, recordNoun, resultsText, type Absence } from '../recordStatus/recordStatusText.ts';
import { headlineTexts } from './resultHeadline.messages.ts';
import { tileTexts } from './tile.messages.ts';
import { concurrentText, arrowText, pairChange, latestChangeBetween } from './tileFacts.ts';

type Counts = {
  line: number;
  limits: number;
  preliminary: number;
  imprecise: number;
  text: number;
  listed: number;
};

function countOf({ all }: ChartEntries): Counts {
  const counts: Counts = { line: 0, limits: 0, preliminary: 0, imprecise: 0, text: 0, listed: 0 };
  for (const { index, rows, isRepeat } of all) {
    const [{ kind }] = rows;
    if (isRepeat) continue;
    if (index < 0) counts[kind.reason === 'text' || kind.reason === 'coded' ? 'text' : 'listed']++;
    else if (rows.some((row) => row.kind.drawing === 'line')) counts.line++;
    else if (kind.comparator) counts.limits++;
    else counts[kind.status === 'preliminary' ? 'preliminary' : 'imprecise']++;
  }
  return counts;
}

/**
 * Returns "40 results:" and "39 charted, 1 preliminary; 2 received twice, counted once". Every result is accounted for (rule
 * 17), and each is counted once (rule 23).
 */
export function accountSentence(
  entries: ChartEntries,
  { account }: Pick<Series, 'account'>,
): readonly [string, string] {
  const { line, limits, preliminary, imprecise, text, listed } = countOf(entries);
  const parts = [
    line && headlineTexts('charted', { count: countText(line) }),
    limits && headlineTexts('limits', { count: limits, shown: countText(limits) }),
    preliminary && headlineTexts('preliminary', { count: countText(preliminary) }),
    imprecise && headlineTexts('withoutExactTime', { count: countText(imprecise) }),
    text && headlineTexts('texts', { count: text, shown: countText(text) }),
    listed && headlineTexts('notCharted', { count: countText(listed) }),
    ...leftOutParts(account),
  ];
  const sentences = [parts.filter(Boolean).join(', '), repeatsText(entries)].filter(Boolean);
  const results = resultsText(distinctCount(entries.all));
  return [headlineTexts('account', { results }), sentences.join('; ')];
}

/** Returns "2 received twice, counted once", or '' when every result was sent once. */
function repeatsText({ drawn }: ChartEntries): string {
  const counts = drawn.filter(({ repeats }) => repeats.length > 0).map(({ repeats }) => repeats.length);
  if (counts.length === 0) return '';
  const isTwice = counts.every((count) => count === 1);
  return headlineTexts(isTwice ? 'receivedTwice' : 'receivedMoreThanOnce', {
    count: countText(counts.length),
  });
}

const leftOutParts = ({ withdrawn, excluded, duplicate }: Series['account']) => [
  withdrawn && headlineTexts('retracted', { count: countText(withdrawn) }),
  excluded && headlineTexts('excluded', { count: countText(excluded) }),
  duplicate && headlineTexts('earlierVersions', { count: duplicate, shown: countText(duplicate) }),
];

const ABSENCES: Readonly<Record<Absence, (siteLabel: string, record?: RecordSnapshot) => string>> = {
  loading: () => headlineTexts('loading'),
  none: (_, record) =>
    headlineTexts('none', { record: record ? recordNoun(record) : headlineTexts('thisRecord') }),
  failed: () => headlineTexts('failed'),
  'not-allowed': (site) => headlineTexts('notAllowed', { site }),
  'not-known': () => headlineTexts('notKnown'),
};

/** Says why the requested results are missing, as far as it is known (rule 38). */
export const absenceSentence = (record: RecordSnapshot | undefined, siteLabel: string): string =>
  ABSENCES[absenceOf(record)](siteLabel, record);

/** Says whether everything was read, and when (rules 37, 39 and 40). */
export function readStateText({ ended, complete, readAtMs }: RecordSnapshot, timeZone: string): string {
  const when = zonedTimeText(readAtMs, timeZone);
  if (!ended) return headlineTexts('stillLoading', { when });
  return headlineTexts(complete ? 'loaded' : 'loadedInPart', { when });
}

export type Headline = {
  readonly entry: ChartEntry;
  /** This text under the date says what may be claimed of the result. */
  readonly claim: string;
  /** Reads like "also 6.9 at that time", about drawn results that may be as new. Without any it is ''. */
  readonly concurrentText: string;
  /** These results may be newer and are not on the curve (rule 13). */
  readonly newer: readonly NewerResult[];
  /** This is the result before. `step` is the change in signs, or '' if the two cannot be compared. */
  readonly previous: { readonly entry: ChartEntry; readonly step: string } | undefined;
};

/** A result beside which a newer one stands is the latest of those on the curve alone. */
function claimOf(isLatest: boolean, isNewest: boolean, { ended, complete }: RecordSnapshot): string {
  if (!ended) return tileTexts('newestSoFar');
  if (!complete) return headlineTexts('newestLoaded');
  if (!isLatest) return headlineTexts('noFinalResult');
  return headlineTexts(isNewest ? 'latestFinal' : 'latestFinalCharted');
}

function concurrentTextOf(series: Series, { drawn }: ChartEntries, entry: ChartEntry): string {
  const others = concurrentEntries(drawn, entry).map((one) => ({
    sides: one.sides ? [one.sides.systolic, one.sides.diastolic] : one.rows,
    values: [entryValue(one, series)],
  }));
  return concurrentText(entry.rows[0], others);
}

/** Returns the result before, with the same change as on the overview, from the same function (rule 24). */
function previousOf(series: Series, drawn: readonly ChartEntry[], newest: ChartEntry): Headline['previous'] {
  const { sides } = newest;
  if (sides) {
    const entry = finalEntryBefore(drawn, newest);
    const isAlone = concurrentEntries(drawn, newest).length === 0;
    return entry && { entry, step: isAlone ? pairChange(sides, entry.sides) : '' };
  }
  const row = previous(series);
  const entry = row && drawn.findLast(({ rows }) => isSameRow(rows[0], row));
  const step = row && latestChangeBetween(series, newest.rows[0], row);
  return entry && { entry, step: step ? arrowText(step.delta, step.deltaText) : '' };
}

/**
 * Returns the latest final result and the one before (rules 13, 34 and 39). An incomplete record gets no
 * claim and no change.
 */
export function headlineOf(
  [series, partner]: readonly [Series, (Series | undefined)?],
  entries: ChartEntries,
  record: RecordSnapshot,
): Headline | undefined {
  const { drawn } = entries;
  const newest = latestEntry(series, drawn);
  const entry = newest ?? drawn.at(-1);
  if (!entry) return undefined;
  const newer = newerUncharted([series, partner], record.series);
  return {
    entry,
    claim: claimOf(newest !== undefined, newer.length === 0, record),
    concurrentText: concurrentTextOf(series, entries, entry),
    newer,
    previous: record.complete && newest ? previousOf(series, drawn, newest) : undefined,
  };
}
