import type { FhirReader } from '../../fhir/reader.ts';
import type { Session } from '../../smart/session/session.ts';
import { patientContextOf } from '../patientContext.ts';
import { vendorOf } from '../vendors.ts';
import { createFlowsheet, type Flowsheet } from './flowsheet.ts';
import { createPageTaker } from './timeSlicing.ts';
import { namedAnalytes } from './namedAnalytes.ts';
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
import type { RecordSnapshot, SearchState } from './recordSnapshot.ts';

/** A pass calls these while it reads. */
type PassProgress = Pick<RunOptions, 'tell' | 'tellNow'>;

/** A pass reads the whole record once. Pages go into a flowsheet and are then dropped (decision 4). */
export type RecordPass = {
  /** Runs every search that is not finished. Throws E13. */
  readonly run: (signal: AbortSignal, progress: PassProgress) => Promise<void>;
  readonly snapshot: () => RecordSnapshot;
  /** Returns whether pages come faster than they are read. */
  readonly isBehind: () => boolean;
  readonly observations: ObservationTable;
  /**
   * Resolves when what is drawn first has been painted, or the first searches have ended without it; where the newest results are awaited, within
   * `NEWEST_WAIT_MS`.
   */
  readonly firstShown: Promise<void>;
  /** Takes Observations that another pass over the same record has brought. */
  readonly take: Flowsheet['take'];
  /** Judges the results by the dates of birth and death. */
  readonly setLifetime: Flowsheet['setLifetime'];
};

type PassOptions = {
  /** Nothing is drawn before the newest results of each first search are there. */
  readonly areNewestAwaited?: boolean;
  /** The first curve waits for the names of the analytes on the first pages of the searches for vital signs and for the laboratory (`namedAnalytes.ts`). */
  readonly areNamesAwaited?: boolean;
  /** Hears of the Observations that the pass took. */
  readonly taken?: (resources: readonly unknown[]) => void;
};

/** The first searches, for vital signs and for the laboratory's results, bring nearly all that has a frame. */
const NAMING_SEARCHES = 2;

/** A server that sends no faster than this page reads has few pages waiting. */
const FEW_PAGES = 2;

/** Creates a pass over one patient's Observations. It begins with `run`. */
export function recordPass(
  session: Session,
  reader: FhirReader,
  { areNewestAwaited = false, areNamesAwaited = false, taken }: PassOptions = {},
): RecordPass {
  const habits = vendorOf(session.site);
  const plan = searchPlanFor(habits, session);
  const grant = grantOf(session);
  const runs = plan.searches.map(notBegun);
  const flowsheet = flowsheetOf(session);
  const all = allSearch(runs, plan, flowsheet.observations.ids);
  let readAtMs: number | undefined;
  const take = (resources: readonly unknown[]): void => {
    flowsheet.take(resources);
    taken?.(resources);
  };
  const named = areNamesAwaited ? namedAnalytes(runs.slice(0, NAMING_SEARCHES)) : undefined;
  const taker = createPageTaker(take, named?.awaited);
  const first = firstMoment(taker, areNewestAwaited);
  /** Returns whether what is drawn first is there when a page of a search has been taken, or its first part. */
  const hasFirst = (run: SearchRun, isWholePage: boolean): boolean =>
    (!areNewestAwaited ||
      (isWholePage && haveNewestCome(runs.map((one) => (one === run ? withPage(one) : one.state))))) &&
    hasCurveIn(flowsheet.snapshot());

  const runner = new SearchRunner({
    reader,
    all,
    patient: patientContextOf(session),
    firstShown: taker.firstShown,
    take(entries, run, tellPart) {
      readAtMs ??= Date.now();
      named?.note(entries, run);
      return taker.take(entries, (isWholePage) => hasFirst(run, isWholePage), tellPart);
    },
  });

  return {
    observations: flowsheet.observations,
    take: flowsheet.take,
    setLifetime: flowsheet.setLifetime,
    firstShown: first.has,
    isBehind: () => taker.waiting() > FEW_PAGES,
    snapshot: () => {
      const held = flowsheet.snapshot();
      const standing = standingOf(held, runs, grant);
      return { ...held, ...standing, namedAnalytes: named?.counts(), readAtMs: readAtMs ?? Date.now() };
    },
    run: oneAfterAnother(async (signal, progress) => {
      const remaining = remainingRuns(runs);
      const runOne = (run: SearchRun): Promise<void> =>
        runner.run(run, { remaining, signal, ...progress }).finally(named?.look);
      if (habits.answersManyAtOnce) await runFirstAndBeside(remaining, first, signal, runOne);
      await runInOrder(remaining, FIRST_SEARCHES, signal, runOne);
      first.tell();
      if (!signal.aborted) flowsheet.forgetRepeats();
    }),
  };
}

