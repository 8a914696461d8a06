import { FhirError } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import type { Session } from '../../smart/session/session.ts';
import { patientContextOf } from '../patientContext.ts';
import { vendorOf } from '../vendors.ts';
import { createFlowsheet } from './flowsheet.ts';
import type { ObservationTable } from './observationTable.ts';
import { resultParts, searchPlanFor, type PlannedSearch } from '../search/searchPlan.ts';
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

/** Servers of real hospitals cannot take more searches at once. */
const SEARCHES_AT_ONCE = 3;

/** A pass reads the whole record once. Pages go into a flowsheet and are then dropped (decision 4). */
export type RecordPass = {
  /** Runs every search that is not finished, and calls `tell` after each page. Throws E13. */
  readonly run: (signal: AbortSignal, tell: () => void) => Promise<void>;
  readonly snapshot: () => RecordSnapshot;
  readonly observations: ObservationTable;
};

/** Creates a pass over one patient's Observations. It begins with `run`. */
export function recordPass(session: Session, reader: FhirReader): RecordPass {
  const { searches: planned, ifAllIsRefused } = searchPlanFor(vendorOf(session.site), session);
  const plan = [...planned];
  const states = plan.map(waitingState);
  const positions = plan.map((): SearchPosition | undefined => undefined);
  const isGranular = resultParts(session) !== undefined;
  const flowsheet = flowsheetOf(session);
  let readAtMs = Date.now();

  async function runSearch(
    index: number,
    search: PlannedSearch,
    signal: AbortSignal,
    tell: () => void,
    addSearches: (more: readonly PlannedSearch[]) => void,
  ): Promise<void> {
    let now: SearchState = { ...(states[index] ?? waitingState(search)), state: 'reading' };
    const set = (next: SearchState): void => {
      now = next;
      states[index] = next;
    };
    set(now);
    try {
      for await (const read of searchPages(reader, search, signal, positions[index])) {
        flowsheet.take(read.entries);
        positions[index] = read.nextPosition;
        readAtMs = Date.now();
        set(stateAfterPage(now, read));
        markPage(now, read.entries.length);
        tell();
      }
      set(stateAfterLastPage(now, search));
    } catch (error) {
      // The end of the session and our own faults concern more than this search.
      if (!(error instanceof FhirError)) throw error;
      // Another run may have begun since this one was stopped.
      if (signal.aborted) return;
      set(stateAfterFailure(now, error));
      // Without the search for everything, the further categories find what it would have found.
      if (search.name === 'all' && (now.state === 'refused' || now.state === 'not-allowed'))
        addSearches(ifAllIsRefused.filter((one) => !plan.includes(one)));
    }
    tell();
  }

  return {
    observations: flowsheet.observations,
    snapshot: () => ({
      ...flowsheet.snapshot(),
      ...recordCompleteness(states),
      // Results outside of a partial grant cannot be read, so nothing may be called latest or absent (rule 37).
      ...(session.missingGrants.partial.includes('Observation') && { complete: false, isPart: true }),
      ...(isGranular && { isGranular }),
      searches: [...states],
      readAtMs,
    }),
    async run(signal, tell) {
      const remaining = remainingSearches(plan, states, positions);
      const addSearches = (more: readonly PlannedSearch[]): void => {
        for (const search of more) {
          states.push(waitingState(search));
          positions.push(undefined);
          remaining.push([plan.push(search) - 1, search]);
        }
      };
      await runInOrder(remaining, SEARCHES_AT_ONCE, signal, (next) =>
        runSearch(...next, signal, tell, addSearches),
      );
    },
  };
}

/** Sets the unfinished searches to waiting and returns them. A search that broke off goes on with its failed page. */
function remainingSearches(
  plan: readonly PlannedSearch[],
  states: SearchState[],
  positions: readonly (SearchPosition | undefined)[],
): [number, PlannedSearch][] {
  const remaining = [...plan.entries()].filter(
    ([index, search]) => !isFinished(states[index] ?? waitingState(search)),
  );
  for (const [index, search] of remaining) {
    const state = states[index];
    states[index] = positions[index] && state ? resumedState(search, state) : waitingState(search);
  }
  return remaining;
}

const flowsheetOf = (session: Session) => createFlowsheet({ ...patientContextOf(session), nowMs: Date.now });

const markPage = ({ name, pages }: SearchState, received: number): void => {
  performance.mark('longview:page', { detail: { query: name, page: pages, received } });
};
