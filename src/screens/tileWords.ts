import { rangeChanged, yDomain } from '../clinical/curve.ts';
import type { Row } from '../clinical/row.ts';
import type { Series } from '../clinical/series.ts';
import {
  agoText,
  clockText,
  dateText,
  dateTimeText,
  DAY_MS,
  flagWordsOf,
  OUTSIDE_WORDS,
  originalText,
  rangeText,
} from '../charts/format.ts';
import type { Frame } from '../charts/frame.ts';
import type { TileFacts } from './tileFacts.ts';

/** What may be said: `reading` before the end, `incomplete` after an end with something missing (rules 37 and 39). */
export type Claims = 'all' | 'reading' | 'incomplete';

/** Preliminary results newer than the one shown; they never take its place (rule 34). */
export function preliminaryAfter(series: Series, shown: Row): readonly Row[] {
  return series.rows.filter(({ kind, timeMs }) => kind.status === 'preliminary' && timeMs > shown.timeMs);
}

/** The name if there is room for it, else the short one: two names cut alike could not be told apart. */
export const fittingName = ({ name, short }: Series, characters: number) =>
  name.length > characters && short && short.length < name.length ? short : name;

/** In a window of days the time of day matters; in one of years the age does. */
export function whenText(row: Row, { startMs, endMs, timeZone }: Frame, todayMs: number): string {
  const { precision } = row.kind;
  if (endMs - startMs <= 10 * DAY_MS) return dateTimeText(row.timeMs, precision, timeZone);
  const ago = agoText(row.timeMs, precision, todayMs, timeZone);
  return dateText(row.timeMs, precision, timeZone) + (ago && `, ${ago}`);
}

/** When the one before was: the time alone where it is of the same day. */
export function beforeWhenText(before: Row, shown: Row, { startMs, endMs, timeZone }: Frame): string {
  const day = dateText(before.timeMs, before.kind.precision, timeZone);
  if (endMs - startMs > 10 * DAY_MS || before.kind.precision !== 'instant') return day;
  const sameDay = day === dateText(shown.timeMs, shown.kind.precision, timeZone);
  return sameDay ? clockText(before.timeMs, timeZone) : dateTimeText(before.timeMs, 'instant', timeZone);
}

/** Beside the name: the range as sent with its unit, and everything about it that a reader must not guess. */
export function rangeNote(series: Series, { kind }: Row, unit: string): string {
  const range = rangeText(kind);
  const hasUnit = range.includes(unit) || (range !== '' && kind.converted);
  const parts = [hasUnit ? range : `${range} ${unit}`.trim()];
  if (rangeChanged(series)) parts.push('range changed');
  if (yDomain(series).extended) parts.push('scale extended');
  if (!range) parts.push('no range sent');
  // Site and position change what a vital sign means; specimen and method of the laboratory stand in the detail.
  if (kind.vital) parts.push(kind.context);
  return parts.filter(Boolean).join(', ');
}

export function flagWords({ flag, flagText, outside }: Row['kind']): string {
  if (flag === 'other') return `flag ${flagText}`;
  if (flag === '') return outside && OUTSIDE_WORDS;
  return flagWordsOf({ flag, flagText });
}

const SPOKEN: Record<string, string> = {
  '↑': 'up ',
  '↓': 'down ',
  '=': 'unchanged',
  '–': 'unknown',
  '/': ' over ',
};
const spoken = (signs: string) => signs.replace(/[↑↓=–/]/g, (sign) => SPOKEN[sign] ?? '');

const SPOKEN_CLAIMS = { all: '', reading: 'newest read so far', incomplete: 'record incomplete' };

/** "Potassium 5.8 mmol/L, high, 12 Nov 2026, up 0.4 from 5.4": what the tile says at a glance, in the order of reading. */
export function spokenSummary(
  name: string,
  { row, flagged, values, change, changedFrom, missing }: TileFacts,
  unit: string,
  claims: Claims,
  timeZone: string,
): string {
  const { status, precision } = row.kind;
  return [
    `${name} ${spoken(values.join('/'))} ${unit}`.trim(),
    flagWords(flagged.kind),
    status === 'preliminary' && status,
    dateText(row.timeMs, precision, timeZone) + missing,
    claims === 'all' && change ? `${spoken(change)} from ${spoken(changedFrom)}` : SPOKEN_CLAIMS[claims],
  ]
    .filter(Boolean)
    .join(', ');
}

export const conversionText = (row: Row) => (row.kind.converted ? `from ${originalText(row)}` : '');
