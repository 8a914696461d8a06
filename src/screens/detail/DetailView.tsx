import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { entryMomentMs } from '../../charts/strip/strip.ts';
import { chartEntriesOf, type ChartEntries, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { TrendLegend } from '../../charts/trend/TrendLegend.tsx';
import { ReadingPanel } from '../../parts/results/ReadingPanel.tsx';
import { seriesName } from '../../charts/reading/seriesName.ts';
import { meanPressures } from '../../clinical/derived/derived.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartCursor } from './ChartLanes.tsx';
import { CopyTable } from './CopyTable.tsx';
import { LazyDetailLanes } from './detailEvents.ts';
import { DetailHead } from './DetailHead.tsx';
import { DetailLinks } from './DetailLinks.tsx';
import { tableRows } from './detailWindow.ts';
import { adjacentSeriesOf } from './adjacentSeries.ts';
import { useZoomAnchor } from '../../parts/timeWindow/zoomAnchor.ts';
import { ResultTable } from '../../parts/results/ResultTable.tsx';
import { TableScope } from './TableScope.tsx';
import { useChartOptions } from './useDetailLook.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import styles from './Detail.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';

type DetailViewProps = {
  readonly series: Series;
  /** The diastolic side of a blood pressure. */
  readonly partner?: Series | undefined;
  readonly record: RecordSnapshot;
  /** The keys came from the chart of a neighbour and stay in the chart. */
  readonly takesFocus: boolean;
  /** To another result, by a key in the chart. */
  readonly onWalkTo: (seriesId: string) => void;
};

type Chosen = { readonly key: string; readonly announce: boolean };

/** Which result is read out, chosen in the chart or in the table. */
export function useSelectedEntry({ drawn, all }: ChartEntries) {
  const [chosen, setChosen] = useState<Chosen>();
  const selected = useMemo(() => all.find(({ key }) => key === chosen?.key), [all, chosen]);
  const focus = useCallback(
    (index: number, announce: boolean) => {
      const key = drawn[index]?.key;
      if (key !== undefined) setChosen((now) => (now?.key === key && !announce ? now : { key, announce }));
    },
    [drawn],
  );
  const choose = useCallback(({ key }: ChartEntry) => setChosen({ key, announce: true }), []);
  return { selected, announce: chosen?.announce ?? false, focus, choose };
}

/** Rule 7: calculated, so only when all is read; of a measured mean pressure of the same time there is none. */
function useMeans({ series, partner, record: { complete, series: all } }: DetailViewProps) {
  return useMemo(
    () => (partner && complete ? meanPressures(series.id, all) : undefined),
    [partner, complete, series.id, all],
  );
}

function meanWords(mean: number | undefined, { unitText }: Series): string {
  return mean === undefined
    ? ''
    : `mean arterial pressure ${mean.toFixed()} ${unitText}, calculated by Longview`;
}

/** Who comes by keyboard or voice begins at the name of what was opened, or stays in the chart where the keys were. */
function useFirstFocus(takesFocus: boolean) {
  const screen = useRef<HTMLElement>(null);
  const first = useRef(takesFocus);
  useEffect(() => {
    if (first.current && screen.current?.querySelector('[data-frame]')) return;
    screen.current?.querySelector('h2')?.focus({ preventScroll: true });
  }, []);
  return screen;
}

/** The button that was pressed goes away; the table that it filled takes the focus. */
function showAll({ onChoose }: ViewWindow, screen: HTMLElement | null): void {
  onChoose('all');
  screen?.querySelector<HTMLElement>('[data-twin]')?.focus();
}

/** Under the chart, with what it needs of the screen; read when the results have been. */
function useLanes({ series, partner, record }: DetailViewProps, name: string) {
  const { complete, ended } = record;
  return useMemo(() => {
    if (!ended) return undefined;
    const strip = { series, partner, name };
    return (frame: Frame, cursor: ChartCursor | undefined) => (
      <div className={styles.lanes}>
        <Suspense>
          <LazyDetailLanes {...{ strip, frame, cursor, complete }} />
        </Suspense>
      </div>
    );
  }, [ended, complete, series, partner, name]);
}

/** One kind of result over time: its newest number, the chart, what one result says, and the table of all. */
export function DetailView(props: DetailViewProps) {
  const { series, partner, record, takesFocus, onWalkTo } = props;
  const { patient } = useRecord();
  const view = useViewWindow();
  const timeZone = useTimeZone();
  const entries = useMemo(() => chartEntriesOf(series, partner), [series, partner]);
  const { drawn } = entries;
  const { selected, announce, focus, choose } = useSelectedEntry(entries);
  useZoomAnchor(selected && entryMomentMs(selected, timeZone), announce);
  const screen = useFirstFocus(takesFocus);
  const neighbours = useMemo(() => adjacentSeriesOf(record.series, series), [record.series, series]);
  const { look, onTurn } = useChartOptions();
  const onWalk = (way: -1 | 1) => {
    const next = neighbours[way];
    if (next) onWalkTo(next.id);
  };
  const name = seriesName(series, partner);
  const lanes = useLanes(props, name);
  const own = { look, onEvery: () => onTurn('hasEveryPoint'), takesFocus, onWalk, lanes };
  const table = useMemo(() => tableRows(entries, view), [entries, view]);

  const means = useMeans(props);
  const note = meanWords(means?.get(selected?.rows[0].id ?? ''), series);
  const focusIndex = selected && selected.index >= 0 ? selected.index : undefined;
  const context = { series, drawn, isComplete: record.complete };
  return (
    <section ref={screen} className={lanes ? `${styles.detail} ${styles.withLanes}` : styles.detail}>
      <DetailHead {...{ name, series, entries, record }} />
      <ChartFrame {...{ series, partner, record, means, drawn, focusIndex, own }} onFocus={focus} />
      <div className={styles.under}>
        {drawn.length > 0 && <TrendLegend drawn={drawn} hasMeans={means !== undefined && means.size > 0} />}
        <div className={styles.onward}>
          <DetailLinks series={series} neighbours={neighbours} />
          <TableScope {...table} onAll={() => showAll(view, screen.current)} />
          {patient && <CopyTable {...{ record, patient, name, series, table }} window={view.visible} />}
        </div>
      </div>
      <ReadingPanel {...context} entry={selected} isAnnounced={announce} note={note} />
      <ResultTable
        entries={table.entries}
        isWindowed={table.outside > 0}
        series={series}
        name={name}
        selected={selected}
        onSelect={choose}
      />
    </section>
  );
}
