import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OnOpenSource } from '../charts/SourceButtons.tsx';
import { TrendAccount } from '../charts/TrendAccount.tsx';
import { entriesOf, type Entries, type Entry } from '../charts/trendEntries.ts';
import { TREND_HEIGHT, wholeWindow } from '../charts/trendLayout.ts';
import { TrendLegend } from '../charts/TrendLegend.tsx';
import { TrendReading } from '../charts/TrendReading.tsx';
import { trendName, trendTitle } from '../charts/trendName.ts';
import { meanPressures } from '../clinical/derived.ts';
import type { Series } from '../clinical/series.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { DetailHead } from './DetailHead.tsx';
import { TrendChart } from './detailChart.ts';
import { ResultTable } from './ResultTable.tsx';
import styles from './Detail.module.css';

type DetailViewProps = {
  readonly series: Series;
  /** The diastolic side of a blood pressure. */
  readonly partner?: Series | undefined;
  readonly record: RecordSnapshot;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly onOpenSource: OnOpenSource;
};

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
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

type Chosen = { readonly key: string; readonly announce: boolean };

/** Which result is read out, chosen in the chart or in the table. */
export function useChosen({ drawn, all }: Entries) {
  const [chosen, setChosen] = useState<Chosen>();
  const selected = useMemo(() => all.find(({ key }) => key === chosen?.key), [all, chosen]);
  const focus = useCallback(
    (index: number, announce: boolean) => {
      const key = drawn[index]?.key;
      if (key !== undefined) setChosen((now) => (now?.key === key && !announce ? now : { key, announce }));
    },
    [drawn],
  );
  const choose = useCallback(({ key }: Entry) => setChosen({ key, announce: true }), []);
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

type ChartFrameProps = Omit<DetailViewProps, 'onOpenSource'> & {
  readonly means?: ReadonlyMap<string, number> | undefined;
  readonly drawn: readonly Entry[];
  readonly focusIndex: number | undefined;
  readonly onFocus: (index: number, byKey: boolean) => void;
};

export function ChartFrame({ series, partner, record, timeZone, nowMs, ...walk }: ChartFrameProps) {
  const { drawn } = walk;
  const { complete } = record;
  const window = useMemo(() => wholeWindow(drawn, nowMs), [drawn, nowMs]);
  const [ref, width] = useWidth();
  if (!window) {
    return (
      <div data-series={series.id} data-count={0}>
        <p className={styles.nothing}>
          {complete
            ? 'Nothing to draw: no result of this kind has both a number and a time.'
            : 'Nothing to draw among the results read so far.'}
        </p>
        <TrendAccount account={series.account} />
        {partner && (
          <div data-series={partner.id} data-count={0}>
            <TrendAccount account={partner.account} />
          </div>
        )}
      </div>
    );
  }
  const waiting = <p className={styles.waiting}>{trendTitle(series, partner)}</p>;
  const sizes = { window, width: width ?? 0, height: TREND_HEIGHT };
  return (
    <div ref={ref} className={styles.frame}>
      {width === undefined ? (
        waiting
      ) : (
        <Suspense fallback={waiting}>
          <TrendChart
            {...walk}
            {...sizes}
            series={series}
            partner={partner}
            timeZone={timeZone}
            complete={complete}
          />
        </Suspense>
      )}
    </div>
  );
}

/** One kind of result over time: its newest number, the chart, what one result says, and the table of all. */
export function DetailView(props: DetailViewProps) {
  const { series, partner, record, timeZone, onOpenSource } = props;
  const entries = useMemo(() => entriesOf(series, partner), [series, partner]);
  const { drawn, all } = entries;
  const { selected, announce, focus, choose } = useChosen(entries);
  const screen = useRef<HTMLElement>(null);
  // Who comes by keyboard or voice begins at the name of what was opened.
  useEffect(() => screen.current?.querySelector('h2')?.focus({ preventScroll: true }), []);

  const means = useMeans(props);
  const note = meanWords(means?.get(selected?.rows[0].id ?? ''), series);
  const name = trendName(series, partner);
  const focusIndex = selected && selected.index >= 0 ? selected.index : undefined;
  const context = { series, drawn, timeZone, complete: record.complete };
  return (
    <section ref={screen} className={styles.detail}>
      <DetailHead name={name} series={series} entries={entries} record={record} timeZone={timeZone} />
      <ChartFrame {...props} means={means} drawn={drawn} focusIndex={focusIndex} onFocus={focus} />
      {drawn.length > 0 && <TrendLegend drawn={drawn} hasMeans={means !== undefined && means.size > 0} />}
      <TrendReading
        {...context}
        entry={selected}
        announce={announce}
        note={note}
        onOpenSource={onOpenSource}
      />
      <ResultTable
        entries={all}
        series={series}
        name={name}
        timeZone={timeZone}
        selected={selected}
        onSelect={choose}
        onOpenSource={onOpenSource}
      />
    </section>
  );
}
