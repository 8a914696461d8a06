/**
 * The ranges sent with a blood pressure are drawn as lines at the edges of each side, because two areas would
 * lie on top of each other (rule 28).
 */
import type { Series } from '../../clinical/series/series.ts';
import { dateText } from '../format/dateText.ts';
import { roundPx } from '../axis/scale.ts';
import {
  CHARACTER_PX,
  MAX_BAND_LABELS,
  bandStepsOf,
  bandLabelAt,
  type BandLabel,
  type DrawnBand,
} from './trendBands.ts';
import type { TrendLayout } from './trendLayout.ts';
import { trendTexts } from './trend.messages.ts';

export type PairBandDrawing = {
  /** The path is '' when no range was sent with that side. */
  readonly systolic: string;
  readonly diastolic: string;
  readonly labels: readonly BandLabel[];
};

type Side = 'systolic' | 'diastolic';

/**
 * The labels stand above the upper edge of the systolic and below the lower edge of the diastolic range, so
 * that neither covers the bars.
 */
const LABEL_OFFSET_PX: Readonly<Record<Side, number>> = { systolic: -5, diastolic: 12 };

const edgesOf = ({ low, high }: DrawnBand['band']): number[] =>
  [high, low].filter((limit) => limit !== undefined);

function linesOf(steps: readonly DrawnBand[], { y, domain: [bottom, top] }: TrendLayout): string {
  return steps
    .flatMap(({ band, fromPx, toPx }) =>
      edgesOf(band)
        .filter((limit) => limit >= bottom && limit <= top)
        .map((limit) => `M${fromPx} ${roundPx(y(limit))}H${toPx}`),
    )
    .join('');
}

function pairLabelText(
  side: Side,
  { band, sentRange, fromMs }: DrawnBand,
  before: DrawnBand | undefined,
  timeZone: string,
): string {
  const range = before
    ? trendTexts('rangeOfSideChanged', {
        side,
        date: dateText(fromMs, 'instant', timeZone),
        before: before.sentRange,
        after: sentRange,
      })
    : trendTexts('rangeOfSide', { side, range: sentRange });
  return band.isFromText ? trendTexts('fromText', { range }) : range;
}

const LINE_PX = 12;

const labelExtentPx = ({ text, x, anchor }: BandLabel): readonly [from: number, to: number] => {
  const width = text.length * CHARACTER_PX;
  return anchor === 'start' ? [x, x + width] : [x - width, x];
};

const doLabelsOverlap = (a: BandLabel, b: BandLabel): boolean => {
  const [[aFrom, aTo], [bFrom, bTo]] = [labelExtentPx(a), labelExtentPx(b)];
  return Math.abs(a.y - b.y) < LINE_PX && aFrom < bTo && bFrom < aTo;
};

function pairLabelsOf(side: Side, steps: readonly DrawnBand[], layout: TrendLayout): BandLabel[] {
  const { y, topPx, bottomPx, rightPx, frame } = layout;
  const changed = steps.filter((step, i) => step.sentRange !== steps[i - 1]?.sentRange);
  const labels: BandLabel[] = [];
  for (const step of changed.slice(-MAX_BAND_LABELS)) {
    const edges = edgesOf(step.band).map(y);
    const edge = side === 'systolic' ? Math.min(...edges) : Math.max(...edges);
    const height = Math.max(topPx + 7, Math.min(bottomPx - 3, edge + LABEL_OFFSET_PX[side]));
    const text = pairLabelText(side, step, changed[changed.indexOf(step) - 1], frame.timeZone);
    let label = bandLabelAt(text, step.fromPx + 4, height, rightPx);
    // Two overlapping labels could not be read, so the later one moves to where there is room.
    const stepPx = height > (topPx + bottomPx) / 2 ? -LINE_PX : LINE_PX;
    while (labels.some((one) => doLabelsOverlap(one, label))) label = { ...label, y: label.y + stepPx };
    labels.push(label);
  }
  return labels;
}

export function pairBands(systolic: Series, diastolic: Series, layout: TrendLayout): PairBandDrawing {
  const [upper, lower] = [bandStepsOf(systolic, layout), bandStepsOf(diastolic, layout)];
  return {
    systolic: linesOf(upper, layout),
    diastolic: linesOf(lower, layout),
    labels: [...pairLabelsOf('systolic', upper, layout), ...pairLabelsOf('diastolic', lower, layout)],
  };
}
