import { type RefObject } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { hasFrequentResults } from '../../parts/monitor/useMonitor.ts';
import { useLoadedRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import { OverviewCursor } from './cursor/OverviewCursor.tsx';
import { useRovingTiles } from './useRovingTiles.ts';
import { useCursorValues } from './cursor/useCursorValues.ts';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import { lazySectionsTexts } from './lazySections.messages.ts';

const DenseSwitch = deferredPart(
  async () => (await import('../../parts/monitor/DenseSwitch.tsx')).DenseSwitch,
  () => <span>{lazySectionsTexts('everyPointNotLoaded')}</span>,
);

type CursorToolbarProps = {
  readonly container: RefObject<HTMLElement | null>;
  readonly frame: Frame;
};

/** Shows in the bar of the time window the date at the cursor, in each tile its value then, and for a monitor how its readings are drawn. */
export function CursorToolbar({ container, frame }: CursorToolbarProps) {
  const record = useLoadedRecord();
  useRovingTiles(container);
  const spokenAt = useCursorValues(container, frame);
  return (
    <>
      <OverviewCursor container={container} frame={frame} series={record.series} spokenAt={spokenAt} />
      {hasFrequentResults(record) && (
        <LazyBoundary>
          <DenseSwitch frame={frame} />
        </LazyBoundary>
      )}
    </>
  );
}
