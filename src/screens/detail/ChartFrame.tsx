import { useCallback, useMemo, useState } from 'react';
import { dateText } from '../../charts/format/dateText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { SeriesAccountData } from '../../charts/reading/SeriesAccountData.tsx';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import {
  frameWidthPx,
  isCrowded,
  TREND_HEIGHT_PX,
  type ChartWindow,
} from '../../charts/trend/trendLayout.ts';
import type { TrendOptions } from '../../charts/trend/trendOptions.ts';
import type { Series } from '../../clinical/series/series.ts';
import { Button } from '../../ui/Button.tsx';
import { TrendChart } from '../../charts/trend/TrendChart.tsx';
import { ChartLanes, type DrawLanes } from './ChartLanes.tsx';
import { chartWindow, entryIndicesIn } from './resultsInWindow.ts';
import { rememberedMargins } from '../../ui/layout/expectedWidth.ts';
import { SteadyHeight } from '../../ui/layout/SteadyHeight.tsx';
import { onPrint } from '../../ui/layout/printMedia.ts';
import { ChartFooter } from './ChartFooter.tsx';
import { DetailRecordBar } from './DetailRecordBar.tsx';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import { showTimeWindow } from '../../parts/timeWindow/shiftAndZoom.ts';
import styles from './Detail.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { useLoadedRecord, useNowMs } from '../../parts/openRecord/openRecordContexts.ts';
import { detailTexts } from './detail.messages.ts';

/** The padding of the screen (Detail.module.css) stands on both sides. */
const { expectedWidthPx, measuredWidthPx } = rememberedMargins(2);

/** Returns the width of the element in whole pixels, known before the first paint and expected before that. */
function useWidthPx() {
  const [widthPx, setWidthPx] = useState(expectedWidthPx);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = () => setWidthPx(measuredWidthPx(element));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const marginsPx = document.documentElement.clientWidth - element.clientWidth;
    const stopPrintListener = onPrint({
      beforePrint: (pageWidthPx) => setWidthPx(pageWidthPx - marginsPx),
      afterPrint: measure,
    });
    return () => {
      stopPrintListener();
      observer.disconnect();
    };
  }, []);
  return [ref, widthPx] as const;
}

type ChartFrameProps = {
  readonly series: Series;
  /** This is the diastolic side of a blood pressure. */
  readonly partner?: Series | undefined;
  readonly means?: ReadonlyMap<string, number> | undefined;
  readonly drawn: readonly ChartEntry[];
  readonly focusIndex: number | undefined;
  readonly onFocus: (index: number, isByKey: boolean) => void;
  /** It is undefined for calculated values: the chart then has no options, and the footer only counts results outside the window. */
  readonly controls?: ChartControls | undefined;
};

/** The controls belong to the chart of a measured result alone. */
type ChartControls = {
  readonly options: TrendOptions;
  readonly onToggleEveryPoint: () => void;
  readonly hasInitialFocus: boolean;
  readonly onSeriesStep: (direction: -1 | 1) => void;
  /** Draws the events under the chart, on its axis. */
  readonly lanes?: DrawLanes | undefined;
};

type SeriesAccountsProps = Pick<ChartFrameProps, 'series' | 'partner'>;

/** Accounts for every result where no chart is drawn. */
const SeriesAccounts = ({ series, partner }: SeriesAccountsProps) => (
  <>
    <SeriesAccountData account={series.account} />
    {partner && (
      <div data-series={partner.id} data-count={0}>
        <SeriesAccountData account={partner.account} />
      </div>
    )}
  </>
);

type EmptyWindowProps = Pick<ChartFrameProps, 'series' | 'partner' | 'drawn'>;

/** Rule 38: no result in this window is not the same as no result. A button leads to the last one (rule 11). */
function EmptyWindow({ series, partner, drawn }: EmptyWindowProps) {
  const view = useViewWindow();
  const timeZone = useTimeZone();
  const { visible } = view;
  const last = drawn.at(-1);
  if (!last || !visible) return null;
  const date = dateText(last.timeMs, last.rows[0].kind.precision, timeZone);
  const showLast = () =>
    showTimeWindow(view, { startMs: last.timeMs - (visible.endMs - visible.startMs), endMs: last.timeMs });
  return (
    <div data-series={series.id} data-count={0}>
      <p className={styles.nothing}>
        {detailTexts('noneInWindow', { count: drawn.length, shown: countText(drawn.length) })}{' '}
        <Button onClick={showLast}>{detailTexts('goToLast', { date })}</Button>
      </p>
      <SeriesAccounts series={series} partner={partner} />
    </div>
  );
}

