import { memo } from 'react';
import { dateText } from './format.ts';
import { INSET, type Frame } from './frame.ts';
import { tenth, timeTicks } from './scale.ts';
import styles from './TimeAxis.module.css';

type Label = { readonly text: string; readonly x: number; readonly anchor: 'start' | 'middle' | 'end' };

/** About the width of a character, for 11 px text. */
const CHARACTER = 5.6;

/** Rule 2: the full date at both ends. Between them a level of labels is whole or absent, but for what the ends cover. */
export function axisLabels({ startMs, endMs, timeZone, width, x }: Frame, scale = 1): Label[] {
  const wide = (text: string) => text.length * CHARACTER * scale;
  const [left, right] = [INSET.left, width - INSET.right];
  const long = [startMs, endMs].map((ms) => dateText(ms, 'instant', timeZone));
  const fits = long.reduce((sum, text) => sum + wide(text), 8) < right - left;
  const [start = '', end = ''] = fits ? long : long.map((text) => text.replace(/^\d+ /, ''));
  const labels: Label[] = [
    { text: start, x: left, anchor: 'start' },
    { text: end, x: right, anchor: 'end' },
  ];
  const taken = [
    [left, left + wide(start)],
    [right - wide(end), right],
  ];
  const ticks = timeTicks(startMs, endMs, timeZone).filter(({ text }) => text);
  for (const major of [true, false]) {
    const level = ticks.filter((tick) => tick.major === major);
    const tight = level.some((tick, i) => i > 0 && x(tick.timeMs) - x(level[i - 1]!.timeMs) < 38 * scale);
    if (!major && tight) break;
    for (const { timeMs, text } of level) {
      const middle = x(timeMs);
      const half = wide(text) / 2 + 5;
      if (taken.some(([from = 0, to = 0]) => middle + half > from && middle - half < to)) continue;
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
