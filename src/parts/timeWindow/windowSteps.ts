/** What a reader can do with the window, and what it leaves outside. */
import { indicesInWindow } from '../../clinical/series/inWindow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { pressurePairOf } from '../../charts/marks/pressurePairs.ts';

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

type Preset = {
  readonly id: string;
  readonly text: string;
  /** The whole of what is written short: the bar of the overview is full. */
  readonly name?: string;
};

/** "12 y", "8 mo", "5 d": how long the record is, never longer than it. */
function spanText(days: number): string {
  if (days >= 730) return `${Math.round(days / 365.25)} y`;
  if (days >= 60) return `${Math.round(days / 30.5)} mo`;
  return days >= 2 ? `${Math.round(days)} d` : `${Math.max(1, Math.round(days * 24))} h`;
}

function encounterPresets(id: string, days: number | 'all' | undefined, isStay: boolean): readonly Preset[] {
  if (typeof days !== 'number') return [];
  const text = `This ${isStay ? 'stay' : 'visit'}, ${spanText(days)}`;
  return [isStay ? { id, text } : { id, text: 'Visit', name: text }];
}

/** Rule 11: a fixed set of labelled ranges, those of hours for a record of days, those of years for one of years. */
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
  // Where it is all of the record, "All" says so.
  return [
    ...labelled,
    ...encounterPresets(encounterChoice, visitDays, isStay),
    { id: 'all', text: `All, ${spanText(days)}` },
  ];
}

/** The choice that means this stretch, kept within the record: it ends neither after the newest nor before the oldest result. */
export function choiceForWindow(whole: TimeWindow, next: TimeWindow): WindowChoice {
  const length = Math.min(MAX_DAYS, Math.max(MIN_DAYS, daysOf(next)));
  const isAll = next.startMs <= whole.startMs && next.endMs >= whole.endMs;
  // A window longer than the record would only add time without results.
  if (isAll || daysOf(next) >= daysOf(whole)) return { length: 'all', backDays: 0 };
  const mostBack = Math.max(0, daysOf(whole) - length / 2);
  return { length, backDays: Math.min(mostBack, Math.max(0, (whole.endMs - next.endMs) / DAY_MS)) };
}

/** Half a window earlier (-1) or later (1). */
export function shifted({ startMs, endMs }: TimeWindow, direction: -1 | 1): TimeWindow {
  const stepMs = (direction * (endMs - startMs)) / 2;
  return { startMs: startMs + stepMs, endMs: endMs + stepMs };
}

/** Half as long (0.5) or twice as long (2), around the moment asked for, else up to the same end. */
export function zoomed({ startMs, endMs }: TimeWindow, factor: number, aroundMs = endMs): TimeWindow {
  return {
    startMs: aroundMs - (aroundMs - startMs) * factor,
    endMs: aroundMs + (endMs - aroundMs) * factor,
  };
}

/** Drawn results before and after the window; both sides of one blood pressure count once. */
export function countOutside(series: readonly Series[], { startMs, endMs }: TimeWindow) {
  const ids = new Set(series.map(({ id }) => id));
  let [older, newer] = [0, 0];
  for (const one of series) {
    const pair = pressurePairOf(one.id);
    if (pair?.diastolic === one.id && ids.has(pair.systolic)) continue;
    const [from, to] = indicesInWindow(one, startMs, endMs);
    older += from;
    newer += one.timesMs.length - to;
  }
  return { older, newer };
}

/** Shows this stretch, kept within the record. */
export function showTimeWindow({ whole, onChoose }: ViewWindow, next: TimeWindow): void {
  if (whole) onChoose(formatWindowChoice(choiceForWindow(whole, next)));
}
