/** Says which medicines are in use now, and of which that is not clear. It takes the steps that the clinician's lanes take. */
import { lastStepBefore, stepsInForce } from '../../../charts/lanes/courseText.ts';
import { courseInZone } from '../../../charts/lanes/laneMoments.ts';
import {
  isSurelyNewer,
  lastNotTakenOf,
  opposingStepsAt,
} from '../../../charts/lanes/opposing/opposingSteps.ts';
import type { DoseStep, MedicationCourse } from '../../../clinical/events/careEvent.ts';
import { hasOccurred } from '../../../clinical/events/eventOccurrence.ts';
import { neighboursAt } from '../../../clinical/medication/codedDose/neighbours.ts';
import {
  isInDoubt,
  isNotTaken,
  mayForbidNow,
  type OpposingStep,
} from '../../../clinical/medication/contradictions.ts';
import {
  firstOfUnbrokenRun,
  isEndedWithoutDate,
  isSingleDose,
} from '../../../clinical/medication/stepTimes.ts';
import { longDate } from '../patientDates.ts';
import { careTexts } from './care.messages.ts';
import { directionsOf, type Directions } from './directions.ts';
import { doseWords, sentDoseUnits } from './doseWords.ts';
import { medicineName } from './medicineName.ts';
import { reasonOf } from './statusReason.ts';

export type Medicine = {
  readonly key: string;
  readonly name: string;
  /** These are the doses in everyday words; '' where none was sent. */
  readonly dose: string;
  /** These units of the dose stand as they were sent, and their language is not known. */
  readonly sentUnits: readonly string[];
  /** These are the directions, where they say more than the dose. */
  readonly directions: readonly Directions[];
  /** The directions leave out when it is taken, because that could not be put in words. */
  readonly isTimingElsewhere: boolean;
  /** This says since when, or when last: "Since November 3, 2026", "Last given: November 3, 2026". */
  readonly when: string;
  /** These say, as they were sent, why it was stopped, is on hold or is not taken. */
  readonly reasons: readonly string[];
  /** These names were sent for what goes on beside it and may be the same medicine; '' without any. */
  readonly neighbours: string;
  /** These names were sent for other forms of it that go on beside it, such as a slow one; '' without any. */
  readonly otherForms: string;
};

export type MedicinesNow = {
  readonly inUse: readonly Medicine[];
  readonly onHold: readonly Medicine[];
  /** There is an order not to use these. */
  readonly notToUse: readonly Medicine[];
  /** The record says that these are no longer taken, and not since when. */
  readonly ended: readonly Medicine[];
  /** Nobody knows whether these go on: they have no end, or all that is known is when they were last given. */
  readonly notClear: readonly Medicine[];
  /** All that is known of these is that they were refused, not handed out, or reported as not taken. */
  readonly refused: readonly Medicine[];
};

type Kind = keyof MedicinesNow;

const isUndated = ({ startMs }: DoseStep): boolean => Number.isNaN(startMs);

/** "25 mg daily" says nothing beyond "25 mg/day", nor "70 mg every 2 d" beyond "70 mg/2 d". */
const sameWords = ({ doseText, shortDose }: DoseStep): boolean =>
  doseText
    .replace(/ (dai|week|month|year)ly$/, (_, unit: string) => `/${unit === 'dai' ? 'day' : unit}`)
    .replace(/ every (\d+ [a-z]+)$/, '/$1') === shortDose || doseText === shortDose;

function medicineOf(course: MedicationCourse, steps: readonly DoseStep[], when: string): Medicine {
  const doses = [...new Set(steps.map(({ shortDose }) => shortDose).filter(Boolean))].join(' + ');
  const told = steps.filter((step) => step.doseText !== '' && !sameWords(step)).map(directionsOf);
  const distinct = new Map(told.map((one) => [one.words, one]));
  return {
    key: course.key,
    name: medicineName(course.name),
    dose: [
      doseWords(doses),
      steps.some(({ isDoseUnclear }) => isDoseUnclear) ? careTexts('doseNotClear') : '',
    ]
      .filter(Boolean)
      .join(', '),
    sentUnits: sentDoseUnits(doses),
    directions: [...distinct.values()].filter(({ words }) => words !== ''),
    isTimingElsewhere: told.some((one) => one.isTimingElsewhere),
    when,
    reasons: [...new Set(steps.map(reasonOf).filter(Boolean))],
    neighbours: '',
    otherForms: '',
  };
}

