/** The table and the chart say this of one result, in everyday words. A value that may not be shown is never among them. */
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { valueText } from '../../../charts/format/valueText.ts';
import { isTextResult } from '../../../charts/reading/readingText.ts';
import type { RangeSide } from '../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Reason, Row } from '../../../clinical/observation/resultRow.ts';
import { isCancelled } from '../../../clinical/series/newest/newerUncharted.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { noValueReason } from '../card/absence.ts';
import { besideSentences, rangeWords, wordsOfRange } from '../card/rangeSentences.ts';
import { goalSentences } from '../card/sentGoals.ts';
import { givenBy, type GivenBy, type PatientCard } from '../card/cards.ts';
import { cardPosition, type CardPosition } from '../card/marks/groupMark.ts';
import { formOf, isInWords as isAnswer } from '../card/inWords.ts';
import { isNotFinal } from '../card/notFinal.ts';
import { ownWords } from '../card/ownWords.ts';
import { convertedNote, notesWithoutValue, resultNotes } from '../card/resultNotes.ts';
import { patientSentUnit, patientUnitOf } from '../units/patientUnits.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { oneResultTexts } from './oneResult.messages.ts';

export type EntryWords = {
  /** The value as the laboratory wrote it; '' where it is not shown. */
  readonly value: string;
  readonly unit: string;
  /** These say where the value lies beside its range, or else why there is no value. */
  readonly places: readonly string[];
  readonly notes: readonly string[];
  /** This note among them says what was sent, where the value stands in another unit. It goes wherever the value does. */
  readonly sentAs: string;
};

/** The series of a card: of a blood pressure there are two. */
export type SeriesOfCard = Pick<PatientCard, 'series' | 'diastolic'>;

/** The result of a card says whether a laboratory sent it. */
export type EntryCard = SeriesOfCard & Pick<PatientCard, 'result'>;

type SeriesWords = {
  readonly row: Row;
  readonly series: Series;
  /** The result is in words and no number. */
  readonly isWords: boolean;
};

const WITHHELD: Readonly<Partial<Record<Reason, () => string>>> = {
  'another-subject': () => oneResultTexts('otherPerson'),
  'quality-control': () => oneResultTexts('laboratoryCheck'),
  panel: () => myResultsTexts('groupName'),
  modifier: () => myResultsTexts('cannotRead'),
};

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' ');

/** Returns in words why a row has no value to show; undefined where it has one. */
function missingValue(row: Row, by: GivenBy): string | undefined {
  const { kind } = row;
  if (isNotFinal(kind)) return oneResultTexts('notFinal', { by });
  if (isCancelled(kind)) return joined([oneResultTexts('cancelled'), noValueReason(kind, by)]);
  const withheld = kind.reason === '' ? undefined : WITHHELD[kind.reason];
  if (withheld !== undefined) return withheld();
  if (kind.reason !== 'no-value' && row.valueText !== '') return undefined;
  return joined([oneResultTexts('noValue'), noValueReason(kind, by)]);
}

function valueOf({ row, series, isWords }: SeriesWords): string {
  const own = ownWords(row);
  if (own !== '') return own;
  const text = valueText(row, series);
  return isWords ? myResultsTexts('inWords', { text }) : text;
}

/** Words, and a number that was sent as a text, hold their unit already. */
function unitOf({ row, series, isWords }: SeriesWords): string {
  const { drawing, isParsedFromText, isConverted } = row.kind;
  if (drawing !== 'listed') return patientUnitOf(row, series);
  if (isWords || isParsedFromText) return '';
  return isConverted ? patientUnitOf(row, series) : patientSentUnit(row.kind, row.valueText);
}

const COMPARED = { inside: 'inside', above: 'above', below: 'below' } as const;
const isCompared = (side: RangeSide): side is keyof typeof COMPARED => Object.hasOwn(COMPARED, side);

/** Says how a value was marked; '' without a mark. */
function markWords(row: Row, { byFlag: side, isMarkOfGroup }: CardPosition, by: GivenBy): string {
  if (side === 'unknown') return '';
  return isMarkOfGroup
    ? myResultsTexts('groupMarked', { by, side })
    : oneResultTexts('marked', { by, side, form: formOf(row) });
}

/** Says the range in the words in which it was sent; '' without any. */
function sentRange({ kind }: Row, by: GivenBy, isPair: boolean): string {
  const { range, isGroup } = wordsOfRange(kind, isPair);
  if (range === '') return '';
  return isGroup
    ? myResultsTexts('groupRangeInWords', { by, range })
    : oneResultTexts('rangeInWords', { by, range });
}

