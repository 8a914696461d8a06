import { indexFromTime } from '../../clinical/series/inWindow.ts';
import { latest } from '../../clinical/series/newest/latest.ts';
import type { Series } from '../../clinical/series/series.ts';
import { dateText, unitAttribute, valueText, countText } from '../format/format.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import type { TrendDrawing } from './trendDrawing.ts';
import { isCrowded, type ChartWindow } from './trendLayout.ts';
import { countOverlapped, isLineThinned } from './trendMarks.ts';
import { seriesName } from '../reading/seriesName.ts';
import { arePairsThinned } from './TrendPairs.tsx';

export const overlapText = (count: number): string =>
  count > 0 ? `${countedNoun(count, 'reading')} under another with the same symbol` : '';

const countedNoun = (count: number, word: string) => `${countText(count)} ${word}${count === 1 ? '' : 's'}`;

/** Returns "Potassium in mmol/L, 40 results, 3 Dec 2014 to 24 Nov 2026", or "10 of 40 results" in a window. */
export function chartName(
  series: Series,
  partner: Series | undefined,
  drawn: readonly ChartEntry[],
  recordCount: number,
  timeZone: string,
): string {
  const dates = [drawn[0], drawn.at(-1)].flatMap((entry) =>
    entry ? [dateText(entry.timeMs, entry.rows[0].kind.precision, timeZone)] : [],
  );
  const unit = series.unitText ? ` in ${series.unitText}` : '';
  const within = drawn.length < recordCount ? `${countText(drawn.length)} of ` : '';
  const span = dates[0] === dates[1] ? dates[0] : dates.join(' to ');
  return `${seriesName(series, partner)}${unit}, ${within}${countedNoun(recordCount, 'result')}, ${span}`;
}

/**
 * Returns what a reader has to know of the drawing itself: its scale (rule 4) and a thinned line (rule 8).
 */
export function chartNotes({ series, partner, drawn, layout, options, marks }: TrendDrawing): string[] {
  const isThinned = partner ? arePairsThinned(drawn, layout) : isLineThinned(series, layout);
  const isCrowdedNow =
    options.hasEveryPoint && isCrowded(drawn.length, layout.frame.widthPx, partner !== undefined);
  const readings = countedNoun(drawn.length, 'reading');
  return [
    layout.isLog ? 'log scale' : '',
    options.isLog && !layout.isLog ? 'no log scale: a result is 0 or less' : '',
    layout.isRescaled ? 're-scaled' : '',
    layout.isExtended ? 'scale extended' : '',
    isThinned ? `drawn from ${readings}; every one is read by pointer and keys` : '',
    overlapText(countOverlapped(marks)),
    isThinned && options.isWithoutLines ? 'the line stays: it stands for them' : '',
    isCrowdedNow ? `all ${readings} drawn, symbols overlap` : '',
  ].filter(Boolean);
}

/**
 * Tests and measurements find a chart by these attributes. The latest value is among them only while it may
 * be claimed.
 */
export function chartDataAttributes(series: Series, { fromMs, toMs }: ChartWindow, isComplete: boolean) {
  const count = Math.max(0, indexFromTime(series, Math.floor(toMs) + 1) - indexFromTime(series, fromMs));
  const row = isComplete ? latest(series) : undefined;
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
