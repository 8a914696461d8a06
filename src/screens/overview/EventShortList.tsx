import { dateText, countText } from '../../charts/format/format.ts';
import { isDrawnAsBar } from '../../charts/lanes/eventMarkPaths.ts';
import { changeText, eventText, isPlanned, plannedText } from '../../charts/lanes/laneMoments.ts';
import type { CareEvent, EventLane } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { RetryEventsButton } from '../../parts/events/RetryEventsButton.tsx';
import { emptyLaneText, laneTitle, unreadTypesText } from '../../parts/events/eventText.ts';
import { medicationChangesByDate } from '../../parts/events/medicationText.ts';
import { TIMELINE } from '../../parts/navigation/urlFragment.ts';
import styles from './EventRibbon.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type EventShortListProps = {
  readonly events: EventsSnapshot | undefined;
  readonly onRetry: () => void;
};

const MOST = 4;
const SHORT_LANES: readonly EventLane[] = ['medication', 'encounter', 'procedure'];

/** As in the ribbon: changes of medication, stays and procedures; a visit says nothing by itself. */
const isNews = (event: CareEvent): boolean =>
  event.lane === 'procedure' || (event.lane === 'encounter' && isDrawnAsBar(event));

function newestOf({ courses, events }: EventsSnapshot, timeZone: string) {
  const changes = medicationChangesByDate(courses, timeZone).map((change) => ({
    atMs: change.atMs,
    when: plannedText(change, timeZone, dateText(change.atMs, change.precision, timeZone)),
    text: changeText(change),
    isAhead: isPlanned(change, timeZone),
  }));
  const others = events
    .filter((event) => isNews(event) && !Number.isNaN(event.startMs))
    .map((event) => ({
      atMs: event.startMs,
      when: dateText(event.startMs, event.precision, timeZone),
      text: eventText(event),
      isAhead: false,
    }));
  return [...changes, ...others].toSorted((a, b) => Number(a.isAhead) - Number(b.isAhead) || b.atMs - a.atMs);
}

/** Lanes of which nothing is there, or not all, with the reason. */
function States({ events, onRetry }: Pick<EventShortListProps, 'events' | 'onRetry'>) {
  const says = SHORT_LANES.map((lane) => {
    const all =
      lane === 'medication'
        ? (events?.courses.length ?? 0)
        : (events?.events.filter((event) => event.lane === lane).length ?? 0);
    if (all === 0) {
      const empty = emptyLaneText(events, lane, 0);
      return { lane, text: `${laneTitle(lane)}: ${empty.text}`, mayRetry: empty.canRetry };
    }
    const missing = unreadTypesText(events, lane);
    return {
      lane,
      text: missing.map(({ text }) => text).join(' '),
      mayRetry: missing.some(({ canRetry }) => canRetry),
    };
  });
  return says.map(
    ({ lane, text, mayRetry }) =>
      text && (
        <p key={lane} className={styles.state} data-events={lane}>
          {text} {mayRetry && <RetryEventsButton lane={lane} onRetry={onRetry} />}
        </p>
      ),
  );
}

/** In a narrow frame the ribbon is a list of the newest events. */
export function EventShortList({ events, onRetry }: EventShortListProps) {
  const timeZone = useTimeZone();
  const newest = events ? newestOf(events, timeZone) : [];
  return (
    <section className={styles.short}>
      <h2>Events</h2>
      <ul>
        {newest.slice(0, MOST).map(({ when, text }, i) => (
          <li key={i}>
            <span>{when}</span>
            <span dir="auto">{text}</span>
          </li>
        ))}
      </ul>
      <States events={events} onRetry={onRetry} />
      <a className={styles.link} href={TIMELINE}>
        {newest.length > MOST ? `${countText(newest.length - MOST)} more in the timeline ›` : 'All events ›'}
      </a>
    </section>
  );
}
