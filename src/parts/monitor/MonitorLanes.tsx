import { useMemo } from 'react';
import { EventLanes } from '../../charts/lanes/EventLanes.tsx';
import { drugHref } from '../navigation/drugAddress.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import { splitByWindow } from '../../charts/lanes/eventTimes.ts';
import { deviceSettingCourse } from '../../charts/lanes/deviceSettings.ts';
import type { EventLane, MedicationCourse } from '../../clinical/events/careEvent.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { laneStatus } from '../events/laneStatus.tsx';
import { LANES_PX } from './monitorStrips.ts';
import { SCALE_PX } from './MonitorStrip.tsx';
import { useNowMs, useRecord } from '../openRecord/openRecordContexts.ts';
import { useEvents, useRetryEvents } from '../events/useEvents.ts';
import { useLaneSides } from '../events/useLaneSides.ts';
import type { Layout } from '../results/useLayout.ts';
import { usePrintWidthPx } from '../../ui/layout/printMedia.ts';
import styles from './Monitor.module.css';

type MonitorLanesProps = {
  readonly record: RecordSnapshot;
  readonly frame: Frame;
  readonly cursorMs: number | undefined;
  readonly layout: Layout;
  /** These are the series of the strips: what is given to move one of them stands right below them. */
  readonly measures: readonly Series[];
};

/** The columns beside the plots (Monitor.module.css) have these widths in px at a text size of 16 px. */
const [NAME, READING] = [108, 172];
const LANES_SHOWN: readonly EventLane[] = ['medication', 'procedure'];

const SETTINGS_SHOWN: readonly EventLane[] = ['medication'];
const NOTHING: Pick<EventsSnapshot, 'courses' | 'events'> = { courses: [], events: [] };
/** This fraction is set on the ventilator, and read together with the saturation. */
const FIO2 = 'fio2';

/** Returns the settings that hold during a part of the window. */
const settingsIn = ({ series }: RecordSnapshot, frame: Frame): readonly MedicationCourse[] =>
  series
    .filter(({ analyteId, rows }) => analyteId === FIO2 && rows.length > 0)
    .flatMap((one) => deviceSettingCourse(one) ?? [])
    .filter(({ steps }) => splitByWindow(steps, frame).inside.length > 0);

/** Draws the treatment below the strips, on their axis. It is requested when the results have been read. */
export function MonitorLanes({ record, frame, cursorMs, layout, measures }: MonitorLanesProps) {
  const events = useEvents(record.ended);
  const onRetry = useRetryEvents();
  const nowMs = useNowMs();
  const settings = useMemo(() => settingsIn(record, frame), [record, frame]);
  const { wait } = useRecord();
  // A lane keeps its place once it is drawn, so all of them come together. A silent server does not hide those that were read.
  const isRead = events !== undefined && (events.ended || wait.silence !== undefined);
  // Beside the settings, which come with the results, no treatment is denied before it was read (rule 38).
  const read = isRead ? events : undefined;
  const notes = useMemo(() => laneStatus(read, onRetry), [read, onRetry]);
  const { scale, columns } = layout;
  const isOnPaper = usePrintWidthPx() !== undefined;
  const sides = useLaneSides(isOnPaper, columns === 1, NAME * scale + SCALE_PX, READING * scale);
  return (
    <div
      className={styles.lanes}
      // Lanes without columns begin where the scale of the curves ends. On paper they have their columns again (rule 1).
      style={{ minHeight: LANES_PX * scale, ...(!sides && { paddingLeft: SCALE_PX }) }}
    >
      {(isRead || settings.length > 0) && (
        <EventLanes
          data={
            isRead
              ? { courses: events.courses, events: events.events, settings, measures, drugHref }
              : { ...NOTHING, settings }
          }
          plot={{ frame, textScale: scale, columns: sides }}
          lanes={isRead ? LANES_SHOWN : SETTINGS_SHOWN}
          isTitled={false}
          {...{ nowMs, cursorMs }}
          notes={notes}
        />
      )}
    </div>
  );
}
