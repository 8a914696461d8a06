import { useCallback } from 'react';
import { EventRibbon } from './EventRibbon.tsx';
import type { AroundProps } from './OverviewEvents.tsx';
import type { TimeWindow } from './recordWindow.ts';
import { useEvents } from './useEvents.ts';

type OverviewRibbonProps = AroundProps & { readonly range: TimeWindow };

/** Results come first: what happened around them is asked for when they have been read. */
export function OverviewRibbon({ of, record, range, layout, ...shared }: OverviewRibbonProps) {
  const events = useEvents(of, record?.ended === true);
  const onRetry = useCallback(() => void of.events().then(({ retry }) => retry()), [of]);
  return (
    <EventRibbon
      {...shared}
      events={events}
      window={range}
      widthPx={layout.width}
      scale={layout.scale}
      onRetry={onRetry}
    />
  );
}
