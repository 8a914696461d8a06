import { memo, useId, useMemo } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  DefaultZIndexes,
  Line,
  XAxis,
  YAxis,
  ZIndexLayer,
  type YAxisTickContentProps,
} from 'recharts';
import { cutTo } from '../clinical/inWindow.ts';
import type { Series } from '../clinical/series.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { numberText } from './format.ts';
import { TimeAxis } from './TimeAxis.tsx';
import { TrendAccount } from './TrendAccount.tsx';
import { bandDrawing } from './trendBands.ts';
import { chartHooks, chartName, chartNotes } from './trendChartWords.ts';
import type { Entry } from './trendEntries.ts';
import { fieldProps } from './trendField.ts';
import { trendLabels } from './trendLabels.ts';
import { Bands, Cursor, FocusContext, Labels, Marks, Ring } from './TrendLayers.tsx';
import { MARGIN, trendLayout, type TimeWindow, type TrendLayout } from './trendLayout.ts';
import { emptyLine, linePoints, trendSpots } from './trendMarks.ts';
import { trendTitle } from './trendName.ts';
import { TrendPairs, type Means } from './TrendPairs.tsx';
import styles from './TrendChart.module.css';

type TrendChartProps = {
  readonly series: Series;
  /** The diastolic side: with it the chart draws bars and no line. */
  readonly partner?: Series | undefined;
  /** Rule 7: ticks on the bars. */
  readonly means?: Means | undefined;
  /** The drawn results, oldest first. */
  readonly drawn: readonly Entry[];
  readonly window: TimeWindow;
  readonly width: number;
  readonly height: number;
  readonly timeZone: string;
  readonly focusIndex: number | undefined;
  /** `byKey`: chosen by a key or a press and not by a passing pointer. */
  readonly onFocus: (index: number, byKey: boolean) => void;
  /** The whole record is read: only now may a latest value be named. */
  readonly complete: boolean;
};

type PlotProps = Pick<TrendChartProps, 'series' | 'partner' | 'means' | 'drawn' | 'width' | 'height'> & {
  readonly layout: TrendLayout;
  /** The newest result of the series is in the window: only then is it named at the right. */
  readonly reachesNewest: boolean;
};

const placesOf = (tick: number) => String(tick).split('.')[1]?.length ?? 0;

type TickProps = YAxisTickContentProps & { readonly ticks: readonly number[] };

/** All ticks with the decimals of the finest. */
const Tick = ({ x, y, payload, ticks }: TickProps) => (
  <text className={styles.tick} x={x} y={Number(y) + 4} textAnchor="end">
    {numberText(Number(payload.value).toFixed(Math.max(...ticks.map(placesOf))))}
  </text>
);

/** Every domain and tick is given: Recharts measures and guesses nothing. Rule 1: distance is time. */
function Axes({ layout: { frame, domain, ticks } }: Pick<PlotProps, 'layout'>) {
  const times = useMemo(() => [frame.startMs, frame.endMs], [frame]);
  const tick = useMemo(() => (props: YAxisTickContentProps) => <Tick {...props} ticks={ticks} />, [ticks]);
  return (
    <>
      <CartesianGrid vertical={false} horizontalValues={ticks} stroke="var(--chart-grid)" />
      <XAxis
        dataKey="timeMs"
        type="number"
        scale="time"
        domain={times}
        ticks={times}
        interval={0}
        hide
        allowDataOverflow
      />
      <YAxis
        width={MARGIN.left}
        type="number"
        domain={domain}
        ticks={ticks}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={tick}
      />
    </>
  );
}

const noSpots: never[] = [];
const margin = { ...MARGIN, left: 0 };

const Plot = memo(function Plot(props: PlotProps) {
  const { series, partner, means, drawn, width, height, layout, reachesNewest } = props;
  const points = useMemo(
    () => (partner ? emptyLine(layout) : linePoints(series, layout)),
    [series, partner, layout],
  );
  const spots = useMemo(() => (partner ? noSpots : trendSpots(series, layout)), [series, partner, layout]);
  const bands = useMemo(() => (partner ? undefined : bandDrawing(series, layout)), [series, partner, layout]);
  const labels = useMemo(
    () => trendLabels(series, reachesNewest ? drawn : [], bands?.newest, layout),
    [series, drawn, bands, layout, reachesNewest],
  );
  const moved = `translate(${layout.shift} 0)`;
  return (
    <ComposedChart
      className={styles.plot ?? ''}
      width={width}
      height={height}
      data={points}
      margin={margin}
      accessibilityLayer={false}
      tabIndex={-1}
    >
      <Axes layout={layout} />
      <g transform={moved}>
        {bands && <Bands {...bands} />}
        <Cursor layout={layout} />
      </g>
      <Line
        dataKey="value"
        type="linear"
        dot={false}
        activeDot={false}
        connectNulls={false}
        isAnimationActive={false}
        className={styles.line ?? ''}
      />
      <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
        <g transform={moved}>
          {partner ? <TrendPairs entries={drawn} layout={layout} means={means} /> : <Marks spots={spots} />}
          <Ring layout={layout} />
          <Labels labels={labels} x={layout.right + 12} />
        </g>
      </ZIndexLayer>
    </ComposedChart>
  );
});

/** One series over time, or a blood pressure as bars; read by pointer, touch and arrow keys. */
export function TrendChart(props: TrendChartProps) {
  const { series, partner, drawn, window, width, height, timeZone, focusIndex, onFocus, complete } = props;
  const describedBy = useId();
  const { fromMs, toMs } = window;
  const layout = useMemo(
    () => trendLayout(series, partner, { fromMs, toMs }, { width, height }, timeZone),
    [series, partner, fromMs, toMs, width, height, timeZone],
  );
  const cut = useMemo(() => cutTo(series, fromMs, toMs), [series, fromMs, toMs]);
  const name = chartName(series, partner, drawn, timeZone);
  const field = fieldProps({ name, describedBy, drawn, layout, focusIndex, onFocus });
  return (
    <figure className={styles.chart} {...chartHooks(series, window, complete)}>
      <figcaption className={styles.title}>
        {trendTitle(series, partner)}
        {chartNotes(cut, partner, drawn, layout).map((note) => (
          <span key={note}>{note}</span>
        ))}
      </figcaption>
      <div className={styles.field} {...field}>
        <FocusContext value={focusIndex === undefined ? undefined : drawn[focusIndex]}>
          {/* Chromium would let the Tab key stop at every layer of Recharts, because React listens for focus there. */}
          <div inert>
            <Plot
              series={cut}
              reachesNewest={(series.timesMs.at(-1) ?? 0) <= toMs}
              partner={partner}
              means={props.means}
              drawn={drawn}
              width={width}
              height={height}
              layout={layout}
            />
          </div>
        </FocusContext>
        <div className={styles.axis}>
          <TimeAxis frame={layout.frame} height={16} />
        </div>
      </div>
      <VisuallyHidden>
        <span id={describedBy}>
          Left and right arrow keys read one result after another, Home the oldest, End the newest.
        </span>
      </VisuallyHidden>
      {series.account.received > 0 && <TrendAccount account={series.account} />}
      {partner && (
        <div {...chartHooks(partner, window, complete)}>
          <TrendAccount account={partner.account} />
        </div>
      )}
    </figure>
  );
}
