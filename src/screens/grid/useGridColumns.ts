import { useMemo } from 'react';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { Series } from '../../clinical/series/series.ts';
import { useSite } from '../../parts/openRecord/openRecordContexts.ts';
import type { ColumnUnit } from '../../parts/screenUrls/gridUrl.ts';
import {
  automaticUnit,
  columnCountsOf,
  gridBucketsOf,
  shiftStartsOf,
  type ColumnCounts,
} from './buckets/gridBuckets.ts';
import { gridDataIn, gridSourceOf, visitColumnsOf } from './gridData.ts';

/** This is what one column holds, chosen by the reader or by the grid, and how many columns each choice has. */
export type GridColumns = { readonly unit: ColumnUnit; readonly counts: ColumnCounts };

/** Returns the results of a record in the columns of the chosen unit, or of one in which they can be read. */
export function useGridColumns(
  series: readonly Series[],
  readAtMs: number,
  sinceMs = Number.NaN,
  chosen: ColumnUnit | undefined,
) {
  const timeZone = useTimeZone();
  const { shifts } = useSite();
  const starts = useMemo(() => shiftStartsOf(shifts), [shifts]);
  const source = useMemo(() => gridSourceOf(series, timeZone, readAtMs), [series, timeZone, readAtMs]);
  const visits = useMemo(() => visitColumnsOf(source, sinceMs), [source, sinceMs]);
  const counts = useMemo(
    () => columnCountsOf(source.sorted, visits.moments.length, { starts, timeZone }),
    [source, visits, starts, timeZone],
  );
  const unit = chosen ?? automaticUnit(counts);
  const data = useMemo(() => {
    if (unit === 'result') return gridDataIn(source, visits);
    return gridDataIn(source, gridBucketsOf(source.sorted, { unit, starts, timeZone }, sinceMs));
  }, [source, visits, unit, starts, timeZone, sinceMs]);
  const columns: GridColumns = useMemo(() => ({ unit, counts }), [unit, counts]);
  return { data, columns };
}
