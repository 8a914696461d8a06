/**
 * This file finds what changed in a course. The doses that run side by side are followed through time: a change is
 * compared with what ran until then, and the end of one dose beside another one is a change too.
 */
import type { CourseChange, DoseStep, MedicationCourse } from '../events/careEvent.ts';
import { lastMsOfMoment } from '../time/date.ts';
import { DAY_MS } from '../time/durations.ts';
import { toldDoses } from './dosage/toldDoses.ts';
import { pumpChanges, REWRITTEN_MS } from './pumpChanges.ts';
import { areAllIn, doseKeys } from './dosage/doseKeys.ts';
import { addUndated, isStoppedBesideReport } from './timing/undatedSteps.ts';
import { isGiven, primarySteps, primaryTypeOf, stepsForChanges } from './courses.ts';
import {
  doseKey,
  hasKnownExtent,
  isSingleDose,
  isSupply,
  latestEndMs,
  orderMs,
  overlapsStart,
  startsAfterPause,
  type SpanOf,
} from './stepTimes.ts';

type Steps = readonly DoseStep[];
type Sign = CourseChange['sign'];
type PrimaryType = DoseStep['type'] | undefined;
type AddChange = (step: DoseStep, change: Omit<CourseChange, 'courseKey' | 'name' | 'type' | 'id'>) => void;

/** Steps that begin at the same moment are together one change. */
type Start = {
  readonly steps: Steps;
  /** These are the steps of the primary type, or all when there is none. They name the change. */
  readonly named: Steps;
  readonly first: DoseStep;
};

/**
 * Returns what changed in a course, oldest first: begun, stopped, another dose, one of several doses ended. Only steps with a
 * date that are known to be given count. Of orders, statements, administrations and dispenses only the primary type of the
 * course counts, so that no change comes twice; another type says only that the drug was taken before, or still is. A step
 * whose end is not known is followed by the next one and never called stopped. What the source cannot carry is left out
 * (decision 38): a dispense begins and ends nothing, and a dose that was given does so only beside all orders. Then it is
 * said when the medication was last given or dispensed. A further pump at the same rate is a change too. `spanOf` knows the days of the
 * time zone, in whose order the steps stand (`withStepsInZone`).
 */
export function courseChanges(
  course: MedicationCourse,
  spanOf: SpanOf = spanInAnyZone,
): readonly CourseChange[] {
  const changes: CourseChange[] = [];
  const { key: courseKey, name } = course;
  const push: AddChange = ({ type, id, readAtMs }, change) =>
    changes.push({ courseKey, name, type, id, ...change, ...(readAtMs !== undefined && { readAtMs }) });
  const addChange: AddChange = (step, change) => {
    if (isCarriedBy(step, change.sign, course)) push(step, change);
  };
  const primaryType = primaryTypeOf(course.steps);
  const withUndated = addUndated(course);
  let open: Steps = [];
  for (const start of startsOf(course, primaryType)) {
    const { startMs, readAtMs = Infinity } = start.first;
    if (startMs > readAtMs) open = withUndated(open);
    open = closeEnded(open, hasEndedBefore(start, open), addChange, primaryType);
    const { named, first } = start;
    const sign =
      open.length === 0 ? '+' : first.type === primaryType ? signOf(open, start, spanOf) : undefined;
    if (sign !== undefined) {
      const { startMs: atMs, precision } = first;
      addChange(first, {
        atMs,
        precision,
        sign,
        ...toldDoses(named, withoutSingleDoses(comparedWith(open, first))),
      });
    }
    open = withoutUncounted([...open.filter(staysOpen(start, open, primaryType)), ...start.steps]);
  }
  closeEnded(withUndated(open), ({ endMs }) => endMs !== undefined, addChange, primaryType);
  const last = lastSupplyOf(course, primaryType);
  if (last !== undefined) {
    const { endMs, endPrecision, startMs, precision } = last;
    const moment =
      endMs === undefined ? { atMs: startMs, precision } : { atMs: endMs, precision: endPrecision };
    push(last, { ...moment, sign: '·', ...toldDoses([last], []) });
  }
  const told = changes.filter((change) => !isContinued(change, changes, course));
  const isTold = ({ atMs }: CourseChange): boolean =>
    told.some((one) => Math.abs(one.atMs - atMs) <= REWRITTEN_MS);
  const pumps = pumpChanges(course).filter((change) => !isTold(change));
  return pumps.length === 0 ? told : [...told, ...pumps].toSorted((a, b) => a.atMs - b.atMs);
}

