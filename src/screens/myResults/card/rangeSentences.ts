/** Says where a result lies beside the range that was sent with it. Every sentence is one fact that was sent; nothing is concluded (rules 25 and 55). */
import { strictSideOf, type RangeSide } from '../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import { numberText } from '../../../charts/format/numberText.ts';
import {
  convertedLimits,
  hasLimitInOwnUnit,
  hasRangeInSentUnit,
  limitsAsSent,
  rangeText,
  readableLimits,
} from '../../../charts/format/rangeText.ts';
import { patientSentUnit, patientUnit } from '../units/patientUnits.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { givenBy, type GivenBy, type PatientCard } from './cards.ts';
import { cardPosition, isOfGroup, withoutGroupNote } from './marks/groupMark.ts';
import { formOf, isInWords } from './inWords.ts';
import { valueWithUnit } from './maybeNewerSentences.ts';
import { AGE_SIGNS, goalSentences, rangesBeside, sentGoals, signInWords } from './sentGoals.ts';

/** Returns "3.5 to 5.0", "less than 5.7" or "60 or higher"; '' where the range has no limits that can be compared. */
export function rangeWords(kind: RowKind): string {
  const { band } = kind;
  if (band === undefined || hasRangeInSentUnit(kind)) return '';
  return limitWords(limitTexts(kind), strictSideOf(kind) !== '');
}

function limitWords([low, high]: readonly [low: string, high: string], isStrict: boolean): string {
  if (low !== '' && high !== '') return myResultsTexts('between', { low, high });
  if (high !== '') return myResultsTexts(isStrict ? 'below' : 'upTo', { limit: high });
  return low === '' ? '' : myResultsTexts(isStrict ? 'above' : 'from', { limit: low });
}

/**
 * Returns the limits with their unit, where they are in another one than the value: they were sent so, or the value was converted and they
 * could not be. It is '' where words came with them, which say more.
 */
function rangeInSentUnit(kind: RowKind): string {
  const isOther = kind.band === undefined && hasLimitInOwnUnit(kind);
  if (!(isOther || hasRangeInSentUnit(kind)) || sentGoals(kind).others !== '') return '';
  const words = sentLimitWords(kind);
  return isOther || words === '' ? words : `${words} ${patientSentUnit(kind)}`.trim();
}

/** Returns the limits in words, each with the unit that it has of its own. */
const sentLimitWords = (kind: RowKind): string =>
  limitWords(readableLimits(kind, myResultsTexts('noUnit')), false);

/** Returns the limits with the digits that were sent, or those of the conversion, as clinicians read them. */
export function limitTexts(kind: RowKind): readonly [low: string, high: string] {
  const { band, isConverted, rangeText: sent } = kind;
  const { rangeLow, rangeHigh } = isConverted && band ? convertedLimits(kind, band) : kind;
  const numbers = sent.match(/\d+(?:\.\d+)?/g) ?? [];
  const asSent = (value: number | undefined): string => {
    if (value === undefined) return '';
    // The dash between two limits is no sign, so the sign comes from the number.
    const digits = numbers.find((one) => Number(one) === Math.abs(value)) ?? String(Math.abs(value));
    return numberText(value < 0 ? `-${digits}` : digits);
  };
  return [numberText(rangeLow) || asSent(band?.low), numberText(rangeHigh) || asSent(band?.high)];
}

const COMPARED: readonly RangeSide[] = ['inside', 'above', 'below'];

/**
 * Says where one side of a result lies beside the range that was sent with it, and how it was marked. Of a result without a range that is
 * said; a measurement has none more often than not, so there nothing is said (rule 32).
 */
function positionSentences(row: Row, by: GivenBy, isPair: boolean): readonly string[] {
  const { byRange, byFlag, isDisputed, isMarkOfGroup } = cardPosition(row, isPair);
  const range = rangeWords(row.kind);
  if (range !== '' && COMPARED.includes(byRange)) {
    const said = myResultsTexts('position', { by, side: byRange, range });
    const key = isMarkOfGroup ? 'groupMarked' : 'butMarked';
    return [
      said,
      ...(isDisputed ? [myResultsTexts(key, { by, side: byFlag })] : []),
      ...besideSentences(row, by),
    ];
  }
  const key = isMarkOfGroup ? 'groupMarked' : 'marked';
  const marked = byFlag === 'unknown' ? [] : [myResultsTexts(key, { by, side: byFlag, form: formOf(row) })];
  return [...marked, ...rangeAlone(row, by, { isMarked: marked.length > 0, isPair })];
}