function lastWords(step: DoseStep, timeZone: string): string {
  const date = longDate(step.startMs, step.precision, timeZone);
  if (date === '') return careTexts('withoutDate');
  const { type, endMs, endPrecision } = step;
  if (step.isLeftOpen === true && endMs !== undefined)
    return careTexts('leftOpen', { from: date, to: longDate(endMs, endPrecision, timeZone) });
  if (type === 'MedicationStatement') return careTexts('takenFrom', { date });
  if (type === 'MedicationDispense') return careTexts('lastHandedOutOn', { date });
  if (type === 'MedicationRequest') return careTexts('orderedOn', { date });
  return careTexts(isSingleDose(step) ? 'lastGivenOn' : 'givenFrom', { date });
}

type Place = { readonly kind: Kind; readonly medicine: Medicine };

/** What holds or forbids a medicine that is in use stands in both lists, because one of the two orders is a mistake. */
function placesOf(course: MedicationCourse, nowMs: number, timeZone: string): readonly Place[] {
  const inUse = inUseOf(course, nowMs, timeZone);
  if (inUse !== undefined) {
    const { medicine, orders, leftOpen } = inUse;
    const against = orders.map(({ step }) => againstPlace(course, step, timeZone));
    const open = leftOpen ? [lastPlace(course, leftOpen, timeZone)] : [];
    return [{ kind: 'inUse', medicine }, ...against, ...open];
  }
  const place = placeOf(course, nowMs, timeZone);
  const begun = course.steps.filter(({ startMs }) => !(startMs > nowMs));
  const forbidden = begun.findLast(mayForbidNow);
  const isNewer = (step: DoseStep) => forbidden !== undefined && isSurelyNewer(step, forbidden, timeZone);
  if (forbidden === undefined || begun.filter(hasOccurred).some(isNewer)) return place ? [place] : [];
  return [againstPlace(course, forbidden, timeZone)];
}

const againstPlace = (course: MedicationCourse, step: DoseStep, timeZone: string): Place => ({
  kind: step.isForbidden === true ? 'notToUse' : step.status === 'on-hold' ? 'onHold' : 'notClear',
  medicine: medicineOf(
    course,
    [step],
    [doubtWords(step, timeZone), step.isForbidden === true ? banStateWords(step) : '']
      .filter(Boolean)
      .join('. '),
  ),
});

type InUse = {
  readonly medicine: Medicine;
  readonly orders: readonly OpposingStep[];
  /** It was to end, and nobody closed it. */
  readonly leftOpen: DoseStep | undefined;
};

/** Returns the doses that are in use now, with what speaks against them; undefined where none is. */
function inUseOf(course: MedicationCourse, nowMs: number, timeZone: string): InUse | undefined {
  const { running, since } = runningOf(course, nowMs, timeZone);
  if (running.length === 0) return undefined;
  const beside = opposingStepsAt(course, { running, atMs: nowMs, timeZone });
  const { report, pause, orders, stopped, leftOpen } = beside;
  const when = [
    since,
    report && reportWords(report, timeZone),
    pause && againstWords({ step: pause, at: pause }, timeZone),
    ...orders.map((order) => againstWords(order, timeZone)),
    stopped && careTexts('newerStopped', { date: longDate(stopped.startMs, stopped.precision, timeZone) }),
  ]
    .filter(Boolean)
    .join('. ');
  const medicine = medicineOf(course, running, when);
  const reasons = report === undefined ? [] : [reasonOf(report.step)].filter(Boolean);
  return { medicine: report === undefined ? medicine : { ...medicine, reasons }, orders, leftOpen };
}

/** Returns the doses that are in use now, or, where none of them has a date, those that go on without one. */
function runningOf(course: MedicationCourse, nowMs: number, timeZone: string) {
  const given = stepsInForce(course, nowMs, timeZone).filter(
    (step) => hasOccurred(step) && !isSingleDose(step),
  );
  const [first] = given;
  if (first === undefined) {
    const running = course.steps.filter((step) => isUndated(step) && hasOccurred(step) && step.isOngoing);
    return { running, since: careTexts('sinceUnknown') };
  }
  const dated = course.steps.filter((step) => hasOccurred(step) && !isUndated(step));
  const { startMs, precision } = firstOfUnbrokenRun(dated, first);
  return { running: given, since: careTexts('since', { date: longDate(startMs, precision, timeZone) }) };
}

