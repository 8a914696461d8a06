/** One line of a note, and what all of them say of a time. */
import { clockText, dateText } from '../../charts/format/format.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { Row, RowKind } from '../../clinical/observation/resultRow.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';

export type NoteLine = {
  /** "Potassium" */
  readonly name: string;
  /** "5.8", "134/72", "“specimen insufficient”", "–" */
  readonly value: string;
  readonly unit: string;
  /** "H", "systolic H, diastolic –", "flag sent: POS"; '' where none was sent. */
  readonly flag: string;
  /** "3.5–5.0", "no range sent" */
  readonly range: string;
  /** "12 Nov 2026 08:10 CST" */
  readonly timeText: string;
  /** "5.4 mmol/L H on 29 Oct 2026"; '' where nothing may be compared. */
  readonly previous: string;
  readonly remarks: readonly string[];
  /** From before or after the window that is asked for. */
  readonly isOutside?: boolean;
};

/** The zone beside each time: a summer's result and a winter's have two names for it. A day has none (rules 41, 44). */
export function noteTimeText(timeMs: number, { precision }: RowKind, timeZone: string): string {
  const date = dateText(timeMs, precision, timeZone);
  if (precision !== 'instant' || Number.isNaN(timeMs)) return date;
  return `${date} ${clockText(timeMs, timeZone)} ${zoneText(timeMs, timeZone).split(',')[0] ?? ''}`;
}

/** Nothing from outside the window without saying so. */
export function outsideWindowText(row: Row, window: TimeWindow | undefined, timeZone: string): string {
  if (!window) return '';
  const [fromMs, toMs] = rowTimeSpan(row, timeZone);
  if (toMs < window.startMs) return 'before this window';
  return fromMs > window.endMs ? 'after this window' : '';
}
