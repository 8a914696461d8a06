/** Beginnings and changes can be chosen in a lane. Their targets are large enough and never overlap. */
import type {
  CareEvent,
  CourseChange,
  DoseStep,
  EventType,
  MedicationCourse,
} from '../../clinical/events/careEvent.ts';
import { withStepsInZone } from '../../clinical/medication/courses.ts';
import { courseChanges } from '../../clinical/medication/courseChanges.ts';
import { hasOccurred, notGivenText } from '../../clinical/events/eventOccurrence.ts';
import type { Precision } from '../../clinical/time/date.ts';
import { dateTimeText } from '../format/dateText.ts';
import { changedDoses } from '../format/formattedDose.ts';
import type { Frame } from '../axis/frame.ts';
import { cachedSpan } from '../axis/cachedSpan.ts';
import { lanesTexts } from './lanes.messages.ts';

/** A screen can align to this moment. The label is for the reader and never for a URL. */
export type LaneMoment = {
  readonly atMs: number;
  readonly precision: Precision;
  readonly label: string;
  readonly type: EventType;
  readonly id: string;
};

/** Moments that a finger or a pointer cannot tell apart share one target. */
export type LaneTarget = {
  readonly leftPx: number;
  readonly widthPx: number;
  readonly moments: readonly LaneMoment[];
};

export const TARGET_PX = 24;

/**
 * Returns "↑ Losartan 50 mg/day". When one of two doses ended it says what goes on and what does not, as in "=
 * Prednisone 5 mg/day, 40 mg/day ended".
 */
export function changeText(change: CourseChange): string {
  const { sign, name, type, isOneDoseEnded } = change;
  const [dose, previousDose] = changedDoses(change);
  if (sign === '·') return [name, dose, lastSupplyText(type)].filter(Boolean).join(' ');
  const text = [`${sign} ${name}`, sign === '−' ? '' : dose].filter(Boolean).join(' ');
  if (isOneDoseEnded !== true) return text;
  return lanesTexts('oneDoseEnded', {
    change: text,
    dose: previousDose || lanesTexts('oneDose'),
  });
}

/** Returns "last dispensed" or "last given", which is all that a dispense or a given dose says (decision 38). */
export const lastSupplyText = (type: EventType): string =>
  lanesTexts(type === 'MedicationDispense' ? 'lastDispensed' : 'lastGiven');

type DatedItem = Pick<CourseChange, 'atMs' | 'precision' | 'type' | 'id' | 'readAtMs'>;

/**
 * Tells whether a change lies after the moment at which it was read, so that nobody knows yet whether it will
 * happen.
 */
export const isPlanned = (
  { atMs, precision, readAtMs }: Pick<DatedItem, 'atMs' | 'precision' | 'readAtMs'>,
  timeZone: string,
): boolean => readAtMs !== undefined && cachedSpan(atMs, precision, timeZone)[0] > readAtMs;

/** Returns "planned 10 Dec 2026" for a change that lies ahead. */
export const plannedText = (one: DatedItem, timeZone: string, when: string): string =>
  isPlanned(one, timeZone) ? lanesTexts('planned', { when }) : when;

type InZone = {
  readonly timeZone: string;
  readonly course: MedicationCourse;
  readonly changes: readonly CourseChange[];
};

const inZones = new WeakMap<MedicationCourse, InZone>();

/** All parts of the screen have one zone, so that a course is looked at in the last one alone. */
function inZoneOf(sent: MedicationCourse, timeZone: string): InZone {
  const known = inZones.get(sent);
  if (known?.timeZone === timeZone) return known;
  const spanOf = ({ startMs, precision }: Pick<DoseStep, 'startMs' | 'precision'>) =>
    cachedSpan(startMs, precision, timeZone);
  const course = withStepsInZone(sent, spanOf);
  const found = { timeZone, course, changes: courseChanges(course, spanOf) };
  inZones.set(sent, found);
  return found;
}

/** Returns the changes of a course in a time zone. */
export const courseChangesOf = (course: MedicationCourse, timeZone: string): readonly CourseChange[] =>
  inZoneOf(course, timeZone).changes;

/** Returns a course with its steps in the order of the days of a time zone. */
export const courseInZone = (course: MedicationCourse, timeZone: string): MedicationCourse =>
  inZoneOf(course, timeZone).course;

/**
 * Returns the moments that begin in the window, because only they can be chosen. Their labels are made on
 * demand.
 */
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
        // Few labels of thousands are ever read.
        get label() {
          const when = dateTimeText(sentMs, precision, timeZone);
          return lanesTexts('changeAt', { change: textOf(one), when: plannedText(one, timeZone, when) });
        },
      },
    ];
  });
}

export const courseMoments = (course: MedicationCourse, frame: Frame): LaneMoment[] =>
  laneMomentsOf(courseChangesOf(course, frame.timeZone), frame, changeText);

const NO_NAME = lanesTexts('noName');

/** Names an event. One that was not done is named with its status, and a condition that nobody confirmed with how sure it is. */
export function eventText(event: CareEvent): string {
  const name = event.text || NO_NAME;
  const status = hasOccurred(event) ? (event.verification ?? '') : notGivenText(event);
  return status === '' ? name : lanesTexts('eventWithStatus', { event: name, status });
}

export const eventMoments = (events: readonly CareEvent[], frame: Frame): LaneMoment[] =>
  laneMomentsOf(
    events.map((event) => ({ ...event, atMs: event.startMs })),
    frame,
    eventText,
  );

/** Returns the targets from left to right, each at least 24 px wide and clear of the next (WCAG 2.5.8). */
export function targetsOf(moments: readonly LaneMoment[], frame: Frame, textScale: number): LaneTarget[] {
  const minPx = TARGET_PX * textScale;
  const lastLeft = Math.max(0, frame.widthPx - minPx);
  const targets: { leftPx: number; widthPx: number; moments: LaneMoment[] }[] = [];
  for (const moment of moments.toSorted((a, b) => a.atMs - b.atMs)) {
    const leftPx = Math.min(Math.max(0, frame.x(moment.atMs) - 2), lastLeft);
    const before = targets.at(-1);
    if (before && leftPx < before.leftPx + before.widthPx) before.moments.push(moment);
    else targets.push({ leftPx, widthPx: minPx, moments: [moment] });
  }
  return targets;
}
