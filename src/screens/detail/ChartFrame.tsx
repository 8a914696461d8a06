import { Suspense, useCallback, useMemo, useState } from 'react';
import { dateText, countText } from '../../charts/format/format.ts';
import { SeriesAccountData } from '../../charts/reading/SeriesAccountData.tsx';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import {
  frameWidthPx,
  isCrowded,
  TREND_HEIGHT_PX,
  type ChartWindow,
} from '../../charts/trend/trendLayout.ts';
import type { TrendOptions } from '../../charts/trend/trendOptions.ts';
import { seriesTitle } from '../../charts/reading/seriesName.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyTrendChart } from './detailChart.ts';
import { ChartLanes, type ChartLanesOf } from './ChartLanes.tsx';
import { chartWindow, entryIndicesIn } from './detailWindow.ts';
import { onPrint } from '../../ui/layout/printMedia.ts';
import { ChartFooter } from './ChartFooter.tsx';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import { showTimeWindow } from '../../parts/timeWindow/windowSteps.ts';
import styles from './Detail.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { useNowMs } from '../../parts/openRecord/openRecordContexts.ts';

/** Without layout, as in a unit test, there is still a chart. */
const UNMEASURED_PX = 640;

/** The width of the element in whole pixels, known before the first paint. */
function useWidth() {
  const [width, setWidth] = useState<number>();
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth) || UNMEASURED_PX);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const besidesPx = document.documentElement.clientWidth - element.clientWidth;
    const stopPaper = onPrint((widthPx) => setWidth(widthPx - besidesPx), measure);
    return () => {
      stopPaper();
      observer.disconnect();
    };
  }, []);
  return [ref, width] as const;
}

type ChartFrameProps = {
  readonly series: Series;
  /** The diastolic side of a blood pressure. */
  readonly partner?: Series | undefined;
  readonly record: RecordSnapshot;
  readonly means?: ReadonlyMap<string, number> | undefined;
  readonly drawn: readonly ChartEntry[];
  readonly focusIndex: number | undefined;
  readonly onFocus: (index: number, byKey: boolean) => void;
  /** Without it the drawing is the plain one, and nothing is said of the window but what lies outside. */
  readonly own?: OwnProps | undefined;
};

/** What only the screen of a measured result has. */
type OwnProps = {
  readonly look: TrendOptions;
  readonly onEvery: () => void;
  readonly takesFocus: boolean;
  readonly onWalk: (way: -1 | 1) => void;
  /** What happened around the results, under the chart and on its axis. */
  readonly lanes?: ChartLanesOf | undefined;
};

type AccountsProps = Pick<ChartFrameProps, 'series' | 'partner'>;

/** Where no chart is drawn, every result is still accounted for. */
const Accounts = ({ series, partner }: AccountsProps) => (
  <>
    <SeriesAccountData account={series.account} />
    {partner && (
      <div data-series={partner.id} data-count={0}>
        <SeriesAccountData account={partner.account} />
      </div>
    )}
  </>
);

type EmptyProps = Pick<ChartFrameProps, 'series' | 'partner' | 'drawn'>;

/** Rule 38: none in this window is not the same as none; one press leads to the last one (rule 11). */
function NoneInWindow({ series, partner, drawn }: EmptyProps) {
  const view = useViewWindow();
  const timeZone = useTimeZone();
  const { visible } = view;
  const last = drawn.at(-1);
  if (!last || !visible) return null;
  const date = dateText(last.timeMs, last.rows[0].kind.precision, timeZone);
  const toLast = () =>
    showTimeWindow(view, { startMs: last.timeMs - (visible.endMs - visible.startMs), endMs: last.timeMs });
  return (
    <div data-series={series.id} data-count={0}>
      <p className={styles.nothing}>
        None in this window. {countText(drawn.length)} {drawn.length === 1 ? 'lies' : 'lie'} outside it.{' '}
        <Button onClick={toLast}>Go to last result ({date})</Button>
      </p>
      <Accounts series={series} partner={partner} />
    </div>
  );
}

