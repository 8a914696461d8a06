/** A report without words is not listed beside its results, unless some of them are nowhere in the record. */
import { useMemo } from 'react';
import { countText } from '../../charts/format/numberText.ts';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { hasOccurred } from '../../clinical/events/eventOccurrence.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import { eventsTexts } from './events.messages.ts';

type ReadResults = Pick<RecordSnapshot, 'series' | 'withdrawn' | 'ended'>;

/** Returns which of these Observations are not in the record. A retracted one is known, and is told elsewhere. */
function idsNotIn({ series, withdrawn = [] }: ReadResults, ids: Iterable<string>): ReadonlySet<string> {
  const missing = new Set(ids);
  for (const { id } of withdrawn) missing.delete(id);
  for (const { rows, listed } of series)
    for (const all of [rows, listed]) {
      if (missing.size === 0) return missing;
      for (const { id } of all) missing.delete(id);
    }
  return missing;
}

const holdsResultsOnly = (event: CareEvent): boolean => event.isResultsOnly === true && hasOccurred(event);

/**
 * Returns the events in which a report that only holds results together is one of its own where results of it are missing: they
 * were left out because they are another patient's, not granted, of another server, or never sent. While results are read nothing is
 * missing yet.
 */
export function reportsWithMissingResults(
  events: readonly CareEvent[],
  record: ReadResults,
): readonly CareEvent[] {
  const reports = record.ended ? events.filter(holdsResultsOnly) : [];
  if (reports.length === 0) return events;
  const missing = idsNotIn(
    record,
    reports.flatMap(({ resultIds = [] }) => resultIds),
  );
  return events.map((event) => {
    if (!holdsResultsOnly(event)) return event;
    const { isResultsOnly: _, ...report } = event;
    const absent = new Set(event.resultIds?.filter((id) => missing.has(id)));
    const missingResultCount = absent.size + (event.foreignResultCount ?? 0);
    return missingResultCount > 0 ? { ...report, missingResultCount } : event;
  });
}

/** Returns a snapshot with those reports that are listed because results of them are missing. */
export const withMissingResults = <T extends EventsSnapshot | undefined>(
  snapshot: T,
  record: ReadResults | undefined,
): T =>
  snapshot && record ? { ...snapshot, events: reportsWithMissingResults(snapshot.events, record) } : snapshot;

/** Returns the same for a screen, which looks through the results once only. */
export function useReportsWithMissingResults<T extends EventsSnapshot | undefined>(snapshot: T): T {
  const { record } = useRecord();
  return useMemo(() => withMissingResults(snapshot, record), [snapshot, record]);
}

/** Says how many results of a report are not in the record; '' where it has them all. */
export const missingResultsText = ({ missingResultCount: count }: CareEvent): string =>
  count === undefined ? '' : eventsTexts('missingResults', { count, shown: countText(count) });
