import { useMemo } from 'react';
import type { Frame } from '../axis/frame.ts';
import type { PointMark } from '../marks/pointMarks.ts';
import type { TrendLayout } from '../trend/trendLayout.ts';
import { isLineThinned, trendPointMarks } from '../trend/trendMarks.ts';
import { arePairsThinned } from '../trend/TrendPairs.tsx';
import { drawnSeriesOf, withSharedScale, type DrawnSeries, type Strip } from './strip.ts';
import type { StripComparison } from './StripComparison.tsx';
import { stripLayout } from './stripLayout.ts';

/** The reader chooses these for all strips alike. */
export type StripOptions = {
  readonly isRelative: boolean;
  /** Lines may be switched off (rule 5). */
  readonly hasLines: boolean;
  /** Thinning of many results may be switched off (rule 8). */
  readonly hasEveryPoint: boolean;
};

export type StripDrawing = StripOptions & {
  readonly strip: Strip;
  readonly drawn: DrawnSeries;
  readonly comparison: StripComparison | undefined;
  readonly layout: TrendLayout;
  readonly isThinned: boolean;
  /** A blood pressure has none, because it is drawn as bars. */
  readonly marks: readonly PointMark[];
};

/** Returns what is drawn of a strip. `second` lies under it in lighter ink. */
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

/** An infinitely wide frame has room for every symbol, so nothing is thinned in it. */
export const unthinnedLayout = (layout: TrendLayout): TrendLayout => ({
  ...layout,
  frame: { ...layout.frame, widthPx: Number.POSITIVE_INFINITY },
});