/** Makes a span that was marked by a drag the window of the app, cut at the end of the record. */
function useZoom(view: ViewWindow) {
  return useCallback(
    (startMs: number, toMs: number) => {
      const endMs = Math.min(toMs, view.whole?.endMs ?? toMs);
      if (startMs < endMs) showTimeWindow(view, { startMs, endMs });
    },
    [view],
  );
}

type ChartWithFooterProps = ChartFrameProps & {
  readonly window: ChartWindow;
  readonly inWindow: readonly ChartEntry[];
  /** So many results lie before and after the window. */
  readonly outside: { readonly olderCount: number; readonly newerCount: number };
};

const everyPointToggle = (controls: ChartFrameProps['controls'], count: number) =>
  controls && { count, isOn: controls.options.hasEveryPoint, onToggle: controls.onToggleEveryPoint };

type DrawnChartProps = Omit<ChartWithFooterProps, 'drawn'> & { readonly widthPx: number };

/** Draws the results of the window. */
function DrawnChart(props: DrawnChartProps) {
  const { series, partner, means, focusIndex, onFocus, controls, window, inWindow } = props;
  const { olderCount, newerCount } = props.outside;
  const { complete: isComplete } = useLoadedRecord();
  const timeZone = useTimeZone();
  const focus = useCallback(
    (index: number, isByKey: boolean) => onFocus(index + olderCount, isByKey),
    [onFocus, olderCount],
  );
  const zoom = useZoom(useViewWindow());
  const recordCount = olderCount + inWindow.length + newerCount;
  const index = focusIndex === undefined ? -1 : focusIndex - olderCount;
  return (
    <TrendChart
      {...{ window, timeZone }}
      data={{ series, partner, means, drawn: inWindow, recordCount, isComplete }}
      size={{ widthPx: props.widthPx, heightPx: TREND_HEIGHT_PX }}
      focus={{
        index: inWindow[index] && index,
        onFocus: focus,
        hasInitialFocus: controls?.hasInitialFocus,
      }}
      options={controls?.options}
      onSeriesStep={controls?.onSeriesStep}
      onZoom={zoom}
    />
  );
}

/** The chart, or why it is empty, has the same room, so that what stands below stays in its place. */
function ChartWithFooter({ drawn, ...props }: ChartWithFooterProps) {
  const { series, partner, focusIndex, controls, window, inWindow, outside } = props;
  const view = useViewWindow();
  const [ref, widthPx] = useWidthPx();
  const span = useMemo(() => ({ startMs: window.fromMs, endMs: window.toMs }), [window]);
  const isAll = view.choice === 'all' || view.visible === undefined;
  const count = inWindow.length;
  const focused = focusIndex === undefined ? undefined : inWindow[focusIndex - outside.olderCount];
  const isMany = isCrowded(count, frameWidthPx(widthPx), partner !== undefined);
  return (
    <div ref={ref} data-frame={count === 0 ? undefined : ''}>
      <div className={styles.frame}>
        {count === 0 ? (
          <EmptyWindow {...{ series, partner, drawn }} />
        ) : (
          <DrawnChart {...props} widthPx={widthPx} />
        )}
      </div>
      {controls && (
        <SteadyHeight className={styles.lanes}>
          <ChartLanes lanes={controls.lanes} {...{ window, focused }} widthPx={widthPx} />
        </SteadyHeight>
      )}
      <DetailRecordBar {...{ series, partner }} widthPx={widthPx} />
      {count > 0 && (
        <ChartFooter
          {...outside}
          statistics={controls && { series, partner, window: span, isAll }}
          everyPoint={isMany ? everyPointToggle(controls, count) : undefined}
        />
      )}
    </div>
  );
}

/** Shows the chart of one result in the window of the app, or says why there is nothing to draw. */
export function ChartFrame(props: ChartFrameProps) {
  const { series, partner, drawn } = props;
  const { complete } = useLoadedRecord();
  const view = useViewWindow();
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const window = useMemo(() => chartWindow(view, drawn, nowMs, timeZone), [view, drawn, nowMs, timeZone]);
  const [firstIndex, endIndex] = useMemo(
    () => (window ? entryIndicesIn(drawn, window) : [0, 0]),
    [drawn, window],
  );
  const inWindow = useMemo(
    () => (endIndex - firstIndex === drawn.length ? drawn : drawn.slice(firstIndex, endIndex)),
    [drawn, firstIndex, endIndex],
  );
  if (!window)
    return (
      <div data-series={series.id} data-count={0}>
        <p className={styles.nothing}>{detailTexts(complete ? 'nothingToDraw' : 'nothingToDrawYet')}</p>
        <SeriesAccounts series={series} partner={partner} />
      </div>
    );
  return (
    <ChartWithFooter
      {...props}
      {...{ window, inWindow }}
      outside={{ olderCount: firstIndex, newerCount: drawn.length - endIndex }}
    />
  );
}
