import { describe, expect, test } from 'vitest';
import { axisEndPx, columnAxis, gridSizesOf, spreadColumns } from './gridSizes.ts';
import type { GridMoment } from './gridColumns.ts';

const DAY_MS = 86_400_000;

const momentAt = (day: number, isFuture = false): GridMoment => ({
  key: String(day),
  precision: 'instant',
  timeMs: day * DAY_MS,
  lastMs: day * DAY_MS,
  latestMs: day * DAY_MS,
  startMs: day * DAY_MS,
  isFuture,
});

const moments = [momentAt(1), momentAt(2), momentAt(3, true)];
const data = { moments, characterCounts: [3, 3, 3] as unknown as Uint8Array };
const columns = Uint32Array.from([0, 1, 2]) as never;
const sizes = gridSizesOf(1150, 1);
const widthsOf = ({ startsPx }: { startsPx: Float64Array }): number[] =>
  [...startsPx].slice(1).map((startPx, i) => startPx - (startsPx[i] ?? 0));

describe('the columns of the grid', () => {
  test('are wider where a word stands beside the clock time: first since a visit, and in the future', () => {
    const [plain = 0, since = 0, future = 0] = widthsOf(columnAxis(columns, data, sizes, 1.5 * DAY_MS));
    expect(widthsOf(columnAxis(columns, data, sizes))).toEqual([plain, plain, future]);
    expect(since).toBeGreaterThan(plain + 20);
    expect(future).toBeGreaterThan(plain + 30);
  });

  test('keep their width in a narrow box, where the word since a visit has a line of its own in the head', () => {
    const narrow = gridSizesOf(388, 1, { hasSinceMark: true });
    expect(widthsOf(columnAxis(columns, data, narrow, 1.5 * DAY_MS)).slice(0, 2)).toEqual([84, 84]);
    expect(narrow.headHeightPx).toBe(gridSizesOf(388, 1).headHeightPx + 14);
    expect(gridSizesOf(1150, 1, { hasSinceMark: true }).headHeightPx).toBe(sizes.headHeightPx);
  });

  test('fill the sheet to its right edge where they leave a little room, to the pixel', () => {
    const axis = columnAxis(columns, data, sizes);
    const boxPx = axisEndPx(axis) + 100;
    expect(axisEndPx(spreadColumns(axis, boxPx))).toBe(boxPx);
    expect(widthsOf(spreadColumns(axis, boxPx)).map((px, i) => px - widthsOf(axis)[i]!)).toEqual([
      34, 33, 33,
    ]);
  });

  test('grow by no more than half, so that a row of few results is still read across', () => {
    const axis = columnAxis(columns, data, sizes);
    expect(widthsOf(spreadColumns(axis, 5000))).toEqual(widthsOf(axis).map((px) => Math.floor(px * 1.5)));
  });

  test('keep their width where they are wider than the sheet, and where there are none', () => {
    const axis = columnAxis(columns, data, sizes);
    expect(spreadColumns(axis, axisEndPx(axis) - 1).startsPx).toEqual(axis.startsPx);
    const empty = { keys: [], startsPx: Float64Array.of(272) };
    expect(spreadColumns(empty, 1150)).toEqual(empty);
  });
});
