/** Says what of a result is not certain: its unit, its date, or whether it is final. A reader is told so wherever its value stands. */
import type { Reason, RowKind } from '../../../clinical/observation/resultRow.ts';

/** Returns whether a number is so unusual that it should be checked. It may be right, and a laboratory may have marked it as urgent. */
export const hasUnusualValue = ({ checkKind }: RowKind): boolean => checkKind === 'value';

/** Returns whether a number does not fit the other numbers of its test. */
export const hasOddParts = ({ checkKind }: RowKind): boolean => checkKind === 'parts';

/** A unit that may be wrong makes the number wrong too (rule 17), so that is said wherever the number is. */
export const hasDoubtfulUnit = ({ checkKind, reason }: RowKind): boolean =>
  checkKind === 'unit' || checkKind === 'maybeUnit' || reason === 'implausible' || reason === 'contradiction';

/** Returns whether a number came without the unit that it needs. */
export const hasNoUnit = ({ reason }: RowKind): boolean => reason === 'no-unit';

/** Returns whether a number should be checked: it does not fit others, is very unusual, or its unit is in doubt or missing. */
export const shouldBeChecked = (kind: RowKind): boolean =>
  hasOddParts(kind) || hasUnusualValue(kind) || hasDoubtfulUnit(kind) || hasNoUnit(kind);

const DATE_REASONS: ReadonlySet<Reason | ''> = new Set([
  'future',
  'date-implausible',
  'before-birth',
] as const);

/** Returns whether a result cannot have been measured on the day that was sent: to come, or before the birth. */
export const hasDoubtfulDate = ({ reason, hasImpossibleTime }: RowKind): boolean =>
  DATE_REASONS.has(reason) || hasImpossibleTime;

/** Returns whether nobody said that a result is final: its status is unknown, missing or no word of FHIR (rule 36). */
export const hasUnknownStatus = ({ reason }: RowKind): boolean => reason === 'status';

/** Returns whether another result was sent in the place of this one. */
export const wasReplaced = ({ reason }: RowKind): boolean => reason === 'replaced';
