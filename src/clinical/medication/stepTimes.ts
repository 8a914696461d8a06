/** This file says how the steps of one medication lie to each other in time, and whether they have the same dose. */
import type { DoseStep } from '../events/careEvent.ts';
import { latestMsOfMoment } from '../events/eventTime.ts';
import { IMPRECISE_DATE_OFFSET_MS, lastMsOfMoment } from '../time/date.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/durations.ts';

/** An order that replaces another one is written a little before or after the other one ends. */
const REORDER_MS = 15 * MINUTE_MS;

type Start = Pick<DoseStep, 'startMs' | 'precision'>;

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
export const isEndedWithoutDate = ({ type, status, endMs, isNotDone }: DoseStep): boolean =>
  endMs === undefined && isNotDone !== true && ENDED_BY_STATUS[type]?.includes(status) === true;

/** The first and the last moment at which a step can have begun, in the time zone of the screen. */
type SpanOfStep = (step: DoseStep) => readonly [firstMs: number, lastMs: number];

type Running = { readonly running: readonly DoseStep[]; readonly atMs: number; readonly spanOf: SpanOfStep };

/** Returns the newest of some steps that is newer than the given steps that run, or may be on their day. */
function newestBeside(some: readonly DoseStep[], { running, atMs, spanOf }: Running): DoseStep | undefined {
  const startedMs = Math.max(...running.map((step) => spanOf(step)[0]));
  const saidMs = (step: DoseStep): number => spanOf(step)[step.precision === 'day' ? 1 : 0];
  return some.findLast((step) => saidMs(step) > startedMs && spanOf(step)[0] <= atMs);
}

/**
 * Returns the newest report of a course that says that a medication is not, or no longer, taken, where it is newer than the
 * given steps that run. The order goes on, and a reader must know of both.
 */
export const contradictingReport = (all: readonly DoseStep[], beside: Running): DoseStep | undefined =>
  newestBeside(
    all.filter(
      (step) =>
        step.type === 'MedicationStatement' && (step.status === 'not-taken' || isEndedWithoutDate(step)),
    ),
    beside,
  );

/** Returns the newest order not to give a medication, or one that is on hold, where it is newer than the given steps that run. */
export const contradictingOrder = (all: readonly DoseStep[], beside: Running): DoseStep | undefined =>
  newestBeside(
    all.filter(
      (step) =>
        isForbiddenNow(step) || (isInDoubt(step) && step.status === 'on-hold' && !isSupply(step.type)),
    ),
    beside,
  );

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

/** Returns whether an order not to give a medication is in force, as far as its status says. */
export const isForbiddenNow = ({ isForbidden, status, endMs }: DoseStep): boolean =>
  isForbidden === true && status === 'active' && endMs === undefined;

/** Returns whether nobody knows if this dose is taken now: the order is on hold, or its status says nothing. */
export const isInDoubt = ({ type, status, isUnknown, isForbidden, endMs }: DoseStep): boolean =>
  endMs === undefined &&
  isForbidden !== true &&
  (status === 'on-hold' || (isUnknown === true && !isSupply(type)));

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
