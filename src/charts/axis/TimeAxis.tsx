import { memo } from 'react';
import { dateText, momentClockText } from '../format/dateText.ts';
import { FRAME_INSET_PX, type Frame } from './frame.ts';
import { roundPx, timeTicks } from './scale.ts';
import styles from './Axis.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';

type AxisLabel = { readonly text: string; readonly x: number; readonly anchor: 'start' | 'middle' | 'end' };

/** In text of 11 px a character is about this wide, and a space is this much narrower. */
const CHARACTER_PX = 6.2;
const SPACE_LESS_PX = 3;
/** Two labels stand at least this far apart at a text size of 16 px. */
const GAP_PX = 14;

type Ends = readonly [start: string, end: string];

/**
 * Returns what stands at the ends: the full dates (rule 2), and within one day its times. To save room the day is left out, or in a window
 * of days the year, which stands above the columns, and never what tells the two apart.
 */
function endTexts(startMs: number, endMs: number, timeZone: string, fits: (texts: Ends) => boolean): Ends {
  const both = (text: (ms: number) => string): Ends => [text(startMs), text(endMs)];
  const long = both((ms) => dateText(ms, 'instant', timeZone));
  if (long[0] === long[1]) {
    const times = both((ms) => momentClockText(ms, timeZone));
    const withDay: Ends = [`${long[0]}, ${times[0]}`, times[1]];
    return fits(withDay) ? withDay : times;
  }
  const without = (part: RegExp): Ends => [long[0].replace(part, ''), long[1].replace(part, '')];
  const withoutYear = without(/ \d+$/);
  if (fits(long)) return long;
  const isYearNeeded = endMs - startMs > 366 * DAY_MS || withoutYear[0] === withoutYear[1];
  return isYearNeeded ? without(/^\d+ /) : withoutYear;
}

/**
 * The full date stands at both ends (rule 2). Between them a level of labels is shown whole or not at all,
 * except for labels that the dates at the ends would cover.
 */
export function axisLabels({ startMs, endMs, timeZone, widthPx, x }: Frame, textScale = 1): AxisLabel[] {
  const textWidthPx = (text: string) =>
    (text.length * CHARACTER_PX - (text.split(' ').length - 1) * SPACE_LESS_PX) * textScale;
  const gapPx = GAP_PX * textScale;
  const [left, right] = [FRAME_INSET_PX.left, widthPx - FRAME_INSET_PX.right];
  const fits = (texts: Ends) => texts.reduce((sum, text) => sum + textWidthPx(text), gapPx) < right - left;
  const [start, end] = endTexts(startMs, endMs, timeZone, fits);
  const labels: AxisLabel[] = [
    { text: start, x: left, anchor: 'start' },
    { text: end, x: right, anchor: 'end' },
  ];
  const takenPx: [from: number, to: number][] = [
    [left, left + textWidthPx(start)],
    [right - textWidthPx(end), right],
  ];
  const ticks = timeTicks(startMs, endMs, timeZone).filter(({ text }) => text);
  for (const major of [true, false]) {
    const level = ticks.filter((tick) => tick.isMajor === major);
    const isTight = level.some(
      ({ timeMs, text }, i) => i > 0 && x(timeMs) - x(level[i - 1]!.timeMs) < textWidthPx(text) + gapPx,
    );
    if (!major && isTight) break;
    for (const { timeMs, text } of level) {
      const middle = x(timeMs);
      const halfPx = textWidthPx(text) / 2;
      const isFree = ([from, to]: [number, number]) =>
        middle - halfPx - gapPx >= to || middle + halfPx + gapPx <= from;
      if (!takenPx.every(isFree)) continue;
      takenPx.push([middle - halfPx, middle + halfPx]);
      labels.push({ text, x: middle, anchor: 'middle' });
    }
  }
  return labels;
}

type TimeAxisProps = { readonly frame: Frame; readonly heightPx: number; readonly textScale?: number };

export const TimeAxis = memo(function TimeAxis({ frame, heightPx, textScale = 1 }: TimeAxisProps) {
  return (
    <svg className={styles.axis} width={frame.widthPx} height={heightPx} aria-hidden="true" data-time-pan="">
      {axisLabels(frame, textScale).map(({ text, x, anchor }) => (
        <text key={`${anchor}${x}`} x={roundPx(x)} y={heightPx - 3 * textScale} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </svg>
  );
});
