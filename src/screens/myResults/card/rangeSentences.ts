/** Says where a result lies beside the range that was sent with it. Every sentence is one fact that was sent; nothing is concluded (rules 25 and 55). */
import { rangePosition, type RangeSide } from '../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import { convertedLimits, hasRangeInSentUnit, numberText, rangeText } from '../../../charts/format/format.ts';
import { patientSentUnit } from '../units/patientUnits.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { givenBy, type GivenBy, type PatientCard } from './cards.ts';
import { goalSentences, sentGoals } from './sentGoals.ts';

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
  return words && `${words} ${patientSentUnit(kind)}`.trim();
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

const COMPARED: readonly RangeSide[] = ['inside', 'above', 'below'];

/**
 * Says where one side of a result lies beside the range that was sent with it, and how it was marked. Of a result without a range that is
 * said; a measurement has none more often than not, so there nothing is said (rule 32).
 */
function positionSentences(row: Row, by: GivenBy): readonly string[] {
  const { byRange, byFlag, isDisputed } = rangePosition(row);
  const range = rangeWords(row.kind);
  if (range !== '' && COMPARED.includes(byRange)) {
    const said = myResultsTexts('position', { by, side: byRange, range });
    return isDisputed ? [said, myResultsTexts('butMarked', { by, side: byFlag })] : [said];
  }
  const marked = byFlag === 'unknown' ? [] : [myResultsTexts('marked', { by, side: byFlag })];
  const limits = range || rangeInSentUnit(row.kind);
  if (limits !== '') return [...marked, myResultsTexts('rangeIs', { by, range: limits })];
  const { goals, others } = sentGoals(row.kind);
  const words = rangeText({ ...row.kind, rangeText: others });
  if (words !== '') return [...marked, myResultsTexts('rangeInWords', { by, range: words })];
  const isSaid = marked.length + goals.length > 0 || by === 'other';
  return isSaid ? marked : [myResultsTexts('noRange')];
}

/** Says where the result of a card lies, and then each goal that was sent with it. Of a blood pressure each number has its own. */
export function positionSentencesOf(card: PatientCard): readonly string[] {
  const { sides } = card.result;
  const by = givenBy(card);
  const saidOf = (row: Row): readonly string[] => [
    ...positionSentences(row, by),
    ...goalSentences(row.kind, by),
  ];
  const known = sides.map((side) => (side ? saidOf(side) : []));
  const [first = [], ...others] = known;
  // A sentence about one number must not read as if it were about both.
  if (others.every((said) => said.join(' ') === first.join(' '))) return first;
  return known.flatMap((sentences, i) =>
    sentences.length === 0
      ? []
      : [myResultsTexts(i === 0 ? 'upperNumber' : 'lowerNumber', { said: sentences.join(' ') })],
  );
}
