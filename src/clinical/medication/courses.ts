import type { DoseStep, EventType, MedicationCourse } from '../events/careEvent.ts';
import type { MedicationStep } from './medicationSteps.ts';
import { compareText } from '../series/rowOrder.ts';
import { isSingleDose, hasKnownExtent, latestEndMs } from './stepTimes.ts';

/** An order says best what the dose was meant to be; a dispense says least. */
const BY_WEIGHT: readonly EventType[] = [
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
];

const isGiven = ({ isNotDone, type }: DoseStep): boolean => isNotDone !== true && BY_WEIGHT.includes(type);

/** The kind of resource that says most of a course; undefined where nothing was given. */
export function primaryTypeOf(steps: readonly DoseStep[]): EventType | undefined {
  const types = new Set(steps.filter(isGiven).map(({ type }) => type));
  return BY_WEIGHT.find((type) => types.has(type));
}

/** The steps of a course that speak for it: those of the type that says most, and not what was never given. */
export function primarySteps(steps: readonly DoseStep[]): readonly DoseStep[] {
  const lead = primaryTypeOf(steps);
  return steps.filter((step) => isGiven(step) && step.type === lead);
}

/**
 * The steps that tell what changed, oldest first: the leading ones, and of other types what runs where one of those begins or
 * until which the drug was given, or goes on now. A drug that is still reported as taken is not stopped by the end of an order.
 */
export function stepsForChanges(steps: readonly DoseStep[]): readonly DoseStep[] {
  const lead = primaryTypeOf(steps);
  const leadingMs = primarySteps(steps).map(({ startMs }) => startMs);
  let untilMs = Number.NEGATIVE_INFINITY;
  return steps.filter((step) => {
    const { type, startMs, isOngoing } = step;
    const runsAt = (ms: number) => startMs <= ms && ms < latestEndMs(step);
    const isTelling =
      type === lead || isOngoing || (hasKnownExtent(step) && (startMs <= untilMs || leadingMs.some(runsAt)));
    if (!isGiven(step) || !isTelling) return false;
    untilMs = Math.max(untilMs, isSingleDose(step) ? startMs : latestEndMs(step));
    return true;
  });
}

/**
 * Puts the stretches of each medication together, oldest first, undated last; courses by their first stretch. Amounts of one
 * course have one unit: a stretch in another one keeps its words and has no amount.
 */
export function coursesOf(steps: readonly MedicationStep[]): readonly MedicationCourse[] {
  const byKey = new Map<string, MedicationStep[]>();
  for (const one of steps) {
    const known = byKey.get(one.medication.key);
    if (known === undefined) byKey.set(one.medication.key, [one]);
    else known.push(one);
  }
  return [...byKey].map(([key, of]) => courseOf(key, of)).toSorted(byFirstStep);
}

function courseOf(key: string, of: readonly MedicationStep[]): MedicationCourse {
  const ordered = of.toSorted((a, b) => byStepTime(a.step, b.step));
  const steps = ordered.map(({ step }) => step);
  const unit = unitOf(steps);
  return {
    key,
    // As it is called now.
    name:
      ordered.findLast(({ step }) => !Number.isNaN(step.startMs))?.medication.name ??
      ordered[0]?.medication.name ??
      '',
    steps: steps.map((step) =>
      step.amount !== undefined && step.unit !== unit ? { ...step, amount: undefined, unit: '' } : step,
    ),
  };
}

/** The unit of most leading steps, of two the one that came first; where they have none, of all steps. */
function unitOf(steps: readonly DoseStep[]): string {
  const leading = primarySteps(steps).filter(({ amount }) => amount !== undefined);
  const counts = new Map<string, number>();
  for (const { unit, amount } of leading.length > 0 ? leading : steps)
    if (amount !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? '';
}

type Timed = Pick<DoseStep, 'startMs' | 'type' | 'id'>;

const isUndated = ({ startMs }: Timed): number => Number(Number.isNaN(startMs));

/** Oldest first, undated last; what decides between two of one moment does not depend on the order of arrival. */
export const byStepTime = (a: Timed, b: Timed): number =>
  isUndated(a) - isUndated(b) ||
  (isUndated(a) === 1 ? 0 : a.startMs - b.startMs) ||
  compareText(a.type, b.type) ||
  compareText(a.id, b.id);

function byFirstStep(a: MedicationCourse, b: MedicationCourse): number {
  const [first, second] = [a.steps[0], b.steps[0]];
  return (first && second ? byStepTime(first, second) : 0) || compareText(a.key, b.key);
}
