/** A result has the same words in the reading, in the table and for a screen reader (rule 12). */
import { attachedWords } from '../../clinical/observation/attached/attachedWords.ts';
import { reasonText } from '../../clinical/observation/reasons/reasons.ts';
import type { Row, RowKind } from '../../clinical/observation/resultRow.ts';
import { lineChangesText } from '../../clinical/series/comparability.ts';
import { isRecorded } from '../../clinical/series/pairs/pressurePairs.ts';
import type { Series } from '../../clinical/series/series.ts';
import { dateTimeText } from '../format/dateText.ts';
import { flagDescription, OUTSIDE_RANGE_TEXT } from '../format/flagText.ts';
import { countText } from '../format/numberText.ts';
import { readableUnitsIn } from '../../clinical/units/readableUnit.ts';
import { originText } from '../format/originText.ts';
import { rangeText } from '../format/rangeText.ts';
import { originalText, sentUnitText, unitText, valueText } from '../format/valueText.ts';
import type { ChartEntry } from './chartEntries.ts';
import { isShownTwice, zoneText } from '../format/timeZone.ts';
import { missingSideOf } from './missingSide.ts';
import { chartReadingTexts } from './reading.messages.ts';

const MISSING = '–';
/**
 * A result that was not released, or never became one, is counted and shown without its value (rules 34 and
 * 36).
 */
const isHidden = ({ reason, status }: RowKind) => reason === 'preliminary-hidden' || status === 'cancelled';

const sideValue = (row: Row | undefined, series: Series) =>
  row && !isHidden(row.kind) && row.valueText ? valueText(row, series) : MISSING;

/** Returns "5.4", "<12", "134/72" or "148/–". */
export function entryValue({ rows: [row], sides }: ChartEntry, series: Series): string {
  if (!sides) return sideValue(row, series);
  return `${sideValue(sides.systolic, series)}/${sideValue(sides.diastolic, series)}`;
}

const isWords = ({ value, valueText: sent }: Row): boolean =>
  Number.isNaN(value) && sent !== '' && !/^[<>=]*\s*[+-]?[\d.,]+$/.test(sent);

/** Tells whether a result is words and no number. */
export const isTextResult = ({ rows: [row], sides }: ChartEntry) => !sides && isWords(row);

/** A text has its unit inside it, and a quantity that is no single number beside it. */
const unitOfWords = ({ kind }: Row): string => (kind.reason === 'not-a-number' ? sentUnitText(kind) : '');

/** Returns the unit of the result. */
export function entryUnit(entry: ChartEntry, series: Series): string {
  const [row] = entry.rows;
  if (isTextResult(entry)) return unitOfWords(row);
  if (!entry.sides && row.kind.isParsedFromText && row.kind.drawing === 'listed') return '';
  return row.kind.drawing === 'listed' && !row.kind.isConverted
    ? sentUnitText(row.kind)
    : unitText(row, series);
}

const sideName = ({ sides }: ChartEntry, row: Row) => (row === sides?.systolic ? 'systolic' : 'diastolic');

/** Returns one text when both sides say the same, and otherwise each with its name. */
export function bySide(entry: ChartEntry, textOf: (row: Row) => string): string {
  const texts = entry.rows.map(textOf);
  if (texts.every((text) => text === texts[0])) return texts[0] ?? '';
  return entry.rows
    .map((row, i) => chartReadingTexts('ofSide', { side: sideName(entry, row), text: texts[i] || MISSING }))
    .join(', ');
}

function flagOfRow({ flag, flagText, outsideRange }: RowKind): string {
  if (flag === 'other') return chartReadingTexts('otherFlag', { flag: flagText });
  return flag === '' && outsideRange ? OUTSIDE_RANGE_TEXT : flagDescription({ flag, flagText });
}

const NO_RANGE = chartReadingTexts('noRange');
const NO_STATUS = chartReadingTexts('noStatus');

export const entryFlagText = (entry: ChartEntry) => bySide(entry, ({ kind }) => flagOfRow(kind));
export const entryRangeText = (entry: ChartEntry) => bySide(entry, ({ kind }) => rangeText(kind)) || NO_RANGE;
/** Tells whether a range came with any side of a result. */
export const hasRange = ({ rows }: ChartEntry) => rows.some(({ kind }) => rangeText(kind) !== '');
export const entryStatusText = (entry: ChartEntry) => bySide(entry, ({ kind }) => kind.status || NO_STATUS);
/** Says what a reader must check before trusting the number. A side without a point stands beside one that has it, with its reason. */
export const entryCheckText = (entry: ChartEntry) =>
  bySide(entry, (row) =>
    entry.index >= 0 && isUnchartedReasonTold(entry, row)
      ? chartReadingTexts('listed', { reason: reasonText(row) })
      : row.kind.check,
  );
/** Returns whether a reader has to hear why a side has no point. Beside one that has it, nothing is missed where no value was sent. */
export const isUnchartedReasonTold = ({ index }: ChartEntry, row: Row): boolean =>
  row.kind.drawing === 'listed' && (index < 0 || isRecorded(row));
/** Returns the state of the specimen and the oxygen, which a reader has to know with the value at once. */
export const entryConditionText = (entry: ChartEntry) =>
  bySide(entry, (row) => attachedWords(row).join(', '));

