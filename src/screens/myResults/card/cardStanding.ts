/** This file says where a card stands among others, and what it may say of it. Nobody is called well while a newer result is open (rules 13 and 55). */
import {
  rangePosition,
  type RangePosition,
} from '../../../clinical/observation/rangePosition/rangePosition.ts';
import type { NewerResult } from '../../../clinical/series/newest/newerUncharted.ts';
import { hasShownValue, type CardResult, type PatientCard } from './cards.ts';
import { hasDoubtfulDate, hasUnknownStatus } from './doubts.ts';
import { isNotFinal } from './notFinal.ts';

const SERIOUS = ['above', 'below', 'outside'] as const;
type SeriousSide = (typeof SERIOUS)[number];

const worstOf = (positions: readonly RangePosition[]): SeriousSide | undefined => {
  const sides = positions.map(({ side }) => side);
  return SERIOUS.find((side) => sides.includes(side));
};

/** Returns where a result lies: of two sides of a blood pressure the one that is not inside. */
export function sideOf({ positions }: CardResult): RangePosition['side'] {
  const isInside = positions.length > 0 && positions.every(({ side }) => side === 'inside');
  return worstOf(positions) ?? (isInside ? 'inside' : 'unknown');
}

const rowsOf = ({ parts }: NewerResult) => parts.flatMap((part) => (part ? [part.row] : []));
const positionsOf = (newer: NewerResult): readonly RangePosition[] => rowsOf(newer).map(rangePosition);

/** Returns the side on which a newer result lies outside of its range; undefined of one that is not final, whose value is not told. */
export const newerOutside = (newer: NewerResult): SeriousSide | undefined =>
  rowsOf(newer).some(({ kind }) => isNotFinal(kind)) ? undefined : worstOf(positionsOf(newer));

/** Returns everything that may be newer than the result of a card, the newest first. */
export const openResults = ({ newer, announced }: PatientCard): readonly NewerResult[] => [
  ...newer,
  ...announced,
];

/** Returns whether nobody knows that a result is final, or when it was measured. */
const isUncertain = ({ sides }: CardResult): boolean =>
  sides.some((row) => row !== undefined && (hasUnknownStatus(row.kind) || hasDoubtfulDate(row.kind)));

/** Returns whether the result of a card may not be the newest, not the only one of its time, or no result yet. */
const isOpen = (card: PatientCard): boolean =>
  openResults(card).length > 0 || card.tied.length > 0 || isUncertain(card.result);

const isMarkedCritical = (positions: readonly RangePosition[]): boolean =>
  positions.some(({ isCritical: isMarked }) => isMarked);

/** Returns which result of a card was called critical: its own or one of the same time, or one that may be newer (rule 13). */
export function criticalResult({ result, tied, newer }: PatientCard): 'own' | 'newer' | undefined {
  if ([result, ...tied].some(({ positions }) => isMarkedCritical(positions))) return 'own';
  return newer.some((one) => isMarkedCritical(positionsOf(one))) ? 'newer' : undefined;
}

export const isCritical = (card: PatientCard): boolean => criticalResult(card) !== undefined;

/** Returns whether the result of a card lies outside of its range, by range or flag, or one that is as new or newer. */
function isOutsideRange(card: PatientCard): boolean {
  const { result, tied, newer } = card;
  const own = hasShownValue(card) ? [result, ...tied] : tied;
  return (
    own.some(({ positions }) => worstOf(positions) !== undefined) ||
    newer.some((one) => newerOutside(one) !== undefined)
  );
}

/** `open` where a newer result, or another of the same time, is still to be seen; `unknown` without a range that can be compared. */
export type Standing = 'urgent' | 'outside' | 'open' | 'unknown' | 'inside';

/** Returns the one group to which a card belongs, on the screen and on paper. */
export function standingOf(card: PatientCard): Standing {
  if (isCritical(card)) return 'urgent';
  if (isOutsideRange(card)) return 'outside';
  if (isOpen(card) || !hasShownValue(card)) return 'open';
  return sideOf(card.result) === 'inside' ? 'inside' : 'unknown';
}

/** Returns whether the value of a card is itself the reason for its place on top, and no newer result is. */
export function isOwnReason(card: PatientCard): boolean {
  if (!hasShownValue(card)) return false;
  const { positions } = card.result;
  return isCritical(card) ? isMarkedCritical(positions) : worstOf(positions) !== undefined;
}
