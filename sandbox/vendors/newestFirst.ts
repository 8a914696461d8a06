import type { FhirResource } from 'fhir/r4';
import { SEARCH_DEFINITIONS } from '../fhir/searchDefinitions.ts';

/** Sorts newest first by the first date that the type is searched by; resources without a date come last. */
export function newestFirst(resources: readonly FhirResource[]): readonly FhirResource[] {
  const times = new Map(resources.map((resource) => [resource, startMs(resource)]));
  const timeOf = (resource: FhirResource): number => times.get(resource) ?? -Infinity;
  return resources.toSorted((a, b) => timeOf(b) - timeOf(a) || 0);
}

function startMs(resource: FhirResource): number {
  const [read] = Object.values(SEARCH_DEFINITIONS[resource.resourceType]?.dateParameters ?? {});
  return read?.(resource)?.startMs ?? -Infinity;
}
