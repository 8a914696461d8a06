import { SEARCH_DEFINITIONS } from '../fhir/searchDefinitions.ts';
import { invalidError, FhirError } from '../fhir/fhirError.ts';
import { generic } from './generic.ts';
import { recodeForMeditech } from './meditechRecode.ts';
import type { AdaptedSearch, VendorBehaviour, SearchBundle } from './vendorBehaviour.ts';

const PAGE_SIZE = 20;
const OBSERVATION_PARAMETERS = ['patient', 'category', 'code', 'date'];

export const meditech: VendorBehaviour = {
  vendor: 'meditech',
  description:
    'Synthetic patients, MEDITECH-like: Observations by patient and category, 20 to a page whatever is asked; laboratory results as text; total is the size of the page; errors are not FHIR.',
  supportsParameter,
  hasVersions: false,
  recode: recodeForMeditech,
  adaptSearch,
  paging: {
    ...generic.paging,
    defaultCount: PAGE_SIZE,
    maxCount: PAGE_SIZE,
    pageToken: (query) => query.get('continue')?.replace(/^VS\./, ''),
    pageUrl: ({ search }, fhirBase, pageToken) =>
      `${fhirBase}/${search.type}?${search.query}&continue=VS.${pageToken}`,
    expiredError: () => new FhirError(400, 'invalid', 'The continue parameter is not valid.'),
    finishPage: (page: SearchBundle) => ({ ...page, total: page.entry?.length ?? 0 }),
  },
  errorResponse: ({ status, message }) => ({
    status,
    type: 'application/json',
    body: JSON.stringify({
      resource: 'v1/resource/error/_version/1/',
      detail: status === 401 ? 'Unauthorized' : message,
    }),
  }),
};

function supportsParameter(type: string, parameter: string): boolean {
  if (type === 'Observation') return OBSERVATION_PARAMETERS.includes(parameter);
  const {
    patientParameters = [],
    tokenParameters = {},
    dateParameters = {},
  } = SEARCH_DEFINITIONS[type] ?? {};
  return [...patientParameters, ...Object.keys(tokenParameters), ...Object.keys(dateParameters)].includes(
    parameter,
  );
}

/** MEDITECH silently ignores parameters that it does not know, and the page size as well. */
function adaptSearch(type: string, query: URLSearchParams): AdaptedSearch {
  const keptQuery = new URLSearchParams([...query].filter(([name]) => supportsParameter(type, name)));
  if (type === 'Observation' && !(keptQuery.has('patient') && keptQuery.has('category'))) {
    throw invalidError('patient and category are required.');
  }
  return { query: keptQuery, issues: [] };
}
