/** Places the marks and texts of the ribbon under the overview. */
import {
  axisEndsPx,
  crossesText,
  layoutLane,
  placeLabels,
  type LabelledMark,
  type LaneLayout,
  type LaneMark,
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
  /** The rows of the medication begin below the short ticks. */
  medicationTop: 2,
  medicationRows: 3,
  encounterTop: 48,
  procedureTop: 60,
} as const;

/** A tick that stands closer to a text than this would seem to belong to it. */
const OWN_TEXT_PX = 8;

/** Returns the first row in which a change without a label is far enough from every text; -1 without such a row. */
export const freeRow = <T>(mark: LaneMark<T>, labelled: readonly LabelledMark<T>[], scale: number): number =>
  Array.from({ length: RIBBON_PX.medicationRows }, (_, row) => row).find(
    (row) => !crossesText(mark, labelled, row, OWN_TEXT_PX * scale),
  ) ?? -1;

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
