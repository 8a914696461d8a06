import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { entryMomentMs } from '../../charts/strip/strip.ts';
import { chartEntriesOf, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { TrendLegend } from '../../charts/trend/TrendLegend.tsx';
import { meanOf } from '../../charts/reading/meanPressure.ts';
import { ReadingPanel } from '../../parts/results/ReadingPanel.tsx';
import { seriesName } from '../../charts/reading/seriesName.ts';
import { meanPressures } from '../../clinical/derived/derived.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { ChartCursor } from './ChartLanes.tsx';
import { CopyTable } from './tableCopy/CopyTable.tsx';
import { LazyDetailLanes } from './lazyDetailEvents.ts';
import { useSelectedEntry } from './useSelectedEntry.ts';
import { DetailChart, DetailTable } from './DetailCharts.tsx';
import { useGrowthChoice } from './GrowthSwitch.tsx';
import { DetailHead } from './DetailHead.tsx';
import { DetailLinks } from './DetailLinks.tsx';
import { tableRowsInWindow } from './resultsInWindow.ts';
import { adjacentSeriesOf } from './adjacentSeries.ts';
import { useZoomAnchor } from '../../parts/timeWindow/zoomAnchor.ts';
import { TableScope } from './TableScope.tsx';
import { useChartOptions } from './useChartOptions.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import styles from './Detail.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { useActions, useLoadedRecord, useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import { detailTexts } from './detail.messages.ts';

type DetailViewProps = {
  readonly series: Series;
  /** This is the diastolic side of a blood pressure. */
  readonly partner?: Series | undefined;
  /** The chart takes the focus because a key in the chart of an adjacent result led here. */
  readonly hasInitialFocus: boolean;
  /** Opens another result by a key in the chart. */
  readonly onStepTo: (seriesId: string) => void;
};

type SeriesPair = Pick<DetailViewProps, 'series' | 'partner'>;

/** Rule 7: the mean is calculated, so it waits until all was read. None is calculated beside a measured one of the same time. */
function useMeans({ series, partner }: SeriesPair) {
  const { complete, series: all } = useLoadedRecord();
  return useMemo(
    () => (partner && complete ? meanPressures(series.id, all) : undefined),
    [partner, complete, series.id, all],
  );
}

function meanPressureText(mean: number | undefined, { unitText }: Series): string {
  return mean === undefined ? '' : detailTexts('meanPressure', { mean: mean.toFixed(), unit: unitText });
}

/** The focus begins at the name of the result, for keyboard and voice, or stays in the chart if a key there led here. */
function useInitialFocus(focusesChart: boolean) {
  const section = useRef<HTMLElement>(null);
  const isChartFirst = useRef(focusesChart);
  useEffect(() => {
    if (isChartFirst.current && section.current?.querySelector('[data-frame]')) return;
    section.current?.querySelector('h2')?.focus({ preventScroll: true });
  }, []);
  return section;
}

/** A legend explains what is seen: a critical result of another period is none of it. */
const useDrawnIn = (entries: readonly ChartEntry[]): readonly ChartEntry[] =>
  useMemo(() => entries.filter(({ index }) => index >= 0), [entries]);

/**
 * The open source goes with the result that a key or a press chooses, so that row, point and source are one. A result is read no
 * longer than it stands on the chart and in the table.
 */
function useChosenEntry(entries: ReturnType<typeof chartEntriesOf>, shown: readonly ChartEntry[]) {
  const { followSource } = useActions();
  const { selected: last, ...chosen } = useSelectedEntry(entries);
  const { isAnnounced } = chosen;
  const selected = last && shown.includes(last) ? last : undefined;
  useEffect(() => {
    if (selected && isAnnounced) followSource(selected.rows.map(({ id }) => id));
  }, [selected, isAnnounced, followSource]);
  return { ...chosen, selected };
}

/** The pressed button disappears, so the table that it filled takes the focus. */
function showAllResults({ onChoose }: ViewWindow, section: HTMLElement | null): void {
  onChoose('all');
  section?.querySelector<HTMLElement>('[data-twin]')?.focus();
}

/** Returns a function that draws the events under the chart; undefined until the results were read. */
function useLanes({ series, partner }: SeriesPair, name: string) {
  const { ended } = useLoadedRecord();
  return useMemo(() => {
    if (!ended) return undefined;
    const strip = { series, partner, name };
    return (frame: Frame, cursor: ChartCursor | undefined, wordsPx: number) => (
      <div className={styles.lanes}>
        <LazyBoundary>
          <LazyDetailLanes {...{ strip, frame, cursor, wordsPx }} />
        </LazyBoundary>
      </div>
    );
  }, [ended, series, partner, name]);
}

/** Shows one kind of result over time: its latest number, the chart, the reading of one result, and the table of all. */
export const DetailView = memo(function DetailView(props: DetailViewProps) {
  const { series, partner, hasInitialFocus, onStepTo } = props;
  const { patient } = useRecord();
  const record = useLoadedRecord();
  const view = useViewWindow();
  const timeZone = useTimeZone();
  const entries = useMemo(() => chartEntriesOf(series, partner), [series, partner]);
  const { drawn } = entries;
  const table = useMemo(() => tableRowsInWindow(entries, view), [entries, view]);
  const { selected, isAnnounced, onFocus, onSelect } = useChosenEntry(entries, table.entries);
  useZoomAnchor(selected && entryMomentMs(selected, timeZone), isAnnounced);
  const section = useInitialFocus(hasInitialFocus);
  const adjacent = useMemo(() => adjacentSeriesOf(record.series, series), [record.series, series]);
  const { options, onToggle } = useChartOptions();
  const onSeriesStep = (direction: -1 | 1) => {
    const next = adjacent[direction];
    if (next) onStepTo(next.id);
  };
  const name = seriesName(series, partner);
  const { isGrowth } = useGrowthChoice(props);
  const lanes = useLanes(props, name);
  const controls = {
    options,
    onToggleEveryPoint: () => onToggle('hasEveryPoint'),
    hasInitialFocus,
    onSeriesStep,
    lanes,
  };
  const drawnInWindow = useDrawnIn(table.entries);
  const onShowAll = useCallback(() => showAllResults(view, section.current), [view, section]);
  const means = useMeans(props);
  const hasMeans = means !== undefined && means.size > 0;
  const note = meanPressureText(selected && meanOf(selected, means), series);
  const focusIndex = selected && selected.index >= 0 ? selected.index : undefined;
  return (
    <section ref={section} className={lanes ? `${styles.detail} ${styles.withLanes}` : styles.detail}>
      <DetailHead {...{ name, series, partner, entries }} onShowAll={onShowAll} />
      <DetailChart {...{ series, partner, means, drawn, focusIndex, onFocus, controls, name, selected }} />
      <div className={styles.under}>
        {!isGrowth && drawnInWindow.length > 0 && <TrendLegend drawn={drawnInWindow} hasMeans={hasMeans} />}
        <div className={styles.onward}>
          <DetailLinks series={series} adjacent={adjacent} />
          <TableScope table={table} onAll={onShowAll} />
          {patient && <CopyTable {...{ patient, name, series, partner, table }} />}
        </div>
      </div>
      <ReadingPanel
        {...{ series, drawn, note, isGrowth }}
        isComplete={record.complete}
        entry={selected}
        isAnnounced={isAnnounced}
      />
      <DetailTable
        {...{ series, name, selected, onSelect }}
        entries={table.entries}
        isWindowed={table.outsideCount > 0}
      />
    </section>
  );
});
