import type { Frame } from '../../charts/axis/frame.ts';
import { dateText, dateTimeText } from '../../charts/format/dateText.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { courseText } from '../../charts/lanes/courseText.ts';
import { eventSummary } from '../../charts/lanes/laneSummary.ts';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import { isCursorWithin, useSharedCursor } from '../../parts/timeWindow/cursorStore.ts';
import styles from './EventRibbon.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { lazySectionsTexts } from './lazySections.messages.ts';

/** Returns when the dose was last begun or changed before a moment. */
const lastChangeMs = ({ steps }: MedicationCourse, timeMs: number): number =>
  Math.max(...steps.map(({ startMs }) => (startMs <= timeMs ? startMs : -Infinity)));

/**
 * Names what was done on the day of a moment, then the medications known to be given, the last changed first, in the words of the
 * lanes. Returns '' where nothing can be said.
 */
function ribbonReadingText({ courses, events, ended }: EventsSnapshot, frame: Frame, timeMs: number): string {
  const medications = courses
    .map((course) => ({ course, dose: courseText(course, timeMs, frame.timeZone)[0] }))
    .filter(({ dose }) => dose !== '')
    .toSorted((a, b) => lastChangeMs(b.course, timeMs) - lastChangeMs(a.course, timeMs))
    .map(({ course: { name }, dose }) => lazySectionsTexts('dose', { name, dose }));
  if (medications.length === 0 && courses.length > 0) medications.push(lazySectionsTexts('noMedication'));
  const eventTexts = (['encounter', 'procedure'] as const).flatMap((lane) => {
    const eventsOfLane = events.filter((event) => event.lane === lane);
    const [text, more] = eventSummary(eventsOfLane, frame, timeMs);
    return text === '' ? [] : [`${text} ${more}`.trim()];
  });
  const reading = [...eventTexts, medications.join(', ')].filter(Boolean).join('; ');
  return reading !== '' && !ended ? lazySectionsTexts('asFarAsRead', { reading }) : reading;
}

type RibbonReadingProps = { readonly events: EventsSnapshot | undefined; readonly frame: Frame };

/** Says what was given and done at the cursor. Its date is announced beside the time window, and without a cursor the place is kept. */
export function RibbonReading({ events, frame }: RibbonReadingProps) {
  const cursor = useSharedCursor();
  const isVisible = isCursorWithin(cursor, frame);
  const reading = events && isVisible ? ribbonReadingText(events, frame, cursor.timeMs) : '';
  const timeText = frame.endMs - frame.startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const isAnnounced = cursor?.isMovedByKey === true;
  return (
    <div className={styles.reading}>
      <p data-reading="" aria-hidden={isAnnounced || undefined}>
        {isVisible && reading !== '' && (
          <>
            <b aria-hidden="true">
              {lazySectionsTexts('readingAt', { time: timeText(cursor.timeMs, 'instant', frame.timeZone) })}
            </b>
            {reading}
          </>
        )}
      </p>
      {/* A live region that becomes polite together with its first text is not announced, so this one always is. */}
      <div aria-live="polite">
        <VisuallyHidden>{isAnnounced && reading}</VisuallyHidden>
      </div>
    </div>
  );
}
