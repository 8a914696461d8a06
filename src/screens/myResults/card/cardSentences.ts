/** What a card says of a result. Every sentence is one fact that was sent; nothing is concluded (rules 25 and 55). */
import { attachedWords } from '../../../clinical/observation/attached/attachedWords.ts';
import { rangePosition, type RangeSide } from '../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import type { NewerResult } from '../../../clinical/series/newest/newerUncharted.ts';
import {
  convertedLimits,
  hasRangeInSentUnit,
  numberText,
  originalText,
  rangeText,
  sentUnitText,
  unitText,
  valueText,
} from '../../../charts/format/format.ts';
import { hasCorrectedStatus } from '../../../charts/marks/symbols.tsx';
import { longDate } from '../patientDates.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import {
  isCritical,
  isOutsideRange,
  isPreliminary,
  isWithoutValue,
  sideOf,
  type CardResult,
  type PatientCard,
} from './cards.ts';

/** Returns "5.8 mmol/L". */
export const valueWithUnit = ({ text, unit }: Pick<CardResult, 'text' | 'unit'>): string =>
  unit === '' ? text : `${text} ${unit}`;

const STRICT = /^\s*[<>](?!=)/;

/** Returns "3.5 to 5.0", "below 5.7" or "60 or higher"; '' where the range has no limits that can be compared. */
export function rangeWords(kind: RowKind): string {
  const { band } = kind;
  if (band === undefined || hasRangeInSentUnit(kind)) return '';
  return limitWords(limitTexts(kind), band.isFromText && STRICT.test(kind.rangeText));
}

function limitWords([low, high]: readonly [low: string, high: string], isStrict: boolean): string {
  if (low !== '' && high !== '') return myResultsTexts('between', { low, high });
  if (high !== '') return myResultsTexts(isStrict ? 'below' : 'upTo', { limit: high });
  return low === '' ? '' : myResultsTexts(isStrict ? 'above' : 'from', { limit: low });
}

/** Returns the limits in the unit in which they were sent, where the result was converted and its range could not be. */
function rangeInSentUnit(kind: RowKind): string {
  if (!hasRangeInSentUnit(kind)) return '';
  const words = limitWords([numberText(kind.rangeLow), numberText(kind.rangeHigh)], false);
  return words && `${words} ${sentUnitText(kind)}`.trim();
}

/** Returns the limits with the digits that were sent, or those of the conversion, as clinicians read them. */
export function limitTexts(kind: RowKind): readonly [low: string, high: string] {
  const { band, isConverted, rangeText: sent } = kind;
  const { rangeLow, rangeHigh } = isConverted && band ? convertedLimits(kind, band) : kind;
  if (rangeLow !== '' || rangeHigh !== '') return [numberText(rangeLow), numberText(rangeHigh)];
  const numbers = sent.match(/\d+(?:\.\d+)?/g) ?? [];
  const asSent = (value: number | undefined): string =>
    value === undefined
      ? ''
      : numberText(numbers.find((one) => Number(one) === Math.abs(value)) ?? String(value));
  return [asSent(band?.low), asSent(band?.high)];
}

const OF_SIDE = {
  inside: 'isInside',
  above: 'isAbove',
  below: 'isBelow',
} as const;
const MARKED = {
  inside: 'markedInside',
  above: 'markedAbove',
  below: 'markedBelow',
  outside: 'markedOutside',
} as const;
const BUT_MARKED = {
  inside: 'butMarkedInside',
  above: 'butMarkedAbove',
  below: 'butMarkedBelow',
  outside: 'butMarkedOutside',
} as const;

const isCompared = (side: RangeSide): side is keyof typeof OF_SIDE => Object.hasOwn(OF_SIDE, side);
const isMarked = (side: RangeSide): side is keyof typeof MARKED => side !== 'unknown';

/** Says where one side of a result lies beside the range that was sent with it, and what the laboratory marked. */
export function positionSentences(row: Row): readonly string[] {
  const { byRange, byFlag, isDisputed } = rangePosition(row);
  const range = rangeWords(row.kind);
  if (range !== '' && isCompared(byRange)) {
    const said = myResultsTexts(OF_SIDE[byRange], { range });
    return isDisputed && isMarked(byFlag) ? [said, myResultsTexts(BUT_MARKED[byFlag])] : [said];
  }
  const marked = isMarked(byFlag) ? [myResultsTexts(MARKED[byFlag])] : [];
  const limits = range || rangeInSentUnit(row.kind);
  if (limits !== '') return [...marked, myResultsTexts('rangeIs', { range: limits })];
  const words = rangeText(row.kind);
  if (words !== '') return [...marked, myResultsTexts('rangeInWords', { range: words })];
  return marked.length > 0 ? marked : [myResultsTexts('noRange')];
}

