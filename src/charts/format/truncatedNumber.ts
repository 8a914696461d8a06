const MAX_NUMBER_LENGTH = 9;

/** A long fraction is cut with an ellipsis. What stands before the point is never cut: that would be another number. */
export function truncatedNumber(text: string): string {
  const point = text.indexOf('.');
  if (text.length <= MAX_NUMBER_LENGTH || point < 0 || /[^\d.,<>=+-]/.test(text)) return text;
  const kept = Math.max(point, MAX_NUMBER_LENGTH - 1);
  return kept >= text.length - 1 ? text : `${text.slice(0, kept)}…`;
}
