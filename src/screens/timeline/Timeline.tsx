import { useEffect, useMemo, useRef, useState } from 'react';

import type { LaneMoment } from '../../charts/lanes/laneMoments.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectedMoment, beforeAfterUrlOf } from './SelectedMoment.tsx';
import { leftOutText, resultsOnlyText } from '../../parts/events/eventText.ts';
import { laneStatus } from '../../parts/events/laneStatus.tsx';
import { PrintHeader } from '../../parts/export/PrintHeader.tsx';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useShell } from '../../parts/header/shellContext.ts';
import { useNowMs, useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { ROWS_AT_ONCE } from '../../parts/recordStatus/rowsAtOnce.ts';
import { useRetryEvents } from '../../parts/events/useEvents.ts';
import { SavedViewsMenu } from '../../parts/savedViews/SavedViewsMenu.tsx';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { recordWindow } from '../../parts/timeWindow/recordWindow.ts';
import { birthLimitMs } from '../../clinical/series/judged/judgedRows.ts';
import { axisText, earliestEventMs, timelineAxis } from './timelineAxis.ts';
import { momentOfEntry, timelineEntries, type TimelineEntry } from '../../parts/events/timelineEntries.ts';
import { useHeldMoment } from '../../parts/events/useHeldMoment.ts';
import { endEventRequest, useRequestedEvent } from '../../parts/events/requestedEvent.ts';
import { hiddenLanesText, TimelineFilters } from './TimelineFilters.tsx';
import { useTimelineLanes } from '../../parts/screenUrls/timelineUrl.ts';
import { TimelineLanes } from './TimelineLanes.tsx';
import { TimelineList } from './TimelineList.tsx';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Timeline.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { timelineTexts } from './timeline.messages.ts';

type TimelineProps = {
  /** It is undefined before the reading of events has begun. */
  readonly events: EventsSnapshot | undefined;
};

/** Returns the window from the first event until now, for a record whose results give none. */
function windowOfEvents({ events, courses }: EventsSnapshot, earliestMs: number, nowMs: number) {
  const starts = [...events, ...courses.flatMap(({ steps }) => steps)]
    .map(({ startMs }) => startMs)
    .filter((startMs) => startMs >= earliestMs && startMs < nowMs);
  const startMs = starts.reduce((firstMs, timeMs) => Math.min(firstMs, timeMs), nowMs - 30 * DAY_MS);
  return { startMs, endMs: nowMs };
}

/** The axis reaches as far as the events do when the window is that of all results, or when the reader asks for it. */
function useTimelineAxis(events: EventsSnapshot, lanes: readonly EventLane[]) {
  const { visible, choice, onChoose } = useViewWindow();
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const isAll = choice === 'all';
  const [isWholeRequested, setWholeRequested] = useState(false);
  const isWhole = isWholeRequested && isAll;
  const earliestMs = earliestEventMs(useRecord().patient?.birth, nowMs);
  const window = useMemo(
    () => visible ?? windowOfEvents(events, earliestMs, nowMs),
    [visible, events, earliestMs, nowMs],
  );
  const axis = useMemo(
    () => timelineAxis(events, window, { isAll, isWhole, lanes, timeZone, nowMs, earliestMs }),
    [events, window, isAll, isWhole, lanes, timeZone, nowMs, earliestMs],
  );
  const onShowWhole = () => {
    setWholeRequested(true);
    onChoose('all');
  };
  return {
    axis,
    axisNote: axisText(axis, window, timeZone),
    onShowWhole: axis.beforeCount > 0 && !isWhole ? onShowWhole : undefined,
  };
}

/** Another screen may have asked for one event. It is shown as soon as it has been read; what the reader does then ends the wait. */
function useEventThatWasAskedFor(
  events: EventsSnapshot,
  listed: readonly TimelineEntry[],
  onFound: (moment: LaneMoment, index: number) => void,
) {
  const requested = useRequestedEvent();
  useEffect(() => {
    if (!requested) return;
    const index = listed.findIndex(({ type, id }) => type === requested.type && id === requested.id);
    const entry = listed[index];
    if (entry) onFound(momentOfEntry(entry), index);
    if (entry || events.ended) endEventRequest();
  });
  useEffect(() => endEventRequest, []);
}

function useTimelineEntries(events: EventsSnapshot): readonly TimelineEntry[] {
  const { birth, deathLimits } = useRecord().patient ?? {};
  const timeZone = useTimeZone();
  const bornMs = birthLimitMs(birth, useNowMs());
  return useMemo(
    () => timelineEntries(events, timeZone, bornMs, deathLimits),
    [events, timeZone, bornMs, deathLimits],
  );
}

function TimelineContent({ events }: { readonly events: EventsSnapshot }) {
  const { record } = useRecord();
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const onRetryEvents = useRetryEvents();
  const lanes = useTimelineLanes();
  const [rowCount, setRowCount] = useState(ROWS_AT_ONCE);
  const [focusedKey, setFocusedKey] = useState<string>();
  const entries = useTimelineEntries(events);
  const [selected, setSelected] = useHeldMoment(entries);
  const counts = useMemo(() => {
    const byLane = new Map<EventLane, number>();
    for (const { lane } of entries) byLane.set(lane, (byLane.get(lane) ?? 0) + 1);
    return byLane;
  }, [entries]);
  const notes = useMemo(() => laneStatus(events, onRetryEvents), [events, onRetryEvents]);
  const listed = useMemo(() => entries.filter(({ lane }) => lanes.includes(lane)), [entries, lanes]);
  const { axis, axisNote, onShowWhole } = useTimelineAxis(events, lanes);
  const beforeAfterUrl = beforeAfterUrlOf(selected, recordWindow(record, timeZone)?.endMs);
  useEventThatWasAskedFor(events, listed, (moment, index) => {
    setSelected(moment);
    setRowCount((count) => Math.max(count, index + 1));
    setFocusedKey(`${moment.type}/${moment.id}`);
  });
  const onSelect = (moment: LaneMoment) => {
    setSelected(moment);
    setFocusedKey(undefined);
    // The row must be in the page before it can be scrolled to.
    const index = listed.findIndex(({ type, id }) => type === moment.type && id === moment.id);
    setRowCount((count) => Math.max(count, index + 1));
  };
  const omissions = [leftOutText(events.leftOut), resultsOnlyText(events.events)].filter(Boolean).join(' ');
  return (
    <>
      <TimelineFilters visibleLanes={lanes} counts={counts} />
      <p className={styles.hiddenLanes}>{hiddenLanesText(lanes, counts)}</p>
      {(omissions || axisNote) && (
        <p className={styles.omissions}>
          {[omissions, axisNote].filter(Boolean).join(' ')}{' '}
          {onShowWhole && (
            <Button variant="link" onClick={onShowWhole}>
              {timelineTexts('showOnAxis')}
            </Button>
          )}
        </p>
      )}
      <TimelineLanes axisWindow={axis} {...{ events, lanes, notes, selected, onSelect }} />
      <SelectedMoment selected={selected} beforeAfterUrl={beforeAfterUrl} />
      <TimelineList
        entries={listed}
        timeZoneName={zoneText(nowMs, timeZone)}
        selectedKey={selected && `${selected.type}/${selected.id}`}
        focusedKey={focusedKey}
        beforeAfterUrl={beforeAfterUrl}
        rowCount={rowCount}
        onMore={() => setRowCount((count) => count + ROWS_AT_ONCE)}
      />
    </>
  );
}

/** Shows what was given and done: the lanes on the time axis of the results, and every event in a list by date. */
export function Timeline({ events }: TimelineProps) {
  const { windowControl } = useShell();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEscapeToOverview();
  return (
    <div className={styles.screen}>
      <ScreenTop current="Timeline" />
      <main className={styles.main}>
        <PrintHeader window={useViewWindow().visible} />
        <div className={styles.control}>
          <h2 ref={heading} tabIndex={-1}>
            {timelineTexts('timeline')}
          </h2>
          {windowControl}
          <p className={styles.quiet}>{timelineTexts('orderNotCause')}</p>
          <SavedViewsMenu />
        </div>
        {events === undefined ? (
          <output>{timelineTexts('reading')}</output>
        ) : (
          <TimelineContent events={events} />
        )}
      </main>
    </div>
  );
}
