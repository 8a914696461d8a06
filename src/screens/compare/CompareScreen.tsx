import { useEvents } from '../../parts/events/useEvents.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { showTimeWindow } from '../../parts/timeWindow/shiftAndZoom.ts';
import { Compare } from './Compare.tsx';
import { CompareLanes } from './CompareLanes.tsx';
import type { CompareLaneSlot } from './ComparePlots.tsx';

/** Shows the compare screen in the window that all screens share, with the events under its strips. */
export function CompareScreen({ fragment }: { readonly fragment: string }) {
  const events = useEvents(true);
  const view = useViewWindow();
  // oxlint-disable-next-line react/no-unstable-nested-components -- it is called as a function and never mounted
  const lanes: CompareLaneSlot = (frame, cursorMs, onMoment, drug, measures) =>
    events && <CompareLanes {...{ events, frame, cursorMs, onMoment, drug, measures }} />;
  return (
    <Compare
      fragment={fragment}
      window={view.visible}
      onWindow={(next: TimeWindow) => showTimeWindow(view, next)}
      lanes={events && lanes}
      events={events}
    />
  );
}