/** Returns where a course that is not in use belongs now, or undefined for one that has ended or never began. */
function placeOf(course: MedicationCourse, nowMs: number, timeZone: string): Place | undefined {
  // What was cancelled or refused says nothing of an order that is on hold.
  const told = course.steps.filter((step) => (hasOccurred(step) ? !(step.startMs > nowMs) : isInDoubt(step)));
  const dated = told.filter((step) => !isUndated(step));
  const [doubtful, done] = [isInDoubt, hasOccurred].map((is) => dated.findLast(is) ?? told.findLast(is));
  if (doubtful !== undefined && !(done && isSurelyNewer(done, doubtful, timeZone))) {
    const medicine = medicineOf(course, [doubtful], doubtWords(doubtful, timeZone));
    return { kind: doubtful.status === 'on-hold' ? 'onHold' : 'notClear', medicine };
  }
  const last =
    lastStepBefore(course, nowMs, timeZone) ??
    course.steps.findLast((step) => isUndated(step) && hasOccurred(step));
  if (last === undefined) return refusedPlace(course, nowMs, timeZone);
  if (last.endMs !== undefined && last.isLeftOpen !== true) return undefined;
  return lastPlace(course, last, timeZone);
}

/** Returns where a course belongs of which nothing is known to be taken: it was refused, or nobody knows whether it was given. */
function refusedPlace(course: MedicationCourse, nowMs: number, timeZone: string): Place | undefined {
  const step = lastNotTakenOf(course.steps, nowMs, timeZone);
  const kind = step?.isUnknown === true ? 'notClear' : 'refused';
  return step && { kind, medicine: medicineOf(course, [step], doubtWords(step, timeZone)) };
}

const lastPlace = (course: MedicationCourse, last: DoseStep, timeZone: string): Place => ({
  kind: isEndedWithoutDate(last) ? 'ended' : 'notClear',
  medicine: medicineOf(course, [last], lastWords(last, timeZone)),
});

/** The date of a report of what ended says when it was taken, and not when it ended. */
function reportWords({ step, at }: OpposingStep, timeZone: string): string {
  if (!isNotTaken(step)) return careTexts('reportedEnded');
  const date = longDate(at.startMs, at.precision, timeZone);
  return date === '' ? careTexts('reportedNotTakenUndated') : careTexts('reportedNotTaken', { date });
}

function againstWords({ step, at }: Pick<OpposingStep, 'step' | 'at'>, timeZone: string): string {
  const date = longDate(at.startMs, at.precision, timeZone);
  if (step.isForbidden === true) {
    const ban = date === '' ? careTexts('alsoNotToUseUndated') : careTexts('alsoNotToUse', { date });
    return [ban, banStateWords(step)].filter(Boolean).join('. ');
  }
  if (step.status !== 'on-hold') return '';
  return date === '' ? careTexts('alsoOnHoldUndated') : careTexts('alsoOnHold', { date });
}

/** An order not to use a medicine is in force only while it is active. Nobody knows what it means that one is completed. */
function banStateWords({ status }: DoseStep): string {
  if (status === 'active') return '';
  return careTexts(status === 'completed' ? 'banCompleted' : 'banUnclear');
}

/** What is on hold, or of unknown status, is not said to have been taken. */
function doubtWords({ startMs, precision, type }: DoseStep, timeZone: string): string {
  const date = longDate(startMs, precision, timeZone);
  if (date === '') return careTexts('withoutDate');
  return careTexts(type === 'MedicationRequest' ? 'orderedOn' : 'recordedOn', { date });
}

/** Returns the medicines by what is known of them now, each in the order of its first dose. */
export function medicinesNow(
  courses: readonly MedicationCourse[],
  nowMs: number,
  timeZone: string,
): MedicinesNow {
  const placed = courses.flatMap((course) => {
    // One order may have ended, or be on hold, because another one of the same drug and another strength goes on.
    const [neighbours = '', otherForms = ''] = [false, true].map((areForms) =>
      neighboursAt(course, nowMs, areForms).join(', '),
    );
    return placesOf(courseInZone(course, timeZone), nowMs, timeZone).map(({ kind, medicine }) => ({
      kind,
      medicine: { ...medicine, neighbours, otherForms },
    }));
  });
  const of = (kind: Kind) => placed.flatMap((one) => (one.kind === kind ? [one.medicine] : []));
  return {
    inUse: of('inUse'),
    onHold: of('onHold'),
    notToUse: of('notToUse'),
    ended: of('ended'),
    notClear: of('notClear'),
    refused: of('refused'),
  };
}
