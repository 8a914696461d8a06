import type { FhirResource } from 'fhir/r4';
import { ID } from './oddBuilders.ts';

/** What stands in a resource may be anything, since that is the point. */
type Odd = Readonly<Record<string, unknown>>;

/** The resources of one type, named by what is odd about them. */
export const oddResources = (
  resourceType: FhirResource['resourceType'],
  shared: Odd,
  parts: Readonly<Record<string, Odd>>,
): readonly FhirResource[] =>
  Object.entries(parts)
    .map(([suffix, part]): object => ({
      resourceType,
      id: `${ID}-${resourceType.toLowerCase()}-${suffix}`,
      meta: { versionId: '1', lastUpdated: '2026-11-20T12:00:00.000Z' },
      ...shared,
      ...part,
    }))
    .filter(isSent);

const isSent = (resource: object): resource is FhirResource => 'resourceType' in resource;
