/**
 * What changed in a course. The doses that run side by side are followed through time: a change is compared with what ran
 * until then, and the end of one dose beside another is told as well.
 */
import type { CourseChange, DoseStep, MedicationCourse } from '../events/careEvent.ts';
import { primaryTypeOf, stepsForChanges } from './courses.ts';
import {
  doseKey,
  startsAfterPause,
  isSingleDose,
  hasKnownExtent,
  latestEndMs,
  overlapsStart,
} from './stepTimes.ts';

type Steps = readonly DoseStep[];
type Sign = CourseChange['sign'];
/** The kind of resource that says most of a course. */
type Lead = DoseStep['type'] | undefined;
type Tell = (step: DoseStep, change: Omit<CourseChange, 'courseKey' | 'name' | 'type' | 'id'>) => void;

/** Steps that begin at the same moment: what they change is told once. */
type Start = {
  readonly steps: Steps;
  /** Those of the kind that says most, where there is one. */
  readonly told: Steps;
  readonly first: DoseStep;
};

/**
 * What changed in a course, oldest first: begun, stopped, another dose, one of several doses ended. Only what is dated and
 * known to be given counts, and of orders, statements, administrations and dispenses only the kind that says most, so that
 * nothing is told twice; another kind says only that the drug was taken before, or still is. A step whose end is not known
 * is followed by the next one and never called stopped.
 */
export function courseChanges(course: MedicationCourse): readonly CourseChange[] {
  const changes: CourseChange[] = [];
  const { key: courseKey, name } = course;
  const tell: Tell = ({ type, id, readAtMs }, change) =>
    changes.push({ courseKey, name, type, id, ...change, ...(readAtMs !== undefined && { readAtMs }) });
  const lead = primaryTypeOf(course.steps);
  let open: Steps = [];
  for (const start of startsOf(course, lead)) {
    open = withoutEnded(open, isOverBy(start, open), tell, lead);
    const { told, first } = start;
    const sign = open.length === 0 ? '+' : first.type === lead ? signOf(open, start) : undefined;
    if (sign !== undefined) {
      const { startMs: atMs, precision } = first;
      tell(first, {
        atMs,
        precision,
        sign,
        dose: dosesOf(told),
        previousDose: dosesOf(spansIn(peersOf(open, first))),
      });
    }
    open = [...open.filter(staysBy(start, open, lead)), ...start.steps];
  }
  withoutEnded(open, ({ endMs }) => endMs !== undefined, tell, lead);
  return changes;
}

function startsOf({ steps }: MedicationCourse, lead: Lead): readonly Start[] {
  const starts = new Map<number, DoseStep[]>();
  for (const step of stepsForChanges(steps)) {
    const known = starts.get(step.startMs);
    if (known !== undefined) known.push(step);
    else if (!Number.isNaN(step.startMs)) starts.set(step.startMs, [step]);
  }
  return [...starts.values()].flatMap((of): Start[] => {
    const told = ofKind(of, lead);
    return told[0] === undefined ? [] : [{ steps: of, told, first: told[0] }];
  });
}

/** Those of one kind, and all where there is none. */
function ofKind(steps: Steps, kind: Lead): Steps {
  const those = steps.filter(({ type }) => type === kind);
  return those.length > 0 ? those : steps;
}

/** What a start is compared with: an order with orders, where there is one. */
const peersOf = (open: Steps, { type }: DoseStep): Steps => ofKind(open, type);
const besideOf = (open: Steps, first: DoseStep): Steps =>
  peersOf(open, first).filter((step) => overlapsStart(step, first));

const keysOf = (steps: Steps): ReadonlySet<string> => new Set(steps.map(doseKey));
const areAllIn = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((key) => all.has(key));

/** A single dose beside what lasts is compared with nothing. */
function spansIn(open: Steps): Steps {
  const spans = open.filter((step) => !isSingleDose(step));
  return spans.length > 0 ? spans : open;
}

