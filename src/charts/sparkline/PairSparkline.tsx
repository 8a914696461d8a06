import { memo } from 'react';
import { pressurePairsOf, type PressureRowPair } from '../../clinical/series/pairs/pressurePairs.ts';
import { distinctPairs } from '../../clinical/series/pairs/repeatedPressures.ts';
import { cutToWindow } from '../../clinical/series/inWindow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { pairBarPath, pairSpreadPath, recordedSides, sideWithWorstFlag } from '../marks/pairBar.ts';
import type { Frame } from '../axis/frame.ts';
import type { Scale } from '../axis/scale.ts';
import { sparklineBands, valueScale } from './Sparkline.tsx';
import { SymbolMark, symbolOf } from '../marks/symbols.tsx';
import markStyles from '../marks/ChartMarks.module.css';
import axisStyles from '../axis/Axis.module.css';
import styles from './Sparkline.module.css';

const CAP_PX = 1.75;

type PairSparklineProps = {
  readonly systolic: Series;
  readonly diastolic: Series;
  readonly frame: Frame;
  readonly canClaimLatest: boolean;
};

/**
 * The flag of a pair stands above its systolic or below its diastolic side, so that the bar stays readable.
 */
function flagOf(pair: PressureRowPair, y: Scale) {
  const row = sideWithWorstFlag(pair);
  const symbol = row && symbolOf(row.kind);
  if (!symbol || symbol.kind === 'normal') return undefined;
  const heights = recordedSides(pair).map(({ value }) => y(value));
  const isLow = symbol.kind.startsWith('L') || symbol.kind === 'outside-below';
  return { ...symbol, y: isLow ? Math.max(...heights) + 5 : Math.min(...heights) - 5 };
}

/** A neighbour outside the window serves a line, and pairs have none. */
const isInWindow = (pair: PressureRowPair, { startMs, endMs }: Frame): boolean =>
  recordedSides(pair).some(
    ({ kind, timeMs }) => kind.precision !== 'instant' || (timeMs >= startMs && timeMs <= endMs),
  );

const latestTimeMs = (...sides: readonly Series[]): number =>
  Math.max(...sides.map(({ timesMs }) => timesMs.at(-1) ?? -Infinity));

export const PairSparkline = memo(function PairSparkline({
  systolic,
  diastolic,
  frame,
  canClaimLatest,
}: PairSparklineProps) {
  const { startMs, endMs } = frame;
  const [upper, lower] = [cutToWindow(systolic, startMs, endMs), cutToWindow(diastolic, startMs, endMs)];
  const every = distinctPairs(pressurePairsOf(upper, lower)).map(([pair]) => pair);
  const all = every.filter((pair) => isInWindow(pair, frame));
  const y = valueScale(systolic, frame, diastolic);
  const isLatest = canClaimLatest && latestTimeMs(systolic, diastolic) <= endMs;
  const dense = all.length * CAP_PX * 2 > frame.widthPx;
  return (
    <svg className={styles.spark} width={frame.widthPx} height={frame.heightPx} aria-hidden="true">
      <path className={axisStyles.grid} d={frame.grid} />
      {sparklineBands({ series: upper, frame, y, edge: markStyles.edge })}
      {sparklineBands({ series: lower, frame, y, edge: markStyles.lower })}
      {dense && <path className={markStyles.spread} d={pairSpreadPath(all, frame, y)} />}
      {all.map((pair, i) => {
        const strong = isLatest && i === all.length - 1;
        const flag = flagOf(pair, y);
        if (dense && !strong && !flag) return null;
        const x = frame.x(recordedSides(pair)[0]!.timeMs);
        return [
          (!dense || strong) && (
            <path
              key={`bar${i}`}
              data-mark="pair"
              className={strong ? `${markStyles.pair} ${markStyles.strong}` : markStyles.pair}
              d={pairBarPath(pair, x, y, strong ? CAP_PX * 1.5 : CAP_PX)}
            />
          ),
          flag && <SymbolMark key={`flag${i}`} {...flag} x={x} r={1.8} />,
        ];
      })}
    </svg>
  );
});
