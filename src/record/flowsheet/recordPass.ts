import { FhirError } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import type { Session } from '../../smart/session/session.ts';
import { patientContextOf } from '../patientContext.ts';
import { vendorOf } from '../vendors.ts';
import { createFlowsheet } from './flowsheet.ts';
import type { ObservationTable } from './observationTable.ts';
import { searchPlanFor, type PlannedSearch } from '../search/searchPlan.ts';
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

/** Real servers bear no more at once (Epic, Oracle Health). */
const SEARCHES_AT_ONCE = 3;

/** One reading of the whole record, page after page into a flowsheet of its own; the pages themselves are let go. */
export type RecordPass = {
  /** Runs every search that has not ended well yet, and tells after each page. */
  readonly run: (signal: AbortSignal, tell: () => void) => Promise<void>;
  readonly snapshot: () => RecordSnapshot;
  readonly observations: ObservationTable;
};

/** A pass over one patient's Observations, not begun yet. */
export function recordPass(session: Session, reader: FhirReader): RecordPass {
  const plan = searchPlanFor(vendorOf(session.site), session.patientId);
  const states = plan.map(waitingState);
  const places = plan.map((): SearchPosition | undefined => undefined);
  const flowsheet = flowsheetOf(session);
  let readAtMs = Date.now();

  async function one(
    index: number,
    search: PlannedSearch,
    signal: AbortSignal,
    tell: () => void,
  ): Promise<void> {
    // A failed page is asked for again, not the pages before it.
    let now: SearchState = { ...(states[index] ?? waitingState(search)), state: 'reading' };
    const set = (next: SearchState): void => {
      now = next;
      states[index] = next;
    };
    set(now);
    try {
      for await (const read of searchPages(reader, search, signal, places[index])) {
        flowsheet.take(read.entries);
        places[index] = read.nextPosition;
        readAtMs = Date.now();
        set(stateAfterPage(now, read));
        markPage(now, read.entries.length);
        tell();
      }
      set(stateAfterLastPage(now, search));
    } catch (error) {
      // Anything but a failed read (the session has ended, a fault of ours) is not this search's to answer.
      if (!(error instanceof FhirError)) throw error;
      // Who stopped the reading may have begun another: this one says nothing any more.
      if (signal.aborted) return;
      set(stateAfterFailure(now, error));
    }
    tell();
  }

  return {
    observations: flowsheet.observations,
    snapshot: () => ({
      ...flowsheet.snapshot(),
      ...recordCompleteness(states),
      // What a query in the scope leaves out cannot be asked for: nothing may be called latest, or absent.
      ...(session.missingGrants.partial.includes('Observation') && { complete: false, isPart: true }),
      searches: [...states],
      readAtMs,
    }),
    async run(signal, tell) {
      const left = searchesLeft(plan, states, places);
      const runNext = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined && !signal.aborted; next = left.shift()) {
          // oxlint-disable-next-line no-await-in-loop -- a few searches at a time, in the order of the plan
          await one(...next, signal, tell);
        }
      };
      await Promise.all(Array.from({ length: SEARCHES_AT_ONCE }, runNext));
    },
  };
}

/** Puts the searches that did not end well back to waiting; one that broke off goes on where it stands. */
function searchesLeft(
  plan: readonly PlannedSearch[],
  states: SearchState[],
  places: readonly (SearchPosition | undefined)[],
): [number, PlannedSearch][] {
  const left = [...plan.entries()].filter(
    ([index, search]) => !isFinished(states[index] ?? waitingState(search)),
  );
  for (const [index, search] of left) {
    const state = states[index];
    states[index] = places[index] && state ? resumedState(search, state) : waitingState(search);
  }
  return left;
}

const flowsheetOf = (session: Session) => createFlowsheet({ ...patientContextOf(session), nowMs: Date.now });

const markPage = ({ name, pages }: SearchState, received: number): void => {
  performance.mark('longview:page', { detail: { query: name, page: pages, received } });
};
