/** Says of a result what a reader must know beside its value, in a card and in the table alike. */
import { attachedWords } from '../../../clinical/observation/attached/attachedWords.ts';
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { patientOriginal } from '../units/patientUnits.ts';
import type { GivenBy } from './cards.ts';
import { hasDoubtfulDate, hasDoubtfulUnit, hasUnknownStatus } from './doubts.ts';

/** Returns the words of a mark that names no side, such as "Positive"; '' without one, and for a code alone, which says nothing to a reader. */
const sentMark = ({ flag, flagText }: RowKind): string =>
  flag === 'other' && /\p{Ll}{2}/u.test(flagText) ? flagText : '';

const distinct = (all: readonly string[]): readonly string[] => [
  ...new Set(all.filter((text) => text !== '')),
];

/** A `corrected` result had a mistake; an `amended` one was changed, or something was added to it (rule 35). */
const STATUSES = ['corrected', 'amended'] as const;

/** Says how a result was marked and changed, what of it is not certain, what it was converted from, and what was noted with it. */
export function resultNotes(rows: readonly Row[], by: GivenBy): readonly string[] {
  const kinds = rows.map(({ kind }) => kind);
  const marks = distinct(kinds.map(sentMark));
  const originals = rows.filter(({ kind }) => kind.isConverted).map(patientOriginal);
  const words = distinct(rows.flatMap(attachedWords));
  const changed = STATUSES.filter((one) => kinds.some(({ status }) => status === one));
  return [
    marks.length > 0 && myResultsTexts('flagWords', { by, words: marks.join(', ') }),
    ...changed.map((one) => myResultsTexts(one, { by })),
    kinds.some(({ reason }) => reason === 'too-long') && myResultsTexts('cut'),
    kinds.some(hasUnknownStatus) && myResultsTexts('statusUnknown', { by }),
    kinds.some(hasDoubtfulDate) && myResultsTexts('dateInDoubt', { by }),
    kinds.some(hasDoubtfulUnit) && myResultsTexts('unitInDoubt', { by }),
    originals.length > 0 && myResultsTexts('converted', { by, original: originals.join(' / ') }),
    words.length > 0 && myResultsTexts('labNote', { by, words: words.join(', ') }),
  ].filter((text) => text !== false);
}
