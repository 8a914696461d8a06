import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { fhirReader } from './fhir/reader.ts';
import { identityReading } from './record/identityReading.ts';
import { patientQuery, recordQuery } from './record/queries.ts';
import { queryClient } from './record/queryClient.ts';
import { recordReading } from './record/recordReading.ts';
import type { Session } from './smart/session.ts';

/** A session and what is read under it. */
export type OpenRecord = {
  readonly session: Session;
  readonly client: QueryClient;
  readonly patient: ReturnType<typeof patientQuery>;
  readonly record: ReturnType<typeof recordQuery>;
};

/** Asks for the patient and the results at once, before React draws anything: nothing waits for a component to mount. */
export function openRecord(session: Session): OpenRecord {
  const client = queryClient();
  const reader = fhirReader(session);
  const patient = patientQuery(session, identityReading(session, reader));
  const record = recordQuery(session, recordReading(session, reader));
  // Observers of our own: the reading goes on whatever React mounts and unmounts.
  new QueryObserver(client, patient).subscribe(() => {});
  new QueryObserver(client, record).subscribe(() => {});
  // An ended session leaves nothing behind that could be taken for current.
  session.onEnd(() => {
    void client.cancelQueries();
    client.clear();
  });
  return { session, client, patient, record };
}
