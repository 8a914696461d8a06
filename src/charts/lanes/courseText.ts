/**
 * This text stands beside the lane of one medication: the dose at a moment, since when it is given, or when
 * it ended.
 */
import { courseInZone, lastSupplyText } from './laneMoments.ts';
import type { DoseStep, MedicationCourse } from '../../clinical/events/careEvent.ts';
import { hasOccurred, notGivenText, statusWords } from '../../clinical/events/eventOccurrence.ts';
import { neighboursAt } from '../../clinical/medication/codedDose/neighbours.ts';
import { timesDose } from '../../clinical/medication/pumpChanges.ts';
import { deduplicatedSteps } from '../../clinical/medication/deduplicatedSteps.ts';
import {
  isSingleDose,
  hasKnownExtent,
  besideEachOther,
  firstOfUnbrokenRun,
  isEndedWithoutDate,
} from '../../clinical/medication/stepTimes.ts';
import { isInDoubt, isNotTaken, mayForbidNow } from '../../clinical/medication/contradictions.ts';
import { MONITOR_SILENCE_MS } from '../../clinical/series/gaps/monitorSilence.ts';
import { dateText, dateTimeText } from '../format/dateText.ts';
import { stepDose } from '../format/formattedDose.ts';
import { countText } from '../format/numberText.ts';
import type { Frame } from '../axis/frame.ts';
import { timeBoundsOf, mayBeActiveAt } from './eventTimes.ts';
import {
  banText,
  isSurelyNewer,
  lastNotTakenOf,
  leftOpenText,
  opposingTexts,
} from './opposing/opposingSteps.ts';
import type { LaneSummary } from './laneSummary.ts';
import { wallClockMs } from '../format/timeZone.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { lanesTexts } from './lanes.messages.ts';

const NO_DOSE = lanesTexts('noDose');
const NONE = lanesTexts('none');

const doseText = (step: DoseStep): string => stepDose(step) || NO_DOSE;

/**
 * A dose is known to be in force on the last day that was sent. Of a month or a year nobody knows how much of it is meant. What is on hold,
 * or in doubt, until some day of it is told all through it, because no dose is called current by that.
 */
function isActiveAt(step: DoseStep, atMs: number, timeZone: string): boolean {
  if (!mayBeActiveAt(step, atMs)) return false;
  const { beginMs, endMs } = timeBoundsOf(step, timeZone);
  const lastPrecision = endMs === undefined ? step.precision : step.endPrecision;
  const isTold = step.isOngoing || (step.isNotDone === true && endMs !== undefined);
  const isLong = !isTold && (lastPrecision === 'month' || lastPrecision === 'year');
  return beginMs[0] <= atMs && atMs < (endMs ?? beginMs)[isLong ? 0 : 1];
}

/** Short courses are counted in days, as those of antibiotics are. */
const MAX_COUNTED_DAYS = 30;

/**
 * Returns "since 3 Nov 2026 (day 9)" by the days of the calendar, where the first day is day 0. A month or a year has no
 * days to count, and those of a long course say nothing.
 */
function sinceText({ startMs, precision }: DoseStep, atMs: number, timeZone: string): string {
  const start = dateText(startMs, precision, timeZone);
  if (precision !== 'day' && precision !== 'instant') return lanesTexts('since', { start });
  const first = precision === 'day' ? startMs : wallClockMs(startMs, timeZone);
  const days = Math.floor(wallClockMs(atMs, timeZone) / DAY_MS) - Math.floor(first / DAY_MS);
  return days > MAX_COUNTED_DAYS
    ? lanesTexts('since', { start })
    : lanesTexts('sinceDay', { start, day: countText(days) });
}

/**
 * Says when a moment was, when a dose ended, or that no end is known. An order without an end may have been
 * stopped or not. An order says that it was ordered, and not that it was taken.
 */
