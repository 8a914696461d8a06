import type { ComponentProps } from 'react';
import { EventStrangers } from './EventStrangers.tsx';
import { Grid } from './Grid.tsx';
import type { InContext } from './OverviewEvents.tsx';
import { useEvents } from './useEvents.ts';

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
          <EventStrangers events={events} />
        </>
      }
    />
  );
}
