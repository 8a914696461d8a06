import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { EventsSnapshot } from '../record/events/eventsSnapshot.ts';
import { eventsKey, type patientQuery, type recordQuery } from '../record/flowsheet/queries.ts';
import type { Session } from '../smart/session/session.ts';

/**
 * Returns an action that saves the record as CSV. It reads the cache when the button is pressed, so that the action itself
 * never changes.
 */
export function useCsvExport(
  session: Session,
  { queryKey: patientKey }: ReturnType<typeof patientQuery>,
  { queryKey: recordKey }: ReturnType<typeof recordQuery>,
  timeZone: string,
): () => void {
  const client = useQueryClient();
  const save = useCallback(async () => {
    const { downloadCsv } = await import('../parts/export/downloadCsv.ts');
    const patient = client.getQueryData(patientKey);
    const record = client.getQueryData(recordKey);
    const events = client.getQueryData<EventsSnapshot>(eventsKey(session));
    if (patient !== undefined && record !== undefined) downloadCsv(record, patient, timeZone, events);
  }, [client, session, patientKey, recordKey, timeZone]);
  return useCallback(() => void save(), [save]);
}
