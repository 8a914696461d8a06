/** This file selects the newer results without a place on a curve that "What changed" may not leave out (rule 13). */
import { flagSeverity, isCriticalFlag } from '../../clinical/observation/flag/flag.ts';
import { isOfPerson } from '../../clinical/observation/reasons/reasons.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { latest } from '../../clinical/series/newest/latest.ts';
import { newerUncharted, type NewerResult } from '../../clinical/series/newest/newerUncharted.ts';
import { compareText } from '../../clinical/series/rowOrder.ts';
import type { Series } from '../../clinical/series/series.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { preliminaryResults } from '../results/newer/preliminaryResults.ts';
import { pairFacts, seriesFacts } from '../results/tileFacts.ts';
import { resultWithoutCurve } from '../results/newer/newerText.ts';
import { isDrawnEntry, seriesOfEntry, tileEntriesOf, type DrawnEntry } from '../results/tileLayout.ts';

export type NewerChange = {
  readonly id: string;
  readonly name: string;
  /** There is at least one. The one with the most severe flag comes first. */
  readonly newer: readonly NewerResult[];
};

const flagOf = ({ lead: { row } }: NewerResult): number => flagSeverity(row.kind.flag);

const severityOf = ({ newer: [first] }: NewerChange): number => (first === undefined ? 0 : flagOf(first));

/** Returns the newest results of a test that has none but preliminary ones: they are new, and nothing final stands beside them. */
function onlyPreliminary(entry: DrawnEntry): readonly NewerResult[] {
  const sides = seriesOfEntry(entry);
  const isPreliminary = (row: Row | undefined): boolean => row?.kind.status === 'preliminary';
  if (entry.newer.length > 0 || !sides.every((series) => isPreliminary(latest(series) ?? series.rows.at(-1))))
    return [];
  const facts = entry.kind === 'pair' ? pairFacts(entry.series, entry.diastolic) : seriesFacts(entry.series);
  const [series, partner] = sides;
  return facts && series ? preliminaryResults(facts, [series, partner], 'after') : [];
}

/** A result of a test without a curve is named if it has a flag or is preliminary, and is no quality control. */
const isNamed = ({ lead: { row } }: NewerResult): boolean =>
  (flagSeverity(row.kind.flag) > 0 || row.kind.status === 'preliminary') && isOfPerson(row.kind);

/**
 * Returns the newest result of a test without a curve and those of it that may be newer, as far as they are named. The most severe
 * comes first.
 */
function namedWithoutCurve(one: Series, all: readonly Series[]): readonly NewerResult[] {
  const newest = resultWithoutCurve(one);
  if (!newest) return [];
  const newer = newerUncharted([one], all).filter(({ lead }) => lead.series === one);
  return [newest, ...newer].filter(isNamed).toSorted((a, b) => flagOf(b) - flagOf(a));
}

/**
 * Returns the newer results that may have been taken after `sinceMs`, and the critical ones of any time. Of series
 * without a curve it returns those with a flag and the preliminary ones, but no quality control. The most severe comes first, then the clinical order.
 */
export function newerChanges(
  series: readonly Series[],
  sinceMs: number,
  timeZone: string,
): readonly NewerChange[] {
  const mayBeSince = ({ lead: { row } }: NewerResult): boolean =>
    isCriticalFlag(row.kind.flag) || !(rowTimeSpan(row, timeZone)[1] <= sinceMs);
  const onCurves = tileEntriesOf(series, [])
    .filter(isDrawnEntry)
    .map((entry): NewerChange => {
      const { id, name } = entry;
      const results = entry.newer.filter(({ manner }) => manner !== 'cancelled');
      return { id, name, newer: [...results, ...onlyPreliminary(entry)].filter(mayBeSince) };
    });
  const withoutCurve = series.map((one): NewerChange => {
    const { id, name } = one;
    return { id, name, newer: namedWithoutCurve(one, series).filter(mayBeSince) };
  });
  const places = new Map(series.map(({ id }, i) => [id, i]));
  return [...onCurves, ...withoutCurve]
    .filter(({ newer }) => newer.length > 0)
    .toSorted(
      (a, b) =>
        severityOf(b) - severityOf(a) ||
        (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0) ||
        compareText(a.id, b.id),
    );
}
