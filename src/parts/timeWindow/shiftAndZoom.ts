/** This file shifts and zooms the window, and counts what it leaves outside. */
import { resultCount } from '../../clinical/series/resultCount.ts';
import type { Series } from '../../clinical/series/series.ts';
import { pressureSidesOf } from '../../clinical/series/pairs/pressureSides.ts';
import type { TimeWindow } from './recordWindow.ts';
import { daysOf, MIN_DAYS, MAX_DAYS, formatWindowChoice, type WindowChoice } from './windowChoice.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

/**
 * Returns the choice for this window, kept within the record: it ends neither after the newest nor before the
 * oldest result.
 */
export function choiceForWindow(whole: TimeWindow, next: TimeWindow): WindowChoice {
  const length = Math.min(MAX_DAYS, Math.max(MIN_DAYS, daysOf(next)));
  const isAll = next.startMs <= whole.startMs && next.endMs >= whole.endMs;
  // A window longer than the record would only add time without results.
  if (isAll || daysOf(next) >= daysOf(whole)) return { length: 'all', backDays: 0 };
  const mostBack = Math.max(0, daysOf(whole) - length / 2);
  return { length, backDays: Math.min(mostBack, Math.max(0, (whole.endMs - next.endMs) / DAY_MS)) };
}

/** Moves the window by half its length, earlier (-1) or later (1). */
export function shiftedWindow({ startMs, endMs }: TimeWindow, direction: -1 | 1): TimeWindow {
  const stepMs = (direction * (endMs - startMs)) / 2;
  return { startMs: startMs + stepMs, endMs: endMs + stepMs };
}

/** One step of the buttons and the keys makes the window so many times as long. */
export const ZOOM_IN = 0.5;
export const ZOOM_OUT = 2;

/** Makes the window so many times as long, around the given time or up to the same end. */
export function zoomedWindow({ startMs, endMs }: TimeWindow, factor: number, aroundMs = endMs): TimeWindow {
  return {
    startMs: aroundMs - (aroundMs - startMs) * factor,
    endMs: aroundMs + (endMs - aroundMs) * factor,
  };
}

/** Counts drawn results before and after the window. Both sides of one blood pressure count once. */
export function countOutside(series: readonly Series[], { startMs, endMs }: TimeWindow) {
  const byId = new Map(series.map((one) => [one.id, one]));
  const outside = { older: 0, newer: 0 };
  for (const one of series) {
    const diastolic = pressureSidesOf(one.id, (id) => byId.get(id))?.diastolic;
    if (diastolic === one) continue;
    const { older, newer } = resultCount(one, diastolic, startMs, endMs);
    outside.older += older;
    outside.newer += newer;
  }
  return outside;
}

/** Shows this window, kept within the record. */
export function showTimeWindow({ whole, onChoose }: ViewWindow, next: TimeWindow): void {
  if (whole) onChoose(formatWindowChoice(choiceForWindow(whole, next)));
}
