import { memo } from 'react';

import type { Frame } from '../axis/frame.ts';
import { roundPx } from '../axis/scale.ts';
import axisStyles from '../axis/Axis.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { countText } from '../format/numberText.ts';
import { stripTexts } from './strip.messages.ts';

const DAY_STEPS = [1, 2, 3, 5, 7, 10, 14, 20, 30, 60, 90, 180, 360, 720, 1800, 3600];
/** A label needs this much room, and half of one beside an end needs `HALF_LABEL_PX`, at a text size of 16 px. */
const [LABEL_ROOM_PX, HALF_LABEL_PX] = [64, 24];

/** Returns "day 9" or "day −30". */
export const dayText = (days: number): string =>
  stripTexts(days < 0 ? 'dayBefore' : 'day', { day: countText(Math.abs(days)) });

/** Returns whole days of 24 hours before and after day 0, as many as there is room for. */
export function dayTicks(
  { startMs, endMs, x }: Frame,
  zeroMs: number,
  textScale = 1,
): { readonly day: number; readonly px: number }[] {
  const dayPx = ((x(endMs) - x(startMs)) * DAY_MS) / (endMs - startMs);
  const step = DAY_STEPS.find((days) => days * dayPx >= LABEL_ROOM_PX * textScale) ?? DAY_STEPS.at(-1)!;
  const ticks = [];
  for (let n = Math.ceil((startMs - zeroMs) / DAY_MS / step); zeroMs + n * step * DAY_MS <= endMs; n++)
    ticks.push({ day: n * step || 0, px: x(zeroMs + n * step * DAY_MS) });
  return ticks;
}

const anchorOf = (px: number, { widthPx }: Frame, scale: number) =>
  px < HALF_LABEL_PX * scale ? 'start' : px > widthPx - HALF_LABEL_PX * scale ? 'end' : 'middle';

type DayAxisProps = {
  readonly frame: Frame;
  readonly zeroMs: number;
  readonly heightPx: number;
  readonly textScale: number;
};

/** Counts the days of two periods on one axis, under the dates of the period in full ink. */
export const DayAxis = memo(function DayAxis({ frame, zeroMs, heightPx, textScale }: DayAxisProps) {
  return (
    <svg className={axisStyles.axis} width={frame.widthPx} height={heightPx} aria-hidden="true" data-days="">
      {dayTicks(frame, zeroMs, textScale).map(({ day, px }) => (
        <text key={day} x={roundPx(px)} y={heightPx - 3} textAnchor={anchorOf(px, frame, textScale)}>
          {dayText(day)}
        </text>
      ))}
    </svg>
  );
});
