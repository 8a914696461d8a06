import { elementOf, resourceId } from '../../clinical/fhirElements/fhirElement.ts';
import { readSubject, type PatientOfServer } from '../../clinical/fhirElements/subject.ts';
import { FhirError, type FhirFailure } from '../../fhir/FhirError.ts';
import { LIMITS } from '../../fhir/limits.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import {
  dividedWindow,
  earliestTimeMs,
  exactTimeMs,
  isOutside,
  isSearchable,
  lastTimeMs,
  secondAfter,
  windowFilter,
  type DateWindow,
} from './dateWindows.ts';
import { runInOrder } from './runInOrder.ts';
import { searchPages, type PageRead } from './searchPages.ts';
import { FURTHER_SEARCHES, type ByDate } from './searchPlan.ts';

/** This is the reading of what the first page of a long record does not hold, by windows of time (decision 53). */
export type WindowReading = {
  /**
   * Reads all windows, or those that an earlier run has left. Resolves with whether that brought every result that the server
   * counts. Throws FhirError when the server could not be reached or was busy, and E13.
   */
  readonly run: (signal: AbortSignal) => Promise<boolean>;
};

/** This is what came so far: the different results, and how many the server counts in all. */
type WindowProgress = { readonly distinct: number; readonly total: number };

type Reading = {
  readonly reader: FhirReader;
  readonly patient: PatientOfServer;
  readonly byDate: ByDate;
  /** This is the first page of the search for everything, newest first. */
  readonly first: PageRead;
  /** These are the ids that the search for everything has brought; those of the windows are added. */
  readonly seen: Set<string>;
  /** Takes a page into the record. */
  readonly take: (page: PageRead, progress: WindowProgress) => Promise<void>;
};

/** Fewer results are read as fast by their next links. */
const WORTHWHILE_RESULTS = 1000;
const WORTHWHILE_PAGES = 2;
/** A page of a window whose server does not count is taken as one of so many. */
const GUESSED_PAGES = 4;
const PAGES_IN_VAIN = 5;
/** A record that is read at once has far fewer, unless its pages hold next to nothing. */
const MOST_WINDOWS = 20_000;

/** The server does not search by date as FHIR says, or it cannot be proved that it does. */
class NotProvable extends Error {}

/**
 * Creates the reading of a long record by windows of time. Nothing is asked before `run`. Returns undefined where the first
 * page shows that windows cannot be told, or are not worth it.
 */
export function createWindowReading(reading: Reading): WindowReading | undefined {
  const { total, entries, nextPosition } = reading.first;
  const lastMs = lastTimeMs(entries);
  if (nextPosition === undefined || lastMs === undefined || !isSearchable(lastMs)) return undefined;
  if (total !== undefined && !isWorthwhile(total - entries.length, entries.length)) return undefined;
  return new Windows(reading, secondAfter(lastMs));
}

class Windows implements WindowReading {
  readonly #reading: Reading;
  readonly #pageLength: number;
  /** Results that the first page does not hold lie before this moment, in epoch ms. */
  readonly #untilMs: number;
  /** These windows are not read to their end; undefined while it is not known what is to be read. */
  #unread: Set<DateWindow> | undefined;
  #total = NaN;
  #oldestMs = NaN;
  #windowsBegun = 0;
  #entriesTaken = 0;
  #pagesInVain = 0;

  constructor(reading: Reading, untilMs: number) {
    this.#reading = reading;
    this.#pageLength = reading.first.entries.length;
    this.#untilMs = untilMs;
  }

