/** This file says where a card stands among others, and what it may say of it. Nobody is called well while a newer result is open (rules 13 and 55). */
import { isNotedAsDoubtful } from '../../../clinical/observation/attached/attachedWords.ts';
import type { NewerResult } from '../../../clinical/series/newest/newerUncharted.ts';
import { hasNoSureDate } from './aside/asideResults.ts';
import { hasShownValue, shownTied, type CardResult, type PatientCard } from './cards.ts';
import { hasDoubtfulDate, hasUnknownStatus, shouldBeChecked } from './doubts.ts';
import { cardPosition, type CardPosition } from './marks/groupMark.ts';
import { isInWords } from './inWords.ts';
import { isPendingWord } from './labShorthand.ts';
import { isNotFinal } from './notFinal.ts';
import { isMarkedOtherwise } from './resultNotes.ts';

const SERIOUS = ['above', 'below', 'outside'] as const;
type SeriousSide = (typeof SERIOUS)[number];

const worstOf = (positions: readonly CardPosition[]): SeriousSide | undefined => {
  const sides = positions.map(({ side }) => side);
  return SERIOUS.find((side) => sides.includes(side));
};

/** Returns where a result lies: of two sides of a blood pressure the one that is not inside. */
export function sideOf({ positions }: CardResult): CardPosition['side'] {
  const isInside = positions.length > 0 && positions.every(({ side }) => side === 'inside');
  return worstOf(positions) ?? (isInside ? 'inside' : 'unknown');
}

const rowsOf = ({ parts }: NewerResult) => parts.flatMap((part) => (part ? [part.row] : []));
const positionsOf = (newer: NewerResult): readonly CardPosition[] =>
  rowsOf(newer).map((row) => cardPosition(row, newer.parts.length > 1));

/** Returns the side on which a newer result lies outside of its range; undefined of one that is not final, whose value is not told. */
export const newerOutside = (newer: NewerResult): SeriousSide | undefined =>
  rowsOf(newer).some(({ kind }) => isNotFinal(kind)) ? undefined : worstOf(positionsOf(newer));

/** Returns everything that may be newer than the result of a card, the newest first, and then what nobody knows that of. */
export const maybeNewerResults = ({ newer, announced, aside }: PatientCard): readonly NewerResult[] => [
  ...newer,
  ...announced,
  ...aside,
];

/** Returns whether nobody knows that a result is final, or when it was measured. */
const isUncertain = ({ sides }: CardResult): boolean =>
  sides.some(
    (row) =>
      row !== undefined &&
      (Number.isNaN(row.timeMs) || hasUnknownStatus(row.kind) || hasDoubtfulDate(row.kind)),
  );

/** Returns whether a problem was noted with a result or its sample, or its number should be checked, so that a place inside its range proves nothing. */
const isDoubted = ({ sides }: CardResult): boolean =>
  sides.some((row) => row !== undefined && (shouldBeChecked(row.kind) || isNotedAsDoubtful(row)));

/** Returns whether a result was marked in a way that names no side. It is as it was sent, and no comfort. */
const isMarkedWithoutSide = ({ sides }: CardResult): boolean =>
  sides.some((row) => row !== undefined && isMarkedOtherwise(row.kind));

/** Returns whether a result lies inside its range, and the group that it is in was marked. Nobody knows which part was meant. */
const isInMarkedGroup = ({ positions }: CardResult): boolean =>
  positions.some(({ isDisputed, isMarkOfGroup }) => isDisputed && isMarkOfGroup);

/** Returns whether the result of a card may not be the newest, not the only one of its time, or no result yet. */
const isOpen = (card: PatientCard): boolean =>
  maybeNewerResults(card).length > 0 ||
  card.tied.length > 0 ||
  isUncertain(card.result) ||
  isPendingWord(card.result.row);

const criticalIn = (positions: readonly CardPosition[]): readonly CardPosition[] =>
  positions.filter(({ isCritical: isMarked }) => isMarked);

