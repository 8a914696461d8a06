/** Finds what a test without a curve said the time before. Each result of such a test is words. */
import type { Reason, Row } from '../../../clinical/observation/resultRow.ts';
import { isFinal } from '../../../clinical/series/comparability.ts';
import { isCertainlyBefore } from '../../../clinical/series/newest/certainOrder.ts';
import { isAwaited, isCancelled, NEVER_NEWER } from '../../../clinical/series/newest/newerUncharted.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { hasDoubtfulDate } from './doubts.ts';

const WORDS: ReadonlySet<Reason | ''> = new Set(['text', 'coded', 'not-a-number'] as const);
/** A sentence has room for an answer, such as "Not detected". A report of several lines stands in the list of all results. */
const MAX_CHARACTERS = 60;

const isResult = (row: Row): boolean =>
  isFinal(row) && !isCancelled(row.kind) && !isAwaited(row) && !NEVER_NEWER.has(row.kind.reason);

const isAnswer = ({ kind, valueText }: Row): boolean =>
  WORDS.has(kind.reason) && valueText !== '' && valueText.length <= MAX_CHARACTERS && !hasDoubtfulDate(kind);

/**
 * Returns the newest final words that were certainly sent for a time before those of the newest result (rules 13, 34 and 44). It is undefined
 * where the result before has no short words, or where two of one time do not say the same: nothing older is called the last time then.
 */
export function wordsBefore(newest: Row, { listed }: Series): Row | undefined {
  if (!WORDS.has(newest.kind.reason) || !isResult(newest)) return undefined;
  const earlier = listed.filter((row) => isResult(row) && isCertainlyBefore(row, newest));
  const [before] = earlier;
  if (before === undefined || !isAnswer(before)) return undefined;
  const isOne = earlier.every((row) => row.valueText === before.valueText || isCertainlyBefore(row, before));
  return isOne ? before : undefined;
}
