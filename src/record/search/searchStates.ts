import type { FhirError, FhirFailure } from '../../fhir/FhirError.ts';
import type { PlannedSearch } from './searchPlan.ts';
import type { PageRead } from './searchPages.ts';
import type { RecordSnapshot, SearchNotice, SearchState } from '../flowsheet/recordSnapshot.ts';

export const waitingState = ({ name }: PlannedSearch): SearchState => ({
  name,
  state: 'waiting',
  pages: 0,
  received: 0,
});

/** To be gone on with: what it gave so far still counts. */
export const resumedState = (
  search: PlannedSearch,
  { pages, received, notices }: SearchState,
): SearchState => ({
  ...waitingState(search),
  pages,
  received,
  ...(notices && { notices }),
});

/** After one page more. A search that began anew counts anew. */
export function stateAfterPage(now: SearchState, { page, entries, outcome, total }: PageRead): SearchState {
  const { received, notices } = page === 1 ? { received: 0, notices: [] } : now;
  const counted = total ?? now.counted;
  return {
    ...now,
    pages: page,
    received: received + entries.length,
    notices: joined(notices, outcome.shortfalls),
    ...(counted !== undefined && { counted }),
  };
}

/** After the last page. That the server counts more than it has sent is said where its count means that. */
export function stateAfterLastPage(now: SearchState, { countsMatches }: PlannedSearch): SearchState {
  const isShort = countsMatches && (now.counted ?? 0) > now.received;
  return { ...now, state: 'complete', notices: joined(now.notices, isShort ? ['short'] : []) };
}

export const stateAfterFailure = (now: SearchState, { failure, shortfalls }: FhirError): SearchState => ({
  ...now,
  state: ENDED_AS[failure],
  failure,
  notices: joined(now.notices, shortfalls),
});

/** What was suppressed stays so, however often it is asked for. */
export const isFinished = (state: SearchState): boolean =>
  state.state === 'complete' && state.notices?.some((notice) => CAN_BE_MENDED.includes(notice)) !== true;

const CAN_BE_MENDED: readonly SearchNotice[] = ['short', 'incomplete'];

const joined = (
  before: readonly SearchNotice[] | undefined,
  more: readonly SearchNotice[],
): readonly SearchNotice[] => [...new Set([...(before ?? []), ...more])];

/** What all searches together allow to be claimed. */
export function recordCompleteness(
  states: readonly SearchState[],
): Pick<RecordSnapshot, 'ended' | 'complete'> {
  const complete = states.filter(({ state }) => state === 'complete');
  return {
    ended: states.every(({ state }) => state !== 'waiting' && state !== 'reading'),
    // The search without category holds all of the others.
    complete:
      (complete.length === states.length || complete.some(({ name }) => name === 'all')) &&
      states.every(({ notices }) => !notices?.length),
  };
}

const ENDED_AS: Record<FhirFailure, SearchState['state']> = {
  session: 'failed',
  'not-allowed': 'not-allowed',
  refused: 'refused',
  gone: 'failed',
  busy: 'failed',
  server: 'failed',
  network: 'failed',
  unreadable: 'failed',
  origin: 'failed',
  limit: 'failed',
  aborted: 'failed',
};
