/** Decides which results are tiles of the printed page and which are only named there. */
import { resultCount, type ResultCount } from '../../clinical/series/resultCount.ts';
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import { flagSeverity, isCriticalFlag } from '../../clinical/observation/flag/flag.ts';
import { isOfPerson } from '../../clinical/observation/reasons/reasons.ts';
import { newestResults } from '../../clinical/series/newest/newerUncharted.ts';
import { newerText, resultWithoutCurve, withoutCurveText } from '../../parts/results/newer/newerText.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import {
  isDrawnEntry,
  seriesEntryOf,
  type SeriesEntry,
  seriesOfEntry,
  tileEntriesOf,
  type DrawnEntry,
  type TileEntry,
} from '../../parts/results/tileLayout.ts';
import { nameQualifiers } from '../../parts/results/nameQualifiers.ts';
import { printTexts } from './print.messages.ts';

/** More curves than these make no summary. A test with a critical result is never left out for it. */
const MAX_TILES = 24;
const COLUMNS = 3;

export type PrintPlan = {
  /** Each block stays on one page. It has one clinical group, or a few small ones that share a row. */
  readonly blocks: readonly (readonly PrintedTile[])[];
  /** These are the names of results with a curve for which there is no room. */
  readonly furtherNames: readonly string[];
  /** These are the names of results that are charted in other periods only. */
  readonly outsideNames: readonly string[];
  /** These are the names of results that cannot be drawn. */
  readonly listedNames: readonly string[];
  /** This many results of the tests lie before and after the period. */
  readonly outsideCount: Pick<ResultCount, 'older' | 'newer'>;
  readonly qualifiers: ReadonlyMap<string, string>;
};

/** `group` is '' where the tile before it names the same group. */
export type PrintedTile = {
  readonly entry: DrawnEntry;
  readonly group: string;
  /** A group of more rows than fit well goes on in another block, which says so. */
  readonly isContinued: boolean;
};

/** A block of so many tiles fits on any page together with the patient and the axis, however long its remarks are. */
const MAX_BLOCK_TILES = 6 * COLUMNS;

const countOf = (entry: DrawnEntry, { startMs, endMs }: TimeWindow): ResultCount =>
  resultCount(entry.series, entry.kind === 'pair' ? entry.diastolic : undefined, startMs, endMs);

const isCritical = (entry: DrawnEntry) =>
  seriesOfEntry(entry)
    .flatMap(newestResults)
    .some(({ kind }) => isOfPerson(kind) && isCriticalFlag(kind.flag)) ||
  entry.newer.some(({ lead }) => isCriticalFlag(lead.row.kind.flag));

/**
 * Returns the results that become tiles: those with a critical newest value, on the curve or not, then those measured most often in the window. Among
 * equals the clinical order decides.
 */
function tileEntriesFor(entries: readonly DrawnEntry[], window: TimeWindow): ReadonlySet<DrawnEntry> {
  const rankOf = (entry: DrawnEntry) => (isCritical(entry) ? Infinity : countOf(entry, window).inside);
  const ranked = entries
    .map((entry) => ({ entry, rank: rankOf(entry) }))
    .toSorted((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank));
  const count = Math.max(MAX_TILES, ranked.filter(({ rank }) => rank === Infinity).length);
  return new Set(ranked.slice(0, count).map(({ entry }) => entry));
}

const withText = (name: string, text: string): string =>
  plainLine(text ? printTexts('nameWith', { name, facts: text }) : name);

/**
 * Returns the newest value, flag and date of a test without a curve where the laboratory flagged it, and a critical result that
 * may be newer (rule 13).
 */
function flaggedText({ series, newer }: SeriesEntry, timeZone: string): string {
  const result = resultWithoutCurve(series);
  const isFlagged = result && isOfPerson(result.lead.row.kind) && flagSeverity(result.lead.row.kind.flag) > 0;
  const critical = newer.filter(({ lead }) => isCriticalFlag(lead.row.kind.flag));
  return [isFlagged && withoutCurveText(result, timeZone), newerText(critical, { timeZone })]
    .filter(Boolean)
    .join('; ');
}

/** Puts the tiles of a group into one block, and neighbours that are small into one row. */
export function printBlocks(entries: readonly DrawnEntry[]): readonly (readonly PrintedTile[])[] {
  const blocks: PrintedTile[][] = [];
  const groups = new Map<string, DrawnEntry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  for (const [group, all] of groups) {
    for (let from = 0; from < all.length; from += MAX_BLOCK_TILES) {
      const tiles = all.slice(from, from + MAX_BLOCK_TILES).map((entry, i): PrintedTile => {
        return { entry, group: i === 0 ? group : '', isContinued: from > 0 };
      });
      const last = blocks.at(-1);
      if (last && last.length + tiles.length <= COLUMNS) last.push(...tiles);
      else blocks.push(tiles);
    }
  }
  return blocks;
}

/** Returns the tiles of the page in clinical order, and the names of all other results. */
export function printPlan({ series }: RecordSnapshot, window: TimeWindow, timeZone: string): PrintPlan {
  const qualifiers = nameQualifiers(series);
  const entries = tileEntriesOf(series, []).filter(isDrawnEntry);
  const counts = new Map(entries.map((entry) => [entry, countOf(entry, window)]));
  const hasPlace = (entry: DrawnEntry) => isCritical(entry) || (counts.get(entry)?.inside ?? 0) > 0;
  const tileEntries = tileEntriesFor(entries.filter(hasPlace), window);
  const nameOf = ({ name, id }: TileEntry) =>
    plainLine([name, qualifiers.get(id)].filter(Boolean).join(', '));
  const namesOf = (some: readonly DrawnEntry[]): readonly string[] =>
    some.map((entry) => withText(nameOf(entry), newerText(entry.newer, { timeZone })));
  const sum = (key: 'older' | 'newer'): number =>
    [...counts.values()].reduce((total, count) => total + count[key], 0);
  return {
    blocks: printBlocks(entries.filter((entry) => tileEntries.has(entry))),
    furtherNames: namesOf(entries.filter((entry) => hasPlace(entry) && !tileEntries.has(entry))),
    outsideNames: namesOf(entries.filter((entry) => !hasPlace(entry))),
    listedNames: series
      .filter(({ rows }) => rows.length === 0)
      .map((one) => seriesEntryOf(one, series))
      .map((entry) => withText(nameOf(entry), flaggedText(entry, timeZone))),
    outsideCount: { older: sum('older'), newer: sum('newer') },
    qualifiers,
  };
}
