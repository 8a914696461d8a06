import type { CourseChange, DoseStep, MedicationCourse } from './careEvent.ts';
import { leadingSteps } from './courses.ts';
import { endOfMoment } from './eventTime.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** An order that replaces another one is written a little before or after the other one ends. */
const REORDER_MS = 15 * MINUTE_MS;

type Sign = CourseChange['sign'];

/**
 * What changed in a course, oldest first: begun, stopped, another dose. Only what is dated and known to be given counts, and
 * of orders, statements, administrations and dispenses only the kind that says most, so that nothing is told twice. A step
 * whose end is not known is followed by the next one and never called stopped.
 */
export function courseChanges(course: MedicationCourse): readonly CourseChange[] {
  const steps = leadingSteps(course.steps).filter(({ startMs }) => !Number.isNaN(startMs));
  const changes: CourseChange[] = [];
  const add = (step: DoseStep, sign: Sign): void => {
    const isEnd = sign === '−';
    changes.push({
      courseKey: course.key,
      name: course.name,
      atMs: isEnd ? (step.endMs ?? step.startMs) : step.startMs,
      precision: isEnd ? step.endPrecision : step.precision,
      sign,
      dose: isEnd ? '' : step.shortDose,
      type: step.type,
      id: step.id,
    });
  };
  let before: DoseStep | undefined;
  for (const step of steps) {
    if (before === undefined) add(step, '+');
    else if (isAfterPause(before, step)) {
      add(before, '−');
      add(step, '+');
    } else {
      const sign = changeBetween(before, step);
      if (sign !== undefined) add(step, sign);
    }
    before = before === undefined ? step : laterEnd(before, step);
  }
  if (before?.endMs !== undefined) add(before, '−');
  return changes;
}

/** Which of the two decides when the course stops: what goes on, else the one that follows, else the later end. */
function laterEnd(before: DoseStep, step: DoseStep): DoseStep {
  if (before.isOngoing && !step.isOngoing) return before;
  return before.endMs !== undefined && lastEndMs(before) > lastEndMs(step) ? before : step;
}

/** The latest that a step can have ended; without an end it has none that is known. */
const lastEndMs = ({ endMs, endPrecision }: DoseStep): number =>
  endMs === undefined ? Number.POSITIVE_INFINITY : endOfMoment({ timeMs: endMs, precision: endPrecision });

/** Days that follow each other are no pause; between two clock times a quarter of an hour is none. */
function isAfterPause(before: DoseStep, { startMs, precision }: DoseStep): boolean {
  if (before.endMs === undefined) return false;
  const isExact = precision === 'instant' && before.endPrecision === 'instant';
  return startMs - lastEndMs(before) > (isExact ? REORDER_MS : DAY_MS);
}

/** Higher or lower only where one dose follows the other and both are said in one unit. */
function changeBetween(before: DoseStep, step: DoseStep): Sign | undefined {
  const [last, next] = [before.amount, step.amount];
  const isSameUnit = last !== undefined && next !== undefined && before.unit === step.unit;
  const isSame = isSameUnit ? last === next : before.doseText === step.doseText;
  if (isSame) return undefined;
  if (!isSameUnit || runBeside(before, step)) return '=';
  return next > last ? '↑' : '↓';
}

/** Two doses at the same time may add up: neither replaces the other. */
const runBeside = (before: DoseStep, step: DoseStep): boolean =>
  before.isOngoing ||
  before.startMs === step.startMs ||
  (before.endMs !== undefined &&
    before.endMs > step.startMs + (before.endPrecision === 'instant' ? REORDER_MS : DAY_MS));
