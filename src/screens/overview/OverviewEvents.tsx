import { Suspense } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { latePart } from '../../ui/loading/lazyScreen.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import styles from './OverviewEvents.module.css';

const OverviewStrip = latePart(
  async () => (await import('./OverviewStrip.tsx')).OverviewStrip,
  () => <p>What changed could not be loaded. Reload the page to try again.</p>,
);
const OverviewRibbon = latePart(
  async () => (await import('./OverviewRibbon.tsx')).OverviewRibbon,
  () => <p>The events could not be loaded. Reload the page to try again.</p>,
);
/** `record` is undefined while neither is to be loaded yet. */
export type AroundProps = {
  readonly record: RecordSnapshot | undefined;
  readonly layout: Layout;
};

export type BelowProps = AroundProps & { readonly view: ViewWindow };

/** Above the curves what changed; its place is kept from the beginning. */
export const ChangedAbove = ({ record, ...shared }: AroundProps) => (
  <div className={styles.strip} data-columns={shared.layout.columns}>
    {record && (
      <Suspense>
        <OverviewStrip {...shared} record={record} />
      </Suspense>
    )}
  </div>
);

/** Under the curves, on their time axis: what happened around them. */
export const EventsBelow = ({ record, view, ...shared }: BelowProps) =>
  record && view.shown ? (
    <Suspense>
      <OverviewRibbon {...shared} record={record} view={view} />
    </Suspense>
  ) : null;
