import type { DoseStep, EventType, MedicationCourse } from '../events/careEvent.ts';
import type { MedicationStep } from './medicationSteps.ts';
import { joinTexts } from '../fhirElements/fhirElement.ts';
import { DAY_MS } from '../time/durations.ts';
import { indexFromTime } from '../series/inWindow.ts';
import { compareText } from '../series/rowOrder.ts';
import { amountInUnit } from './dosage/doseUnit.ts';
import { markedFilling, withoutReplaced } from './linkedOrders.ts';
import { medicationTexts } from './medication.messages.ts';
import { hasKnownExtent, isSingleDose, isSupply, latestEndMs, orderMs, type SpanOf } from './stepTimes.ts';
import { withNeighbours } from './codedDose/neighbours.ts';
import { withFormKeys } from './codedDose/formKeys.ts';
import { strengthKey, withStrengthKeys } from './strengths.ts';

/**
 * These are the resource types of a course, from the one that says best what the dose was meant to be. An order says
 * it best, a dispense least.
 */
const TYPES_BY_PRIORITY: readonly EventType[] = [
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
];

/**
 * Returns whether a step counts as a dose of its course: an order, statement, administration or dispense without `isNotDone` that
 * does not merely fill another order, whose dose counts.
 */
export const isGiven = ({ isNotDone, isFilling, type }: DoseStep): boolean =>
  isNotDone !== true && isFilling !== true && TYPES_BY_PRIORITY.includes(type);

/** Returns the resource type that says most about a course; undefined when nothing was given. */
export function primaryTypeOf(steps: readonly DoseStep[]): EventType | undefined {
  const types = new Set(steps.filter(isGiven).map(({ type }) => type));
  return TYPES_BY_PRIORITY.find((type) => types.has(type));
}

/** Returns the steps of the primary type of a course, without those that were never given. */
export function primarySteps(steps: readonly DoseStep[]): readonly DoseStep[] {
  const primaryType = primaryTypeOf(steps);
  return steps.filter((step) => isGiven(step) && step.type === primaryType);
}

/**
 * Returns the steps that decide what changed, oldest first: the primary ones, and of other types those that run when
 * a primary step begins, those that join them, and those that go on now. A drug that is still reported as taken is
 * not stopped by the end of an order.
 */
export function stepsForChanges(steps: readonly DoseStep[]): readonly DoseStep[] {
  const primaryType = primaryTypeOf(steps);
  const timesMs = Float64Array.from(
    primarySteps(steps).flatMap(({ startMs }) => (Number.isNaN(startMs) ? [] : [startMs])),
  ).toSorted();
  const nextPrimaryMs = (fromMs: number): number => timesMs[indexFromTime({ timesMs }, fromMs)] ?? Infinity;
  let untilMs = Number.NEGATIVE_INFINITY;
  return steps.filter((step) => {
    const { type, startMs, isOngoing } = step;
    const isRelevant =
      type === primaryType ||
      isOngoing ||
      (hasKnownExtent(step) && (startMs <= untilMs || nextPrimaryMs(startMs) < latestEndMs(step)));
    if (!isGiven(step) || !isRelevant) return false;
    untilMs = Math.max(untilMs, isSingleDose(step) ? startMs : latestEndMs(step));
    return true;
  });
}

/**
 * Groups the steps into one course for each medication: the steps oldest first and undated last, the courses by their
 * first step. Doses that count pieces of two strengths are two courses, and so are a slow and a fast form under one code of their substance. Amounts of one course have one unit: a step in a unit without an exact
 * factor to it keeps its text and has no amount. Without all
 * orders, a course says so.
 */
export function coursesOf(
  steps: readonly MedicationStep[],
  areOrdersRead = true,
): readonly MedicationCourse[] {
  const courses = [...byKey(withoutReplaced(steps))]
    .flatMap(([drugKey, sent]) => [...parted(sent)].map((one) => [drugKey, ...one] as const))
    .map(([drugKey, key, sent]): MedicationCourse => ({
      ...courseOf(key, sent),
      ...withOtherKeys(drugKey, key, sent),
      ...(!areOrdersRead && { isWithoutOrders: true }),
    }))
    .toSorted(byFirstStep);
  return withNeighbours(courses);
}

