/** What stands on the one page and what is only named there: nothing is left out in silence. */
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

/** 24 small multiples, three columns of eight. */
const MOST = 24;

type PrintPlan = {
  readonly shown: readonly DrawnEntry[];
  /** With a curve, for which there is no room. */
  readonly further: readonly string[];
  /** Results that no curve can hold. */
  readonly listed: readonly string[];
  readonly qualifiers: ReadonlyMap<string, string>;
};

/** How many results of the window there are; of a blood pressure those of the side measured more often. */
const countInside = (entry: DrawnEntry, { startMs, endMs }: TimeWindow) =>
  Math.max(
    ...seriesOfEntry(entry).map(({ timesMs }) =>
      timesMs.reduce((sum, timeMs) => sum + Number(timeMs >= startMs && timeMs <= endMs), 0),
    ),
  );

const isCritical = (entry: DrawnEntry) =>
  seriesOfEntry(entry).some((series) =>
    /^(?:HH|LL|AA)$/.test((latest(series) ?? series.rows.at(-1))?.kind.flag ?? ''),
  );

/** Whose latest result is critical is on the page, then what was measured most often in the window; of equals the first in clinical order. */
function chosenOf(entries: readonly DrawnEntry[], window: TimeWindow): ReadonlySet<DrawnEntry> {
  const rank = (entry: DrawnEntry) => (isCritical(entry) ? Infinity : countInside(entry, window));
  const ranked = entries.map((entry) => ({ entry, rank: rank(entry) }));
  const first = ranked.toSorted((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank)).slice(0, MOST);
  return new Set(first.map(({ entry }) => entry));
}

/** In clinical order, whatever has a right to a place. */
export function printPlan({ series }: RecordSnapshot, window: TimeWindow): PrintPlan {
  const qualifiers = nameQualifiers(series);
  const entries = tileEntriesOf(series, []).filter(isDrawnEntry);
  const chosen = chosenOf(entries, window);
  const nameOf = ({ name, id }: TileEntry) =>
    singleLineText([name, qualifiers.get(id)].filter(Boolean).join(', '));
  return {
    shown: entries.filter((entry) => chosen.has(entry)),
    further: entries.filter((entry) => !chosen.has(entry)).map(nameOf),
    listed: series
      .filter(({ rows }) => rows.length === 0)
      .map(seriesEntryOf)
      .map(nameOf),
    qualifiers,
  };
}