function pastText(step: DoseStep, timeZone: string): string {
  const { startMs, precision, endMs, endPrecision } = step;
  if (step.isLeftOpen) return leftOpenText(step, timeZone);
  if (endMs !== undefined) return lanesTexts('until', { end: dateTimeText(endMs, endPrecision, timeZone) });
  const start = dateTimeText(startMs, precision, timeZone);
  if (isSingleDose(step))
    return lanesTexts('lastSupply', { supply: lastSupplyText(step.type), dose: doseText(step), start });
  if (isEndedWithoutDate(step))
    return lanesTexts('endedWithoutDate', { type: step.type, start, status: step.status });
  return lanesTexts('begun', { type: step.type, start });
}

/**
 * Returns the step that ended most recently, if the one that began last is known to have ended, and that one
 * otherwise. Two may have run side by side.
 */
function lastEndedStep(over: readonly DoseStep[], timeZone: string): DoseStep | undefined {
  const last = over.at(-1);
  if (last === undefined || !(hasKnownExtent(last) || isSingleDose(last))) return last;
  const overMs = (step: DoseStep): number => {
    const { beginMs, endMs } = timeBoundsOf(step, timeZone);
    return (endMs ?? beginMs)[1];
  };
  return over.reduce((latest, step) => (overMs(step) >= overMs(latest) ? step : latest));
}

/**
 * Returns the dose of what was running at its last reading, with the time of that reading. Soon after it the dose is
 * emphasized, and later it is part of the quiet text, so that nothing old looks current.
 */
function lastReadingSummary(step: DoseStep, atMs: number, timeZone: string): LaneSummary {
  const running = lanesTexts('runningAtLastReading', {
    end: dateTimeText(step.endMs ?? step.startMs, step.endPrecision, timeZone),
  });
  const isSoonAfter = atMs - (step.endMs ?? step.startMs) <= MONITOR_SILENCE_MS;
  const dose = doseText(step);
  return isSoonAfter ? [dose, running] : ['', lanesTexts('doseRunning', { dose, running })];
}

/** Returns the dated steps of a course that are in force at a moment, also those on hold. A single dose is in force on its day. */
export const stepsInForce = (course: MedicationCourse, atMs: number, timeZone: string): readonly DoseStep[] =>
  datedSteps(course, timeZone).filter((step) => isActiveAt(step, atMs, timeZone));

const datedSteps = (course: MedicationCourse, timeZone: string): readonly DoseStep[] =>
  deduplicatedSteps(courseInZone(course, timeZone).steps).filter(({ startMs }) => !Number.isNaN(startMs));

/** Returns the step that ended most recently before a moment. */
export const lastStepBefore = (course: MedicationCourse, atMs: number, timeZone: string) =>
  lastEndedStep(
    datedSteps(course, timeZone).filter((step) => hasOccurred(step) && step.startMs <= atMs),
    timeZone,
  );

/** Returns each dose once, since an order and a statement would say it twice, with the number of pumps that give it at the same time. */
function dosesAtOnce(given: readonly DoseStep[]): readonly string[] {
  return [...new Set(given.map(doseText))].map((dose) => {
    const count = besideEachOther(given.filter((step) => doseText(step) === dose)).length;
    return timesDose(count, dose);
  });
}

/** Names what goes on beside it at a moment and may be the same drug, or is another form of it. */
function neighboursText(course: MedicationCourse, atMs: number): string {
  const names = [...neighboursAt(course, atMs), ...neighboursAt(course, atMs, true)].join(', ');
  return names && lanesTexts('seeAlso', { names });
}

/**
 * Returns the dose at a moment and since when it is given, as in "25 mg/day" and "since 3 Nov 2026 (day 9)". Otherwise it returns
 * when the last dose ended, or that there was none.
 */
