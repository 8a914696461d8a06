import type { FhirFault } from '../faults/faults.ts';
import type { SearchBundle, SearchEntry } from './bundle.ts';

const STRANGER = 'somebody-else';

/** Where a page is in the server: its own address, and what a relative address can be written with. */
type Standing = { readonly address: string; readonly type: string; readonly fhirBase: string };

/** A page of a search with a bad `next` link, or with a resource that was not asked for. */
export function faultyPage(
  page: SearchBundle,
  fault: FhirFault | undefined,
  standing: Standing,
): SearchBundle {
  const [first, ...others] = page.entry ?? [];
  if (!fault || !first) return page;
  return {
    ...page,
    link: withNext(page.link ?? [], fault.next, standing),
    entry: fault.stranger ? [strangers(first), ...others] : [first, ...others],
  };
}

type Link = NonNullable<SearchBundle['link']>[number];

function withNext(links: Link[], next: FhirFault['next'], { address, type, fhirBase }: Standing): Link[] {
  const given = links.find(({ relation }) => relation === 'next');
  if (next === undefined || (next === 'relative' && !given)) return links;
  const url = {
    foreign: 'https://trap.example/fhir/r4?page=2',
    relative: relative(given?.url ?? '', fhirBase, type),
    loop: address,
    missingPage: `${fhirBase}?page=never-handed-out`,
  }[next];
  return [...links.filter((link) => link !== given), { relation: 'next', url }];
}

/** `Observation?page=…`: right from the FHIR base with a slash after it, and from the address of any search. */
const relative = (url: string, fhirBase: string, type: string): string => type + url.slice(fhirBase.length);

/** Another patient’s copy: the id of a Patient, the subject of anything else. */
function strangers(entry: SearchEntry): SearchEntry {
  const { resource } = entry;
  const isPatient = 'resourceType' in resource && resource.resourceType === 'Patient';
  const whose = isPatient ? { id: STRANGER } : { subject: { reference: `Patient/${STRANGER}` } };
  return { ...entry, resource: { ...resource, ...whose } };
}
