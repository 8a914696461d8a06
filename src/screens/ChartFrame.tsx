import { Suspense, useCallback, useMemo, useState } from 'react';
import { dateText } from '../charts/format.ts';
import { TrendAccount } from '../charts/TrendAccount.tsx';
import type { Entry } from '../charts/trendEntries.ts';
import { TREND_HEIGHT, wholeWindow, type TimeWindow } from '../charts/trendLayout.ts';
import { trendTitle } from '../charts/trendName.ts';
import type { Series } from '../clinical/series.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { Button } from '../ui/Button.tsx';
import { TrendChart } from './detailChart.ts';
import { onPaper } from './paper.ts';
import { countText } from './recordWords.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { goTo } from './windowSteps.ts';
import styles from './Detail.module.css';

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
    const stopPaper = onPaper((widthPx) => setWidth(widthPx - besidesPx), measure);
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
  readonly timeZone: string;
  readonly nowMs: number;
  readonly view: ViewWindow;
  readonly means?: ReadonlyMap<string, number> | undefined;
  readonly drawn: readonly Entry[];
  readonly focusIndex: number | undefined;
  readonly onFocus: (index: number, byKey: boolean) => void;
};

/** "All" is all of this result, to today where that is near; any other window is that of the whole app. */
function windowOf(
  { choice, shown }: ViewWindow,
  drawn: readonly Entry[],
  nowMs: number,
): TimeWindow | undefined {
  if (choice === 'all' || shown === undefined) return wholeWindow(drawn, nowMs);
  return drawn.length === 0 ? undefined : { fromMs: shown.startMs, toMs: shown.endMs };
}

/** From and to of the entries in the window, among all that are drawn. */
function placesIn(drawn: readonly Entry[], { fromMs, toMs }: TimeWindow): readonly [number, number] {
  const from = drawn.findIndex(({ timeMs }) => timeMs >= fromMs);
  const to = drawn.findLastIndex(({ timeMs }) => timeMs <= toMs) + 1;
  return from < 0 ? [drawn.length, drawn.length] : [from, Math.max(from, to)];
}

type AccountsProps = Pick<ChartFrameProps, 'series' | 'partner'>;

/** Where no chart is drawn, every result is still accounted for. */
const Accounts = ({ series, partner }: AccountsProps) => (
  <>
    <TrendAccount account={series.account} />
    {partner && (
      <div data-series={partner.id} data-count={0}>
        <TrendAccount account={partner.account} />
      </div>
    )}
  </>
);

type EmptyProps = Pick<ChartFrameProps, 'series' | 'partner' | 'drawn' | 'timeZone' | 'view'>;

/** Rule 38: none in this window is not the same as none; one press leads to the last one (rule 11). */
function NoneInWindow({ series, partner, drawn, timeZone, view }: EmptyProps) {
  const { shown } = view;
  const last = drawn.at(-1);
  if (!last || !shown) return null;
  const date = dateText(last.timeMs, last.rows[0].kind.precision, timeZone);
  const toLast = () =>
    goTo(view, { startMs: last.timeMs - (shown.endMs - shown.startMs), endMs: last.timeMs });
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

const outsideWords = (count: number, which: string): string =>
  count === 0 ? '' : `${countText(count)} ${which} result${count === 1 ? '' : 's'} not shown`;

/** The chart of one result in the window of the app, or the words why there is nothing to draw. */
export function ChartFrame(props: ChartFrameProps) {
  const { series, partner, record, timeZone, nowMs, view, means, drawn, focusIndex, onFocus } = props;
  const { complete } = record;
  const window = useMemo(() => windowOf(view, drawn, nowMs), [view, drawn, nowMs]);
  const [from, to] = useMemo(() => (window ? placesIn(drawn, window) : [0, 0]), [drawn, window]);
  const inWindow = useMemo(
    () => (to - from === drawn.length ? drawn : drawn.slice(from, to)),
    [drawn, from, to],
  );
  const focus = useCallback((index: number, byKey: boolean) => onFocus(index + from, byKey), [onFocus, from]);
  const [ref, width] = useWidth();
  if (!window)
    return (
      <div data-series={series.id} data-count={0}>
        <p className={styles.nothing}>
          {complete
            ? 'Nothing to draw: no result of this kind has both a number and a time.'
            : 'Nothing to draw among the results read so far.'}
        </p>
        <Accounts series={series} partner={partner} />
      </div>
    );
  if (inWindow.length === 0) return <NoneInWindow {...{ series, partner, drawn, timeZone, view }} />;
  const waiting = <p className={styles.waiting}>{trendTitle(series, partner)}</p>;
  const place = focusIndex === undefined ? -1 : focusIndex - from;
  const chart = { series, partner, means, window, timeZone, complete, drawn: inWindow, onFocus: focus };
  const outside = [outsideWords(from, 'older'), outsideWords(drawn.length - to, 'newer')].filter(Boolean);
  return (
    <div ref={ref} className={styles.frame}>
      {width === undefined ? (
        waiting
      ) : (
        <Suspense fallback={waiting}>
          <TrendChart
            {...chart}
            width={width}
            height={TREND_HEIGHT}
            focusIndex={place >= 0 && place < inWindow.length ? place : undefined}
          />
        </Suspense>
      )}
      {outside.length > 0 && <p className={styles.outside}>{outside.join(', ')}</p>}
    </div>
  );
}
