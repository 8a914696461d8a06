import { useMemo } from 'react';
import type { Frame } from '../axis/frame.ts';
import type { PointMark } from '../marks/pointMarks.ts';
import type { TrendLayout } from '../trend/trendLayout.ts';
import { isLineThinned, trendPointMarks } from '../trend/trendMarks.ts';
import { arePairsThinned } from '../trend/TrendPairs.tsx';
import { drawnSeriesOf, withSharedScale, type DrawnSeries, type Strip } from './strip.ts';
import type { StripComparison } from './StripComparison.tsx';
import { stripLayout } from './stripLayout.ts';

/** What of the drawing the reader may choose, the same for all strips. */
export type StripOptions = {
  readonly isRelative: boolean;
  /** Rule 5: lines may be switched off. */
  readonly hasLines: boolean;
  /** Rule 8: the thinned drawing of many results may be switched off. */
  readonly hasEveryPoint: boolean;
};

export type StripDrawing = StripOptions & {
  readonly strip: Strip;
  readonly drawn: DrawnSeries;
  readonly comparison: StripComparison | undefined;
  readonly layout: TrendLayout;
  readonly isThinned: boolean;
  /** Of a blood pressure none: it is drawn as bars. */
  readonly marks: readonly PointMark[];
};

/** What is drawn of a strip, and where; `second` lies under it, in lighter ink. */
export function useStripDrawing(
  strip: Strip,
  frame: Frame,
  options: StripOptions,
  second?: Strip,
): StripDrawing {
  const { isRelative, hasLines, hasEveryPoint } = options;
  const drawn = useMemo(() => drawnSeriesOf(strip, isRelative), [strip, isRelative]);
  const comparison = useMemo(
    () => second && { strip: second, drawn: drawnSeriesOf(second, isRelative) },
    [second, isRelative],
  );
  const layout = useMemo(
    () => stripLayout(withSharedScale(drawn, comparison?.drawn), frame, isRelative),
    [drawn, comparison, frame, isRelative],
  );
  return useMemo(() => {
    const entries = strip.inside.map(({ entry }) => entry);
    const many = strip.partner ? arePairsThinned(entries, layout) : isLineThinned(drawn.inside, layout);
    const isThinned = many && !hasEveryPoint;
    const marks = strip.partner
      ? []
      : trendPointMarks(drawn.inside, isThinned ? layout : unthinnedLayout(layout));
    return {
      isRelative,
      hasLines,
      hasEveryPoint,
      strip,
      drawn,
      comparison,
      layout,
      isThinned,
      marks,
    };
  }, [strip, drawn, comparison, layout, isRelative, hasLines, hasEveryPoint]);
}

/** Seen as endless, a frame has room for every symbol. */
export const unthinnedLayout = (layout: TrendLayout): TrendLayout => ({
  ...layout,
  frame: { ...layout.frame, widthPx: Number.POSITIVE_INFINITY },
});
