/** Says what steps without a date mean for the changes of a course. */
import type { DoseStep, MedicationCourse } from '../../events/careEvent.ts';
import { stepsForChanges } from '../courses.ts';
import { areAllIn, doseKeys } from '../dosage/doseKeys.ts';

type Steps = readonly DoseStep[];

/** Adds what goes on without a date: at the time of reading it is not stopped by the end of what is dated. */
export function addUndated({ steps }: MedicationCourse): (open: Steps) => Steps {
  const undated = stepsForChanges(steps).filter(
    ({ startMs, isOngoing }) => isOngoing && Number.isNaN(startMs),
  );
  return (open) => [...new Set([...open, ...undated])];
}

/** A report without a date may be older than an order to stop of the same dose, which is told in any case. */
export const isStoppedBesideReport = (ended: Steps, goingOn: Steps): boolean =>
  ended.some(({ status }) => status === 'stopped') &&
  goingOn.every(({ startMs }) => Number.isNaN(startMs)) &&
  areAllIn(doseKeys(ended), doseKeys(goingOn));
