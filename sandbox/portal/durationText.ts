import type { PortalWords } from './englishWords.ts';

const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** Returns `1 hour`, `100 seconds`: the largest unit that gives a whole number. */
export function durationText(seconds: number, { units }: PortalWords): string {
  const [size, name] = UNITS.find(([unit]) => seconds >= unit && seconds % unit === 0) ?? [1, 'second'];
  return units[name](seconds / size);
}
