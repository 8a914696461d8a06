import { QueryObserver, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { FhirReader } from '../../fhir/reader.ts';
import { audienceOf } from '../../smart/authorization/audience.ts';
import type { Session } from '../../smart/session/session.ts';
import { eventsReading, type EventsReading } from './eventsReading.ts';
import type { EventsSnapshot } from './eventsSnapshot.ts';
import { eventsKey, READ_ONCE } from '../flowsheet/queries.ts';

/** Returns the query of the events. Run again, it reads only what failed. */
const eventsQuery = (session: Session, reading: EventsReading) =>
  queryOptions({
    ...READ_ONCE,
    queryKey: eventsKey(session),
    queryFn: ({ client, queryKey, signal }): Promise<EventsSnapshot> =>
      reading.run(signal, (snapshot) => client.setQueryData(queryKey, snapshot)),
  });

/** OpenEvents gives the events of an open record. */
export type OpenEvents = {
  readonly events: ReturnType<typeof eventsQuery>;
  /** Reads again what failed. */
  readonly retry: () => void;
  /** Reads everything again. */
  readonly refresh: () => void;
};

/**
 * Starts to read the events of a session at once, and returns them with ways to read them again. The reading goes on whatever the
 * screens do. A type that fails is a part of the snapshot, and nothing is thrown. A patient's list waits for the reports alone, so the other
 * types are read after `firstShown`, which is that of the results.
 */
export function openEvents(
  session: Session,
  reader: FhirReader,
  client: QueryClient,
  firstShown: Promise<void>,
): OpenEvents {
  // The list of patients waits for the names of their reports (screens/myResults/list).
  const reading = eventsReading(
    session,
    reader,
    audienceOf(session) === 'clinician' ? {} : { awaited: 'DiagnosticReport', firstShown },
  );
  const events = eventsQuery(session, reading);
  new QueryObserver(client, events).subscribe(() => {});
  const reread = (): void => void client.refetchQueries({ queryKey: events.queryKey });
  return {
    events,
    retry() {
      reader.tryNow();
      reread();
    },
    refresh() {
      reading.startOver();
      reread();
    },
  };
}
