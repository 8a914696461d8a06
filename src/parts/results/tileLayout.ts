import type { Series } from '../../clinical/series/series.ts';
import { pressureSidesOf } from '../../clinical/series/pairs/pressureSides.ts';
import { newerUncharted, type NewerResult } from '../../clinical/series/newest/newerUncharted.ts';

type EntryPlace = { readonly id: string; readonly name: string; readonly group: string };
type WithNewer = {
  /** These results may be newer than the one that stands for the entry, and are not on its curve (rule 13). */
  readonly newer: readonly NewerResult[];
};
export type SeriesEntry = EntryPlace & WithNewer & { readonly kind: 'series'; readonly series: Series };

/**
 * An entry takes one place on the screen: a curve, a blood pressure of two series, or the frame of an analyte
 * not read yet.
 */
export type TileEntry =
  | SeriesEntry
  | (EntryPlace & WithNewer & { readonly kind: 'pair'; readonly series: Series; readonly diastolic: Series })
  | (EntryPlace & { readonly kind: 'waiting' });

/** This is an entry with at least one drawn result. */
export type DrawnEntry = Exclude<TileEntry, { readonly kind: 'waiting' }>;

export const isDrawnEntry = (entry: TileEntry): entry is DrawnEntry => entry.kind !== 'waiting';

/** Returns the one series of an entry, or systolic and diastolic of a blood pressure. */
export const seriesOfEntry = (entry: DrawnEntry): readonly Series[] =>
  entry.kind === 'pair' ? [entry.series, entry.diastolic] : [entry.series];

/** `all` are the series of the record, one of which may hold a newer result in another unit. */
export const seriesEntryOf = (series: Series, all: readonly Series[] = []): SeriesEntry => {
  const { id, name, group } = series;
  return { kind: 'series', id, name, group, series, newer: newerUncharted([series], all) };
};

export type TileBlock = {
  readonly heading: string;
  readonly entries: readonly TileEntry[];
  readonly isContinued: boolean;
};

/** The frame of this analyte is drawn before its first result. */
export type PlaceholderAnalyte = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly order: number;
};

/**
 * Returns curves and waiting frames in clinical order. Both sides of a blood pressure share a tile, also where only one of them is
 * drawn: a side that is only listed belongs to the pressure all the same, and the page of the test says so too.
 */
export function tileEntriesOf(
  series: readonly Series[],
  expected: readonly PlaceholderAnalyte[],
): TileEntry[] {
  const drawn = series.filter(({ rows }) => rows.length > 0);
  const byId = new Map(series.map((one) => [one.id, one]));
  const analyteIds = new Set(series.map(({ analyteId }) => analyteId));
  const placed = drawn.flatMap((one): { order: number; entry: TileEntry }[] => {
    const { order, group } = one;
    const sides = pressureSidesOf(one.id, (id) => byId.get(id));
    if (!sides) return [{ order, entry: seriesEntryOf(one, series) }];
    const { name, systolic, diastolic } = sides;
    if (one === diastolic && systolic.rows.length > 0) return [];
    const newer = newerUncharted([systolic, diastolic], series);
    const { id } = systolic;
    return [{ order, entry: { kind: 'pair', id, name, group, series: systolic, diastolic, newer } }];
  });
  const waiting = expected
    .filter(({ id }) => !analyteIds.has(id) && !byId.has(id))
    .map(({ id, name, group, order }): { order: number; entry: TileEntry } => ({
      order,
      entry: { kind: 'waiting', id, name, group },
    }));
  return [...placed, ...waiting].toSorted((a, b) => a.order - b.order).map(({ entry }) => entry);
}

/** This is the height of a heading in px, at a text size of 16 px. */
export const HEADING_PX = 20;

/**
 * Puts neighbours of one group under one heading. A group much taller than a column is cut into even parts.
 */
function blocksOf(entries: readonly TileEntry[], perColumn: number): TileBlock[] {
  const groups: { heading: string; entries: TileEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.heading === entry.group) last.entries.push(entry);
    else groups.push({ heading: entry.group, entries: [entry] });
  }
  return groups.flatMap(({ heading, entries: all }) => {
    const parts = all.length > perColumn * 1.3 ? Math.ceil(all.length / perColumn) : 1;
    const size = Math.ceil(all.length / parts);
    return Array.from({ length: parts }, (_, i): TileBlock => {
      return { heading, entries: all.slice(i * size, (i + 1) * size), isContinued: i > 0 };
    });
  });
}

/**
 * A newer result that is not charted has a line of its own (NewerLine.module.css), in px at a text size of 16 px. In a tile it takes the
 * room from the curve.
 */
export const NEWER_LINE_PX = 14;
const newerPxOf = (entries: readonly TileEntry[]): number =>
  entries.filter((entry) => isDrawnEntry(entry) && entry.newer.length > 0).length * NEWER_LINE_PX;

