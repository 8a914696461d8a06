import { useMemo } from 'react';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { roundPx } from '../axis/scale.ts';
import { placeOfPointLabel, PointLabel, type PointLabelProps } from '../trend/PointLabel.tsx';
import { boxOfEdges, overlap, type Box } from '../trend/pointLabelBox.ts';
import { TrendExtremes } from '../trend/TrendExtremes.tsx';
import { latestEntry } from '../trend/trendLabels.ts';
import type { TrendLayout } from '../trend/trendLayout.ts';
import { StripComparisonLayer } from './StripComparison.tsx';
import type { StripDrawing } from './stripDrawing.ts';
import { stripLabels, type StripLabels } from './stripLabels.ts';
import { StripBackground, StripForeground } from './StripLayers.tsx';
import { ringBox } from './stripLayout.ts';
import markStyles from '../marks/ChartMarks.module.css';
import styles from './StripPlot.module.css';

type StripPlotProps = {
  readonly drawing: StripDrawing;
  readonly cursorMs: number | undefined;
  /** Before and after are counted from this moment. */
  readonly momentMs: number | undefined;
  /** The entry is read at the cursor and drawn there. */
  readonly focusedEntry: ChartEntry | undefined;
  /** The arrow keys walk the results of this strip. */
  readonly isSelected: boolean;
};

export const verticalLinePath = (timeMs: number, { frame }: TrendLayout) =>
  `M${roundPx(frame.x(timeMs))} 0V${frame.heightPx}`;

type LabelledPoint = {
  readonly drawing: StripDrawing;
  readonly entry: ChartEntry;
  readonly ring: Box;
  readonly labels: StripLabels;
};

/** The label shows value, unit, flag and date at the point that is read. */
function pointLabelOf({ drawing, entry, ring, labels }: LabelledPoint): PointLabelProps {
  const { strip, layout, isRelative } = drawing;
  const inside = strip.inside.map((one) => one.entry);
  const newest = new Set([latestEntry(strip.series, inside), inside.at(-1)]);
  const results = [...newest].flatMap((one) =>
    one === undefined || one === entry ? [] : (ringBox(one, layout, isRelative) ?? []),
  );
  const { widthPx, heightPx, timeZone } = layout.frame;
  const area = { x: 0, y: 0, width: widthPx, height: heightPx };
  const kept = { results, words: labels.boxes.map(boxOfEdges) };
  return { entry, area, kept, timeZone, series: strip.series, point: ring };
}

/** A low strip may leave the label no place beside the words at an extreme. Words of which a part would be covered are not drawn. */
function uncoveredExtremes({ extremes }: StripLabels, label: PointLabelProps | undefined) {
  const place = label && placeOfPointLabel(label);
  return place ? extremes.filter(({ box }) => !overlap(boxOfEdges(box), place)) : extremes;
}

/** Draws one series over the shared time axis. A moving cursor redraws only the cursor and its ring. */
export function StripPlot({ drawing, cursorMs, momentMs, focusedEntry, isSelected }: StripPlotProps) {
  const { layout, isRelative } = drawing;
  const { widthPx, heightPx, startMs, endMs } = layout.frame;
  const ring = focusedEntry && ringBox(focusedEntry, layout, isRelative);
  const labels = useMemo(() => stripLabels(drawing), [drawing]);
  const label = ring && pointLabelOf({ drawing, entry: focusedEntry, ring, labels });
  return (
    <svg className={styles.plot} width={widthPx} height={heightPx} aria-hidden="true">
      <StripBackground {...drawing} />
      {drawing.comparison && (
        <StripComparisonLayer {...drawing.comparison} layout={layout} hasLines={drawing.hasLines} />
      )}
      {momentMs !== undefined && momentMs >= startMs && momentMs <= endMs && (
        <path className={styles.moment} data-moment="" d={verticalLinePath(momentMs, layout)} />
      )}
      {cursorMs !== undefined && (
        <path className={markStyles.cursor} data-cursor="" d={verticalLinePath(cursorMs, layout)} />
      )}
      <StripForeground {...drawing} />
      <TrendExtremes labels={uncoveredExtremes(labels, label)} />
      {ring && (
        <rect
          className={isSelected ? markStyles.focusRing : markStyles.ring}
          data-ring=""
          x={roundPx(ring.x)}
          y={roundPx(ring.y)}
          width={ring.width}
          height={roundPx(ring.height)}
          rx={focusedEntry.sides ? 3 : ring.width / 2}
        />
      )}
      {label && <PointLabel {...label} />}
    </svg>
  );
}
