/**
 * This file describes the changes of medications for a note, and counts the records that no change describes.
 */
import { courseChangesOf, isPlanned } from '../../charts/lanes/laneMoments.ts';
import { timeBoundsOf } from '../../charts/lanes/eventTimes.ts';
import { formattedDose } from '../../charts/format/format.ts';
import { cachedSpan } from '../../charts/axis/timeSpan.ts';
import type { CourseChange, DoseStep, MedicationCourse } from '../../clinical/events/careEvent.ts';
import { primaryTypeOf } from '../../clinical/medication/courses.ts';
import { hasOccurred } from '../../clinical/events/eventOccurrence.ts';
import type { Precision } from '../../clinical/time/date.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { MEDICATION_EVENT_TYPES, eventTypeText } from '../events/eventText.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';

export type DatedText = { readonly text: string; readonly fromMs: number; readonly toMs: number };

/** These are the words of one change. `was` is '' if it is not known. */
type ChangeWords = Record<'named' | 'dose' | 'was' | 'when', string>;
type ChangeSentence = (words: ChangeWords) => string;

const SINCE: ChangeSentence = ({ named, dose, when, was }) =>
  `${named} ${dose} since ${when}${was && `, was ${was}`}`;

const CHANGES: Readonly<Record<CourseChange['sign'], ChangeSentence>> = {
  '+': ({ named, dose, when }) => `${named} ${dose} begun ${when}`,
  '−': ({ named, when, was }) => `${named} stopped ${when}${was && `, was ${was}`}`,
  '↑': SINCE,
  '↓': SINCE,
  // The two doses may add up, or one may replace the other.
  '=': ({ named, dose, when, was }) =>
    `${named} ${dose} since ${when}, beside or after ${was || 'another dose'}`,
};

function plannedSentence(
  { named, dose, was, when }: ChangeWords,
  { sign, isOneDoseEnded }: CourseChange,
): string {
  if (isOneDoseEnded === true) return `${named} ${was || 'one of several doses'}, end planned ${when}`;
  return sign === '−' ? `${named}, stop planned ${when}` : `${named} ${dose} planned from ${when}`;
}

function endSentence({ named, when, was }: ChangeWords, goesOn: string): string {
  const rest = goesOn && `${goesOn} ${goesOn.includes(' + ') ? 'go' : 'goes'} on`;
  return `${named} ${was || 'one of several doses'} ended ${when}, ${rest || 'another one not known to have ended'}`;
}

export type TimeFormat = (timeMs: number, precision: Precision) => string;

/** Returns "Losartan 50 mg/d since 3 Mar 2026, was 25 mg/d": a change with the dose before it. */
function changeSentence(
  change: CourseChange,
  isAgain: boolean,
  isPlannedChange: boolean,
  whenOf: TimeFormat,
): string {
  const { name, sign, atMs, precision, isOneDoseEnded } = change;
  const words = {
    named: name || 'a medication without a name',
    dose: formattedDose(change.dose) || 'no dose sent',
    was: formattedDose(change.previousDose),
    when: whenOf(atMs, precision),
  };
  if (isPlannedChange) return plannedSentence(words, change);
  if (isOneDoseEnded === true) return endSentence(words, formattedDose(change.dose));
  return `${CHANGES[sign](words)}${sign === '+' && isAgain ? ', again' : ''}`;
}

/** Returns all changes of a medication, dated or not, the oldest first. */
export const exportMedicationChanges = (
  course: MedicationCourse,
  timeZone: string,
  whenOf: TimeFormat,
): DatedText[] =>
  courseChangesOf(course).map((change, i) => {
    const [fromMs, toMs] = cachedSpan(change.atMs, change.precision, timeZone);
    return { text: changeSentence(change, i > 0, isPlanned(change, timeZone), whenOf), fromMs, toMs };
  });

/**
 * Returns whether a step is of another type than the one that the changes come from, and is no change itself.
 */
function isOtherKind({ steps }: MedicationCourse, changes: readonly CourseChange[]) {
  const lead = primaryTypeOf(steps);
  const changedKeys = new Set(changes.map(({ type, id }) => `${type}/${id}`));
  return ({ type, id }: DoseStep) => type !== lead && !changedKeys.has(`${type}/${id}`);
}

/**
 * Counts the orders and doses that no change describes: without a date, not known to have been given, or of
 * another type.
 */
export function unlistedStepCounts(
  { courses }: EventsSnapshot,
  { startMs, endMs }: TimeWindow,
  timeZone: string,
) {
  const steps = courses.flatMap((course) => course.steps);
  const isInWindow = (step: DoseStep) => {
    const { beginMs, endMs: end } = timeBoundsOf(step, timeZone);
    return beginMs[0] <= endMs && (end ?? beginMs)[1] >= startMs;
  };
  const others = courses.flatMap((course) =>
    course.steps
      .filter(isOtherKind(course, courseChangesOf(course)))
      .filter(hasOccurred)
      .filter(isInWindow),
  );
  return {
    undated: steps.filter((step) => Number.isNaN(step.startMs)).length,
    notGiven: steps.filter((step) => !hasOccurred(step) && isInWindow(step)).length,
    others: MEDICATION_EVENT_TYPES.map((type) => {
      const count = others.filter((step) => step.type === type).length;
      return [count, eventTypeText(type, count)] as const;
    }),
  };
}

export type UnlistedStepCounts = ReturnType<typeof unlistedStepCounts>;

export const NO_UNLISTED_STEPS: UnlistedStepCounts = { undated: 0, notGiven: 0, others: [] };
