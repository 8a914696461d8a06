import { FhirError, type FhirFailure } from '../fhir/FhirError.ts';
import type { FhirReader } from '../fhir/reader.ts';
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
    let now: SearchState = { ...waiting(search), state: 'reading' };
    const set = (next: SearchState): void => {
      now = next;
      states[index] = next;
    };
    set(now);
    try {
      for await (const entries of pagesOf(reader, search, signal)) {
        flowsheet.take(entries);
        readAtMs = Date.now();
        set({ ...now, pages: now.pages + 1, received: now.received + entries.length });
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
      for (const [index, search] of left) states[index] = waiting(search);
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

const waiting = ({ name }: Search): SearchState => ({ name, state: 'waiting', pages: 0, received: 0 });

function standing(states: readonly SearchState[]): Pick<RecordSnapshot, 'ended' | 'complete'> {
  const complete = states.filter(({ state }) => state === 'complete');
  return {
    ended: states.every(({ state }) => state !== 'waiting' && state !== 'reading'),
    // The search without category holds all of the others.
    complete: complete.length === states.length || complete.some(({ name }) => name === 'all'),
  };
}

/** The pages of one search, spelled another way while the server refuses the first page. */
async function* pagesOf(
  reader: FhirReader,
  { spellings }: Search,
  signal: AbortSignal,
): AsyncGenerator<readonly unknown[], void, undefined> {
  for (const [attempt, spelling] of spellings.entries()) {
    let pages = 0;
    try {
      // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
      for await (const { entries } of reader.pages('Observation', spelling, signal)) {
        pages += 1;
        yield entries;
      }
      return;
    } catch (error) {
      const isRefused = error instanceof FhirError && error.failure === 'refused';
      if (!isRefused || pages > 0 || attempt === spellings.length - 1) throw error;
    }
  }
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
  aborted: 'failed',
};
