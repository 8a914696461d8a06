import { kindsOfSeries } from './kindsOfSeries.ts';
import { memoizeBySeries } from './memoizeBySeries.ts';
import type { Series } from './series.ts';

/**
 * A y range is in the unit of the series. `isExtended` says that the fixed range did not hold every point and band
 * (rule 4).
 */
export type YDomain = { readonly low: number; readonly high: number; readonly isExtended: boolean };

const PADDING_SHARE = 0.08;
const MIN_SPAN_OF_VALUE = 0.1;

/**
 * Returns the y range of a series, and of the other side of a blood pressure with it (rule 4): the fixed range of the
 * analyte, extended by 8 % beyond what lies outside, and never stretched to the data. An analyte without a fixed range gets a
 * frame that noise cannot fill: it holds the ranges sent, and at least a tenth of the value.
 */
export function yDomain(series: Series, partner?: Series): YDomain {
  const extents = [series, ...(partner ? [partner] : [])].map(extentOf);
  const low = Math.min(...extents.map(([lowest]) => lowest));
  const high = Math.max(...extents.map(([, highest]) => highest));
  const { axis } = series;
  if (axis === undefined) return domainOfData(low, high);
  const padding = (axis[1] - axis[0]) * PADDING_SHARE;
  return {
    low: low < axis[0] ? low - padding : axis[0],
    high: high > axis[1] ? high + padding : axis[1],
    isExtended: low < axis[0] || high > axis[1],
  };
}

function domainOfData(low: number, high: number): YDomain {
  if (low > high) return { low: 0, high: 1, isExtended: false };
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const minSpan = MIN_SPAN_OF_VALUE * largest || 1;
  const missing = Math.max(0, minSpan - (high - low)) / 2;
  const padding = (high - low + 2 * missing) * PADDING_SHARE;
  const bottom = low - missing - padding;
  // Values that are never negative need no room below zero.
  return { low: low >= 0 ? Math.max(0, bottom) : bottom, high: high + missing + padding, isExtended: false };
}

/** Returns the lowest and the highest of all points and range limits. */
const extentOf = memoizeBySeries((series): readonly [number, number] => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const include = (value: number | undefined): void => {
    if (value === undefined) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  series.values.forEach(include);
  for (const { band } of kindsOfSeries(series)) [band?.low, band?.high].forEach(include);
  return [low, high];
});
