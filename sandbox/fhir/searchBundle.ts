import type { FhirResource, Meta } from 'fhir/r4';
import type { Pages, SearchBundle } from '../vendors/vendorBehaviour.ts';
import type { Paging, Place } from './searchPages.ts';
import { SEARCH_TYPES } from './searchDefinitions.ts';

const SUBSETTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' };
type BundleContext = { readonly paging: Paging; readonly pages: Pages; readonly fhirBase: string };

export function bundleOf(place: Place, { paging, pages, fhirBase }: BundleContext): SearchBundle {
  const { search, results, offset } = place;
  const total = results.length;
  const self = { relation: 'self', url: `${fhirBase}/${search.type}?${search.query}` };
  if (search.countOnly) return { resourceType: 'Bundle', type: 'searchset', total, link: [self] };
  const nextOffset = pages.end(place);
  const entries = results.slice(offset, nextOffset).map((resource) => ({
    fullUrl: `${fhirBase}/${resource.resourceType}/${resource.id}`,
    resource: search.elements ? withElements(resource, search.elements) : resource,
    search: { mode: 'match' as const },
  }));
  const link = [self];
  if (nextOffset < total) {
    const next = { ...place, remarks: [], offset: nextOffset, number: place.number + 1 };
    link.push({ relation: 'next', url: pages.link(next, fhirBase, paging.add(next)) });
  }
  // FHIR JSON has no empty arrays: nothing found is a Bundle without `entry`.
  const page: SearchBundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    total,
    link,
    ...(entries.length > 0 && { entry: entries }),
  };
  return pages.finished(page, place);
}

/** `value` keeps `valueQuantity` too, and `_birthDate` goes with `birthDate`. */
function withElements(resource: FhirResource, elements: readonly string[]): object {
  const kept = ['resourceType', 'id', ...(SEARCH_TYPES[resource.resourceType]?.mandatory ?? []), ...elements];
  const keeps = (key: string): boolean => {
    const name = key.startsWith('_') ? key.slice(1) : key;
    return kept.some(
      (one) =>
        name === one || (name.startsWith(one) && /^[A-Z]/.test(name.slice(one.length)) && CHOICES.has(one)),
    );
  };
  const part = Object.fromEntries(Object.entries(resource).filter(([key]) => keeps(key)));
  const meta: Meta = { ...resource.meta, tag: [...(resource.meta?.tag ?? []), SUBSETTED] };
  return { ...part, meta };
}

/** The elements written `x[x]` in the types that are served. */
const CHOICES: ReadonlySet<string> = new Set([
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
