import { linearScale, roundPx, timeTicks, type Scale } from './scale.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

/** What all curves of a screen share: one time axis, one size. A new object only when one of these changes. */
export type Frame = {
  readonly startMs: number;
  readonly endMs: number;
  readonly timeZone: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly x: Scale;
  /** The path of the upright grid lines. */
  readonly grid: string;
};

type FrameSize = Pick<Frame, 'startMs' | 'endMs' | 'timeZone' | 'widthPx' | 'heightPx'>;

/** Room for half a symbol at the left and for the larger latest one at the right. */
export const INSET = { left: 4, right: 6 };

export function frameOf(size: FrameSize): Frame {
  const { startMs, endMs, timeZone, widthPx, heightPx } = size;
  const x = linearScale([startMs, endMs], [INSET.left, widthPx - INSET.right]);
  const ticks = timeTicks(startMs, endMs, timeZone);
  const [a, b] = ticks;
  const room = a === undefined || b === undefined || x(b.timeMs) - x(a.timeMs) > 20;
  const fine = room && endMs - startMs < 1_100 * DAY_MS;
  const lines = ticks
    .filter(({ isMajor }) => isMajor || fine)
    .map(({ timeMs }) => `M${roundPx(x(timeMs))} 0V${heightPx}`);
  return { ...size, x, grid: lines.join('') };
}
