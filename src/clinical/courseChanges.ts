import type { CourseChange, DoseStep, MedicationCourse } from './careEvent.ts';
import { leadingSteps } from './courses.ts';
import { endOfMoment } from './eventTime.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** An order that replaces another one is written a little before or after the other one ends. */
const REORDER_MS = 15 * MINUTE_MS;

type Sign = CourseChange['sign'];

/** Steps that begin at the same moment: what they change is told once. */
type Start = { readonly steps: readonly DoseStep[]; readonly lasting: DoseStep };

/**
 * What changed in a course, oldest first: begun, stopped, another dose. Only what is dated and known to be given counts, and
 * of orders, statements, administrations and dispenses only the kind that says most, so that nothing is told twice. A step
 * whose end is not known is followed by the next one and never called stopped.
 */
export function courseChanges(course: MedicationCourse): readonly CourseChange[] {
  const changes: CourseChange[] = [];
  const begin = (sign: Sign, { steps, lasting }: Start): void => {
    const { startMs, precision } = lasting;
    const doses = steps.map(({ shortDose }) => shortDose);
    const dose = doses.includes('') ? '' : [...new Set(doses)].join(' + ');
    changes.push({ ...namesOf(course, steps[0] ?? lasting), atMs: startMs, precision, sign, dose });
  };
  const stop = (step: DoseStep): void => {
    const { endMs, endPrecision: precision } = step;
    if (endMs !== undefined)
      changes.push({ ...namesOf(course, step), atMs: endMs, precision, sign: '−', dose: '' });
  };
  let before: DoseStep | undefined;
  for (const start of startsOf(course)) {
    if (before === undefined) begin('+', start);
    else if (isAfterPause(before, start.lasting)) {
      stop(before);
      begin('+', start);
    } else {
      const sign = changeBetween(before, start);
      if (sign !== undefined) begin(sign, start);
    }
    before = before === undefined ? start.lasting : laterEnd(before, start.lasting);
  }
  if (before !== undefined) stop(before);
  return changes;
}

const namesOf = ({ key, name }: MedicationCourse, { type, id }: DoseStep) => ({
  courseKey: key,
  name,
  type,
  id,
});

function startsOf({ steps }: MedicationCourse): readonly Start[] {
  const starts = new Map<number, DoseStep[]>();
  for (const step of leadingSteps(steps)) {
    const known = starts.get(step.startMs);
    if (known !== undefined) known.push(step);
    else if (!Number.isNaN(step.startMs)) starts.set(step.startMs, [step]);
  }
  return [...starts.values()].map((of) => ({ steps: of, lasting: of.reduce(laterEnd) }));
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
function changeBetween(before: DoseStep, { steps, lasting: step }: Start): Sign | undefined {
  if (steps.length > 1) return '=';
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
  (before.endMs !== undefined &&
    before.endMs > step.startMs + (before.endPrecision === 'instant' ? REORDER_MS : DAY_MS));
