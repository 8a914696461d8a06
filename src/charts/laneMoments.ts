/** What can be chosen in a lane: beginnings and changes, as targets that are large enough and never lie on each other. */
import type { CareEvent, CourseChange, EventType, MedicationCourse } from '../clinical/careEvent.ts';
import { courseChanges } from '../clinical/courseChanges.ts';
import { hasHappened } from '../clinical/happened.ts';
import type { Precision } from '../clinical/row.ts';
import { dateTimeText } from './format.ts';
import { momentSpan, type Frame } from './frame.ts';
import { doseWords } from './laneText.ts';

/** A moment that a screen can align to. The label is for the reader, never for an address. */
export type LaneMoment = {
  readonly atMs: number;
  readonly label: string;
  readonly type: EventType;
  readonly id: string;
};

/** Moments too close to be told apart by a finger or a pointer share one target. */
export type LaneTarget = {
  readonly leftPx: number;
  readonly widthPx: number;
  readonly moments: readonly LaneMoment[];
};

export const TARGET_PX = 24;

export const changeText = ({ sign, name, dose }: CourseChange): string =>
  [`${sign} ${name}`, sign === '−' ? '' : doseWords(dose)].filter(Boolean).join(' ');

type Sent = {
  readonly atMs: number;
  readonly precision: Precision;
  readonly type: EventType;
  readonly id: string;
};

function momentOf({ atMs, precision, type, id }: Sent, text: string, timeZone: string): LaneMoment {
  const label = `${text}, ${dateTimeText(atMs, precision, timeZone)}`;
  return { atMs: momentSpan(atMs, precision, timeZone)[0], label, type, id };
}

export const courseMoments = (course: MedicationCourse, timeZone: string): LaneMoment[] =>
  courseChanges(course).map((change) => momentOf(change, changeText(change), timeZone));

/** What was not done is named with its status. */
export const eventText = (event: CareEvent): string =>
  [event.text || 'no name sent', hasHappened(event) ? '' : event.status || 'no status']
    .filter(Boolean)
    .join(', ');

export const eventMoments = (events: readonly CareEvent[], timeZone: string): LaneMoment[] =>
  events.map((event) => momentOf({ ...event, atMs: event.startMs }, eventText(event), timeZone));

/** From left to right, each at least 24 px wide and clear of the next (WCAG 2.5.8). */
export function targetsOf(moments: readonly LaneMoment[], frame: Frame, scale: number): LaneTarget[] {
  const least = TARGET_PX * scale;
  const lastLeft = Math.max(0, frame.width - least);
  const targets: { leftPx: number; widthPx: number; moments: LaneMoment[] }[] = [];
  const inside = moments.filter(({ atMs }) => atMs >= frame.startMs && atMs <= frame.endMs);
  for (const moment of inside.toSorted((a, b) => a.atMs - b.atMs)) {
    const leftPx = Math.min(Math.max(0, frame.x(moment.atMs) - 2), lastLeft);
    const before = targets.at(-1);
    if (before && leftPx < before.leftPx + before.widthPx) before.moments.push(moment);
    else targets.push({ leftPx, widthPx: least, moments: [moment] });
  }
  return targets;
}
