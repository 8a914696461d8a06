import { roundPx, type Scale } from './scale.ts';

export type Points = { readonly timesMs: ArrayLike<number>; readonly values: ArrayLike<number> };

export type PixelColumn = {
  readonly px: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
};

/**
 * Returns the lowest, the median and the highest value of each pixel column, in order of time. `to` is
 * exclusive.
 */
export function pixelColumns({ timesMs, values }: Points, x: Scale, from = 0, to = timesMs.length) {
  const columns: PixelColumn[] = [];
  for (let first = from; first < to;) {
    const px = Math.floor(x(timesMs[first]!));
    const held: number[] = [];
    for (; first < to && Math.floor(x(timesMs[first]!)) === px; first++) held.push(values[first]!);
    held.sort((a, b) => a - b);
    columns.push({ px, low: held[0]!, median: held[held.length >> 1]!, high: held.at(-1)! });
  }
  return columns;
}

/** Draws one vertical line for each pixel column, never so short that it cannot be seen. */
export const spreadPath = (columns: readonly PixelColumn[], y: Scale) =>
  columns
    .map(({ px, low, high }) => `M${px + 0.5} ${roundPx(y(high) - 0.5)}V${roundPx(y(low) + 0.5)}`)
    .join('');
