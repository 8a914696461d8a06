import { memo } from 'react';
import { ExtremeWords } from '../marks/ExtremeWords.tsx';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { valueText } from '../format/valueText.ts';
import { extremeIndices } from '../../clinical/series/newest/extremes.ts';
import type { Series } from '../../clinical/series/series.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import type { Frame } from '../axis/frame.ts';
import { boxAround, extremeTexts, placeExtremes, type LabelBox } from '../marks/extremeLabels.ts';
import { keepsSymbol } from './denseResults.ts';
import { pairBarPath } from '../marks/pairBar.ts';
import { pressureBars } from './pressureBars.ts';
import { roundPx } from '../axis/scale.ts';
import type { StripDrawing } from '../strip/stripDrawing.ts';
import { rangeBoxes } from '../strip/stripLabels.ts';
import { SymbolMark, symbolOf } from '../marks/symbols.tsx';
import type { TrendLayout } from '../trend/trendLayout.ts';
import styles from './MonitorPlot.module.css';

const CAP_PX = { bar: 1.4, latest: 3.5 };
const RADIUS_PX = 2;

function barsPath({ strip }: StripDrawing, { frame, y }: TrendLayout): string {
  const bars = pressureBars(
    strip.inside.map(({ entry }) => entry),
    frame,
  );
  return bars
    .map(({ timeMs, systolic, diastolic }) => {
      const ends = [systolic, diastolic].flatMap((value) => (value === undefined ? [] : [roundPx(y(value))]));
      const x = frame.x(timeMs);
      const caps = ends
        .map((end) => `M${roundPx(x - CAP_PX.bar)} ${end}h${roundPx(2 * CAP_PX.bar)}`)
        .join('');
      return ends.length === 2 ? `${caps}M${roundPx(x)} ${ends[0]}V${ends[1]}` : caps;
    })
    .join('');
}

type Side = { readonly series: Series; readonly side: 'systolic' | 'diastolic' };

/** A value without its side could be read as the other one, so it never stands alone. */
const wordsOf = (row: Row, { series, side }: Side, kind: 'highest' | 'lowest', { timeZone }: Frame) => ({
  isHighest: kind === 'highest',
  texts: extremeTexts(row, valueText(row, series), kind, timeZone, side).slice(0, 2),
});

/** Returns boxes over the bars, on which no words may lie. */
function barBoxes({ strip, layout: { frame, y } }: StripDrawing): readonly LabelBox[] {
  const entries = strip.inside.map(({ entry }) => entry);
  return pressureBars(entries, frame).map(({ timeMs, systolic, diastolic }) => {
    const ends = [systolic, diastolic].filter((value) => value !== undefined).map((value) => y(value));
    const x = frame.x(timeMs);
    return {
      leftPx: x - CAP_PX.bar,
      rightPx: x + CAP_PX.bar,
      topPx: Math.min(...ends) - 1,
      bottomPx: Math.max(...ends) + 1,
    };
  });
}

/**
 * However many pairs there are, they stay bars with two caps, one for each hour (rule 7). Results that
 * matter keep their own symbol.
 */
export const MonitorBars = memo(function MonitorBars(drawing: StripDrawing) {
  const { layout, drawn, strip } = drawing;
  const { frame, y } = layout;
  const { inside: systolic, partner: diastolic } = drawn;
  const latest = strip.inside.findLast(({ entry }) =>
    entry.rows.every(({ kind }) => kind.status !== 'preliminary'),
  )?.entry;
  const [highest, low] = extremeIndices(systolic).map((i) => systolic.rows.at(i)!);
  const [high, lowest] = diastolic ? extremeIndices(diastolic).map((i) => diastolic.rows.at(i)!) : [];
  // Both sides show their extremes, because the median of an hour hides a few minutes of low pressure and no
  // diastolic value would show them.
  const extremes = [highest, low, high, lowest].filter((row) => row !== undefined);
  const marked = [...systolic.rows, ...(diastolic?.rows ?? [])].filter(keepsSymbol);
  const placeOf = (row: Row) => ({ x: frame.x(row.timeMs), y: y(row.value) });
  const kept = [...extremes.filter((row) => !keepsSymbol(row)), ...marked];
  const upper = { series: systolic, side: 'systolic' } as const;
  const lower = diastolic && ({ series: diastolic, side: 'diastolic' } as const);
  const named = [
    highest && { ...placeOf(highest), ...wordsOf(highest, upper, 'highest', frame) },
    low && { ...placeOf(low), ...wordsOf(low, upper, 'lowest', frame) },
    lowest && lower && { ...placeOf(lowest), ...wordsOf(lowest, lower, 'lowest', frame) },
  ].filter((one) => one !== undefined);
  const labels = placeExtremes(
    named,
    [
      ...barBoxes(drawing),
      ...rangeBoxes(drawing),
      ...kept.map(placeOf).map(({ x, y: top }) => boxAround(x, top, 4)),
    ],
    { leftPx: 0, rightPx: frame.widthPx, topPx: 0, bottomPx: frame.heightPx },
    readTextScale(),
  );
  return (
    <>
      <path className={styles.bar} data-mark="pair" d={barsPath(drawing, layout)} />
      {latest?.sides && (
        <path
          className={styles.latest}
          data-mark="pair"
          d={pairBarPath(latest.sides, frame.x(latest.timeMs), y, CAP_PX.latest)}
        />
      )}
      {kept.map((row, i) => (
        <SymbolMark key={i} {...symbolOf(row.kind)} {...placeOf(row)} r={RADIUS_PX} />
      ))}
      <ExtremeWords labels={labels} className={styles.number} />
    </>
  );
});