/** So many doses at once are more than any words name. */
const MAX_ENDLESS = 100;
/** One dose is counted so many times at once; one more of it says nothing. */
const MAX_ENDLESS_OF_DOSE = 4;

/**
 * Leaves out the oldest steps that go on, where there are more than can be told apart. Some servers close nothing: thousands of
 * such steps would be compared with each other, and none of them ends.
 */
function withoutUncounted(open: Steps): Steps {
  if (open.length <= MAX_ENDLESS_OF_DOSE) return open;
  const counts = new Map<string, number>();
  let endless = 0;
  return open
    .toReversed()
    .filter((step) => {
      if (!step.isOngoing) return true;
      const key = `${step.type} ${doseKey(step)}`;
      const count = (counts.get(key) ?? 0) + 1;
      if (count > MAX_ENDLESS_OF_DOSE || endless >= MAX_ENDLESS) return false;
      counts.set(key, count);
      endless++;
      return true;
    })
    .toReversed();
}

/** Returns whether a step of this type can say that a medication was begun, ended or changed. */
function isCarriedBy({ type }: DoseStep, sign: Sign, { isWithoutOrders }: MedicationCourse): boolean {
  if (type === 'MedicationDispense') return false;
  const isEdge = sign === '+' || sign === '−';
  if (!isWithoutOrders || !isEdge || type === 'MedicationStatement') return true;
  // An order that was not read may go on.
  return type === 'MedicationRequest' && sign === '+';
}

/** Returns whether the medication was given or handed over more than a day after its end, and not ordered anew before. */
function isContinued(
  { sign, atMs, precision, type }: CourseChange,
  changes: readonly CourseChange[],
  { steps }: MedicationCourse,
): boolean {
  if (sign !== '−') return false;
  const endMs = latestEndMs({ endMs: atMs, endPrecision: precision }) + DAY_MS;
  const nextMs = Math.min(
    ...changes.filter((one) => one.sign === '+' && one.atMs > atMs).map((one) => one.atMs),
    Number.POSITIVE_INFINITY,
  );
  return steps.some(
    (step) =>
      isSupply(step.type) &&
      step.type !== type &&
      isGiven(step) &&
      !isAhead(step) &&
      step.startMs > endMs &&
      step.startMs < nextMs,
  );
}

const isAhead = ({ startMs, readAtMs }: DoseStep): boolean => readAtMs !== undefined && startMs > readAtMs;

/** Returns the newest step of a course that is known only by what was given or dispensed. */
function lastSupplyOf(
  { steps, isWithoutOrders }: MedicationCourse,
  primaryType: PrimaryType,
): DoseStep | undefined {
  const isAllThatIsKnown =
    primaryType === 'MedicationDispense' || (primaryType === 'MedicationAdministration' && isWithoutOrders);
  if (!isAllThatIsKnown) return undefined;
  return primarySteps(steps).findLast((step) => !Number.isNaN(step.startMs) && !isAhead(step));
}

function startsOf({ steps }: MedicationCourse, primaryType: PrimaryType): readonly Start[] {
  const starts = new Map<string, DoseStep[]>();
  for (const step of stepsForChanges(steps)) {
    // A day begins at another moment than its first hour in UTC.
    const key = `${step.startMs} ${step.precision === 'instant'}`;
    const known = starts.get(key);
    if (known !== undefined) known.push(step);
    else if (!Number.isNaN(step.startMs)) starts.set(key, [step]);
  }
  return [...starts.values()].flatMap((together): Start[] => {
    const named = ofTypeOrAll(together, primaryType);
    return named[0] === undefined ? [] : [{ steps: together, named, first: named[0] }];
  });
}

/** Returns the steps of one type, or all when there is none of it. */
function ofTypeOrAll(steps: Steps, type: PrimaryType): Steps {
  const ofType = steps.filter((step) => step.type === type);
  return ofType.length > 0 ? ofType : steps;
}

/** An order is compared with orders when one is open, and so on for each type. */
const comparedWith = (open: Steps, { type }: DoseStep): Steps => ofTypeOrAll(open, type);
const runningBeside = (open: Steps, first: DoseStep): Steps =>
  comparedWith(open, first).filter((step) => overlapsStart(step, first));

/** A single dose is not compared while another dose lasts beside it. */
function withoutSingleDoses(open: Steps): Steps {
  const lasting = open.filter((step) => !isSingleDose(step));
  return lasting.length > 0 ? lasting : open;
}

