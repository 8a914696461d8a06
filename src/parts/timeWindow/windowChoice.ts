/** Which stretch of time the whole app shows. Every window ends where the record does, or so long before it; never at a date. */
import type { Series } from '../../clinical/series/series.ts';

import type { TimeWindow } from './recordWindow.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

/** What a reader chose, as the fragment carries it: a length, and how far before the newest result it ends. */
export type WindowChoice = { readonly length: number | 'all'; readonly backDays: number };

/** Rule 11: the fixed set of ranges. */
export const PRESETS = ['6h', '24h', '72h', '7d', '30d', '6mo', '1y', '2y', '5y'];

const UNIT_DAYS: Record<string, number> = { h: 1 / 24, d: 1, mo: 30.5, y: 365.25 };
export const MAX_DAYS = 150 * 366;
/** A minute: nothing in a record is told apart more finely. */
export const MIN_DAYS = 1 / 1440;

/** "2y", "72h", "all", "45.5d~30": the length, and after ~ the days back. undefined for anything else. */
export function parseWindowChoice(text: string): WindowChoice | undefined {
  const [, all, count, unit = '', back = '0'] =
    /^(?:(all)|(\d{1,6}(?:\.\d{1,6})?)(h|d|mo|y))(?:~(\d{1,5}(?:\.\d{1,6})?))?$/.exec(text) ?? [];
  const days = Number(count) * (UNIT_DAYS[unit] ?? Number.NaN);
  const backDays = Math.min(Number(back), MAX_DAYS);
  if (all) return { length: 'all', backDays: 0 };
  return days >= MIN_DAYS && days <= MAX_DAYS ? { length: days, backDays } : undefined;
}

const sixDigits = (days: number): number => Number(days.toFixed(6));

export function formatWindowChoice({ length, backDays }: WindowChoice): string {
  if (length === 'all') return 'all';
  const preset = PRESETS.find((id) => Math.abs(Number(parseWindowChoice(id)?.length) - length) < 1e-6);
  return (preset ?? `${sixDigits(length)}d`) + (backDays > 0 ? `~${sixDigits(backDays)}` : '');
}

export const daysOf = ({ startMs, endMs }: TimeWindow): number => (endMs - startMs) / DAY_MS;

/** As dense as in hospital: results in at least a third of the hours of the last three days. */
const DENSE_HOURS = 24;
/** So many days with results make a window worth opening with. */
const ENOUGH_DAYS = 4;
/** A shorter record is shown whole: nothing is hidden (conflict X9). */
const SHORT_RECORD = 10;

/** The distinct stretches of `stepMs` with a result in the last `lastMs` before the newest. */
function busySteps(series: readonly Series[], endMs: number, lastMs: number, stepMs: number): number {
  const busy = new Set<number>();
  for (const { timesMs } of series) {
    for (let i = timesMs.length - 1; i >= 0 && timesMs[i]! >= endMs - lastMs; i--)
      busy.add(Math.floor(timesMs[i]! / stepMs));
  }
  return busy.size;
}

export const isDenseRecord = (series: readonly Series[], endMs: number): boolean =>
  busySteps(series, endMs, 3 * DAY_MS, DAY_MS / 24) >= DENSE_HOURS;

/** Nobody chose yet: what the record's own rhythm asks for. Three days in hospital, two years of visits, or all of a short one. */
export function defaultWindowChoice(series: readonly Series[], whole: TimeWindow): WindowChoice {
  const all: WindowChoice = { length: 'all', backDays: 0 };
  const days = daysOf(whole);
  const preset = (id: string): WindowChoice => parseWindowChoice(id) ?? all;
  const results = series.reduce((sum, { rows }) => sum + rows.length, 0);
  if (results < SHORT_RECORD || days <= 7) return all;
  if (isDenseRecord(series, whole.endMs)) return preset('72h');
  for (const id of ['2y', '5y']) {
    const { length } = preset(id);
    if (length === 'all' || length >= days) break;
    if (busySteps(series, whole.endMs, length * DAY_MS, DAY_MS) >= ENOUGH_DAYS) return preset(id);
  }
  return all;
}

/** The stretch that a choice means in a record; a choice longer than the record is all of it. */
export function windowForChoice(whole: TimeWindow, { length, backDays }: WindowChoice): TimeWindow {
  if (length === 'all' || (length >= daysOf(whole) && backDays === 0)) return whole;
  // An address has six digits of a day: without rounding a minute could be one too few.
  const second = (ms: number) => Math.round(ms / 1000) * 1000;
  const endMs = backDays === 0 ? whole.endMs : second(whole.endMs - backDays * DAY_MS);
  return { startMs: second(endMs - length * DAY_MS), endMs };
}

/** The encounter that the app was opened in; `endMs` undefined while it lasts. Only a stay in hospital sets the window by itself. */
export type EncounterPeriod = {
  readonly startMs: number;
  readonly endMs: number | undefined;
  readonly isStay: boolean;
};

/** What led to a visit and what came of it is part of its question. */
const AROUND_VISIT_DAYS = 2;

/** The window of a visit, two days wider on both sides where the record holds them; undefined where it holds nothing of it. */
export function encounterWindowChoice(
  whole: TimeWindow,
  { startMs, endMs }: Omit<EncounterPeriod, 'isStay'>,
): WindowChoice | undefined {
  const aroundMs = AROUND_VISIT_DAYS * DAY_MS;
  const end = Math.min(whole.endMs, (endMs ?? whole.endMs) + aroundMs);
  const start = Math.max(whole.startMs, startMs - aroundMs);
  if (!(end - start > MIN_DAYS * DAY_MS)) return undefined;
  if (start === whole.startMs && end === whole.endMs) return { length: 'all', backDays: 0 };
  return { length: (end - start) / DAY_MS, backDays: (whole.endMs - end) / DAY_MS };
}