export function courseText(course: MedicationCourse, atMs: number, timeZone: string): LaneSummary {
  const dated = datedSteps(course, timeZone);
  const running = stepsInForce(course, atMs, timeZone);
  const given = running.filter(hasOccurred);
  const [first] = given;
  if (first !== undefined) {
    const doses = dosesAtOnce(given);
    const since =
      doses.length > 1 || besideEachOther(given).length > 1
        ? ''
        : sinceText(firstOfUnbrokenRun(dated.filter(hasOccurred), first), atMs, timeZone);
    const quiet = [
      since,
      ...opposingTexts(course, { running: given, atMs, timeZone }),
      neighboursText(course, atMs),
    ];
    return [doses.join(', '), quiet.filter(Boolean).join('; ')];
  }
  const beside = neighboursText(course, atMs);
  const [held] = running;
  if (held) {
    const text = lanesTexts('notGiven', { status: notGivenText(held), dose: doseText(held) });
    return ['', [text, beside].filter(Boolean).join('; ')];
  }
  const before = lastStepBefore(course, atMs, timeZone);
  if (before?.isRunningAtEnd && before.endMs !== undefined) return lastReadingSummary(before, atMs, timeZone);
  return ['', [quietText(course, before, atMs, timeZone), beside].filter(Boolean).join('; ')];
}

/**
 * Says what is known where no dose runs at a moment. What goes on and has no date may run; an order that is on hold, or of which
 * nobody knows whether it is in force, and an order not to give it are told where they are newer than the last dose.
 */
function quietText(
  course: MedicationCourse,
  before: DoseStep | undefined,
  atMs: number,
  timeZone: string,
): string {
  const undated = course.steps.filter((step) => Number.isNaN(step.startMs) && hasOccurred(step));
  const ongoing = undated.filter(({ isOngoing }) => isOngoing);
  const doses = [...new Set((ongoing.length > 0 ? ongoing : undated).map(doseText))].join(', ');
  if (ongoing.length > 0) {
    const beside = opposingTexts(course, { running: ongoing, atMs, timeZone });
    return [lanesTexts('undatedDose', { dose: doses }), ...beside].join('; ');
  }
  const doubts = course.steps.filter((step) => isInDoubt(step) || mayForbidNow(step));
  const doubtful =
    datedSteps(course, timeZone).findLast((step) => step.startMs <= atMs && doubts.includes(step)) ??
    doubts.findLast((step) => Number.isNaN(step.startMs));
  if (doubtful && !(before && isSurelyNewer(before, doubtful, timeZone)))
    return lanesTexts('notGiven', {
      status: doubtful.isForbidden === true ? banText(doubtful) : notGivenText(doubtful),
      dose: doseText(doubtful),
    });
  if (before) return pastText(before, timeZone);
  return undated.length > 0
    ? lanesTexts('undatedDose', { dose: doses })
    : refusedText(course, atMs, timeZone);
}

/** Says why nothing is known to be given or taken, where somebody refused it, reported that it is not taken, or left it open. */
function refusedText({ steps }: MedicationCourse, atMs: number, timeZone: string): string {
  const step = lastNotTakenOf(steps, atMs, timeZone);
  if (step === undefined) return NONE;
  const { type, startMs, precision, statusReason } = step;
  const isReport = type === 'MedicationStatement' && isNotTaken(step);
  const status = isReport ? statusWords('not-taken') : notGivenText(step);
  return [status, dateText(startMs, precision, timeZone), statusReason].filter(Boolean).join(', ');
}

/**
 * Returns what stands beside a lane while no cursor is shown, which is the current dose. If the dose began,
 * changed or ended after the window, it is the dose at the end of the window, as it is drawn, with that date.
 */
export function currentCourseText(course: MedicationCourse, frame: Frame, nowMs: number): LaneSummary {
  const { startMs, endMs, timeZone } = frame;
  const isSince = (ms: number) => ms > endMs && ms <= nowMs;
  const isOtherNow = course.steps.some((step) => {
    const { beginMs, endMs: end } = timeBoundsOf(step, timeZone);
    return isSince(beginMs[0]) || isSince((end ?? beginMs)[1]);
  });
  if (!isOtherNow) return courseText(course, nowMs, timeZone);
  const [strong, quiet] = courseText(course, endMs, timeZone);
  const hasTime = endMs - startMs <= 10 * DAY_MS || nowMs - endMs < DAY_MS;
  const when = (hasTime ? dateTimeText : dateText)(endMs, 'instant', timeZone);
  const asOf = lanesTexts('asOf', { when });
  return [strong, (strong ? [asOf, quiet] : [quiet, asOf]).filter(Boolean).join(', ')];
}
