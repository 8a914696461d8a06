import { EventRibbon } from './EventRibbon.tsx';
import type { BelowProps } from './OverviewEvents.tsx';
import { useEvents, useRetryEvents } from '../../parts/events/useEvents.ts';

/** Results come first: what happened around them is asked for when they have been read. */
export function OverviewRibbon({ record, view, layout }: BelowProps) {
  const events = useEvents(record?.ended === true);
  const onRetry = useRetryEvents();
  return (
    <EventRibbon events={events} view={view} widthPx={layout.width} scale={layout.scale} onRetry={onRetry} />
  );
}
