import { isFinal } from '../../clinical/series/comparability.ts';
import { bandSteps } from '../../clinical/series/bandSteps.ts';
import type { Band } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { dateText } from '../format/dateText.ts';
import { rangeText } from '../format/rangeText.ts';
import { lineBreaks, type LineBreak } from '../marks/lineBreaks.ts';
import { roundPx } from '../axis/scale.ts';
import type { TrendLayout } from './trendLayout.ts';
import { trendTexts } from './trend.messages.ts';

export type BandLabel = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
};

export type BandDrawing = {
  /** Dotted vertical lines stand where the method changed (rule 18). */
  readonly breaks: string;
  readonly areas: string;
  readonly edges: string;
  readonly limits: string;
  /** These say what changed at the breaks of the line. */
  readonly breakLabels: readonly BandLabel[];
  readonly labels: readonly BandLabel[];
  /** The newest range sent stands in words at the right of the plot, at this height. */
  readonly newest: { readonly text: string; readonly y: number } | undefined;
};

/** A character of 11 px text is about this wide. */
export const CHARACTER_PX = 5.4;

export type DrawnBand = {
  readonly band: Band;
  readonly fromPx: number;
  readonly toPx: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** The range is spelled as its first result was sent. */
  readonly sentRange: string;
};

const isLimit = ({ low, high }: Band) => low === undefined || high === undefined;

export function bandStepsOf(series: Series, { frame, rightPx }: TrendLayout): DrawnBand[] {
  const [left, end] = [frame.x(frame.startMs), rightPx];
  const inside = (px: number) => Math.min(end, Math.max(left, px));
  let next = 0;
  return bandSteps(series).flatMap(({ fromMs, toMs, band }) => {
    while (next < series.rows.length - 1 && series.timesMs[next]! < fromMs) next++;
    const kind = series.rows.at(next)?.kind;
    const fromPx = roundPx(inside(frame.x(fromMs)));
    const toPx = roundPx(Math.max(inside(frame.x(toMs)), Math.min(end, fromPx + 1)));
    return toMs < frame.startMs || fromMs > frame.endMs || !kind
      ? []
      : [{ band, fromPx, toPx, fromMs, toMs, sentRange: rangeText(kind) }];
  });
}

/** One side alone is a line with its name, and a range read from a text says so (rules 29, 30). */
function limitText({ band, sentRange }: DrawnBand): string {
  const limit =
    band.high === undefined
      ? trendTexts('lowerLimit', { limit: String(band.low) })
      : trendTexts('upperLimit', { limit: String(band.high) });
  return band.isFromText ? trendTexts('limitFromText', { limit, range: sentRange }) : limit;
}

/** Places a label right of its point, or left of it where the plot ends. */
export const bandLabelAt = (text: string, x: number, y: number, right: number): BandLabel =>
  x + text.length * CHARACTER_PX <= right
    ? { text, x, y, anchor: 'start' }
    : { text, x: Math.min(right, x) - 8, y, anchor: 'end' };

function changeLabel(step: DrawnBand, before: DrawnBand, layout: TrendLayout): BandLabel {
  const { y, bottomPx, rightPx, frame, topPx } = layout;
  const date = dateText(step.fromMs, 'instant', frame.timeZone);
  const long = trendTexts('rangeChangedTo', { date, before: before.sentRange, after: step.sentRange });
  const fits = long.length * CHARACTER_PX < rightPx - frame.x(frame.startMs);
  const text = fits ? long : trendTexts('rangeChanged');
  const low = step.band.low === undefined ? bottomPx : y(step.band.low);
  const height = isLimit(step.band) || isLimit(before.band) || low + 14 > bottomPx ? topPx + 20 : low + 14;
  return bandLabelAt(text, step.fromPx + 4, height, rightPx);
}

/** A break stands a little before the first result of another method or in another unit. */
const methodBreaksOf = (series: Series, { frame, rightPx }: TrendLayout): MethodBreak[] =>
  lineBreaks(series)
    .map(({ timeMs, text, change }) => ({ x: roundPx(frame.x(timeMs) - 5), text, change }))
    .filter(({ x }) => x > 0 && x < rightPx);

type MethodBreak = Pick<LineBreak, 'text' | 'change'> & { readonly x: number };

const MAX_BREAK_CHARACTERS = 60;

