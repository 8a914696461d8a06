/** Decides which results are tiles of the printed page and which are only named there. */
import { singleLineText } from '../../charts/format/singleLineText.ts';
import { latest } from '../../clinical/series/latest.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import {
  isDrawnEntry,
  seriesEntryOf,
  seriesOfEntry,
  tileEntriesOf,
  type DrawnEntry,
  type TileEntry,
} from '../../parts/results/tileLayout.ts';
import { nameQualifiers } from '../../parts/results/nameQualifiers.ts';

/** The page holds three columns of eight tiles. */
const MAX_TILES = 24;

type PrintPlan = {
  readonly tiles: readonly DrawnEntry[];
  /** The names of results with a curve for which there is no room. */
  readonly furtherNames: readonly string[];
  /** The names of results that cannot be drawn. */
  readonly listedNames: readonly string[];
  readonly qualifiers: ReadonlyMap<string, string>;
};

/** Counts the results in the window. A blood pressure counts as the side that was measured more often. */
const countInWindowOf = (entry: DrawnEntry, { startMs, endMs }: TimeWindow) =>
  Math.max(
    ...seriesOfEntry(entry).map(({ timesMs }) =>
      timesMs.reduce((sum, timeMs) => sum + Number(timeMs >= startMs && timeMs <= endMs), 0),
    ),
  );

const isCritical = (entry: DrawnEntry) =>
  seriesOfEntry(entry).some((series) =>
    /^(?:HH|LL|AA)$/.test((latest(series) ?? series.rows.at(-1))?.kind.flag ?? ''),
  );

/**
 * Returns the results that become tiles: those with a critical newest value, then those measured most often in the window. Among
 * equals the clinical order decides.
 */
function tileEntriesFor(entries: readonly DrawnEntry[], window: TimeWindow): ReadonlySet<DrawnEntry> {
  const rankOf = (entry: DrawnEntry) => (isCritical(entry) ? Infinity : countInWindowOf(entry, window));
  const ranked = entries
    .map((entry) => ({ entry, rank: rankOf(entry) }))
    .toSorted((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank));
  return new Set(ranked.slice(0, MAX_TILES).map(({ entry }) => entry));
}

/** Returns the tiles of the page in clinical order, and the names of all other results. */
export function printPlan({ series }: RecordSnapshot, window: TimeWindow): PrintPlan {
  const qualifiers = nameQualifiers(series);
  const entries = tileEntriesOf(series, []).filter(isDrawnEntry);
  const tileEntries = tileEntriesFor(entries, window);
  const nameOf = ({ name, id }: TileEntry) =>
    singleLineText([name, qualifiers.get(id)].filter(Boolean).join(', '));
  return {
    tiles: entries.filter((entry) => tileEntries.has(entry)),
    furtherNames: entries.filter((entry) => !tileEntries.has(entry)).map(nameOf),
    listedNames: series
      .filter(({ rows }) => rows.length === 0)
      .map(seriesEntryOf)
      .map(nameOf),
    qualifiers,
  };
}
