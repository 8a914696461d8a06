import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Precision } from '../../clinical/time/date.ts';

import { linearScale, roundPx, timeTicks, type Scale } from './scale.ts';
import { instantMs } from '../format/timeZone.ts';
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

/**
 * From and to of what is known of a time. A day, month or year has no zone: it is the one of the axis that is meant,
 * so its first moment is moved there from UTC.
 */
export function momentSpan(
  timeMs: number,
  precision: Precision,
  timeZone: string,
): readonly [number, number] {
  const date = new Date(timeMs);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const at = (y: number, m: number, d: number) => instantMs(Date.UTC(y, m, d), timeZone);
  switch (precision) {
    case 'year':
      return [at(year, 0, 1), at(year + 1, 0, 1)];
    case 'month':
      return [at(year, month, 1), at(year, month + 1, 1)];
    case 'day':
      return [at(year, month, day), at(year, month, day + 1)];
    case 'instant':
    case 'none':
      return [timeMs, timeMs];
    default:
      return precision satisfies never;
  }
}

export const rowTimeSpan = ({ timeMs, kind }: Row, timeZone: string): readonly [number, number] =>
  momentSpan(timeMs, kind.precision, timeZone);
