import { useMemo, type ReactNode } from 'react';
import { EventLanes } from '../../charts/lanes/EventLanes.tsx';
import { frameOf } from '../../charts/axis/frame.ts';
import type { LaneMoment } from '../../charts/lanes/laneMoments.ts';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { WindowBrush } from '../../parts/timeWindow/AxisBrush.tsx';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { useBoxSize } from '../../ui/layout/useBoxSize.ts';
import { useLaneSides } from '../../parts/events/useLaneSides.ts';
import { usePrintWidthPx } from '../../ui/layout/printMedia.ts';
import styles from './Timeline.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useNowMs } from '../../parts/openRecord/openRecordContexts.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { showTimeWindow } from '../../parts/timeWindow/windowSteps.ts';

type TimelineLanesBoxProps = {
  readonly events: EventsSnapshot;
  readonly lanes: readonly EventLane[];
  readonly window: { readonly startMs: number; readonly endMs: number };
  readonly notes: Partial<Record<EventLane, ReactNode>>;
  readonly chosen: LaneMoment | undefined;
  readonly onChoose: (moment: LaneMoment) => void;
};

/** As beside the curves of the compare screen, at a text size of 16 px. */
const NAME = 168;
const READING = 236;
const NARROW = 720;
const AXIS = 16;
/** Names need more rows here than under curves. */
const MOST_ROWS = 4;

/** All lanes on one axis, as wide as the page. */
export function TimelineLanesBox(props: TimelineLanesBoxProps) {
  const { events, lanes, window, notes, chosen, onChoose } = props;
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const view = useViewWindow();
  const onWindow = (next: TimeWindow) => showTimeWindow(view, next);
  const [box, size] = useBoxSize();
  const paperPx = usePrintWidthPx();
  const { textScale = 1 } = size ?? {};
  const isOnPaper = paperPx !== undefined;
  const width = paperPx ?? size?.widthPx ?? 0;
  const isNarrow = width < NARROW * textScale;
  const { startMs, endMs } = window;
  const sides = useLaneSides(isOnPaper, isNarrow, NAME * textScale, READING * textScale);
  const plot = Math.max(40, Math.floor(sides ? width - sides.namePx - sides.readingPx : width));
  const frame = useMemo(
    () => frameOf({ startMs, endMs, timeZone, widthPx: plot, heightPx: 24 }),
    [startMs, endMs, timeZone, plot],
  );
  return (
    <div ref={box} className={styles.lanes}>
      {size && (
        <>
          <div className={styles.axis} style={{ paddingLeft: sides?.namePx }}>
            <div className={styles.dates} style={{ width: plot }}>
              <TimeAxis frame={frame} heightPx={AXIS * textScale} textScale={textScale} />
              <WindowBrush {...{ frame, onWindow }} heightPx={AXIS * textScale} placement="axis" />
            </div>
          </div>
          <EventLanes
            data={events}
            plot={{ frame, textScale, columns: sides }}
            cursorMs={chosen?.atMs}
            limits={{ courses: Infinity, rows: MOST_ROWS }}
            {...{ nowMs, lanes, notes, onChoose }}
          />
        </>
      )}
    </div>
  );
}
