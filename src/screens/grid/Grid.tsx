import { useDeferredValue, useMemo, useState } from 'react';
import { analyteOf } from '../../clinical/catalog/analyteProperties.ts';
import { panelsOf, type Panel } from '../../clinical/catalog/panels.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { AccountLine } from '../../parts/notices/AccountLine.tsx';
import { placeholderAnalytes } from '../../parts/results/placeholderAnalytes.ts';
import { useOfferedColumns, type ColumnsExport } from '../../parts/export/gridColumns/columnsExport.ts';
import { bucketTable } from './buckets/bucketCsv.ts';
import { GridBox } from './GridBox.tsx';
import type { GridData } from './gridData.ts';
import { GridFilterBar } from './GridFilterBar.tsx';
import { gridViewOf } from './gridFilters.ts';
import { gridFiltersIn, type ColumnUnit } from '../../parts/screenUrls/gridUrl.ts';
import { useGridColumns } from './useGridColumns.ts';
import { newSinceFilterOf } from './newSinceFilter.ts';
import { gridAbsence } from './gridText.ts';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useRecord, useSession, useSite } from '../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { PlaceholderAnalyte } from '../../parts/results/tileLayout.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Grid.module.css';
import { gridTexts } from './grid.messages.ts';

type GridProps = {
  /** The encounters say which visit results are new since; undefined until the events are being read. */
  readonly events: EventsSnapshot | undefined;
  /** Holds the filters. */
  readonly fragment: string;
};

const NO_SERIES: RecordSnapshot['series'] = [];

/** Returns the analytes that have a row even without a result: those of the panel, or those of most records while reading. */
function placeholdersOf(
  panel: Panel | undefined,
  record: RecordSnapshot | undefined,
): readonly PlaceholderAnalyte[] {
  if (!panel) return record?.ended ? [] : placeholderAnalytes([]);
  return [...panel.members].flatMap((id) => {
    const analyte = analyteOf(id);
    return analyte ? [{ id, name: analyte.name, group: analyte.group, order: analyte.order }] : [];
  });
}

function useGrid({ fragment, events }: GridProps, query: string) {
  const { record: newestRecord } = useRecord();
  const { encounterId } = useSession().session;
  const timeZone = useTimeZone();
  // Pages may arrive faster than the rows of a long record are sorted.
  const record = useDeferredValue(newestRecord);
  const { series = NO_SERIES, complete = false, readAtMs = 0 } = record ?? {};
  const filters = useMemo(() => gridFiltersIn(fragment), [fragment]);
  const panels = useMemo(() => panelsOf(new Set(series.map(({ analyteId }) => analyteId))), [series]);
  const newSince = useMemo(
    () => newSinceFilterOf(filters, { record, events, encounterId, timeZone }),
    [filters, record, events, encounterId, timeZone],
  );
  const sinceMs = newSince.columnMark?.sinceMs;
  const { data, columns } = useGridColumns(series, readAtMs, sinceMs, filters.columns);
  const panel = panels.find(({ id }) => id === filters.panel);
  const placeholders = useMemo(() => placeholdersOf(panel, record), [panel, record]);
  const view = useMemo(
    () =>
      gridViewOf(data, {
        filters,
        searchText: query,
        panel,
        isComplete: complete,
        since: newSince.appliedMark,
        placeholders,
      }),
    [data, filters, query, panel, complete, newSince.appliedMark, placeholders],
  );
  return { record, filters, panels, newSince, data, view, columns };
}

/** Returns what the menu "Share" may take of columns that hold several times. */
function useColumnsExport(unit: ColumnUnit, data: GridData): ColumnsExport | undefined {
  const timeZone = useTimeZone();
  return useMemo(
    () =>
      unit === 'result'
        ? undefined
        : { unit, columnCount: data.moments.length, table: () => bucketTable(data, timeZone) },
    [unit, data, timeZone],
  );
}

/** Shows all results by date: analytes down, dates across, the newest at the right. */
export function Grid(props: GridProps) {
  const { record } = useRecord();
  const { label: siteLabel } = useSite();
  const [query, setQuery] = useState('');
  const grid = useGrid(props, useDeferredValue(query.trim()));
  useEscapeToOverview();
  const { filters, panels, newSince, data, view, columns } = grid;
  useOfferedColumns(useColumnsExport(columns.unit, data));
  const absenceText = gridAbsence(grid.record, siteLabel, view);
  const notice = view.newResultsSummary || newSince.notAppliedText;
  return (
    <div className={styles.screen}>
      <ScreenTop current="Results" search={{ query, onQuery: setQuery }} />
      <main className={styles.main}>
        <h2 className={styles.heading}>{gridTexts('heading')}</h2>
        <div className={styles.control}>
          <GridFilterBar {...{ filters, panels, newSince, columns }} isComplete={record?.complete === true} />
          <AccountLine />
          <output className={styles.hides}>
            {notice && <b className={styles.notice}>{notice}</b>}
            {notice && view.hiddenTexts.length > 0 && '; '}
            {view.hiddenTexts.join('; ')}
          </output>
          {columns.unit !== 'result' && (
            <p className={styles.bucketNote}>{gridTexts('bucketNote', { unit: columns.unit })}</p>
          )}
        </div>
        {absenceText && <p className={styles.empty}>{absenceText}</p>}
        {view.rows.length > 0 && (
          <GridBox
            {...{ data, view }}
            hasBuckets={columns.unit !== 'result'}
            sinceMark={newSince.columnMark}
          />
        )}
      </main>
    </div>
  );
}
