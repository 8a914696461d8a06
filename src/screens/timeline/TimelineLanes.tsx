import { useMemo, type ReactNode } from 'react';
import { EventLanes } from '../../charts/lanes/EventLanes.tsx';
import { drugHref } from '../../parts/navigation/drugAddress.ts';
import { frameOf } from '../../charts/axis/frame.ts';
import type { LaneMoment } from '../../charts/lanes/laneMoments.ts';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { AxisHandle } from '../../parts/timeWindow/AxisBrush.tsx';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { useBoxSize } from '../../ui/layout/useBoxSize.ts';
import { useLaneSides } from '../../parts/events/useLaneSides.ts';
import { usePrintWidthPx } from '../../ui/layout/printMedia.ts';
import styles from './Timeline.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useNowMs } from '../../parts/openRecord/openRecordContexts.ts';

type TimelineLanesProps = {
  readonly events: EventsSnapshot;
  readonly lanes: readonly EventLane[];
  /** This is the span of the time axis. */
  readonly axisWindow: TimeWindow;
  readonly notes: Partial<Record<EventLane, ReactNode>>;
  readonly selected: LaneMoment | undefined;
  readonly onSelect: (moment: LaneMoment) => void;
};

/** These are the columns beside the lanes in px at a text size of 16 px, as wide as on the compare screen. */
const NAME_PX = 168;
const READING_PX = 236;
const NARROW_PX = 720;
const AXIS_HEIGHT_PX = 16;
/** Names get more rows here than under curves, because here they are the subject. */
const MAX_ROWS = 4;

/** Draws the lanes on one time axis, as wide as the page. */
export function TimelineLanes(props: TimelineLanesProps) {
  const { events, lanes, axisWindow, notes, selected, onSelect } = props;
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const [box, size] = useBoxSize();
  const printWidthPx = usePrintWidthPx();
  const { textScale = 1 } = size ?? {};
  const isOnPaper = printWidthPx !== undefined;
  const widthPx = printWidthPx ?? size?.widthPx ?? 0;
  const isNarrow = widthPx < NARROW_PX * textScale;
  const { startMs, endMs } = axisWindow;
  const sides = useLaneSides(isOnPaper, isNarrow, NAME_PX * textScale, READING_PX * textScale);
  const plotWidthPx = Math.max(40, Math.floor(sides ? widthPx - sides.namePx - sides.readingPx : widthPx));
  const frame = useMemo(
    () => frameOf({ startMs, endMs, timeZone, widthPx: plotWidthPx, heightPx: 24 }),
    [startMs, endMs, timeZone, plotWidthPx],
  );
  return (
    <div ref={box}>
      {size && (
        <>
          <div className={styles.axis} style={{ paddingLeft: sides?.namePx }}>
            <div className={styles.dates} style={{ width: plotWidthPx }}>
              <TimeAxis frame={frame} heightPx={AXIS_HEIGHT_PX * textScale} textScale={textScale} />
              <AxisHandle frame={frame} placement="axis" />
            </div>
          </div>
          <EventLanes
            data={{ ...events, drugHref }}
            plot={{ frame, textScale, columns: sides }}
            cursorMs={Number.isNaN(selected?.atMs) ? undefined : selected?.atMs}
            limits={{ courses: Infinity, rows: MAX_ROWS }}
            {...{ nowMs, lanes, notes, onChoose: onSelect }}
          />
        </>
      )}
    </div>
  );
}
