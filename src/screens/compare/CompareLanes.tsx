import { useMemo } from 'react';
import { EventLanes } from '../../charts/lanes/EventLanes.tsx';
import { readTextScale } from '../../ui/layout/textScale.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { useLaneSides } from '../../parts/events/useLaneSides.ts';
import { usePrintWidthPx } from '../../ui/layout/printMedia.ts';
import { laneStatus } from '../../parts/events/laneStatus.tsx';
import { useNowMs } from '../../parts/openRecord/openRecordContexts.ts';
import { useRetryEvents } from '../../parts/events/useEvents.ts';

type CompareLanesProps = {
  readonly events: EventsSnapshot;
  readonly frame: Frame;
  readonly cursorMs: number | undefined;
  readonly onMoment: (timeMs: number) => void;
};

/** The columns beside the plots of the strips (Compare.module.css), at a text size of 16 px. */
const [NAME, SCALE_PX, READING, NARROW] = [140, 36, 236, 720];

/** What was given and done, under the strips and on their axis; each beginning can be the moment of before and after. */
export function CompareLanes({ events, frame, cursorMs, onMoment }: CompareLanesProps) {
  const nowMs = useNowMs();
  const onRetry = useRetryEvents();
  const scale = readTextScale();
  // As the container query of the strips: the screen is as wide as the frame that the app stands in.
  const isOnPaper = usePrintWidthPx() !== undefined;
  const isNarrow = !isOnPaper && document.documentElement.clientWidth <= NARROW * scale;
  const sides = useLaneSides(isOnPaper, isNarrow, NAME * scale + SCALE_PX, READING * scale);
  const notes = useMemo(() => laneStatus(events, onRetry), [events, onRetry]);
  return (
    <div style={isNarrow ? { paddingLeft: SCALE_PX } : undefined}>
      <EventLanes
        data={events}
        plot={{ frame, textScale: scale, columns: sides }}
        onChoose={({ atMs }) => onMoment(atMs)}
        {...{ nowMs, cursorMs, notes }}
      />
    </div>
  );
}
