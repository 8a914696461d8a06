import { useMemo } from 'react';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { OtherPatientEventsNotice } from '../../parts/events/OtherPatientEventsNotice.tsx';
import type { Layout } from '../../parts/results/useLayout.ts';
import { MEDICATION_EVENT_TYPES } from '../../parts/events/eventText.ts';
import { useEvents } from '../../parts/events/useEvents.ts';
import { isEventTypeComplete, visitsIn } from '../../parts/changes/sinceMoments.ts';
import { ChangesStrip } from '../../parts/changes/ChangesStrip.tsx';
import { useSession } from '../../parts/openRecord/openRecordContexts.ts';

/**
 * The courses once all that was asked about medication has been read or has failed: the end of an order is no stop where a
 * statement, which may come later, says that the drug is still taken.
 */
const coursesIn = (events: EventsSnapshot | undefined): EventsSnapshot['courses'] | undefined =>
  isEventTypeComplete(events, 'MedicationRequest') &&
  ofMedication(events).every(({ state }) => state !== 'waiting' && state !== 'reading')
    ? events?.courses
    : undefined;

const ofMedication = (events: EventsSnapshot | undefined) =>
  (events?.states ?? []).filter(({ type }) => MEDICATION_EVENT_TYPES.includes(type));

type OverviewStripProps = { readonly record: RecordSnapshot; readonly layout: Layout };

/** What changed in the results, since which visit, and in the medication list. */
export function OverviewStrip({ layout, record }: OverviewStripProps) {
  const events = useEvents(record.ended);
  const { encounterId } = useSession().session;
  const visits = useMemo(() => visitsIn(events, encounterId), [events, encounterId]);
  return (
    <>
      <OtherPatientEventsNotice events={events} />
      <ChangesStrip
        visits={visits}
        courses={coursesIn(events)}
        isListIncomplete={ofMedication(events).some(({ state }) => state !== 'complete')}
        columns={layout.columns}
      />
    </>
  );
}
