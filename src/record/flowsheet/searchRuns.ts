import type { FhirFailure } from '../../fhir/FhirError.ts';
import { elementOf, resourceId } from '../../clinical/fhirElements/fhirElement.ts';
import type { PageRead, SearchPosition } from '../search/searchPages.ts';
import type { PlannedSearch, SearchPlan } from '../search/searchPlan.ts';
import { waitingState } from '../search/searchStates.ts';
import type { WindowReading } from '../search/windowReading.ts';
import type { SearchState } from './recordSnapshot.ts';

/** This is one search of the plan, how far it is, and where it goes on. */
export type SearchRun = {
  readonly search: PlannedSearch;
  state: SearchState;
  position: SearchPosition | undefined;
  /** It waits after its first page, because the search for everything may bring what follows. */
  isWaiting: boolean;
  /** The pages after the first are read by windows of time. `firstState` is the state after that page. */
  windows: { readonly reading: WindowReading; readonly firstState: SearchState } | undefined;
};

/** Returns the run of a search that has not begun. */
export const notBegun = (search: PlannedSearch): SearchRun => ({
  search,
  state: waitingState(search),
  position: undefined,
  isWaiting: false,
  windows: undefined,
});

/** The search for everything decides how far the others are read (decision 53). */
export type AllSearch = {
  /** It is undefined where the plan has no such search that may be read by date. */
  readonly run: SearchRun | undefined;
  /** These ids has it brought. */
  readonly ids: Set<string>;
  readonly note: (page: PageRead) => void;
  /** Says whether it is not known yet if the others have to be read beyond their first page. */
  readonly isUndecided: () => boolean;
  /** Says whether a search goes no further than its first page, for now or for good. */
  readonly makesWait: (run: SearchRun) => boolean;
  /** Lets the others be read to their end beside it. Returns those that waited. */
  readonly goOnBesides: () => SearchRun[];
  /** Returns what is to be read after a search has ended. */
  readonly followingRuns: () => readonly SearchRun[];
};

/** Creates what the search for everything decides about these runs of a plan. Runs are added to and taken from the list. */
export function allSearch(
  runs: SearchRun[],
  { ifAllFails, ifAllIsRefused }: SearchPlan,
  knownIds: readonly string[],
): AllSearch {
  const run = runs.find(({ search }) => search.byDate !== undefined);
  const ids = new Set<string>();
  let doesSuffice = run === undefined ? false : undefined;
  const added = new Set<readonly PlannedSearch[]>();

  const add = (searches: readonly PlannedSearch[]): readonly SearchRun[] => {
    if (added.has(searches)) return [];
    added.add(searches);
    const more = searches.map(notBegun);
    runs.push(...more);
    return more;
  };
  const goOnBesides = (): SearchRun[] => {
    doesSuffice = false;
    const waiting = runs.filter(({ isWaiting }) => isWaiting);
    for (const one of waiting) one.isWaiting = false;
    return waiting;
  };
  /** Searches that wait for more need not be read. They are told only where the server said something of it. */
  const leaveOut = (one: SearchRun): void => {
    one.isWaiting = true;
    if (one.state.notices?.length) one.state = { ...one.state, state: 'complete' };
    else if (runs.includes(one)) runs.splice(runs.indexOf(one), 1);
  };
  /** A server whose search for everything lacks what another has brought is asked for each category. */
  const doesLack = (): boolean => knownIds.some((id) => id !== '' && !ids.has(id));
  const isToBeMadeGood = ({ state: { state, failure } }: SearchRun): boolean =>
    state === 'complete' ? doesLack() : hasAnswered(runs) || !UNANSWERED.includes(failure);

  return {
    run,
    ids,
    note({ entries }) {
      for (const entry of entries) ids.add(resourceId(elementOf(entry)));
    },
    isUndecided: () => doesSuffice === undefined,
    makesWait(one) {
      if (one === run || one.position === undefined || doesSuffice === false) return false;
      one.isWaiting = true;
      if (doesSuffice === true) leaveOut(one);
      return true;
    },
    goOnBesides,
    followingRuns() {
      const following: SearchRun[] = [];
      if (run !== undefined && hasEnded(run) && !added.has(ifAllFails)) {
        if (isToBeMadeGood(run)) following.push(...goOnBesides(), ...add(ifAllFails));
        else if (run.state.state === 'complete') {
          doesSuffice = true;
          runs.filter(({ isWaiting }) => isWaiting).forEach(leaveOut);
        } else following.push(...goOnBesides());
        if (run.state.state === 'complete') ids.clear();
      }
      if (needsFurther(runs)) following.push(...add(ifAllIsRefused));
      return following;
    },
  };
}

/** The server may be silent or busy, and then it is not asked for more. */
const UNANSWERED: readonly (FhirFailure | undefined)[] = ['network', 'busy'];

const hasEnded = ({ state: { state } }: SearchRun): boolean => state !== 'waiting' && state !== 'reading';

const hasAnswered = (runs: readonly SearchRun[]): boolean => runs.some(({ state }) => state.pages > 0);

/**
 * Without the search for everything, the further categories find what it would have found. A server that has answered no search
 * at all is not asked for more, so this is known when all of them have ended.
 */
const needsFurther = (runs: readonly SearchRun[]): boolean =>
  runs.every(hasEnded) &&
  runs.some(({ state: { state } }) => state === 'complete') &&
  runs.some(
    ({ state: { name, state } }) => name === 'all' && (state === 'refused' || state === 'not-allowed'),
  );
