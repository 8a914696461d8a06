import { dateText } from '../../charts/format/dateText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { cachedSpan } from '../../charts/axis/cachedSpan.ts';
import { firstMs } from '../../charts/lanes/eventTimes.ts';
import { isDrawnAsBar } from '../../charts/lanes/eventMarkPaths.ts';
import { changeText, eventText, isPlanned, plannedText } from '../../charts/lanes/laneMoments.ts';
import type { CareEvent, EventLane } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { DrugLink } from '../../parts/events/DrugLink.tsx';
import { RetryEventsButton } from '../../parts/events/RetryEventsButton.tsx';
import { emptyLaneText, laneTitle, unreadTypesText } from '../../parts/events/eventText.ts';
import { medicationChangesByDate } from '../../parts/events/medicationText.ts';
import { TIMELINE_FRAGMENT } from '../../parts/navigation/urlFragment.ts';
import styles from './EventRibbon.module.css';
import { useNowMs } from '../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { lazySectionsTexts } from './lazySections.messages.ts';

type EventShortListProps = {
  readonly events: EventsSnapshot | undefined;
  readonly onRetry: () => void;
};

const MAX_EVENTS = 4;
const SHORT_LANES: readonly EventLane[] = ['medication', 'encounter', 'procedure'];

/** A stay and a procedure are listed, as in the ribbon. A visit is not, because it says nothing by itself. */
const isListed = (event: CareEvent): boolean =>
  event.lane === 'procedure' || (event.lane === 'encounter' && isDrawnAsBar(event));

function newestEventsOf({ courses, events }: EventsSnapshot, timeZone: string, nowMs: number) {
  const changes = medicationChangesByDate(courses, timeZone).map((change) => ({
    atMs: cachedSpan(change.atMs, change.precision, timeZone)[0],
    timeText: plannedText(change, timeZone, dateText(change.atMs, change.precision, timeZone)),
    text: <DrugLink text={changeText(change)} name={change.name} courseKey={change.courseKey} />,
    isInFuture: isPlanned(change, timeZone),
  }));
  const others = events
    .filter((event) => isListed(event) && !Number.isNaN(event.startMs))
    .map((event) => ({
      atMs: firstMs(event, timeZone),
      timeText: dateText(event.startMs, event.precision, timeZone),
      text: eventText(event),
      isInFuture: firstMs(event, timeZone) > nowMs,
    }));
  return [...changes, ...others].toSorted(
    (a, b) => Number(a.isInFuture) - Number(b.isInFuture) || b.atMs - a.atMs,
  );
}

/** Names the lanes that are empty or incomplete, with the reason. */
function LaneStates({ events, onRetry }: Pick<EventShortListProps, 'events' | 'onRetry'>) {
  const states = SHORT_LANES.map((lane) => {
    const totalCount =
      lane === 'medication'
        ? (events?.courses.length ?? 0)
        : (events?.events.filter((event) => event.lane === lane).length ?? 0);
    if (totalCount === 0) {
      const empty = emptyLaneText(events, lane, 0);
      return {
        lane,
        text: lazySectionsTexts('laneState', { lane: laneTitle(lane), state: empty.text }),
        canRetry: empty.canRetry,
      };
    }
    const missing = unreadTypesText(events, lane);
    return {
      lane,
      text: missing.map(({ text }) => text).join(' '),
      canRetry: missing.some(({ canRetry }) => canRetry),
    };
  });
  return states.map(
    ({ lane, text, canRetry }) =>
      text && (
        <p key={lane} className={styles.state} data-events={lane}>
          {text} {canRetry && <RetryEventsButton lane={lane} onRetry={onRetry} />}
        </p>
      ),
  );
}

/** Lists the newest events in place of the ribbon where the frame is narrow. */
export function EventShortList({ events, onRetry }: EventShortListProps) {
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  const newest = events ? newestEventsOf(events, timeZone, nowMs) : [];
  return (
    <section className={styles.short}>
      <h2>{lazySectionsTexts('events')}</h2>
      <div className={styles.events}>
        <ul>
          {newest.slice(0, MAX_EVENTS).map(({ timeText, text }, i) => (
            <li key={i}>
              <span>{timeText}</span>
              <span dir="auto">{text}</span>
            </li>
          ))}
        </ul>
        <LaneStates events={events} onRetry={onRetry} />
      </div>
      <a className={styles.link} href={TIMELINE_FRAGMENT}>
        {newest.length > MAX_EVENTS
          ? lazySectionsTexts('moreEvents', { count: countText(newest.length - MAX_EVENTS) })
          : lazySectionsTexts('allEvents')}
      </a>
    </section>
  );
}
