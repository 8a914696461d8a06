import type { Frame } from '../../../charts/axis/frame.ts';
import { roundPx, timeTicks } from '../../../charts/axis/scale.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { readTextScale } from '../../../ui/layout/textScale.ts';
import { shortMoment, type ShortDateStyle } from './shortDates.ts';

export type TimeLabel = {
  readonly text: string;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** The start stands in a second row where both whole dates are longer than the axis. */
  readonly row: 0 | 1;
};

const CHARACTER_PX = 6.4;
const GAP_PX = 12;

/** Ticks inside one day have hours, and the others days, months or years. */
function styleOf(spanDays: number, isMajor: boolean): ShortDateStyle {
  if (spanDays > 366) return isMajor ? 'year' : 'monthAlone';
  if (spanDays > 45) return isMajor ? 'year' : 'monthAlone';
  return isMajor ? 'dayOfMonth' : 'hour';
}

/**
 * Returns the labels of the time axis: the whole date at both ends (rule 2), and years, months or days between them where there is room.
 */
export function timeLabels({ startMs, endMs, timeZone, widthPx, x }: Frame): readonly TimeLabel[] {
  const [start, end] = [startMs, endMs].map((ms) => shortMoment(ms, 'day', timeZone));
  const characterPx = CHARACTER_PX * readTextScale();
  const textPx = (text: string): number => text.length * characterPx;
  const labels: TimeLabel[] = [{ text: end!, x: widthPx, anchor: 'end', row: 0 }];
  const row = textPx(start!) + GAP_PX + textPx(end!) > widthPx ? 1 : 0;
  if (start !== end) labels.push({ text: start!, x: 0, anchor: 'start', row });
  const taken: (readonly [from: number, to: number])[] = [
    [widthPx - textPx(end!), widthPx],
    [0, start === end ? 0 : textPx(start!)],
  ];
  const spanDays = (endMs - startMs) / DAY_MS;
  for (const { timeMs, isMajor, text } of timeTicks(startMs, endMs, timeZone)) {
    if (text === '' || (!isMajor && spanDays > 366)) continue;
    const said = shortMoment(timeMs, styleOf(spanDays, isMajor), timeZone);
    const [middle, half] = [x(timeMs), textPx(said) / 2];
    const isFree = taken.every(
      ([from, to]) => middle + half + GAP_PX <= from || middle - half - GAP_PX >= to,
    );
    if (!isFree) continue;
    taken.push([middle - half, middle + half]);
    labels.push({ text: said, x: roundPx(middle), anchor: 'middle', row: 0 });
  }
  return labels;
}