/**
 * Which had ended before this start. Where none goes on beside it, it follows the one that ended shortly before; a single dose
 * follows none.
 */
function isOverBy({ first, steps }: Start, open: Steps): (step: DoseStep) => boolean {
  const keys = keysOf(steps);
  const isFollowing = !steps.every(isSingleDose) && besideOf(open, first).length === 0;
  return (step) =>
    startsAfterPause(step, first) ||
    (!isFollowing &&
      latestEndMs(step) < first.startMs &&
      (steps.every(isSingleDose) || !keys.has(doseKey(step))));
}

/** What counts on beside this start: nothing that it follows or renews, unless that goes on for longer. */
function staysBy({ first, steps }: Start, open: Steps, lead: Lead): (step: DoseStep) => boolean {
  const isAlone = besideOf(open, first).length === 0;
  const keys = keysOf(steps);
  const untilMs = Math.max(...steps.map((step) => (isSingleDose(step) ? step.startMs : latestEndMs(step))));
  return (step) => {
    if (!hasKnownExtent(step)) return first.type !== lead;
    const isReplaced = isAlone || keys.has(doseKey(step));
    return overlapsStart(step, first) || !isReplaced || latestEndMs(step) > untilMs;
  };
}

/** Tells the ends of those that are over, oldest first, and gives what goes on. */
function withoutEnded(open: Steps, isOver: (step: DoseStep) => boolean, tell: Tell, lead: Lead): Steps {
  const over = open.filter(isOver).toSorted((a, b) => latestEndMs(a) - latestEndMs(b));
  let rest = open;
  for (const step of over) {
    if (!rest.includes(step)) continue;
    const ended = over.filter((one) => latestEndMs(one) === latestEndMs(step));
    rest = rest.filter((one) => !ended.includes(one));
    if (rest.every(isSingleDose)) rest = [];
    tellEnd(ofKind(ended, lead), rest, tell, lead);
  }
  return rest;
}

/** Stopped, where nothing goes on; else that one of several doses ended, unless another of the same dose goes on. */
function tellEnd(ended: Steps, rest: Steps, tell: Tell, lead: Lead): void {
  const [step] = ended;
  if (step?.endMs === undefined) return;
  const at = { atMs: step.endMs, precision: step.endPrecision, previousDose: dosesOf(ended) };
  if (rest.length === 0) tell(step, { ...at, sign: '−', dose: '' });
  else if (step.type === lead && !areAllIn(keysOf(ended), keysOf(rest))) {
    const others = spansIn(ofKind(rest, lead));
    tell(step, {
      ...at,
      sign: '=',
      dose: others.every(hasKnownExtent) ? dosesOf(others) : '',
      isOneDoseEnded: true,
    });
  }
}

/** Higher or lower only where one dose follows the other and both are said in one unit; undefined where nothing changes. */
function signOf(open: Steps, { told, first }: Start): Sign | undefined {
  const peers = peersOf(open, first);
  const beside = besideOf(open, first);
  const before = spansIn(peers);
  const after = keysOf([...beside, ...told]);
  const isMore = told.length > before.length;
  if (!isMore && areAllIn(after, keysOf(peers)) && areAllIn(keysOf(before), after)) return undefined;
  const [last] = before;
  if (before.length + told.length > 2 || beside.length > 0 || last?.unit !== first.unit) return '=';
  if (last.amount === undefined || first.amount === undefined) return '=';
  return first.amount > last.amount ? '↑' : '↓';
}

const MOST_DOSES = 4;

/** "10 mg/d + 5 mg/d"; '' where one of them cannot be said. */
function dosesOf(steps: Steps): string {
  const doses = [...new Set(steps.map(({ shortDose }) => shortDose))];
  if (doses.includes('')) return '';
  return [...doses.slice(0, MOST_DOSES), ...(doses.length > MOST_DOSES ? ['…'] : [])].join(' + ');
}
