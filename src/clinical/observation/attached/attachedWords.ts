import type { Row, RowKind } from '../resultRow.ts';
import { observationTexts } from '../observation.messages.ts';

/** Returns whether a value was sent, and beside it a reason why there is none (rule 21). */
export const isSentAsAbsent = ({ absentReason, reason }: Pick<RowKind, 'absentReason' | 'reason'>): boolean =>
  absentReason !== '' && reason !== 'no-value';

const TOLD_BY = { specimen: 'toldBySpecimen', panel: 'toldByPanel', time: 'toldByTime' } as const;

/**
 * Returns what a reader has to know with the value at once: the state of the specimen, a date after the death, the oxygen
 * breathed, and a reason
 * for a missing value that was sent beside a value (rules 21 and 22).
 */
export function attachedWords({ kind, attached }: Pick<Row, 'kind' | 'attached'>): readonly string[] {
  return [
    kind.condition,
    attached?.told ? observationTexts(TOLD_BY[attached.told.by], { words: attached.told.words }) : '',
    attached?.isAfterDeath ? observationTexts('afterDeath') : '',
    attached?.oxygen ?? '',
    isSentAsAbsent(kind) ? observationTexts('sentAsAbsent', { reason: kind.absentReason }) : '',
  ].filter(Boolean);
}

/**
 * Tells whether something was noted that is wrong with a result: of itself or its specimen, beside another result of the specimen
 * (decision 72), or as a reason for having no value (rule 21).
 */
export const isNotedAsDoubtful = ({ kind, attached }: Row): boolean =>
  kind.condition !== '' || attached?.told !== undefined || isSentAsAbsent(kind);
