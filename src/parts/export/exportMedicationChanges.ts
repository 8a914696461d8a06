/**
 * This file describes the changes of medications for a note, and counts the records that no change describes.
 */
import { courseChangesOf, isPlanned, lastSupplyText } from '../../charts/lanes/laneMoments.ts';
import { timeBoundsOf } from '../../charts/lanes/eventTimes.ts';
import { changedDoses } from '../../charts/format/formattedDose.ts';
import { cachedSpan } from '../../charts/axis/cachedSpan.ts';
import type { CourseChange, DoseStep, MedicationCourse } from '../../clinical/events/careEvent.ts';
import { primaryTypeOf } from '../../clinical/medication/courses.ts';
import { medicationTexts } from '../../clinical/medication/medication.messages.ts';
import { hasOccurred } from '../../clinical/events/eventOccurrence.ts';
import type { Precision } from '../../clinical/time/date.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { MEDICATION_EVENT_TYPES, eventTypeText } from '../events/eventText.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { medicationChangesTexts as texts } from './medicationChanges.messages.ts';

export type DatedText = { readonly text: string; readonly fromMs: number; readonly toMs: number };

/** These are the texts of one change. `previousDose` is '' if it is not known. */
type ChangeTexts = Record<'name' | 'dose' | 'previousDose' | 'time', string> & Pick<CourseChange, 'type'>;
type ChangeSentence = (texts: ChangeTexts) => string;

const withPreviousDose = (change: string, { previousDose }: ChangeTexts): string =>
  previousDose ? texts('wasBefore', { change, previousDose }) : change;

const SINCE: ChangeSentence = (change) => withPreviousDose(texts('since', change), change);

const CHANGES: Readonly<Record<CourseChange['sign'], ChangeSentence>> = {
  '+': (change) => texts('begun', change),
  '−': (change) => withPreviousDose(texts('ended', change), change),
  '·': (change) => texts('supplied', { ...change, supply: lastSupplyText(change.type) }),
  '↑': SINCE,
  '↓': SINCE,
  // The two doses may add up, or one may replace the other.
  '=': (change) =>
    texts('besideOrAfter', { ...change, previousDose: change.previousDose || texts('anotherDose') }),
};

function plannedSentence(change: ChangeTexts, { sign, isOneDoseEnded }: CourseChange): string {
  if (isOneDoseEnded === true)
    return texts('oneDoseEndPlanned', {
      ...change,
      previousDose: change.previousDose || texts('oneOfSeveral'),
    });
  return texts(sign === '−' ? 'stopPlanned' : 'plannedFrom', change);
}

function endSentence(change: ChangeTexts, continued: string): string {
  const previousDose = change.previousDose || texts('oneOfSeveral');
  if (!continued) return texts('oneDoseEnded', { ...change, previousDose });
  const key = continued.includes(' + ') ? 'severalDosesContinue' : 'oneDoseContinues';
  return texts(key, { ...change, previousDose, continued });
}

export type TimeFormat = (timeMs: number, precision: Precision) => string;

/** Returns "Losartan 50 mg/day since 3 Mar 2026, was 25 mg/day": a change with the dose before it. */
function changeSentence(
  change: CourseChange,
  isAgain: boolean,
  isPlannedChange: boolean,
  timeTextOf: TimeFormat,
): string {
  const { name, sign, atMs, precision, isOneDoseEnded } = change;
  const [dose, previousDose] = changedDoses(change);
  const changeTexts = {
    name: name || texts('noName'),
    dose: dose || medicationTexts('doseNotStated'),
    previousDose,
    time: timeTextOf(atMs, precision),
    type: change.type,
  };
  if (isPlannedChange) return plannedSentence(changeTexts, change);
  if (isOneDoseEnded === true) return endSentence(changeTexts, dose);
  return sign === '+' && isAgain ? texts('begunAgain', changeTexts) : CHANGES[sign](changeTexts);
}

/** Returns all changes of a medication, dated or not, the oldest first. */
export const exportMedicationChanges = (
  course: MedicationCourse,
  timeZone: string,
  timeTextOf: TimeFormat,
): DatedText[] =>
  courseChangesOf(course, timeZone).map((change, i) => {
    const [fromMs, toMs] = cachedSpan(change.atMs, change.precision, timeZone);
    return { text: changeSentence(change, i > 0, isPlanned(change, timeZone), timeTextOf), fromMs, toMs };
  });

/**
 * Returns whether a step is of another type than the one that the changes come from, and is no change itself.
 */
function isOtherType({ steps }: MedicationCourse, changes: readonly CourseChange[]) {
  const primaryType = primaryTypeOf(steps);
  const changedKeys = new Set(changes.map(({ type, id }) => `${type}/${id}`));
  return ({ type, id }: DoseStep) => type !== primaryType && !changedKeys.has(`${type}/${id}`);
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
      .filter(isOtherType(course, courseChangesOf(course, timeZone)))
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
