/** Returns the middle value, or the mean of the two middle ones; NaN where there is none or one is missing. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Returns the value below which this share (0 to 1) of the values lies, between two of them in proportion. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0 || values.some((value) => !Number.isFinite(value))) return NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below = NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}
