import type { FhirFault } from '../faults/fhirFault.ts';
import type { SearchBundle } from '../vendors/vendorBehaviour.ts';
import { faultyEntries } from './faultyEntries.ts';
import type { SearchPage } from './searchPages.ts';

/** Describes a page in its search: its address, and how to link to it or past it. */
type PageContext = {
  readonly searchPage: SearchPage;
  readonly address: string;
  readonly fhirBase: string;
  /** Returns a link to a further page with the results that belong on this one. */
  readonly urlOfSameResults: () => string;
};

const WRONG_TOTAL = 5;

/** Returns a page with a wrong `next` link or total, or with entries that do not belong on it. */
export function faultyPage(
  page: SearchBundle,
  fault: FhirFault | undefined,
  context: PageContext,
): SearchBundle {
  if (!fault) return page;
  const { entry = [], total, link = [], ...rest } = page;
  const isEmpty = fault.emptyPage || fault.outcome === 'nothingFound';
  const entries = faultyEntries(isEmpty ? [] : entry, fault, context.searchPage, context.fhirBase);
  return {
    ...rest,
    ...faultyTotal(fault, total, link.some(isNext)),
    link: entry.length === 0 ? link : withNext(link, fault, context),
    ...(entries.length > 0 && { entry: entries }),
  };
}

function faultyTotal(
  { total, outcome }: FhirFault,
  correctTotal: number | undefined,
  hasNext: boolean,
): { readonly total?: number } {
  if (outcome === 'nothingFound') return { total: 0 };
  if (total === 'none' || correctTotal === undefined) return {};
  if (total === 'wrong' && hasNext) return { total: WRONG_TOTAL };
  return { total: total === 'more' && correctTotal > 0 ? correctTotal + WRONG_TOTAL : correctTotal };
}

type Link = NonNullable<SearchBundle['link']>[number];
const isNext = ({ relation }: Link): boolean => relation === 'next';

function withNext(links: Link[], fault: FhirFault, context: PageContext): Link[] {
  const next = links.find(isNext);
  const others = links.filter((link) => link !== next);
  if (fault.outcome === 'nothingFound') return others;
  if (fault.emptyPage) return [...others, { relation: 'next', url: context.urlOfSameResults() }];
  if (fault.next === undefined) return links;
  const firstPageUrl = links.find(({ relation }) => relation === 'self')?.url;
  const url = NEXT_LINKS[fault.next](context, next?.url, firstPageUrl);
  return url === undefined ? others : [...others, { relation: 'next', url }];
}

type WriteNextLink = (
  context: PageContext,
  correctUrl: string | undefined,
  firstPageUrl: string | undefined,
) => string | undefined;

/** Each function writes the `next` link from the correct one and the address of the first page. */
const NEXT_LINKS: Record<NonNullable<FhirFault['next']>, WriteNextLink> = {
  foreign: () => 'https://trap.example/fhir/r4?page=2',
  http: () => 'http://trap.example/fhir/r4?page=2',
  otherPort: ({ fhirBase }) => withPort(`${fhirBase}?page=2`, '1'),
  // `Observation?page=…` is correct relative to the FHIR base with a slash after it, and to the address of
  // any search.
  relative: ({ searchPage }, correctUrl) => correctUrl && searchPage.search.type + new URL(correctUrl).search,
  oddPort: (_context, correctUrl) => correctUrl && withPort(correctUrl, oddPort(correctUrl)),
  loop: ({ address }) => address,
  first: ({ searchPage }, correctUrl, firstPageUrl) => (searchPage.number === 1 ? correctUrl : firstPageUrl),
  missingPage: ({ fhirBase }) => `${fhirBase}?page=never-handed-out`,
};

/** Writes the same port in another way: the default port explicitly, and any other with a zero before it. */
function oddPort(url: string): string {
  const { port, protocol } = new URL(url);
  if (port !== '') return `0${port}`;
  return protocol === 'https:' ? '443' : '80';
}

const withPort = (url: string, port: string): string => {
  const { protocol, hostname, host } = new URL(url);
  return `${protocol}//${hostname}:${port}${url.slice(`${protocol}//${host}`.length)}`;
};
