import { FhirError } from '../../fhir/FhirError.ts';
import type { Moment } from '../../clinical/time/date.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import type { Session } from '../../smart/session/session.ts';
import { patientContextOf } from '../patientContext.ts';
import { vendorOf } from '../vendors.ts';
import { createFlowsheet } from './flowsheet.ts';
import { createPageTaker } from './inSlices.ts';
import type { ObservationTable } from './observationTable.ts';
import {
  resultParts,
  FIRST_SEARCHES,
  FURTHER_SEARCHES,
  searchPlanFor,
  type PlannedSearch,
  type SearchPlan,
} from '../search/searchPlan.ts';
import { runInOrder } from '../search/runInOrder.ts';
import { searchPages, type SearchPosition } from '../search/searchPages.ts';
import {
  stateAfterFailure,
  stateAfterLastPage,
  isFinished,
  recordCompleteness,
  waitingState,
  resumedState,
  stateAfterPage,
} from '../search/searchStates.ts';
import type { RecordSnapshot, SearchState } from './recordSnapshot.ts';

/** A pass reads the whole record once. Pages go into a flowsheet and are then dropped (decision 4). */
export type RecordPass = {
  /** Runs every search that is not finished, and calls `tell` after each page. Throws E13. */
  readonly run: (signal: AbortSignal, tell: () => void) => Promise<void>;
  readonly snapshot: () => RecordSnapshot;
  readonly observations: ObservationTable;
  /** Judges the results by the date of birth. */
  readonly setBirth: (birth: Moment | undefined) => void;
};

/** One search of the plan, how far it is, and where it goes on. */
type SearchRun = {
  readonly search: PlannedSearch;
  state: SearchState;
  position: SearchPosition | undefined;
};

const notBegun = (search: PlannedSearch): SearchRun => ({
  search,
  state: waitingState(search),
  position: undefined,
});

/** Creates a pass over one patient's Observations. It begins with `run`. */
export function recordPass(session: Session, reader: FhirReader): RecordPass {
  const habits = vendorOf(session.site);
  const plan = searchPlanFor(habits, session);
  const isGranular = resultParts(session) !== undefined;
  const runs = plan.searches.map(notBegun);
  const flowsheet = flowsheetOf(session);
  let readAtMs = Date.now();
  const taker = createPageTaker(flowsheet.take, () => hasCurveIn(flowsheet.snapshot()));

  async function runSearch(
    run: SearchRun,
    remaining: SearchRun[],
    signal: AbortSignal,
    tell: () => void,
  ): Promise<void> {
    const { search } = run;
    let now: SearchState = { ...run.state, state: 'reading' };
    const set = (next: SearchState): void => {
      now = next;
      run.state = next;
    };
    set(now);
    try {
      for await (const read of searchPages(reader, search, signal, run.position)) {
        // oxlint-disable-next-line no-await-in-loop -- the next page comes after this one
        await taker.take(read.entries);
        run.position = read.nextPosition;
        readAtMs = Date.now();
        set(stateAfterPage(now, read));
        markPage(now, read.entries.length);
        tell();
      }
      set(stateAfterLastPage(now, search));
    } catch (error) {
      // The end of the session and our own faults concern more than this search.
      if (!(error instanceof FhirError)) throw error;
      if (signal.aborted) return; // the next run goes on with it
      set(stateAfterFailure(now, error));
    }
    remaining.push(...furtherRuns(runs, plan));
    tell();
  }

  return {
    observations: flowsheet.observations,
    setBirth: flowsheet.setBirth,
    snapshot: () => ({
      ...flowsheet.snapshot(),
      ...recordCompleteness(runs.map(({ state }) => state)),
      // Results outside of a partial grant cannot be read, so nothing may be called latest or absent (rule 37).
      ...(session.missingGrants.partial.includes('Observation') && { complete: false, isPart: true }),
      ...(isGranular && { isGranular }),
      searches: runs.map(({ state }) => state),
      readAtMs,
    }),
    run: oneAfterAnother(async (signal, tell) => {
      const remaining = remainingRuns(runs);
      const runOne = (run: SearchRun): Promise<void> => runSearch(run, remaining, signal, tell);
      if (habits.answersManyAtOnce) await runFirstAndBeside(remaining, taker.firstShown, signal, runOne);
      await runInOrder(remaining, FIRST_SEARCHES, signal, runOne);
    }),
  };
}

/**
 * Lets each run begin when the one before has ended. A run that was stopped may still be taking a page, and knows only then
 * whether its search has ended.
 */
function oneAfterAnother(run: RecordPass['run']): RecordPass['run'] {
  let last = Promise.resolve();
  return (signal, tell) => {
    const next = last.then(() => run(signal, tell));
    last = next.catch(() => undefined); // whoever began it hears of that
    return next;
  };
}

/** Returns whether there is something to draw. Results without a number are listed. */
export const hasCurveIn = ({ series }: Pick<RecordSnapshot, 'series'>): boolean =>
  series.some(({ rows }) => rows.length > 0);

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

/**
 * Without the search for everything, the further categories find what it would have found. Adds them and returns them. A server
 * that has answered no search at all is not asked for more, so this is known when all of them have ended.
 */
function furtherRuns(runs: SearchRun[], { searches, ifAllIsRefused }: SearchPlan): readonly SearchRun[] {
  if (runs.length > searches.length || !needsFurther(runs)) return [];
  const further = ifAllIsRefused.map(notBegun);
  runs.push(...further);
  return further;
}

const needsFurther = (runs: readonly SearchRun[]): boolean => {
  const all = runs.map(({ state }) => state);
  return (
    all.every(({ state }) => state !== 'waiting' && state !== 'reading') &&
    all.some(({ state }) => state === 'complete') &&
    all.some(({ name, state }) => name === 'all' && (state === 'refused' || state === 'not-allowed'))
  );
};

/** Sets the unfinished searches to waiting and returns them. A search that broke off goes on with its failed page. */
function remainingRuns(runs: readonly SearchRun[]): SearchRun[] {
  const remaining = runs.filter(({ state }) => !isFinished(state));
  for (const run of remaining)
    run.state = run.position ? resumedState(run.search, run.state) : waitingState(run.search);
  return remaining;
}

const flowsheetOf = (session: Session) => createFlowsheet({ ...patientContextOf(session), nowMs: Date.now });

const markPage = ({ name, pages }: SearchState, received: number): void => {
  performance.mark('longview:page', { detail: { query: name, page: pages, received } });
};
