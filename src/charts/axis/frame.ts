import { linearScale, roundPx, timeTicks, type Scale } from './scale.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

/**
 * All curves of a screen share one time axis and one size. A new frame is made only when one of these
 * changes.
 */
export type Frame = {
  readonly startMs: number;
  readonly endMs: number;
  readonly timeZone: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly x: Scale;
  /** This is the path of the vertical grid lines. */
  readonly grid: string;
};

type FrameSize = Pick<Frame, 'startMs' | 'endMs' | 'timeZone' | 'widthPx' | 'heightPx'>;

/** The left edge has room for half a symbol, the right one for the larger symbol of the latest result. */
export const FRAME_INSET_PX = { left: 4, right: 6 };

export function frameOf(size: FrameSize): Frame {
  const { startMs, endMs, timeZone, widthPx, heightPx } = size;
  const x = linearScale([startMs, endMs], [FRAME_INSET_PX.left, widthPx - FRAME_INSET_PX.right]);
  const ticks = timeTicks(startMs, endMs, timeZone);
  const [a, b] = ticks;
  const hasRoom = a === undefined || b === undefined || x(b.timeMs) - x(a.timeMs) > 20;
  const hasMinorLines = hasRoom && endMs - startMs < 1_100 * DAY_MS;
  const lines = ticks
    .filter(({ isMajor }) => isMajor || hasMinorLines)
    .map(({ timeMs }) => `M${roundPx(x(timeMs))} 0V${heightPx}`);
  return { ...size, x, grid: lines.join('') };
}

/** Tells a pointer which time a chart, a lane or an axis shows, and how wide it is. */
export const timeAttributes = ({ widthPx, startMs, endMs }: Frame) => ({
  'data-time-width': widthPx,
  'data-time-start': startMs,
  'data-time-end': endMs,
});