/** A stretch that was marked by a drag becomes the window of the app, as far as the record reaches. */
function useZoom(view: ViewWindow) {
  return useCallback(
    (startMs: number, toMs: number) => {
      const endMs = Math.min(toMs, view.whole?.endMs ?? toMs);
      if (startMs < endMs) showTimeWindow(view, { startMs, endMs });
    },
    [view],
  );
}

type ShownProps = Omit<ChartFrameProps, 'drawn'> & {
  readonly window: ChartWindow;
  readonly inWindow: readonly ChartEntry[];
  /** How many results lie before the window and after it. */
  readonly outside: { readonly before: number; readonly after: number };
};

function Shown({ window, inWindow, outside, ...props }: ShownProps) {
  const { series, partner, record, means, focusIndex, onFocus, own } = props;
  const from = outside.before;
  const view = useViewWindow();
  const timeZone = useTimeZone();
  const focus = useCallback((index: number, byKey: boolean) => onFocus(index + from, byKey), [onFocus, from]);
  const zoom = useZoom(view);
  const [ref, width] = useWidth();
  const span = useMemo(() => ({ startMs: window.fromMs, endMs: window.toMs }), [window]);
  const isAll = view.choice === 'all' || view.visible === undefined;
  const waiting = <p className={styles.waiting}>{seriesTitle(series, partner)}</p>;
  const place = focusIndex === undefined ? -1 : focusIndex - from;
  const data = { series, partner, means, drawn: inWindow, isComplete: record.complete };
  const { look, takesFocus, onWalk }: Partial<OwnProps> = own ?? {};
  const count = inWindow.length;
  const focused = inWindow[place];
  const isMany = width !== undefined && isCrowded(count, frameWidthPx(width), partner !== undefined);
  return (
    <div ref={ref} className={styles.frame} data-frame="">
      {width === undefined ? (
        waiting
      ) : (
        <Suspense fallback={waiting}>
          <LazyTrendChart
            {...{ data, window, timeZone }}
            size={{ widthPx: width, heightPx: TREND_HEIGHT_PX }}
            focus={{ index: focused && place, onFocus: focus, hasInitialFocus: takesFocus }}
            options={look}
            onSeriesStep={onWalk}
            onZoom={zoom}
          />
        </Suspense>
      )}
      <ChartLanes lanes={own?.lanes} {...{ window, width, focused }} />
      <ChartFooter
        older={from}
        newer={outside.after}
        statistics={own && { series, partner, record, window: span, isAll }}
        every={own && isMany ? { count, isEvery: own.look.hasEveryPoint, onTurn: own.onEvery } : undefined}
      />
    </div>
  );
}

/** The chart of one result in the window of the app, or the words why there is nothing to draw. */
export function ChartFrame({ drawn, ...props }: ChartFrameProps) {
  const { series, partner, record } = props;
  const view = useViewWindow();
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const window = useMemo(() => chartWindow(view, drawn, nowMs, timeZone), [view, drawn, nowMs, timeZone]);
  const [from, to] = useMemo(() => (window ? entryIndicesIn(drawn, window) : [0, 0]), [drawn, window]);
  const inWindow = useMemo(
    () => (to - from === drawn.length ? drawn : drawn.slice(from, to)),
    [drawn, from, to],
  );
  if (!window)
    return (
      <div data-series={series.id} data-count={0}>
        <p className={styles.nothing}>
          {record.complete
            ? 'Nothing to draw: no result of this kind has both a number and a time.'
            : 'Nothing to draw among the results read so far.'}
        </p>
        <Accounts series={series} partner={partner} />
      </div>
    );
  if (inWindow.length === 0) return <NoneInWindow {...{ series, partner, drawn }} />;
  const outside = { before: from, after: drawn.length - to };
  return <Shown {...props} {...{ window, inWindow, outside }} />;
}
