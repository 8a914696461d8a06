/** These sentences say where the result of a card lies beside its range. Every sentence is one fact that was sent; nothing is concluded (rules 25 and 55). */
import { isCancelled } from '../../../clinical/series/newest/newerUncharted.ts';
import { isNotedAsDoubtful } from '../../../clinical/observation/attached/attachedWords.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { dateBeside, longDate } from '../patientDates.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import {
  givenBy,
  hasShownValue,
  isMeasurement,
  isPreliminary,
  isWithoutValue,
  type CardResult,
  type PatientCard,
} from './cards.ts';
import { noValueReason } from './absence.ts';
import { criticalMark, maybeNewerResults, sideOf, standingOf } from './cardStanding.ts';
import { valueWithUnit, withoutValueSentence } from './maybeNewerSentences.ts';
import { shouldBeChecked } from './doubts.ts';
import { formOf } from './inWords.ts';
import { isPendingWord, isWithoutResultWord } from './labShorthand.ts';
import { isQuoted } from './ownWords.ts';
import { amountTime } from '../units/amountTime.ts';
import { patientOriginal } from '../units/patientUnits.ts';
import { convertedNote, notesWithoutValue, resultNotes } from './resultNotes.ts';

/** Returns whether the result of a card is the newest, as far as was sent. */
export const isNewest = (card: PatientCard): boolean => maybeNewerResults(card).length === 0;

/** A result of more than a year ago is the newest of its test, and nobody knows how it is now. */
const OLD_MS = 365 * DAY_MS;

/** Returns whether a reader would be wrong to take a result for how it is now: nobody knows that of one without a date. `todayMs` is a moment of today. */
const isOldResult = ({ result: { row } }: PatientCard, todayMs: number): boolean =>
  !(todayMs - row.timeMs <= OLD_MS);

/** Returns "yes" where the words "now" and "last time" are right of a card, and "no" where "this one" and "before that" are. */
export const newestOf = (card: PatientCard, todayMs: number): 'yes' | 'no' =>
  isNewest(card) && !isOldResult(card, todayMs) ? 'yes' : 'no';

const NOW = { up: 'nowHigher', down: 'nowLower', same: 'nowSame' } as const;

/** Says the result before, and whether the number is higher now. */
export function beforeSentences(card: PatientCard, timeZone: string, todayMs: number): readonly string[] {
  const { before, result, direction } = card;
  if (before === undefined) return [];
  const { row, text } = before;
  const newest = newestOf(card, todayMs);
  const when = { newest, exact: isExactDay(row), date: dateBeside(row, result.row, timeZone) };
  // Where the range and the mark of the result itself disagree, its row in the table says both.
  const isInDispute = before.positions.some(({ isDisputed, isMarkOfGroup }) => isDisputed && !isMarkOfGroup);
  const side = isInDispute ? 'unknown' : sideOf(before);
  return [
    Number.isNaN(row.value)
      ? myResultsTexts('wasInWords', {
          ...when,
          value: isQuoted(row) ? myResultsTexts('inWords', { text }) : text,
        })
      : myResultsTexts('was', { ...when, value: valueWithUnit({ text, unit: before.unit || result.unit }) }),
    convertedSentence(before),
    thatAmountSentence(before),
    shouldBeChecked(row.kind) && myResultsTexts('thatToBeChecked'),
    isNotedAsDoubtful(row) && myResultsTexts('thatDoubted'),
    side !== 'unknown' && myResultsTexts('wasBeside', { side, form: formOf(row) }),
    direction !== undefined && myResultsTexts(NOW[direction], { newest }),
  ].filter((one): one is string => one !== false && one !== '');
}

/** Says what a result before was converted from (rule 16); '' where it stands as it was sent. */
export function convertedSentence({ sides }: CardResult): string {
  const originals = sides.flatMap((row) => (row?.kind.isConverted ? [patientOriginal(row)] : []));
  return originals.length === 0 ? '' : myResultsTexts('thatConverted', { original: originals.join(' / ') });
}

/** Says over how long the amount before was collected: 60 mL of an hour is no fall from 1,500 mL of a day (rule 18); '' of any other result. */
export function thatAmountSentence({ row }: CardResult): string {
  const time = amountTime(row.kind);
  return time === '' ? '' : myResultsTexts('thatAmountOver', { time });
}

