import { EventRibbon } from './EventRibbon.tsx';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import { useEvents, useRetryEvents } from '../../parts/events/useEvents.ts';

type OverviewRibbonProps = {
  readonly record: RecordSnapshot;
  readonly view: ViewWindow;
  readonly layout: Layout;
};

/** Results come first: what happened around them is asked for when they have been read. */
export function OverviewRibbon({ record, view, layout }: OverviewRibbonProps) {
  const events = useEvents(record.ended);
  const onRetry = useRetryEvents();
  return (
    <EventRibbon
      events={events}
      view={view}
      widthPx={layout.widthPx}
      scale={layout.scale}
      onRetry={onRetry}
    />
  );
}
