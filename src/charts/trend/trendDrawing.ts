import { useMemo } from 'react';
import { cutToWindow } from '../../clinical/series/inWindow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { PointMark } from '../marks/pointMarks.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { trendLayout, type PlotSize, type TrendLayout, type TrendView } from './trendLayout.ts';
import { trendPointMarks } from './trendMarks.ts';
import { MAX_UNTHINNED_POINTS, PLAIN_OPTIONS, type TrendOptions } from './trendOptions.ts';
import type { MeanPressures } from '../reading/meanPressure.ts';

/** The chart shows these results. */
export type TrendData = {
  readonly series: Series;
  /** This is the diastolic side of a blood pressure. With it the chart draws bars and no line. */
  readonly partner?: Series | undefined;
  /** The bars of a blood pressure have a tick at each of these (rule 7). */
  readonly means?: MeanPressures | undefined;
  /** The results with a point are listed oldest first. */
  readonly drawn: readonly ChartEntry[];
  /** The record has this many results with a point; by default they are those drawn. */
  readonly recordCount?: number | undefined;
  /** The whole record has been read: only then may a latest value be named. */
  readonly isComplete: boolean;
};

/** This is everything that the plot is drawn from. It is the same object while only the cursor moves. */
export type TrendDrawing = Omit<TrendData, 'isComplete' | 'recordCount'> & {
  readonly size: PlotSize;
  readonly layout: TrendLayout;
  readonly options: TrendOptions;
  /** The newest result of the series lies in the window: only then is it named at the right. */
  readonly hasNewest: boolean;
  /** A blood pressure has none, because it is drawn as bars. */
  readonly marks: readonly PointMark[];
};

const NO_MARKS: readonly PointMark[] = [];

/** Returns the options that the reader asked for, but never more symbols than a screen can hold. */
const effectiveOptions = (
  drawn: readonly ChartEntry[],
  options: TrendOptions = PLAIN_OPTIONS,
): TrendOptions =>
  options.hasEveryPoint && drawn.length > MAX_UNTHINNED_POINTS
    ? { ...options, hasEveryPoint: false }
    : options;

export function useTrendDrawing(
  { series, partner, means, drawn }: TrendData,
  { window, size, timeZone, options: askedOptions }: TrendView,
): TrendDrawing {
  const { fromMs, toMs } = window;
  const { widthPx, heightPx } = size;
  const options = useMemo(() => effectiveOptions(drawn, askedOptions), [drawn, askedOptions]);
  const layout = useMemo(
    () =>
      trendLayout(
        { series, partner },
        { window: { fromMs, toMs }, size: { widthPx, heightPx }, timeZone, options },
      ),
    [series, partner, fromMs, toMs, widthPx, heightPx, timeZone, options],
  );
  return useMemo(() => {
    const cut = cutToWindow(series, fromMs, toMs);
    return {
      series: cut,
      partner,
      means,
      drawn,
      size: { widthPx, heightPx },
      layout,
      options,
      hasNewest: (series.timesMs.at(-1) ?? 0) <= toMs,
      marks: partner ? NO_MARKS : trendPointMarks(cut, layout),
    };
  }, [series, partner, means, drawn, fromMs, toMs, widthPx, heightPx, layout, options]);
}