/** Returns the limits that the granted scopes set to the record. */
const grantOf = (session: Session) => ({
  isGranular: resultParts(session) !== undefined,
  isPart: session.missingGrants.partial.includes('Observation'),
});

/** Returns how much of the record is known to be there, by what its searches came to and what was granted. */
const standingOf = (
  held: Pick<RecordSnapshot, 'excluded'>,
  runs: readonly SearchRun[],
  { isGranular, isPart }: ReturnType<typeof grantOf>,
) => ({
  ...recordCompleteness(runs.map(({ state }) => state)),
  ...(isUnconfirmed(held) && { complete: false }),
  // Results outside of a partial grant cannot be read, so nothing may be called latest or absent (rule 37).
  ...(isPart && { complete: false, isPart }),
  ...(isGranular && { isGranular }),
  searches: runs.map(({ state }) => state),
});

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

/** A list that waits for the newest results is drawn without them after this time (screens/myResults/list/useNewestResults.ts). */
export const NEWEST_WAIT_MS = 4000;

type FirstMoment = {
  /** Resolves when what is drawn first is painted, or `tell` says that it is not waited for any longer. */
  readonly has: Promise<void>;
  readonly tell: () => void;
  /** Resolves when what is being drawn first is painted, and at once where nothing is. */
  readonly painting: () => Promise<void> | undefined;
};

/** Returns the moment after which the reading may take what is not needed first. */
function firstMoment(
  { firstShown, painting }: Pick<ReturnType<typeof createPageTaker>, 'firstShown' | 'painting'>,
  areNewestAwaited: boolean,
): FirstMoment {
  let tell = (): void => {};
  const has = new Promise<void>((resolve) => (tell = resolve));
  void firstShown.then(tell);
  if (areNewestAwaited) setTimeout(tell, NEWEST_WAIT_MS);
  return { has, tell, painting };
}

/**
 * Runs the first searches and, when what is drawn first is painted or they have ended, all others beside them: these hold up no
 * first chart.
 */
async function runFirstAndBeside(
  remaining: SearchRun[],
  first: FirstMoment,
  signal: AbortSignal,
  runOne: (run: SearchRun) => Promise<void>,
): Promise<void> {
  const runs = runInOrder(remaining.splice(0, FIRST_SEARCHES), FIRST_SEARCHES, signal, runOne);
  await Promise.race([runs.then(first.painting), first.has]);
  first.tell();
  await Promise.all([runs, runInOrder(remaining, FURTHER_SEARCHES, signal, runOne)]);
}

const withPage = ({ state }: SearchRun): SearchState => ({ ...state, pages: 1 });

/** Sets the unfinished searches to waiting and returns them. A search that broke off goes on with its failed page. */
function remainingRuns(runs: readonly SearchRun[]): SearchRun[] {
  const remaining = runs.filter(({ state }) => !isFinished(state));
  for (const run of remaining)
    run.state = run.position ? resumedState(run.search, run.state) : waitingState(run.search);
  return remaining;
}

const flowsheetOf = (session: Session) => createFlowsheet({ ...patientContextOf(session), nowMs: Date.now });
