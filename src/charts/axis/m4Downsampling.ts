import type { Points } from './pixelColumns.ts';
import type { Scale } from './scale.ts';

/**
 * Returns the indices of the first, lowest, highest and last point of each pixel column, in order of time
 * (M4). A line through these covers the same pixels as a line through all points. `from` and `to` bound the
 * indices, and `to` is exclusive.
 */
export function m4Indices({ timesMs, values }: Points, x: Scale, from: number, to: number): number[] {
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
