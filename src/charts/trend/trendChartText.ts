import { indexFromTime } from '../../clinical/series/inWindow.ts';
import { latest } from '../../clinical/series/newest/latest.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { isIdenticalResult } from '../../clinical/series/comparability.ts';
import {
  pressurePairAt,
  pressurePairIndices,
  type PressureRowPair,
} from '../../clinical/series/pairs/pressurePairs.ts';
import { recordedSides } from '../marks/pairBar.ts';
import type { Series } from '../../clinical/series/series.ts';
import { dateText } from '../format/dateText.ts';
import { countText } from '../format/numberText.ts';
import { unitAttribute, valueText } from '../format/valueText.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import type { TrendDrawing } from './trendDrawing.ts';
import { isCrowded, type ChartWindow } from './trendLayout.ts';
import { countOverlapped, isLineThinned } from './trendMarks.ts';
import { seriesName } from '../reading/seriesName.ts';
import { arePairsThinned } from './TrendPairs.tsx';
import { trendTexts } from './trend.messages.ts';

export const overlapText = (count: number): string =>
  count > 0 ? trendTexts('overlapped', { count, shown: countText(count) }) : '';

type NamedChart = {
  readonly series: Series;
  readonly partner: Series | undefined;
  readonly drawn: readonly ChartEntry[];
  /** The record has so many results. */
  readonly recordCount: number;
  readonly timeZone: string;
};

/** Returns "Potassium in mmol/L, 40 results, 3 Dec 2014 to 24 Nov 2026", or "10 of 40 results" in a window. */
export function chartName({ series, partner, drawn, recordCount, timeZone }: NamedChart): string {
  const dates = [drawn[0], drawn.at(-1)].flatMap((entry) =>
    entry ? [dateText(entry.timeMs, entry.rows[0].kind.precision, timeZone)] : [],
  );
  const [from = '', to = from] = dates;
  const count = { count: recordCount, shown: countText(recordCount) };
  const text = {
    name: seriesName(series, partner),
    results:
      drawn.length < recordCount
        ? trendTexts('resultsOf', { inside: countText(drawn.length), ...count })
        : trendTexts('results', count),
    span: from === to ? from : trendTexts('fromTo', { from, to }),
  };
  const { unitText: unit } = series;
  return unit === '' ? trendTexts('name', text) : trendTexts('nameInUnit', { ...text, unit });
}

/**
 * Returns what a reader has to know of the drawing itself: its scale (rule 4) and a thinned line (rule 8).
 */
export function chartNotes({ series, partner, drawn, layout, options, marks }: TrendDrawing): string[] {
  const isThinned = partner ? arePairsThinned(drawn, layout) : isLineThinned(series, layout);
  const isCrowdedNow =
    options.hasEveryPoint && isCrowded(drawn.length, layout.frame.widthPx, partner !== undefined);
  const count = { count: drawn.length, shown: countText(drawn.length) };
  return [
    layout.isLog ? trendTexts('logScale') : '',
    options.isLog && !layout.isLog ? trendTexts('noLogScale') : '',
    layout.isRescaled ? trendTexts('rescaled') : '',
    layout.isExtended ? trendTexts('scaleExtended') : '',
    isThinned ? trendTexts('thinned', count) : '',
    overlapText(countOverlapped(marks)),
    isThinned && options.isWithoutLines ? trendTexts('lineStays') : '',
    isCrowdedNow ? trendTexts('crowded', count) : '',
  ].filter(Boolean);
}

/**
 * Tests and measurements find a chart by these attributes. The latest value is among them only while it may
 * be claimed.
 */
function chartDataAttributes(series: Series, window: ChartWindow, isComplete: boolean) {
  return dataAttributes(series, window, isComplete ? latest(series) : undefined);
}

/**
 * Returns the attributes of a chart, or of both sides of a blood pressure. A side that the latest reading lacks has no latest value: the screen shows
 * none, and that of an earlier reading, or of another one of the same moment, is not the one beside it (rule 7).
 */
export function pairDataAttributes(
  systolic: Series,
  diastolic: Series | undefined,
  window: ChartWindow,
  isComplete: boolean,
) {
  if (diastolic === undefined) return [chartDataAttributes(systolic, window, isComplete)] as const;
  const pair = isComplete ? latestPair(systolic, diastolic) : undefined;
  const latestIn = (series: Series, side: Row | undefined): Row | undefined => {
    const newest = latest(series);
    return newest && side && isIdenticalResult(newest, side) ? newest : undefined;
  };
  return [
    dataAttributes(systolic, window, latestIn(systolic, pair?.systolic)),
    dataAttributes(diastolic, window, latestIn(diastolic, pair?.diastolic)),
  ] as const;
}

/** Returns the newest reading of which no side is preliminary. */
function latestPair(systolic: Series, diastolic: Series): PressureRowPair | undefined {
  const { length } = pressurePairIndices(systolic, diastolic).systolic;
  for (let i = length - 1; i >= 0; i -= 1) {
    const pair = pressurePairAt(i, systolic, diastolic);
    if (recordedSides(pair).every(({ kind }) => kind.status !== 'preliminary')) return pair;
  }
  return undefined;
}

function dataAttributes(series: Series, { fromMs, toMs }: ChartWindow, row: Row | undefined) {
  const count = Math.max(0, indexFromTime(series, Math.floor(toMs) + 1) - indexFromTime(series, fromMs));
  return {
    'data-series': series.id,
    'data-count': count,
    ...(row && {
      'data-latest': valueText(row, series),
      'data-unit': unitAttribute(row, series),
      'data-latest-time':
        row.kind.precision === 'instant' ? new Date(row.timeMs).toISOString() : row.effective,
    }),
  };
}