/** Returns the steps of one drug, in parts by the form of the drug and by its strength where these have to be told apart. */
const parted = (steps: readonly MedicationStep[]): ReadonlyMap<string, readonly MedicationStep[]> =>
  byKey([...byKey(withFormKeys(steps)).values()].flatMap(withStrengthKeys));

/** An address that was stored holds whichever key the course had then. */
function withOtherKeys(drugKey: string, key: string, sent: readonly MedicationStep[]) {
  const keys = [drugKey, ...[...new Set(sent.map((one) => strengthKey(drugKey, one)))].toSorted()];
  const otherKeys = keys.filter((one) => one !== key);
  return key === drugKey && keys.length <= 2 ? {} : { otherKeys };
}

function byKey(steps: readonly MedicationStep[]): ReadonlyMap<string, readonly MedicationStep[]> {
  const groups = new Map<string, MedicationStep[]>();
  for (const one of steps) {
    const known = groups.get(one.medication.key);
    if (known === undefined) groups.set(one.medication.key, [one]);
    else known.push(one);
  }
  return groups;
}

function courseOf(key: string, sent: readonly MedicationStep[]): MedicationCourse {
  const byTime = areMixed(sent.map(({ step }) => step)) ? byOrderTime : byStepTime;
  const inOrder = withRenewed(sent.toSorted((a, b) => byTime(a.step, b.step)));
  const unit = unitOf(inOrder.map(({ step }) => step));
  const ordered = markedFilling(inOrder.map((one) => ({ ...one, step: inUnit(one.step, unit) })));
  const { name = '' } = nameInUse(ordered)?.medication ?? {};
  return {
    key,
    name,
    steps: ordered.map(({ step, medication }) => withOwnName(step, medication.name, name)),
  };
}

/** A pharmacy may hand out what was ordered some weeks late. */
const LATEST_PICKUP_MS = 30 * DAY_MS;

/** Returns the steps, of which the last order goes on where it was left open, and the drug was given or handed out long after its end. */
function withRenewed(ordered: readonly MedicationStep[]): readonly MedicationStep[] {
  const last = ordered.findLast(({ step }) => isGiven(step) && !isSupply(step.type));
  if (last?.step.isLeftOpen !== true) return ordered;
  const { isLeftOpen: _, ...step } = last.step;
  const latestMs = (last.step.endMs ?? NaN) + LATEST_PICKUP_MS;
  const isRenewed = ordered.some(
    (one) => isGiven(one.step) && isSupply(one.step.type) && one.step.startMs > latestMs,
  );
  const renewed = {
    ...last,
    step: { ...step, endMs: undefined, endPrecision: 'none', isOngoing: true } as const,
  };
  return isRenewed ? ordered.map((one) => (one === last ? renewed : one)) : ordered;
}

/**
 * Returns the step that has the name in use, of an order before a report. A tablet of what has ended, is on hold, was only handed out or lies ahead may
 * have another strength than the one that is taken.
 */
function nameInUse(ordered: readonly MedicationStep[]): MedicationStep | undefined {
  const primary = new Set(primarySteps(ordered.map(({ step }) => step)));
  const dated = ordered.filter(({ step }) => !Number.isNaN(step.startMs));
  const begun = dated.filter(({ step }) => !(step.readAtMs !== undefined && step.startMs > step.readAtMs));
  const going = begun.filter(({ step }) => isGiven(step) && step.isOngoing);
  const ofOrder = [going, begun].map((some) => some.findLast(({ step }) => primary.has(step)));
  return ofOrder[0] ?? going.at(-1) ?? ofOrder[1] ?? dated.at(-1) ?? ordered[0];
}

