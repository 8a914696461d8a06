/**
 * Leaves out what is sent twice about one medication: ordered, and then given, dispensed or reported as taken as it
 * was ordered.
 */
import type { DoseStep } from '../events/careEvent.ts';
import { primarySteps } from './courses.ts';
import { lastMsOfMoment } from '../time/date.ts';
import { DAY_MS, MINUTE_MS } from '../time/durations.ts';
import { besideEachOther, doseKey } from './stepTimes.ts';

/** The tolerance is a quarter of an hour between clock times, else a day. */
function toleranceMs(a: DoseStep, b: DoseStep): number {
  const all = [a.precision, a.endPrecision, b.precision, b.endPrecision];
  return all.every((precision) => precision === 'instant') ? 15 * MINUTE_MS : DAY_MS;
}

/** Returns the latest moment that is known of a step; a step that goes on has none. */
const lastKnownMs = ({ startMs, precision, endMs, endPrecision, isOngoing }: DoseStep): number =>
  isOngoing
    ? Number.POSITIVE_INFINITY
    : lastMsOfMoment(
        endMs === undefined ? { timeMs: startMs, precision } : { timeMs: endMs, precision: endPrecision },
      );

const isNear = (a: number, b: number, tolerance: number): boolean => a === b || Math.abs(a - b) <= tolerance;

/**
 * Two doses are the same when the rate or the amount is the same, or when one is a single dose of the other: "4.5 g"
 * of "4.5 g every 6 h".
 */
function isSameDose(primary: DoseStep, step: DoseStep): boolean {
  if (primary.amount === undefined || step.amount !== undefined) return primary.amount === step.amount;
  return step.shortDose !== '' && ` ${primary.doseText} `.includes(` ${step.shortDose} `);
}

/**
 * Returns whether a step that was given, dispensed or reported as taken repeats an order, at a time for which it was
 * ordered.
 */
function repeats(primary: DoseStep, step: DoseStep): boolean {
  const tolerance = toleranceMs(primary, step);
  const [from, to] = [step.startMs, step.isOngoing ? Number.POSITIVE_INFINITY : (step.endMs ?? step.startMs)];
  if (!(from >= primary.startMs - tolerance && to <= lastKnownMs(primary) + tolerance)) return false;
  // A dose given as needed, or another amount, is new information.
  if (step.type === 'MedicationAdministration')
    return primary.amount !== undefined && isSameDose(primary, step);
  if (step.type === 'MedicationDispense') return true;
  // A statement of what is taken says when it was begun and ended.
  const isSameTime = isNear(from, primary.startMs, tolerance) && isNear(to, lastKnownMs(primary), tolerance);
  return isSameTime && (step.amount === undefined || isSameDose(primary, step));
}

/**
 * Returns the steps that are drawn and read out. An order is not repeated by its administrations, dispenses,
 * statements, or the orders that fill it, which would look like a second dose. Another amount, another time, and what was not given stay.
 */
export function deduplicatedSteps(steps: readonly DoseStep[]): readonly DoseStep[] {
  const known = deduplicated.get(steps) ?? withoutRepeats(steps);
  deduplicated.set(steps, known);
  return known;
}

/** A dose that is told in two ways is a doubt about its order, and no repeat of it. */
const doubts = (primary: DoseStep, step: DoseStep): boolean =>
  step.isDoseUnclear === true && step.doseText !== primary.doseText;

/** The steps of a course never change, and each move of the cursor asks for them. */
const deduplicated = new WeakMap<readonly DoseStep[], readonly DoseStep[]>();

function withoutRepeats(steps: readonly DoseStep[]): readonly DoseStep[] {
  const primary = primarySteps(steps);
  const primaryType = primary[0]?.type;
  const isRepeat = (step: DoseStep): boolean =>
    step.isNotDone !== true &&
    step.type !== primaryType &&
    primary.some((one) => !doubts(one, step) && repeats(one, step));
  const repeated = steps.filter((step) => step.type === 'MedicationAdministration' && isRepeat(step));
  const twice = severalAtOnce(repeated);
  return steps.filter((step) => step.isFilling !== true && (!isRepeat(step) || twice.has(step)));
}

/** One order may run on two pumps at once, which give twice its rate. Neither of the two only repeats it. */
function severalAtOnce(repeated: readonly DoseStep[]): ReadonlySet<DoseStep> {
  const several = new Set<DoseStep>();
  repeated.forEach((step, i) => {
    const next = repeated.slice(i + 1, i + 1 + MAX_COMPARED);
    for (const other of next)
      if (doseKey(other) === doseKey(step) && besideEachOther([step, other]).length > 1)
        several.add(step).add(other);
  });
  return several;
}

/** Steps stand in the order of their starts, so that two that run at once stand close to each other. */
const MAX_COMPARED = 10;
