import type { Session } from '../smart/session/session.ts';
import type { OnWait } from './waitUntil.ts';
import { NO_EARLY_REQUESTS, type EarlyRequests } from './earlyRequests.ts';
import { FhirError } from './FhirError.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { OutcomeCodeSystem, OutcomeSummary } from './outcome.ts';
import { outcomeSummarizer } from './outcomeSummary.ts';
import { isResource, MAX_ENTRIES, pageFromBundle, searchBudget, type Page } from './page.ts';
import { fhirRequests, type Listeners } from './request.ts';
import { RequestLog } from './requestLog.ts';
import type { OnSilence } from './serverSilence.ts';

/** A page is addressed by its `next` link as the server wrote it, and by its number, which is 1 for the first. */
export type PageAddress = { readonly address: string; readonly page: number };

/** A page comes with a summary of the OperationOutcomes in it. */
export type ReadPage = Omit<Page, 'outcomes' | 'shortfalls'> & { readonly outcome: OutcomeSummary };

/** A reader reads from the FHIR server of one session. */
export type FhirReader = {
  readonly log: RequestLog;
  /** Sets who hears of waits. A new listener ends all waits: what was waited for is tried at once. */
  onWait(listener: OnWait): void;
  /** Sets who hears that the server is silent. */
  onSilence(listener: OnSilence): void;
  /** Ends all waits and begins the waiting times anew, because a person wants the reading tried now. */
  tryNow(): void;
  /**
   * Reads one resource of this type by its path, which may name a version. Without an `essential` one nothing is shown, so
   * it waits like a search and longer. Throws FhirError, and E13 (LaunchError).
   */
  read(resourceType: string, path: string, signal: AbortSignal, kind?: 'read' | 'essential'): Promise<object>;
  /**
   * Reads a search or a history page by page. With `from` it starts at a page that failed before. Throws FhirError, and E13
   * (LaunchError). https://hl7.org/fhir/R4/http.html#paging
   */
  pages(
    resourceType: string,
    search: string,
    signal: AbortSignal,
    from?: PageAddress,
  ): AsyncGenerator<ReadPage, void, undefined>;
};

type ReaderOptions = {
  readonly limits?: Limits;
  readonly early?: EarlyRequests;
  /**
   * These addresses, relative to the FHIR base, are sent as early requests when the first page of results has come. They must not
   * compete with that page, and whoever reads one of them later, in code that is loaded after the first chart, finds it under way.
   */
  readonly afterFirstResults?: readonly string[];
};

/**
 * Creates the reader of a session. `outcomeCodeSystems` are the vendors' own codes in OperationOutcomes. `next` links pass
 * the same check of their origin as every other address (client-rules.md row 41). What was sent early is taken and not sent again.
 */
export function fhirReader(
  session: Session,
  outcomeCodeSystems: readonly OutcomeCodeSystem[],
  { limits = LIMITS, early = NO_EARLY_REQUESTS, afterFirstResults = [] }: ReaderOptions = {},
): FhirReader {
  const log = new RequestLog();
  const summarize = outcomeSummarizer(outcomeCodeSystems);
  const listeners: Listeners = { onWait: () => {}, onSilence: () => {} };
  const { get, tryNow } = fhirRequests(session, { log, listeners, limits, summarize, early });

  let unsent = afterFirstResults;
  const sendRestOnce = (): void => {
    if (unsent.length > 0) early.sendMore(unsent);
    unsent = [];
  };

  const read: FhirReader['read'] = async (resourceType, path, signal, kind = 'read') => {
    const { json, note } = await get(resourceType, path, signal, kind);
    if (!isResource(json, resourceType)) throw new FhirError('unreadable', resourceType);
    note.count = 1;
    return json;
  };

  async function* pages(
    resourceType: string,
    search: string,
    signal: AbortSignal,
    from: PageAddress = { address: `${resourceType}?${search}`, page: 1 },
  ): AsyncGenerator<ReadPage, void, undefined> {
    const budget = searchBudget(limits);
    let address: string | undefined = from.address;
    while (address !== undefined) {
      const end = budget.begin(address);
      if (end !== undefined) throw new FhirError(end, resourceType);
      // oxlint-disable-next-line no-await-in-loop -- the next link is inside the page
      const { json, note } = await get(resourceType, address, signal, 'search');
      const page = pageFromBundle(json, resourceType);
      // oxlint-disable-next-line no-await-in-loop -- the outcome decides whether the page counts
      const outcome = await summarize(page.outcomes);
      note.page = from.page - 1 + budget.asked.size;
      note.count = page.entries.length;
      if (page.entries.length > MAX_ENTRIES) throw new FhirError('limit', resourceType);
      note.outcomeCodes = outcome.codes;
      // Some servers answer 200 with an outcome that says that there is no page.
      const { failure } = outcome;
      if (failure === 'gone' || !isResource(json, 'Bundle'))
        throw new FhirError(failure ?? 'unreadable', resourceType);
      address = page.next;
      budget.take(page.entries);
      if (resourceType === 'Observation') sendRestOnce();
      const { outcomes: _, shortfalls, ...rest } = page;
      yield { ...rest, outcome: { ...outcome, shortfalls: [...outcome.shortfalls, ...shortfalls] } };
    }
  }

  return {
    log,
    onWait(listener) {
      listeners.onWait = listener;
      tryNow();
    },
    onSilence: (listener) => void (listeners.onSilence = listener),
    tryNow,
    read,
    pages,
  };
}