/** Returns a step with its amount in the unit of its course, or without an amount where no exact factor leads there. */
function inUnit(step: DoseStep, unit: string): DoseStep {
  if (step.amount === undefined || step.unit === unit) return step;
  const amount = amountInUnit(step.amount, step.unit, unit);
  return { ...step, amount, unit: amount === undefined ? '' : unit };
}

/** One code may be sent under a brand and under its substance. Each order keeps the name that it was sent with. */
function withOwnName(step: DoseStep, own: string, name: string): DoseStep {
  if (own.toLowerCase() === name.toLowerCase()) return step;
  const sentAs = medicationTexts('sentAs', { name: own });
  return { ...step, note: joinTexts([sentAs, step.note ?? ''], '\n') };
}

/**
 * Returns the unit that most primary steps have, and of two the one that came first. When no primary step has an
 * amount, all steps count.
 */
function unitOf(steps: readonly DoseStep[]): string {
  const primary = primarySteps(steps).filter(({ amount }) => amount !== undefined);
  const counts = new Map<string, number>();
  for (const { unit, amount } of primary.length > 0 ? primary : steps)
    if (amount !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const highestCount = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === highestCount)?.[0] ?? '';
}

type Timed = Pick<DoseStep, 'startMs' | 'precision' | 'type' | 'id'>;

const isUndated = ({ startMs }: Timed): number => Number(Number.isNaN(startMs));

const sortedBy =
  (timeMs: (step: Timed) => number) =>
  (a: Timed, b: Timed): number =>
    isUndated(a) - isUndated(b) ||
    (isUndated(a) === 1 ? 0 : timeMs(a) - timeMs(b)) ||
    compareText(a.type, b.type) ||
    compareText(a.id, b.id) ||
    compareText(JSON.stringify(a), JSON.stringify(b));

/** Sorts steps oldest first and undated last. The order of arrival never decides between two steps of one moment. */
export const byStepTime = sortedBy(({ startMs }) => startMs);

/** Does the same, with a day after the evening before (rule 44). */
const byOrderTime = sortedBy(orderMs);

/** Returns whether some orders and reports have a time of day and others have none. A dose that was given follows the day of its order. */
const areMixed = (steps: readonly DoseStep[]): boolean =>
  new Set(
    steps
      .filter((step) => !isSupply(step.type) && isUndated(step) === 0)
      .map(({ precision }) => precision === 'instant'),
  ).size > 1;

const isExact = ({ precision }: DoseStep): boolean => precision === 'instant';

/**
 * Returns a course with its steps in the order of the days of a time zone, where some of them have a time of day and others have none.
 * `spanOf` returns the first and the last moment of a time in that zone. A day comes before its own hours (rule 44), unless it goes on and
 * these hours do not: what goes on is told last.
 */
export function withStepsInZone(course: MedicationCourse, spanOf: SpanOf): MedicationCourse {
  if (!areMixed(course.steps)) return course;
  const over = course.steps.filter((step) => isExact(step) && !isSupply(step.type) && !hasKnownExtent(step));
  const placeMs = (step: DoseStep): number => {
    const [firstMs, lastMs] = spanOf(step);
    if (isExact(step) || !step.isOngoing) return firstMs;
    const inIt = over.map(({ startMs }) => startMs).filter((ms) => ms >= firstMs && ms <= lastMs);
    return inIt.length === 0 ? firstMs : Math.max(...inIt) + 1;
  };
  const placesMs = new Map(course.steps.map((step) => [step, placeMs(step)]));
  const steps = course.steps.toSorted((a, b) => {
    const [aMs = NaN, bMs = NaN] = [placesMs.get(a), placesMs.get(b)];
    return aMs === bMs
      ? Number(isExact(a)) - Number(isExact(b)) || byStepTime(a, b)
      : aMs - bMs || byStepTime(a, b);
  });
  return { ...course, steps };
}

function byFirstStep(a: MedicationCourse, b: MedicationCourse): number {
  const [first, second] = [a.steps[0], b.steps[0]];
  return (first && second ? byStepTime(first, second) : 0) || compareText(a.key, b.key);
}
