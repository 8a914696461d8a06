import { numberText } from '../format/numberText.ts';

/** Returns about `count` round values inside the domain, lowest first. */
export function valueTicks([low, high]: readonly [number, number], count = 4): number[] {
  const rough = (high - low) / count;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((k) => k * power >= rough * 0.999) ?? 10);
  const ticks = new Set<number>();
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  // The count would never end if one more step were no other number.
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) return [low];
  // The loop counts whole steps, because adding 0.1 again and again ends beside the round number.
  for (let i = first; i <= last; i++) {
    ticks.add(Number((i * step).toPrecision(12)));
  }
  return [...ticks];
}

/** A longer label than "10,000,000" has no room beside a chart, and cut off it would be another number. */
const MAX_LABEL_LENGTH = 10;
/** Noughts behind the point cannot be counted at a glance. Results are written with a power of ten from here on too. */
const DECIMALS = [0, 1, 2, 3, 4, 5, 6];

/**
 * Returns what is written beside each tick. All have the decimals of the finest one, so that none reads as another. Numbers
 * that are too long for that are written with a power of ten, as 2e-8.
 */
export function tickTexts(ticks: readonly number[]): string[] {
  // So many decimals are longer than any label.
  const decimals =
    DECIMALS.find((count) => ticks.every((tick) => Number(tick.toFixed(count)) === tick)) ?? 20;
  const texts = ticks.map((tick) => numberText(tick.toFixed(decimals)));
  return texts.every(({ length }) => length <= MAX_LABEL_LENGTH)
    ? texts
    : ticks.map((tick) => (tick === 0 ? '0' : tick.toExponential()));
}

/** A reader can read this many ticks one by one. */
const MAX_LOG_TICKS = 12;

/**
 * Returns 1, 2 and 5 times each power of ten inside the domain, or only the powers when that is too many. A
 * domain between two powers gets plain round values.
 */
export function logTicks([low, high]: readonly [number, number]): number[] {
  if (!(low > 0 && high < Infinity)) return valueTicks([low, high]);
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) powers.push(power);
  const inside = (steps: readonly number[]) =>
    powers
      .flatMap((power) => steps.map((step) => Number((step * 10 ** power).toPrecision(12))))
      .filter((tick) => tick >= low && tick <= high);
  const [fine, plain] = [inside([1, 2, 5]), inside([1])];
  if (fine.length < 3) return valueTicks([low, high]);
  return fine.length > MAX_LOG_TICKS ? plain : fine;
}
