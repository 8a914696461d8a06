import { memo } from 'react';
import { dateText } from '../format/format.ts';
import { INSET, type Frame } from './frame.ts';
import { tenth, timeTicks } from './scale.ts';
import styles from './TimeAxis.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';

type Label = { readonly text: string; readonly x: number; readonly anchor: 'start' | 'middle' | 'end' };

/** About the widths of a character and of what a space lacks, for 11 px text. */
const CHARACTER = 6.2;
const SPACE_LACKS = 3;
/** The least room between two labels, at a text size of 16 px. */
const GAP = 14;

/** Rule 2: the full date at both ends. Between them a level of labels is whole or absent, but for what the ends cover. */
export function axisLabels({ startMs, endMs, timeZone, width, x }: Frame, scale = 1): Label[] {
  const wide = (text: string) =>
    (text.length * CHARACTER - (text.split(' ').length - 1) * SPACE_LACKS) * scale;
  const gap = GAP * scale;
  const [left, right] = [INSET.left, width - INSET.right];
  const long = [startMs, endMs].map((ms) => dateText(ms, 'instant', timeZone));
  const fits = long.reduce((sum, text) => sum + wide(text), gap) < right - left;
  // In a narrow place the day goes, or in a window of days the year, which stands above the columns.
  const spared = endMs - startMs > 366 * DAY_MS ? /^\d+ / : / \d+$/;
  const [start = '', end = ''] = fits ? long : long.map((text) => text.replace(spared, ''));
  const labels: Label[] = [
    { text: start, x: left, anchor: 'start' },
    { text: end, x: right, anchor: 'end' },
  ];
  const taken: [from: number, to: number][] = [
    [left, left + wide(start)],
    [right - wide(end), right],
  ];
  const ticks = timeTicks(startMs, endMs, timeZone).filter(({ text }) => text);
  for (const major of [true, false]) {
    const level = ticks.filter((tick) => tick.major === major);
    const isTight = level.some(
      ({ timeMs, text }, i) => i > 0 && x(timeMs) - x(level[i - 1]!.timeMs) < wide(text) + gap,
    );
    if (!major && isTight) break;
    for (const { timeMs, text } of level) {
      const middle = x(timeMs);
      const half = wide(text) / 2;
      const isFree = ([from, to]: [number, number]) =>
        middle - half - gap >= to || middle + half + gap <= from;
      if (!taken.every(isFree)) continue;
      taken.push([middle - half, middle + half]);
      labels.push({ text, x: middle, anchor: 'middle' });
    }
  }
  return labels;
}

type TimeAxisProps = { readonly frame: Frame; readonly height: number; readonly scale?: number };

export const TimeAxis = memo(function TimeAxis({ frame, height, scale = 1 }: TimeAxisProps) {
  return (
    <svg className={styles.axis} width={frame.width} height={height} aria-hidden="true">
      {axisLabels(frame, scale).map(({ text, x, anchor }) => (
        <text key={`${anchor}${x}`} x={tenth(x)} y={height - 3 * scale} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </svg>
  );
});
