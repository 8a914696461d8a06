import type { Session } from '../smart/session.ts';
import { FhirError } from './FhirError.ts';
import { isResource, pageOf, type Page } from './page.ts';
import { fhirRequest, type OnWait } from './request.ts';
import { RequestLog } from './requestLog.ts';

/** A page of a search: its `next` link as the server wrote it, and its number, 1 for the first. */
export type PagePlace = { readonly address: string; readonly page: number };

export type FhirReader = {
  readonly log: RequestLog;
  /** Tells when the server asks to wait, and when that is over. */
  onWait(listener: OnWait): void;
  /** One resource of this type. Throws FhirError. */
  read(resourceType: string, path: string, signal: AbortSignal): Promise<object>;
  /**
   * A search, one page at a time; the consumer lets a page go before it takes the next. With `from` it goes on at a page
   * that failed before. Throws FhirError.
   */
  pages(
    resourceType: string,
    search: string,
    signal: AbortSignal,
    from?: PagePlace,
  ): AsyncGenerator<Page, void, undefined>;
};

const MOST_PAGES = 2000;

/** Reads under one session; `next` links pass the same origin check as every other address. */
export function fhirReader(session: Session): FhirReader {
  const log = new RequestLog();
  let tell: OnWait = () => {};
  const request = fhirRequest(session, log, (untilMs) => tell(untilMs));

  async function read(resourceType: string, path: string, signal: AbortSignal): Promise<object> {
    const { json, note } = await request(resourceType, path, signal);
    if (!isResource(json, resourceType)) throw new FhirError('unreadable', resourceType);
    note.count = 1;
    return json;
  }

  async function* pages(
    resourceType: string,
    search: string,
    signal: AbortSignal,
    from: PagePlace = { address: `${resourceType}?${search}`, page: 1 },
  ): AsyncGenerator<Page, void, undefined> {
    const seen = new Set<string>();
    let address: string | undefined = from.address;
    while (address !== undefined) {
      // A link seen before is a loop; what is missing then must be said, so it is a failure and not an end.
      if (seen.has(address) || seen.size === MOST_PAGES) throw new FhirError('unreadable', resourceType);
      seen.add(address);
      // oxlint-disable-next-line no-await-in-loop -- the next link is inside the page
      const { json: bundle, note } = await request(resourceType, address, signal);
      if (!isResource(bundle, 'Bundle')) throw new FhirError('unreadable', resourceType);
      const page = pageOf(bundle, resourceType);
      note.page = from.page - 1 + seen.size;
      note.count = page.entries.length;
      address = page.next;
      yield page;
    }
  }

  return { log, onWait: (listener) => void (tell = listener), read, pages };
}
