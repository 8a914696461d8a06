/** Holds the sizes of the grid in pixels at a text size of 16 px. GridSheet.module.css has the same numbers. */
import type { GridRow, GridView } from './gridFilters.ts';
import type { GridData } from './gridData.ts';
import { newnessOf } from './gridColumns.ts';

/** Names, units and sparklines stand side by side from this width on. In a narrow box the unit is under the name. */
const WIDE_FROM_PX = 1180;
const MIDDLE_FROM_PX = 720;

/** These are the rows or columns of the sheet: their keys, the start of each and the end of the last. */
export type GridAxis = { readonly keys: readonly string[]; readonly startsPx: Float64Array };

export type GridSizes = {
  readonly headWidthPx: number;
  readonly headHeightPx: number;
  readonly hasSparklines: boolean;
  /** The unit stands below the name. */
  readonly isNarrowBox: boolean;
  /** Units and ranges need this room beside the names, at a text size of 16 px. */
  readonly neededNotePx: number;
  readonly textScale: number;
};

export const SPARKLINE_SIZE = { widthPx: 148, heightPx: 22 };

/** These are the widths of the parts of a row's head, and of the two gaps between them. */
const NAME_PX = 132;
const MAX_NAME_PX = 216;
const NAME_GAPS_PX = 8;
const NAME_PADDING_PX = 8;
const BESIDE_NOTE_PX = NAME_PX + NAME_GAPS_PX + NAME_PADDING_PX;
/** The note has this room, and up to the second width where the ranges need it: an older column is a scroll away. */
const NOTE_PX = { wide: 148, middle: 124 };
const MAX_NOTE_PX = 172;

type GridSizesOptions = {
  /** In a narrow box the word since when results are new has a line of its own: a wider column would push another one out. */
  readonly hasSinceMark?: boolean;
  /** This is the room that units and ranges need beside the names, at a text size of 16 px. */
  readonly neededNotePx?: number;
};

function namesPxOf(width: number, neededNotePx: number): number {
  if (width < MIDDLE_FROM_PX) return NAME_PX;
  const notePx = (ownPx: number) => Math.min(Math.max(ownPx, Math.ceil(neededNotePx)), MAX_NOTE_PX);
  return width >= WIDE_FROM_PX
    ? BESIDE_NOTE_PX + notePx(NOTE_PX.wide) + SPARKLINE_SIZE.widthPx
    : BESIDE_NOTE_PX + notePx(NOTE_PX.middle);
}

export function gridSizesOf(
  widthPx: number,
  textScale: number,
  { hasSinceMark = false, neededNotePx = 0 }: GridSizesOptions = {},
): GridSizes {
  const width = widthPx / textScale;
  const namesPx = namesPxOf(width, neededNotePx);
  return {
    headWidthPx: namesPx * textScale,
    headHeightPx: (hasSinceMark && width < MIDDLE_FROM_PX ? 48 : 34) * textScale,
    hasSparklines: width >= WIDE_FROM_PX,
    isNarrowBox: width < MIDDLE_FROM_PX,
    neededNotePx: Math.min(neededNotePx, MAX_NOTE_PX),
    textScale,
  };
}

/** Returns the room for the name and the note of a row, in pixels at a text size of 16 px. A name takes what no note needs. */
export function nameAndNotePx({ headWidthPx, textScale, ...sizes }: GridSizes): readonly [number, number] {
  const headPx = headWidthPx / textScale;
  const linePx = headPx - NAME_PADDING_PX;
  if (sizes.isNarrowBox) return [linePx, linePx];
  const bothPx = linePx - NAME_GAPS_PX - (sizes.hasSparklines ? SPARKLINE_SIZE.widthPx : 0);
  const namePx = Math.min(Math.max(NAME_PX, Math.floor(bothPx - sizes.neededNotePx)), MAX_NAME_PX);
  return [namePx, bothPx - namePx];
}

export const isNarrow = ({ isNarrowBox }: GridSizes): boolean => isNarrowBox;

function gridAxisOf(keys: readonly string[], fromPx: number, sizePxAt: (i: number) => number): GridAxis {
  const startsPx = new Float64Array(keys.length + 1).fill(fromPx);
  for (let i = 0; i < keys.length; i++) startsPx[i + 1] = (startsPx[i] ?? 0) + sizePxAt(i);
  return { keys, startsPx };
}

const ROW_PX = { group: 26, series: 24, empty: 24 };
const TWO_LINE_ROW_PX = 32;
/** A newer result that no cell shows has a line under its row. */
const NEWER_LINE_PX = 18;

/** `hasBuckets` says that cells have two lines. */
export function rowAxis(rows: readonly GridRow[], sizes: GridSizes, hasBuckets = false): GridAxis {
  const linesPx = ({ kind }: GridRow): number =>
    (isNarrow(sizes) && kind !== 'group') || (hasBuckets && kind === 'series')
      ? TWO_LINE_ROW_PX
      : ROW_PX[kind];
  const rowPx = (row: GridRow): number =>
    (linesPx(row) + (row.kind === 'series' && row.newer.length > 0 ? NEWER_LINE_PX : 0)) * sizes.textScale;
  const keys = rows.map(({ key }) => key);
  return gridAxisOf(keys, sizes.headHeightPx, (i) => (rows[i] ? rowPx(rows[i]) : 0));
}

