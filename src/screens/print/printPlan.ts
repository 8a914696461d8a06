/** Decides which results are tiles of the printed page and which are only named there. */
import { resultCount } from '../../clinical/series/resultCount.ts';
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import { flagSeverity, isCriticalFlag } from '../../clinical/observation/flag.ts';
import { newestResult } from '../../clinical/series/newest/newerUncharted.ts';
import type { Series } from '../../clinical/series/series.ts';
import { newerText, resultWithoutCurve, withoutCurveText } from '../../parts/results/newer/newerText.ts';
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
import { printTexts } from './print.messages.ts';

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

const countInWindowOf = (entry: DrawnEntry, { startMs, endMs }: TimeWindow) =>
  resultCount(entry.series, entry.kind === 'pair' ? entry.diastolic : undefined, startMs, endMs).inside;

const isCritical = (entry: DrawnEntry) =>
  seriesOfEntry(entry).some((series) => isCriticalFlag(newestResult(series)?.kind.flag ?? '')) ||
  entry.newer.some(({ lead }) => isCriticalFlag(lead.row.kind.flag));

/**
 * Returns the results that become tiles: those with a critical newest value, on the curve or not, then those measured most often in the window. Among
 * equals the clinical order decides.
 */
function tileEntriesFor(entries: readonly DrawnEntry[], window: TimeWindow): ReadonlySet<DrawnEntry> {
  const rankOf = (entry: DrawnEntry) => (isCritical(entry) ? Infinity : countInWindowOf(entry, window));
  const ranked = entries
    .map((entry) => ({ entry, rank: rankOf(entry) }))
    .toSorted((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank));
  return new Set(ranked.slice(0, MAX_TILES).map(({ entry }) => entry));
}

const withText = (name: string, text: string): string =>
  plainLine(text ? printTexts('nameWith', { name, facts: text }) : name);

/** Returns the newest value, flag and date of a result without a curve where the laboratory flagged it (rule 13). */
function flaggedText(series: Series, timeZone: string): string {
  const result = resultWithoutCurve(series);
  return result && flagSeverity(result.lead.row.kind.flag) > 0 ? withoutCurveText(result, timeZone) : '';
}

/** Returns the tiles of the page in clinical order, and the names of all other results. */
export function printPlan({ series }: RecordSnapshot, window: TimeWindow, timeZone: string): PrintPlan {
  const qualifiers = nameQualifiers(series);
  const entries = tileEntriesOf(series, []).filter(isDrawnEntry);
  const tileEntries = tileEntriesFor(entries, window);
  const nameOf = ({ name, id }: TileEntry) =>
    plainLine([name, qualifiers.get(id)].filter(Boolean).join(', '));
  return {
    tiles: entries.filter((entry) => tileEntries.has(entry)),
    furtherNames: entries
      .filter((entry) => !tileEntries.has(entry))
      .map((entry) => withText(nameOf(entry), newerText(entry.newer, { timeZone }))),
    listedNames: series
      .filter(({ rows }) => rows.length === 0)
      .map((one) => seriesEntryOf(one, series))
      .map((entry) => withText(nameOf(entry), flaggedText(entry.series, timeZone))),
    qualifiers,
  };
}
