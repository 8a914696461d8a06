// The tests of the stories share these helpers.
import type { FhirResource } from 'fhir/r4';

export const resourcesOfType = <T extends FhirResource['resourceType']>(
  resources: readonly FhirResource[],
  type: T,
): readonly Extract<FhirResource, { readonly resourceType: T }>[] =>
  resources.filter(
    (resource): resource is Extract<FhirResource, { readonly resourceType: T }> =>
      resource.resourceType === type,
  );

export const decodedText = (data: string | undefined): string =>
  Buffer.from(data ?? '', 'base64').toString('utf8');
