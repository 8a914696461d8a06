import type { Faults, FaultScenario } from './faults.ts';
import type { FhirFault } from './fhirFault.ts';

/** Makes pages so small that the larger records have several of each kind. */
const inSmallPages = (fhir: FhirFault): Faults => ({ pageSize: 20, fhir: { type: 'Observation', ...fhir } });

const linkScenarios: readonly FaultScenario[] = [
  {
    name: 'next-foreign',
    title: 'Next page elsewhere',
    description: 'Every page of results leads to another host, which must not get the token.',
    faults: { fhir: { next: 'foreign' } },
  },
  {
    name: 'next-http',
    title: 'Next page without TLS',
    description: 'Every page of results leads to an address that anybody can listen to.',
    faults: { fhir: { next: 'http' } },
  },
  {
    name: 'next-other-port',
    title: 'Next page on another port',
    description: 'Every page of results leads to another server on the same host.',
    faults: { fhir: { next: 'otherPort' } },
  },
  {
    name: 'next-odd-port',
    title: 'Next page with its port said aloud',
    description: 'Every page leads on with its port written in another way, which is right.',
    faults: inSmallPages({ next: 'oddPort' }),
  },
  {
    name: 'next-relative',
    title: 'Next page relative',
    description: 'Every page leads on by a relative address, which is right.',
    faults: { fhir: { next: 'relative' } },
  },
  {
    name: 'next-loop',
    title: 'Next page is this page',
    description: 'Every page of results leads to itself.',
    faults: { fhir: { next: 'loop' } },
  },
  {
    name: 'next-first',
    title: 'Next page is the first',
    description: 'Every second page of results leads back to the first.',
    faults: inSmallPages({ next: 'first' }),
  },
  {
    name: 'page-broken',
    title: 'Page 3 fails',
    description: 'Page 3 of every search fails (500); the pages hold twenty results.',
    faults: inSmallPages({ brokenPage: 3 }),
  },
  {
    name: 'page-gone-once',
    title: 'Paging over, once',
    description: 'Epic’s paging session is over on page 2 of one search (4113).',
    faults: inSmallPages({ brokenPage: 2, refusal: 'expiredSession', times: 1 }),
  },
  {
    name: 'page-gone',
    title: 'Paging over, always',
    description: 'Epic’s paging session is over on page 2 of every search (4113).',
    faults: inSmallPages({ brokenPage: 2, refusal: 'expiredSession' }),
  },
];

const contentScenarios: readonly FaultScenario[] = [
  {
    name: 'stranger',
    title: 'A stranger’s results',
    description: 'One more entry of every page belongs to another patient.',
    faults: { fhir: { stranger: true } },
  },
  {
    name: 'unnamed',
    title: 'Nobody’s results',
    description: 'One more result of every page names its patient by an identifier alone (fixture 69).',
    faults: { fhir: { unnamed: true } },
  },
  {
    name: 'again-same',
    title: 'The same once more',
    description: 'The first result of page 1 comes again on the later pages.',
    faults: inSmallPages({ again: 'same' }),
  },
  {
    name: 'again-newer',
    title: 'Corrected on a later page',
    description: 'The first result of page 1 comes again on the later pages, corrected.',
    faults: inSmallPages({ again: 'newer' }),
  },
  {
    name: 'again-older',
    title: 'An old version on a later page',
    description: 'The first result of page 1 comes again on the later pages, as it was before.',
    faults: inSmallPages({ again: 'older' }),
  },
  {
    name: 'again-withdrawn',
    title: 'Withdrawn on a later page',
    description: 'The first result of page 1 comes again on the later pages, entered in error.',
    faults: inSmallPages({ again: 'withdrawn' }),
  },
  {
    name: 'page-empty',
    title: 'An empty page',
    description: 'Page 2 of every search is empty and leads on.',
    faults: inSmallPages({ brokenPage: 2, emptyPage: true }),
  },
  {
    name: 'total-wrong',
    title: 'Wrong total',
    description: 'Every page with a next one says that there are 5 results.',
    faults: inSmallPages({ total: 'wrong' }),
  },
  {
    name: 'total-more',
    title: 'Total too high',
    description: 'Every page says that there are 5 results more than come.',
    faults: inSmallPages({ total: 'more' }),
  },
  {
    name: 'total-none',
    title: 'No total',
    description: 'No page says how many results there are.',
    faults: inSmallPages({ total: 'none' }),
  },
  {
    name: 'nothing-found',
    title: 'Nothing found, in words (4101)',
    description: 'Every search for results finds nothing but an entry that says so.',
    faults: { fhir: { type: 'Observation', outcome: 'nothingFound' } },
  },
  {
    name: 'suppressed',
    title: 'Some results held back (59204)',
    description: 'Every page of results says that some are not for this app.',
    faults: { fhir: { type: 'Observation', outcome: 'suppressed' } },
  },
  {
    name: 'maybe-not-all',
    title: 'Perhaps not the whole record (4119)',
    description: 'Every page of results says that it may not be the whole record.',
    faults: { fhir: { type: 'Observation', outcome: 'maybeNotAll' } },
  },
  {
    name: 'extra-included',
    title: 'Included resources',
    description: 'Every page of results holds a Provenance and a Device that nobody asked for.',
    faults: { fhir: { type: 'Observation', extra: 'included' } },
  },
  {
    name: 'extra-unknown',
    title: 'Unknown resources',
    description: 'Every page of results holds resources of types that were not asked for.',
    faults: { fhir: { type: 'Observation', extra: 'unknown' } },
  },
  {
    name: 'extra-contained',
    title: 'Contained resources',
    description: 'Every page of results holds a result that contains others, one of another patient.',
    faults: { fhir: { type: 'Observation', extra: 'contained' } },
  },
];

export const pageScenarios: readonly FaultScenario[] = [...linkScenarios, ...contentScenarios];
