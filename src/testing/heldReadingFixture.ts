/** This file reads a long record and holds up the reading of its results, as a slow device does, while the server answers. */
import { vi } from 'vitest';
import { recordReading, type RecordReading } from '../record/flowsheet/recordReading.ts';
import { dateServerReader, type DateServer } from './dateServerFixture.ts';
import { readSession } from './fhirReaderFixture.ts';

/** Returns whether the text of a query asks for the oldest result, or for a window of time. */
export const isForOldest = (text: string): boolean => text.includes('_sort=date&');
export const isForWindow = (text: string): boolean => text.includes('date=lt') && !isForOldest(text);
const isForNewest = (query: URLSearchParams): boolean => !query.has('category') && !query.has('date');

type Pauses = {
  /** Makes the device stand still at its next pause. */
  readonly hold: () => void;
  readonly goOn: () => void;
};

type HeldReading = Pauses & {
  readonly reading: RecordReading;
  /** The server was asked for this, in this order. */
  readonly asked: readonly string[];
  /** So many pages of the search for everything are in the record. */
  readonly pagesTaken: () => number;
  /** Resolves when the server has nothing more to answer. */
  readonly answered: () => Promise<void>;
};

/** Makes every pause of the reading wait while the device stands still. */
function stubPauses(): Pauses {
  let isHeld = false;
  const pauses: (() => void)[] = [];
  const goOn = (): void => {
    isHeld = false;
    for (const end of pauses.splice(0)) setImmediate(end);
  };
  vi.stubGlobal(
    'MessageChannel',
    class {
      #end = (): void => undefined;
      readonly port1 = {
        addEventListener: (_: string, end: () => void) => (this.#end = end),
        start: () => undefined,
        close: () => undefined,
      };
      readonly port2 = {
        postMessage: () => {
          pauses.push(this.#end);
          if (!isHeld) goOn();
        },
      };
    },
  );
  return { hold: () => (isHeld = true), goOn };
}

/** Makes each look at the clock come late, so that the reading pauses after each few results. Returns how many pages of all it has marked. */
function stubClock(): () => number {
  let nowMs = 0;
  let pagesMarked = 0;
  vi.stubGlobal('performance', {
    now: () => (nowMs += 50),
    mark: (_: string, { detail }: { detail: { query: string } }) =>
      (pagesMarked += Number(detail.query === 'all')),
    clearMarks: () => undefined,
  });
  return () => pagesMarked;
}

/**
 * Creates the reading of a record on a device that pauses after each few results. When the newest page of everything comes, it
 * stands still at its next pause, until it is told to go on. Each category brings the first result of the server, or none.
 * The tests that call this have to unstub all globals.
 */
export function heldReading(server: DateServer, areCategoriesEmpty = false): HeldReading {
  const pauses = stubPauses();
  const pagesTaken = stubClock();
  const asked: string[] = [];
  let hasHeld = false;
  const reader = dateServerReader(
    {
      ...server,
      answer(query, usual) {
        if (!query.has('category')) return server.answer?.(query, usual);
        const matches = server.results.slice(0, areCategoriesEmpty ? 0 : 1);
        return { matches, total: matches.length };
      },
      page(page, query) {
        if (isForNewest(query) && !hasHeld) pauses.hold();
        hasHeld ||= isForNewest(query);
        return server.page?.(page, query) ?? page;
      },
    },
    asked,
  );
  return {
    ...pauses,
    reading: recordReading(readSession(), reader),
    asked,
    pagesTaken,
    async answered() {
      let count: number;
      do {
        count = asked.length;
        // oxlint-disable-next-line no-await-in-loop -- it looks again until nothing more was asked
        await new Promise((resolve) => setTimeout(resolve, 20));
      } while (asked.length > count);
    },
  };
}
