import type { Moment } from '../../clinical/time/date.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import type { Session } from '../../smart/session/session.ts';
import { patientContextOf } from '../patientContext.ts';
import { vendorOf } from '../vendors.ts';
import { createFlowsheet, type Flowsheet } from './flowsheet.ts';
import { createPageTaker } from './timeSlicing.ts';
import type { ObservationTable } from './observationTable.ts';
import { resultParts, FIRST_SEARCHES, FURTHER_SEARCHES, searchPlanFor } from '../search/searchPlan.ts';
import { runInOrder } from '../search/runInOrder.ts';
import {
  haveNewestCome,
  isFinished,
  recordCompleteness,
  waitingState,
  resumedState,
} from '../search/searchStates.ts';
import { SearchRunner, type RunOptions } from './searchRunner.ts';
import { allSearch, notBegun, type SearchRun } from './searchRuns.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

/** A pass calls these while it reads. */
type PassProgress = Pick<RunOptions, 'tell' | 'tellNow'>;

/** A pass reads the whole record once. Pages go into a flowsheet and are then dropped (decision 4). */
export type RecordPass = {
  /** Runs every search that is not finished. Throws E13. */
  readonly run: (signal: AbortSignal, progress: PassProgress) => Promise<void>;
  readonly snapshot: () => RecordSnapshot;
  readonly observations: ObservationTable;
  /** Takes Observations that another pass over the same record has brought. */
  readonly take: Flowsheet['take'];
  /** Judges the results by the date of birth. */
  readonly setBirth: (birth: Moment | undefined) => void;
};

/** Creates a pass over one patient's Observations. It begins with `run`. `taken` hears of the Observations that it took. */
export function recordPass(
  session: Session,
  reader: FhirReader,
  taken?: (resources: readonly unknown[]) => void,
): RecordPass {
  const habits = vendorOf(session.site);
  const plan = searchPlanFor(habits, session);
  const isGranular = resultParts(session) !== undefined;
  const runs = plan.searches.map(notBegun);
  const flowsheet = flowsheetOf(session);
  const all = allSearch(runs, plan, flowsheet.observations.ids);
  let readAtMs: number | undefined;
  const take = (resources: readonly unknown[]): void => {
    flowsheet.take(resources);
    taken?.(resources);
  };
  const taker = createPageTaker(take, () => hasCurveIn(flowsheet.snapshot()));

  const runner = new SearchRunner({
    reader,
    all,
    patient: patientContextOf(session),
    take(entries, tellPart) {
      readAtMs ??= Date.now();
      return taker.take(entries, tellPart);
    },
  });

  return {
    observations: flowsheet.observations,
    take: flowsheet.take,
    setBirth: flowsheet.setBirth,
    snapshot: () => {
      const held = flowsheet.snapshot();
      return {
        ...held,
        ...recordCompleteness(runs.map(({ state }) => state)),
        ...(isUnconfirmed(held) && { complete: false }),
        // Results outside of a partial grant cannot be read, so nothing may be called latest or absent (rule 37).
        ...(session.missingGrants.partial.includes('Observation') && { complete: false, isPart: true }),
        ...(isGranular && { isGranular }),
        searches: runs.map(({ state }) => state),
        readAtMs: readAtMs ?? Date.now(),
      };
    },
    run: oneAfterAnother(async (signal, progress) => {
      const remaining = remainingRuns(runs);
      const runOne = (run: SearchRun): Promise<void> => runner.run(run, { remaining, signal, ...progress });
      if (habits.answersManyAtOnce) await runFirstAndBeside(remaining, taker.firstShown, signal, runOne);
      await runInOrder(remaining, FIRST_SEARCHES, signal, runOne);
      if (!signal.aborted) flowsheet.forgetRepeats();
    }),
  };
}

/**
 * Returns whether the server sent results without saying that they are this patient's. Nothing of them is shown, so a newer result may
 * be missing wherever one is called the latest (fixture 69).
 */
export const isUnconfirmed = ({ excluded }: Pick<RecordSnapshot, 'excluded'>): boolean =>
  excluded.some(({ reason }) => reason === 'no-subject');

/**
 * Lets each run begin when the one before has ended. A run that was stopped may still be taking a page, and knows only then
 * whether its search has ended.
 */
function oneAfterAnother(run: RecordPass['run']): RecordPass['run'] {
  let last = Promise.resolve();
  return (signal, progress) => {
    const next = last.then(() => run(signal, progress));
    last = next.catch(() => undefined); // whoever began it hears of that
    return next;
  };
}

/** Returns whether there is something to draw. Results without a number are listed. */
export const hasCurveIn = (record: Pick<RecordSnapshot, 'series'> | undefined): boolean =>
  record?.series.some(({ rows }) => rows.length > 0) === true;

/**
 * Returns whether a record holds what is drawn first: a curve, and the newest results of each first search where a list waits for
 * these (`areNewestAwaited`).
 */
export const hasFirstView = (
  record: Pick<RecordSnapshot, 'series' | 'searches'> | undefined,
  areNewestAwaited: boolean,
): boolean =>
  record !== undefined && hasCurveIn(record) && (!areNewestAwaited || haveNewestCome(record.searches));

/**
 * Runs the first searches and, when the first curve is painted or they have ended, all others beside them: these hold up no
 * first chart.
 */
async function runFirstAndBeside(
  remaining: SearchRun[],
  firstShown: Promise<void>,
  signal: AbortSignal,
  runOne: (run: SearchRun) => Promise<void>,
): Promise<void> {
  const first = runInOrder(remaining.splice(0, FIRST_SEARCHES), FIRST_SEARCHES, signal, runOne);
  await Promise.race([first, firstShown]);
  await Promise.all([first, runInOrder(remaining, FURTHER_SEARCHES, signal, runOne)]);
}

/** Sets the unfinished searches to waiting and returns them. A search that broke off goes on with its failed page. */
function remainingRuns(runs: readonly SearchRun[]): SearchRun[] {
  const remaining = runs.filter(({ state }) => !isFinished(state));
  for (const run of remaining)
    run.state = run.position ? resumedState(run.search, run.state) : waitingState(run.search);
  return remaining;
}

const flowsheetOf = (session: Session) => createFlowsheet({ ...patientContextOf(session), nowMs: Date.now });
