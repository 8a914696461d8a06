/** Returns about `count` round values inside the domain, lowest first. */
export function valueTicks([low, high]: readonly [number, number], count = 4): number[] {
  const rough = (high - low) / count;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((k) => k * power >= rough * 0.999) ?? 10);
  const ticks: number[] = [];
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  // The count would never end if one more step were no other number.
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) return [low];
  // The loop counts whole steps, because adding 0.1 again and again ends beside the round number.
  for (let i = first; i <= last; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** Returns how many decimals a tick is written with. */
export const tickDecimals = (tick: number): number => String(tick).split('.')[1]?.length ?? 0;

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
