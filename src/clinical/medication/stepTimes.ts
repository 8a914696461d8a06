/** How the stretches of one medication lie to each other in time, and whether they have one dose. Pure. */
import type { DoseStep } from '../events/careEvent.ts';
import { lastMsOfMoment } from '../time/date.ts';
import { DAY_MS, MINUTE_MS } from '../time/durations.ts';

/** An order that replaces another one is written a little before or after the other one ends. */
const REORDER_MS = 15 * MINUTE_MS;

/** The latest that a step can have ended; without an end it has none that is known. */
export const latestEndMs = ({ endMs, endPrecision }: DoseStep): number =>
  endMs === undefined ? Number.POSITIVE_INFINITY : lastMsOfMoment({ timeMs: endMs, precision: endPrecision });

/** It goes on, or it is known when it ended: of any other step it is only known that the next one follows it. */
export const hasKnownExtent = ({ isOngoing, endMs }: DoseStep): boolean => isOngoing || endMs !== undefined;

/** Given or handed over once. */
export const isSingleDose = (step: DoseStep): boolean =>
  !hasKnownExtent(step) && (step.type === 'MedicationAdministration' || step.type === 'MedicationDispense');

/** Days that follow each other are no pause; between two clock times a quarter of an hour is none. */
export function startsAfterPause(before: DoseStep, { startMs, precision }: DoseStep): boolean {
  if (before.endMs === undefined) return false;
  const isExact = precision === 'instant' && before.endPrecision === 'instant';
  return startMs - latestEndMs(before) > (isExact ? REORDER_MS : DAY_MS);
}

/** Two doses at the same time may add up: neither replaces the other. */
export const overlapsStart = (before: DoseStep, { startMs }: DoseStep): boolean =>
  before.isOngoing ||
  (before.endMs !== undefined &&
    before.endMs > startMs + (before.endPrecision === 'instant' ? REORDER_MS : DAY_MS));

/** The same for steps of one dose. */
export const doseKey = ({ amount, unit, doseText }: DoseStep): string =>
  amount === undefined ? doseText : `${amount} ${unit}`;

/** The first of the steps of one dose that follow each other without a pause until this one. Steps oldest first. */
export function firstOfUnbrokenRun(steps: readonly DoseStep[], step: DoseStep): DoseStep {
  let first = step;
  for (const one of steps.toReversed()) {
    const isBefore = one.startMs < first.startMs && hasKnownExtent(one) && !startsAfterPause(one, first);
    if (isBefore && doseKey(one) === doseKey(first)) first = one;
  }
  return first;
}
