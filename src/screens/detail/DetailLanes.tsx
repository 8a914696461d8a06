import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { INSET, type Frame } from '../../charts/axis/frame.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import type { LaneMoment } from '../../charts/lanes/laneMoments.ts';
import { EventLanes } from '../../charts/lanes/EventLanes.tsx';
import type { Strip } from '../../charts/strip/strip.ts';
import { MARGIN_PX, TREND_HEIGHT_PX } from '../../charts/trend/trendLayout.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { BeforeAfterTable } from '../../parts/statistics/BeforeAfterTable.tsx';
import type { ChartCursor } from './ChartLanes.tsx';
import { OtherPatientEventsNotice } from '../../parts/events/OtherPatientEventsNotice.tsx';
import { laneStatus } from '../../parts/events/laneStatus.tsx';
import { useEvents, useRetryEvents } from '../../parts/events/useEvents.ts';
import { useShortcuts } from '../../ui/keyboard/useShortcuts.ts';
import styles from './DetailLanes.module.css';
import { useNowMs } from '../../parts/openRecord/openRecordContexts.ts';

type DetailLanesProps = {
  readonly strip: Pick<Strip, 'series' | 'partner' | 'name'>;
  readonly frame: Frame;
  readonly cursor: ChartCursor | undefined;
  readonly complete: boolean;
};

/**
 * All medications, newest change first, and never those that somebody thinks belong to this result: that would claim a cause.
 * What was noted and reported has its own screen, the timeline.
 */
const SHOWN: readonly EventLane[] = ['medication', 'encounter', 'procedure'];
const MOST_COURSES = 3;
/** From the left edge of the chart to that of its frame, and from the end of the frame to the right edge. */
const SIDES = { namePx: MARGIN_PX.left - INSET.left, readingPx: MARGIN_PX.right - 6, isNameLast: true };

/** The moment that before and after are counted from. */
type Chosen = Pick<LaneMoment, 'atMs' | 'label' | 'precision'>;

const WHERE = 'Choose a moment first: a result in the chart, or the start of a medication below it.';

/** Chosen in a lane, or where the cursor of the chart stands when the key is pressed. */
function useMoment({ frame, cursor }: DetailLanesProps) {
  const [chosen, setChosen] = useState<Chosen>();
  const [isAsked, setAsked] = useState(false);
  const { startMs, endMs } = frame;
  const isSeen = chosen !== undefined && chosen.atMs >= startMs && chosen.atMs <= endMs;
  const close = useCallback(() => setChosen(undefined), []);
  useShortcuts({
    a() {
      setAsked(!isSeen && cursor === undefined);
      setChosen(isSeen || !cursor ? undefined : { ...cursor, atMs: cursor.fromMs });
    },
  });
  return {
    moment: isSeen ? chosen : undefined,
    isWaiting: isAsked && cursor === undefined,
    setChosen,
    close,
  };
}

/** Rule 44: no time of day is made up for a start that has none; what was measured on that day is then counted after it. */
const whenOf = ({ label, precision }: Chosen): string =>
  precision === 'instant' ? label : `${label} (of that ${precision} all results count as after)`;

/** Through the chart above and the lanes. */
const MomentLine = ({ frame, atMs }: { readonly frame: Frame; readonly atMs: number }) => (
  <div
    className={styles.moment}
    style={{ left: SIDES.namePx + frame.x(atMs), top: MARGIN_PX.top - TREND_HEIGHT_PX }}
    data-moment=""
  />
);

/** What was given and done around the results, on the axis and the cursor of their chart; a start is read before and after. */
export function DetailLanes(props: DetailLanesProps) {
  const { strip, frame, cursor, complete } = props;
  const events = useEvents(true);
  const nowMs = useNowMs();
  const { moment, isWaiting, setChosen, close } = useMoment(props);
  const onRetry = useRetryEvents();
  const notes = useMemo(() => laneStatus(events, onRetry), [events, onRetry]);
  const strips = useMemo(() => [strip], [strip]);
  const lanes = useRef<HTMLDivElement>(null);
  const closeByButton = () => {
    close();
    // The button goes away: back to the beginning that was chosen, the one stop of the tab key in the lanes.
    lanes.current?.querySelector<HTMLElement>('[data-lane-target][tabindex="0"]')?.focus();
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !moment) return;
    event.preventDefault(); // the screen would take it for its own
    close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the buttons inside
    <div onKeyDown={closeOnEscape}>
      <div ref={lanes} className={styles.lanes}>
        <EventLanes
          data={{ courses: events?.courses ?? NONE, events: events?.events ?? NONE }}
          plot={{ frame, columns: SIDES, textScale: readTextScale() }}
          onChoose={setChosen}
          lanes={SHOWN}
          limits={{ courses: MOST_COURSES, rows: 1 }}
          cursorMs={cursor?.atMs ?? moment?.atMs}
          {...{ nowMs, notes }}
        />
        {moment && <MomentLine frame={frame} atMs={moment.atMs} />}
      </div>
      {moment && (
        <div className={styles.beforeAfter}>
          <BeforeAfterTable
            {...{ strips, complete }}
            span={frame}
            momentMs={moment.atMs}
            momentLabel={whenOf(moment)}
          />
          <Button onClick={closeByButton}>Close before and after</Button>
        </div>
      )}
      <output>
        {isWaiting ? WHERE : <VisuallyHidden>{moment && `Before and after ${moment.label}`}</VisuallyHidden>}
      </output>
    </div>
  );
}

const NONE: readonly never[] = [];

/** Rule 48, at the top of the screen. */
export const DetailOtherPatients = () => <OtherPatientEventsNotice events={useEvents(true)} />;
