import type { Points } from './pixelColumns.ts';
import type { Scale } from './scale.ts';

/**
 * M4: of all points in one pixel column the first, the lowest, the highest and the last. A line through these covers
 * the same pixels as the line through all. `from` and `to` bound the indices, `to` exclusive; the answer is in order of time.
 */
export function m4({ timesMs, values }: Points, x: Scale, from: number, to: number): number[] {
  const kept: number[] = [];
  for (let first = from; first < to;) {
    const column = Math.floor(x(timesMs[first]!));
    let low = first;
    let high = first;
    let next = first;
    for (; next < to && Math.floor(x(timesMs[next]!)) === column; next++) {
      if (values[next]! < values[low]!) low = next;
      if (values[next]! > values[high]!) high = next;
    }
    for (const i of [first, Math.min(low, high), Math.max(low, high), next - 1]) {
      if (kept.at(-1) !== i) kept.push(i);
    }
    first = next;
  }
  return kept;
}
