/** This file ranks series and blood pressures by their distance from the patient's own baseline. */
import { pressurePairsOf, type PressureRowPair } from '../../clinical/series/pressurePairs.ts';
import type { NewerResult } from '../../clinical/series/newerUncharted.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { isSameRow } from '../../clinical/series/rowList.ts';
import type { Series } from '../../clinical/series/series.ts';
import {
  byDistanceFromBaseline,
  changeAgainstBaseline,
  latestSince,
  baselineBefore,
  type PersonalBaseline,
  type BaselineChange,
} from '../../clinical/change/personalBaseline.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { sideWithWorstFlag } from '../../charts/marks/pairBar.ts';
import {
  isDrawnEntry,
  seriesOfEntry,
  tileEntriesOf,
  type DrawnEntry,
  type TileEntry,
} from '../results/tileLayout.ts';
import { missingSideText } from '../results/tileFacts.ts';

/**
 * A measure moves within two of its own spreads anyway. This limit is ours and needs clinical review before
 * release.
 */
const LEAST_DISTANCE = 2;

type SideChange = {
  readonly series: Series;
  readonly row: Row | undefined;
  readonly baseline: PersonalBaseline | undefined;
};

/** Both sides were measured together (rule 7). */
type PressureChange = {
  /** The change is that of this side, which is farther from its baseline. */
  readonly fartherSide: 'systolic' | 'diastolic';
  readonly systolic: SideChange;
  readonly diastolic: SideChange;
  /** This is ", diastolic not recorded", or '' when nothing is missing. */
  readonly missingSideText: string;
};

export type ChangeItem = {
  /** The id is that of the tile. */
  readonly id: string;
  readonly name: string;
  readonly change: BaselineChange;
  /** The flag of this row stands beside the name. */
  readonly flaggedRow: Row;
  /** Only a blood pressure has this. */
  readonly pressure: PressureChange | undefined;
  /** These results may be newer and are not compared, because they are not on the curve (rules 13 and 17). */
  readonly newer: readonly NewerResult[];
};

export type ChangesList = {
  /** The farthest comes first. Items that are not far enough are left out. */
  readonly items: readonly ChangeItem[];
  /** This many measures have a newer result that was compared. */
  readonly comparedCount: number;
  readonly notComparedCount: number;
  /** This many measures have a later result that cannot be drawn (rule 17). Some of them may be compared as well. */
  readonly newerListedCount: number;
};

type ComparedEntry = { readonly entry: DrawnEntry; readonly change: BaselineChange | undefined };
type PairEntry = Extract<TileEntry, { readonly kind: 'pair' }>;
type SpanOf = (row: Row) => readonly [number, number];

/**
 * Compares and sorts (rule 25). Every measure with a result after the time is counted, whether it can be
 * compared or not.
 */
export function changesSince(series: readonly Series[], sinceMs: number, timeZone: string): ChangesList {
  const spanOf: SpanOf = (row) => rowTimeSpan(row, timeZone);
  const entries = tileEntriesOf(series, []).filter(isDrawnEntry);
  const newer = entries.flatMap((entry): ComparedEntry[] => {
    const sides = seriesOfEntry(entry);
    if (!sides.some((side) => latestSince(side, sinceMs, spanOf))) return [];
    // Either side of a blood pressure can change alone. The one that is farther from its baseline leads.
    const changes = sides.flatMap((side) => changeAgainstBaseline(side, sinceMs, spanOf) ?? []);
    return [{ entry, change: changes.toSorted(byDistanceFromBaseline)[0] }];
  });
  const compared = newer.flatMap(({ entry, change }) => (change ? [{ entry, change }] : []));
  const far = compared
    .filter(({ change }) => change.distance >= LEAST_DISTANCE)
    .toSorted((a, b) => byDistanceFromBaseline(a.change, b.change));
  return {
    items: far.map(({ entry, change }) => changeItemOf(entry, change, sinceMs, spanOf)),
    comparedCount: compared.length,
    notComparedCount: newer.length - compared.length,
    newerListedCount: entries.filter((entry) => hasNewerListed(entry, sinceMs, spanOf)).length,
  };
}

/** Returns whether a listed result may be later than the latest one and than the moment. */
const hasNewerListed = ({ newer }: DrawnEntry, sinceMs: number, spanOf: SpanOf): boolean =>
  newer.some(({ manner, lead: { row } }) => manner === 'listed' && !(spanOf(row)[1] <= sinceMs));

function changeItemOf(
  entry: DrawnEntry,
  change: BaselineChange,
  sinceMs: number,
  spanOf: SpanOf,
): ChangeItem {
  const { id, name, newer } = entry;
  const shared = { id, name, change, newer };
  if (entry.kind !== 'pair') return { ...shared, flaggedRow: change.row, pressure: undefined };
  const fartherSide = change.series === entry.diastolic ? 'diastolic' : 'systolic';
  const pair = pressurePairWith(change.row, fartherSide, entry);
  const sideOf = (series: Series, row: Row | undefined): SideChange => {
    return { series, row, baseline: row && baselineBefore(series, row, sinceMs, spanOf) };
  };
  return {
    ...shared,
    flaggedRow: sideWithWorstFlag(pair) ?? change.row,
    pressure: {
      fartherSide,
      systolic: sideOf(entry.series, pair.systolic),
      diastolic: sideOf(entry.diastolic, pair.diastolic),
      missingSideText: missingSideText(pair, entry.series, entry.diastolic),
    },
  };
}

function pressurePairWith(
  row: Row,
  side: PressureChange['fartherSide'],
  { series, diastolic }: PairEntry,
): PressureRowPair {
  const alone: PressureRowPair = { systolic: undefined, diastolic: undefined, [side]: row };
  return pressurePairsOf(series, diastolic).find((pair) => pair[side] && isSameRow(pair[side], row)) ?? alone;
}
