import { useEffect, useMemo, useRef, useState } from 'react';

import type { LaneMoment } from '../../charts/lanes/laneMoments.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectedMoment, beforeAfterLink } from './SelectedMoment.tsx';
import { OtherPatientEventsNotice } from '../../parts/events/OtherPatientEventsNotice.tsx';
import { leftOutText, resultsOnlyText } from '../../parts/events/eventText.ts';
import { laneStatus } from '../../parts/events/laneStatus.tsx';
import { PrintHeader } from '../../parts/export/PrintHeader.tsx';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useShell } from '../../parts/header/shellContext.ts';
import { useNowMs, useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useRetryEvents } from '../../parts/events/useEvents.ts';
import { SavedViewsMenu } from '../../parts/savedViews/SavedViewsMenu.tsx';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { recordWindow } from '../../parts/timeWindow/recordWindow.ts';
import { axisText, timelineAxis } from './timelineAxis.ts';
import { timelineEntries } from '../../parts/events/timelineEntries.ts';
import { notShownText, TimelineFilters } from './TimelineFilters.tsx';
import { useTimelineLanes } from '../../parts/screenUrls/timelineUrl.ts';
import { TimelineLanesBox } from './TimelineLanesBox.tsx';
import { TimelineList } from './TimelineList.tsx';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Timeline.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';

type TimelineProps = {
  /** undefined before the reading of events began. */
  readonly events: EventsSnapshot | undefined;
};

/** Where no result gives a window: from the first event until now. */
function eventWindow({ events, courses }: EventsSnapshot, nowMs: number) {
  const starts = [...events, ...courses.flatMap(({ steps }) => steps)]
    .map(({ startMs }) => startMs)
    .filter((startMs) => startMs < nowMs);
  const startMs = starts.reduce((least, ms) => Math.min(least, ms), nowMs - 30 * DAY_MS);
  return { startMs, endMs: nowMs };
}

/** With all results shown, and where the reader asks for it, the axis goes as far as the events do. */
function useAxis(events: EventsSnapshot, lanes: readonly EventLane[]) {
  const { visible: window, choice, onChoose } = useViewWindow();
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const isAll = choice === 'all';
  const [isAsked, setAsked] = useState(false);
  const isWhole = isAsked && isAll;
  const range = useMemo(() => window ?? eventWindow(events, nowMs), [window, events, nowMs]);
  const axis = useMemo(
    () => timelineAxis(events, range, { isAll, isWhole, lanes, timeZone, nowMs }),
    [events, range, isAll, isWhole, lanes, timeZone, nowMs],
  );
  const widen = () => {
    setAsked(true);
    onChoose('all');
  };
  return {
    axis,
    said: axisText(axis, range, timeZone),
    onWiden: axis.before > 0 && !isWhole ? widen : undefined,
  };
}

/** As many lines as are put into the page at once: more would hold the page up. */
const STEP = 200;

function Content({ events }: { readonly events: EventsSnapshot }) {
  const { record } = useRecord();
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const onRetryEvents = useRetryEvents();
  const lanes = useTimelineLanes();
  const [chosen, setChosen] = useState<LaneMoment>();
  const [most, setMost] = useState(STEP);
  const entries = useMemo(() => timelineEntries(events, timeZone), [events, timeZone]);
  const counts = useMemo(() => {
    const byLane = new Map<EventLane, number>();
    for (const { lane } of entries) byLane.set(lane, (byLane.get(lane) ?? 0) + 1);
    return byLane;
  }, [entries]);
  const notes = useMemo(() => laneStatus(events, onRetryEvents), [events, onRetryEvents]);
  const listed = useMemo(() => entries.filter(({ lane }) => lanes.includes(lane)), [entries, lanes]);
  const { axis, said, onWiden } = useAxis(events, lanes);
  const way = beforeAfterLink(chosen, recordWindow(record, timeZone)?.endMs);
  const onChoose = (moment: LaneMoment) => {
    setChosen(moment);
    // The line must be in the page to be shown.
    const at = listed.findIndex(({ type, id }) => type === moment.type && id === moment.id);
    setMost((now) => Math.max(now, at + 1));
  };
  const left = [leftOutText(events.leftOut), resultsOnlyText(events.events)].filter(Boolean).join(' ');
  return (
    <>
      <TimelineFilters shown={lanes} counts={counts} />
      <p className={styles.notShown}>{notShownText(lanes, counts)}</p>
      {(left || said) && (
        <p className={styles.left}>
          {[left, said].filter(Boolean).join(' ')}{' '}
          {onWiden && (
            <Button variant="link" onClick={onWiden}>
              Show them on the axis
            </Button>
          )}
        </p>
      )}
      <TimelineLanesBox window={axis} {...{ events, lanes, notes, chosen, onChoose }} />
      <SelectedMoment chosen={chosen} way={way} />
      <TimelineList
        entries={listed}
        timeZoneName={zoneText(nowMs, timeZone)}
        chosen={chosen && `${chosen.type}/${chosen.id}`}
        way={way}
        shown={most}
        onMore={() => setMost((now) => now + STEP)}
      />
    </>
  );
}

/** What was given and done: all lanes on the axis of the curves, and every event by date. */
export function Timeline({ events }: TimelineProps) {
  const { windowControl } = useShell();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEscapeToOverview();
  return (
    <div className={styles.screen}>
      <ScreenTop current="Timeline" />
      <OtherPatientEventsNotice events={events} />
      <main className={styles.main}>
        <PrintHeader window={useViewWindow().visible} />
        <div className={styles.control}>
          <h2 ref={heading} tabIndex={-1}>
            Timeline
          </h2>
          {windowControl}
          <p className={styles.quiet}>Order in time, not cause.</p>
          <SavedViewsMenu />
        </div>
        {events === undefined ? <output>Reading events.</output> : <Content events={events} />}
      </main>
    </div>
  );
}