const heightOf = ({ entries }: TileBlock, tilePx: number) => HEADING_PX + entries.length * tilePx;
export const heightOfColumn = (blocks: readonly TileBlock[], tilePx: number): number =>
  blocks.reduce((sum, block) => sum + heightOf(block, tilePx), 0);

function fill(blocks: readonly TileBlock[], capacity: number, tilePx: number): TileBlock[][] {
  const columns: TileBlock[][] = [[]];
  let height = 0;
  for (const block of blocks) {
    const next = heightOf(block, tilePx);
    if (height > 0 && height + next > capacity) {
      columns.push([]);
      height = 0;
    }
    columns.at(-1)?.push(block);
    height += next;
  }
  return columns;
}

/** Fills the columns in clinical order, from the top of the first one down, with the tallest as short as possible. */
export function columnsOf(entries: readonly TileEntry[], count: number, tilePx: number): TileBlock[][] {
  const blocks = blocksOf(entries, count === 1 ? Infinity : Math.max(4, Math.ceil(entries.length / count)));
  const total = heightOfColumn(blocks, tilePx);
  let columns = fill(blocks, total, tilePx);
  if (count > 1) {
    for (
      let capacity = total / count;
      (columns = fill(blocks, capacity, tilePx)).length > count;
      capacity += 4
    );
  }
  while (columns.length < count) columns.push([]);
  return columns;
}

export const tallestOf = (columns: readonly (readonly TileBlock[])[], tilePx: number): number =>
  Math.max(...columns.map((blocks) => heightOfColumn(blocks, tilePx)));

/**
 * The tallest column may be this much taller than necessary, so that no tile has to move to another column.
 */
const MAX_UNEVENNESS = 1.3;

/**
 * Fills columns that begin with the groups named in `heads`, so that nothing moves sideways while results
 * arrive. At the end they are balanced once, if a column is empty or the page becomes much shorter.
 */
export function columnsWithFixedStarts(
  entries: readonly TileEntry[],
  heads: readonly (string | undefined)[],
  tilePx: number,
  ended: boolean,
): TileBlock[][] {
  const columns = heads.map((): TileBlock[] => []);
  let at = 0;
  for (const block of blocksOf(entries, Infinity)) {
    at = Math.max(at, heads.indexOf(block.heading));
    columns[at]?.push(block);
  }
  if (!ended) return columns;
  const balanced = columnsOf(entries, heads.length, tilePx);
  const isUneven = columns.some((blocks) => blocks.length === 0);
  return isUneven || tallestOf(columns, tilePx) > tallestOf(balanced, tilePx) * MAX_UNEVENNESS
    ? balanced
    : columns;
}

const LINE_PX = 24;

/**
 * This is a clinical group of lines without curves. It has a heading, unless it stands under the tiles of its
 * group.
 */
export type BriefGroup = {
  readonly heading: string;
  readonly entries: readonly TileEntry[];
  readonly isUnderItsTiles: boolean;
};

function briefGroupsOf(entries: readonly TileEntry[]): readonly BriefGroup[] {
  return blocksOf(entries, Infinity).map(({ heading, entries: groupEntries }) => {
    return { heading, entries: groupEntries, isUnderItsTiles: false };
  });
}

/**
 * Puts lines at the ends of the columns, as many whole groups as fit without making the page longer. No tile
 * moves for them. A group first goes under its own tiles, then, in clinical order, where there is most room.
 * `below` are the groups that found no room.
 */
export function placeBriefLines(
  columns: readonly (readonly TileBlock[])[],
  entries: readonly TileEntry[],
  tilePx: number,
) {
  const ends = columns.map(
    (blocks): { heading: string | undefined; lines: BriefGroup[]; filled: number } => ({
      heading: blocks.at(-1)?.heading,
      lines: [],
      filled: heightOfColumn(blocks, tilePx),
    }),
  );
  const tallest = columns.length === 1 ? Infinity : Math.max(...ends.map(({ filled }) => filled));
  const addToColumn = (group: BriefGroup, column: (typeof ends)[number] | undefined): boolean => {
    const linesPx = group.entries.length * LINE_PX + newerPxOf(group.entries);
    const high = linesPx + (group.isUnderItsTiles ? 0 : HEADING_PX);
    if (!column || column.filled + high > tallest) return false;
    column.lines.push(group);
    column.filled += high;
    return true;
  };
  const left = briefGroupsOf(entries).filter(
    (group) =>
      !addToColumn(
        { ...group, isUnderItsTiles: true },
        ends.find(({ heading }) => heading === group.heading),
      ),
  );
  const below = left.filter((group) => {
    const [roomiest] = ends.toSorted((a, b) => a.filled - b.filled);
    return !addToColumn(group, roomiest);
  });
  return { inColumns: ends.map(({ lines }) => lines), below: below.flatMap((group) => group.entries) };
}
