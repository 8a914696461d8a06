/** This file zooms and moves a window under a pointer, and keeps it within the record. */
import { DAY_MS } from '../../clinical/time/durations.ts';
import type { TimeWindow } from './recordWindow.ts';
import { MIN_DAYS } from './windowChoice.ts';
import { zoomedWindow } from './shiftAndZoom.ts';

const MIN_MS = MIN_DAYS * DAY_MS;

const lengthMs = ({ startMs, endMs }: TimeWindow): number => endMs - startMs;

/** Returns the window moved by as little as it needs to lie within the record, and no longer than it. */
function keptWithin(whole: TimeWindow, next: TimeWindow): TimeWindow {
  if (lengthMs(next) >= lengthMs(whole)) return whole;
  const shiftMs = Math.max(whole.startMs - next.startMs, 0) + Math.min(whole.endMs - next.endMs, 0);
  return { startMs: next.startMs + shiftMs, endMs: next.endMs + shiftMs };
}

/** Moves the window by a part of its length: 1 is one whole window later. */
export function windowMovedBy(whole: TimeWindow, window: TimeWindow, part: number): TimeWindow {
  const byMs = part * lengthMs(window);
  return keptWithin(whole, { startMs: window.startMs + byMs, endMs: window.endMs + byMs });
}

/** Makes the window so many times as long. The moment at this fraction of it keeps its place as far as the record goes. */
export function windowZoomedAt(
  whole: TimeWindow,
  window: TimeWindow,
  factor: number,
  fraction: number,
): TimeWindow {
  const lengthNowMs = lengthMs(window);
  const possible = Math.max(factor, Math.min(1, MIN_MS / lengthNowMs));
  return keptWithin(whole, zoomedWindow(window, possible, window.startMs + fraction * lengthNowMs));
}
