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
type ChangedAboveProps = {
  /** undefined while nothing but the curves is to be loaded. */
  readonly record: RecordSnapshot | undefined;
  readonly layout: Layout;
};

/** The changes stand above the curves; their place is kept from the beginning. */
export const ChangedAbove = ({ record, layout }: ChangedAboveProps) => (
  <div className={styles.strip} data-columns={layout.columns}>
    {record && (
      <Suspense>
        <OverviewStrip record={record} layout={layout} />
      </Suspense>
    )}
  </div>
);

type EventsBelowProps = ChangedAboveProps & { readonly view: ViewWindow };

/** The events stand under the curves, on their time axis. */
export const EventsBelow = ({ record, view, layout }: EventsBelowProps) =>
  record && view.visible ? (
    <Suspense>
      <OverviewRibbon {...{ record, view, layout }} />
    </Suspense>
  ) : null;
