/** This file says which results of a window may be summed up in one number, and counts those that may not. */
import { changeBetween, isComparableNumber, type LineChange } from '../series/comparability.ts';
import { attachedWords, isNotedAsDoubtful } from '../observation/attached/attachedWords.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { repeatsOf } from '../series/pairs/repeatedResults.ts';

/** This is a window in epoch ms, both ends included. */
export type TimeSpan = { readonly startMs: number; readonly endMs: number };

/**
 * Returns from when to when in epoch ms the time of a row may lie, in the time zone of the screen. A day, month or year reaches up to the
 * first moment of the next one, which is no part of it.
 */
export type KnownSpanOf = (row: Row) => readonly [fromMs: number, toMs: number];

/** These are the numbers of results in the window that take no part, each result counted once. */
export type NotCounted = {
  /** These are limits such as "<0.01" (rule 20). */
  readonly limits: number;
  /** These may have another unit than was sent with them (rule 17). */
  readonly unitInDoubt: number;
  readonly preliminary: number;
  /**
   * These are dates (day, month or year) that an edge of the window cuts, or the moment that divides it (rule 44).
   */
  readonly imprecise: number;
  /**
   * These came by another method, of another specimen or in another unit than the newest result of the window (rule
   * 18).
   */
  readonly notComparable: number;
  /** This is the difference that makes the newest of these results not comparable; it is '' when there is none. */
  readonly change: LineChange | '';
  /** These are the same result as another one, sent under another id (rule 23). */
  readonly identical: number;
  /** These are listed without a point: they have no number, or none that can be drawn. */
  readonly listed: number;
  /** These came without a date, so that nobody knows whether they belong to the window. */
  readonly undated: number;
};

/** The comparison has the rows that take part, oldest first, and counts those that do not. */
export type ComparableRows = { readonly rows: readonly Row[]; readonly notCounted: NotCounted };

/**
 * Tells whether a reader has to check a number before it is relied on: its laboratory doubts it or its specimen (decision 72), its size
 * is hardly possible (rule 17), or its date or a reason for no value contradicts it (rule 21). It counts all the same, because it may
 * be right.
 */
export const isToCheck = (row: Row): boolean =>
  row.kind.check !== '' || isNotedAsDoubtful(row) || row.attached?.isAfterDeath === true;

/** Returns what is to check of a result, and what else came with it; '' for nearly all. */
export const wordsToCheck = (row: Row): string =>
  [row.kind.check, ...attachedWords(row)].filter(Boolean).join(', ');

/** Returns the last moment that the time of a row can mean. */
export const lastKnownMs = ([fromMs, toMs]: ReturnType<KnownSpanOf>): number => Math.max(fromMs, toMs - 1);

type Partition = {
  candidates: Row[];
  limits: number;
  unitInDoubt: number;
  preliminary: number;
  imprecise: number;
  identical: number;
};

/**
 * Takes the final numbers that lie wholly in the window, and on one side of the moment, each once (rules 20, 23 and
 * 34).
 */
function partitionRows(
  series: Series,
  { startMs, endMs }: TimeSpan,
  knownSpanOf: KnownSpanOf,
  momentMs: number,
): Partition {
  const partition: Partition = {
    candidates: [],
    limits: 0,
    unitInDoubt: 0,
    preliminary: 0,
    imprecise: 0,
    identical: 0,
  };
  const repeats = repeatsOf(series);
  series.rows.forEach((row, i) => {
    const known = knownSpanOf(row);
    const [fromMs, lastMs] = [known[0], lastKnownMs(known)];
    if (lastMs < startMs || fromMs > endMs) return;
    const isCut = fromMs < startMs || lastMs > endMs || (fromMs <= momentMs && lastMs > momentMs);
    if (repeats.has(i)) partition.identical++;
    else if (row.kind.status === 'preliminary') partition.preliminary++;
    else if (row.kind.checkKind === 'unit') partition.unitInDoubt++;
    else if (!isComparableNumber(row)) partition.limits++;
    else if (isCut) partition.imprecise++;
    else partition.candidates.push(row);
  });
  return partition;
}

/**
 * Returns the final numbers of a window that can be compared with its newest, oldest first; all others are counted. A
 * moment may divide the window: a date that holds it lies on no side.
 */
export function comparableRows(
  series: Series,
  span: TimeSpan,
  knownSpanOf: KnownSpanOf,
  momentMs = Number.NaN,
): ComparableRows {
  const { candidates, ...counts } = partitionRows(series, span, knownSpanOf, momentMs);
  const newest = candidates.at(-1);
  // Rows share their kinds, so each is compared once.
  const changes = new Map<RowKind, LineChange | ''>();
  const changeOf = ({ kind }: Row): LineChange | '' => {
    let change = changes.get(kind);
    if (change === undefined) changes.set(kind, (change = newest ? changeBetween(kind, newest.kind) : ''));
    return change;
  };
  const others = candidates.filter((row) => changeOf(row) !== '');
  const last = others.at(-1);
  return {
    rows: candidates.filter((row) => changeOf(row) === ''),
    notCounted: {
      ...counts,
      notComparable: others.length,
      change: last ? changeOf(last) : '',
      undated: series.listed.filter(({ timeMs }) => Number.isNaN(timeMs)).length,
      listed: series.listed.filter(({ timeMs }) => timeMs >= span.startMs && timeMs <= span.endMs).length,
    },
  };
}
