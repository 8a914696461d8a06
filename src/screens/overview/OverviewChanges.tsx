import { useMemo } from 'react';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { OtherPatientEventsNotice } from '../../parts/events/OtherPatientEventsNotice.tsx';
import type { Layout } from '../../parts/results/useLayout.ts';
import { MEDICATION_EVENT_TYPES, typeStatusText } from '../../parts/events/eventText.ts';
import { useEvents } from '../../parts/events/useEvents.ts';
import { changeFactsOf } from '../../parts/changes/changeFacts.ts';
import { isEventTypeComplete, visitsIn } from '../../parts/changes/sinceMoments.ts';
import { ChangesStrip } from '../../parts/changes/ChangesStrip.tsx';
import { isWaiting } from '../../parts/recordStatus/recordStatusText.ts';
import { useLoadedRecord, useRecord, useSession } from '../../parts/openRecord/openRecordContexts.ts';

/**
 * Returns the courses once every search for medication has ended. The end of an order is no stop where a statement, which may come
 * later, says that the drug is still taken.
 */
const readCoursesIn = (events: EventsSnapshot | undefined): EventsSnapshot['courses'] | undefined =>
  isEventTypeComplete(events, 'MedicationRequest') &&
  medicationStatesOf(events).every(({ state }) => state !== 'waiting' && state !== 'reading')
    ? events?.courses
    : undefined;

const medicationStatesOf = (events: EventsSnapshot | undefined) =>
  (events?.states ?? []).filter(({ type }) => MEDICATION_EVENT_TYPES.includes(type));

/** Says why the medication is not known. Only the orders say what was changed. */
function medicationStatusIn(events: EventsSnapshot | undefined): string {
  const orders = typeStatusText(events, 'MedicationRequest');
  return orders === '' || orders === 'loading' ? 'loading' : `orders: ${orders}`;
}

type OverviewChangesProps = Pick<Layout, 'columns'>;

/** Reads the events and shows what changed in the results and in the medication list since an earlier visit. */
export function OverviewChanges({ columns }: OverviewChangesProps) {
  const { ended, series } = useLoadedRecord();
  const { patient, wait } = useRecord();
  const events = useEvents(ended);
  const { encounterId } = useSession().session;
  const visits = useMemo(() => visitsIn(events, encounterId), [events, encounterId]);
  const facts = useMemo(() => changeFactsOf(events, series, patient?.birth), [events, series, patient]);
  return (
    <>
      <OtherPatientEventsNotice events={events} />
      <ChangesStrip
        visits={visits}
        facts={facts}
        courses={readCoursesIn(events)}
        medicationStatus={medicationStatusIn(events)}
        isListIncomplete={medicationStatesOf(events).some(({ state }) => state !== 'complete')}
        // A list that is drawn must not change by itself, but a silent server does not hide it.
        areEventsAwaited={events?.ended !== true && !isWaiting(wait)}
        columns={columns}
      />
    </>
  );
}
