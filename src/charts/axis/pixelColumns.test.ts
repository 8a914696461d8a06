import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelColumns } from './pixelColumns.ts';
import { m4Indices } from './m4Downsampling.ts';

const WIDTH = 100;

/** The times are in order and the values are anywhere. */
const points = array(
  record({
    step: integer({ min: 0, max: 500 }),
    value: integer({ min: -50, max: 50 }),
  }),
  {
    minLength: 1,
    maxLength: 400,
  },
).map((made) => {
  let timeMs = 0;
  const timesMs = made.map(({ step }) => (timeMs += step));
  const x = (ms: number) => (ms / (timeMs + 1)) * WIDTH;
  return { timesMs, values: made.map(({ value }) => value), x };
});

const extentByColumn = (
  indices: readonly number[],
  { timesMs, values, x }: { timesMs: number[]; values: number[]; x: (ms: number) => number },
) => {
  const columns = new Map<number, [number, number, number, number]>();
  for (const i of indices) {
    const column = Math.floor(x(timesMs[i]!));
    const value = values[i]!;
    const [first, low, high] = columns.get(column) ?? [value, value, value];
    columns.set(column, [first, Math.min(low, value), Math.max(high, value), value]);
  }
  return columns;
};

describe('M4', () => {
  it('keeps first, lowest, highest and last of every pixel column, so no column is wrong and no extreme lost', () => {
    assert(
      property(points, (made) => {
        const kept = m4Indices(made, made.x, 0, made.timesMs.length);
        expect(extentByColumn(kept, made)).toEqual(extentByColumn([...made.timesMs.keys()], made));
        expect(kept).toEqual(kept.toSorted((a, b) => a - b));
        expect(new Set(kept).size).toBe(kept.length);
      }),
    );
  });

  it('keeps at most four of a column and stays inside its bounds', () => {
    const timesMs = Array.from({ length: 10_000 }, (_, i) => i);
    const values = timesMs.map((i) => Math.sin(i));
    const kept = m4Indices({ timesMs, values }, (ms) => ms / 100, 500, 9_500);
    expect(kept.length).toBeLessThanOrEqual(90 * 4);
    expect([kept[0], kept.at(-1)]).toEqual([500, 9_499]);
  });
});

describe('pixel columns', () => {
  it('rule 8: cover every point, so that neither the highest nor the lowest is lost', () => {
    assert(
      property(points, (made) => {
        const columns = new Map(pixelColumns(made, made.x).map((column) => [column.px, column]));
        made.values.forEach((value, i) => {
          const { low, median, high } = columns.get(Math.floor(made.x(made.timesMs[i]!)))!;
          expect(low <= value && value <= high && low <= median && median <= high).toBe(true);
        });
        for (const { low, high } of columns.values()) {
          expect(made.values).toContain(low);
          expect(made.values).toContain(high);
        }
      }),
    );
  });
});
