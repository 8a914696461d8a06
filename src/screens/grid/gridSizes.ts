/** Holds the sizes of the grid in pixels at a text size of 16 px. GridSheet.module.css has the same numbers. */
import type { GridRow, GridView } from './gridFilters.ts';
import type { GridData } from './gridData.ts';

/** Names, units and sparklines stand side by side from this width on. In a narrow box the unit is under the name. */
const WIDE_FROM_PX = 1180;
const MIDDLE_FROM_PX = 720;

/** The rows or columns of the sheet: their keys, the start of each and the end of the last. */
export type GridAxis = { readonly keys: readonly string[]; readonly startsPx: Float64Array };

export type GridSizes = {
  readonly headWidthPx: number;
  readonly headHeightPx: number;
  readonly hasSparklines: boolean;
  readonly textScale: number;
};

export function gridSizesOf(widthPx: number, textScale: number): GridSizes {
  const width = widthPx / textScale;
  const namesPx = width >= WIDE_FROM_PX ? 444 : width >= MIDDLE_FROM_PX ? 272 : 132;
  return {
    headWidthPx: namesPx * textScale,
    headHeightPx: 50 * textScale,
    hasSparklines: width >= WIDE_FROM_PX,
    textScale,
  };
}

export const isNarrow = ({ headWidthPx, textScale }: GridSizes): boolean => headWidthPx / textScale < 200;

function gridAxisOf(keys: readonly string[], fromPx: number, sizePxAt: (i: number) => number): GridAxis {
  const startsPx = new Float64Array(keys.length + 1).fill(fromPx);
  for (let i = 0; i < keys.length; i++) startsPx[i + 1] = (startsPx[i] ?? 0) + sizePxAt(i);
  return { keys, startsPx };
}

const ROW_PX = { group: 26, series: 24, empty: 24 };
const TWO_LINE_ROW_PX = 32;
/** A newer result that no cell shows has a line under its row. */
const NEWER_LINE_PX = 18;

export function rowAxis(rows: readonly GridRow[], sizes: GridSizes): GridAxis {
  const linesPx = ({ kind }: GridRow): number =>
    isNarrow(sizes) && kind !== 'group' ? TWO_LINE_ROW_PX : ROW_PX[kind];
  const rowPx = (row: GridRow): number =>
    (linesPx(row) + (row.kind === 'series' && row.newer.length > 0 ? NEWER_LINE_PX : 0)) * sizes.textScale;
  const keys = rows.map(({ key }) => key);
  return gridAxisOf(keys, sizes.headHeightPx, (i) => (rows[i] ? rowPx(rows[i]) : 0));
}

const MIN_COLUMN_PX = 84;
/** The flag and the margins beside the number. */
const CELL_MARGIN_PX = 36;
const CHARACTER_PX = 6.7;

export function columnAxis(
  columns: GridView['columns'],
  { moments, characterCounts }: Pick<GridData, 'moments' | 'characterCounts'>,
  { headWidthPx, textScale }: GridSizes,
): GridAxis {
  const keys = Array.from(columns, (column) => moments[column]?.key ?? '');
  return gridAxisOf(keys, headWidthPx, (i) => {
    const neededPx = CELL_MARGIN_PX + CHARACTER_PX * (characterCounts[columns[i] ?? 0] ?? 0);
    return Math.round(Math.max(MIN_COLUMN_PX, neededPx) * textScale);
  });
}

export const axisEndPx = ({ startsPx }: GridAxis): number => startsPx.at(-1) ?? 0;

/** There is room after the last column so that the box can open with a whole column at its left: half a number misleads. */
export const sheetWidthPx = (columns: GridAxis, { textScale }: GridSizes): number =>
  axisEndPx(columns) + MIN_COLUMN_PX * textScale;

/** The grid opens with the newest column at the right and one more column after it in view. */
export function initialScrollLeftPx(
  { keys, startsPx }: GridAxis,
  newestIndex: number,
  widthPx: number,
): number {
  const last = newestIndex < 0 || newestIndex >= keys.length - 2 ? keys.length : newestIndex + 1;
  const endPx = startsPx[last] ?? 0;
  const headPx = startsPx[0] ?? 0;
  let first = last;
  while (first > 0 && endPx - (startsPx[first - 1] ?? 0) <= widthPx - headPx) first--;
  return Math.max(0, (startsPx[first] ?? 0) - headPx);
}
