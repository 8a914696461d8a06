/** This file defines a line of a note, and how lines give times. */
import { clockText, dateText } from '../../charts/format/dateText.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { Row, RowKind } from '../../clinical/observation/resultRow.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { noteTexts } from './note.messages.ts';

export type NoteLine = {
  /** Reads like "Potassium". */
  readonly name: string;
  /** Reads like "5.8", "134/72", "“specimen insufficient”" or "–". */
  readonly value: string;
  readonly unit: string;
  /** Reads like "H", "systolic H, diastolic –" or "flag sent: POS". It is '' if no flag was sent. */
  readonly flag: string;
  /** Reads like "3.5–5.0" or "no range sent". */
  readonly range: string;
  /** Reads like "12 Nov 2026 08:10 CST". */
  readonly timeText: string;
  /** Reads like "5.4 mmol/L H on 29 Oct 2026". It is '' if nothing may be compared. */
  readonly previous: string;
  readonly remarks: readonly string[];
  /** The result lies before or after the window. */
  readonly isOutside?: boolean;
};

/**
 * Gives a time with its zone, which has two names in summer and winter. A day has no zone (rules 41 and 44).
 */
export function noteTimeText(timeMs: number, { precision }: RowKind, timeZone: string): string {
  const date = dateText(timeMs, precision, timeZone);
  if (precision !== 'instant' || Number.isNaN(timeMs)) return date;
  return `${date} ${clockText(timeMs, timeZone)} ${zoneText(timeMs, timeZone).split(',')[0] ?? ''}`;
}

/** Says where a result lies outside the window, because nothing from outside is shown without saying so. */
export function outsideWindowText(row: Row, window: TimeWindow | undefined, timeZone: string): string {
  if (!window) return '';
  const [fromMs, toMs] = rowTimeSpan(row, timeZone);
  // A day that ends where the period begins lies before it.
  if (fromMs < window.startMs && toMs <= window.startMs) return noteTexts('beforeWindow');
  return fromMs > window.endMs ? noteTexts('afterWindow') : '';
}
