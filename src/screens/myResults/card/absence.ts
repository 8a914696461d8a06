import { observationTexts } from '../../../clinical/observation/observation.messages.ts';
import type { RowKind } from '../../../clinical/observation/resultRow.ts';
import { isCancelled } from '../../../clinical/series/newest/newerUncharted.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import type { GivenBy } from './cards.ts';
import { absenceMeaning } from './labShorthand.ts';
import { isNotFinal } from './notFinal.ts';

const MASKED = observationTexts('masked');

/** Returns whether the health system holds a value back, and so what was written about it too. */
export const isWithheld = ({ absentReason }: RowKind): boolean => absentReason === MASKED;

/**
 * The codes and the names of FHIR for a missing value, in small letters with hyphens. Other words, and codes that say nothing to a reader, stay as they
 * were sent.
 * @see https://hl7.org/fhir/R4/valueset-data-absent-reason.html
 */
const REASONS = {
  unknown: 'valueUnknown',
  'asked-unknown': 'valueUnknown',
  'asked-but-unknown': 'valueUnknown',
  'temp-unknown': 'valueUnknownYet',
  'temporarily-unknown': 'valueUnknownYet',
  'not-asked': 'wasNotAsked',
  'asked-declined': 'wasNotAnswered',
  'asked-but-declined': 'wasNotAnswered',
  'not-applicable': 'doesNotApply',
  error: 'valueLostByError',
  // These numbers came out of a calculation that failed.
  'not-a-number': 'valueLostByError',
  'negative-infinity': 'valueLostByError',
  'positive-infinity': 'valueLostByError',
  unsupported: 'valueNotSendable',
  'as-text': 'valueElsewhere',
  'not-performed': 'wasNotDone',
  'not-permitted': 'withheld',
} as const;

const isReason = (words: string): words is keyof typeof REASONS => Object.hasOwn(REASONS, words);

/** Says why a result has no value, as far as it was sent (rule 21); '' where nothing was, and of one that is still to come. */
export function noValueReason(kind: RowKind, by: GivenBy): string {
  const { absentReason: words, reason } = kind;
  if ((reason !== 'no-value' && !isCancelled(kind)) || words === '' || isNotFinal(kind)) return '';
  if (isWithheld(kind)) return myResultsTexts('withheld');
  const known = words
    .toLowerCase()
    .replace(/ \((?:nan|[np]inf)\)$/, '')
    .replaceAll(/[_ ]+/g, '-');
  if (!isReason(known))
    return [myResultsTexts('labNote', { by, words }), absenceMeaning(words)].filter(Boolean).join(' ');
  const key = REASONS[known];
  return key === 'wasNotDone' ? myResultsTexts(key, { by }) : myResultsTexts(key);
}
