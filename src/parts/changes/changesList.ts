/** This file ranks series and blood pressures by what changed in them since a moment. */
import { pressureOfRow } from '../../clinical/series/pairs/pressureOfRow.ts';
import type { NewerResult } from '../../clinical/series/newest/newerUncharted.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { baselineOf, type ChangeContext } from '../../clinical/change/changeBaseline.ts';
import { LISTED_DISTANCE } from '../../clinical/change/changeDistance.ts';
import type { PatientFacts } from '../../clinical/change/patientFacts.ts';
import {
  byRank,
  causeOf,
  relativeDistance,
  isBeyond,
  isShownWithoutDistance,
  newestSince,
  rankOfChange,
  seriesChangeOf,
  type SeriesChange,
} from '../../clinical/change/seriesChange.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { wallClockMs } from '../../charts/format/timeZone.ts';
import { sideWithWorstFlag } from '../../charts/marks/pairBar.ts';
import { medianDigits } from './changeNumbers.ts';
import { isDrawnEntry, seriesOfEntry, tileEntriesOf, type DrawnEntry } from '../results/tileLayout.ts';
import { missingSideText } from '../results/tileFacts.ts';

type SideChange = {
  readonly series: Series;
  readonly row: Row | undefined;
  /** The median of the baseline in digits is '' without one. */
  readonly median: string;
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
  readonly change: SeriesChange;
  /** The flag of this row stands beside the name. */
  readonly flaggedRow: Row;
  /** Only a blood pressure has this. */
  readonly pressure: PressureChange | undefined;
  /** These results may be newer and are not compared, because they are not on the curve (rules 13 and 17). */
  readonly newer: readonly NewerResult[];
  /** These measures changed by the same cause: they share the line. */
  readonly also: readonly SeriesChange[];
};

export type ChangesList = {
  /** The listed items stand in their order; one line for one cause. */
  readonly items: readonly ChangeItem[];
  /** These have a new and an earlier result, and nothing that says how far they are apart. The newest comes first. */
  readonly withoutDistance: readonly ChangeItem[];
  /** These were compared, and are not listed. */
  readonly others: readonly ChangeItem[];
  /** These have a new result that was not compared, whether it is listed or not. */
  readonly notCompared: readonly ChangeItem[];
  /** This many measures have a newer result that was compared. */
  readonly comparedCount: number;
  /** This many of them are beyond the usual variation. */
  readonly beyondCount: number;
  /** This many measures have a later result that cannot be drawn (rule 17). Some of them may be compared as well. */
  readonly newerListedCount: number;
};

/** These are the changes of one measure: one series, or both sides of a blood pressure, the one that leads first. */
type EntryChange = { readonly entry: DrawnEntry; readonly changes: readonly SeriesChange[] };

/** Returns a key of the calendar day on which a row was measured. A month or year is a day of its own. */
function dayKey({ id, timeMs, kind: { precision } }: Row, timeZone: string): string {
  if (precision === 'month' || precision === 'year') return `${precision} ${timeMs} ${id}`;
  return String(Math.floor((precision === 'instant' ? wallClockMs(timeMs, timeZone) : timeMs) / DAY_MS));
}

/**
 * Compares and sorts (rule 25). Every measure with a result after the time is counted, whether it can be
 * compared or not.
 */
