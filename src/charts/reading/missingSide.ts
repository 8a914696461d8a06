import type { PressureRowPair } from '../../clinical/series/pairs/pressurePairs.ts';
import { missingSideTexts } from './missingSide.messages.ts';

/**
 * Returns "diastolic not recorded", or "diastolic sent apart" where values of it stand at the same time and which of
 * them belongs here is not known; '' when nothing is missing (rule 7).
 */
export function missingSideOf(sides: PressureRowPair | undefined): string {
  if (!sides || (sides.systolic && sides.diastolic)) return '';
  const side = sides.systolic ? 'diastolic' : 'systolic';
  return missingSideTexts(sides.isSentApart ? 'sentApart' : 'notRecorded', { side });
}
