/** Sizes of the grid in pixels at a text size of 16 px; the same numbers as in GridSheet.module.css. */
import type { GridRow, GridView } from './gridFilters.ts';
import type { GridRowList } from './gridLines.ts';

/** Names, units and curves stand beside each other in a wide box; in a narrow one the unit is under the name. */
const WIDE_FROM = 1180;
const MIDDLE_FROM = 720;

/** Places along one side, with the start of each and the end of the last. */
export type Axis = { readonly keys: readonly string[]; readonly startsPx: Float64Array };

export type GridSizes = {
  readonly headWidth: number;
  readonly headHeight: number;
  readonly hasCurves: boolean;
  readonly scale: number;
};

export function gridSizesOf(widthPx: number, scale: number): GridSizes {
  const width = widthPx / scale;
  const names = width >= WIDE_FROM ? 444 : width >= MIDDLE_FROM ? 272 : 132;
  return {
    headWidth: names * scale,
    headHeight: 50 * scale,
    hasCurves: width >= WIDE_FROM,
    scale,
  };
}

export const isNarrow = ({ headWidth, scale }: GridSizes): boolean => headWidth / scale < 200;

function axisOf(keys: readonly string[], fromPx: number, sizeAt: (i: number) => number): Axis {
  const startsPx = new Float64Array(keys.length + 1).fill(fromPx);
  for (let i = 0; i < keys.length; i++) startsPx[i + 1] = (startsPx[i] ?? 0) + sizeAt(i);
  return { keys, startsPx };
}

const ROW_PX = { group: 26, line: 24, empty: 24 };
const TWO_LINES_PX = 32;

export function rowAxis(rows: readonly GridRow[], sizes: GridSizes): Axis {
  const height = ({ kind }: GridRow): number =>
    (isNarrow(sizes) && kind !== 'group' ? TWO_LINES_PX : ROW_PX[kind]) * sizes.scale;
  const keys = rows.map(({ key }) => key);
  return axisOf(keys, sizes.headHeight, (i) => (rows[i] ? height(rows[i]) : 0));
}

const LEAST_COLUMN_PX = 84;
/** Flag and margins beside the number; one character of it. */
const AROUND_PX = 36;
const CHARACTER_PX = 6.7;

export function columnAxis(
  columns: GridView['columns'],
  { moments, characters }: Pick<GridRowList, 'moments' | 'characters'>,
  { headWidth, scale }: GridSizes,
): Axis {
  const keys = Array.from(columns, (column) => moments[column]?.key ?? '');
  return axisOf(keys, headWidth, (i) => {
    const needed = AROUND_PX + CHARACTER_PX * (characters[columns[i] ?? 0] ?? 0);
    return Math.round(Math.max(LEAST_COLUMN_PX, needed) * scale);
  });
}

export const axisEnd = ({ startsPx }: Axis): number => startsPx.at(-1) ?? 0;

/** Room behind the last column, so that the box can open with a whole one at its left: half a number is another number. */
export const sheetWidth = (columns: Axis, { scale }: GridSizes): number =>
  axisEnd(columns) + LEAST_COLUMN_PX * scale;

/** Where the box stands when the grid opens: the newest column at the right, and one further still in view. */
export function openingLeft({ keys, startsPx }: Axis, newest: number, widthPx: number): number {
  const last = newest < 0 || newest >= keys.length - 2 ? keys.length : newest + 1;
  const end = startsPx[last] ?? 0;
  const head = startsPx[0] ?? 0;
  let first = last;
  while (first > 0 && end - (startsPx[first - 1] ?? 0) <= widthPx - head) first--;
  return Math.max(0, (startsPx[first] ?? 0) - head);
}
