/** Says what may be newer than the result of a card, and what else was measured at its time (rules 13, 23 and 34). It is said first. */
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import type { NewerPart, NewerResult } from '../../../clinical/series/newest/newerUncharted.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { valueText } from '../../../charts/format/valueText.ts';
import { dateBeside } from '../patientDates.ts';
import { patientSentUnit, patientUnitOf } from '../units/patientUnits.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import {
  givenBy,
  hasShownValue,
  shownTied,
  type CardResult,
  type GivenBy,
  type PatientCard,
} from './cards.ts';
import { noValueReason } from './absence.ts';
import { hasNoSureDate } from './aside/asideResults.ts';
import { newerOutside, maybeNewerResults, sideOf } from './cardStanding.ts';
import {
  hasDoubtfulDate,
  hasDoubtfulUnit,
  hasNoUnit,
  hasOddParts,
  hasUnknownStatus,
  hasUnusualValue,
  wasReplaced,
} from './doubts.ts';
import { formOf } from './inWords.ts';
import { pointsToNotes, shorthandMeaning } from './labShorthand.ts';
import { isNotFinal } from './notFinal.ts';
import { ownWords } from './ownWords.ts';
import { amountNote, codeAloneNote, convertedNote, notesWithoutValue } from './resultNotes.ts';

/** Returns "5.8 mmol/L". */
export const valueWithUnit = ({ text, unit }: Pick<CardResult, 'text' | 'unit'>): string =>
  unit === '' ? text : `${text} ${unit}`;

/** Says that a test is not final yet, or was cancelled. */
export function withoutValueSentence(
  key: 'notFinal' | 'cancelled' | 'newerWithoutValue',
  date: string,
  by: GivenBy,
): string {
  if (date !== '') return myResultsTexts(key, { by, date });
  const undated = {
    notFinal: 'notFinalNoDate',
    cancelled: 'cancelledNoDate',
    newerWithoutValue: 'undatedWithoutValue',
  } as const;
  return myResultsTexts(undated[key], { by });
}

const partsOf = ({ parts }: NewerResult): readonly NewerPart[] => parts.filter((part) => part !== undefined);

/**
 * Says a result that may be newer than the shown one and is no final number (rule 13). One that is not final is announced without its value.
 */
export function newerSentence(newer: NewerResult, timeZone: string, by: GivenBy, shown?: Row): string {
  const { manner, order, lead } = newer;
  const sent = dateBeside(lead.row, shown, timeZone);
  const isDateInDoubt = hasDoubtfulDate(lead.row.kind);
  const date = isDateInDoubt ? '' : sent;
  const rows = partsOf(newer).map(({ row }) => row);
  const kinds = rows.map(({ kind }) => kind);
  const absences = [...new Set(kinds.map((one) => noValueReason(one, by)))];
  const notes = notesWithoutValue(rows, by);
  if (manner === 'cancelled')
    return sentence(withoutValueSentence('cancelled', date, by), ...absences, ...notes);
  if (manner === 'preliminary' || kinds.some(isNotFinal)) return withoutValueSentence('notFinal', date, by);
  const said = newerValue(newer);
  if (said === undefined) return myResultsTexts('newerUnsafe', { by });
  if (said.text === '')
    return sentence(withoutValueSentence('newerWithoutValue', date, by), ...absences, ...notes);
  // It stands apart for its code and not for its unit.
  const how = lead.isInShownUnit ? 'apart' : manner;
  const known: ValueSaid = { ...said, date, by, newer: order === 'after' ? how : order };
  return sentence(
    isDateInDoubt ? doubtfulDateSentence(known, sent) : valueSentence(known),
    convertedNote(rows, by),
    ...new Set(rows.flatMap((row) => [shorthandMeaning(row), codeAloneNote(row), amountNote(row)])),
    ...(rows.some(pointsToNotes) ? notes : []),
    outsideText(newerOutside(newer), formOf(lead.row)),
    ...doubtSentences(kinds, by),
    ...absences,
  );
}

/** Says what of a value is not certain, wherever the value stands beside the one of a card. */
const doubtSentences = (kinds: readonly RowKind[], by: GivenBy): readonly string[] =>
  [
    kinds.some(wasReplaced) && myResultsTexts('replaced', { by }),
    kinds.some(hasUnknownStatus) && myResultsTexts('statusUnknown', { by }),
    kinds.some(hasNoUnit) && myResultsTexts('unitMissing', { by }),
    kinds.some(hasDoubtfulUnit) && myResultsTexts('unitInDoubt', { by }),
    kinds.some(hasUnusualValue) && myResultsTexts('valueUnusual'),
    kinds.some(hasOddParts) && myResultsTexts('partsContradict', { by }),
  ].filter((text) => text !== false);

/** Joins the sentences that say something. */
const sentence = (...texts: readonly (string | false)[]): string =>
  texts.filter((text) => text !== false && text !== '').join(' ');

type NewerValue = { readonly text: string; readonly isInWords: boolean };
type ValueSaid = NewerValue & { readonly date: string; readonly by: GivenBy; readonly newer: string };

const shownValue = ({ text, isInWords }: NewerValue): string =>
  isInWords ? myResultsTexts('inWords', { text }) : text;

