import type { Scale } from './scale.ts';

type Points = { readonly timesMs: ArrayLike<number>; readonly values: ArrayLike<number> };

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

const DOWN = ['L', 'LL', 'outside-below', 'limit-below'];

/** The points that keep their own symbol however many there are: in each pixel column the farthest one of each kind of flag. */
export function flaggedColumns(
  { timesMs, values }: Points,
  x: Scale,
  kindAt: (i: number) => string | undefined,
): number[] {
  const kept: number[] = [];
  let column = Number.NaN;
  let farthest = new Map<string, number>();
  const end = () => kept.push(...[...farthest.values()].toSorted((a, b) => a - b));
  for (let i = 0; i < timesMs.length; i++) {
    const kind = kindAt(i);
    if (kind === undefined) continue;
    const here = Math.floor(x(timesMs[i]!));
    if (here !== column) {
      end();
      farthest = new Map();
      column = here;
    }
    const best = farthest.get(kind);
    const down = DOWN.includes(kind) ? -1 : 1;
    if (best === undefined || (values[i]! - values[best]!) * down > 0) farthest.set(kind, i);
  }
  end();
  return kept;
}
