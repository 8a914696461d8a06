/** This file says how the steps of one medication lie to each other in time, and whether they have the same dose. */
import type { DoseStep } from '../events/careEvent.ts';
import { latestMsOfMoment } from '../events/eventTime.ts';
import { IMPRECISE_DATE_OFFSET_MS, lastMsOfMoment } from '../time/date.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/durations.ts';

/** An order that replaces another one is written a little before or after the other one ends. */
const REORDER_MS = 15 * MINUTE_MS;

type Start = Pick<DoseStep, 'startMs' | 'precision'>;

/** Returns the first and the last moment in epoch ms that a time can mean, in the time zone of the screen. */
export type SpanOf = (time: Start) => readonly [firstMs: number, lastMs: number];

/** Returns the time in epoch ms by which a step has its place among others: a day comes after the evening before (rule 44). */
export const orderMs = ({ startMs, precision }: Start): number =>
  startMs + (precision === 'instant' ? 0 : IMPRECISE_DATE_OFFSET_MS);

/** Returns the latest moment in epoch ms at which a step can have begun. */
export const latestStartMs = ({ startMs, precision }: Start): number =>
  latestMsOfMoment({ timeMs: startMs, precision });

/** Returns the latest moment in epoch ms at which a step can have ended; Infinity when it has no known end. */
export const latestEndMs = ({ endMs, endPrecision }: Pick<DoseStep, 'endMs' | 'endPrecision'>): number =>
  endMs === undefined ? Number.POSITIVE_INFINITY : lastMsOfMoment({ timeMs: endMs, precision: endPrecision });

/** Returns whether a step goes on or has a known end. Any other step is only known to be followed by the next one. */
export const hasKnownExtent = ({ isOngoing, endMs }: DoseStep): boolean => isOngoing || endMs !== undefined;

const ENDED_BY_STATUS: Partial<Record<DoseStep['type'], readonly string[]>> = {
  MedicationRequest: ['stopped'],
  // https://hl7.org/fhir/R4/valueset-medication-statement-status.html: the medication is no longer being taken.
  MedicationStatement: ['stopped', 'completed'],
};

/** Returns whether the status says that a medication is no longer taken, and nobody said since when. */
export const isEndedWithoutDate = ({ type, status, endMs, isNotDone, isTermOver }: DoseStep): boolean =>
  endMs === undefined &&
  isNotDone !== true &&
  (isTermOver === true || ENDED_BY_STATUS[type]?.includes(status) === true);

/**
 * Returns the pause of an infusion at a moment, in epoch ms, if it was the last thing written down until then. A server may leave the
 * infusion itself in progress beside it.
 */
export function pauseAt(all: readonly DoseStep[], atMs: number): DoseStep | undefined {
  const last = all.findLast(
    ({ type, status, isNotDone, startMs }) =>
      type === 'MedicationAdministration' && startMs <= atMs && (isNotDone !== true || status === 'on-hold'),
  );
  return last?.status === 'on-hold' && !((last.endMs ?? Infinity) <= atMs) ? last : undefined;
}

/** Returns whether a resource of this type says that a drug was given or handed over. */
export const isSupply = (type: DoseStep['type']): boolean =>
  type === 'MedicationAdministration' || type === 'MedicationDispense';

/** Returns whether a step was given or handed over once. */
export const isSingleDose = (step: DoseStep): boolean => !hasKnownExtent(step) && isSupply(step.type);

/**
 * Returns whether a step starts after a pause. Days that follow each other are no pause, nor is a quarter of an hour
 * between two clock times.
 */
export function startsAfterPause(before: DoseStep, { startMs, precision }: DoseStep): boolean {
  if (before.endMs === undefined) return false;
  const isExact = precision === 'instant' && before.endPrecision === 'instant';
  return startMs - latestEndMs(before) > (isExact ? REORDER_MS : DAY_MS);
}

/**
 * Returns whether a step runs beyond the start of another one: two doses at the same time may add up, so neither
 * replaces the other.
 */
export const overlapsStart = (before: DoseStep, start: DoseStep): boolean =>
  before.isOngoing || (before.endMs !== undefined && before.endMs > start.startMs + overlapMs(before, start));

/** A day in the west ends up to twelve hours later than in UTC. */
const LONGEST_DAY_MS = DAY_MS + 12 * HOUR_MS;

function overlapMs({ endPrecision }: DoseStep, { precision }: DoseStep): number {
  if (endPrecision !== 'instant') return DAY_MS;
  return precision === 'instant' ? REORDER_MS : LONGEST_DAY_MS;
}

/**
 * Returns whether two administrations surely run side by side, as from two pumps. A pump that is written down anew overlaps with
 * itself by some minutes, and one that nobody closed may be the same one as the next.
 */
function isSurelyBeside(a: DoseStep, b: DoseStep): boolean {
  if (a.startMs === b.startMs) return true;
  if (a.endMs === undefined || b.endMs === undefined) return false;
  return Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs) > REORDER_MS;
}

/** Returns those of these steps that are administrations and surely run side by side; none where there are not two. */
export function besideEachOther(steps: readonly DoseStep[]): readonly DoseStep[] {
  const together: DoseStep[] = [];
  for (const step of steps)
    if (step.type === 'MedicationAdministration' && hasKnownExtent(step) && isGivenBeside(step, together))
      together.push(step);
  return together.length > 1 ? together : [];
}

const isGivenBeside = (step: DoseStep, together: readonly DoseStep[]): boolean =>
  step.isNotDone !== true && together.every((one) => isSurelyBeside(one, step));

/** Returns a key that steps of the same dose share. */
export const doseKey = ({ amount, unit, doseText }: DoseStep): string =>
  amount === undefined ? doseText : `${amount} ${unit}`;

/**
 * Returns the first of the steps of the same dose that follow each other without a pause until this one. The steps
 * have to be oldest first.
 */
export function firstOfUnbrokenRun(steps: readonly DoseStep[], step: DoseStep): DoseStep {
  let first = step;
  for (const one of steps.toReversed()) {
    const isBefore = one.startMs < first.startMs && hasKnownExtent(one) && !startsAfterPause(one, first);
    if (isBefore && doseKey(one) === doseKey(first)) first = one;
  }
  return first;
}
