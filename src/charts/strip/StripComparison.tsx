import { memo } from 'react';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { pairBarPath } from '../marks/pairBar.ts';
import { roundPx } from '../axis/scale.ts';
import { linePath } from '../marks/linePath.ts';
import type { DrawnSeries, Strip } from './strip.ts';
import { SymbolMark } from '../marks/symbols.tsx';
import type { TrendLayout } from '../trend/trendLayout.ts';
import { trendPointMarks } from '../trend/trendMarks.ts';
import styles from './StripPlot.module.css';

/** The second period is moved into the window. */
export type StripComparison = { readonly strip: Strip; readonly drawn: DrawnSeries };

type StripComparisonLayerProps = StripComparison & {
  readonly layout: TrendLayout;
  readonly hasLines: boolean;
};

const RADIUS_PX = 2;
const CAP_PX = 2.5;

const drawnSide = (row: Row | undefined) => (row?.kind.drawing === 'listed' ? undefined : row);

/**
 * The comparison is drawn in lighter ink and without ranges, which belong to their own time. Its points keep
 * their shapes.
 */
export const StripComparisonLayer = memo(function StripComparisonLayer({
  strip,
  drawn,
  layout,
  hasLines,
}: StripComparisonLayerProps) {
  const { frame, y } = layout;
  const bars = strip.inside.map(({ entry: { sides, timeMs } }) => {
    const pair = { systolic: drawnSide(sides?.systolic), diastolic: drawnSide(sides?.diastolic) };
    return pairBarPath(pair, roundPx(frame.x(timeMs)), y, CAP_PX);
  });
  return (
    <g className={styles.earlier} data-earlier={strip.inside.length}>
      {strip.partner ? (
        <path d={bars.join('')} />
      ) : (
        <>
          {hasLines && <path d={linePath(drawn.inside, frame, y)} />}
          {trendPointMarks(drawn.inside, layout).map(({ key, ...mark }) => (
            <SymbolMark key={key} {...mark} r={RADIUS_PX} />
          ))}
        </>
      )}
    </g>
  );
});
