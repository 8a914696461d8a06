import { bandSteps } from '../../clinical/series/bandSteps.ts';
import type { Band } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { dateText, rangeText } from '../format/format.ts';
import { lineBreaks, type LineBreak } from '../marks/lineBreaks.ts';
import { tenth } from '../axis/scale.ts';
import type { TrendLayout } from './trendLayout.ts';

export type BandWord = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
};

export type BandDrawing = {
  /** Dotted uprights where the method changed. Rule 18. */
  readonly breaks: string;
  readonly areas: string;
  readonly edges: string;
  readonly limits: string;
  readonly words: readonly BandWord[];
  /** The newest range sent, in words, and its height; it stands at the right of the plot. */
  readonly newest: { readonly text: string; readonly y: number } | undefined;
};

/** About the width of a character, for 11 px text. */
export const CHARACTER = 5.4;

export type Step = {
  readonly band: Band;
  readonly from: number;
  readonly to: number;
  readonly fromMs: number;
  /** The range of its first result as it was sent. */
  readonly sent: string;
};

const isLimit = ({ low, high }: Band) => low === undefined || high === undefined;

export function stepsOf(series: Series, { frame, right }: TrendLayout): Step[] {
  const [left, end] = [frame.x(frame.startMs), right];
  const inside = (px: number) => Math.min(end, Math.max(left, px));
  let next = 0;
  return bandSteps(series).flatMap(({ fromMs, toMs, band }) => {
    while (next < series.rows.length - 1 && series.timesMs[next]! < fromMs) next++;
    const kind = series.rows.at(next)?.kind;
    const from = tenth(inside(frame.x(fromMs)));
    const to = tenth(Math.max(inside(frame.x(toMs)), Math.min(end, from + 1)));
    return toMs < frame.startMs || fromMs > frame.endMs || !kind
      ? []
      : [{ band, from, to, fromMs, sent: rangeText(kind) }];
  });
}

/** Rules 29, 30: one side alone is a line with its name, and a range read from a text says so. */
function limitWords({ band, sent }: Step): string {
  const limit = band.high === undefined ? `lower limit ${band.low}` : `upper limit ${band.high}`;
  return band.isFromText ? `${limit}, from the lab’s text ${sent}` : limit;
}

/** What is written at a place: to its right, or to its left where the plot ends. */
export const wordAt = (text: string, x: number, y: number, right: number): BandWord =>
  x + text.length * CHARACTER <= right
    ? { text, x, y, anchor: 'start' }
    : { text, x: Math.min(right, x) - 8, y, anchor: 'end' };

function changeWord(step: Step, before: Step, layout: TrendLayout): BandWord {
  const { y, bottom, right, frame, top } = layout;
  const date = dateText(step.fromMs, 'instant', frame.timeZone);
  const long = `range changed ${date}: ${before.sent} to ${step.sent}`;
  const fits = long.length * CHARACTER < right - frame.x(frame.startMs);
  const text = fits ? long : 'range changed';
  const low = step.band.low === undefined ? bottom : y(step.band.low);
  const height = isLimit(step.band) || isLimit(before.band) || low + 14 > bottom ? top + 20 : low + 14;
  return wordAt(text, step.from + 4, height, right);
}

/** A little before the first result of another method, or in another unit. */
const breaksIn = (series: Series, { frame, right }: TrendLayout): Break[] =>
  lineBreaks(series)
    .map(({ timeMs, change }) => ({ x: tenth(frame.x(timeMs) - 5), change }))
    .filter(({ x }) => x > 0 && x < right);

type Break = { readonly x: number; readonly change: LineBreak['change'] };

/** Written where the one before leaves room. */
function breakWords(places: readonly Break[], { top, right }: TrendLayout): BandWord[] {
  let free = Number.NEGATIVE_INFINITY;
  return places.flatMap(({ x, change }) => {
    if (x < free) return [];
    const text = `${change} changed`;
    free = x + text.length * CHARACTER + 10;
    return [wordAt(text, x + 5, top + 7, right)];
  });
}

export const MOST_WORDS = 6;

function wordsOf(steps: readonly Step[], layout: TrendLayout): BandWord[] {
  const words: BandWord[] = [];
  const { y, top } = layout;
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    if (before && before.sent !== step.sent && i > steps.length - MOST_WORDS)
      words.push(changeWord(step, before, layout));
    if (!isLimit(step.band) || i === steps.length - 1 || sideOutside(step.band, layout) !== '') return;
    const text = limitWords(step);
    const short = text.length * CHARACTER > step.to - step.from ? step.sent : text;
    if (short.length * CHARACTER <= step.to - step.from) {
      words.push({
        text: short,
        x: step.from + 6,
        y: Math.max(top, y(step.band.high ?? step.band.low ?? 0)) - 6,
        anchor: 'start',
      });
    }
  });
  return words;
}

/** Which way a range lies outside a scale that was fitted to the values: no part of it is drawn. */
function sideOutside({ low, high }: Band, { domain: [bottom, top] }: TrendLayout): '' | '↑' | '↓' {
  if ((low ?? high ?? bottom) > top) return '↑';
  return (high ?? low ?? top) < bottom ? '↓' : '';
}

/** Characters of a range that have room beside the plot. */
const ROOM = 9;

function newestOf(step: Step | undefined, layout: TrendLayout): BandDrawing['newest'] {
  if (!step) return undefined;
  const { y, top, bottom } = layout;
  const inside = (value: number | undefined) =>
    value === undefined ? undefined : Math.max(top, Math.min(bottom, y(value)));
  const [low, high] = [inside(step.band.low), inside(step.band.high)];
  const said = step.sent.length > ROOM ? `sent ${step.sent}` : `range sent ${step.sent}`;
  const short = step.band.isFromText ? said : step.sent;
  const text = low !== undefined && high !== undefined ? said : short;
  const side = sideOutside(step.band, layout);
  return {
    text: side === '' ? text : `${text} ${side}`,
    y: ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2 + 4,
  };
}

/** Rule 28: the range belongs to its result, so it is a band of steps, behind everything else. */
export function bandDrawing(series: Series, layout: TrendLayout): BandDrawing {
  const { y, top, bottom, domain } = layout;
  const steps = stepsOf(series, layout);
  const changes = breaksIn(series, layout);
  const inside = (value: number) => tenth(Math.max(top, Math.min(bottom, y(value))));
  let [areas, edges, limits] = ['', '', ''];
  for (const { band, from, to } of steps) {
    if (sideOutside(band, layout) !== '') continue;
    if (band.low !== undefined && band.high !== undefined) {
      const [upper, lower] = [inside(band.high), inside(band.low)];
      areas += `M${from} ${upper}H${to}V${lower}H${from}Z`;
      // Where the range goes on beyond the scale it has no edge.
      if (band.high <= domain[1]) edges += `M${from} ${upper}H${to}`;
      if (band.low >= domain[0]) edges += `M${from} ${lower}H${to}`;
    } else limits += `M${from} ${inside(band.high ?? band.low ?? 0)}H${to}`;
  }
  return {
    breaks: changes.map(({ x }) => `M${x} ${top - 4}V${bottom}`).join(''),
    areas,
    edges,
    limits,
    words: [...breakWords(changes, layout), ...wordsOf(steps, layout)],
    newest: newestOf(steps.at(-1), layout),
  };
}
