import type { FhirError, FhirFailure } from '../../fhir/FhirError.ts';
import { FIRST_SEARCHES, type PlannedSearch } from './searchPlan.ts';
import type { PageRead } from './searchPages.ts';
import type { RecordSnapshot, SearchNotice, SearchState } from '../flowsheet/recordSnapshot.ts';

/** Returns the state of a search that has not begun. */
export const waitingState = ({ name, isOptional }: PlannedSearch): SearchState => ({
  name,
  state: 'waiting',
  pages: 0,
  received: 0,
  ...(isOptional && { isOptional }),
});

/** Returns the state of a search that goes on where it broke off: the pages that came still count. */
export const resumedState = (
  search: PlannedSearch,
  { pages, received, notices }: SearchState,
): SearchState => ({
  ...waitingState(search),
  pages,
  received,
  ...(notices && { notices }),
});

/** Returns the state after one more page. A search that restarted counts from zero. */
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

/** Returns the state after a page of a window of time: what came in two windows counts once. */
export const stateAfterWindowPage = (
  now: SearchState,
  { outcome }: Pick<PageRead, 'outcome'>,
  received: number,
  counted: number,
): SearchState => ({
  ...now,
  pages: now.pages + 1,
  received,
  counted,
  notices: joined(now.notices, outcome.shortfalls),
});

/** Returns the state of a search that goes on by its next links after its first page; what the server said stays. */
export const stateBackAtFirstPage = (first: SearchState, { notices = [] }: SearchState): SearchState => ({
  ...first,
  notices: joined(first.notices, notices),
});

/** Returns the state after the last page, with a notice when the server counts more matches than it sent (rule 37). */
export function stateAfterLastPage(now: SearchState, { isTotalOfMatches }: PlannedSearch): SearchState {
  const isShort = isTotalOfMatches && (now.counted ?? 0) > now.received;
  return { ...now, state: 'complete', notices: joined(now.notices, isShort ? ['short'] : []) };
}

/** Returns the state after a failure. The pages that came before it stay counted. */
export const stateAfterFailure = (now: SearchState, { failure, shortfalls }: FhirError): SearchState => ({
  ...now,
  state: STATE_AFTER[failure],
  failure,
  notices: joined(now.notices, shortfalls),
});

/**
 * Returns whether a search need not run again. One that was short or incomplete may give more the next time; results that the
 * server suppresses will be suppressed again.
 */
export const isFinished = (state: SearchState): boolean =>
  state.state === 'complete' && state.notices?.some((notice) => RETRYABLE.includes(notice)) !== true;

const RETRYABLE: readonly SearchNotice[] = ['short', 'incomplete', 'unreadable'];

const joined = (
  before: readonly SearchNotice[] | undefined,
  more: readonly SearchNotice[],
): readonly SearchNotice[] => [...new Set([...(before ?? []), ...more])];

/** Returns whether the server never offered what was asked for (decision 38). A page that is refused after others is a gap. */
export const isNotOffered = ({ isOptional, state, pages }: SearchState): boolean =>
  isOptional === true && pages === 0 && (state === 'refused' || state === 'not-allowed');

/** Says whether all searches have ended, and whether the record may be called complete (rule 37, decision 10). */
export function recordCompleteness(
  states: readonly SearchState[],
): Pick<RecordSnapshot, 'ended' | 'complete'> {
  const completed = states.filter(({ state }) => state === 'complete');
  return {
    ended: states.every(({ state }) => state !== 'waiting' && state !== 'reading'),
    // The search without category includes all others.
    complete:
      (states.every((one) => one.state === 'complete' || isNotOffered(one)) ||
        completed.some(({ name }) => name === 'all')) &&
      states.every(({ notices }) => !notices?.length),
  };
}

const STATE_AFTER: Record<FhirFailure, SearchState['state']> = {
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

/** Returns whether each search that began with the others has brought its newest results, or has none to bring. */
export const haveNewestCome = (states: readonly SearchState[]): boolean =>
  states
    .slice(0, FIRST_SEARCHES)
    .every(({ state, pages }) => pages > 0 || (state !== 'waiting' && state !== 'reading'));
