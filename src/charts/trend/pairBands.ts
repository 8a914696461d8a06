/** The ranges sent with a blood pressure: lines at the edges of each side's own, never two areas on top of each other (rule 28). */
import type { Series } from '../../clinical/series/series.ts';
import { dateText } from '../format/format.ts';
import { tenth } from '../axis/scale.ts';
import { CHARACTER, MOST_WORDS, stepsOf, wordAt, type BandWord, type Step } from './trendBands.ts';
import type { TrendLayout } from './trendLayout.ts';

export type PairBandDrawing = {
  /** '' where no range was sent with that side. */
  readonly systolic: string;
  readonly diastolic: string;
  readonly words: readonly BandWord[];
};

type Side = 'systolic' | 'diastolic';

/** Above the upper edge of the systolic and below the lower one of the diastolic, so that neither is written over. */
const AWAY: Readonly<Record<Side, number>> = { systolic: -5, diastolic: 12 };

const edgesOf = ({ low, high }: Step['band']): number[] => [high, low].filter((limit) => limit !== undefined);

function linesOf(steps: readonly Step[], { y, domain: [bottom, top] }: TrendLayout): string {
  return steps
    .flatMap(({ band, from, to }) =>
      edgesOf(band)
        .filter((limit) => limit >= bottom && limit <= top)
        .map((limit) => `M${from} ${tenth(y(limit))}H${to}`),
    )
    .join('');
}

function textOf(
  side: Side,
  { band, sent, fromMs }: Step,
  before: Step | undefined,
  timeZone: string,
): string {
  const source = band.isFromText ? ', from the lab’s text' : '';
  if (!before) return `${side} range sent ${sent}${source}`;
  return `${side} range changed ${dateText(fromMs, 'instant', timeZone)}: ${before.sent} to ${sent}${source}`;
}

const LINE = 12;

const endsOf = ({ text, x, anchor }: BandWord): readonly [from: number, to: number] => {
  const width = text.length * CHARACTER;
  return anchor === 'start' ? [x, x + width] : [x - width, x];
};

const isOver = (a: BandWord, b: BandWord): boolean => {
  const [[aFrom, aTo], [bFrom, bTo]] = [endsOf(a), endsOf(b)];
  return Math.abs(a.y - b.y) < LINE && aFrom < bTo && bFrom < aTo;
};

function wordsOf(side: Side, steps: readonly Step[], layout: TrendLayout): BandWord[] {
  const { y, top, bottom, right, frame } = layout;
  const told = steps.filter((step, i) => step.sent !== steps[i - 1]?.sent);
  const words: BandWord[] = [];
  for (const step of told.slice(-MOST_WORDS)) {
    const edges = edgesOf(step.band).map(y);
    const edge = side === 'systolic' ? Math.min(...edges) : Math.max(...edges);
    const height = Math.max(top + 7, Math.min(bottom - 3, edge + AWAY[side]));
    const text = textOf(side, step, told[told.indexOf(step) - 1], frame.timeZone);
    let word = wordAt(text, step.from + 4, height, right);
    // Written over another it would be read as neither; to the side of the bars there is room.
    const way = height > (top + bottom) / 2 ? -LINE : LINE;
    while (words.some((one) => isOver(one, word))) word = { ...word, y: word.y + way };
    words.push(word);
  }
  return words;
}

export function pairBands(systolic: Series, diastolic: Series, layout: TrendLayout): PairBandDrawing {
  const [upper, lower] = [stepsOf(systolic, layout), stepsOf(diastolic, layout)];
  return {
    systolic: linesOf(upper, layout),
    diastolic: linesOf(lower, layout),
    words: [...wordsOf('systolic', upper, layout), ...wordsOf('diastolic', lower, layout)],
  };
}
