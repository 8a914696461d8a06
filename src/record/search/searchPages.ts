import { FhirError, type FhirFailure } from '../../fhir/FhirError.ts';
import type { FhirReader, PageAddress, ReadPage } from '../../fhir/reader.ts';
import type { PlannedSearch } from './searchPlan.ts';

/** Where a search stands: what it was spelled like, and the page that comes next. */
export type SearchPosition = PageAddress & { readonly query: string };

/** One page, its number, and where to go on after it; no place after the last. */
export type PageRead = Pick<ReadPage, 'entries' | 'outcome' | 'total'> & {
  readonly page: number;
  readonly query: string;
  readonly nextPosition: SearchPosition | undefined;
};

/**
 * The pages of one search, spelled another way while the server refuses the first page. From a place it goes on there. A
 * search that the server drops half way (an expired paging session) begins anew once; page 1 comes again then, and what
 * comes twice is known by id and version.
 */
export async function* searchPages(
  reader: FhirReader,
  { queryVariants, type = 'Observation' }: PlannedSearch,
  signal: AbortSignal,
  from: SearchPosition | undefined,
): AsyncGenerator<PageRead, void, undefined> {
  let isAnew = false;
  if (from !== undefined) {
    try {
      yield* readPages(reader, type, from.query, signal, from);
      return;
    } catch (error) {
      if (!isOneOf(error, ['refused', 'gone', 'origin', 'unreadable'])) throw error;
      isAnew = true;
    }
  }
  let left = queryVariants;
  for (;;) {
    let pages = 0;
    try {
      // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
      for await (const page of readPages(reader, type, left[0] ?? '', signal)) {
        pages += 1;
        yield page;
      }
      return;
    } catch (error) {
      if (pages === 0) left = spelledOtherwise(error, left);
      else isAnew = begunAnew(error, isAnew, type);
    }
  }
}

function spelledOtherwise(error: unknown, [, ...others]: readonly string[]): readonly string[] {
  if (others.length === 0 || !isOneOf(error, ['refused'])) throw error;
  return others;
}

/** The server knows the search, so a page refused later is one that it no longer has. */
function begunAnew(error: unknown, isAnew: boolean, type: string): true {
  if (!isOneOf(error, ['refused', 'gone'])) throw error;
  if (isAnew) throw new FhirError('gone', type);
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
  for await (const { entries, outcome, total, next } of reader.pages(type, query, signal, from)) {
    const nextPosition = next === undefined ? undefined : { address: next, page: page + 1, query };
    yield { entries, outcome, total, page, query, nextPosition };
    page += 1;
  }
}

const isOneOf = (error: unknown, failures: readonly FhirFailure[]): boolean =>
  error instanceof FhirError && failures.includes(error.failure);
