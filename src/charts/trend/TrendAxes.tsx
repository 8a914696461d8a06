import { useMemo } from 'react';
import { CartesianGrid, XAxis, YAxis, type YAxisTickContentProps } from 'recharts';
import { numberText } from '../format/format.ts';
import { MARGIN_PX, TEXT_SCALE, type TrendLayout } from './trendLayout.ts';
import axisStyles from '../axis/Axis.module.css';

const placesOf = (tick: number) => String(tick).split('.')[1]?.length ?? 0;

type TickProps = YAxisTickContentProps & { readonly ticks: readonly number[]; readonly isLog: boolean };

/** All ticks with the decimals of the finest; on a logarithmic scale each with its own. */
const Tick = ({ x, y, payload, ticks, isLog }: TickProps) => (
  <text className={axisStyles.tick} x={x} y={Number(y) + 4 * TEXT_SCALE} textAnchor="end">
    {numberText(
      Number(payload.value).toFixed(
        isLog ? placesOf(Number(payload.value)) : Math.max(...ticks.map(placesOf)),
      ),
    )}
  </text>
);

/** Every domain and tick is given: Recharts measures and guesses nothing. Rule 1: distance is time. */
export function TrendAxes({
  layout: { frame, domain, ticks, isLog, isRescaled },
}: {
  readonly layout: TrendLayout;
}) {
  const times = useMemo(() => [frame.startMs, frame.endMs], [frame]);
  const tick = useMemo(
    () => (props: YAxisTickContentProps) => <Tick {...props} ticks={ticks} isLog={isLog === true} />,
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
