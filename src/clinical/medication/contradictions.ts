/** Finds the orders and reports of a medication that speak against the doses that seem to run. A reader must know of both. */
import type { DoseStep } from '../events/careEvent.ts';
import { NOT_DONE_STATUSES } from '../events/eventStatus.ts';
import { isEndedWithoutDate, isSupply, type SpanOf } from './stepTimes.ts';

type Start = Pick<DoseStep, 'startMs' | 'precision'>;

/** These are the steps that run at a moment in epoch ms, and what tells the first and the last moment of a time in the zone of the screen. */
type Running = {
  readonly running: readonly DoseStep[];
  readonly atMs: number;
  readonly spanOf: SpanOf;
};

export type OpposingStep = {
  readonly step: DoseStep;
  /** It was told then. */
  readonly at: Start;
  /** It surely came later than all that runs. Otherwise nobody knows which of them is the last word. */
  readonly isNewer: boolean;
};

/** A report says when somebody stopped at its end. Any other step was told at its start. */
const toldAt = (step: DoseStep): Start =>
  step.type === 'MedicationStatement' && step.endMs !== undefined
    ? { startMs: step.endMs, precision: step.endPrecision }
    : step;

/**
 * Returns the newest of some steps that is newer than all that runs, or of which nobody knows whether it is; of those without a date the last
 * one where no other is.
 */
function newestBeside(
  some: readonly DoseStep[],
  { running, atMs, spanOf }: Running,
): OpposingStep | undefined {
  const spans = running.filter(({ startMs }) => !Number.isNaN(startMs)).map(spanOf);
  const [firstMs, lastMs] = [0, 1].map((side) => Math.max(...spans.map((span) => span[side] ?? 0)));
  const isDated = ({ startMs }: Start): boolean => !Number.isNaN(startMs);
  const step =
    some.findLast((one) => {
      const [fromMs, toMs] = spanOf(toldAt(one));
      return isDated(toldAt(one)) && fromMs <= atMs && toMs >= (firstMs ?? 0);
    }) ?? some.findLast((one) => !isDated(toldAt(one)));
  const isNewer =
    spans.length === running.length && step !== undefined && spanOf(toldAt(step))[0] > (lastMs ?? 0);
  return step && { step, at: toldAt(step), isNewer };
}

/** Returns whether a report says that a medication is not taken. Earlier versions of FHIR said so beside an active status. */
export const isNotTaken = ({ status, isNotDone, isUnknown }: DoseStep): boolean =>
  status === 'not-taken' || (isNotDone === true && isUnknown !== true && !NOT_DONE_STATUSES.has(status));

/** These statuses say that somebody refused or withheld a medication. */
const REFUSED: ReadonlySet<string> = new Set(['declined', 'not-done', 'not-taken']);

/**
 * Returns the newest dose, supply or report until a moment in epoch ms that says that a medication was not given, handed out or taken. An
 * order that came to nothing is none.
 */
export const lastRefusalOf = (all: readonly DoseStep[], atMs: number): DoseStep | undefined =>
  all.findLast(
    (step) =>
      step.type !== 'MedicationRequest' &&
      step.isNotDone === true &&
      step.isUnknown !== true &&
      (isNotTaken(step) ||
        REFUSED.has(step.status) ||
        // A cancelled act needs a reason to say so. One that is intended or prepared may still come.
        (step.status === 'cancelled' && step.statusReason !== undefined)) &&
      !(step.startMs > atMs),
  );

/** Returns the newest dose or supply until a moment in epoch ms of which nobody knows whether it was given or handed out. */
export const lastUnclearSupplyOf = (all: readonly DoseStep[], atMs: number): DoseStep | undefined =>
  all.findLast(({ type, isUnknown, startMs }) => isUnknown === true && isSupply(type) && !(startMs > atMs));

/** Returns the newest report of a course that says that a medication is not, or no longer, taken, beside the doses that run. */
export const contradictingReport = (all: readonly DoseStep[], beside: Running): OpposingStep | undefined =>
  newestBeside(
    all.filter(
      (step) =>
        step.type === 'MedicationStatement' &&
        (isNotTaken(step) || isEndedWithoutDate(step) || step.status === 'stopped'),
    ),
    beside,
  );

/** Returns the newest order not to give a medication, the newest one that is on hold and that of unknown status, beside the doses that run. */
export function contradictingOrders(all: readonly DoseStep[], beside: Running): readonly OpposingStep[] {
  const { atMs, spanOf } = beside;
  const isOver = ({ endMs, endPrecision }: DoseStep): boolean =>
    endMs !== undefined && spanOf({ startMs: endMs, precision: endPrecision })[1] <= atMs;
  return [mayBeForbidden, isHeld, isUnclear].flatMap(
    (speaksAgainst) =>
      newestBeside(
        all.filter((step) => speaksAgainst(step) && !isOver(step)),
        beside,
      ) ?? [],
  );
}

/**
 * Returns the newest order of a course that was stopped by a moment and had begun after all that runs. The older order goes on then, or nobody
 * closed it. One for a time in hospital says nothing of the others.
 */
export function stoppedSince(
  all: readonly DoseStep[],
  { running, atMs, spanOf }: Running,
): DoseStep | undefined {
  const lastMs = Math.max(...running.map((step) => spanOf(step)[1]));
  const isAtHome = running.some(({ isInpatient }) => isInpatient !== true);
  return all.findLast(
    (step) =>
      step.type === 'MedicationRequest' &&
      step.status === 'stopped' &&
      step.isNotDone !== true &&
      !(step.isInpatient === true && isAtHome) &&
      spanOf(step)[0] > lastMs &&
      (step.endMs ?? step.startMs) <= atMs,
  );
}

const isHeld = ({ status, type, isForbidden, isProposed }: DoseStep): boolean =>
  status === 'on-hold' && !isSupply(type) && isForbidden !== true && isProposed !== true;

const isUnclear = ({ isUnknown, status, type, isForbidden, isProposed }: DoseStep): boolean =>
  isUnknown === true &&
  status !== 'on-hold' &&
  !isSupply(type) &&
  isForbidden !== true &&
  isProposed !== true;

/** Nobody knows what it means that an order not to give a medication is completed. */
const mayBeForbidden = ({ isForbidden, isProposed, status }: DoseStep): boolean =>
  isForbidden === true && isProposed !== true && status !== 'stopped' && !NOT_DONE_STATUSES.has(status);

/** Returns whether an order not to give a medication may be in force, since nobody said that it ended. */
export const mayForbidNow = (step: DoseStep): boolean => mayBeForbidden(step) && step.endMs === undefined;

/** Returns whether an order not to give a medication is in force, as far as its status says. */
export const isForbiddenNow = (step: DoseStep): boolean => mayForbidNow(step) && step.status !== 'completed';

/** Returns whether nobody knows if this dose is taken now: the order is on hold, or its status says nothing. */
export const isInDoubt = ({ type, status, isUnknown, isForbidden, isProposed, endMs }: DoseStep): boolean =>
  endMs === undefined &&
  isForbidden !== true &&
  isProposed !== true &&
  (status === 'on-hold' || (isUnknown === true && !isSupply(type)));
