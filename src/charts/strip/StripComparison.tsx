import { memo } from 'react';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { pairPath } from '../sparkline/PairSparkline.tsx';
import { tenth } from '../axis/scale.ts';
import { linePath } from '../sparkline/Sparkline.tsx';
import type { Drawn, Strip } from './strip.ts';
import { SymbolMark } from '../marks/symbols.tsx';
import type { TrendLayout } from '../trend/trendLayout.ts';
import { trendPointMarks } from '../trend/trendMarks.ts';
import styles from './StripPlot.module.css';

/** The second period, moved into the window. */
export type StripComparison = { readonly strip: Strip; readonly drawn: Drawn };

type EarlierProps = StripComparison & { readonly layout: TrendLayout; readonly lines: boolean };

const RADIUS = 2;
const CAP = 2.5;

const drawnSide = (row: Row | undefined) => (row?.kind.drawing === 'listed' ? undefined : row);

/** In lighter ink and without ranges, which belong to their own time. The shapes of the points stay. */
export const StripComparisonLayer = memo(function EarlierPeriod({
  strip,
  drawn,
  layout,
  lines,
}: EarlierProps) {
  const { frame, y } = layout;
  const bars = strip.inside.map(({ entry: { sides, timeMs } }) => {
    const pair = { systolic: drawnSide(sides?.systolic), diastolic: drawnSide(sides?.diastolic) };
    return pairPath(pair, tenth(frame.x(timeMs)), y, CAP);
  });
  return (
    <g className={styles.earlier} data-earlier={strip.inside.length}>
      {strip.partner ? (
        <path d={bars.join('')} />
      ) : (
        <>
          {lines && <path d={linePath(drawn.inside, frame, y)} />}
          {trendPointMarks(drawn.inside, layout).map(({ key, ...spot }) => (
            <SymbolMark key={key} {...spot} r={RADIUS} />
          ))}
        </>
      )}
    </g>
  );
});
