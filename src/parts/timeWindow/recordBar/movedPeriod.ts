/** This file moves the period, or one of its ends, within the record. */
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { windowMovedBy } from '../windowInRecord.ts';
import type { TimeWindow } from '../recordWindow.ts';
import { MIN_DAYS } from '../windowChoice.ts';

const MIN_MS = MIN_DAYS * DAY_MS;

/** This is what a pointer or the keys have hold of. */
export type BarHandle = 'start' | 'period' | 'end';

export const isBarHandle = (text: string | undefined): text is BarHandle =>
  text === 'start' || text === 'period' || text === 'end';

export type BarWindows = { readonly whole: TimeWindow; readonly visible: TimeWindow };

/** Returns the period after what is held was moved by a time. An end never passes the other one, nor an end of the record. */
export function periodMovedBy({ whole, visible }: BarWindows, held: BarHandle, byMs: number): TimeWindow {
  const { startMs, endMs } = visible;
  if (held === 'period') return windowMovedBy(whole, visible, byMs / Math.max(1, endMs - startMs));
  if (held === 'start')
    return { startMs: Math.max(whole.startMs, Math.min(startMs + byMs, endMs - MIN_MS)), endMs };
  return { startMs, endMs: Math.min(whole.endMs, Math.max(endMs + byMs, startMs + MIN_MS)) };
}

/** An arrow key moves by this part of the period, and a page key by so many. */
const ARROW_PART = 0.1;
const PAGE_PART = 0.5;
const KEY_PARTS: Readonly<Record<string, number>> = {
  ArrowLeft: -ARROW_PART,
  ArrowDown: -ARROW_PART,
  ArrowRight: ARROW_PART,
  ArrowUp: ARROW_PART,
  PageDown: -PAGE_PART,
  PageUp: PAGE_PART,
};

/** Returns the period after a key; undefined for a key that means nothing there. */
export function periodAfterKey(windows: BarWindows, held: BarHandle, key: string): TimeWindow | undefined {
  const { whole, visible } = windows;
  const part = KEY_PARTS[key];
  if (part !== undefined)
    return periodMovedBy(windows, held, part * Math.max(MIN_MS, visible.endMs - visible.startMs));
  const wholeMs = whole.endMs - whole.startMs;
  if (key === 'Home') return periodMovedBy(windows, held, -wholeMs);
  return key === 'End' ? periodMovedBy(windows, held, wholeMs) : undefined;
}
