/** Round values inside the range, about `count` of them, lowest first. */
export function valueTicks([low, high]: readonly [number, number], count = 4): number[] {
  const rough = (high - low) / count;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((k) => k * power >= rough * 0.999) ?? 10);
  const ticks: number[] = [];
  // Counted in whole steps: adding 0.1 again and again ends beside the round number.
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}
