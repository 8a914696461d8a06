import { observationTexts } from '../../../clinical/observation/observation.messages.ts';
import type { RowKind } from '../../../clinical/observation/resultRow.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import type { GivenBy } from './cards.ts';
import { isNotFinal } from './notFinal.ts';

const MASKED = observationTexts('masked');

/** Says why a result has no value, as far as it was sent (rule 21); '' where nothing was, and of one that is still to come. */
export function noValueReason(kind: RowKind, by: GivenBy): string {
  const { absentReason: words, reason } = kind;
  if (reason !== 'no-value' || words === '' || isNotFinal(kind)) return '';
  return words === MASKED ? myResultsTexts('withheld') : myResultsTexts('labNote', { by, words });
}
