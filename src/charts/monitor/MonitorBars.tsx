import { memo } from 'react';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { valueText } from '../format/format.ts';
import { extremesOf, isMarked, numberPosition } from './denseReadings.ts';
import { pairPath } from '../sparkline/PairSparkline.tsx';
import { pressureBars } from './pressureBars.ts';
import { tenth } from '../axis/scale.ts';
import type { StripDrawing } from '../strip/StripPlot.tsx';
import { SymbolMark, symbolOf } from '../marks/symbols.tsx';
import type { TrendLayout } from '../trend/trendLayout.ts';
import styles from './MonitorPlot.module.css';

const CAP = { bar: 1.4, latest: 3.5 };
const RADIUS = 2;

function barsPath({ strip }: StripDrawing, { frame, y }: TrendLayout): string {
  const bars = pressureBars(
    strip.inside.map(({ entry }) => entry),
    frame,
  );
  return bars
    .map(({ timeMs, systolic, diastolic }) => {
      const ends = [systolic, diastolic].flatMap((value) => (value === undefined ? [] : [tenth(y(value))]));
      const x = frame.x(timeMs);
      const caps = ends.map((end) => `M${tenth(x - CAP.bar)} ${end}h${tenth(2 * CAP.bar)}`).join('');
      return ends.length === 2 ? `${caps}M${tenth(x)} ${ends[0]}V${ends[1]}` : caps;
    })
    .join('');
}

/** Rule 7: pairs stay bars with two caps however many they are; of each hour one. What matters keeps its own symbol. */
export const MonitorBars = memo(function MonitorBars(drawing: StripDrawing) {
  const { layout, drawn, strip } = drawing;
  const { frame, y } = layout;
  const { inside: systolic, partner: diastolic } = drawn;
  const latest = strip.inside.findLast(({ entry }) =>
    entry.rows.every(({ kind }) => kind.status !== 'preliminary'),
  )?.entry;
  const [highest, low] = extremesOf(systolic).map((i) => systolic.rows.at(i)!);
  const [high, lowest] = diastolic ? extremesOf(diastolic).map((i) => diastolic.rows.at(i)!) : [];
  // Of both sides: in the median of an hour a few minutes of low pressure are hidden, and no diastolic value shows them.
  const extremes = [highest, low, high, lowest].filter((row) => row !== undefined);
  const marked = [...systolic.rows, ...(diastolic?.rows ?? [])].filter(isMarked);
  const placeOf = (row: Row) => ({ x: frame.x(row.timeMs), y: y(row.value) });
  const kept = [...extremes.filter((row) => !isMarked(row)), ...marked];
  return (
    <>
      <path className={styles.bar} data-mark="pair" d={barsPath(drawing, layout)} />
      {latest?.sides && (
        <path
          className={styles.latest}
          data-mark="pair"
          d={pairPath(latest.sides, frame.x(latest.timeMs), y, CAP.latest)}
        />
      )}
      {kept.map((row, i) => (
        <SymbolMark key={i} kind={symbolOf(row.kind)} {...placeOf(row)} r={RADIUS} />
      ))}
      {extremes.map((row, i) => {
        // It stands among the bars, where a number would be read as one of them.
        if (row === high) return null;
        const at = numberPosition(placeOf(row), row === highest, kept.map(placeOf), frame);
        const side = row === highest || row === low ? systolic : (diastolic ?? systolic);
        return (
          <text key={i} className={styles.number} x={tenth(at.x)} y={tenth(at.y)} textAnchor={at.anchor}>
            {valueText(row, side)}
          </text>
        );
      })}
    </>
  );
});
