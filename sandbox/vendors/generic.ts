import { Refusal } from '../fhir/fhirError.ts';
import type { Personality } from './vendorBehaviour.ts';

export const FHIR_JSON = 'application/fhir+json; charset=utf-8';

/** FHIR as it is written, and strict about it. */
export const generic: Personality = {
  vendor: 'generic',
  description: 'Synthetic patients, read only',
  takes: () => true,
  keepsVersions: true,
  recode: (resource) => resource,
  asked: (_type, query) => ({ query, remarks: [] }),
  pages: {
    usualCount: 50,
    mostCount: 1000,
    ordered: (results) => results,
    end: ({ offset, search }) => offset + search.count,
    token: (query) => query.get('page') ?? undefined,
    link: (_place, fhirBase, token) => `${fhirBase}?page=${token}`,
    gone: () => new Refusal(410, 'expired', 'This page is no longer there. Search again.'),
    finished: (page) => page,
  },
  problem: ({ status, outcome }) => ({ status, type: FHIR_JSON, body: JSON.stringify(outcome) }),
};
