/** This file says whether a result without a place on a curve may be newer than the one that is shown (rules 13 and 34). */
import { flagSeverity, isCriticalFlag } from '../../observation/flag/flag.ts';
import type { Row } from '../../observation/resultRow.ts';
import { isFinal, isIdenticalResult } from '../comparability.ts';
import { DAY_MS } from '../../time/durations.ts';
import { isCertainlyBefore, isExact } from './certainOrder.ts';

/**
 * `perhaps-after` is said of a date without a time of day that may lie before, and of a critical result without a date, with one that
 * cannot be right, or of a collection without an end.
 * `same-time` is said only of a critical result that is listed, or preliminary beside a final one, and `only` where a series has no
 * curve.
 */
export type NewerOrder = 'after' | 'perhaps-after' | 'same-time' | 'only';

/** Returns whether two rows are one result, or the same result sent twice; both may be without a time (rule 23). */
const isTwin = (a: Row, b: Row): boolean =>
  a.kind === b.kind && a.valueText === b.valueText && Object.is(a.timeMs, b.timeMs);

/** A time that cannot be right says no more than none. */
export const isUndated = ({ timeMs, kind }: Row): boolean => kind.hasImpossibleTime || Number.isNaN(timeMs);

/** A critical result without a time must not be hidden (decision 65). That of before birth is certainly past. */
const mayBeNewer = ({ kind }: Row): boolean => isCriticalFlag(kind.flag) && kind.reason !== 'before-birth';

/** No collection of a specimen lasts longer. */
const LONGEST_COLLECTION_MS = 7 * DAY_MS;

/** A collection counts at its end. Where that was not sent, it may lie after the shown result, and a critical one is not hidden for it. */
const orderOfOlder = (row: Row, { timeMs }: Row): NewerOrder | undefined =>
  row.kind.reason === 'open-period' && mayBeNewer(row) && timeMs - row.timeMs < LONGEST_COLLECTION_MS
    ? 'perhaps-after'
    : undefined;

/** Returns how a result stands to the one that is shown; undefined for one that is not newer, or that is named beside it already. */
export function orderAfter(row: Row, shownRow: Row | undefined): NewerOrder | undefined {
  if (shownRow === undefined) return row.kind.hasImpossibleTime ? undefined : 'after';
  if (isTwin(row, shownRow) || isReplacedBy(shownRow, row)) return undefined;
  if (isUndated(row)) return mayBeNewer(row) ? 'perhaps-after' : undefined;
  if (isCertainlyBefore(row, shownRow)) return orderOfOlder(row, shownRow);
  if (isCertainlyBefore(shownRow, row)) return 'after';
  if (![row, shownRow].every(isExact)) return 'perhaps-after';
  return isCriticalFlag(row.kind.flag) && isOutOfSight(row, shownRow) ? 'same-time' : undefined;
}

/** Returns whether nothing else names a result of the time of the shown one. A drawn one of the same standing is named beside it. */
const isOutOfSight = (row: Row, shownRow: Row): boolean =>
  row.kind.drawing === 'listed' || isPreliminaryBeside(shownRow, row);

const isPreliminaryBeside = (shownRow: Row, row: Row): boolean => isFinal(shownRow) && !isFinal(row);

/** Returns whether the shown result is the final one of a preliminary result, with its value and at least its flag. */
const isReplacedBy = (shownRow: Row, row: Row): boolean =>
  isPreliminaryBeside(shownRow, row) &&
  isIdenticalResult(shownRow, row) &&
  flagSeverity(shownRow.kind.flag) >= flagSeverity(row.kind.flag);
