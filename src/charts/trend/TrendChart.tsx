import { memo, useEffect, useId, useMemo, useRef } from 'react';
import { ComposedChart, DefaultZIndexes, Line, ZIndexLayer } from 'recharts';
import { cutToWindow } from '../../clinical/series/inWindow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Brush } from '../axis/Brush.tsx';
import type { PointMark } from '../marks/pointMarks.ts';
import { TimeAxis } from '../axis/TimeAxis.tsx';
import { SeriesAccountData } from '../reading/SeriesAccountData.tsx';
import { TrendAxes } from './TrendAxes.tsx';
import { pairBands } from './pairBands.ts';
import { bandDrawing } from './trendBands.ts';
import { chartHooks, chartName, chartNotes } from './trendChartText.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { fieldProps } from './trendField.ts';
import { trendLabels } from './trendLabels.ts';
import {
  TrendBands,
  TrendCursor,
  FocusContext,
  TrendLabels,
  TrendMarks,
  TrendPairBands,
  FocusRing,
} from './TrendLayers.tsx';
import { MARGIN, TEXT_SCALE, trendLayout, type ChartWindow, type TrendLayout } from './trendLayout.ts';
import { countUnder, emptyLine, isThinned, linePoints, trendPointMarks } from './trendMarks.ts';
import { seriesTitle } from '../reading/seriesName.ts';
import { MOST_POINTS, PLAIN_OPTIONS, type TrendOptions } from './trendOptions.ts';
import { TrendPairs, type Means } from './TrendPairs.tsx';
import { useBrush } from '../axis/useBrush.ts';
import styles from './TrendChart.module.css';

type TrendChartProps = {
  readonly series: Series;
  /** The diastolic side: with it the chart draws bars and no line. */
  readonly partner?: Series | undefined;
  /** Rule 7: ticks on the bars. */
  readonly means?: Means | undefined;
  /** The drawn results, oldest first. */
  readonly drawn: readonly ChartEntry[];
  readonly window: ChartWindow;
  readonly width: number;
  readonly height: number;
  readonly timeZone: string;
  readonly focusIndex: number | undefined;
  /** `byKey`: chosen by a key or a press and not by a passing pointer. */
  readonly onFocus: (index: number, byKey: boolean) => void;
  /** The whole record is read: only now may a latest value be named. */
  readonly complete: boolean;
  readonly look?: TrendOptions | undefined;
  /** The keys were in the chart before this one, and stay there. */
  readonly takesFocus?: boolean | undefined;
  readonly onWalk?: ((way: -1 | 1) => void) | undefined;
  /** A stretch of time was marked by a drag. */
  readonly onZoom?: ((fromMs: number, toMs: number) => void) | undefined;
};

type PlotProps = Pick<TrendChartProps, 'series' | 'partner' | 'means' | 'drawn' | 'width' | 'height'> & {
  readonly layout: TrendLayout;
  /** The newest result of the series is in the window: only then is it named at the right. */
  readonly reachesNewest: boolean;
  readonly look: TrendOptions;
  /** Of a blood pressure none: it is drawn as bars. */
  readonly spots: readonly PointMark[];
};

const noSpots: never[] = [];
const margin = { ...MARGIN, left: 0 };

const Plot = memo(function Plot(props: PlotProps) {
  const { series, partner, means, drawn, width, height, layout, reachesNewest, look, spots } = props;
  // Rule 5: but a thinned line stands for the results that have no symbol.
  const isLineOff = look.isWithoutLines && !isThinned(series, layout);
  const points = useMemo(
    () => (partner || isLineOff ? emptyLine(layout) : linePoints(series, layout)),
    [series, partner, isLineOff, layout],
  );
  const bands = useMemo(() => (partner ? undefined : bandDrawing(series, layout)), [series, partner, layout]);
  const edges = useMemo(() => partner && pairBands(series, partner, layout), [series, partner, layout]);
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
      <TrendAxes layout={layout} />
      <g transform={moved}>
        {bands && <TrendBands {...bands} />}
        {edges && <TrendPairBands {...edges} />}
        <TrendCursor layout={layout} />
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
          {partner ? (
            <TrendPairs entries={drawn} layout={layout} means={means} />
          ) : (
            <TrendMarks spots={spots} />
          )}
          <FocusRing layout={layout} />
          <TrendLabels labels={labels} x={layout.right + 12} />
        </g>
      </ZIndexLayer>
    </ComposedChart>
  );
});

