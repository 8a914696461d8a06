import type { Row } from '../observation/resultRow.ts';
import type { Series } from './series.ts';

const MAX_SENT_DECIMALS = 10;
const MAX_EXTRA_DECIMALS = 2;

/**
 * Returns how many decimals a drawn number is shown with (rule 14): as many as were sent. A converted number has as many as
 * keep the precision that was sent (850 g is 0.850 kg), at most two more than the catalog gives. Temperatures, whose
 * conversion has an offset, and analytes with whole numbers keep the decimals of the catalog. In a unit that the reader chose, a
 * number has at most one decimal more than was sent: more would be precision that no laboratory measured.
 */
export function decimalsOf({ kind, value, valueText }: Row, { decimals, unit, isAsSent }: Series): number {
  const sent = decimalsIn(valueText);
  if (!kind.isConverted) return Math.min(sent, MAX_SENT_DECIMALS);
  // One step of the last digit sent must be at least half a step of the last decimal shown. Without a number this is NaN.
  const scaled = Math.ceil(sent - Math.log10(value / Number.parseFloat(valueText)) - 0.3) || 0;
  // JSON drops the zero of "70.0", so that a number keeps the decimals of its measure, but at most one more than it was sent with.
  if (isAsSent) return Math.max(scaled, Math.min(decimals, sent + 1));
  const shown =
    decimals === 0 || unit === 'Cel'
      ? decimals
      : Math.max(decimals, Math.min(scaled, decimals + MAX_EXTRA_DECIMALS));
  return kind.reported ? Math.min(shown, sent + 1) : shown;
}

/** Returns the number of a row as it is shown, so that a reader who subtracts two of them gets the difference that is shown. */
export const shownNumber = (row: Row, series: Series): number =>
  Number(row.value.toFixed(decimalsOf(row, series)));

/** Returns the number of decimals in a number as it was sent: 0 for "1.10E+3", 1 for "9500e-1". */
export function decimalsIn(valueText: string): number {
  const [, fraction = '', power = ''] = /^[^.e]*(?:\.(\d+))?(?:e([+-]?\d+)$)?/i.exec(valueText) ?? [];
  return Math.max(0, fraction.length - Number(power));
}
