import { queryOptions } from '@tanstack/react-query';
import type { Session } from '../../smart/session/session.ts';
import type { PatientReading } from '../identity/patientReading.ts';
import type { RecordReading } from './recordReading.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

/**
 * The options that screens use. Every key begins with session, issuer and patient: nothing of one can answer for another.
 * What is cached are small handles, never resources; a page is retried in the reader, so Query retries nothing.
 */
export const READ_ONCE = {
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
  structuralSharing: false,
} as const;

/** The identity line. */
export const patientQuery = ({ sid, iss, patientId }: Session, identity: PatientReading) =>
  queryOptions({
    ...READ_ONCE,
    queryKey: [sid, iss, patientId, 'patient'],
    queryFn: ({ signal }) => identity.read(signal),
  });

/** The record as it fills: a new small snapshot after each page, drawn at once. Run again, it reads only what failed. */
export const recordQuery = ({ sid, iss, patientId }: Session, reading: RecordReading) =>
  queryOptions({
    ...READ_ONCE,
    queryKey: [sid, iss, patientId, 'record'],
    queryFn: ({ client, queryKey, signal }): Promise<RecordSnapshot> =>
      reading.run(
        signal,
        // A wait of the reader may end after the session has, and must not bring its record back.
        (snapshot) => client.getQueryState(queryKey) && client.setQueryData(queryKey, snapshot),
      ),
  });
