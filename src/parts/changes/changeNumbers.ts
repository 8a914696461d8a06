/** This file writes medians and differences as they are shown. */
import type { Baseline } from '../../clinical/change/changeBaseline.ts';
import { medianOf, medianText } from '../../clinical/change/median.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { decimalsIn, shownNumber } from '../../clinical/series/decimals.ts';
import type { Series } from '../../clinical/series/series.ts';
import { numberText } from '../../charts/format/numberText.ts';

const rounded = (value: number, decimals: number): string => {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
};

/** Returns a number that was computed from results with these decimals. */
export const roundedText = (value: number, decimals: number): string => numberText(rounded(value, decimals));

/**
 * Returns the median of a baseline in digits, the same number as beside the curves (rule 14), with these decimals at least; '' without a
 * baseline.
 */
export function medianDigits(baseline: Baseline | undefined, series: Series, decimals: number): string {
  if (baseline === undefined) return '';
  const text = medianText(medianOf(baseline.values.toSorted((a, b) => a - b)), baseline.rows, series);
  return Number(text).toFixed(Math.max(decimals, decimalsIn(text)));
}

/** This is how far a result is from another number, with its sign, and the size as it is shown. */
type Difference = { readonly difference: number; readonly size: string };

/** Returns the difference of the two numbers as they are shown, so that a reader who subtracts them gets the same. */
export function differenceFrom(row: Row, series: Series, reference: string, decimals: number): Difference {
  const difference = shownNumber(row, series) - Number(reference);
  return { difference, size: sizeText(difference, Math.max(decimals, decimalsIn(reference))) };
}

/** Returns the difference from an earlier result, which is shown with these decimals. */
export const differenceFromValue = (row: Row, series: Series, value: number, decimals: number): Difference =>
  differenceFrom(row, series, rounded(value, decimals), decimals);

function sizeText(difference: number, decimals: number): string {
  const size = Math.abs(difference);
  const text = size.toFixed(decimals);
  // A result with more decimals than its baseline may differ by less than the last of them.
  return numberText(size > 0 && Number(text) === 0 ? size.toPrecision(1) : text);
}

/** Returns whether a result is a number and no limit such as <0.01. */
export const isNumber = ({ kind }: Row): boolean => kind.comparator === '';
