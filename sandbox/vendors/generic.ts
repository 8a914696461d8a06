import { FhirError } from '../fhir/fhirError.ts';
import type { VendorBehaviour } from './vendorBehaviour.ts';

export const FHIR_JSON = 'application/fhir+json; charset=utf-8';

/** The generic server follows FHIR as it is written, strictly. */
export const generic: VendorBehaviour = {
  vendor: 'generic',
  description: 'Synthetic patients, read only',
  supportsParameter: () => true,
  hasVersions: true,
  recode: (resource) => resource,
  adaptSearch: (_type, query) => ({ query, issues: [] }),
  paging: {
    defaultCount: 50,
    maxCount: 1000,
    sortResults: (results) => results,
    endOffset: ({ offset, search }) => offset + search.count,
    pageToken: (query) => query.get('page') ?? undefined,
    pageUrl: (_searchPage, fhirBase, pageToken) => `${fhirBase}?page=${pageToken}`,
    expiredError: () => new FhirError(410, 'expired', 'This page is no longer there. Search again.'),
    finishPage: (page) => page,
  },
  errorResponse: ({ status, outcome }) => ({ status, type: FHIR_JSON, body: JSON.stringify(outcome) }),
};
