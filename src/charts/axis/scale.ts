/** The scales and ticks serve all charts alike. Distance on the time axis is time (rule 1). */
import { MONTHS } from '../format/dateText.ts';
import { instantMs, twoDigits, wallClockMs } from '../format/timeZone.ts';
import { DAY_MS, HOUR_MS } from '../../clinical/time/durations.ts';

export type Scale = (n: number) => number;

/** The scale is proportional and not clamped. An empty domain maps to the middle of the range. */
export function linearScale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const span = from[1] - from[0];
  if (!(span > 0)) return () => (to[0] + to[1]) / 2;
  const step = (to[1] - to[0]) / span;
  return (n) => to[0] + (n - from[0]) * step;
}

/** Rounds to a tenth of a pixel. That is finer than any screen, and it keeps paths short. */
export const roundPx = (px: number) => Math.round(px * 10) / 10;

export type TimeTick = { readonly timeMs: number; readonly text: string; readonly isMajor: boolean };

type PushTick = (wallMs: number, text: string, isMajor: boolean) => void;

function pushYears(push: PushTick, [w0, w1]: readonly [number, number]) {
  const days = (w1 - w0) / DAY_MS;
  const lastYear = new Date(w1).getUTCFullYear();
  const every = days > 25_000 ? 10 : days > 7_500 ? 5 : days > 3_000 ? 2 : 1;
  for (let year = new Date(w0).getUTCFullYear(); year <= lastYear; year++) {
    const isMajor = year % every === 0;
    push(Date.UTC(year, 0, 1), isMajor ? String(year) : '', isMajor);
    if (days >= 1_100) continue;
    for (const month of [3, 6, 9]) push(Date.UTC(year, month, 1), MONTHS[month] ?? '', false);
  }
}

function pushMonths(push: PushTick, [w0, w1]: readonly [number, number]) {
  const first = new Date(w0);
  for (let month = first.getUTCMonth(); ; month++) {
    const wallMs = Date.UTC(first.getUTCFullYear(), month, 1);
    if (wallMs > w1) return;
    const january = month % 12 === 0;
    push(wallMs, january ? String(new Date(wallMs).getUTCFullYear()) : (MONTHS[month % 12] ?? ''), january);
  }
}

function pushDays(push: PushTick, [w0, w1]: readonly [number, number]) {
  const days = (w1 - w0) / DAY_MS;
  for (let wallMs = Math.floor(w0 / DAY_MS) * DAY_MS; wallMs <= w1; wallMs += DAY_MS) {
    const date = new Date(wallMs);
    const text = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
    if (days <= 10 || date.getUTCDay() === 1) push(wallMs, text, true);
    if (days > 6) continue;
    const everyHours = days > 1 ? 6 : days > 0.25 ? 3 : 1;
    for (let hour = everyHours; hour < 24; hour += everyHours) {
      push(wallMs + hour * HOUR_MS, `${twoDigits(hour)}:00`, false);
    }
  }
}

/** Returns years, quarters, months, days or hours of the zone's calendar, oldest first. */
export function timeTicks(startMs: number, endMs: number, timeZone: string): TimeTick[] {
  const ticks: TimeTick[] = [];
  const wall = [wallClockMs(startMs, timeZone), wallClockMs(endMs, timeZone)] as const;
  const push: PushTick = (wallMs, text, isMajor) => {
    const timeMs = instantMs(wallMs, timeZone);
    if (timeMs >= startMs && timeMs <= endMs) ticks.push({ timeMs, text, isMajor });
  };
  const days = (wall[1] - wall[0]) / DAY_MS;
  const level = days > 366 ? pushYears : days > 45 ? pushMonths : pushDays;
  level(push, wall);
  return ticks;
}
