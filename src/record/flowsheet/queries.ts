import { queryOptions } from '@tanstack/react-query';
import type { Session } from '../../smart/session/session.ts';
import type { PatientReading } from '../identity/patientReading.ts';
import type { RecordReading } from './recordReading.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

/**
 * Every query has these options. Keys begin with session, issuer and patient, so that nothing of one patient can answer for
 * another. The cache holds snapshots, never resources. The reader retries pages, so TanStack Query retries nothing
 * (decision 6).
 */
export const READ_ONCE = {
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
  structuralSharing: false,
} as const;

/** Returns the key of the query of the patient's identity. */
export const patientKey = ({ sid, iss, patientId }: Session): string[] => [sid, iss, patientId, 'patient'];

/** Returns the query of the patient's identity. It fails with FhirError or LaunchError. */
export const patientQuery = (session: Session, identity: PatientReading) =>
  queryOptions({
    ...READ_ONCE,
    queryKey: patientKey(session),
    queryFn: ({ signal }) => identity.read(signal),
  });

/** Returns the key of the query of the events, which is loaded later. */
export const eventsKey = ({ sid, iss, patientId }: Session): string[] => [sid, iss, patientId, 'events'];

/** Returns the query of the record. It gives a snapshot after each page; run again, it reads only what failed. */
export const recordQuery = ({ sid, iss, patientId }: Session, reading: RecordReading) =>
  queryOptions({
    ...READ_ONCE,
    queryKey: [sid, iss, patientId, 'record'],
    queryFn: ({ client, queryKey, signal }): Promise<RecordSnapshot> =>
      reading.run(
        signal,
        // A wait of the reader may end after the session and must not bring its record back.
        (snapshot) => client.getQueryState(queryKey) && client.setQueryData(queryKey, snapshot),
      ),
  });