/** The reading of a range writes behind it for which ages it is (`clinical/observation/range.ts`): "(age 0 y–17 y)", "(age ≥18 y)". */
const AGES = /\(age ([<>≤≥]? ?\d{1,4}(?:\.\d{1,3})? \p{L}{1,12}(?:–\d{1,4}(?:\.\d{1,3})? \p{L}{1,12})?)\)/gu;

/** Returns the words of a range with its ages in the language of the page. */
const withAgesInWords = (range: string): string =>
  range.replaceAll(AGES, (_, ages: string) => {
    const age = ages.replaceAll(
      /(\d{1,4}(?:\.\d{1,3})?) (\p{L}{1,12})/gu,
      (_span, value: string, unit: string) => `${value} ${patientUnit(unit, value)}`,
    );
    return myResultsTexts('forAge', { age: signInWords(age, AGE_SIGNS) });
  });

/** Says the ranges beside the one that a result was compared with. */
export function besideSentences(row: Row, by: GivenBy): readonly string[] {
  const text = withAgesInWords(rangesBeside(row));
  return text === ''
    ? []
    : [myResultsTexts('rangeInWords', { by, form: formOf(row), range: myResultsTexts('inWords', { text }) })];
}

type WordsOfRange = {
  /** These are the words as they were sent, in quotation marks; '' without any. */
  readonly range: string;
  /** They were sent for a group of results, so that another one may be meant. */
  readonly isGroup: boolean;
};

/** Returns the words of a range with which nothing is compared, other than goals. */
export function wordsOfRange(kind: RowKind, isPair: boolean): WordsOfRange {
  const { others } = sentGoals(kind);
  const range = rangeText({ ...kind, rangeText: withoutGroupNote(others) });
  // Limits that are compared with nothing stand before the words as they were sent.
  const isAsSent = kind.band === undefined;
  return {
    range: withAgesInWords(isAsSent ? range.replace(limitsAsSent(kind), () => sentLimitWords(kind)) : range),
    isGroup: !isPair && isOfGroup(others),
  };
}

type AloneContext = { readonly isMarked: boolean; readonly isPair: boolean };

/** Says the range with which nothing is compared, or that there is none. */
function rangeAlone(row: Row, by: GivenBy, { isMarked, isPair }: AloneContext): readonly string[] {
  const { kind } = row;
  const limits = rangeWords(kind) || rangeInSentUnit(kind);
  if (limits !== '') return [myResultsTexts('rangeIs', { by, range: limits }), ...besideSentences(row, by)];
  const { range, isGroup } = wordsOfRange(kind, isPair);
  if (range !== '')
    return [myResultsTexts(isGroup ? 'groupRangeInWords' : 'rangeInWords', { by, range, form: formOf(row) })];
  // An answer in words needs no range.
  const isWithoutNeed = isMarked || isInWords(row) || sentGoals(kind).goals.length > 0 || by === 'other';
  return isWithoutNeed ? [] : [myResultsTexts('noRange')];
}

/** Says what the sign of a result means, where the result lies, and then each goal that was sent with it. */
export function positionSentencesOf(card: PatientCard): readonly string[] {
  const by = givenBy(card);
  const limit = card.diastolic === undefined ? limitSentence(card) : '';
  if (limit !== '') return [limit, ...sidesSentences(card, by)];
  return sidesSentences(card, by);
}

const SIGNS = { '<': 'below', '>': 'above', '<=': 'upTo', '>=': 'from' } as const;

/** Says the sign of a limit in words: "<0.04" means less than 0.04 (rule 20); '' of an exact number, or of words. */
function limitSentence({ result: { row, text, unit } }: PatientCard): string {
  const { comparator } = row.kind;
  if (comparator === '' || Number.isNaN(row.value)) return '';
  const limit = valueWithUnit({ text: text.replace(/^[<>]=?\s*/, ''), unit });
  return myResultsTexts('meansLimit', { sign: SIGNS[comparator], limit });
}

/** Of a blood pressure each number has its own sentences. */
function sidesSentences(card: PatientCard, by: GivenBy): readonly string[] {
  const { sides } = card.result;
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
