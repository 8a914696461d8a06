import { useDeferredValue, useMemo, useState } from 'react';
import { analyteOf } from '../../clinical/catalog/analytes.ts';
import { panelsOf, type Panel } from '../../clinical/catalog/panels.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { AccountLine } from '../../parts/notices/AccountLine.tsx';
import { placeholderAnalytes } from '../../parts/results/placeholderAnalytes.ts';
import { GridBox } from './GridBox.tsx';
import { GridFilterBar } from './GridFilterBar.tsx';
import { gridViewOf } from './gridFilters.ts';
import { gridFiltersIn } from '../../parts/screenUrls/gridUrl.ts';
import { gridRowsOf } from './gridLines.ts';
import { gridSince } from './gridSince.ts';
import { gridAbsence } from './gridText.ts';
import { OtherPatientEventsNotice } from '../../parts/events/OtherPatientEventsNotice.tsx';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useRecord, useSession, useSite } from '../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { PlaceholderAnalyte } from '../../parts/results/tileLayout.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Grid.module.css';

type GridProps = {
  /** What happened around the results, for the visits; undefined until something is known of it. */
  readonly events: EventsSnapshot | undefined;
  /** The filters, as they stand in the address. */
  readonly fragment: string;
};

const NO_SERIES: RecordSnapshot['series'] = [];

/** Analytes whose rows stand there without a result: those of the panel, or while reading those of most records. */
function expectedIn(
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
  const { record: newest } = useRecord();
  const { encounterId } = useSession().session;
  const timeZone = useTimeZone();
  // Pages may arrive faster than a long record is put in order.
  const record = useDeferredValue(newest);
  const { series = NO_SERIES, complete = false, readAtMs = 0 } = record ?? {};
  const filters = useMemo(() => gridFiltersIn(fragment), [fragment]);
  const panels = useMemo(() => panelsOf(new Set(series.map(({ analyteId }) => analyteId))), [series]);
  const since = useMemo(
    () => gridSince(filters, { record, events, encounterId, timeZone }),
    [filters, record, events, encounterId, timeZone],
  );
  const sinceMs = since.mark?.sinceMs;
  const lines = useMemo(
    () => gridRowsOf(series, timeZone, readAtMs, sinceMs),
    [series, timeZone, readAtMs, sinceMs],
  );
  const panel = panels.find(({ id }) => id === filters.panel);
  const awaited = useMemo(() => expectedIn(panel, record), [panel, record]);
  const view = useMemo(
    () => gridViewOf(lines, { filters, query, panel, complete, since: since.filter, expected: awaited }),
    [lines, filters, query, panel, complete, since.filter, awaited],
  );
  return { record, filters, panels, since, lines, view };
}

/** All results by date: analytes down, dates across, the newest at the right. */
export function Grid(props: GridProps) {
  const { record } = useRecord();
  const { label: siteLabel } = useSite();
  const [query, setQuery] = useState('');
  const grid = useGrid(props, useDeferredValue(query.trim()));
  useEscapeToOverview();
  const { filters, panels, since, lines, view } = grid;
  const absence = gridAbsence(grid.record, siteLabel, view);
  const said = view.found || since.notApplied;
  return (
    <div className={styles.screen}>
      <ScreenTop current="Results" search={{ query, onQuery: setQuery }}>
        <OtherPatientEventsNotice events={props.events} />
      </ScreenTop>
      <main className={styles.main}>
        <h2 className={styles.heading}>Results by date</h2>
        <div className={styles.control}>
          <GridFilterBar {...{ filters, panels, since }} complete={record?.complete === true} />
          <AccountLine />
          <output className={styles.hides}>
            {said && <b className={styles.said}>{said}</b>}
            {said && view.hides.length > 0 && '; '}
            {view.hides.join('; ')}
          </output>
        </div>
        {absence && <p className={styles.empty}>{absence}</p>}
        {view.rows.length > 0 && <GridBox {...{ lines, view, record }} mark={since.mark} />}
      </main>
    </div>
  );
}
