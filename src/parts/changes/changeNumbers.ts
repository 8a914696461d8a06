/** This file writes medians and differences as they are shown. */
import type { Row } from '../../clinical/observation/resultRow.ts';
import { numberText } from '../../charts/format/numberText.ts';

const rounded = (value: number, decimals: number): string => {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
};

/** Returns a median with the decimals of its results. */
export const roundedText = (value: number, decimals: number): string => numberText(rounded(value, decimals));

/** Returns the difference of the two numbers as they are shown, so that a reader who subtracts them gets the same. */
export const differenceFrom = (row: Row, reference: number, decimals: number): number =>
  row.value - Number(rounded(reference, decimals));

/** Returns a difference without its sign. */
export const sizeText = (difference: number, decimals: number): string =>
  numberText(Math.abs(difference).toFixed(decimals));

/** Returns whether a result is a number and no limit such as <0.01. */
export const isNumber = ({ kind }: Row): boolean => kind.comparator === '';
