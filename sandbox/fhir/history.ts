import type { Bundle, FhirResource } from 'fhir/r4';
import { FhirError } from './fhirError.ts';

/**
 * Returns all versions of one resource as a Bundle, the current one first:
 * https://hl7.org/fhir/R4/http.html#history
 */
export function historyBundle(versions: readonly FhirResource[], fhirBase: string): Bundle {
  const entry = versions.toReversed().map((resource) => {
    const address = `${resource.resourceType}/${resource.id}`;
    const { versionId, lastUpdated } = resource.meta ?? {};
    return {
      fullUrl: `${fhirBase}/${address}`,
      resource,
      request: { method: 'PUT' as const, url: address },
      response: {
        status: '200',
        ...(versionId !== undefined && { etag: `W/"${versionId}"` }),
        ...(lastUpdated !== undefined && { lastModified: lastUpdated }),
      },
    };
  });
  return { resourceType: 'Bundle', type: 'history', total: versions.length, entry };
}

export function versionById(versions: readonly FhirResource[], versionId: string): FhirResource {
  const version = versions.find(({ meta }) => meta?.versionId === versionId);
  if (!version) throw new FhirError(404, 'not-found', 'There is no such version.');
  return version;
}
