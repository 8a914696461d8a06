import { useCallback } from 'react';
import { EventRibbon } from './EventRibbon.tsx';
import type { BelowProps } from './OverviewEvents.tsx';
import { useEvents } from '../../parts/events/useEvents.ts';

/** Results come first: what happened around them is asked for when they have been read. */
export function OverviewRibbon({ of, record, view, layout, ...shared }: BelowProps) {
  const events = useEvents(of, record?.ended === true);
  const onRetry = useCallback(() => void of.events().then(({ retry }) => retry()), [of]);
  return (
    <EventRibbon
      {...shared}
      events={events}
      view={view}
      widthPx={layout.width}
      scale={layout.scale}
      onRetry={onRetry}
    />
  );
}
