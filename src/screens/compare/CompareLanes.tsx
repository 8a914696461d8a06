import { useMemo } from 'react';
import { EventLanes } from '../../charts/lanes/EventLanes.tsx';
import { drugHref } from '../../parts/navigation/drugAddress.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { CompareLaneSlot } from './ComparePlots.tsx';
import { drugTexts } from './drug/drug.messages.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { useLaneSides } from '../../parts/events/useLaneSides.ts';
import { usePrintWidthPx } from '../../ui/layout/printMedia.ts';
import { laneStatus } from '../../parts/events/laneStatus.tsx';
import { useNowMs } from '../../parts/openRecord/openRecordContexts.ts';
import { useRetryEvents } from '../../parts/events/useEvents.ts';

type CompareLanesProps = {
  readonly events: EventsSnapshot;
  readonly frame: Frame;
  readonly cursorMs: number | undefined;
  readonly onMoment: (timeMs: number) => void;
  /** This is the medication that the comparison was opened with: its lane alone, or all lanes but this one. */
  readonly drug: Parameters<CompareLaneSlot>[3];
  readonly measures?: readonly Series[] | undefined;
};

const NO_NOTES = {};
const MEDICATION_ALONE = ['medication'] as const;

/** These are the columns beside the plots of the strips (ComparePlots.module.css), at a text size of 16 px. */
const [NAME_PX, SCALE_PX, READING_PX, NARROW_PX] = [140, 36, 236, 720];

function dataOf(
  events: EventsSnapshot,
  course: MedicationCourse | undefined,
  isAlone: boolean,
): Pick<EventsSnapshot, 'courses' | 'events'> {
  if (!course) return events;
  return isAlone
    ? { courses: [course], events: [] }
    : { courses: events.courses.filter(({ key }) => key !== course.key), events: events.events };
}

/** Shows medications, encounters and procedures under the strips. The start of each can be the moment of before and after. */
export function CompareLanes({ events, frame, cursorMs, onMoment, drug, measures }: CompareLanesProps) {
  const nowMs = useNowMs();
  const onRetry = useRetryEvents();
  const scale = readTextScale();
  // The container query of the strips uses the same width: the screen is as wide as the frame of the app.
  const isOnPaper = usePrintWidthPx() !== undefined;
  const isNarrow = !isOnPaper && document.documentElement.clientWidth <= NARROW_PX * scale;
  const sides = useLaneSides(isOnPaper, isNarrow, NAME_PX * scale + SCALE_PX, READING_PX * scale);
  const notes = useMemo(() => laneStatus(events, onRetry), [events, onRetry]);
  const { course, place } = drug ?? {};
  const isAlone = place === 'above';
  const data = useMemo(
    // The lane of the medication in question would open what stands here already.
    () => ({ ...dataOf(events, course, isAlone), measures, drugHref: isAlone ? undefined : drugHref }),
    [events, course, isAlone, measures],
  );
  return (
    <div style={isNarrow ? { paddingLeft: SCALE_PX } : undefined}>
      <EventLanes
        data={data}
        plot={{ frame, textScale: scale, columns: sides }}
        onChoose={({ atMs }) => onMoment(atMs)}
        {...{ nowMs, cursorMs }}
        {...(course && isAlone
          ? {
              notes: NO_NOTES,
              lanes: MEDICATION_ALONE,
              limits: { isOutsideKept: true },
              isTitled: false,
              label: drugTexts('lane', { drug: course.name }),
            }
          : { notes, limits: { isUnchangedFolded: true } })}
      />
    </div>
  );
}