type CriticalMark = {
  /** It is of the card's own result or one of the same time, of one that may be newer, or of one without a date that can be right. */
  readonly which: 'own' | 'newer' | 'another';
  /** It was sent for a group of results alone. */
  readonly isOfGroup: boolean;
};

/** Returns which result of a card was called critical, its own first (rule 13); undefined where none was. */
export function criticalMark({ result, tied, newer, aside }: PatientCard): CriticalMark | undefined {
  const isUnsure = ({ lead }: NewerResult): boolean => hasNoSureDate(lead.row);
  const [unsure, later] = [[...newer, ...aside].filter(isUnsure), newer.filter((one) => !isUnsure(one))];
  const found = [
    { which: 'own', marks: criticalIn([result, ...tied].flatMap(({ positions }) => positions)) },
    { which: 'newer', marks: criticalIn(later.flatMap(positionsOf)) },
    { which: 'another', marks: criticalIn(unsure.flatMap(positionsOf)) },
  ] as const;
  const first = found.find(({ marks }) => marks.length > 0);
  return first && { which: first.which, isOfGroup: first.marks.every(({ isMarkOfGroup }) => isMarkOfGroup) };
}

export const isCritical = (card: PatientCard): boolean => criticalMark(card) !== undefined;

/**
 * Returns whether a critical result is dated so long after the death that its person may be alive: one of the two dates is wrong, and a
 * death may have been written into the wrong record.
 */
export const isCriticalOfLiving = (card: PatientCard): boolean =>
  isCritical(card) &&
  card.result.row.attached?.isLongAfterDeath === true &&
  !hasDoubtfulDate(card.result.row.kind);

/** Returns whether the result of a card lies outside of its range, by range or flag, or one that is as new or newer. */
function isOutsideRange(card: PatientCard): boolean {
  const { result, newer, aside } = card;
  const tied = shownTied(card);
  const own = hasShownValue(card) ? [result, ...tied] : tied;
  return (
    own.some(({ positions }) => worstOf(positions) !== undefined) ||
    [...newer, ...aside].some((one) => newerOutside(one) !== undefined)
  );
}

/**
 * `open` where a newer result or another of the same time is still to be seen; `marked-group` of one that is inside its own range, in a
 * group that was marked; `doubted` of one that is inside and may be wrong; `marked` of one
 * that is inside and was marked in a way that names no side; `unknown` without a range that can be compared.
 */
export type Standing =
  | 'urgent'
  | 'outside'
  | 'open'
  | 'marked-group'
  | 'doubted'
  | 'marked'
  | 'unknown'
  | 'inside';

/** Returns the one group to which a card belongs, on the screen and on paper. */
export function standingOf(card: PatientCard): Standing {
  if (isCritical(card)) return 'urgent';
  if (isOutsideRange(card)) return 'outside';
  if (isOpen(card) || !hasShownValue(card)) return 'open';
  if (isInMarkedGroup(card.result)) return 'marked-group';
  if (sideOf(card.result) !== 'inside') return 'unknown';
  if (isDoubted(card.result)) return 'doubted';
  return isMarkedWithoutSide(card.result) ? 'marked' : 'inside';
}

/** Returns whether an answer in words is the reason for the place of a card on top. It lies outside of no range. */
export const isMarkedInWords = (card: PatientCard): boolean =>
  isOwnReason(card)
    ? isInWords(card.result.row)
    : maybeNewerResults(card).some((one) => newerOutside(one) !== undefined && isInWords(one.lead.row));

/** Returns whether a result that is certainly newer, or may be by its date, is the reason for the place of a card on top. */
export const isNewerReason = ({ newer }: PatientCard): boolean =>
  newer.some((one) => !hasNoSureDate(one.lead.row) && newerOutside(one) !== undefined);

/** Returns whether the value of a card is itself the reason for its place on top, and no newer result is. */
export function isOwnReason(card: PatientCard): boolean {
  if (!hasShownValue(card)) return false;
  const { positions } = card.result;
  return isCritical(card) ? criticalIn(positions).length > 0 : worstOf(positions) !== undefined;
}
