import { createContext, memo, use } from 'react';
import { roundPx } from '../axis/scale.ts';
import type { PointMark } from '../marks/pointMarks.ts';
import { pointElement } from '../marks/symbols.tsx';
import type { PairBandDrawing as PairBandsOf } from './pairBands.ts';
import type { BandDrawing } from './trendBands.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { trendLabelText, type TrendLabel } from './trendLabels.ts';
import { entryPosition, type TrendLayout } from './trendLayout.ts';
import markStyles from '../marks/ChartMarks.module.css';
import styles from './TrendChart.module.css';

const RADIUS_PX = 3.5;
export const RING_PX = 10;

export const BandLabels = ({ labels }: Pick<BandDrawing, 'labels'>) =>
  labels.map(({ text, x, y, anchor }) => (
    <text key={`${x} ${text}`} className={markStyles.label} x={roundPx(x)} y={roundPx(y)} textAnchor={anchor}>
      {text}
    </text>
  ));

export const TrendBands = memo(function TrendBands(drawing: BandDrawing) {
  const { breaks, areas, edges, limits, breakLabels, labels } = drawing;
  return (
    <>
      {areas && <path className={markStyles.band} d={areas} />}
      {edges && <path className={markStyles.edge} d={edges} />}
      {limits && <path className={markStyles.limit} d={limits} />}
      {breaks && <path className={markStyles.break} d={breaks} />}
      <BandLabels labels={[...breakLabels, ...labels]} />
    </>
  );
});

/** Draws the edges of the ranges sent with each side of a blood pressure. */
export const TrendPairBands = memo(function TrendPairBands({ systolic, diastolic, labels }: PairBandsOf) {
  return (
    <>
      {systolic && <path className={markStyles.edge} data-band="systolic" d={systolic} />}
      {diastolic && <path className={markStyles.lower} data-band="diastolic" d={diastolic} />}
      <BandLabels labels={labels} />
    </>
  );
});

export const TrendMarks = memo(function TrendMarks({ marks }: { readonly marks: readonly PointMark[] }) {
  return marks.map((mark) => pointElement(mark, RADIUS_PX));
});

/** The entry in focus reaches only the cursor and the ring, so that a moving cursor redraws nothing else. */
export const FocusContext = createContext<ChartEntry | undefined>(undefined);

type FocusProps = { readonly layout: TrendLayout };

export function TrendCursor({ layout }: FocusProps) {
  const entry = use(FocusContext);
  const place = entry && entryPosition(entry, layout);
  return place ? (
    <path className={markStyles.cursor} d={`M${roundPx(place.x)} ${layout.topPx - 4}V${layout.bottomPx}`} />
  ) : null;
}

export function FocusRing({ layout }: FocusProps) {
  const entry = use(FocusContext);
  const place = entry && entryPosition(entry, layout);
  return place ? (
    <circle className={markStyles.focusRing} cx={roundPx(place.x)} cy={roundPx(place.y)} r={RING_PX} />
  ) : null;
}

type LabelsProps = { readonly labels: readonly TrendLabel[]; readonly x: number };

export const TrendLabels = memo(function TrendLabels({ labels, x }: LabelsProps) {
  return labels.map(({ parts, y, isStrong }) => (
    <text
      key={trendLabelText(parts)}
      className={isStrong ? styles.latest : markStyles.label}
      x={x}
      y={roundPx(y)}
    >
      {parts.map((part, i) =>
        typeof part === 'string' ? (
          part
        ) : (
          <tspan key={i} aria-hidden="true">
            {part.shape}
          </tspan>
        ),
      )}
    </text>
  ));
});