/** A label is written where the one before it leaves room, and says from what to what where the next one does. */
function methodBreakLabels(places: readonly MethodBreak[], { topPx, rightPx }: TrendLayout): BandLabel[] {
  let free = Number.NEGATIVE_INFINITY;
  return places.flatMap(({ x, text: long, change }, i) => {
    if (x < free) return [];
    const roomPx = (places[i + 1]?.x ?? rightPx) - x - 10;
    const isShort = long.length > MAX_BREAK_CHARACTERS || long.length * CHARACTER_PX > roomPx;
    const text = isShort ? trendTexts('changed', { change }) : long;
    free = x + text.length * CHARACTER_PX + 10;
    return [bandLabelAt(text, x + 5, topPx + 7, rightPx)];
  });
}

export const MAX_BAND_LABELS = 6;

function bandLabelsOf(steps: readonly DrawnBand[], layout: TrendLayout): BandLabel[] {
  const labels: BandLabel[] = [];
  const { y, topPx } = layout;
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    if (before && before.sentRange !== step.sentRange && i > steps.length - MAX_BAND_LABELS)
      labels.push(changeLabel(step, before, layout));
    if (!isLimit(step.band) || i === steps.length - 1 || sideOffScale(step.band, layout) !== '') return;
    const text = limitText(step);
    const shown = text.length * CHARACTER_PX > step.toPx - step.fromPx ? step.sentRange : text;
    if (shown.length * CHARACTER_PX <= step.toPx - step.fromPx) {
      labels.push({
        text: shown,
        x: step.fromPx + 6,
        y: Math.max(topPx, y(step.band.high ?? step.band.low ?? 0)) - 6,
        anchor: 'start',
      });
    }
  });
  return labels;
}

/** Says on which side a range lies outside a fitted scale. No part of such a range is drawn. */
function sideOffScale({ low, high }: Band, { domain: [bottom, top] }: TrendLayout): '' | '↑' | '↓' {
  if ((low ?? high ?? bottom) > top) return '↑';
  return (high ?? low ?? top) < bottom ? '↓' : '';
}

/** Returns whether the newest final result that is seen came after the last one with a range, and without any itself. */
function isRangePast({ rows }: Series, { toMs }: DrawnBand, { frame }: TrendLayout): boolean {
  const newest = rows.findLast((row) => isFinal(row) && row.timeMs <= frame.endMs);
  return newest !== undefined && newest.timeMs > toMs && newest.kind.band === undefined;
}

function newestRangeLabel(
  series: Series,
  step: DrawnBand | undefined,
  layout: TrendLayout,
): BandDrawing['newest'] {
  if (!step) return undefined;
  const { y, topPx, bottomPx } = layout;
  const inside = (value: number | undefined) =>
    value === undefined ? undefined : Math.max(topPx, Math.min(bottomPx, y(value)));
  const [low, high] = [inside(step.band.low), inside(step.band.high)];
  const named = trendTexts('range', { range: step.sentRange });
  const unnamed = step.band.isFromText ? named : step.sentRange;
  const ofBand = low !== undefined && high !== undefined ? named : unnamed;
  // The label stands beside the latest number, which must not be read by a range that did not come with it.
  const text = isRangePast(series, step, layout)
    ? trendTexts('pastRange', { named: ofBand === named ? 'yes' : 'no', range: step.sentRange })
    : ofBand;
  const side = sideOffScale(step.band, layout);
  return {
    text: side === '' ? text : `${text} ${side}`,
    y: ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2 + 4,
  };
}

/** Draws the ranges as steps behind everything else, because each range belongs to its result (rule 28). */
export function bandDrawing(series: Series, layout: TrendLayout): BandDrawing {
  const { y, topPx, bottomPx, domain } = layout;
  const steps = bandStepsOf(series, layout);
  const changes = methodBreaksOf(series, layout);
  const inside = (value: number) => roundPx(Math.max(topPx, Math.min(bottomPx, y(value))));
  let [areas, edges, limits] = ['', '', ''];
  for (const { band, fromPx, toPx } of steps) {
    if (sideOffScale(band, layout) !== '') continue;
    if (band.low !== undefined && band.high !== undefined) {
      const [upper, lower] = [inside(band.high), inside(band.low)];
      areas += `M${fromPx} ${upper}H${toPx}V${lower}H${fromPx}Z`;
      // A range that goes on beyond the scale has no edge there.
      if (band.high <= domain[1]) edges += `M${fromPx} ${upper}H${toPx}`;
      if (band.low >= domain[0]) edges += `M${fromPx} ${lower}H${toPx}`;
    } else limits += `M${fromPx} ${inside(band.high ?? band.low ?? 0)}H${toPx}`;
  }
  return {
    breaks: changes.map(({ x }) => `M${x} ${topPx - 4}V${bottomPx}`).join(''),
    areas,
    edges,
    limits,
    breakLabels: methodBreakLabels(changes, layout),
    labels: bandLabelsOf(steps, layout),
    newest: newestRangeLabel(series, steps.at(-1), layout),
  };
}
