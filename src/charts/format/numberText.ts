/** Numbers are put into words here for a reader. None loses a digit (rules 14 and 15). */
const NUMBER = /^([+-]?)(\d*)(\.\d+)?$/;
/** A longer number than this gets no separators. No measurement has one. */
const MAX_GROUPED_LENGTH = 64;

/**
 * Adds a leading zero and thousands separators to a number as it was sent. Any other text, and a number with
 * an exponent, stays as it is.
 */
export function numberText(sent: string): string {
  if (sent.length > MAX_GROUPED_LENGTH) return sent;
  const [, sign, whole, fraction = ''] = NUMBER.exec(sent.trim()) ?? [];
  if (whole === undefined || (whole === '' && fraction === '')) return sent;
  return `${sign}${(whole || '0').replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** Returns a count with its thousands separated, such as "1,204". */
export const countText = (count: number): string => numberText(String(count));
