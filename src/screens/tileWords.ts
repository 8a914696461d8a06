import { change, latest, rangeChanged, yDomain } from '../clinical/curve.ts';
import type { Row } from '../clinical/row.ts';
import type { Series } from '../clinical/series.ts';
import {
  agoText,
  clockText,
  dateText,
  dateTimeText,
  DAY_MS,
  FLAG_WORDS,
  numberText,
  OUTSIDE_WORDS,
  originalText,
  rangeText,
  shortNumber,
  unitText,
  valueText,
} from '../charts/format.ts';
import type { Frame } from '../charts/frame.ts';

/** What may be said: `reading` before the end, `incomplete` after an end with something missing (rules 37 and 39). */
export type Claims = 'all' | 'reading' | 'incomplete';

/** The result whose number a tile shows: the latest, or where none may be called so the newest that is drawn. */
export const shownRow = (series: Series): Row | undefined => latest(series) ?? series.rows.at(-1);

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
export function rangeNote(series: Series, row: Row): string {
  const range = rangeText(row.kind);
  const unit = unitText(row, series);
  const parts = [range && !range.includes(unit) ? `${range} ${unit}`.trim() : range || unit];
  if (rangeChanged(series)) parts.push('range changed');
  if (yDomain(series).extended) parts.push('scale extended');
  if (!range) parts.push('no range sent');
  parts.push(row.kind.context);
  return parts.filter(Boolean).join(', ');
}

/** The step to the latest result; none where the latest is a limit, which is no number to compare (rules 20 and 24). */
function stepOf(series: Series) {
  const step = change(series);
  return step && step.to === latest(series) ? step : undefined;
}

const sizeOf = (deltaText: string) => shortNumber(numberText(deltaText.replace(/^[-−+]/, '')));

/** "↑0.4", "=", and nothing where there are not two numbers. */
export function changeText(series: Series): string {
  const step = stepOf(series);
  if (!step) return '';
  return step.delta === 0 ? '=' : `${step.delta > 0 ? '↑' : '↓'}${sizeOf(step.deltaText)}`;
}

function spokenChange(series: Series): string {
  const step = stepOf(series);
  if (!step) return '';
  const how = step.delta === 0 ? 'unchanged' : `${step.delta > 0 ? 'up' : 'down'} ${sizeOf(step.deltaText)}`;
  return `${how} from ${valueText(step.from, series)}`;
}

const flagWords = ({ flag, flagText, outside }: Row['kind']) =>
  flag === 'other'
    ? `flag ${flagText}`
    : flag === '' && outside
      ? OUTSIDE_WORDS
      : flag === ''
        ? ''
        : FLAG_WORDS[flag];

/** "Potassium 5.8 mmol/L, high, 12 Nov 2026, up 0.4 from 5.4": what the tile says at a glance, in the order of reading. */
export function spokenSummary(series: Series, row: Row, claims: Claims, timeZone: string): string {
  const parts = [`${series.name} ${valueText(row, series)} ${unitText(row, series)}`.trim()];
  parts.push(flagWords(row.kind));
  if (row.kind.status === 'preliminary') parts.push('preliminary');
  parts.push(dateText(row.timeMs, row.kind.precision, timeZone));
  if (claims === 'all') parts.push(spokenChange(series));
  if (claims === 'reading') parts.push('newest read so far');
  if (claims === 'incomplete') parts.push('record incomplete');
  return parts.filter(Boolean).join(', ');
}

export const conversionText = (row: Row) => (row.kind.converted ? `from ${originalText(row)}` : '');
