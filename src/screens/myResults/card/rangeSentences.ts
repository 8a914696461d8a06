/** Says where a result lies beside the range that was sent with it. Every sentence is one fact that was sent; nothing is concluded (rules 25 and 55). */
import { PANEL_FLAG_NOTE } from '../../../clinical/observation/flag.ts';
import { rangePosition, type RangeSide } from '../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import { convertedLimits, hasRangeInSentUnit, numberText, rangeText } from '../../../charts/format/format.ts';
import { patientSentUnit } from '../units/patientUnits.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { givenBy, type GivenBy, type PatientCard } from './cards.ts';
import { goalSentences, rangesBeside, sentGoals } from './sentGoals.ts';

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
  const asSent = (value: number | undefined): string => {
    if (value === undefined) return '';
    // The dash between two limits is no sign, so the sign comes from the number.
    const digits = numbers.find((one) => Number(one) === Math.abs(value)) ?? String(Math.abs(value));
    return numberText(value < 0 ? `-${digits}` : digits);
  };
  return [asSent(band?.low), asSent(band?.high)];
}

const COMPARED: readonly RangeSide[] = ['inside', 'above', 'below'];

/** Returns whether a mark is for the whole Observation, of which a result is one part, so that another part may be meant. */
export const isMarkedAsGroup = ({ flagText }: Pick<RowKind, 'flagText'>): boolean =>
  flagText.endsWith(PANEL_FLAG_NOTE);

/**
 * Says where one side of a result lies beside the range that was sent with it, and how it was marked. Of a result without a range that is
 * said; a measurement has none more often than not, so there nothing is said (rule 32).
 */
function positionSentences(row: Row, by: GivenBy, isPair: boolean): readonly string[] {
  const { byRange, byFlag, isDisputed } = rangePosition(row);
  const range = rangeWords(row.kind);
  // The mark of a blood pressure is for both of its numbers.
  const isOfGroup = !isPair && isMarkedAsGroup(row.kind);
  if (range !== '' && COMPARED.includes(byRange)) {
    const said = myResultsTexts('position', { by, side: byRange, range });
    const key = isOfGroup ? 'groupMarked' : 'butMarked';
    return [
      said,
      ...(isDisputed ? [myResultsTexts(key, { by, side: byFlag })] : []),
      ...besideSentences(row.kind, by),
    ];
  }
  const key = isOfGroup ? 'groupMarked' : 'marked';
  const marked = byFlag === 'unknown' ? [] : [myResultsTexts(key, { by, side: byFlag })];
  return [...marked, ...rangeAlone(row.kind, by, marked.length > 0)];
}

/** Says the ranges beside the one that a result was compared with. */
export function besideSentences(kind: RowKind, by: GivenBy): readonly string[] {
  const text = rangesBeside(kind);
  return text === ''
    ? []
    : [myResultsTexts('rangeInWords', { by, range: myResultsTexts('inWords', { text }) })];
}

/** Says the range with which nothing is compared, or that there is none. */
function rangeAlone(kind: RowKind, by: GivenBy, isMarked: boolean): readonly string[] {
  const limits = rangeWords(kind) || rangeInSentUnit(kind);
  if (limits !== '') return [myResultsTexts('rangeIs', { by, range: limits }), ...besideSentences(kind, by)];
  const { goals, others } = sentGoals(kind);
  const words = rangeText({ ...kind, rangeText: others });
  if (words !== '') return [myResultsTexts('rangeInWords', { by, range: words })];
  return isMarked || goals.length > 0 || by === 'other' ? [] : [myResultsTexts('noRange')];
}

/** Says where the result of a card lies, and then each goal that was sent with it. Of a blood pressure each number has its own. */
export function positionSentencesOf(card: PatientCard): readonly string[] {
  const { sides } = card.result;
  const by = givenBy(card);
  const saidOf = (row: Row): readonly string[] => [
    ...positionSentences(row, by, card.diastolic !== undefined),
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