export function changesSince(
  series: readonly Series[],
  sinceMs: number,
  timeZone: string,
  facts: PatientFacts,
): ChangesList {
  const context: ChangeContext = {
    sinceMs,
    facts,
    spanOf: (row) => rowTimeSpan(row, timeZone),
    dayOf: (row) => dayKey(row, timeZone),
  };
  const entries = tileEntriesOf(series, []).filter(isDrawnEntry);
  const measures = entries.flatMap((entry) => entryChangesOf(entry, context));
  const isCompared = ({ changes }: EntryChange): boolean =>
    changes.some(({ distance, growth }) => distance ?? growth);
  const compared = measures.filter(isCompared);
  const ranked = measures.filter(({ changes: [lead] }) => lead && rankOfChange(lead) !== undefined);
  const items = linesOf(ranked, measures, context);
  const onLines = new Set(
    items.flatMap(({ change, also }) => [change, ...also].map(({ series: one }) => one.id)),
  );
  const isOnLine = ({ changes }: EntryChange): boolean =>
    changes.some(({ series: one }) => onLines.has(one.id));
  const itemsOf = (some: readonly EntryChange[]): readonly ChangeItem[] =>
    some.flatMap(({ entry, changes: [lead] }) => (lead ? [changeItemOf(entry, lead, [], context)] : []));
  const notCompared = measures.filter((measure) => !isCompared(measure));
  return {
    items,
    withoutDistance: itemsOf(
      notCompared
        .filter((measure) => !isOnLine(measure) && measure.changes.some(isShownWithoutDistance))
        .toSorted((a, b) => timeMsOf(b) - timeMsOf(a)),
    ),
    others: itemsOf(compared.filter((measure) => !isOnLine(measure))),
    notCompared: itemsOf(notCompared),
    comparedCount: compared.length,
    beyondCount: compared.filter(({ changes }) => changes.some((change) => isBeyond(change))).length,
    newerListedCount: entries.filter((entry) => hasNewerListed(entry, context)).length,
  };
}

const timeMsOf = ({ changes }: EntryChange): number => Math.max(...changes.map(({ row }) => row.timeMs));

function entryChangesOf(entry: DrawnEntry, context: ChangeContext): readonly EntryChange[] {
  const changes = seriesOfEntry(entry).flatMap((side) => seriesChangeOf(side, context) ?? []);
  return changes.length === 0 ? [] : [{ entry, changes: changes.toSorted(byRank) }];
}

type RankedLead = { readonly entry: DrawnEntry; readonly lead: SeriesChange };

/**
 * Makes one line for each cause. The best rank of its measures gives the line its place. A critical result leads it, else
 * the measure that is farthest from its baseline.
 */
function linesOf(
  ranked: readonly EntryChange[],
  measures: readonly EntryChange[],
  context: ChangeContext,
): readonly ChangeItem[] {
  const leadsOf = (some: readonly EntryChange[]): RankedLead[] =>
    some.flatMap(({ entry, changes: [lead] }) => (lead ? [{ entry, lead }] : []));
  const inOrder = leadsOf(ranked).toSorted((a, b) => byRank(a.lead, b.lead));
  const causes = new Set(inOrder.map(({ lead }) => causeOf(lead.series)));
  return [...causes].map((cause) => {
    const [first, ...others] = leadsOf(measures)
      .filter(({ lead }) => causeOf(lead.series) === cause)
      .filter(
        ({ lead }) => rankOfChange(lead) !== undefined || Math.abs(lead.distance?.d ?? 0) > LISTED_DISTANCE,
      )
      .toSorted((a, b) => byLead(a.lead, b.lead));
    const also = others.map(({ lead }) => lead);
    return changeItemOf(first!.entry, first!.lead, also, context);
  });
}

const byLead = (a: SeriesChange, b: SeriesChange): number =>
  Number(b.critical !== undefined) - Number(a.critical !== undefined) ||
  relativeDistance(b) - relativeDistance(a) ||
  byRank(a, b);

/** Returns whether a listed result may be later than the latest one and than the moment. */
const hasNewerListed = ({ newer }: DrawnEntry, { sinceMs, spanOf }: ChangeContext): boolean =>
  newer.some(({ manner, lead: { row } }) => manner === 'listed' && !(spanOf(row)[1] <= sinceMs));

function changeItemOf(
  entry: DrawnEntry,
  change: SeriesChange,
  also: readonly SeriesChange[],
  context: ChangeContext,
): ChangeItem {
  const { id, name, newer } = entry;
  const shared = { id, name, change, also, newer };
  if (entry.kind !== 'pair') return { ...shared, flaggedRow: change.row, pressure: undefined };
  const fartherSide = change.series === entry.diastolic ? 'diastolic' : 'systolic';
  const pair = pressureOfRow(change.row, fartherSide, entry.series, entry.diastolic) ?? {
    systolic: undefined,
    diastolic: undefined,
    [fartherSide]: change.row,
  };
  const sideOf = (series: Series, row: Row | undefined): SideChange => {
    const isNew = row && newestSince(series, context.sinceMs, context.spanOf).length > 0;
    const median = isNew
      ? medianDigits(baselineOf(series, row, context).baseline, series, change.decimals)
      : '';
    return { series, row, median };
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
