/** Says what may be newer than the result of a card, and what else was measured at its time (rules 13, 23 and 34). It is said first. */
import type { NewerPart, NewerResult } from '../../../clinical/series/newest/newerUncharted.ts';
import { valueText } from '../../../charts/format/valueText.ts';
import { longDate } from '../patientDates.ts';
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
import { newerOutside, maybeNewerResults, sideOf } from './cardStanding.ts';
import { hasDoubtfulUnit, hasNoUnit, hasOddParts, hasUnknownStatus, hasUnusualValue } from './doubts.ts';
import { isNotFinal } from './notFinal.ts';
import { ownWords } from './ownWords.ts';

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

/** Says a result that may be newer and is no final number (rule 13). One that is not final is announced without its value. */
export function newerSentence(newer: NewerResult, timeZone: string, by: GivenBy): string {
  const { manner, order, lead } = newer;
  const { timeMs, kind } = lead.row;
  const date = longDate(timeMs, kind.precision, timeZone);
  if (manner === 'cancelled') return withoutValueSentence('cancelled', date, by);
  if (manner === 'preliminary' || partsOf(newer).some(({ row }) => isNotFinal(row.kind)))
    return withoutValueSentence('notFinal', date, by);
  const said = newerValue(newer);
  if (said === undefined) return myResultsTexts('newerUnsafe', { by });
  const kinds = partsOf(newer).map(({ row }) => row.kind);
  const absences = [...new Set(kinds.map((one) => noValueReason(one, by)))];
  if (said.text === '') return sentence(withoutValueSentence('newerWithoutValue', date, by), ...absences);
  return sentence(
    valueSentence({ ...said, date, by, newer: order === 'after' ? manner : 'perhaps' }),
    kinds.some(hasUnknownStatus) && myResultsTexts('statusUnknown', { by }),
    outsideText(newerOutside(newer)),
    kinds.some(hasNoUnit) && myResultsTexts('unitMissing', { by }),
    kinds.some(hasDoubtfulUnit) && myResultsTexts('unitInDoubt', { by }),
    kinds.some(hasUnusualValue) && myResultsTexts('valueUnusual'),
    kinds.some(hasOddParts) && myResultsTexts('partsContradict', { by }),
    ...absences,
  );
}

/** Joins the sentences that say something. */
const sentence = (...texts: readonly (string | false)[]): string =>
  texts.filter((text) => text !== false && text !== '').join(' ');

type NewerValue = { readonly text: string; readonly isInWords: boolean };
type ValueSaid = NewerValue & { readonly date: string; readonly by: GivenBy; readonly newer: string };

function valueSentence({ text, isInWords, date, by, newer }: ValueSaid): string {
  const value = isInWords ? myResultsTexts('inWords', { text }) : text;
  if (date === '') return myResultsTexts('undatedResult', { by, value });
  if (newer === 'perhaps') return myResultsTexts('perhapsNewer', { by, date, value });
  if (newer === 'other-unit') return myResultsTexts('newerInOtherUnit', { by, date, value });
  return isInWords
    ? myResultsTexts('newerInWords', { by, date, text })
    : myResultsTexts('newerNotCompared', { by, date, value });
}

const outsideText = (side: string | undefined): string =>
  side === undefined ? '' : myResultsTexts('itIsOutside', { side });

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

/** Says everything that may be newer than the result of a card, and then what has another value at the same time. */
export function maybeNewerSentences(card: PatientCard, timeZone: string): readonly string[] {
  const by = givenBy(card);
  const newer = maybeNewerResults(card).map((one) => newerSentence(one, timeZone, by));
  const tied = shownTied(card).map((one) => {
    const side = sideOf(one);
    const isMoment = [card.result, one].every(({ row }) => row.kind.precision === 'instant');
    const when = isMoment ? 'moment' : 'about';
    const said = myResultsTexts('alsoAtThatTime', { by, when, values: valueWithUnit(one) });
    return side === 'inside' || side === 'unknown' ? said : `${said} ${outsideText(side)}`;
  });
  return [...new Set([...newer, ...tied, ...shownSentence(card, timeZone)])];
}

/** Says how old the number is that follows, where a newer result stands before it. */
function shownSentence(card: PatientCard, timeZone: string): readonly string[] {
  const { timeMs, kind } = card.result.row;
  const date = longDate(timeMs, kind.precision, timeZone);
  if (maybeNewerResults(card).length === 0 || date === '' || !hasShownValue(card)) return [];
  return [myResultsTexts('shownIsFrom', { by: givenBy(card), date })];
}
