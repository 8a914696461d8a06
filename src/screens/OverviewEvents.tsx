import { Suspense, useCallback } from 'react';
import type { EventsSnapshot } from '../record/eventsSnapshot.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { lazyPart } from './lazyScreen.ts';
import type { TimeWindow } from './recordWindow.ts';
import type { OpenedSession } from './sessionParts.tsx';
import type { Layout } from './useLayout.ts';
import styles from './OverviewEvents.module.css';

const OverviewStrip = lazyPart(
  async () => (await import('./OverviewStrip.tsx')).OverviewStrip,
  () => <p>What changed could not be loaded. Reload the page to try again.</p>,
);
const EventRibbon = lazyPart(
  async () => (await import('./EventRibbon.tsx')).EventRibbon,
  () => <p>The events could not be loaded. Reload the page to try again.</p>,
);

type Shared = {
  readonly events: EventsSnapshot | undefined;
  readonly layout: Layout;
  readonly todayMs: number;
  readonly timeZone: string;
};

/** Above the curves what changed; its place is kept from the beginning. `record` undefined: not to be loaded yet. */
export const ChangedAbove = ({
  record,
  layout: { columns },
  ...shared
}: Shared & { readonly record: RecordSnapshot | undefined }) => (
  <div className={styles.strip} data-columns={columns}>
    {record && (
      <Suspense>
        <OverviewStrip {...shared} record={record} columns={columns} />
      </Suspense>
    )}
  </div>
);

type BelowProps = Shared & { readonly of: Pick<OpenedSession, 'events'>; readonly range: TimeWindow };

/** Under the curves, on their time axis: what happened around them. */
export function EventsBelow({ of, range, layout: { width, scale }, ...shared }: BelowProps) {
  const onRetry = useCallback(() => void of.events().then(({ retry }) => retry()), [of]);
  return (
    <Suspense>
      <EventRibbon {...shared} window={range} widthPx={width} scale={scale} onRetry={onRetry} />
    </Suspense>
  );
}
