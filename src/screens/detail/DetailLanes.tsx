import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { FRAME_INSET_PX, type Frame } from '../../charts/axis/frame.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import type { LaneMoment } from '../../charts/lanes/laneMoments.ts';
import { EventLanes } from '../../charts/lanes/EventLanes.tsx';
import { drugHref } from '../../parts/navigation/drugAddress.ts';
import type { Strip } from '../../charts/strip/strip.ts';
import { MARGIN_PX, TREND_HEIGHT_PX } from '../../charts/trend/trendLayout.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { BeforeAfterTable } from '../../parts/statistics/BeforeAfterTable.tsx';
import { lastMsBefore, momentLabelOf } from '../../parts/statistics/momentLabel.ts';
import type { ChartCursor } from './ChartLanes.tsx';
import { laneStatus } from '../../parts/events/laneStatus.tsx';
import { DrugsAtHighest } from './DrugsAtHighest.tsx';
import { timelineEntries } from '../../parts/events/timelineEntries.ts';
import { useEvents, useRetryEvents } from '../../parts/events/useEvents.ts';
import { useHeldMoment } from '../../parts/events/useHeldMoment.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useShortcuts } from '../../ui/keyboard/useShortcuts.ts';
import styles from './DetailLanes.module.css';
import { useLoadedRecord, useNowMs } from '../../parts/openRecord/openRecordContexts.ts';
import { detailTexts } from './detail.messages.ts';

type DetailLanesProps = {
  readonly strip: Pick<Strip, 'series' | 'partner' | 'name'>;
  readonly frame: Frame;
  readonly cursor: ChartCursor | undefined;
  /** This is the room from the end of the frame to the right edge of the chart. */
  readonly wordsPx: number;
};

/**
 * Infusions and medications that are given to move this result are always shown; the others are those that changed last.
 * Order in time is shown and no cause is claimed. Conditions, immunizations and reports are on the timeline.
 */
const DETAIL_LANES: readonly EventLane[] = ['medication', 'encounter', 'procedure'];
const MAX_COURSES = 3;
/** This is the width from the left edge of the chart to that of its frame. */
const NAME_PX = MARGIN_PX.left - FRAME_INSET_PX.left;

const NONE: readonly never[] = [];

/** This is the moment that before and after are counted from. */
type ChosenMoment = Pick<LaneMoment, 'atMs' | 'label' | 'precision'>;

/** The moment is chosen in a lane, or by the key "a" at the cursor of the chart. */
function useChosenMoment({ frame, cursor }: DetailLanesProps, events: EventsSnapshot | undefined) {
  const timeZone = useTimeZone();
  const entries = useMemo(() => (events ? timelineEntries(events, timeZone) : NONE), [events, timeZone]);
  const [event, chooseEvent] = useHeldMoment(entries);
  const [ofCursor, setOfCursor] = useState<ChosenMoment>();
  const chosen: ChosenMoment | undefined = event ?? ofCursor;
  const setChosen = (next: ChosenMoment | undefined): void => {
    chooseEvent(undefined);
    setOfCursor(next);
  };
  const [isRequested, setRequested] = useState(false);
  const { startMs, endMs } = frame;
  const isInWindow = chosen !== undefined && chosen.atMs >= startMs && chosen.atMs <= endMs;
  const close = (): void => setChosen(undefined);
  useShortcuts({
    a() {
      setRequested(!isInWindow && cursor === undefined);
      setChosen(isInWindow || !cursor ? undefined : { ...cursor, atMs: cursor.fromMs });
    },
  });
  return {
    moment: isInWindow ? chosen : undefined,
    isWaiting: isRequested && cursor === undefined,
    chooseEvent,
    close,
  };
}

/** Draws the line through the chart above and the lanes. */
const MomentLine = ({ frame, atMs }: { readonly frame: Frame; readonly atMs: number }) => (
  <div
    className={styles.moment}
    style={{ left: NAME_PX + frame.x(atMs), top: MARGIN_PX.top - TREND_HEIGHT_PX }}
    data-moment=""
  />
);

/** Shows medications, encounters and procedures on the axis and at the cursor of the chart, and the results before and after. */
export function DetailLanes(props: DetailLanesProps) {
  const { strip, frame, cursor, wordsPx } = props;
  const { complete } = useLoadedRecord();
  const events = useEvents(true);
  const nowMs = useNowMs();
  const { moment, isWaiting, chooseEvent, close } = useChosenMoment(props, events);
  const onRetry = useRetryEvents();
  const notes = useMemo(() => laneStatus(events, onRetry), [events, onRetry]);
  const columns = useMemo(() => ({ namePx: NAME_PX, readingPx: wordsPx, isNameLast: true }), [wordsPx]);
  const strips = useMemo(() => [strip], [strip]);
  const measures = useMemo(() => (strip.partner ? [strip.series, strip.partner] : [strip.series]), [strip]);
  const lanes = useRef<HTMLDivElement>(null);
  const closeByButton = () => {
    close();
    // The button disappears, so the focus goes back to the chosen start, the one tab stop in the lanes.
    lanes.current?.querySelector<HTMLElement>('[data-lane-target][tabindex="0"]')?.focus();
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !moment) return;
    event.preventDefault(); // else the screen would close too
    close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the buttons inside
    <div onKeyDown={closeOnEscape}>
      <div ref={lanes} className={styles.lanes}>
        <EventLanes
          data={{ courses: events?.courses ?? NONE, events: events?.events ?? NONE, measures, drugHref }}
          plot={{ frame, columns, textScale: readTextScale() }}
          onChoose={chooseEvent}
          lanes={DETAIL_LANES}
          limits={{ courses: MAX_COURSES, rows: 1 }}
          cursorMs={cursor?.atMs ?? moment?.atMs}
          {...{ nowMs, notes }}
        />
        {moment && <MomentLine frame={frame} atMs={moment.atMs} />}
      </div>
      <DrugsAtHighest strip={strip} events={events} frame={frame} />
      {moment && (
        <div className={styles.beforeAfter}>
          <BeforeAfterTable
            {...{ strips, complete }}
            span={frame}
            momentMs={lastMsBefore(moment.atMs, moment.precision !== 'instant')}
            momentLabel={momentLabelOf(moment)}
          />
          <Button onClick={closeByButton}>{detailTexts('closeBeforeAndAfter')}</Button>
        </div>
      )}
      <output>
        {isWaiting ? (
          detailTexts('chooseMoment')
        ) : (
          <VisuallyHidden>{moment && detailTexts('beforeAndAfter', { moment: moment.label })}</VisuallyHidden>
        )}
      </output>
    </div>
  );
}
