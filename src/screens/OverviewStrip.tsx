import { useMemo } from 'react';
import type { CareEvent } from '../clinical/careEvent.ts';
import type { EventsSnapshot } from '../record/eventsSnapshot.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { EventStrangers } from './EventStrangers.tsx';
import type { ChangedProps } from './OverviewEvents.tsx';
import { recentMedicationChanges } from './medicationWords.ts';
import { useEvents } from './useEvents.ts';
import { WhatChanged } from './WhatChanged.tsx';

type OverviewStripProps = ChangedProps & { readonly record: RecordSnapshot };

const isVisit = ({ lane, isNotDone }: CareEvent): boolean => lane === 'encounter' && !isNotDone;

/** A list that is not whole would hide a change: then nothing is said of it here. */
const isRead = (events: EventsSnapshot | undefined, type: string): boolean =>
  events?.states.some((state) => state.type === type && state.state === 'complete') === true;

/** What changed in the results, since which visit, and in the medication list. */
export function OverviewStrip({ of, layout, ...props }: OverviewStripProps) {
  const { record, timeZone } = props;
  const events = useEvents(of, record.ended);
  const { encounterId } = of.session;
  const visits = useMemo(
    () =>
      isRead(events, 'Encounter')
        ? events?.events.filter(isVisit).map((one) => ({ ...one, inContext: one.id === encounterId }))
        : undefined,
    [events, encounterId],
  );
  const medicationChanges = useMemo(
    () =>
      isRead(events, 'MedicationRequest')
        ? recentMedicationChanges(events?.courses ?? [], -Infinity, timeZone)
        : undefined,
    [events, timeZone],
  );
  return (
    <>
      <EventStrangers events={events} />
      <WhatChanged
        {...props}
        visits={visits}
        medicationChanges={medicationChanges}
        columns={layout.columns}
      />
    </>
  );
}
