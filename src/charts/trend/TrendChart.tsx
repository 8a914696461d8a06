import { useEffect, useId, useMemo, useRef } from 'react';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Brush } from '../axis/Brush.tsx';
import { timeAttributes } from '../axis/frame.ts';
import { TimeAxis } from '../axis/TimeAxis.tsx';
import { useBrush } from '../axis/useBrush.ts';
import { SeriesAccountData } from '../reading/SeriesAccountData.tsx';
import { seriesTitle } from '../reading/seriesName.ts';
import { pairDataAttributes, chartName, chartNotes } from './trendChartText.ts';
import { useTrendDrawing, type TrendData, type TrendDrawing } from './trendDrawing.ts';
import { FocusContext } from './TrendLayers.tsx';
import { TEXT_SCALE, type ChartWindow, type PlotSize } from './trendLayout.ts';
import type { TrendOptions } from './trendOptions.ts';
import { TrendPlot } from './TrendPlot.tsx';
import { sliderProps } from './trendSlider.ts';
import { trendTexts } from './trend.messages.ts';
import styles from './TrendChart.module.css';

/** The reader is at this result. */
export type ChartFocus = {
  /** This is the place among the drawn results, or undefined while none is read. */
  readonly index: number | undefined;
  /** `byKey` is true for a key or a press, and false for a pointer that passes. */
  readonly onFocus: (index: number, byKey: boolean) => void;
  /** The chart takes the focus of the keyboard when it appears, because the chart before it had it. */
  readonly hasInitialFocus?: boolean | undefined;
};

type TrendChartProps = {
  readonly data: TrendData;
  readonly window: ChartWindow;
  readonly size: PlotSize;
  readonly timeZone: string;
  readonly focus: ChartFocus;
  readonly options?: TrendOptions | undefined;
  readonly onSeriesStep?: ((step: -1 | 1) => void) | undefined;
  /** It is called when a drag has marked a span of time. */
  readonly onZoom?: ((fromMs: number, toMs: number) => void) | undefined;
};

type FieldProps = Pick<TrendChartProps, 'data' | 'timeZone' | 'focus' | 'onSeriesStep' | 'onZoom'> & {
  readonly drawing: TrendDrawing;
};

/** The chart may show another time than the period of the screen, and leaves room at its left. */
const axisAttributes = ({ frame, shiftPx }: TrendDrawing['layout']) => ({
  ...timeAttributes(frame),
  'data-time-left': shiftPx,
});

/** Draws the plot with its time axis, as one control. */
function Field({ data, drawing, timeZone, focus, onSeriesStep, onZoom }: FieldProps) {
  const { series, partner, drawn, recordCount = drawn.length } = data;
  const { layout } = drawing;
  const describedBy = useId();
  const { onPoint, ...slider } = sliderProps({
    name: chartName({ series, partner, drawn, recordCount, timeZone }),
    describedBy,
    drawn,
    recordCount,
    layout,
    focusIndex: focus.index,
    onFocus: focus.onFocus,
    onSeriesStep,
  });
  const { selection, handlers } = useBrush(layout, onPoint, onZoom);
  return (
    <>
      <div className={styles.field} {...slider} {...handlers} {...axisAttributes(layout)}>
        <FocusContext value={selection || focus.index === undefined ? undefined : drawn[focus.index]}>
          <TrendPlot drawing={drawing} />
        </FocusContext>
        <div className={styles.axis} style={{ left: layout.shiftPx }}>
          <TimeAxis frame={layout.frame} heightPx={16 * TEXT_SCALE} textScale={TEXT_SCALE} />
        </div>
        {selection && <Brush selection={selection} area={layout} />}
      </div>
      <VisuallyHidden>
        <span id={describedBy}>{trendTexts(onSeriesStep ? 'keysOfSeries' : 'keys')}</span>
      </VisuallyHidden>
    </>
  );
}

/** Draws one series over time, or a blood pressure as bars. It is read by pointer, touch and arrow keys. */
export function TrendChart({ data, window, size, options, ...props }: TrendChartProps) {
  const { timeZone, focus, onSeriesStep, onZoom } = props;
  const { series, partner, isComplete } = data;
  const figure = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focus.hasInitialFocus) figure.current?.querySelector<HTMLElement>('[role="slider"]')?.focus();
    // The focus is taken only when the chart comes onto the screen.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const drawing = useTrendDrawing(data, { window, size, timeZone, options });
  const notes = useMemo(() => chartNotes(drawing), [drawing]);
  const [attributes, partnerAttributes] = pairDataAttributes(series, partner, window, isComplete);
  return (
    <figure ref={figure} className={styles.chart} {...attributes}>
      <figcaption className={styles.title}>
        {seriesTitle(series, partner)}
        {notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </figcaption>
      <Field {...{ data, drawing, timeZone, focus, onSeriesStep, onZoom }} />
      {series.account.received > 0 && <SeriesAccountData account={series.account} />}
      {partner && (
        <div {...partnerAttributes}>
          <SeriesAccountData account={partner.account} />
        </div>
      )}
    </figure>
  );
}
