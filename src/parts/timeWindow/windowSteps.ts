/** This file moves the window, and counts what it leaves outside. */
import { resultCount } from '../../clinical/series/resultCount.ts';
import type { Series } from '../../clinical/series/series.ts';
import { pressureSeriesPairOf } from '../../charts/marks/pressureSeriesPairs.ts';

import type { TimeWindow } from './recordWindow.ts';
import {
  daysOf,
  MIN_DAYS,
  MAX_DAYS,
  PRESETS,
  parseWindowChoice,
  formatWindowChoice,
  type WindowChoice,
} from './windowChoice.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { timeWindowTexts } from './timeWindow.messages.ts';

type Preset = {
  readonly id: string;
  readonly text: string;
  /** The name spells out a short text: the bar of the overview is full. */
  readonly name?: string;
};

const rounded = (count: number): string => String(Math.round(count));

/** Returns "12 y", "8 mo" or "5 d", rounded. */
function spanText(days: number): string {
  if (days >= 730) return timeWindowTexts('years', { shown: rounded(days / 365.25) });
  if (days >= 60) return timeWindowTexts('months', { shown: rounded(days / 30.5) });
  return days >= 2
    ? timeWindowTexts('days', { shown: rounded(days) })
    : timeWindowTexts('hours', { shown: rounded(Math.max(1, days * 24)) });
}

function encounterPresets(id: string, days: number | 'all' | undefined, isStay: boolean): readonly Preset[] {
  if (typeof days !== 'number') return [];
  const text = timeWindowTexts(isStay ? 'thisStay' : 'thisVisit', { length: spanText(days) });
  return [isStay ? { id, text } : { id, text: timeWindowTexts('visit'), name: text }];
}

/** Returns the fixed labelled ranges (rule 11): hours for a record of days, years for one of years. */
export function presetsFor(
  whole: TimeWindow,
  isDense: boolean,
  { encounterChoice, isStay }: Pick<ViewWindow, 'encounterChoice' | 'isStay'>,
): readonly Preset[] {
  const days = daysOf(whole);
  const from = days <= 45 ? '6h' : isDense ? '72h' : '30d';
  const fitting = PRESETS.slice(PRESETS.indexOf(from)).filter(
    (id) => Number(parseWindowChoice(id)?.length) < days,
  );
  const labelled = fitting.map((id) => ({ id, text: id.replace(/[a-z]/, ' $&') }));
  const visitDays = parseWindowChoice(encounterChoice)?.length;
  // If an encounter is the whole record, only "All" is offered.
  return [
    ...labelled,
    ...encounterPresets(encounterChoice, visitDays, isStay),
    { id: 'all', text: timeWindowTexts('all', { length: spanText(days) }) },
  ];
}

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
export function shifted({ startMs, endMs }: TimeWindow, direction: -1 | 1): TimeWindow {
  const stepMs = (direction * (endMs - startMs)) / 2;
  return { startMs: startMs + stepMs, endMs: endMs + stepMs };
}

/** Makes the window half (0.5) or twice (2) as long, around the given time or up to the same end. */
export function zoomed({ startMs, endMs }: TimeWindow, factor: number, aroundMs = endMs): TimeWindow {
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
    const pair = pressureSeriesPairOf(one.id);
    if (pair?.diastolic === one.id && byId.has(pair.systolic)) continue;
    const { older, newer } = resultCount(one, pair && byId.get(pair.diastolic), startMs, endMs);
    outside.older += older;
    outside.newer += newer;
  }
  return outside;
}

/** Shows this window, kept within the record. */
export function showTimeWindow({ whole, onChoose }: ViewWindow, next: TimeWindow): void {
  if (whole) onChoose(formatWindowChoice(choiceForWindow(whole, next)));
}