/** Says in which unit the value of a card was sent, where it stands in another one: a reader looks for the number of the own scale or meter. */
export const sentAsSentence = (card: PatientCard): string =>
  convertedNote(
    card.result.sides.filter((side) => side !== undefined),
    givenBy(card),
  );

/** "On November 12, 2026" is right of a day, and "in November 2026" of a month. */
const isExactDay = ({ kind: { precision } }: Row): 'yes' | 'no' =>
  precision === 'instant' || precision === 'day' ? 'yes' : 'no';

/**
 * Says what else a reader must know with the number: a missing side, its unit, a correction. Where no value is shown, it says no more than
 * why there is none.
 */
export function noteSentences(card: PatientCard): readonly string[] {
  const by = givenBy(card);
  const { sides } = card.result;
  const isPair = card.diastolic !== undefined;
  const rows = sides.filter((side) => side !== undefined);
  if (!hasShownValue(card))
    return [
      ...new Set([...rows.map(({ kind }) => noValueReason(kind, by)), ...notesWithoutValue(rows, by)]),
    ].filter((text) => text !== '');
  return [
    card.missingSide &&
      myResultsTexts(card.missingSide.isSent ? 'sideUnclear' : 'sideMissing', card.missingSide),
    ...resultNotes(rows, by, isPair),
  ].filter((text) => text !== undefined);
}

/**
 * Says what to do: to call now about a critical result, that one may ask about one inside its range, and to ask what any other means. In the
 * record of somebody who has died there is nothing to do, so it says whom one may ask about the record.
 */
export function adviceSentence(card: PatientCard, call: string | undefined, isDeceased: boolean): string {
  const urgent = urgentSentence(card);
  if (isDeceased) return joined(urgent, myResultsTexts('askAboutRecord'));
  if (urgent !== undefined) return joined(urgent, callSentence(call));
  const standing = standingOf(card);
  // Another result of the test may be outside of its range, and that is to be asked about.
  const next = standing === 'outside' ? undefined : nextStep(card);
  if (next !== undefined) return myResultsTexts(next);
  // Most measurements come without a range. A weight is nothing to worry about for that, and nothing is said to be well.
  if (standing === 'unknown' && isMeasurement(card)) return myResultsTexts('careTeamCanTell');
  return myResultsTexts(standing === 'inside' ? 'askQuestions' : 'askWhatItMeans');
}

/** A test without a result means nothing yet, so that nobody is told to ask what it means. */
function nextStep({ result }: PatientCard): 'careTeamCanTellWhen' | 'askIfDoneAgain' | undefined {
  const { row } = result;
  if (isCancelled(row.kind) || isWithoutResultWord(row)) return 'askIfDoneAgain';
  return isPreliminary(result) || isPendingWord(row) ? 'careTeamCanTellWhen' : undefined;
}

/** Says which result was marked as urgent, or that its group was; undefined where none was. */
export function urgentSentence(card: PatientCard): string | undefined {
  const mark = criticalMark(card);
  if (mark === undefined) return undefined;
  return myResultsTexts(mark.isOfGroup ? 'groupUrgent' : 'urgent', { by: givenBy(card), which: mark.which });
}

/** Says whom to call at once, with the number of the site where it has one. */
export const callSentence = (call: string | undefined): string =>
  call === undefined ? myResultsTexts('callNow') : myResultsTexts('callNowAt', { call });

const joined = (first: string | undefined, second: string): string =>
  first === undefined ? second : `${first} ${second}`;

/** Says in place of a value why there is none, without the date where the heading above has it. */
export function missingValueSentence(
  card: PatientCard,
  timeZone: string,
  isDateAbove = false,
): string | undefined {
  const { result } = card;
  const { timeMs, kind } = result.row;
  const by = givenBy(card);
  const date = isDateAbove ? '' : longDate(timeMs, kind.precision, timeZone);
  if (isCancelled(kind)) return withoutValueSentence('cancelled', date, by);
  if (isPreliminary(result)) return withoutValueSentence('notFinal', date, by);
  if (kind.reason === 'panel') return myResultsTexts('groupName');
  if (kind.reason === 'modifier') return myResultsTexts('cannotRead');
  return isWithoutValue(result) ? myResultsTexts('noValue', { by }) : undefined;
}
