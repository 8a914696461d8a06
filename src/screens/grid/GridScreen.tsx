import type { ComponentProps } from 'react';
import { OtherPatientEventsNotice } from '../../parts/events/OtherPatientEventsNotice.tsx';
import { Grid } from './Grid.tsx';
import type { InContext } from '../../parts/openRecord/openedSession.ts';
import { useEvents } from '../../parts/events/useEvents.ts';

type GridScreenProps = Omit<ComponentProps<typeof Grid>, 'events' | 'encounterId'> & {
  readonly of: InContext;
};

/** The results by date, with the visits that say which of them are new. They are read when the results have been. */
export function GridScreen({ of, ...props }: GridScreenProps) {
  const events = useEvents(of, props.record?.ended === true);
  return (
    <Grid
      {...props}
      events={events}
      encounterId={of.session.encounterId}
      sessionNotices={
        <>
          {props.sessionNotices}
          <OtherPatientEventsNotice events={events} />
        </>
      }
    />
  );
}