/** Says where the newest result lies. Of a blood pressure each number has its own range. */
export function positionSentencesOf({ sides }: CardResult): readonly string[] {
  const known = sides.flatMap((side) => (side ? [positionSentences(side)] : []));
  if (sides.length === 1 || new Set(known.flat()).size === 1) return known[0] ?? [];
  return sides.flatMap((side, i) => {
    if (side === undefined) return [];
    const said = positionSentences(side).join(' ');
    return [myResultsTexts(i === 0 ? 'upperNumber' : 'lowerNumber', { said })];
  });
}

const WAS = {
  inside: 'wasInside',
  above: 'wasAbove',
  below: 'wasBelow',
  outside: 'wasOutside',
  unknown: 'wasLastTime',
} as const;

/** Says the result before, and whether the number is higher now. */
export function beforeSentences(
  { before, result, direction }: PatientCard,
  timeZone: string,
): readonly string[] {
  if (before === undefined) return [];
  const { row } = before;
  const date = longDate(row.timeMs, row.kind.precision, timeZone);
  const unit = before.unit === result.unit ? '' : before.unit;
  const value = valueWithUnit({ text: before.text, unit: unit || result.unit });
  const said = myResultsTexts(WAS[sideOf(before)], { date, value });
  if (direction === undefined) return [said];
  const now = { up: 'nowHigher', down: 'nowLower', same: 'nowSame' } as const;
  return [said, myResultsTexts(now[direction])];
}

/** Says what else a reader must know with the number: its state, its unit, a correction, a result of the same time. */
export function noteSentences({ result, others }: PatientCard): readonly string[] {
  const { row, sides } = result;
  const rows = sides.filter((side) => side !== undefined);
  const words = [...new Set(rows.flatMap(attachedWords))];
  return [
    rows.some(({ kind }) => kind.isUnitInDoubt || kind.check !== '') && myResultsTexts('unitInDoubt'),
    rows.some(({ kind }) => hasCorrectedStatus(kind)) && myResultsTexts('corrected'),
    row.kind.isConverted && myResultsTexts('converted', { original: originalText(row) }),
    others.length > 0 && myResultsTexts('alsoAtThatTime', { values: others.join(', ') }),
    words.length > 0 && myResultsTexts('labNote', { words: words.join(', ') }),
  ].filter((text) => text !== false);
}

/** Says a result that may be newer and is no final number (rule 13). A preliminary one is announced without its value. */
export function newerSentence(
  { manner, order, lead: { row, series } }: NewerResult,
  timeZone: string,
): string {
  const date = longDate(row.timeMs, row.kind.precision, timeZone);
  if (manner === 'cancelled') return myResultsTexts('cancelled', { date });
  if (
    manner === 'preliminary' ||
    row.kind.reason === 'preliminary-hidden' ||
    row.kind.status === 'preliminary'
  )
    return date === '' ? myResultsTexts('notFinalNoDate') : myResultsTexts('notFinal', { date });
  const text = newerValue(row, series);
  if (text === '')
    return date === '' ? myResultsTexts('noValue') : myResultsTexts('newerWithoutValue', { date });
  if (date === '') return myResultsTexts('undatedResult', { value: text });
  if (order !== 'after') return myResultsTexts('perhapsNewer', { date, value: text });
  return manner === 'other-unit'
    ? myResultsTexts('newerInOtherUnit', { date, value: text })
    : myResultsTexts('newerInWords', { date, text });
}

function newerValue(row: Row, series: NewerResult['lead']['series']): string {
  const text = valueText(row, series);
  if (text === '') return row.kind.absentReason;
  const isNumber = row.kind.drawing !== 'listed' || !Number.isNaN(Number.parseFloat(row.valueText));
  const unit = row.kind.drawing === 'listed' ? sentUnitText(row.kind) : unitText(row, series);
  return isNumber && unit !== '' ? `${text} ${unit}` : text;
}

/**
 * Says what to do: to call now about a critical result, to ask about one outside the range, or that one may ask. In the record of
 * somebody who has died there is nothing to do, so it says whom one may ask about the record.
 */
export function adviceSentence(card: PatientCard, call: string | undefined, isDeceased: boolean): string {
  if (isDeceased) {
    const ask = myResultsTexts('askAboutRecord');
    return isCritical(card) ? `${myResultsTexts('wasUrgent')} ${ask}` : ask;
  }
  if (isCritical(card))
    return call === undefined ? myResultsTexts('callNow') : myResultsTexts('callNowAt', { call });
  const isKnownInside = sideOf(card.result) === 'inside' && card.newer.length === 0;
  return myResultsTexts(isOutsideRange(card.result) || !isKnownInside ? 'askWhatItMeans' : 'askQuestions');
}

/** Says in place of a value why there is none. */
export function missingValueSentence({ result }: PatientCard, timeZone: string): string | undefined {
  const { row } = result;
  const date = longDate(row.timeMs, row.kind.precision, timeZone);
  if (isPreliminary(result))
    return date === '' ? myResultsTexts('notFinalNoDate') : myResultsTexts('notFinal', { date });
  return isWithoutValue(result) ? myResultsTexts('noValue') : undefined;
}
