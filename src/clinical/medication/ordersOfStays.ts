/** Finds the orders for a time in hospital that nobody closed when it ended, so that they do not go on at home for years. */
import type { CareEvent, DoseStep } from '../events/careEvent.ts';
import { joinTexts } from '../fhirElements/fhirElement.ts';
import { DAY_MS } from '../time/durations.ts';
import { medicationTexts } from './medication.messages.ts';
import type { MedicationStep } from './medicationSteps.ts';
import { latestEndMs } from './stepTimes.ts';

/** https://terminology.hl7.org/ValueSet-v3-ActEncounterCode.html */
const STAY_CLASSES: ReadonlySet<string> = new Set(['IMP', 'ACUTE', 'NONAC']);
const OVER: ReadonlySet<string> = new Set(['finished', 'discharged', 'completed']);

const isStay = ({ type, isNotDone, encounterClass }: CareEvent): boolean =>
  type === 'Encounter' && isNotDone !== true && STAY_CLASSES.has(encounterClass.toUpperCase());

/**
 * Returns the stay with which each stay is over: a patient may be moved to another ward, or another hospital, where the orders go on, and
 * the end of that one is what ends them then.
 */
function lastStays(stays: readonly CareEvent[]): ReadonlyMap<CareEvent, CareEvent> {
  const fromMs = ({ startMs }: CareEvent): number => (Number.isNaN(startMs) ? -Infinity : startMs);
  const lastOf = new Map<CareEvent, CareEvent>();
  let moved: CareEvent[] = [];
  let last: CareEvent | undefined;
  for (const stay of stays.toSorted((one, other) => fromMs(one) - fromMs(other) || 0)) {
    if (last === undefined || fromMs(stay) > latestEndMs(last) + DAY_MS) [moved, last] = [[], stay];
    else if (latestEndMs(stay) > latestEndMs(last)) last = stay;
    moved.push(stay);
    for (const one of moved) lastOf.set(one, last);
  }
  return lastOf;
}

/**
 * Returns the steps, of which an order that is for a time in hospital alone, and that goes on without an end of its own, was to end with
 * that stay (epoch ms). It stays marked as one that nobody closed. A stay that ended less than a day ago ends nothing.
 */
export function withStaysOver(
  steps: readonly MedicationStep[],
  events: readonly CareEvent[],
  nowMs: number,
): readonly MedicationStep[] {
  const named = new Set(steps.flatMap(({ links }) => links?.during ?? []));
  if (named.size === 0) return steps;
  const over = new Map(
    [...lastStays(events.filter(isStay))]
      .filter(([stay, last]) => named.has(stay.id) && isOver(stay, nowMs) && isOver(last, nowMs))
      .map(([stay, last]) => [stay.id, { stay, last }]),
  );
  if (over.size === 0) return steps;
  return steps.map((one) => {
    const { stay, last } = over.get(one.links?.during ?? '') ?? {};
    return stay && last && one.step.isOngoing && !(one.step.startMs > latestEndMs(stay))
      ? { ...one, step: leftOpenAt(one.step, last) }
      : one;
  });
}

const isOver = (stay: CareEvent, nowMs: number): boolean =>
  OVER.has(stay.status) && latestEndMs(stay) + DAY_MS < nowMs;

const leftOpenAt = (step: DoseStep, { endMs, endPrecision }: CareEvent): DoseStep => ({
  ...step,
  isOngoing: false,
  isLeftOpen: true,
  endMs,
  endPrecision,
  note: joinTexts([step.note ?? '', medicationTexts('stayEnded')], '\n'),
});
