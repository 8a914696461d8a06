import { useMemo } from 'react';
import { CartesianGrid, XAxis, YAxis, type YAxisTickContentProps } from 'recharts';
import { numberText } from '../format/format.ts';
import { tickDecimals } from '../axis/valueTicks.ts';
import { MARGIN_PX, TEXT_SCALE, type TrendLayout } from './trendLayout.ts';
import axisStyles from '../axis/Axis.module.css';

/** All ticks have the decimals of the finest one; on a logarithmic scale each has its own. */
function tickText(tick: number, ticks: readonly number[], isLog: boolean): string {
  const decimals = isLog ? tickDecimals(tick) : Math.max(...ticks.map(tickDecimals));
  return numberText(tick.toFixed(decimals));
}

/**
 * Every domain and tick is given, so that Recharts measures and guesses nothing. Distance is time (rule 1).
 */
export function TrendAxes({
  layout: { frame, domain, ticks, isLog, isRescaled },
}: {
  readonly layout: TrendLayout;
}) {
  const times = useMemo(() => [frame.startMs, frame.endMs], [frame]);
  const tick = useMemo(
    () =>
      ({ x, y, payload }: YAxisTickContentProps) => (
        <text className={axisStyles.tick} x={x} y={Number(y) + 4 * TEXT_SCALE} textAnchor="end">
          {tickText(Number(payload.value), ticks, isLog === true)}
        </text>
      ),
    [ticks, isLog],
  );
  return (
    <>
      <CartesianGrid vertical={false} horizontalValues={ticks} stroke="var(--chart-grid)" />
      <XAxis
        dataKey="timeMs"
        type="number"
        scale="time"
        domain={times}
        ticks={times}
        interval={0}
        hide
        allowDataOverflow
      />
      <YAxis
        width={MARGIN_PX.left}
        type="number"
        scale={isLog ? 'log' : 'linear'}
        domain={domain}
        // A neighbour of the window may lie outside a scale that was fitted to it.
        allowDataOverflow={isRescaled === true}
        ticks={ticks}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={tick}
      />
    </>
  );
}
