import type { Session } from '../smart/session/session.ts';
import { FhirError } from './FhirError.ts';
import { LIMITS, type Limits } from './limits.ts';
import { isResource, pageFromBundle, type Page } from './page.ts';
import type { OutcomeSummary } from './outcome.ts';
import type { OnWait } from './backoff';
import { fhirRequests } from './request.ts';
import { RequestLog } from './requestLog.ts';
import { summarizeOutcomes } from './outcomeSummary';

/** A page of a search: its `next` link as the server wrote it, and its number, 1 for the first. */
export type PageAddress = { readonly address: string; readonly page: number };

/** A page, and what the server said in it. */
export type ReadPage = Omit<Page, 'outcomes'> & { readonly outcome: OutcomeSummary };

export type FhirReader = {
  readonly log: RequestLog;
  /** Tells when there is a wait, and when that is over. A new listener begins afresh: what was waited for is tried now. */
  onWait(listener: OnWait): void;
  /** One resource of this type; a version or a history by its path. Throws FhirError. */
  read(resourceType: string, path: string, signal: AbortSignal): Promise<object>;
  /**
   * A search, one page at a time; the consumer lets a page go before it takes the next. With `from` it goes on at a page
   * that failed before. Throws FhirError.
   */
  pages(
    resourceType: string,
    search: string,
    signal: AbortSignal,
    from?: PageAddress,
  ): AsyncGenerator<ReadPage, void, undefined>;
};

/** Reads under one session; `next` links pass the same origin check as every other address. */
export function fhirReader(session: Session, limits: Limits = LIMITS): FhirReader {
  const log = new RequestLog();
  let tell: OnWait = () => {};
  const { get: ask, backoff: pauses } = fhirRequests(
    session,
    log,
    (untilMs, cause) => tell(untilMs, cause),
    limits,
  );

  async function read(resourceType: string, path: string, signal: AbortSignal): Promise<object> {
    const { json, note } = await ask(resourceType, path, signal, false);
    if (!isResource(json, resourceType)) throw new FhirError('unreadable', resourceType);
    note.count = 1;
    return json;
  }

  async function* pages(
    resourceType: string,
    search: string,
    signal: AbortSignal,
    from: PageAddress = { address: `${resourceType}?${search}`, page: 1 },
  ): AsyncGenerator<ReadPage, void, undefined> {
    const seen = new Set<string>();
    let address: string | undefined = from.address;
    while (address !== undefined) {
      // A link seen before is a loop; what is missing then must be said, so it is a failure and not an end.
      if (seen.has(address)) throw new FhirError('unreadable', resourceType);
      if (seen.size === limits.pages) throw new FhirError('limit', resourceType);
      seen.add(address);
      // oxlint-disable-next-line no-await-in-loop -- the next link is inside the page
      const { json, note } = await ask(resourceType, address, signal, true);
      const page = pageFromBundle(json, resourceType);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const said = await summarizeOutcomes(page.outcomes);
      note.page = from.page - 1 + seen.size;
      note.count = page.entries.length;
      note.outcomeCodes = said.codes;
      // Some servers say in a page, with 200, that there is no page.
      const { failure } = said;
      if (failure === 'gone' || !isResource(json, 'Bundle'))
        throw new FhirError(failure ?? 'unreadable', resourceType);
      address = page.next;
      yield { entries: page.entries, next: page.next, total: page.total, outcome: said };
    }
  }

  return {
    log,
    onWait(listener) {
      tell = listener;
      pauses.reset();
    },
    read,
    pages,
  };
}
