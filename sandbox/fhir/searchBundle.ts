import type { FhirResource, Meta } from 'fhir/r4';
import type { VendorPaging, SearchBundle } from '../vendors/vendorBehaviour.ts';
import type { PageStore, SearchPage } from './searchPages.ts';
import { SEARCH_DEFINITIONS } from './searchDefinitions.ts';

const SUBSETTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' };
type BundleContext = {
  readonly pageStore: PageStore;
  readonly paging: VendorPaging;
  readonly fhirBase: string;
};

export function searchBundle(
  searchPage: SearchPage,
  { pageStore, paging, fhirBase }: BundleContext,
): SearchBundle {
  const { search, results, offset } = searchPage;
  const total = results.length;
  const self = { relation: 'self', url: `${fhirBase}/${search.type}?${search.query}` };
  if (search.isCountOnly) return { resourceType: 'Bundle', type: 'searchset', total, link: [self] };
  const nextOffset = paging.endOffset(searchPage);
  const entries = results.slice(offset, nextOffset).map((resource) => ({
    fullUrl: `${fhirBase}/${resource.resourceType}/${resource.id}`,
    resource: search.elements ? withOnlyElements(resource, search.elements) : resource,
    search: { mode: 'match' as const },
  }));
  const link = [self];
  if (nextOffset < total) {
    const next = { ...searchPage, issues: [], offset: nextOffset, number: searchPage.number + 1 };
    link.push({ relation: 'next', url: paging.pageUrl(next, fhirBase, pageStore.add(next)) });
  }
  // FHIR JSON has no empty arrays, so a search that finds nothing is a Bundle without `entry`.
  const page: SearchBundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    total,
    link,
    ...(entries.length > 0 && { entry: entries }),
  };
  return paging.finishPage(page, searchPage);
}

/** `value` keeps `valueQuantity` too, and `_birthDate` goes with `birthDate`. */
function withOnlyElements(resource: FhirResource, elements: readonly string[]): object {
  const keptNames = [
    'resourceType',
    'id',
    ...(SEARCH_DEFINITIONS[resource.resourceType]?.mandatoryElements ?? []),
    ...elements,
  ];
  const isKept = (key: string): boolean => {
    const name = key.startsWith('_') ? key.slice(1) : key;
    return keptNames.some(
      (one) =>
        name === one ||
        (name.startsWith(one) && /^[A-Z]/.test(name.slice(one.length)) && CHOICE_ELEMENTS.has(one)),
    );
  };
  const part = Object.fromEntries(Object.entries(resource).filter(([key]) => isKept(key)));
  const meta: Meta = { ...resource.meta, tag: [...(resource.meta?.tag ?? []), SUBSETTED] };
  return { ...part, meta };
}

/** FHIR writes these elements `x[x]` in the types that are served. */
const CHOICE_ELEMENTS: ReadonlySet<string> = new Set([
  'value',
  'effective',
  'medication',
  'reported',
  'deceased',
  'multipleBirth',
  'onset',
  'abatement',
  'performed',
  'occurrence',
]);