/**
 * Returns which open steps had ended before this start. When no other step runs beside it, the start follows the step that
 * ended shortly before; a single dose follows none.
 */
function hasEndedBefore({ first, steps }: Start, open: Steps): (step: DoseStep) => boolean {
  const keys = doseKeys(steps);
  const isFollowing = !steps.every(isSingleDose) && runningBeside(open, first).length === 0;
  return (step) =>
    startsAfterPause(step, first) ||
    (!isFollowing &&
      latestEndMs(step) < first.startMs &&
      (steps.every(isSingleDose) || !keys.has(doseKey(step))));
}

/** Returns which open steps go on beside this start: not those that it follows or renews, unless they last longer. */
function staysOpen(
  { first, steps }: Start,
  open: Steps,
  primaryType: PrimaryType,
): (step: DoseStep) => boolean {
  const isAlone = runningBeside(open, first).length === 0;
  const keys = doseKeys(steps);
  const untilMs = Math.max(...steps.map((step) => (isSingleDose(step) ? step.startMs : latestEndMs(step))));
  return (step) => {
    if (!hasKnownExtent(step)) return first.type !== primaryType;
    const isReplaced = isAlone || keys.has(doseKey(step));
    return overlapsStart(step, first) || !isReplaced || latestEndMs(step) > untilMs;
  };
}

/** Adds the changes of those that have ended, oldest first, and returns the steps that go on. */
function closeEnded(
  open: Steps,
  hasEnded: (step: DoseStep) => boolean,
  addChange: AddChange,
  primaryType: PrimaryType,
): Steps {
  const ended = open.filter(hasEnded).toSorted((a, b) => latestEndMs(a) - latestEndMs(b));
  let goingOn = open;
  for (const step of ended) {
    if (!goingOn.includes(step)) continue;
    const together = ended.filter((one) => latestEndMs(one) === latestEndMs(step));
    goingOn = goingOn.filter((one) => !together.includes(one));
    if (goingOn.every(isSingleDose)) goingOn = [];
    addEnd(ofTypeOrAll(together, primaryType), goingOn, addChange, primaryType);
  }
  return goingOn;
}

/** Adds a stop when nothing goes on; else the end of one of several doses, unless the same dose goes on elsewhere. */
function addEnd(ended: Steps, goingOn: Steps, addChange: AddChange, primaryType: PrimaryType): void {
  const [step] = ended;
  if (step?.endMs === undefined || ended.every((one) => one.isRunningAtEnd || one.isLeftOpen)) return;
  const end = { atMs: step.endMs, precision: step.endPrecision };
  if (goingOn.length === 0 || isStoppedBesideReport(ended, goingOn))
    addChange(step, { ...end, sign: '−', ...toldDoses([], ended) });
  else if (step.type === primaryType && !areAllIn(doseKeys(ended), doseKeys(goingOn))) {
    const others = withoutSingleDoses(ofTypeOrAll(goingOn, primaryType));
    const doses = toldDoses(others.every(hasKnownExtent) ? others : [], ended);
    addChange(step, { ...end, sign: '=', ...doses, isOneDoseEnded: true });
  }
}

/**
 * A dose is higher or lower only when one dose surely follows the other and both are in one unit. The sign is undefined when nothing
 * changes.
 */
function signOf(open: Steps, { named, first }: Start, spanOf: SpanOf): Sign | undefined {
  const peers = comparedWith(open, first);
  const beside = runningBeside(open, first);
  const before = withoutSingleDoses(peers);
  const after = doseKeys([...beside, ...named]);
  const hasMoreDoses = named.length > before.length;
  if (!hasMoreDoses && areAllIn(after, doseKeys(peers)) && areAllIn(doseKeys(before), after))
    return undefined;
  const [last] = before;
  if (before.length + named.length > 2 || beside.length > 0 || last?.unit !== first.unit) return '=';
  return directionOf(last, first, spanOf);
}

/** A day, and an hour of it, leave open which of two doses came first. */
function directionOf(last: DoseStep, first: DoseStep, spanOf: SpanOf): Sign {
  const isUnsure = last.precision !== first.precision && spanOf(last)[1] > spanOf(first)[0];
  if (isUnsure || last.amount === undefined || first.amount === undefined) return '=';
  return first.amount > last.amount ? '↑' : '↓';
}

/** A day follows the evening before where no zone is known. */
const spanInAnyZone: SpanOf = ({ startMs, precision }) => [
  orderMs({ startMs, precision }),
  lastMsOfMoment({ timeMs: startMs, precision }),
];
