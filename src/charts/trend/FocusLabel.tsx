import { memo, use, useMemo } from 'react';
import { FRAME_INSET_PX } from '../axis/frame.ts';
import { drawnRows, type ChartEntry } from '../reading/chartEntries.ts';
import { PointLabel } from './PointLabel.tsx';
import type { LabelBox } from '../marks/extremeLabels.ts';
import { boxOfEdges, type Box } from './pointLabelBox.ts';
import type { TrendDrawing } from './trendDrawing.ts';
import { latestEntry } from './trendLabels.ts';
import { FocusContext, RING_PX } from './TrendLayers.tsx';
import { entryPosition, type TrendLayout } from './trendLayout.ts';

/** Returns the box around a point, or around both sides of a blood pressure, with its ring. */
function pointBox(entry: ChartEntry, layout: TrendLayout, radiusPx: number): Box | undefined {
  const place = entryPosition(entry, layout);
  if (!place) return undefined;
  const heights = drawnRows(entry).map(({ value }) => layout.y(value));
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  return {
    x: place.x - radiusPx,
    y: top - radiusPx,
    width: 2 * radiusPx,
    height: bottom - top + 2 * radiusPx,
  };
}

type FocusLabelProps = {
  readonly drawing: TrendDrawing;
  /** Words are printed in these boxes. */
  readonly words: readonly LabelBox[];
};

/** Shows value, unit, flag and date at the point in focus. A moving cursor draws nothing else anew. */
export const FocusLabel = memo(function FocusLabel({ drawing, words }: FocusLabelProps) {
  const entry = use(FocusContext);
  const { series, drawn, layout } = drawing;
  const newest = useMemo(() => {
    const entries = new Set([latestEntry(series, drawn), drawn.at(-1)]);
    return [...entries].filter((one) => one !== undefined);
  }, [series, drawn]);
  const point = entry && pointBox(entry, layout, RING_PX);
  if (!entry || !point) return null;
  const results = newest.flatMap((one) => (one === entry ? [] : (pointBox(one, layout, RING_PX / 2) ?? [])));
  const kept = { results, words: words.map(boxOfEdges) };
  const area = {
    x: FRAME_INSET_PX.left,
    y: layout.topPx - 4,
    width: layout.rightPx - FRAME_INSET_PX.left,
    height: layout.bottomPx - layout.topPx + 4,
  };
  return <PointLabel {...{ entry, series, point, area, kept }} timeZone={layout.frame.timeZone} />;
});
