/**
 * The frames of the common analytes are drawn before the first result, and each keeps its place for as long as the record is on
 * the screen: results fill the frames, and everything else is put around them once the whole record has been read.
 */
import { criticalFirst } from '../../parts/results/criticalFirst.ts';
import { analyteIdOf, pinnedFirst } from '../../parts/results/pins.ts';
import {
  columnsOf,
  heightOfColumn,
  HEADING_PX,
  isDrawnEntry,
  tileEntriesOf,
  type PlaceholderAnalyte,
  type TileBlock,
  type TileEntry,
} from '../../parts/results/tileLayout.ts';

/** A record of which none of the common analytes comes first has so many frames. */
const MAX_OWN_FRAMES = 14;

/** Returns the analytes of the most urgent entries in clinical order (rule 9), so that each gets a frame. */
export function ownFrameAnalytes(entries: readonly TileEntry[]): readonly PlaceholderAnalyte[] {
  const chosen = new Set(criticalFirst(entries, MAX_OWN_FRAMES).slice(0, MAX_OWN_FRAMES));
  return entries
    .filter((entry) => chosen.has(entry))
    .map(({ id, name, group }, order) => ({ id, name, group, order }));
}

export type TileColumns = readonly (readonly TileBlock[])[];

/** Returns the frames of these analytes in their columns, the pinned ones first. */
export const framesFor = (
  analytes: readonly PlaceholderAnalyte[],
  pins: readonly string[],
  columns: number,
  tilePx: number,
): TileColumns => columnsOf(pinnedFirst(tileEntriesOf([], analytes), pins), columns, tilePx);

const analyteOf = (entry: TileEntry): string =>
  isDrawnEntry(entry) && entry.series.analyteId ? entry.series.analyteId : analyteIdOf(entry.id);

const isFor = (frame: TileEntry, entry: TileEntry): boolean =>
  entry.group === frame.group && (entry.id === frame.id || analyteOf(entry) === analyteIdOf(frame.id));

/**
 * Puts the first entry of each analyte into its frame. `rest` are the entries without a frame, and `empty` are the frames for
 * which there is no entry.
 */
export function fillFrames(frames: TileColumns, entries: readonly TileEntry[]) {
  const left = new Set(entries);
  const empty = new Set<TileEntry>();
  const fill = (frame: TileEntry): TileEntry => {
    const fitting = [...left].filter((one) => isFor(frame, one));
    const entry = fitting.find(({ id }) => id === frame.id) ?? fitting[0];
    if (entry) left.delete(entry);
    else empty.add(frame);
    return entry ?? frame;
  };
  const columns = frames.map((blocks) =>
    blocks.map((block) => ({ ...block, entries: block.entries.map(fill) })),
  );
  return { columns, rest: [...left], empty };
}

/** Drops the empty frames below which nothing stands in their column. */
function withoutEmptyEnd(blocks: readonly TileBlock[], empty: ReadonlySet<TileEntry>): TileBlock[] {
  const kept: TileBlock[] = [];
  for (const block of blocks.toReversed()) {
    const last =
      kept.length > 0 ? block.entries.length : block.entries.findLastIndex((one) => !empty.has(one)) + 1;
    if (last > 0) kept.unshift({ ...block, entries: block.entries.slice(0, last) });
  }
  return kept;
}

/** Returns the first column with room for a group that has none yet, else the shortest. */
const columnForNew = (columns: readonly TileBlock[][], targetPx: number, tilePx: number): TileBlock[] =>
  columns.find((blocks) => hasRoomFor(blocks, false, targetPx, tilePx) > 0) ??
  columns.toSorted((a, b) => heightOfColumn(a, tilePx) - heightOfColumn(b, tilePx))[0]!;

const hasRoomFor = (column: readonly TileBlock[], isOwn: boolean, targetPx: number, tilePx: number): number =>
  Math.floor((targetPx - heightOfColumn(column, tilePx) - (isOwn ? 0 : HEADING_PX)) / tilePx);

/**
 * Returns the columns with all entries. A drawn entry that has a frame keeps its place. A frame of a record that lacks its
 * analyte goes to another result of the same group, or is dropped where nothing stands below it. All others follow at the ends of
 * the columns in clinical order: under their own group as far as the column is not taller than the others, else in the first column
 * with room that is not before that of the group before them.
 */
export function arrangeAroundFrames(
  frames: TileColumns,
  entries: readonly TileEntry[],
  tilePx: number,
): TileBlock[][] {
  const { columns: filled, rest, empty } = fillFrames(frames, entries);
  // With no common result nothing has been drawn in a frame, so nothing has a place to keep.
  if (rest.length === entries.length) return columnsOf(entries, frames.length, tilePx);
  const left = [...rest];
  const takeOfGroup = (group: string): TileEntry | undefined => {
    const at = left.findIndex((one) => one.group === group);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const columns = filled.map((blocks) =>
    withoutEmptyEnd(
      blocks.map((block) => ({
        ...block,
        entries: block.entries.map((one) => (empty.has(one) ? (takeOfGroup(block.heading) ?? one) : one)),
      })),
      empty,
    ),
  );
  const heights = () => columns.map((blocks) => heightOfColumn(blocks, tilePx));
  const groups = new Set(left.map(({ group }) => group));
  const restPx = left.length * tilePx + groups.size * HEADING_PX;
  const evenPx = (heights().reduce((sum, px) => sum + px, 0) + restPx) / columns.length;
  const targetPx = columns.length === 1 ? Infinity : Math.max(evenPx, ...heights());
  let from = 0;
  while (left.length > 0) {
    const group = left[0]?.group ?? '';
    const own = columns.find((blocks) => blocks.at(-1)?.heading === group);
    const hasRoom = own !== undefined && hasRoomFor(own, true, targetPx, tilePx) > 0;
    // A group never stands in an earlier column than one that comes before it in clinical order (rule 9).
    const column = hasRoom ? own : columnForNew(columns.slice(from), targetPx, tilePx);
    if (!hasRoom) from = columns.indexOf(column);
    const last = column.at(-1);
    // The shortest column is taken where none has room, and it may end with this group.
    const isOwn = last?.heading === group;
    const count = left.findIndex((one) => one.group !== group);
    const room = Math.max(1, hasRoomFor(column, isOwn, targetPx, tilePx));
    const next = left.splice(0, Math.min(room, count < 0 ? left.length : count));
    if (isOwn) column[column.length - 1] = { ...last, entries: [...last.entries, ...next] };
    else {
      const isContinued = columns.some((blocks) => blocks.some(({ heading }) => heading === group));
      column.push({ heading: group, entries: next, isContinued });
    }
  }
  return columns;
}
