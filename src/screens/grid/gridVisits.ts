/**
 * Times of one visit share a column of the grid: blood taken at 08:10 and pressure measured at 08:35 stand under each other.
 * Only where no line has two results in it, so that each value still has a cell of its own; never over a day's end, and
 * never a time that a clock shows twice (rules 23, 42, 43).
 */

import { wallClockMs } from '../../charts/format/timeZone.ts';
import { isAfter, type GridMoment } from './gridColumns.ts';
import { DAY_MS, HOUR_MS } from '../../clinical/time/durations.ts';

/** Longer apart is another occasion: our choice, shorter than any interval between two rounds on a ward. */
const VISIT_MS = 3 * HOUR_MS;

export type GridVisits = { readonly moments: readonly GridMoment[]; readonly placeOf: Uint32Array };

/** For each time, the lines that have a result then. */
function linesAt(lines: readonly (readonly number[])[], count: number): readonly (readonly number[])[] {
  const at: number[][] = Array.from({ length: count }, () => []);
  lines.forEach((numbers, line) => {
    for (const number of numbers) at[number]?.push(line);
  });
  return at;
}

function isOneVisit(visit: GridMoment, next: GridMoment, timeZone: string, sinceMs: number): boolean {
  if (isAfter(visit, sinceMs) !== isAfter(next, sinceMs)) return false;
  if (visit.precision !== 'instant' || next.precision !== 'instant') return false;
  if (next.timeMs - visit.timeMs > VISIT_MS || next.isFuture !== visit.isFuture) return false;
  const [start, end, clock] = [visit.timeMs, visit.lastMs, next.timeMs].map((ms) =>
    wallClockMs(ms, timeZone),
  );
  return clock! > end! && Math.floor(start! / DAY_MS) === Math.floor(clock! / DAY_MS);
}

/**
 * The columns by time of collection, joined to those of visits, but never over the moment since which results count as new.
 * `lines`: for each line the numbers of its times.
 */
export function gridVisitsOf(
  { moments, placeOf }: GridVisits,
  lines: readonly (readonly number[])[],
  timeZone: string,
  sinceMs: number,
): GridVisits {
  const byNumber = linesAt(lines, placeOf.length);
  const here: (readonly number[])[] = Array.from({ length: placeOf.length }, () => []);
  placeOf.forEach((place, number) => (here[place] = byNumber[number] ?? []));

  const visits: GridMoment[] = [];
  const visitOf = new Uint32Array(moments.length);
  let taken = new Set<number>();
  moments.forEach((moment, place) => {
    const open = visits.at(-1);
    const held = here[place] ?? [];
    if (open && isOneVisit(open, moment, timeZone, sinceMs) && !held.some((line) => taken.has(line))) {
      visits[visits.length - 1] = { ...open, lastMs: moment.timeMs, latestMs: moment.latestMs };
      for (const line of held) taken.add(line);
    } else {
      visits.push(moment);
      taken = new Set(held);
    }
    visitOf[place] = visits.length - 1;
  });
  return { moments: visits, placeOf: placeOf.map((place) => visitOf[place] ?? 0) };
}
