import type { Row } from '../../clinical/observation/resultRow.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import {
  extremesOf,
  pairExtremesOf,
  placeExtremes,
  type ExtremeLabel,
  type LabelBox,
} from '../marks/extremeLabels.ts';
import { pairBands } from '../trend/pairBands.ts';
import { bandDrawing } from '../trend/trendBands.ts';
import { bandLabelBox, barBoxes, lineBoxes, markBoxes, rangeLineBoxes } from '../trend/TrendExtremes.tsx';
import { trendPointMarks } from '../trend/trendMarks.ts';
import type { StripComparison } from './StripComparison.tsx';
import type { StripDrawing } from './stripDrawing.ts';

type Drawn = Pick<StripComparison, 'strip' | 'drawn'>;

/** Returns boxes over everything that stands for a result. */
function resultBoxes({ strip, drawn }: Drawn, { layout, hasLines }: StripDrawing): readonly LabelBox[] {
  if (strip.partner)
    return barBoxes(
      strip.inside.map(({ entry }) => entry),
      layout,
    );
  const marks = trendPointMarks(drawn.inside, layout);
  return [...(hasLines ? lineBoxes(drawn.around, layout) : []), ...markBoxes(marks)];
}

/** Returns boxes over what is printed beside the ranges, and over their lines and the breaks of the line. */
function rangesIn({ drawn, layout }: Pick<StripDrawing, 'drawn' | 'layout'>) {
  const { around, partner } = drawn;
  const bands = partner ? undefined : bandDrawing(around, layout);
  const pair = partner && pairBands(around, partner, layout);
  const printed = (bands?.breakLabels ?? pair?.labels ?? []).map(bandLabelBox);
  return { printed, lines: rangeLineBoxes({ bands, pairBands: pair }) };
}

/** Returns boxes over the lines of the ranges, over what is printed beside them, and over the breaks of the line. */
export function rangeBoxes(drawing: Pick<StripDrawing, 'drawn' | 'layout'>): readonly LabelBox[] {
  const { printed, lines } = rangesIn(drawing);
  return [...printed, ...lines];
}

function extremesIn(drawing: StripDrawing, ranges: readonly LabelBox[]): readonly ExtremeLabel[] {
  const { drawn, comparison, layout } = drawing;
  const { frame, y } = layout;
  const placeOf = ({ timeMs, value }: Row) => ({ x: frame.x(timeMs), y: y(value) });
  const named = drawn.partner
    ? pairExtremesOf(drawn.inside, drawn.partner, placeOf, frame.timeZone)
    : extremesOf(drawn.inside, placeOf, frame.timeZone);
  const obstacles = [
    ...ranges,
    ...resultBoxes(drawing, drawing),
    ...(comparison ? resultBoxes(comparison, drawing) : []),
  ];
  const plot = { leftPx: 0, rightPx: layout.rightPx, topPx: 0, bottomPx: frame.heightPx };
  return placeExtremes(named, obstacles, plot, readTextScale());
}

export type StripLabels = {
  /** These are the words at the highest and the lowest result of the window. */
  readonly extremes: readonly ExtremeLabel[];
  /** Words are printed in these boxes. */
  readonly boxes: readonly LabelBox[];
};

/**
 * Returns the words on the curve of Compare. On the relative scale the highest point need not be the highest value, so none is
 * named there.
 */
export function stripLabels(drawing: StripDrawing): StripLabels {
  const { printed, lines } = rangesIn(drawing);
  const extremes = drawing.isRelative ? [] : extremesIn(drawing, [...printed, ...lines]);
  return { extremes, boxes: [...extremes.map(({ box }) => box), ...printed] };
}
