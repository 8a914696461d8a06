import type { FhirFault } from '../faults/fhirFault.ts';
import type { SearchBundle } from '../vendors/vendorBehaviour.ts';
import { faultyEntries } from './faultyEntries.ts';
import type { Place } from './searchPages.ts';

/** Where a page is in the server: its own address, and how a link to it or past it is written. */
type Standing = {
  readonly place: Place;
  readonly address: string;
  readonly fhirBase: string;
  /** A link to a further page with the results that should be on this one. */
  readonly nextWithTheSame: () => string;
};

const WRONG_TOTAL = 5;

/** A page of a search with a bad `next` link, a wrong total, or with entries that should not be there. */
export function faultyPage(
  page: SearchBundle,
  fault: FhirFault | undefined,
  standing: Standing,
): SearchBundle {
  if (!fault) return page;
  const { entry = [], total, link = [], ...rest } = page;
  const isEmpty = fault.emptyPage || fault.outcome === 'nothingFound';
  const entries = faultyEntries(isEmpty ? [] : entry, fault, standing.place, standing.fhirBase);
  return {
    ...rest,
    ...totalOf(fault, total, link.some(isNext)),
    link: entry.length === 0 ? link : withNext(link, fault, standing),
    ...(entries.length > 0 && { entry: entries }),
  };
}

function totalOf(
  { total, outcome }: FhirFault,
  right: number | undefined,
  hasNext: boolean,
): { readonly total?: number } {
  if (outcome === 'nothingFound') return { total: 0 };
  if (total === 'none' || right === undefined) return {};
  if (total === 'wrong' && hasNext) return { total: WRONG_TOTAL };
  return { total: total === 'more' && right > 0 ? right + WRONG_TOTAL : right };
}

type Link = NonNullable<SearchBundle['link']>[number];
const isNext = ({ relation }: Link): boolean => relation === 'next';

function withNext(links: Link[], fault: FhirFault, standing: Standing): Link[] {
  const given = links.find(isNext);
  const others = links.filter((link) => link !== given);
  if (fault.outcome === 'nothingFound') return others;
  if (fault.emptyPage) return [...others, { relation: 'next', url: standing.nextWithTheSame() }];
  if (fault.next === undefined) return links;
  const first = links.find(({ relation }) => relation === 'self')?.url;
  const url = NEXT[fault.next](standing, given?.url, first);
  return url === undefined ? others : [...others, { relation: 'next', url }];
}

type Written = (
  standing: Standing,
  given: string | undefined,
  first: string | undefined,
) => string | undefined;

/** How the `next` link is written, from the right one and the address of the first page. */
const NEXT: Record<NonNullable<FhirFault['next']>, Written> = {
  foreign: () => 'https://trap.example/fhir/r4?page=2',
  http: () => 'http://trap.example/fhir/r4?page=2',
  otherPort: ({ fhirBase }) => withPort(`${fhirBase}?page=2`, '1'),
  // `Observation?page=…`: right from the FHIR base with a slash after it, and from the address of any search.
  relative: ({ place }, given) => given && place.search.type + new URL(given).search,
  oddPort: (_standing, given) => given && withPort(given, oddPort(given)),
  loop: ({ address }) => address,
  first: ({ place }, given, first) => (place.number === 1 ? given : first),
  missingPage: ({ fhirBase }) => `${fhirBase}?page=never-handed-out`,
};

/** The same port in other letters: the default port said aloud, any other with a zero before it. */
function oddPort(url: string): string {
  const { port, protocol } = new URL(url);
  if (port !== '') return `0${port}`;
  return protocol === 'https:' ? '443' : '80';
}

const withPort = (url: string, port: string): string => {
  const { protocol, hostname, host } = new URL(url);
  return `${protocol}//${hostname}:${port}${url.slice(`${protocol}//${host}`.length)}`;
};
