import type { Session } from '../smart/session.ts';
import { FhirError } from './FhirError.ts';
import { isResource, pageOf, type Page } from './page.ts';
import { fhirRequest } from './request.ts';

export type FhirReader = {
  /** One resource of this type. Throws FhirError. */
  read(resourceType: string, path: string, signal: AbortSignal): Promise<object>;
  /** A search, one page at a time; the consumer lets a page go before it takes the next. Throws FhirError. */
  pages(resourceType: string, search: string, signal: AbortSignal): AsyncGenerator<Page, void, undefined>;
};

const MOST_PAGES = 2000;

/** Reads under one session; `next` links pass the same origin check as every other address. */
export function fhirReader(session: Session): FhirReader {
  const request = fhirRequest(session);

  async function read(resourceType: string, path: string, signal: AbortSignal): Promise<object> {
    const resource = await request(resourceType, path, signal);
    if (!isResource(resource, resourceType)) throw new FhirError('unreadable', resourceType);
    return resource;
  }

  async function* pages(
    resourceType: string,
    search: string,
    signal: AbortSignal,
  ): AsyncGenerator<Page, void, undefined> {
    const seen = new Set<string>();
    let address: string | undefined = `${resourceType}?${search}`;
    while (address !== undefined) {
      // A link seen before is a loop; what is missing then must be said, so it is a failure and not an end.
      if (seen.has(address) || seen.size === MOST_PAGES) throw new FhirError('unreadable', resourceType);
      seen.add(address);
      // oxlint-disable-next-line no-await-in-loop -- the next link is inside the page
      const bundle = await request(resourceType, address, signal);
      if (!isResource(bundle, 'Bundle')) throw new FhirError('unreadable', resourceType);
      const page = pageOf(bundle, resourceType);
      address = page.next;
      yield page;
    }
  }

  return { read, pages };
}
