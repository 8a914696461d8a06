import { useMemo } from 'react';
import { courses, madeCareEvent, events, madeCourse, madeDoseStep } from '../testing/madeEventsFixture.ts';
import { EventLanes, type EventLanesProps } from '../charts/lanes/EventLanes.tsx';
import { frameOf } from '../charts/axis/frame.ts';
import type { CareEvent, EventLane, MedicationCourse } from '../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../record/events/eventsSnapshot.ts';
import { EventRibbon } from '../screens/overview/EventRibbon.tsx';
import { eventStates, eventsSnapshot } from '../testing/eventsSnapshotFixture.ts';
import { laneStatus } from '../parts/events/laneStatus.tsx';
import { useBoxSize } from '../ui/layout/useBoxSize.ts';
import type { Family, State } from './family.ts';
import { NOW_MS, ZONE } from './fixedClock.ts';
import { noop } from './sampleContext.ts';
import { viewOfAll } from '../testing/viewWindowFixture.ts';
import { InGallery } from './InGallery.tsx';

const START_MS = Date.parse('2022-11-24T20:05:00Z');
const SIDES = { namePx: 150, readingPx: 170 };
const NARROW_PX = 600;

type LanesProps = {
  readonly snapshot?: EventsSnapshot | undefined;
  readonly cursorMs?: number;
  readonly lanes?: readonly EventLane[];
  readonly limits?: NonNullable<EventLanesProps['limits']>;
};

/** Draws the lanes as below the curves of Compare, with each lane's state of reading. */
function Lanes({ snapshot, ...lanesProps }: LanesProps) {
  const [ref, size] = useBoxSize();
  const width = size?.widthPx ?? 0;
  const sides = width > NARROW_PX ? SIDES : undefined;
  const plotPx = width - (sides ? sides.namePx + sides.readingPx : 0);
  const frame = useMemo(
    () => frameOf({ startMs: START_MS, endMs: NOW_MS, timeZone: ZONE, widthPx: plotPx, heightPx: 20 }),
    [plotPx],
  );
  return (
    <div ref={ref}>
      {size && (
        <EventLanes
          {...lanesProps}
          data={{ courses: snapshot?.courses ?? [], events: snapshot?.events ?? [] }}
          plot={{ frame, columns: sides }}
          nowMs={NOW_MS}
          onChoose={noop}
          notes={laneStatus(snapshot, noop)}
        />
      )}
    </div>
  );
}

const VISIBLE_WINDOW = { startMs: START_MS, endMs: NOW_MS };

function Ribbon({ snapshot }: Pick<LanesProps, 'snapshot'>) {
  const [ref, size] = useBoxSize();
  return (
    <div ref={ref}>
      {size && (
        <InGallery view={{ ...viewOfAll, whole: VISIBLE_WINDOW, visible: VISIBLE_WINDOW }}>
          <EventRibbon events={snapshot} widthPx={size.widthPx} textScale={size.textScale} onRetry={noop} />
        </InGallery>
      )}
    </div>
  );
}

const snapshotOfCourses = (...more: readonly MedicationCourse[]) =>
  eventsSnapshot({ courses: more, events: [] });
const snapshotOfEvents = (...more: readonly CareEvent[]) => eventsSnapshot({ courses: [], events: more });
const MEDICATION: readonly EventLane[] = ['medication'];
const unsure = snapshotOfCourses(
  madeCourse('Warfarin', [madeDoseStep('2024', '2025-03', 5)]),
  madeCourse('Amlodipine', [madeDoseStep('2024-02-01', '', 5, { status: 'unknown' })]),
  madeCourse('Insulin glargine', [
    madeDoseStep('2023-05-02', '…', 0, {
      amount: undefined,
      unit: '',
      doseText: 'as directed',
      shortDose: '',
    }),
  ]),
  madeCourse('Ibuprofen', [
    madeDoseStep('2025-06-01', '2025-09-01', 400, { isNotDone: true, status: 'on-hold' }),
  ]),
);
const notDone = snapshotOfEvents(
  madeCareEvent('Procedure', 'Kidney biopsy', '2025-06-09', { isNotDone: true, status: 'not-done' }),
  madeCareEvent('Encounter', 'Inpatient, pneumonia', '2023-02-06', {
    end: '2023-02-11',
    encounterClass: 'IMP',
  }),
  madeCareEvent('Condition', 'Chronic kidney disease', '2023', { end: '…' }),
  madeCareEvent('Immunization', 'Influenza vaccine', '2025-10'),
);
const failed = eventsSnapshot({
  courses: [],
  events: [],
  states: eventStates({
    MedicationRequest: 'failed',
    Procedure: 'not-allowed',
    Condition: 'refused',
    Immunization: 'not-granted',
  }),
});
const reading = eventsSnapshot({
  courses: [],
  events: [],
  ended: false,
  states: eventStates({ MedicationRequest: 'reading', Encounter: 'waiting', Procedure: 'complete' }),
});

const framed = (
  name: string,
  caption: string,
  framePx: State['framePx'] & object,
  draw: State['draw'],
): State => ({
  name,
  caption,
  framePx,
  draw,
});

/** Each state has a document of its own, because all are regions with the name "Events". */
export const lanes: Family = {
  name: 'lanes',
  title: 'Lanes and ribbon',
  minWidthPx: 1000,
  states: [
    framed('all', 'Courses with dose steps, ongoing and stopped; every lane', [280, 560], () => (
      <Lanes snapshot={eventsSnapshot({ courses, events })} />
    )),
    framed('cursor', 'Read at the cursor; more medications behind a button', [150, 260], () => (
      <Lanes
        snapshot={eventsSnapshot({ courses, events })}
        cursorMs={Date.parse('2026-10-25T12:00:00Z')}
        limits={{ courses: 2 }}
        lanes={['medication', 'encounter']}
      />
    )),
    framed(
      'folded',
      'The drug that changed last first; those that did not change in one line',
      [130, 230],
      () => (
        <Lanes
          snapshot={snapshotOfCourses(
            ...courses,
            madeCourse('Metformin', [madeDoseStep('2019-02-01', '…', 1000)]),
          )}
          limits={{ isUnchangedFolded: true }}
          lanes={MEDICATION}
        />
      ),
    ),
    framed('unsure', 'Imprecise dates, an unknown end, no dose, not taken', [130, 230], () => (
      <Lanes snapshot={unsure} lanes={MEDICATION} />
    )),
    framed('not-done', 'A stay, a condition since a year, a month, what was not done', [160, 330], () => (
      <Lanes snapshot={notDone} />
    )),
    framed('failed', 'Failed, not allowed, not known to the server, not granted', [160, 330], () => (
      <Lanes snapshot={failed} />
    )),
    framed('reading', 'Still reading', [160, 330], () => <Lanes snapshot={reading} />),
    framed('ribbon', 'Ribbon of the overview', [96, 260], () => (
      <Ribbon snapshot={eventsSnapshot({ courses, events })} />
    )),
    framed('ribbon-reading', 'Ribbon before the reading began', [96, 260], () => <Ribbon />),
    framed('ribbon-failed', 'Ribbon whose reading failed', [96, 260], () => <Ribbon snapshot={failed} />),
  ],
};
