import { longDate, longDateAndTime } from '../patientDates.ts';
import { missingValueSentence, noteSentences, urgentSentence } from '../card/cardSentences.ts';
import { maybeNewerSentences, valueWithUnit } from '../card/maybeNewerSentences.ts';
import { positionSentencesOf } from '../card/rangeSentences.ts';
import type { PatientCard } from '../card/cards.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { oneResultTexts } from './oneResult.messages.ts';

type SharedResult = {
  readonly card: PatientCard;
  readonly name: string;
  readonly server: string;
  readonly readAtMs: number;
  readonly timeZone: string;
  /** These say what of the record was not read or not shared. */
  readonly gaps: readonly string[];
  /** This says that the record is not in use, or not the main one; '' of any other record. */
  readonly recordState: string;
};

/**
 * Returns the newest result as a short text to share. It names no person. What the screen says of a newer or a missing result it says too,
 * so that an old value is never passed on as the last one, and that one was marked as urgent (rules 13 and 37).
 */
export function shareText(shared: SharedResult): string {
  const { card, name, server, readAtMs, timeZone, gaps, recordState } = shared;
  const { row } = card.result;
  const date = longDateAndTime(row.timeMs, row.kind.precision, timeZone) || myResultsTexts('noDate');
  const missing = missingValueSentence(card, timeZone);
  // A sentence in place of the value may have the date already.
  const isDateSaid = missing?.includes(longDate(row.timeMs, row.kind.precision, timeZone)) === true;
  const told = missing ?? valueWithUnit(card.result);
  const said = [
    isDateSaid ? `${name}: ${told}` : `${name}: ${told} (${date})`,
    ...(missing === undefined ? positionSentencesOf(card) : []),
    ...noteSentences(card),
  ];
  const open = maybeNewerSentences(card, timeZone);
  return [
    ...(open.length > 0 ? [`${name}:`, ...open] : []),
    ...said,
    urgentSentence(card) ?? '',
    ...gaps,
    recordState,
    oneResultTexts('shareFrom', { server, date: longDate(readAtMs, 'instant', timeZone) }),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