/** Says where a value lies beside the range that came with it, how the laboratory marked it, and which goal came with it (rules 26 and 55). */
function placeWords(row: Row, by: GivenBy, isPair: boolean): string {
  const position = cardPosition(row, isPair);
  const { byRange, isDisputed } = position;
  const marked = markWords(row, position, by);
  const goals = [...besideSentences(row, by), ...goalSentences(row.kind, by)].join(' ');
  const range = rangeWords(row.kind);
  if (range !== '' && isCompared(byRange)) {
    const place = oneResultTexts(COMPARED[byRange], { range });
    const more = joined([isDisputed ? marked : '', goals]);
    return more === '' ? place : `${place}. ${more}`;
  }
  const sent = range === '' ? sentRange(row, by, isPair) : oneResultTexts('notCompared', { range });
  return joined([marked, sent, goals]) || (isAnswer(row) ? '' : oneResultTexts('noRange'));
}

const NOT_CHARTED: ReadonlySet<Reason | ''> = new Set([
  'not-a-number',
  'no-name',
  'two-measures',
  'listed-only',
  'no-unit',
  'unit-mismatch',
  'implausible',
  'contradiction',
  'open-period',
] as const);

type NoteContext = { readonly isRepeat: boolean; readonly isPair: boolean };

function notesOf(rows: readonly Row[], by: GivenBy, { isRepeat, isPair }: NoteContext): readonly string[] {
  const has = (accepts: (row: Row) => boolean): boolean => rows.some(accepts);
  const urgent = rows.map((row) => cardPosition(row, isPair)).filter(({ isCritical }) => isCritical);
  const key = urgent.every(({ isMarkOfGroup }) => isMarkOfGroup) ? 'groupMarkedUrgent' : 'markedUrgent';
  return [
    urgent.length > 0 && oneResultTexts(key, { by }),
    ...resultNotes(rows, by, isPair),
    has(({ kind }) => NOT_CHARTED.has(kind.reason)) && oneResultTexts('notInChart'),
    isRepeat && oneResultTexts('sentTwice'),
  ].filter((text) => text !== false);
}

const isInWords = ({ value, valueText: sent }: Row): boolean =>
  Number.isNaN(value) && Number.isNaN(Number.parseFloat(sent));

/** Returns the sides of a result: one, or the systolic and the diastolic; a side that was not recorded is undefined. */
function sidesOf(
  entry: ChartEntry,
  { series, diastolic }: SeriesOfCard,
): readonly (SeriesWords | undefined)[] {
  const { sides, rows } = entry;
  if (sides === undefined || diastolic === undefined)
    return [{ row: rows[0], series, isWords: isTextResult(entry) }];
  const sideOf = (row: Row | undefined, own: Series): SeriesWords | undefined =>
    row && { row, series: own, isWords: isInWords(row) };
  return [sideOf(sides.systolic, series), sideOf(sides.diastolic, diastolic)];
}

const SIDE_NAMES = ['upper', 'lower'] as const;

/** Each number of a blood pressure has its own range. What is said of both is said once. */
function placesOf(sides: readonly (SeriesWords | undefined)[], by: GivenBy): readonly string[] {
  const said = sides.map(
    (side) => side && (missingValue(side.row, by) ?? placeWords(side.row, by, sides.length > 1)),
  );
  const known = new Set(said.filter((text) => text !== undefined));
  if (sides.length === 1 || known.size === 1) return [...known];
  return said.flatMap((text, i) =>
    text === undefined ? [] : [oneResultTexts(SIDE_NAMES[i] ?? 'lower', { said: text })],
  );
}

/** Returns what is said of one result of a card. */
export function entryWords(entry: ChartEntry, card: EntryCard): EntryWords {
  const by = givenBy(card);
  const sides = sidesOf(entry, card);
  const rows = sides.flatMap((side) => (side ? [side.row] : []));
  if (rows.some(({ kind }) => isNotFinal(kind)))
    return { value: '', unit: '', places: [oneResultTexts('notFinal', { by })], notes: [], sentAs: '' };
  const shown = sides.map((side) => (side && missingValue(side.row, by) === undefined ? side : undefined));
  const known = shown.filter((side) => side !== undefined);
  return {
    value: known.length === 0 ? '' : shown.map((side) => (side ? valueOf(side) : '–')).join('/'),
    unit: known.map(unitOf).find((unit) => unit !== '') ?? '',
    places: placesOf(sides, by),
    sentAs: convertedNote(
      known.map(({ row }) => row),
      by,
    ),
    notes:
      known.length === 0
        ? notesWithoutValue(rows, by)
        : notesOf(rows, by, { isRepeat: entry.isRepeat, isPair: sides.length > 1 }),
  };
}

const withdrawnOf = ({ account, withdrawnTimesMs = [] }: Series): number =>
  Math.max(account.withdrawn, withdrawnTimesMs.length);

/** Counts what the laboratory withdrew of this measure: of a blood pressure both sides were one Observation (rule 33). */
export const withdrawnCount = ({ series, diastolic }: SeriesOfCard): number =>
  Math.max(withdrawnOf(series), diastolic ? withdrawnOf(diastolic) : 0);
