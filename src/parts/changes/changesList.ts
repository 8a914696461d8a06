/** What stands in the strip of changes: series and blood pressures by their distance from the patient's own usual. */
import { latest } from '../../clinical/series/latest.ts';
import { pressurePairsOf, type PressureRowPair } from '../../clinical/series/pressurePairs.ts';
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
import { tileEntriesOf, type TileEntry } from '../results/tileLayout.ts';
import { missingSide } from '../results/tileFacts.ts';

/** Within two of the own spreads lies what a measure does anyway. Ours, for clinical review before release. */
const LEAST_DISTANCE = 2;

type Side = {
  readonly series: Series;
  readonly row: Row | undefined;
  readonly usual: PersonalBaseline | undefined;
};

/** Both sides as they were measured together (rule 7). */
type BothSides = {
  /** The side that is farther from its usual: the change is of this one. */
  readonly leads: 'systolic' | 'diastolic';
  readonly systolic: Side;
  readonly diastolic: Side;
  /** ", diastolic not recorded"; '' when nothing is missing. */
  readonly missing: string;
};

export type ChangeItem = {
  /** Of its place on the screen. */
  readonly id: string;
  readonly name: string;
  readonly change: BaselineChange;
  /** Whose flag stands beside the name. */
  readonly flagged: Row;
  /** Of a blood pressure. */
  readonly both: BothSides | undefined;
  /** Whether a later result cannot be drawn, and so not be compared (rule 17). */
  readonly hasNewerListed: boolean;
};

export type ChangesList = {
  /** Farthest first; only those far enough. */
  readonly items: readonly ChangeItem[];
  /** How many measures have a newer result: compared, and those with a limit or with too few earlier ones. */
  readonly compared: number;
  readonly notCompared: number;
  /** How many have a later result that cannot be drawn (rule 17); they may be among those compared. */
  readonly listed: number;
};

type Compared = { readonly entry: DrawnEntry; readonly change: BaselineChange | undefined };
type DrawnEntry = Exclude<TileEntry, { readonly kind: 'waiting' }>;
type PairEntry = Extract<TileEntry, { readonly kind: 'pair' }>;
type SpanOf = (row: Row) => readonly [number, number];

const seriesOf = (entry: DrawnEntry): readonly Series[] =>
  entry.kind === 'pair' ? [entry.series, entry.diastolic] : [entry.series];

/** Rule 25: a sort. Every measure with a result after the moment is counted, whether it can be compared or not. */
export function changedSince(series: readonly Series[], sinceMs: number, timeZone: string): ChangesList {
  const spanOf: SpanOf = (row) => rowTimeSpan(row, timeZone);
  const entries = tileEntriesOf(series, []).filter((entry) => entry.kind !== 'waiting');
  const newer = entries.flatMap((entry): Compared[] => {
    const sides = seriesOf(entry);
    if (!sides.some((side) => latestSince(side, sinceMs, spanOf))) return [];
    // Either side of a blood pressure can change alone: the one that is farther leads.
    const changes = sides.flatMap((side) => changeAgainstBaseline(side, sinceMs, spanOf) ?? []);
    return [{ entry, change: changes.toSorted(byDistanceFromBaseline)[0] }];
  });
  const compared = newer.flatMap(({ entry, change }) => (change ? [{ entry, change }] : []));
  const far = compared
    .filter(({ change }) => change.distance >= LEAST_DISTANCE)
    .toSorted((a, b) => byDistanceFromBaseline(a.change, b.change));
  return {
    items: far.map(({ entry, change }) => itemOf(entry, change, sinceMs, spanOf)),
    compared: compared.length,
    notCompared: newer.length - compared.length,
    listed: entries.filter((entry) => hasNewerListed(entry, sinceMs)).length,
  };
}

/** Later than every result of the measure that may be called the latest. */
function hasNewerListed(entry: DrawnEntry, sinceMs: number): boolean {
  const sides = seriesOf(entry);
  const newestMs = Math.max(sinceMs, ...sides.map((side) => latest(side)?.timeMs ?? sinceMs));
  return sides.some(({ listed }) => listed.some(({ timeMs }) => timeMs > newestMs));
}

function itemOf(entry: DrawnEntry, change: BaselineChange, sinceMs: number, spanOf: SpanOf): ChangeItem {
  const { id, name } = entry;
  const shared = { id, name, change, hasNewerListed: hasNewerListed(entry, sinceMs) };
  if (entry.kind !== 'pair') return { ...shared, flagged: change.row, both: undefined };
  const leads = change.series === entry.diastolic ? 'diastolic' : 'systolic';
  const pair = pairOf(change.row, leads, entry);
  const sideOf = (series: Series, row: Row | undefined): Side => {
    return { series, row, usual: row && baselineBefore(series, row, sinceMs, spanOf) };
  };
  return {
    ...shared,
    flagged: sideWithWorstFlag(pair) ?? change.row,
    both: {
      leads,
      systolic: sideOf(entry.series, pair.systolic),
      diastolic: sideOf(entry.diastolic, pair.diastolic),
      missing: missingSide(pair, entry.series, entry.diastolic),
    },
  };
}

function pairOf(row: Row, leads: BothSides['leads'], { series, diastolic }: PairEntry): PressureRowPair {
  const alone: PressureRowPair = { systolic: undefined, diastolic: undefined, [leads]: row };
  return (
    pressurePairsOf(series, diastolic).find((pair) => pair[leads] && isSameRow(pair[leads], row)) ?? alone
  );
}
