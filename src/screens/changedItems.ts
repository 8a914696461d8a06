/** What stands in the strip of changes: series and blood pressures by their distance from the patient's own usual. */
import { pairs, type Pair } from '../clinical/curve.ts';
import type { Row } from '../clinical/row.ts';
import { isSameRow } from '../clinical/rows.ts';
import type { Series } from '../clinical/series.ts';
import { byDistance, changeAgainstUsual, newestSince, usualBefore } from '../clinical/usual.ts';
import type { Usual, UsualChange } from '../clinical/usual.ts';
import { knownSpan } from '../charts/frame.ts';
import { worstOf } from '../charts/PairSparkline.tsx';
import { entriesOf, type Entry } from './tileColumns.ts';

/** Within two of the own spreads lies what a measure does anyway. Ours, for clinical review before release. */
const LEAST_DISTANCE = 2;

/** The lower side of a blood pressure, which goes along with the upper one. */
type Diastolic = {
  readonly series: Series;
  readonly row: Row | undefined;
  readonly usual: Usual | undefined;
};

export type ChangedItem = {
  readonly name: string;
  readonly change: UsualChange;
  /** Whose flag stands beside the name. */
  readonly flagged: Row;
  readonly diastolic: Diastolic | undefined;
};

export type Changed = {
  /** Farthest first; only those far enough. */
  readonly items: readonly ChangedItem[];
  /** How many measures have a newer result: compared, and those with a limit or with too few earlier ones. */
  readonly compared: number;
  readonly notCompared: number;
};

type Compared = { readonly entry: Entry; readonly change: UsualChange | undefined };

/** Rule 25: a sort. Every measure with a result after the moment is counted, whether it can be compared or not. */
export function changedSince(series: readonly Series[], sinceMs: number, timeZone: string): Changed {
  const spanOf = (row: Row) => knownSpan(row, timeZone);
  const newer = entriesOf(series, []).flatMap((entry): Compared[] =>
    entry.kind === 'waiting' || !newestSince(entry.series, sinceMs, spanOf)
      ? []
      : [{ entry, change: changeAgainstUsual(entry.series, sinceMs, spanOf) }],
  );
  const compared = newer.flatMap(({ entry, change }) => (change ? [{ entry, change }] : []));
  const far = compared
    .filter(({ change }) => change.distance >= LEAST_DISTANCE)
    .toSorted((a, b) => byDistance(a.change, b.change));
  return {
    items: far.map(({ entry, change }) => itemOf(entry, change, sinceMs, spanOf)),
    compared: compared.length,
    notCompared: newer.length - compared.length,
  };
}

function itemOf(
  entry: Entry,
  change: UsualChange,
  sinceMs: number,
  spanOf: (row: Row) => readonly [number, number],
): ChangedItem {
  const { name } = entry;
  if (entry.kind !== 'pair') return { name, change, flagged: change.row, diastolic: undefined };
  const pair = pairOf(change.row, entry);
  const row = pair?.diastolic;
  const usual = row && usualBefore(entry.diastolic, row, sinceMs, spanOf);
  const flagged = (pair && worstOf(pair)) ?? change.row;
  return { name, change, flagged, diastolic: { series: entry.diastolic, row, usual } };
}

/** Both sides as they were measured together (rule 7). */
const pairOf = (
  row: Row,
  { series, diastolic }: Extract<Entry, { readonly kind: 'pair' }>,
): Pair | undefined =>
  pairs(series, diastolic).find(({ systolic }) => systolic !== undefined && isSameRow(systolic, row));
