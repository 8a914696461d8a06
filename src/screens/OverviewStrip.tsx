import { useMemo } from 'react';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { EventStrangers } from './EventStrangers.tsx';
import type { ChangedProps } from './OverviewEvents.tsx';
import { useEvents } from './useEvents.ts';
import { isRead, visitsIn } from './useSince.ts';
import { WhatChanged } from './WhatChanged.tsx';

type OverviewStripProps = ChangedProps & { readonly record: RecordSnapshot };

/** What changed in the results, since which visit, and in the medication list. */
export function OverviewStrip({ of, layout, ...props }: OverviewStripProps) {
  const events = useEvents(of, props.record.ended);
  const { encounterId } = of.session;
  const visits = useMemo(() => visitsIn(events, encounterId), [events, encounterId]);
  return (
    <>
      <EventStrangers events={events} />
      <WhatChanged
        {...props}
        visits={visits}
        courses={isRead(events, 'MedicationRequest') ? events?.courses : undefined}
        columns={layout.columns}
      />
    </>
  );
}
