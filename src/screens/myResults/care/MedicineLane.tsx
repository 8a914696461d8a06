import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { useEvents } from '../../../parts/events/useEvents.ts';
import { careTexts } from './care.messages.ts';
import { isBeingRead, isReadWhole } from './careGaps.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { GapNotices } from './GapNotices.tsx';
import { medicineChangesBetween } from './medicineChanges.ts';
import { ShortList } from './ShortList.tsx';
import styles from './Care.module.css';

type MedicineLaneProps = {
  /** The time that a curve shows, in epoch ms. */
  readonly startMs: number;
  readonly endMs: number;
};

const SHOWN_CHANGES = 5;

/** Shows which medicines were started, changed and stopped in the time of a curve, the newest first. */
export function MedicineLane({ startMs, endMs }: MedicineLaneProps) {
  const timeZone = useTimeZone();
  const events = useEvents(true);
  const changes = medicineChangesBetween(events?.courses ?? [], [startMs, endMs], timeZone);
  return (
    <section className={styles.section}>
      <h3>{careTexts('changes')}</h3>
      <GapNotices events={events} part="medicines" />
      {changes.length === 0 && !isBeingRead(events, 'medicines') && isReadWhole(events, 'medicines') && (
        <p className={styles.quiet}>{careTexts('noneInSpan')}</p>
      )}
      <ShortList all={changes} name={careTexts('changes')} shownCount={SHOWN_CHANGES}>
        {(change) => <ChangeLine change={change} />}
      </ShortList>
    </section>
  );
}
