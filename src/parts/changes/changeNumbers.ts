/** This file writes medians and differences as they are shown. */
import type { Row } from '../../clinical/observation/resultRow.ts';
import { shownNumber } from '../../clinical/series/decimals.ts';
import type { Series } from '../../clinical/series/series.ts';
import { numberText } from '../../charts/format/numberText.ts';

const rounded = (value: number, decimals: number): string => {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
};

/** Returns a median with the decimals of its results. */
export const roundedText = (value: number, decimals: number): string => numberText(rounded(value, decimals));

/** Returns the difference of the two numbers as they are shown, so that a reader who subtracts them gets the same. */
export const differenceFrom = (row: Row, series: Series, reference: number, decimals: number): number =>
  shownNumber(row, series) - Number(rounded(reference, decimals));

/** Returns a difference without its sign. */
export function sizeText(difference: number, decimals: number): string {
  const size = Math.abs(difference);
  const text = size.toFixed(decimals);
  // A result with more decimals than its baseline may differ by less than the last of them.
  return numberText(size > 0 && Number(text) === 0 ? size.toPrecision(1) : text);
}

/** Returns whether a result is a number and no limit such as <0.01. */
export const isNumber = ({ kind }: Row): boolean => kind.comparator === '';
