/** What can be chosen in a lane: beginnings and changes, as targets that are large enough and never lie on each other. */
import type {
  CareEvent,
  CourseChange,
  EventType,
  MedicationCourse,
} from '../../clinical/events/careEvent.ts';
import { courseChanges } from '../../clinical/medication/courseChanges.ts';
import { hasOccurred, notGivenText } from '../../clinical/events/eventOccurrence.ts';
import type { Precision } from '../../clinical/time/date.ts';
import { dateTimeText, formattedDose } from '../format/format.ts';
import type { Frame } from '../axis/frame.ts';
import { cachedSpan } from '../axis/timeSpan.ts';

/** A moment that a screen can align to. The label is for the reader, never for an address. */
export type LaneMoment = {
  readonly atMs: number;
  readonly precision: Precision;
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

/** "↑ Losartan 50 mg/d"; "= Prednisone 5 mg/d, 40 mg/d ended": of an end beside another dose what goes on, and what does not. */
export function changeText({ sign, name, dose, previousDose, isOneDoseEnded }: CourseChange): string {
  const text = [`${sign} ${name}`, sign === '−' ? '' : formattedDose(dose)].filter(Boolean).join(' ');
  return isOneDoseEnded === true ? `${text}, ${formattedDose(previousDose) || 'one dose'} ended` : text;
}

type DatedItem = Pick<CourseChange, 'atMs' | 'precision' | 'type' | 'id' | 'readAtMs'>;

/** Ahead of the moment of its reading: nobody knows yet whether it will be. */
export const isPlanned = (
  { atMs, precision, readAtMs }: Pick<DatedItem, 'atMs' | 'precision' | 'readAtMs'>,
  timeZone: string,
): boolean => readAtMs !== undefined && cachedSpan(atMs, precision, timeZone)[0] > readAtMs;

/** "planned 10 Dec 2026" of what lies ahead. */
export const plannedText = (one: DatedItem, timeZone: string, when: string): string =>
  isPlanned(one, timeZone) ? `planned ${when}` : when;

const changesByCourse = new WeakMap<MedicationCourse, readonly CourseChange[]>();

/** The changes of a course, found once. */
export function courseChangesOf(course: MedicationCourse): readonly CourseChange[] {
  const changes = changesByCourse.get(course) ?? courseChanges(course);
  changesByCourse.set(course, changes);
  return changes;
}

/** Only what begins in the window can be chosen there; the words are made when they are asked for. */
function laneMomentsOf<T extends DatedItem>(
  sent: readonly T[],
  { startMs, endMs, timeZone }: Frame,
  textOf: (one: T) => string,
) {
  return sent.flatMap((one): LaneMoment[] => {
    const { atMs: sentMs, precision, type, id } = one;
    const [atMs] = cachedSpan(sentMs, precision, timeZone);
    if (!(atMs >= startMs && atMs <= endMs)) return [];
    return [
      {
        atMs,
        precision,
        type,
        id,
        // Of thousands in one place few are ever read.
        get label() {
          const when = dateTimeText(sentMs, precision, timeZone);
          return `${textOf(one)}, ${plannedText(one, timeZone, when)}`;
        },
      },
    ];
  });
}

export const courseMoments = (course: MedicationCourse, frame: Frame): LaneMoment[] =>
  laneMomentsOf(courseChangesOf(course), frame, changeText);

/** What was not done is named with its status. */
export const eventText = (event: CareEvent): string =>
  [event.text || 'no name sent', hasOccurred(event) ? '' : notGivenText(event)].filter(Boolean).join(', ');

export const eventMoments = (events: readonly CareEvent[], frame: Frame): LaneMoment[] =>
  laneMomentsOf(
    events.map((event) => ({ ...event, atMs: event.startMs })),
    frame,
    eventText,
  );

/** From left to right, each at least 24 px wide and clear of the next (WCAG 2.5.8). */
export function targetsOf(moments: readonly LaneMoment[], frame: Frame, textScale: number): LaneTarget[] {
  const least = TARGET_PX * textScale;
  const lastLeft = Math.max(0, frame.widthPx - least);
  const targets: { leftPx: number; widthPx: number; moments: LaneMoment[] }[] = [];
  for (const moment of moments.toSorted((a, b) => a.atMs - b.atMs)) {
    const leftPx = Math.min(Math.max(0, frame.x(moment.atMs) - 2), lastLeft);
    const before = targets.at(-1);
    if (before && leftPx < before.leftPx + before.widthPx) before.moments.push(moment);
    else targets.push({ leftPx, widthPx: least, moments: [moment] });
  }
  return targets;
}
