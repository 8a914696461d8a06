/**
 * Times of one visit share a column of the grid: blood taken at 08:10 and pressure measured at 08:35 stand under each other.
 * They share it only if no row has two results in it, so that each value keeps its own cell. A column never spans midnight
 * and never holds a time that the clock shows twice (rules 23, 42, 43).
 */

import { wallClockMs } from '../../charts/format/timeZone.ts';
import { newnessOf, type GridMoment } from './gridColumns.ts';
import { DAY_MS, HOUR_MS } from '../../clinical/time/durations.ts';

/** Times further apart belong to different visits. We chose this; it is shorter than the time between two ward rounds. */
const VISIT_MS = 3 * HOUR_MS;

export type GridVisits = { readonly moments: readonly GridMoment[]; readonly columnOf: Uint32Array };

/** Returns for each moment id the indices of the rows that have a result then. */
function rowsByMomentId(
  momentIdsByRow: readonly (readonly number[])[],
  count: number,
): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: count }, () => []);
  momentIdsByRow.forEach((momentIds, row) => {
    for (const id of momentIds) rows[id]?.push(row);
  });
  return rows;
}

function isOneVisit(visit: GridMoment, next: GridMoment, timeZone: string, sinceMs: number): boolean {
  if (newnessOf(visit, sinceMs) !== newnessOf(next, sinceMs)) return false;
  if (visit.precision !== 'instant' || next.precision !== 'instant') return false;
  if (next.timeMs - visit.timeMs > VISIT_MS || next.isFuture !== visit.isFuture) return false;
  const [start, end, clock] = [visit.timeMs, visit.lastMs, next.timeMs].map((ms) =>
    wallClockMs(ms, timeZone),
  );
  return clock! > end! && Math.floor(start! / DAY_MS) === Math.floor(clock! / DAY_MS);
}

/**
 * Joins the columns of one visit. A column never spans `sinceMs`, the moment since which results count as new.
 * `momentIdsByRow` holds for each row the ids of its moments.
 */
export function gridVisitsOf(
  { moments, columnOf }: GridVisits,
  momentIdsByRow: readonly (readonly number[])[],
  timeZone: string,
  sinceMs: number,
): GridVisits {
  const rowsById = rowsByMomentId(momentIdsByRow, columnOf.length);
  const rowsByColumn: (readonly number[])[] = Array.from({ length: columnOf.length }, () => []);
  columnOf.forEach((column, id) => (rowsByColumn[column] = rowsById[id] ?? []));

  const visits: GridMoment[] = [];
  const visitOfColumn = new Uint32Array(moments.length);
  let rowsOfVisit = new Set<number>();
  moments.forEach((moment, column) => {
    const visit = visits.at(-1);
    const rows = rowsByColumn[column] ?? [];
    if (visit && isOneVisit(visit, moment, timeZone, sinceMs) && !rows.some((row) => rowsOfVisit.has(row))) {
      visits[visits.length - 1] = { ...visit, lastMs: moment.timeMs, latestMs: moment.latestMs };
      for (const row of rows) rowsOfVisit.add(row);
    } else {
      visits.push(moment);
      rowsOfVisit = new Set(rows);
    }
    visitOfColumn[column] = visits.length - 1;
  });
  return { moments: visits, columnOf: columnOf.map((column) => visitOfColumn[column] ?? 0) };
}