const MIN_COLUMN_PX = 84;
/** An hour, a shift or a day has two lines: the last of many results, and two extremes with their flags. */
const MIN_BUCKET_PX = 124;
/** The number of results stands beside the last of them. */
const BUCKET_COUNT_PX = 34;
/** This is the flag and the margins beside the number. */
const CELL_MARGIN_PX = 36;
const CHARACTER_PX = 6.7;
/** These words stand in the head beside the clock time: since when results are new, and that a time is in the future. */
const SINCE_WORD_PX = 26;
const FUTURE_WORD_PX = 40;

/** Returns the place among the columns of the first that was surely collected after `sinceMs`, or -1. */
export const firstNewIndexIn = (
  { columns }: Pick<GridView, 'columns'>,
  { moments }: Pick<GridData, 'moments'>,
  sinceMs: number,
): number =>
  columns.findIndex((column) => {
    const moment = moments[column];
    return moment !== undefined && newnessOf(moment, sinceMs) === 'yes';
  });

export function columnAxis(
  columns: GridView['columns'],
  { moments, characterCounts }: Pick<GridData, 'moments' | 'characterCounts'>,
  { headWidthPx, textScale, isNarrowBox }: GridSizes,
  sinceMs = Number.NaN,
): GridAxis {
  const keys = Array.from(columns, (column) => moments[column]?.key ?? '');
  const firstNewIndex = Number.isNaN(sinceMs) ? -1 : firstNewIndexIn({ columns }, { moments }, sinceMs);
  return gridAxisOf(keys, headWidthPx, (i) => {
    const column = columns[i] ?? 0;
    const isBucket = moments[column]?.bucket !== undefined;
    const neededPx =
      CELL_MARGIN_PX + CHARACTER_PX * (characterCounts[column] ?? 0) + (isBucket ? BUCKET_COUNT_PX : 0);
    const wordsPx =
      (i === firstNewIndex && !isNarrowBox ? SINCE_WORD_PX : 0) +
      (moments[column]?.isFuture ? FUTURE_WORD_PX : 0);
    const leastPx = isBucket ? MIN_BUCKET_PX : MIN_COLUMN_PX + wordsPx;
    return Math.round(Math.max(leastPx, neededPx) * textScale);
  });
}

/** Returns the place of the newest column among those shown; of the last one where the newest is hidden. */
export function newestIndexIn({ columns }: Pick<GridView, 'columns'>, newestColumn: number): number {
  const index = columns.indexOf(newestColumn);
  return index < 0 ? columns.length - 1 : index;
}

/**
 * Widens the column of names by what is left beside whole columns. The sheet then ends with its newest column at the right
 * edge and begins with a whole column beside the names: half a number misleads.
 */
export function fittedSizes(
  sizes: GridSizes,
  { startsPx, keys }: GridAxis,
  newestIndex: number,
  boxWidthPx: number,
): GridSizes {
  const roomPx = boxWidthPx - sizes.headWidthPx;
  const last = lastShownIndex(keys.length, newestIndex);
  const endPx = startsPx[last] ?? 0;
  let first = last;
  while (first > 0 && endPx - (startsPx[first - 1] ?? 0) <= roomPx) first--;
  if (first === 0 || first === last) return sizes;
  return { ...sizes, headWidthPx: sizes.headWidthPx + roomPx - (endPx - (startsPx[first] ?? 0)) };
}

/** A column grows by at most this share of its width: numbers far apart are hard to read in a row. */
const MAX_GROWTH = 0.5;

/** Widens the columns evenly where all of them leave room, so that few days fill the sheet to its right edge. */
export function spreadColumns({ keys, startsPx }: GridAxis, boxWidthPx: number): GridAxis {
  const freePx = boxWidthPx - (startsPx.at(-1) ?? 0);
  if (keys.length === 0 || freePx <= 0) return { keys, startsPx };
  return gridAxisOf(keys, startsPx[0] ?? 0, (i) => {
    const widthPx = (startsPx[i + 1] ?? 0) - (startsPx[i] ?? 0);
    // Whole pixels are left over, one each, which the first columns take.
    const sharePx = Math.floor(freePx / keys.length) + (i < freePx % keys.length ? 1 : 0);
    return widthPx + Math.min(sharePx, Math.floor(widthPx * MAX_GROWTH));
  });
}

/** The grid opens with the newest column at the right and one more column after it in view. */
const lastShownIndex = (count: number, newestIndex: number): number =>
  newestIndex < 0 || newestIndex >= count - 2 ? count : newestIndex + 1;

export const axisEndPx = ({ startsPx }: GridAxis): number => startsPx.at(-1) ?? 0;

/** Returns where the box opens: with the newest column at the right and a whole column at the left. */
export function initialScrollLeftPx(
  { keys, startsPx }: GridAxis,
  newestIndex: number,
  widthPx: number,
): number {
  const last = lastShownIndex(keys.length, newestIndex);
  const endPx = startsPx[last] ?? 0;
  const headPx = startsPx[0] ?? 0;
  let first = last;
  while (first > 0 && endPx - (startsPx[first - 1] ?? 0) <= widthPx - headPx) first--;
  return Math.max(0, (startsPx[first] ?? 0) - headPx);
}
