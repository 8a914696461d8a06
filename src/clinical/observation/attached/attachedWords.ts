import type { Row } from '../resultRow.ts';
import { observationTexts } from '../observation.messages.ts';

/**
 * Returns what a reader has to know with the value at once: the state of the specimen, the oxygen breathed, and a reason
 * for a missing value that was sent beside a value (rules 21 and 22).
 */
export function attachedWords({ kind, attached }: Pick<Row, 'kind' | 'attached'>): readonly string[] {
  const isContradicted = kind.absentReason !== '' && kind.reason !== 'no-value';
  return [
    kind.condition,
    attached?.oxygen ?? '',
    isContradicted ? observationTexts('sentAsAbsent', { reason: kind.absentReason }) : '',
  ].filter(Boolean);
}
