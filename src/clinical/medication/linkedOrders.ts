/** Follows the links between orders and doses, so that what replaces or fills an order is not told as a second dose. */
import type { DoseStep } from '../events/careEvent.ts';
import { joinTexts } from '../fhirElements/fhirElement.ts';
import { compareText } from '../series/rowOrder.ts';
import { isForbiddenNow, isInDoubt } from './contradictions.ts';
import type { MedicationStep } from './medicationSteps.ts';
import { medicationTexts } from './medication.messages.ts';
import { namedIn } from './orderLinks.ts';
import { latestStartMs, orderMs } from './stepTimes.ts';

/** An order that was cancelled, or that lies ahead, has replaced nothing yet. */
const isInForce = ({ isNotDone, startMs, readAtMs }: DoseStep): boolean =>
  isNotDone !== true && !(readAtMs !== undefined && startMs > readAtMs);

/** An order that is on hold, or that forbids the medication, stands until it is replaced, as one that goes on does. */
const isOpen = (step: DoseStep): boolean => step.isOngoing || isInDoubt(step) || isForbiddenNow(step);

/**
 * Returns the steps as their links tell: an order that stands ends where the one that replaces it begins, and a rate of an
 * infusion where the next rate for the same order begins. Many servers close neither.
 */
export function withoutReplaced(steps: readonly MedicationStep[]): readonly MedicationStep[] {
  const replacedBy = new Map<DoseStep, DoseStep>([...replacedOrders(steps), ...replacedRates(steps)]);
  if (replacedBy.size === 0) return steps;
  return steps.map((one) => {
    const next = replacedBy.get(one.step);
    return next === undefined ? one : { ...one, step: endedBy(one.step, next) };
  });
}

function endedBy(step: DoseStep, next: DoseStep): DoseStep {
  const replaced = step.type === 'MedicationRequest' ? medicationTexts('replaced') : '';
  const note = joinTexts([step.note ?? '', replaced], '\n');
  // One that is on hold may be replaced on its own day, and then it holds nothing more.
  const isDated = step.isOngoing ? next.startMs > step.startMs : !(next.startMs < step.startMs);
  return {
    ...step,
    isOngoing: false,
    ...(isDated && !Number.isNaN(next.startMs) && { endMs: next.startMs, endPrecision: next.precision }),
    ...(note !== '' && { note }),
  };
}

/** Returns pairs of an order and the one that replaces it, the earliest of several last. */
function replacedOrders(steps: readonly MedicationStep[]): [DoseStep, DoseStep][] {
  const orders = steps.filter(({ step }) => step.type === 'MedicationRequest').toSorted(newestFirst);
  const byId = new Map(orders.map((one) => [one.step.id, one]));
  return orders.flatMap(({ step: next, links }): [DoseStep, DoseStep][] => {
    const before = namedIn(byId, links?.replaces);
    // If two orders replace each other, neither is known to be the later one.
    const isKnown =
      before && before.links?.replaces !== next.id && !(latestStartMs(next) < before.step.startMs);
    return isKnown && isOpen(before.step) && isInForce(next) ? [[before.step, next]] : [];
  });
}

/** The order of arrival decides nothing. What has no date comes first, and what has one counts before it. */
function newestFirst({ step: a }: MedicationStep, { step: b }: MedicationStep): number {
  const [aMs, bMs] = [a, b].map((step) => (Number.isNaN(step.startMs) ? Number.MAX_VALUE : orderMs(step)));
  return (bMs ?? 0) - (aMs ?? 0) || compareText(b.id, a.id);
}

const isRate = ({ type, unit, isOngoing, startMs }: DoseStep): boolean =>
  type === 'MedicationAdministration' && unit.includes('/') && isOngoing && !Number.isNaN(startMs);

/** Returns pairs of a rate and the next later one for the same order. Rates of one moment do not replace each other. */
function replacedRates(steps: readonly MedicationStep[]): [DoseStep, DoseStep][] {
  const seen = new Map<string, { readonly earliest: DoseStep; readonly next: DoseStep | undefined }>();
  const rates = steps.filter(({ step, links }) => links?.givenFor !== undefined && isRate(step));
  return rates.toSorted(newestFirst).flatMap(({ step, links, medication }): [DoseStep, DoseStep][] => {
    const key = `${links?.givenFor} ${medication.key}`;
    const later = seen.get(key);
    const next = later && later.earliest.startMs > step.startMs ? later.earliest : later?.next;
    seen.set(key, { earliest: step, next });
    return next === undefined ? [] : [[step, next]];
  });
}

/** Returns the orders of one course, of which those that only fill another one of the same dose say so. */
export function markedFilling(steps: readonly MedicationStep[]): readonly MedicationStep[] {
  const orders = new Map(
    steps.filter(({ step }) => step.type === 'MedicationRequest').map(({ step }) => [step.id, step]),
  );
  return steps.map((one) => {
    const { step, links } = one;
    const filled = namedIn(orders, links?.fills);
    if (filled === undefined || filled === step || filled.isNotDone === true) return one;
    if (!mayBeSameDose(filled, step)) return one;
    const note = joinTexts([medicationTexts('filling'), step.note ?? ''], '\n');
    return { ...one, step: { ...step, note, isFilling: true } };
  });
}

/** A pharmacy counts tablets of what was ordered in milligrams. Another number in the same unit is another dose. */
const mayBeSameDose = (ordered: DoseStep, filling: DoseStep): boolean =>
  !(filling.isDoseUnclear === true && filling.doseText !== ordered.doseText) &&
  (ordered.amount === undefined ||
    filling.amount === undefined ||
    ordered.unit !== filling.unit ||
    ordered.amount === filling.amount);
