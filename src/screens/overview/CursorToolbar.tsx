import { Suspense, type RefObject } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { latePart } from '../../ui/loading/lazyScreen.ts';
import { OverviewCursor } from './OverviewCursor.tsx';
import { hasFrequentReadings } from '../../parts/monitor/useMonitor.ts';

const DenseSwitch = latePart(
  async () => (await import('../../parts/monitor/DenseSwitch.tsx')).DenseSwitch,
  () => <span>Dense mode cannot be switched off now. Reload the page to try again.</span>,
);

type CursorInBarProps = {
  readonly container: RefObject<HTMLElement | null>;
  readonly frame: Frame;
  readonly record: RecordSnapshot;
};

/** In the bar of the window: where the cursor stands, and for a monitor how its readings are drawn. */
export const CursorToolbar = ({ container, frame, record }: CursorInBarProps) => (
  <>
    <OverviewCursor container={container} frame={frame} series={record.series} />
    {hasFrequentReadings(record) && (
      <Suspense>
        <DenseSwitch frame={frame} />
      </Suspense>
    )}
  </>
);
