import type { EventContext } from '../../clinical/events/eventReading.ts';
import { coursesOf, inTime } from '../../clinical/medication/courses.ts';
import { FhirError } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import type { Session } from '../../smart/session/session.ts';
import { eventsPlanFor, isPartialQuery, type EventSearch } from './eventsPlan.ts';
import type { EventsSnapshot, EventsState } from './eventsSnapshot.ts';
import { createEventTable, type EventTableContent, type EventTable } from './eventTable.ts';
import { patientContextOf } from '../patientContext.ts';
import { searchPages, type PageRead, type SearchPosition } from '../search/searchPages.ts';
import {
  stateAfterFailure,
  stateAfterLastPage,
  isFinished,
  waitingState,
  resumedState,
  stateAfterPage,
} from '../search/searchStates.ts';
import type { SearchState } from '../flowsheet/recordSnapshot.ts';

/** The results have three more; the results come first. */
const SEARCHES_AT_ONCE = 2;

export type EventsReading = {
  /** Runs every search that has not ended well yet; gives a snapshot after each page and resolves with the last. */
  readonly run: (signal: AbortSignal, arrived: (snapshot: EventsSnapshot) => void) => Promise<EventsSnapshot>;
  /** The next run reads everything anew. What was read before stays until its own type has been read again. */
  readonly startOver: () => void;
};

/** One type of resource: it stands or fails alone. */
type Typed = {
  readonly search: EventSearch;
  readonly table: EventTable;
  /** The scope holds a query, so something cannot be asked for. */
  readonly isPart: boolean;
  state: SearchState;
  place: SearchPosition | undefined;
};

/** Reads what happened around the results of one patient. */
export function eventsReading(session: Session, reader: FhirReader): EventsReading {
  const typed = typedOf(session);
  const gathered = gathering(typed);
  let pass = 0;
  let readAtMs = Date.now();

  async function one(now: Typed, signal: AbortSignal, tell: () => void): Promise<void> {
    const { search, table } = now;
    now.state = { ...now.state, state: 'reading' };
    tell();
    try {
      for await (const read of searchPages(reader, search, signal, now.place)) {
        // Whoever stopped this run may have begun another one.
        if (signal.aborted) return;
        table.take(read.entries, pass);
        now.place = read.nextPosition;
        readAtMs = Date.now();
        now.state = stateAfterPage(now.state, isPartialQuery(read.query) ? asPart(read) : read);
        if (read.nextPosition !== undefined) tell();
      }
      now.state = stateAfterLastPage(now.state, search);
      if (isFinished(now.state)) table.dropEarlierPasses(pass);
    } catch (error) {
      if (!(error instanceof FhirError)) throw error;
      if (signal.aborted) return;
      now.state = stateAfterFailure(now.state, error);
    }
    tell();
  }

  const snapshot = (): EventsSnapshot => snapshotOf(typed, gathered(), readAtMs);
  return {
    startOver() {
      pass++;
      for (const now of typed) Object.assign(now, { state: waitingState(now.search), place: undefined });
    },
    async run(signal, arrived) {
      const tell = (): void => {
        if (!signal.aborted) arrived(snapshot());
      };
      const left = typed.filter(({ search, state }) => search.isGranted && !isFinished(state));
      for (const now of left)
        now.state = now.place === undefined ? waitingState(now.search) : resumedState(now.search, now.state);
      const runNext = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined && !signal.aborted; next = left.shift()) {
          // oxlint-disable-next-line no-await-in-loop -- a few searches at a time, in the order of the plan
          await one(next, signal, tell);
        }
      };
      await Promise.all(Array.from({ length: SEARCHES_AT_ONCE }, runNext));
      return snapshot();
    },
  };
}

function typedOf(session: Session): Typed[] {
  const patient = patientContextOf(session);
  const context = (): EventContext => ({ ...patient, nowMs: Date.now() });
  return eventsPlanFor(session).map((search) => ({
    search,
    table: createEventTable(search.type.startsWith('Medication'), context),
    isPart: session.missingGrants.partial.includes(search.type),
    state: waitingState(search),
    place: undefined,
  }));
}

/** By a narrower search than was wanted: more may exist. */
const asPart = (read: PageRead): PageRead => ({
  ...read,
  outcome: { ...read.outcome, shortfalls: [...read.outcome.shortfalls, 'partial'] },
});

type Gathered = Pick<EventsSnapshot, 'events' | 'courses' | 'leftOut'>;

/** Puts the tables together, anew only when one of them has changed. */
function gathering(typed: readonly Typed[]): () => Gathered {
  let contents: readonly EventTableContent[] = [];
  let made: Gathered | undefined;
  return () => {
    const now = typed.map(({ table }) => table.content());
    if (made !== undefined && now.every((content, i) => content === contents[i])) return made;
    contents = now;
    const sum = (name: keyof Gathered['leftOut']): number =>
      now.reduce((all, { leftOut }) => all + leftOut[name], 0);
    made = {
      events: now.flatMap(({ events }) => events).toSorted(inTime),
      courses: coursesOf(now.flatMap(({ steps }) => steps)),
      leftOut: { strangers: sum('strangers'), withdrawn: sum('withdrawn'), unreadable: sum('unreadable') },
    };
    return made;
  };
}

function snapshotOf(typed: readonly Typed[], gathered: Gathered, readAtMs: number): EventsSnapshot {
  const states = typed.map(stateOf);
  const ended = states.every(({ state }) => state !== 'waiting' && state !== 'reading');
  return { states, ...gathered, ended, readAtMs };
}

/** What came stands even where its reading broke off, or what was asked for was not all: that is incomplete. */
function stateOf({ search, state: now, table, isPart }: Typed): EventsState {
  const { type } = search;
  const { state, received, notices = [], failure } = now;
  if (!search.isGranted) return { type, state: 'not-granted', received: 0 };
  const common = { type, received, ...(failure !== undefined && { failure }) };
  if (state === 'waiting' || state === 'reading') return { ...common, state };
  if (state === 'complete') return { ...common, state: notices.length > 0 || isPart ? 'incomplete' : state };
  return { ...common, state: table.size() > 0 ? 'incomplete' : state };
}
