import { memo } from 'react';
import { bandSteps } from '../../clinical/series/bandSteps.ts';
import { latest, latestIndex } from '../../clinical/series/newest/latest.ts';
import { yDomain } from '../../clinical/series/yDomain.ts';
import { cutToWindow } from '../../clinical/series/inWindow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { lineBreaks } from '../marks/lineBreaks.ts';
import { linePath, thinnedLinePaths } from '../marks/linePath.ts';
import { linearScale, roundPx, type Scale } from '../axis/scale.ts';
import { isThinnedToFrame, pointMarksOf } from '../marks/pointMarks.ts';
import { pointElement } from '../marks/symbols.tsx';
import markStyles from '../marks/ChartMarks.module.css';
import axisStyles from '../axis/Axis.module.css';
import styles from './Sparkline.module.css';

const RADIUS_PX = 2;
const PADDING_PX = 5;

type SparklineProps = {
  readonly series: Series;
  readonly frame: Frame;
  /** A result may be called the latest: only then is its symbol larger. */
  readonly canClaimLatest: boolean;
};

type LineProps = { readonly series: Series; readonly frame: Frame; readonly y: Scale };

/** Both series of a blood pressure share the scale. */
export const valueScale = (series: Series, { heightPx }: Frame, partner?: Series): Scale => {
  const { low, high } = yDomain(series, partner);
  return linearScale([low, high], [heightPx - PADDING_PX, PADDING_PX]);
};

/**
 * With more results than pixels the line joins the medians of the pixel columns, over lines from their lowest
 * to their highest value.
 */
function denseLine({ series, frame, y }: LineProps) {
  const { spread, median } = thinnedLinePaths(series, frame, y);
  return (
    <>
      <path className={markStyles.spread} d={spread} />
      <path className={styles.dense} d={median} />
    </>
  );
}

const MIN_LONE_BAND_PX = 16;

type BandsProps = LineProps & { readonly edge?: string | undefined };

/**
 * Draws the ranges sent with the results, one step for each run of the same range: an area, or a line when
 * one side is open. A side of a blood pressure has only edges, drawn as `edge`, because two areas would lie
 * on top of each other (rule 28).
 */
export function sparklineBands({ series, frame, y, edge }: BandsProps) {
  let areas = '';
  let limits = '';
  const inside = (value: number) => roundPx(Math.max(1, Math.min(frame.heightPx - 1, y(value))));
  const steps = bandSteps(series);
  // The range of a result that stands alone must be seen too, so it reaches a little to both sides.
  const minWidthPx = steps.length === 1 ? MIN_LONE_BAND_PX : 1;
  for (const { fromMs, toMs, band } of steps) {
    const width = Math.max(minWidthPx, frame.x(toMs) - frame.x(fromMs));
    const from = roundPx((frame.x(fromMs) + frame.x(toMs) - width) / 2);
    const to = roundPx(from + width);
    const { low, high } = band;
    if (!edge && low !== undefined && high !== undefined)
      areas += `M${from} ${inside(high)}H${to}V${inside(low)}H${from}Z`;
    else
      for (const limit of [low, high]) if (limit !== undefined) limits += `M${from} ${inside(limit)}H${to}`;
  }
  return (
    <>
      {areas && <path className={markStyles.band} d={areas} />}
      {limits && <path className={edge ?? markStyles.limit} d={limits} />}
    </>
  );
}

/** The latest result has its larger symbol only when it lies in the window. */
function latestInWindow(cut: Series, { series, frame, canClaimLatest }: SparklineProps): number {
  return canClaimLatest && (latest(series)?.timeMs ?? Infinity) <= frame.endMs ? latestIndex(cut) : -1;
}

export const Sparkline = memo(function Sparkline(props: SparklineProps) {
  const { series: whole, frame } = props;
  // The scale is that of all results, because a window moves the time and never the values (rule 4).
  const y = valueScale(whole, frame);
  const series = cutToWindow(whole, frame.startMs, frame.endMs);
  const newestIndex = latestInWindow(series, props);
  const breaks = lineBreaks(series).map(
    ({ timeMs }) => `M${roundPx(frame.x(timeMs) - 3)} 0V${frame.heightPx}`,
  );
  return (
    <svg className={styles.spark} width={frame.widthPx} height={frame.heightPx} aria-hidden="true">
      <path className={axisStyles.grid} d={frame.grid} />
      {sparklineBands({ series, frame, y })}
      {breaks.length > 0 && <path className={markStyles.break} d={breaks.join('')} />}
      {isThinnedToFrame(series, frame) ? (
        denseLine({ series, frame, y })
      ) : (
        <path className={markStyles.line} d={linePath(series, frame, y)} />
      )}
      {pointMarksOf(series, frame, y, newestIndex).map((mark) =>
        pointElement(mark, mark.key === newestIndex ? RADIUS_PX * 1.4 : RADIUS_PX),
      )}
    </svg>
  );
});
