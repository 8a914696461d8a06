/** A result has the same words in the reading, in the table and for a screen reader (rule 12). */
import { attachedWords } from '../../clinical/observation/attached/attachedWords.ts';
import { reasonText } from '../../clinical/observation/reasons.ts';
import type { Row, RowKind } from '../../clinical/observation/resultRow.ts';
import type { PressureRowPair } from '../../clinical/series/pairs/pressurePairs.ts';
import type { Series } from '../../clinical/series/series.ts';
import {
  countText,
  dateTimeText,
  flagDescription,
  originText,
  OUTSIDE_RANGE_TEXT,
  rangeText,
  sentUnitText,
  unitText,
  valueText,
} from '../format/format.ts';
import type { ChartEntry } from './chartEntries.ts';
import { zoneText } from '../format/timeZone.ts';

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

/** Tells whether a result is words and no number. */
export const isTextResult = ({ rows: [row], sides }: ChartEntry) =>
  !sides && Number.isNaN(row.value) && row.valueText !== '' && !/^[<>=]*\s*[+-]?[\d.,]+$/.test(row.valueText);

/** Returns the unit of the result. A text has its unit inside it. */
export function entryUnit(entry: ChartEntry, series: Series): string {
  const [row] = entry.rows;
  if (isTextResult(entry) || (!entry.sides && row.kind.isParsedFromText && row.kind.drawing === 'listed'))
    return '';
  return row.kind.drawing === 'listed' && !row.kind.isConverted
    ? sentUnitText(row.kind)
    : unitText(row, series);
}

const sideName = ({ sides }: ChartEntry, row: Row) => (row === sides?.systolic ? 'systolic' : 'diastolic');

/** Returns one text when both sides say the same, and otherwise each with its name. */
export function bySide(entry: ChartEntry, textOf: (row: Row) => string): string {
  const texts = entry.rows.map(textOf);
  if (texts.every((text) => text === texts[0])) return texts[0] ?? '';
  return entry.rows.map((row, i) => `${sideName(entry, row)} ${texts[i] || MISSING}`).join(', ');
}

function flagOfRow({ flag, flagText, outsideRange }: RowKind): string {
  if (flag === 'other') return `flag sent: ${flagText}`;
  return flag === '' && outsideRange ? OUTSIDE_RANGE_TEXT : flagDescription({ flag, flagText });
}

export const entryFlagText = (entry: ChartEntry) => bySide(entry, ({ kind }) => flagOfRow(kind));
export const entryRangeText = (entry: ChartEntry) =>
  bySide(entry, ({ kind }) => rangeText(kind)) || 'no range sent';
export const entryStatusText = (entry: ChartEntry) =>
  bySide(entry, ({ kind }) => kind.status || 'no status sent');
/** Says what a reader must check before trusting the number. */
export const entryCheckText = (entry: ChartEntry) => bySide(entry, ({ kind }) => kind.check);
/** Returns the state of the specimen and the oxygen, which a reader has to know with the value at once. */
export const entryConditionText = (entry: ChartEntry) =>
  bySide(entry, (row) => attachedWords(row).join(', '));

/** Returns the state of the specimen, the oxygen, and then method, site and circumstances (rule 22). */
export const entryContextText = (entry: ChartEntry) =>
  bySide(entry, (row) => [...attachedWords(row), row.kind.context].filter(Boolean).join(', '));

/** Quotes a text or a code as it was sent, and gives the reason for any other result. */
function listedText(row: Row): string {
  const { kind, valueText: sent } = row;
  const isWords = (kind.reason === 'text' || kind.reason === 'coded') && sent !== '';
  return isWords ? `“${sent}”, listed, not drawn` : `listed, not drawn: ${reasonText(row)}`;
}

function offLineText({ status, comparator, precision }: RowKind): string {
  if (comparator) return 'limit, not on the line';
  if (status === 'preliminary') return 'not on the line';
  return precision === 'instant' ? 'not on the line' : 'date not exact, not on the line';
}

function drawingOfRow(row: Row): string {
  const { kind } = row;
  if (kind.drawing === 'listed') return listedText(row);
  const parts = kind.drawing === 'point' ? [offLineText(kind)] : [];
  if (kind.check !== '') parts.push(kind.check);
  if (kind.isConverted) parts.push(`converted from ${originText(row)}`);
  if (kind.isParsedFromText) parts.push(`read from the text “${row.valueText}”`);
  if (kind.flag === '' && kind.outsideRange) parts.push('no flag sent, outside the range sent');
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
  if (isRepeat) return 'the same result sent again, not counted';
  if (repeats.length === 0) return '';
  return `sent ${repeats.length === 1 ? 'twice' : `${countText(repeats.length + 1)} times`}, counted once`;
}

/**
 * Returns "diastolic not recorded", or "diastolic sent apart" where values of it stand at the same time and which of
 * them belongs here is not known; '' when nothing is missing (rule 7).
 */
export function missingSideOf(sides: PressureRowPair | undefined): string {
  if (!sides || (sides.systolic && sides.diastolic)) return '';
  return `${sides.systolic ? 'diastolic' : 'systolic'} ${sides.isSentApart ? 'sent apart' : 'not recorded'}`;
}

export const entryWhenText = ({ rows: [row] }: ChartEntry, timeZone: string) =>
  dateTimeText(row.timeMs, row.kind.precision, timeZone);

/** Returns "CST, UTC−06:00" for an instant, and '' for a day, which is the same in every zone. */
export const zoneAnnotation = ({ rows: [row] }: ChartEntry, timeZone: string) =>
  row.kind.precision === 'instant' ? zoneText(row.timeMs, timeZone) : '';

/** Returns "sent with the offset −05:00", or '' when the server sent none or only UTC (rule 42). */
export function offsetText({ rows: [{ effective, kind }] }: ChartEntry): string {
  const [offset] = /[+-]\d\d:\d\d$/.exec(effective) ?? [];
  const isKnown = kind.precision === 'instant' && offset !== undefined && !offset.endsWith('00:00');
  return isKnown ? `sent with the offset ${offset.replace('-', '−')}` : '';
}

/** Returns the moment in UTC and what the server said of the local time (rule 41). */
export function utcText(entry: ChartEntry): string {
  const [{ kind, timeMs, effective }] = entry.rows;
  if (kind.precision !== 'instant' || Number.isNaN(timeMs)) return `sent as ${effective || 'nothing'}`;
  return `${new Date(timeMs).toISOString().slice(0, 16)}Z; ${offsetText(entry) || 'local offset not sent'}`;
}

/** Returns "Chicago" for the heading of a column of times. */
export const timeZoneCity = (timeZone: string) =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
