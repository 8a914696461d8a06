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
import { chartDataAttributes, chartName, chartNotes } from './trendChartText.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { sliderProps } from './trendSlider.ts';
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
import { MARGIN_PX, TEXT_SCALE, trendLayout, type ChartWindow, type TrendLayout } from './trendLayout.ts';
import { countOverlapped, emptyLine, isLineThinned, linePoints, trendPointMarks } from './trendMarks.ts';
import { seriesTitle } from '../reading/seriesName.ts';
import { MAX_UNTHINNED_POINTS, PLAIN_OPTIONS, type TrendOptions } from './trendOptions.ts';
import { TrendPairs, type MeanPressures } from './TrendPairs.tsx';
import { useBrush } from '../axis/useBrush.ts';
import styles from './TrendChart.module.css';

type TrendChartProps = {
  readonly series: Series;
  /** The diastolic side: with it the chart draws bars and no line. */
  readonly partner?: Series | undefined;
  /** Rule 7: ticks on the bars. */
  readonly means?: MeanPressures | undefined;
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
  readonly isComplete: boolean;
  readonly options?: TrendOptions | undefined;
  /** The keys were in the chart before this one, and stay there. */
  readonly hasInitialFocus?: boolean | undefined;
  readonly onSeriesStep?: ((way: -1 | 1) => void) | undefined;
  /** A stretch of time was marked by a drag. */
  readonly onZoom?: ((fromMs: number, toMs: number) => void) | undefined;
};

type PlotProps = Pick<TrendChartProps, 'series' | 'partner' | 'means' | 'drawn' | 'width' | 'height'> & {
  readonly layout: TrendLayout;
  /** The newest result of the series is in the window: only then is it named at the right. */
  readonly reachesNewest: boolean;
  readonly options: TrendOptions;
  /** Of a blood pressure none: it is drawn as bars. */
  readonly marks: readonly PointMark[];
};

const NO_MARKS: never[] = [];
const margin = { ...MARGIN_PX, left: 0 };

const Plot = memo(function Plot(props: PlotProps) {
  const { series, partner, means, drawn, width, height, layout, reachesNewest, options, marks } = props;
  // Rule 5: but a thinned line stands for the results that have no symbol.
  const isLineOff = options.isWithoutLines && !isLineThinned(series, layout);
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
  const moved = `translate(${layout.shiftPx} 0)`;
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
            <TrendMarks marks={marks} />
          )}
          <FocusRing layout={layout} />
          <TrendLabels labels={labels} x={layout.rightPx + 12} />
        </g>
      </ZIndexLayer>
    </ComposedChart>
  );
});

type FieldProps = Omit<TrendChartProps, 'window' | 'isComplete' | 'hasInitialFocus' | 'options'> & {
  readonly layout: TrendLayout;
  readonly cut: Series;
  readonly options: TrendOptions;
  readonly reachesNewest: boolean;
  readonly marks: readonly PointMark[];
};

/** The plot with its time axis, as one control. */
function Field({ cut, ...props }: FieldProps) {
  const { series, partner, drawn, layout, timeZone, focusIndex, onFocus, onSeriesStep, onZoom } = props;
  const describedBy = useId();
  const name = chartName(series, partner, drawn, timeZone);
  const { onPoint, ...field } = sliderProps({
    name,
    describedBy,
    drawn,
    layout,
    focusIndex,
    onFocus,
    onSeriesStep,
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
        <div className={styles.axis} style={{ left: layout.shiftPx }}>
          <TimeAxis frame={layout.frame} heightPx={16 * TEXT_SCALE} textScale={TEXT_SCALE} />
        </div>
        {stretch && <Brush selection={stretch} area={layout} />}
      </div>
      <VisuallyHidden>
        <span id={describedBy}>
          Left and right arrow keys read one result after another, Home the oldest, End the newest.
          {onSeriesStep && ' Up and down arrow keys go to the result before or after this one in the list.'}
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
  options,
  reachesNewest,
  marks,
}: Omit<FieldProps, 'cut'>) => ({
  partner,
  means,
  drawn,
  width,
  height,
  layout,
  options,
  reachesNewest,
  marks,
});

/** As asked for, but never more symbols than a screen can hold. */
const effectiveOptions = ({ drawn, options = PLAIN_OPTIONS }: TrendChartProps): TrendOptions =>
  options.hasEveryPoint && drawn.length > MAX_UNTHINNED_POINTS
    ? { ...options, hasEveryPoint: false }
    : options;

/** One series over time, or a blood pressure as bars; read by pointer, touch and arrow keys. */
export function TrendChart(props: TrendChartProps) {
  const { window, isComplete, hasInitialFocus, ...shown } = props;
  const { series, partner, drawn, width, height, timeZone } = shown;
  const figure = useRef<HTMLElement>(null);
  useEffect(() => {
    if (hasInitialFocus) figure.current?.querySelector<HTMLElement>('[role="slider"]')?.focus();
    // Only where it comes onto the screen.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const { fromMs, toMs } = window;
  const options = effectiveOptions(props);
  const layout = useMemo(
    () =>
      trendLayout(series, partner, { fromMs, toMs }, { widthPx: width, heightPx: height }, timeZone, options),
    [series, partner, fromMs, toMs, width, height, timeZone, options],
  );
  const cut = useMemo(() => cutToWindow(series, fromMs, toMs), [series, fromMs, toMs]);
  const marks = useMemo(() => (partner ? NO_MARKS : trendPointMarks(cut, layout)), [cut, partner, layout]);
  const notes = chartNotes(cut, partner, drawn, layout, options, countOverlapped(marks));
  const reachesNewest = (series.timesMs.at(-1) ?? 0) <= toMs;
  return (
    <figure ref={figure} className={styles.chart} {...chartDataAttributes(series, window, isComplete)}>
      <figcaption className={styles.title}>
        {seriesTitle(series, partner)}
        {notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </figcaption>
      <Field {...shown} {...{ layout, cut, options, reachesNewest, marks }} />
      {series.account.received > 0 && <SeriesAccountData account={series.account} />}
      {partner && (
        <div {...chartDataAttributes(partner, window, isComplete)}>
          <SeriesAccountData account={partner.account} />
        </div>
      )}
    </figure>
  );
}
