import { useQueryClient } from '@tanstack/react-query';
import { useMemo, type RefObject } from 'react';
import type { OpenRecordActions } from '../parts/openRecord/openRecordContexts.ts';
import type { OpenedSession } from '../parts/openRecord/openedSession.ts';
import type { EventsSnapshot } from '../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { eventsKey, type patientQuery, type recordQuery } from '../record/flowsheet/queries.ts';

const ignore = (): void => undefined;

type Shown = Pick<OpenRecordActions, 'openSource' | 'followSource'> & {
  /** This is the record as it is shown, in the units that hold now. */
  readonly shownRecord: RefObject<RecordSnapshot | undefined>;
};

/** Returns the actions of the open record. They read the cache when they are called, so that they never change. */
export function useRecordActions(
  { session, openEvents }: OpenedSession,
  { queryKey: patientKey }: ReturnType<typeof patientQuery>,
  { queryKey }: ReturnType<typeof recordQuery>,
  timeZone: string,
  { openSource, followSource, shownRecord }: Shown,
): OpenRecordActions {
  const client = useQueryClient();
  return useMemo(() => {
    const saveCsv = async (): Promise<void> => {
      const { downloadCsv } = await import('../parts/export/downloadCsv.ts');
      const patient = client.getQueryData(patientKey);
      const record = shownRecord.current;
      const events = client.getQueryData<EventsSnapshot>(eventsKey(session));
      if (patient !== undefined && record !== undefined)
        downloadCsv({ record, patient, timeZone, events, nowMs: Date.now() });
    };
    return {
      openSource,
      followSource,
      exportCsv: () => void saveCsv(),
      retryReading() {
        // The events come after the results. One button tries again all that failed or waits.
        if (client.getQueryData(queryKey)?.ended || client.getQueryData(eventsKey(session)))
          openEvents().then(({ retry }) => retry(), ignore);
        if (client.getQueryData(patientKey) === undefined) {
          // A query without data would go on waiting for its first request.
          void client.cancelQueries({ queryKey: patientKey });
          void client.refetchQueries({ queryKey: patientKey });
        }
        void client.refetchQueries({ queryKey });
      },
    };
  }, [client, session, openEvents, patientKey, queryKey, timeZone, openSource, followSource, shownRecord]);
}
