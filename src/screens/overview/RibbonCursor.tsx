import type { Frame } from '../../charts/axis/frame.ts';
import { dateText, dateTimeText } from '../../charts/format/format.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { ribbonReading } from './ribbonReading.ts';
import { isCursorWithin, useSharedCursor } from '../../parts/timeWindow/cursorStore.ts';
import styles from './EventRibbon.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';

type RibbonCursorProps = { readonly events: EventsSnapshot | undefined; readonly frame: Frame };

/** What was given and done at the moment of the cursor. The place is kept without one; the date is said beside the window. */
export function RibbonCursor({ events, frame }: RibbonCursorProps) {
  const cursor = useSharedCursor();
  const isShown = isCursorWithin(cursor, frame);
  const words = events && isShown ? ribbonReading(events, frame, cursor.timeMs) : '';
  const text = frame.endMs - frame.startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const isSaid = cursor?.isMovedByKey === true;
  return (
    <div className={styles.reading}>
      <p data-reading="" aria-hidden={isSaid || undefined}>
        {isShown && words !== '' && (
          <>
            <b aria-hidden="true">{`At ${text(cursor.timeMs, 'instant', frame.timeZone)}: `}</b>
            {words}
          </>
        )}
      </p>
      {/* Always polite: one that becomes so together with its first words is not heard. */}
      <div aria-live="polite">
        <VisuallyHidden>{isSaid && words}</VisuallyHidden>
      </div>
    </div>
  );
}
