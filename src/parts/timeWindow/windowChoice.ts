/**
 * This file chooses the time that the whole app shows. Every window ends with the record, or so long before
 * its end, and never at a date.
 */
import type { Series } from '../../clinical/series/series.ts';

import type { TimeWindow } from './recordWindow.ts';
import { instantMs, wallClockMs } from '../../charts/format/timeZone.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

/** A choice, as the fragment carries it, is a length in days, and how many days before the newest result it ends. */
export type WindowChoice = { readonly length: number | 'all'; readonly backDays: number };

/**
 * An address names the time of the encounter in context by this word. It has no length, so that a stay that goes on takes in what is new,
 * and one that is over keeps its days, whatever the newest result is.
 */
export const OF_ENCOUNTER = 'encounter';

/** These are the fixed ranges of rule 11. `windowPresets.ts` says which of them a record is offered. */
export const PRESETS = ['6h', '24h', '72h', '7d', '30d', '6mo', '1y', '2y', '5y'];

const UNIT_DAYS: Record<string, number> = { h: 1 / 24, d: 1, mo: 30.5, y: 365.25 };
export const MAX_DAYS = 150 * 366;
/** A minute is the shortest window: nothing in a record is told apart more finely. */
export const MIN_DAYS = 1 / 1440;

/** Reads "2y", "72h", "all" or "45.5d~30", a length with the days back after ~. Returns undefined for anything else. */
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

/** Returns whether a choice is shorter than a day. */
export const isOfHours = (choice: string): boolean => Number(parseWindowChoice(choice)?.length) < 1;

export const daysOf = ({ startMs, endMs }: TimeWindow): number => (endMs - startMs) / DAY_MS;

/** A record is dense if at least a third of the hours of its last three days have results. */
const DENSE_HOURS = 24;
/**
 * In hospital such an hour has results of so many series: both of a pressure, a pulse and one more. A sensor of glucose at home, or a
 * watch, fills as many hours with one or two.
 */
const HOSPITAL_SERIES = 4;
/** A window with this many days with results is worth opening with. */
const ENOUGH_DAYS = 4;
/** A shorter record is shown whole, so that nothing is hidden. */
const SHORT_RECORD = 10;

/** Counts the steps of `stepMs` in the last `lastMs` before the newest result in which so many series have one. */
function busySteps(
  series: readonly Series[],
  {
    endMs,
    lastMs,
    stepMs,
    ofSeries = 1,
  }: { endMs: number; lastMs: number; stepMs: number; ofSeries?: number },
): number {
  const seriesByStep = new Map<number, number>();
  for (const { timesMs } of series) {
    let last: number | undefined;
    for (let i = timesMs.length - 1; i >= 0 && timesMs[i]! >= endMs - lastMs; i--) {
      const step = Math.floor(timesMs[i]! / stepMs);
      if (step !== last) seriesByStep.set(step, (seriesByStep.get(step) ?? 0) + 1);
      last = step;
    }
  }
  return [...seriesByStep.values()].filter((count) => count >= ofSeries).length;
}

const denseHours = (series: readonly Series[], endMs: number, ofSeries: number): number =>
  busySteps(series, { endMs, lastMs: 3 * DAY_MS, stepMs: DAY_MS / 24, ofSeries });

export const isDenseRecord = (series: readonly Series[], endMs: number): boolean =>
  denseHours(series, endMs, 1) >= DENSE_HOURS;

/**
 * Returns the window for the rhythm of the record, if nobody chose: three days in hospital, two years of
 * visits, or all of a short record.
 */
export function defaultWindowChoice(series: readonly Series[], whole: TimeWindow): WindowChoice {
  const all: WindowChoice = { length: 'all', backDays: 0 };
  const days = daysOf(whole);
  const preset = (id: string): WindowChoice => parseWindowChoice(id) ?? all;
  const results = series.reduce((sum, { rows }) => sum + rows.length, 0);
  if (results < SHORT_RECORD || days <= 7) return all;
  if (denseHours(series, whole.endMs, HOSPITAL_SERIES) >= DENSE_HOURS) return preset('72h');
  for (const id of ['2y', '5y']) {
    const { length } = preset(id);
    if (length === 'all' || length >= days) break;
    const visitDays = busySteps(series, { endMs: whole.endMs, lastMs: length * DAY_MS, stepMs: DAY_MS });
    if (visitDays >= ENOUGH_DAYS) return preset(id);
  }
  return all;
}

/**
 * Returns the time that a choice means in a record. A choice longer than the record means all of it, and one that ends before the record
 * begins, as one of another record may, the earliest time of its length.
 */
export function windowForChoice(whole: TimeWindow, choice: WindowChoice): TimeWindow {
  const { length } = choice;
  const days = daysOf(whole);
  if (length === 'all') return whole;
  const backDays = choice.backDays <= days ? choice.backDays : Math.max(0, days - length);
  if (length >= days && backDays === 0) return whole;
  // The fragment has six decimals of a day. Without rounding, a minute could be one too few.
  const second = (ms: number) => Math.round(ms / 1000) * 1000;
  const endMs = backDays === 0 ? whole.endMs : second(whole.endMs - backDays * DAY_MS);
  return { startMs: second(endMs - length * DAY_MS), endMs };
}

/**
 * This is the encounter in which the app was opened. `endMs` is undefined while it lasts. Only a hospital
 * stay sets the window by itself (`opensWithStay`).
 */
export type EncounterPeriod = {
  readonly startMs: number;
  /** This is the latest moment at which it can have begun, where it has no time of day. */
  readonly latestStartMs?: number;
  readonly endMs: number | undefined;
  readonly isStay: boolean;
};

/** Returns the end of the day on the clock of the zone: what was measured on the day of a visit belongs to it. */
function endOfDayMs(timeMs: number, timeZone: string): number {
  const wallMs = wallClockMs(timeMs, timeZone);
  return instantMs((Math.floor(wallMs / DAY_MS) + 1) * DAY_MS, timeZone);
}

const endInRecordMs = (
  { endMs: newestMs }: TimeWindow,
  endMs: number | undefined,
  timeZone: string,
): number => (endMs === undefined ? newestMs : Math.min(newestMs, endOfDayMs(endMs, timeZone)));

/**
 * Returns whether a record opens with the time of its stay: after a day of it in the record. In its first hours most tests have one
 * result, which shows nothing without those before it. One of a single date without times is not known to have lasted a day.
 */
export function opensWithStay(
  whole: TimeWindow,
  encounter: EncounterPeriod | undefined,
  timeZone: string,
): boolean {
  if (encounter?.isStay !== true) return false;
  const startMs = Math.max(whole.startMs, encounter.latestStartMs ?? encounter.startMs);
  return endInRecordMs(whole, encounter.endMs, timeZone) - startMs >= DAY_MS;
}

/**
 * Returns the window of an encounter: it begins when the encounter began and ends with the day on which it ended. Returns
 * undefined if the record holds nothing of it.
 */
export function encounterWindowChoice(
  whole: TimeWindow,
  { startMs, endMs }: Pick<EncounterPeriod, 'startMs' | 'endMs'>,
  timeZone: string,
): WindowChoice | undefined {
  const end = endInRecordMs(whole, endMs, timeZone);
  const start = Math.max(whole.startMs, startMs);
  if (!(end - start > MIN_DAYS * DAY_MS)) return undefined;
  if (start === whole.startMs && end === whole.endMs) return { length: 'all', backDays: 0 };
  return { length: (end - start) / DAY_MS, backDays: (whole.endMs - end) / DAY_MS };
}
