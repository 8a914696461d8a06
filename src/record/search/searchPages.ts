import { FhirError, type FhirFailure } from '../../fhir/FhirError.ts';
import type { FhirReader, PageAddress, ReadPage } from '../../fhir/reader.ts';
import type { PlannedSearch } from './searchPlan.ts';

/** A search goes on with this query, at the page that comes next. */
export type SearchPosition = PageAddress & { readonly query: string };

/** A page of a search has a number, which is 1 for the first. */
export type PageRead = Pick<ReadPage, 'entries' | 'outcome' | 'total' | 'hasIncluded'> & {
  readonly page: number;
  readonly query: string;
  /** The search goes on here; undefined after the last page. */
  readonly nextPosition: SearchPosition | undefined;
};

/**
 * Reads the pages of one search, from its start or from where it broke off. While the server refuses the first page, the
 * next query of the plan is tried. A search that the server drops half way (an expired paging session) restarts once with
 * page 1; the record recognizes by id and version what comes twice. Throws FhirError.
 */
export async function* searchPages(
  reader: FhirReader,
  { queryVariants, type = 'Observation' }: PlannedSearch,
  signal: AbortSignal,
  from: SearchPosition | undefined,
): AsyncGenerator<PageRead, void, undefined> {
  let isRestarted = false;
  if (from !== undefined) {
    try {
      yield* readPages(reader, type, from.query, signal, from);
      return;
    } catch (error) {
      if (!isOneOf(error, ['refused', 'gone', 'origin', 'unreadable'])) throw error;
      isRestarted = true;
    }
  }
  let queries = queryVariants;
  for (;;) {
    let pages = 0;
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next link is inside the page
      for await (const page of readPages(reader, type, queries[0] ?? '', signal)) {
        pages += 1;
        yield page;
      }
      return;
    } catch (error) {
      if (pages === 0) queries = nextQueries(error, queries);
      else isRestarted = restarted(error, isRestarted, type);
    }
  }
}

/** Returns the queries that are left after a refused one; throws the error when none is left or it means something else. */
function nextQueries(error: unknown, [, ...rest]: readonly string[]): readonly string[] {
  if (rest.length === 0 || !isOneOf(error, ['refused'])) throw error;
  return rest;
}

/** Allows one restart. The server knows the search, so a later page that it refuses is one that it no longer has. */
function restarted(error: unknown, isRestarted: boolean, type: string): true {
  if (!isOneOf(error, ['refused', 'gone'])) throw error;
  if (isRestarted) throw new FhirError('gone', type);
  return true;
}

async function* readPages(
  reader: FhirReader,
  type: string,
  query: string,
  signal: AbortSignal,
  from?: PageAddress,
): AsyncGenerator<PageRead, void, undefined> {
  let page = from?.page ?? 1;
  for await (const { next, ...read } of reader.pages(type, query, signal, from)) {
    const nextPosition = next === undefined ? undefined : { address: next, page: page + 1, query };
    yield { ...read, page, query, nextPosition };
    page += 1;
  }
}

const isOneOf = (error: unknown, failures: readonly FhirFailure[]): boolean =>
  error instanceof FhirError && failures.includes(error.failure);
