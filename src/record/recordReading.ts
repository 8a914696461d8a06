import { FhirError, type FhirFailure } from '../fhir/FhirError.ts';
import type { FhirReader, PagePlace } from '../fhir/reader.ts';
import type { Session } from '../smart/session.ts';
import { createFlowsheet } from './flowsheet.ts';
import { planFor, type Search } from './plan.ts';
import type { RecordSnapshot, SearchState } from './snapshot.ts';

/** Real servers bear no more at once (Epic, Oracle Health). */
const SEARCHES_AT_ONCE = 3;

export type RecordReading = {
  /** Runs every search that has not ended well yet; gives a snapshot after each page and resolves with the last. */
  run(signal: AbortSignal, arrived: (snapshot: RecordSnapshot) => void): Promise<RecordSnapshot>;
};

/** Reads one patient's Observations page after page into the flowsheet; the pages themselves are let go. */
export function recordReading(session: Session, reader: FhirReader): RecordReading {
  const plan = planFor(session.site.vendor, session.patientId);
  const states = plan.map(waiting);
  const places = plan.map((): Place | undefined => undefined);
  const flowsheet = flowsheetOf(session);
  // What a query in the scope leaves out cannot be asked for: nothing may be called latest, or absent.
  const isPart = session.lacks.part.includes('Observation');
  let readAtMs = Date.now();
  let waitUntilMs: number | undefined;

  const snapshot = (): RecordSnapshot => ({
    ...flowsheet.snapshot(),
    ...standing(states),
    ...(isPart && { complete: false, isPart }),
    searches: [...states],
    readAtMs,
    waitUntilMs,
  });

  async function one(index: number, search: Search, signal: AbortSignal, tell: () => void): Promise<void> {
    // A failed page is asked for again, not the pages before it.
    let now: SearchState = { ...(states[index] ?? waiting(search)), state: 'reading' };
    const set = (next: SearchState): void => {
      now = next;
      states[index] = next;
    };
    set(now);
    try {
      for await (const { entries, page, place } of pagesOf(reader, search, signal, places[index])) {
        flowsheet.take(entries);
        places[index] = place;
        readAtMs = Date.now();
        set({ ...now, pages: page, received: now.received + entries.length });
        markPage(now, entries.length);
        tell();
      }
      set({ ...now, state: 'complete' });
    } catch (error) {
      // Anything but a failed read (the session has ended, a fault of ours) is not this search's to answer.
      if (!(error instanceof FhirError)) throw error;
      set({ ...now, state: ENDED_AS[error.failure], failure: error.failure });
    }
    tell();
  }

  return {
    async run(signal, arrived) {
      const left = [...plan.entries()].filter(([index]) => states[index]?.state !== 'complete');
      for (const [index, search] of left)
        states[index] = { ...waiting(search), ...(places[index] && countsOf(states[index])) };
      const tell = (): void => arrived(snapshot());
      reader.onWait((untilMs) => {
        waitUntilMs = untilMs;
        tell();
      });
      const runNext = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined && !signal.aborted; next = left.shift()) {
          // oxlint-disable-next-line no-await-in-loop -- a few searches at a time, in the order of the plan
          await one(...next, signal, tell);
        }
      };
      await Promise.all(Array.from({ length: SEARCHES_AT_ONCE }, runNext));
      return snapshot();
    },
  };
}

const flowsheetOf = ({ patientId, iss, site }: Session) =>
  createFlowsheet({ patientId, fhirBase: iss, nowMs: Date.now, hidePreliminary: site.vendor === 'oracle' });

const markPage = ({ name, pages }: SearchState, received: number): void => {
  performance.mark('longview:page', { detail: { query: name, page: pages, received } });
};

const countsOf = (state: SearchState | undefined) => ({
  pages: state?.pages ?? 0,
  received: state?.received ?? 0,
});

const waiting = ({ name }: Search): SearchState => ({ name, state: 'waiting', pages: 0, received: 0 });

function standing(states: readonly SearchState[]): Pick<RecordSnapshot, 'ended' | 'complete'> {
  const complete = states.filter(({ state }) => state === 'complete');
  return {
    ended: states.every(({ state }) => state !== 'waiting' && state !== 'reading'),
    // The search without category holds all of the others.
    complete: complete.length === states.length || complete.some(({ name }) => name === 'all'),
  };
}

/** Where a search stands: what it was spelled like, and the page that comes next. */
type Place = PagePlace & { readonly spelling: string };
type PageRead = {
  readonly entries: readonly unknown[];
  readonly page: number;
  readonly place: Place | undefined;
};

/**
 * The pages of one search, spelled another way while the server refuses the first page. From a place it goes on there; a
 * link that leads nowhere, or is over meanwhile, begins anew (what comes twice is known by id and version).
 */
async function* pagesOf(
  reader: FhirReader,
  { spellings }: Search,
  signal: AbortSignal,
  from: Place | undefined,
): AsyncGenerator<PageRead, void, undefined> {
  if (from !== undefined) {
    try {
      yield* readPages(reader, from.spelling, signal, from);
      return;
    } catch (error) {
      if (!isOneOf(error, ['refused', 'gone', 'origin', 'unreadable'])) throw error;
    }
  }
  for (const [attempt, spelling] of spellings.entries()) {
    let pages = 0;
    try {
      // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
      for await (const page of readPages(reader, spelling, signal)) {
        pages += 1;
        yield page;
      }
      return;
    } catch (error) {
      if (!isOneOf(error, ['refused']) || pages > 0 || attempt === spellings.length - 1) throw error;
    }
  }
}

async function* readPages(
  reader: FhirReader,
  spelling: string,
  signal: AbortSignal,
  from?: PagePlace,
): AsyncGenerator<PageRead, void, undefined> {
  let page = from?.page ?? 1;
  for await (const { entries, next } of reader.pages('Observation', spelling, signal, from)) {
    const place = next === undefined ? undefined : { address: next, page: page + 1, spelling };
    yield { entries, page, place };
    page += 1;
  }
}

const isOneOf = (error: unknown, failures: readonly FhirFailure[]): boolean =>
  error instanceof FhirError && failures.includes(error.failure);

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
  aborted: 'failed',
};
