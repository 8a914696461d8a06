/** Places the marks and texts of the ribbon under the overview. */
import {
  axisEndsPx,
  layoutLane,
  placeLabels,
  type LaneLayout,
  type PlacedLabels,
} from '../../charts/lanes/laneLayout.ts';
import { splitByWindow, extentPx } from '../../charts/lanes/eventTimes.ts';
import { laneLabel } from '../../charts/lanes/laneSummary.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import { changeText } from '../../charts/lanes/laneMoments.ts';
import type { CourseChange, EventTime } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { medicationChangesByDate } from '../../parts/events/medicationText.ts';

/** These are the sizes of the ribbon in px at a text size of 16 px. */
export const RIBBON_PX = {
  titleWidth: 92,
  sides: 32,
  plotHeight: 76,
  axisHeight: 16,
  row: 15,
  medicationRows: 3,
  encounterTop: 48,
  procedureTop: 60,
} as const;

type TimedChange = EventTime & { readonly change: CourseChange };

const asTimedChange = (change: CourseChange): TimedChange => ({
  startMs: change.atMs,
  precision: change.precision,
  endMs: undefined,
  endPrecision: 'none',
  isOngoing: false,
  change,
});

export type RibbonLayout = {
  readonly changes: PlacedLabels<CourseChange>;
  readonly allChanges: number;
  readonly encounters: LaneLayout;
  readonly allEncounters: number;
  readonly procedures: LaneLayout;
  readonly allProcedures: number;
};

/** The newest changes are placed first, so that only old ones lack room for their text. Those keep their tick. */
export function layoutRibbon(
  { courses, events }: Pick<EventsSnapshot, 'courses' | 'events'>,
  frame: Frame,
  scale: number,
  nowMs: number,
): RibbonLayout {
  const changes = medicationChangesByDate(courses, frame.timeZone).map(asTimedChange);
  const { inside } = splitByWindow(changes, frame);
  const marks = inside.map((item) => {
    const [fromPx, toPx] = extentPx(item, frame, nowMs);
    return { item: item.change, fromPx, toPx, text: changeText(item.change), isLabelOver: false };
  });
  const area = { rows: RIBBON_PX.medicationRows, textScale: scale, ...axisEndsPx(frame) };
  const eventsOfLane = (lane: string) => events.filter((event) => event.lane === lane);
  const [encounters, procedures] = [eventsOfLane('encounter'), eventsOfLane('procedure')];
  const options = { rows: 1, textScale: scale, nowMs, textOf: laneLabel };
  return {
    changes: placeLabels(marks, area),
    allChanges: changes.length,
    encounters: layoutLane(encounters, frame, options),
    allEncounters: encounters.length,
    procedures: layoutLane(procedures, frame, options),
    allProcedures: procedures.length,
  };
}