  async run(signal: AbortSignal): Promise<boolean> {
    const { seen } = this.#reading;
    try {
      this.#unread ??= await this.#begin(signal);
      const unread = this.#unread;
      await atOnce([...unread], signal, (window, waiting, either) =>
        this.#readWindow(window, unread, waiting, either),
      );
      if (seen.size < this.#total) await this.#readUndated(signal);
      return seen.size === this.#total;
    } catch (error) {
      if (error instanceof NotProvable) return false;
      // The server may be there again later, and the windows that are left are read then. Otherwise it has no such search.
      if (!(error instanceof FhirError) || isOneOf(error, LATER)) throw error;
      return false;
    }
  }

  /** Finds out what is still to be read, and divides it. */
  async #begin(signal: AbortSignal): Promise<Set<DateWindow>> {
    const { total: counted, entries } = this.#reading.first;
    const [total, oldestMs] = await Promise.all([counted ?? this.#askTotal(signal), this.#askOldest(signal)]);
    const rest = total - entries.length;
    // The windows of a count without end would have none either. By next links no more than this is read.
    const isReadable = Number.isSafeInteger(total) && total <= LIMITS.entries;
    if (!isReadable || !isWorthwhile(rest, this.#pageLength)) throw new NotProvable();
    this.#note(this.#reading.first);
    const windows = dividedWindow(
      { fromMs: undefined, untilMs: this.#untilMs },
      oldestMs,
      rest,
      this.#pageLength,
    );
    if (windows.length === 0) throw new NotProvable();
    this.#total = total;
    this.#oldestMs = oldestMs;
    return new Set(windows);
  }

  /** Some servers count only when they are asked to. https://hl7.org/fhir/R4/search.html#total */
  async #askTotal(signal: AbortSignal): Promise<number> {
    for (const how of ['_summary=count', '_total=accurate&_count=1']) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- the second is asked for when the first gave no number
        const { total } = await this.#firstPage(how, signal);
        if (total !== undefined) return total;
      } catch (error) {
        if (!isOneOf(error, ['refused', 'not-allowed'])) throw error;
      }
    }
    throw new NotProvable();
  }

  async #askOldest(signal: AbortSignal): Promise<number> {
    const window = windowFilter({ fromMs: undefined, untilMs: this.#untilMs });
    const [oldest] = (await this.#firstPage(`${window}&_sort=date&_count=1`, signal)).entries;
    const timeMs = earliestTimeMs(oldest);
    if (!isSearchable(timeMs) || timeMs >= this.#untilMs) throw new NotProvable();
    return timeMs;
  }

  #pages(parameters: string, signal: AbortSignal): AsyncGenerator<PageRead, void, undefined> {
    const { reader, byDate } = this.#reading;
    const queryVariants = [`${byDate.filter}&${parameters}`];
    return searchPages(reader, { name: 'all', queryVariants, isTotalOfMatches: true }, signal, undefined);
  }

  async #firstPage(parameters: string, signal: AbortSignal): Promise<PageRead> {
    for await (const page of this.#pages(parameters, signal)) return page;
    throw new NotProvable();
  }

  async #readWindow(
    window: DateWindow,
    unread: Set<DateWindow>,
    waiting: DateWindow[],
    signal: AbortSignal,
  ): Promise<void> {
    this.#windowsBegun += 1;
    const mostWindows = Math.min(MOST_WINDOWS, 100 + (6 * this.#total) / this.#pageLength);
    // A server that sends far more than it counts does not search by date.
    if (this.#windowsBegun > mostWindows || this.#entriesTaken > 2 * this.#total) throw new NotProvable();
    const query = `${windowFilter(window)}&_sort=-date&_count=${this.#reading.byDate.pageSize}`;
    for await (const page of this.#pages(query, signal)) {
      if (page.entries.some((result) => isOutside(result, window))) throw new NotProvable();
      await this.#take(page);
      const parts = page.page === 1 ? this.#partsOf(window, page) : [];
      for (const part of parts) unread.add(part);
      waiting.push(...parts);
      if (parts.length > 0) break;
    }
    unread.delete(window);
  }

  /** The results of a window after its first page are divided again where they are more than one page. */
  #partsOf(window: DateWindow, { entries, total, nextPosition }: PageRead): readonly DateWindow[] {
    const lastMs = nextPosition === undefined ? undefined : lastTimeMs(entries);
    if (lastMs === undefined) return [];
    const rest = total === undefined ? GUESSED_PAGES * entries.length : total - entries.length;
    if (rest <= entries.length) return [];
    const untilMs = Math.min(window.untilMs, secondAfter(lastMs));
    return dividedWindow({ ...window, untilMs }, this.#oldestMs, rest, entries.length);
  }

  /** Results without a date are found by no window. https://hl7.org/fhir/R4/search.html#modifiers */
  async #readUndated(signal: AbortSignal): Promise<void> {
    const query = `date:missing=true&_count=${this.#reading.byDate.pageSize}`;
    for await (const page of this.#pages(query, signal)) {
      if (page.entries.some((result) => !Number.isNaN(exactTimeMs(result)))) throw new NotProvable();
      await this.#take(page);
    }
  }

  async #take(page: PageRead): Promise<void> {
    // Results of one moment may fill a page that came before. A server that sends one page again and again ignores the dates.
    if (!this.#note(page) && page.nextPosition !== undefined) this.#pagesInVain += 1;
    if (this.#pagesInVain > PAGES_IN_VAIN + this.#windowsBegun / 4) throw new NotProvable();
    this.#entriesTaken += page.entries.length;
    const { seen, take } = this.#reading;
    await take(page, { distinct: seen.size, total: this.#total });
  }

  /** Returns whether the page holds a result that had not come before. */
  #note({ entries, hasIncluded }: PageRead): boolean {
    const { seen, patient } = this.#reading;
    const before = seen.size;
    if (hasIncluded === true) throw new NotProvable();
    for (const resource of entries.map(elementOf)) {
      const id = resourceId(resource);
      // A resource without an id cannot be told from one that comes again, and a stranger's result stands for none of this patient's.
      if (id === '' || readSubject(resource, patient) === 'other-patient') throw new NotProvable();
      seen.add(id);
    }
    return seen.size > before;
  }
}

const LATER: readonly FhirFailure[] = ['session', 'busy', 'network', 'aborted'];

const isOneOf = (error: unknown, failures: readonly FhirFailure[]): boolean =>
  error instanceof FhirError && failures.includes(error.failure);

const isWorthwhile = (rest: number, pageLength: number): boolean =>
  rest > WORTHWHILE_RESULTS && rest > WORTHWHILE_PAGES * pageLength;

/** Runs all of these, several at once. When one fails the others are stopped, and have ended before this rejects. */
async function atOnce<T>(
  waiting: T[],
  signal: AbortSignal,
  run: (item: T, waiting: T[], signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const running = new Set<Promise<void>>();
  try {
    await runInOrder(waiting, FURTHER_SEARCHES, either, (item) => {
      const one = run(item, waiting, either);
      running.add(one);
      return one.finally(() => running.delete(one));
    });
  } catch (error) {
    failed.abort();
    await Promise.allSettled(running);
    throw error;
  }
  if (signal.aborted) throw new FhirError('aborted', 'Observation');
}