const sidesOf = ({ rows, sides }: ChartEntry) => (sides ? [sides.systolic, sides.diastolic] : rows);
/** Says what else than the patient may have changed from one result to the next, so that they are not compared (rule 18). */
export const entryLineChangeText = (before: ChartEntry, entry: ChartEntry): string =>
  lineChangesText(sidesOf(before), sidesOf(entry));

/** Returns the state of the specimen, the oxygen, and then method, site and circumstances (rule 22). */
export const entryContextText = (entry: ChartEntry) =>
  bySide(entry, (row) => [...attachedWords(row), row.kind.context].filter(Boolean).join(', '));

/** Quotes words as they were sent, since no other cell of a table has them, and gives the reason unless it says no more. */
function listedText(row: Row): string {
  const { kind, valueText: sent } = row;
  if ((kind.reason === 'text' || kind.reason === 'coded') && sent !== '')
    return chartReadingTexts('words', { sent });
  const reason = chartReadingTexts('listed', { reason: reasonText(row) });
  if (!isWords(row)) return reason;
  const words = `${readableUnitsIn(sent)} ${unitOfWords(row)}`.trim();
  return `“${words}”, ${reason}`;
}

const LIMIT = chartReadingTexts('limit');
const NOT_ON_LINE = chartReadingTexts('notOnLine');
const DATE_NOT_EXACT = chartReadingTexts('dateNotExact');
const OUTSIDE_RANGE = chartReadingTexts('outsideRange');

function offLineText({ status, comparator, precision }: RowKind): string {
  if (comparator) return LIMIT;
  if (status === 'preliminary') return NOT_ON_LINE;
  return precision === 'instant' ? NOT_ON_LINE : DATE_NOT_EXACT;
}

/** Says what is marked at a point on any chart: a value to check, one that was converted, and one from a text (rules 16, 17 and 19). */
export function pointMarks(row: Row): readonly string[] {
  const { check, isConverted, isParsedFromText } = row.kind;
  return [
    check,
    isConverted ? chartReadingTexts('converted', { original: originText(row) }) : '',
    isParsedFromText ? chartReadingTexts('fromText', { sent: originalText(row) }) : '',
  ].filter((text) => text !== '');
}

function drawingOfRow(row: Row): string {
  const { kind } = row;
  if (kind.drawing === 'listed') return listedText(row);
  const parts = [...(kind.drawing === 'point' ? [offLineText(kind)] : []), ...pointMarks(row)];
  if (kind.flag === '' && kind.outsideRange) parts.push(OUTSIDE_RANGE);
  return parts.join('; ');
}

/** Says how the result stands in the chart, or why it does not. */
export function entryDrawingText(entry: ChartEntry): string {
  return [bySide(entry, drawingOfRow), missingSideOf(entry.sides), sentTwiceText(entry)]
    .filter(Boolean)
    .join('; ');
}

/** Says that the same result was sent more than once, and is one result (rule 23); '' of any other. */
export function sentTwiceText({ repeats, isRepeat }: ChartEntry): string {
  if (isRepeat) return chartReadingTexts('repeat');
  if (repeats.length === 0) return '';
  return repeats.length === 1
    ? chartReadingTexts('sentTwice')
    : chartReadingTexts('sentTimes', { times: countText(repeats.length + 1) });
}

export const entryWhenText = ({ rows: [row] }: ChartEntry, timeZone: string) =>
  dateTimeText(row.timeMs, row.kind.precision, timeZone);

/**
 * Returns "CST, UTC−06:00" for an instant, without what `entryWhenText` says already, and '' for a day, which is the same in
 * every zone.
 */
export function zoneAnnotation({ rows: [row] }: ChartEntry, timeZone: string): string {
  if (row.kind.precision !== 'instant') return '';
  const zone = zoneText(row.timeMs, timeZone);
  return isShownTwice(row.timeMs, timeZone) ? (zone.split(', ')[1] ?? '') : zone;
}

/** Returns "sent with the offset −05:00", or '' when the server sent none or only UTC (rule 42). */
export function offsetText({ rows: [{ effective, kind }] }: ChartEntry): string {
  const [offset] = /[+-]\d\d:\d\d$/.exec(effective) ?? [];
  const isKnown = kind.precision === 'instant' && offset !== undefined && !offset.endsWith('00:00');
  return isKnown ? chartReadingTexts('offset', { offset: offset.replace('-', '−') }) : '';
}

/** Returns the moment in UTC and what the server said of the local time (rule 41). */
export function utcText(entry: ChartEntry): string {
  const [{ kind, timeMs, effective }] = entry.rows;
  if (kind.precision !== 'instant' || Number.isNaN(timeMs))
    return effective === ''
      ? chartReadingTexts('sentWithoutTime')
      : chartReadingTexts('sentAs', { sent: effective });
  return chartReadingTexts('utc', {
    utc: `${new Date(timeMs).toISOString().slice(0, 16)}Z`,
    offset: offsetText(entry) || chartReadingTexts('noOffset'),
  });
}

/** Returns "Chicago" for the heading of a column of times. */
export const timeZoneCity = (timeZone: string) =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