/** A date that cannot be right is told as that, and nothing is newer for it. */
const doubtfulDateSentence = (said: ValueSaid, date: string): string =>
  myResultsTexts('doubtfulDateResult', { by: said.by, date, value: shownValue(said) });

function valueSentence({ date, by, newer, ...said }: ValueSaid): string {
  const { text, isInWords } = said;
  const value = shownValue(said);
  if (date === '') return myResultsTexts('undatedResult', { by, value });
  if (newer === 'same-time') return myResultsTexts('alsoAtThatTime', { by, when: 'moment', values: value });
  if (newer === 'perhaps-after' || newer === 'only')
    return myResultsTexts('perhapsNewer', { by, date, value });
  if (newer === 'other-unit') return myResultsTexts('newerInOtherUnit', { by, date, value });
  return isInWords
    ? myResultsTexts('newerInWords', { by, date, text })
    : myResultsTexts('newerNotCompared', { by, date, value });
}

const outsideText = (side: string | undefined, form: 'words' | 'number' = 'number'): string =>
  side === undefined ? '' : myResultsTexts('itIsOutside', { side, form });

const NUMBER = /^[-+−]?\d[\d.,]*$/;
/** A ratio, a titer and a span, such as "1:128" and "3.9–4.2", are no words. */
const LETTERS = /\p{L}{2}/u;

/** Returns the value as it was sent, of a blood pressure both; undefined where a modifier of it is not understood, or nothing here can show it. */
function newerValue(newer: NewerResult): NewerValue | undefined {
  const known = partsOf(newer);
  if (known.some(({ row }) => row.kind.reason === 'modifier')) return undefined;
  const own = known.map(({ row }) => ownWords(row)).find((words) => words !== '');
  if (own !== undefined)
    return own === myResultsTexts('cannotShow') ? undefined : { text: own, isInWords: false };
  const texts = newer.parts.map((part) => (part ? valueText(part.row, part.series) : '–'));
  if (texts.every((text) => text === '' || text === '–')) return { text: '', isInWords: true };
  const isNumber = known.every(
    ({ row }) => row.kind.drawing !== 'listed' || NUMBER.test(row.valueText.trim()),
  );
  const unit = isNumber ? (known.map(unitOf).find((one) => one !== '') ?? '') : '';
  const text = texts.map((one) => one || '–').join('/');
  return { text: valueWithUnit({ text, unit }), isInWords: !isNumber && LETTERS.test(text) };
}

const unitOf = ({ row, series }: NewerPart): string =>
  row.kind.drawing === 'listed' ? patientSentUnit(row.kind, row.valueText) : patientUnitOf(row, series);

/** A reader is told this many results without a date one by one. Of more the number is told, and all stand in the list of the test. */
const MAX_ASIDE = 3;

function asideSentences({ aside }: PatientCard, timeZone: string, by: GivenBy): readonly string[] {
  const isUndated = ({ lead }: NewerResult): boolean => hasNoSureDate(lead.row);
  const undated = aside.filter(isUndated);
  if (undated.length <= MAX_ASIDE) return aside.map((one) => newerSentence(one, timeZone, by));
  const isOutside = undated.some((one) => newerOutside(one) !== undefined);
  return [
    ...aside.filter((one) => !isUndated(one)).map((one) => newerSentence(one, timeZone, by)),
    sentence(
      myResultsTexts('manyUndated', { by, shown: countText(undated.length) }),
      isOutside && myResultsTexts('someOutside'),
    ),
  ];
}

/** Says everything that may be newer than the result of a card, and then what has another value at the same time. */
export function maybeNewerSentences(card: PatientCard, timeZone: string): readonly string[] {
  const by = givenBy(card);
  const { row } = card.result;
  const newer = [...card.newer, ...card.announced].map((one) => newerSentence(one, timeZone, by, row));
  const tied = shownTied(card).map((one) => tiedSentence(card, one, by));
  const aside = asideSentences(card, timeZone, by);
  return [...new Set([...newer, ...tied, ...aside, ...shownSentence(card, timeZone)])];
}

/** Says another result of the same time, with what of it is not certain. */
function tiedSentence({ result }: PatientCard, other: CardResult, by: GivenBy): string {
  const side = sideOf(other);
  const isMoment = [result, other].every(({ row }) => row.kind.precision === 'instant');
  const rows = other.sides.filter((row) => row !== undefined);
  return sentence(
    myResultsTexts('alsoAtThatTime', {
      by,
      when: isMoment ? 'moment' : 'about',
      values: valueWithUnit(other),
    }),
    convertedNote(rows, by),
    ...new Set(rows.map(amountNote)),
    side !== 'inside' && outsideText(side === 'unknown' ? undefined : side),
    ...doubtSentences(
      rows.map(({ kind }) => kind),
      by,
    ),
  );
}

/** Says how old the number is that follows, where a newer result stands before it. */
function shownSentence(card: PatientCard, timeZone: string): readonly string[] {
  const { row } = card.result;
  const dates = maybeNewerResults(card).map(({ lead }) => dateBeside(row, lead.row, timeZone));
  // The longest of them has the time of day, which a newer result of the same day asks for.
  const date = dates.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  if (date === '' || !hasShownValue(card)) return [];
  return [myResultsTexts('shownIsFrom', { by: givenBy(card), date })];
}
