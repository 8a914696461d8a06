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

/** A patient may be moved to another ward, or another hospital, where the order goes on. */
const goesOnAfter = (stay: CareEvent, endMs: number): boolean =>
  !(stay.startMs > endMs + DAY_MS) && latestEndMs(stay) > endMs;

/**
 * Returns the steps, of which an order that is for a time in hospital alone, and that goes on, was to end with that stay (epoch ms). It
 * stays marked as one that nobody closed. A stay that another one follows, or that ended less than a day ago, ends nothing.
 */
export function withStaysOver(
  steps: readonly MedicationStep[],
  events: readonly CareEvent[],
  nowMs: number,
): readonly MedicationStep[] {
  const named = new Set(steps.flatMap(({ links }) => links?.during ?? []));
  const stays = named.size > 0 ? events.filter(isStay) : [];
  const over = new Map(
    stays.filter((stay) => named.has(stay.id) && isOver(stay, stays, nowMs)).map((stay) => [stay.id, stay]),
  );
  if (over.size === 0) return steps;
  return steps.map((one) => {
    const stay = over.get(one.links?.during ?? '');
    return stay && one.step.isOngoing && one.step.startMs <= latestEndMs(stay)
      ? { ...one, step: leftOpenAt(one.step, stay) }
      : one;
  });
}

const isOver = (stay: CareEvent, stays: readonly CareEvent[], nowMs: number): boolean =>
  OVER.has(stay.status) &&
  latestEndMs(stay) + DAY_MS < nowMs &&
  !stays.some((other) => other !== stay && goesOnAfter(other, latestEndMs(stay)));

const leftOpenAt = (step: DoseStep, { endMs, endPrecision }: CareEvent): DoseStep => ({
  ...step,
  isOngoing: false,
  isLeftOpen: true,
  endMs,
  endPrecision,
  note: joinTexts([step.note ?? '', medicationTexts('stayEnded')], '\n'),
});