type FieldProps = Omit<TrendChartProps, 'window' | 'complete' | 'takesFocus' | 'look'> & {
  readonly layout: TrendLayout;
  readonly cut: Series;
  readonly look: TrendOptions;
  readonly reachesNewest: boolean;
  readonly spots: readonly PointMark[];
};

/** The plot with its time axis, as one control. */
function Field({ cut, ...props }: FieldProps) {
  const { series, partner, drawn, layout, timeZone, focusIndex, onFocus, onWalk, onZoom } = props;
  const describedBy = useId();
  const name = chartName(series, partner, drawn, timeZone);
  const { onPoint, ...field } = fieldProps({
    name,
    describedBy,
    drawn,
    layout,
    focusIndex,
    onFocus,
    onWalk,
  });
  const { stretch, handlers } = useBrush(layout, onPoint, onZoom);
  return (
    <>
      <div className={styles.field} {...field} {...handlers}>
        <FocusContext value={focusIndex === undefined ? undefined : drawn[focusIndex]}>
          {/* Chromium would let the Tab key stop at every layer of Recharts, because React listens for focus there. */}
          <div inert>
            <Plot {...plotOf(props)} series={cut} />
          </div>
        </FocusContext>
        <div className={styles.axis} style={{ left: layout.shift }}>
          <TimeAxis frame={layout.frame} height={16 * TEXT_SCALE} scale={TEXT_SCALE} />
        </div>
        {stretch && <Brush stretch={stretch} layout={layout} />}
      </div>
      <VisuallyHidden>
        <span id={describedBy}>
          Left and right arrow keys read one result after another, Home the oldest, End the newest.
          {onWalk && ' Up and down arrow keys go to the result before or after this one in the list.'}
        </span>
      </VisuallyHidden>
    </>
  );
}

/** What the plot is drawn from and nothing else, so that a moving cursor leaves it as it is. */
const plotOf = ({
  partner,
  means,
  drawn,
  width,
  height,
  layout,
  look,
  reachesNewest,
  spots,
}: Omit<FieldProps, 'cut'>) => ({
  partner,
  means,
  drawn,
  width,
  height,
  layout,
  look,
  reachesNewest,
  spots,
});

/** As asked for, but never more symbols than a screen can hold. */
const lookOf = ({ drawn, look = PLAIN_OPTIONS }: TrendChartProps): TrendOptions =>
  look.isEvery && drawn.length > MOST_POINTS ? { ...look, isEvery: false } : look;

/** One series over time, or a blood pressure as bars; read by pointer, touch and arrow keys. */
export function TrendChart(props: TrendChartProps) {
  const { window, complete, takesFocus, ...shown } = props;
  const { series, partner, drawn, width, height, timeZone } = shown;
  const figure = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) figure.current?.querySelector<HTMLElement>('[role="slider"]')?.focus();
    // Only where it comes onto the screen.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const { fromMs, toMs } = window;
  const look = lookOf(props);
  const layout = useMemo(
    () => trendLayout(series, partner, { fromMs, toMs }, { width, height }, timeZone, look),
    [series, partner, fromMs, toMs, width, height, timeZone, look],
  );
  const cut = useMemo(() => cutToWindow(series, fromMs, toMs), [series, fromMs, toMs]);
  const spots = useMemo(() => (partner ? noSpots : trendPointMarks(cut, layout)), [cut, partner, layout]);
  const notes = chartNotes(cut, partner, drawn, layout, look, countUnder(spots));
  const reachesNewest = (series.timesMs.at(-1) ?? 0) <= toMs;
  return (
    <figure ref={figure} className={styles.chart} {...chartHooks(series, window, complete)}>
      <figcaption className={styles.title}>
        {seriesTitle(series, partner)}
        {notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </figcaption>
      <Field {...shown} {...{ layout, cut, look, reachesNewest, spots }} />
      {series.account.received > 0 && <SeriesAccountData account={series.account} />}
      {partner && (
        <div {...chartHooks(partner, window, complete)}>
          <SeriesAccountData account={partner.account} />
        </div>
      )}
    </figure>
  );
}
