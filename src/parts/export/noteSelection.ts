/** This file chooses which tests a short note holds, and in which order: what is flagged and what changed comes first. */
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import type { SeriesChange } from '../../clinical/change/seriesChange.ts';
import { flagSeverity, isCriticalFlag } from '../../clinical/observation/flag/flag.ts';
import { isOfPerson } from '../../clinical/observation/reasons/reasons.ts';
import type { Flag } from '../../clinical/observation/resultRow.ts';
import { newestResult, newestResults } from '../../clinical/series/newest/newerUncharted.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { ChangeItem } from '../changes/changesList.ts';
import type { ChangeSummary } from '../changes/useChangeSummary.ts';
import {
  isDrawnEntry,
  seriesEntryOf,
  seriesOfEntry,
  tileEntriesOf,
  type DrawnEntry,
} from '../results/tileLayout.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';

/** A note is about what changed, about one clinical group, or about the whole record. */
export type NoteScope =
  | { readonly kind: 'changed' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'all' };

/** A reader of a note takes in so many lines. A critical result is never left out for it. */
export const MAX_NOTE_TESTS = 10;

export type NoteSelection = {
  /** These are in the order of the note. */
  readonly entries: readonly DrawnEntry[];
  /** This many tests of the scope are not in the note. */
  readonly leftOutCount: number;
};

/** Returns all tests of a record in clinical order. Those without a curve come last. A blood pressure is one test. */
export const noteEntries = (series: readonly Series[]): readonly DrawnEntry[] => [
  ...tileEntriesOf(series, []).filter(isDrawnEntry),
  ...series.filter(({ rows }) => rows.length === 0).map((one) => seriesEntryOf(one, series)),
];

/** Returns the groups that a note can be about, in clinical order. */
export const noteGroups = (series: readonly Series[]): readonly string[] => [
  ...new Set(noteEntries(series).map(({ group }) => group)),
];

const flagsOf = (entry: DrawnEntry): readonly Flag[] => [
  ...seriesOfEntry(entry).flatMap((one) =>
    newestResults(one).flatMap(({ kind }) => (isOfPerson(kind) ? [kind.flag] : [])),
  ),
  ...entry.newer.map(({ lead }) => lead.row.kind.flag),
];

const isCritical = (entry: DrawnEntry): boolean => flagsOf(entry).some((flag) => isCriticalFlag(flag));
const isFlagged = (entry: DrawnEntry): boolean => flagsOf(entry).some((flag) => flagSeverity(flag) > 0);

function isRecent(entry: DrawnEntry, window: TimeWindow | undefined, timeZone: string): boolean {
  if (!window) return true;
  return seriesOfEntry(entry).some((one) => {
    const row = newestResult(one);
    return row !== undefined && !(rowTimeSpan(row, timeZone)[1] < window.startMs);
  });
}

const changesOfItem = ({ change, also }: ChangeItem): readonly SeriesChange[] => [change, ...also];

/** Returns the ids of the series that changed, the most important first. */
function changedIds({ compared, newer }: ChangeSummary): readonly string[] {
  const items = compared?.list.items ?? [];
  return [
    ...newer.map(({ id }) => id),
    ...items.flatMap((item) => [item.id, ...changesOfItem(item).map(({ series }) => series.id)]),
  ];
}

/** Returns the place of each test among those that changed; Infinity for one that did not. */
function changedPlace(entry: DrawnEntry, ids: readonly string[]): number {
  const own = [entry.id, ...seriesOfEntry(entry).map(({ id }) => id)];
  const place = ids.findIndex((id) => own.includes(id));
  return place < 0 ? Infinity : place;
}

type SelectionSource = {
  readonly series: readonly Series[];
  readonly changes: ChangeSummary | undefined;
  /** Results of this period come before older ones. */
  readonly window: TimeWindow | undefined;
  readonly timeZone: string;
};

/** Returns a number that is lower for what a reader has to see earlier. */
function rankOf(entry: DrawnEntry, isChanged: boolean, { window, timeZone }: SelectionSource): number {
  if (isCritical(entry)) return 0;
  const recent = isRecent(entry, window, timeZone);
  if (isFlagged(entry) && recent) return 1;
  if (isChanged) return 2;
  if (entry.newer.length > 0 && recent) return 3;
  if (isFlagged(entry)) return 4;
  return recent ? 5 : 6;
}

/** Chooses the tests of a note, and says how many of its scope have no room. */
export function selectForNote(scope: NoteScope, source: SelectionSource, maxTests: number): NoteSelection {
  const ids = source.changes ? changedIds(source.changes) : [];
  const ranked = noteEntries(source.series)
    .map((entry) => {
      const place = changedPlace(entry, ids);
      return { entry, place, rank: rankOf(entry, place < Infinity, source) };
    })
    .filter(
      ({ entry, place }) =>
        scope.kind === 'all' || (scope.kind === 'group' ? entry.group === scope.group : place < Infinity),
    )
    .toSorted((a, b) => a.rank - b.rank || (a.place === b.place ? 0 : a.place - b.place));
  const count = Math.max(maxTests, ranked.filter(({ rank }) => rank === 0).length);
  return {
    entries: ranked.slice(0, count).map(({ entry }) => entry),
    leftOutCount: Math.max(0, ranked.length - count),
  };
}
