const MAX_NUMBER_LENGTH = 9;

/**
 * Cuts a long fraction with an ellipsis. Digits before the point are never cut, because that would make
 * another number.
 */
export function truncatedNumber(text: string): string {
  const point = text.indexOf('.');
  if (text.length <= MAX_NUMBER_LENGTH || point < 0 || /[^\d.,<>=+-]/.test(text)) return text;
  const kept = Math.max(point, MAX_NUMBER_LENGTH - 1);
  return kept >= text.length - 1 ? text : `${text.slice(0, kept)}…`;
}
