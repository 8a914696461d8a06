/** Says where a measurement lies beside the range or the mark that was sent with it. Without either nothing is said (rule 32). */
import { originalText, rangeText, valueText } from '../../../charts/format/format.ts';
import { hasCorrectedStatus } from '../../../charts/marks/symbols.tsx';
import { attachedWords } from '../../../clinical/observation/attached/attachedWords.ts';
import { rangePosition, type RangeSide } from '../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { isCritical, isOutsideRange, type PatientCard } from '../card/cards.ts';
import { rangeWords } from '../card/cardSentences.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { longDateAndTime } from '../patientDates.ts';
import { measurementsTexts } from './measurements.messages.ts';

const BY_RANGE = { inside: 'isInside', above: 'isAbove', below: 'isBelow' } as const;
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
const isKeyOf = <Words extends object>(words: Words, side: RangeSide | keyof Words): side is keyof Words =>
  Object.hasOwn(words, side);

function rowSentences(row: Row): readonly string[] {
  const { byRange, byFlag, isDisputed } = rangePosition(row);
  const range = rangeWords(row.kind);
  if (range !== '' && isKeyOf(BY_RANGE, byRange)) {
    const said = measurementsTexts(BY_RANGE[byRange], { range });
    return isDisputed && isKeyOf(BUT_MARKED, byFlag) ? [said, measurementsTexts(BUT_MARKED[byFlag])] : [said];
  }
  const marked = isKeyOf(MARKED, byFlag) ? [measurementsTexts(MARKED[byFlag])] : [];
  const words = rangeText(row.kind);
  return words === '' ? marked : [...marked, measurementsTexts('rangeInWords', { range: words })];
}

/** Says where the newest measurement lies; of a blood pressure each number for itself. */
export function measurementPosition({ result, diastolic }: PatientCard): readonly string[] {
  if (diastolic === undefined) return rowSentences(result.row);
  const [upper, lower] = result.sides;
  const sides = [
    ['upperNumber', upper],
    ['lowerNumber', lower],
  ] as const;
  return sides.flatMap(([key, row]) =>
    (row ? rowSentences(row) : []).map((text) =>
      measurementsTexts('ofSide', { side: measurementsTexts(key), text }),
    ),
  );
}

/** Says what else must be known with the number: a missing side, the unit, a correction, what stood at the same time. */
export function measurementNotes({ result, diastolic, others }: PatientCard): readonly string[] {
  const [upper, lower] = result.sides;
  const rows = result.sides.filter((side) => side !== undefined);
  const words = [...new Set(rows.flatMap(attachedWords))];
  return [
    diastolic !== undefined && upper === undefined && measurementsTexts('upperMissing'),
    diastolic !== undefined && lower === undefined && measurementsTexts('lowerMissing'),
    rows.some(({ kind }) => kind.isUnitInDoubt || kind.check !== '') && myResultsTexts('unitInDoubt'),
    rows.some(({ kind }) => hasCorrectedStatus(kind)) && measurementsTexts('corrected'),
    result.row.kind.isConverted && measurementsTexts('converted', { original: originalText(result.row) }),
    others.length > 0 && myResultsTexts('alsoAtThatTime', { values: others.join(', ') }),
    words.length > 0 && measurementsTexts('notedWith', { words: words.join(', ') }),
  ].filter((text) => text !== false);
}

/** Says the reading before the newest one. */
export function readingBefore({ before, series, diastolic }: PatientCard, timeZone: string): string {
  if (before === undefined) return '';
  const { row, unit } = before;
  const text = diastolic ? before.text : valueText(row, series);
  const date = longDateAndTime(row.timeMs, row.kind.precision, timeZone);
  return measurementsTexts('before', { date, value: unit === '' ? text : `${text} ${unit}` });
}

/**
 * Says what to do: to call now about what was marked as urgent, to ask about what lies outside its range, or that one may ask. In the
 * record of somebody who has died it says whom one may ask about the record.
 */
export function measurementAdvice(card: PatientCard, call: string | undefined, isDeceased: boolean): string {
  if (isDeceased) {
    const ask = myResultsTexts('askAboutRecord');
    return isCritical(card) ? `${measurementsTexts('wasUrgent')} ${ask}` : ask;
  }
  if (isCritical(card))
    return call === undefined ? measurementsTexts('callNow') : measurementsTexts('callNowAt', { call });
  return myResultsTexts(isOutsideRange(card.result) ? 'askWhatItMeans' : 'askQuestions');
}
