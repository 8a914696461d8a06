import { SEARCH_TYPES } from '../fhir/searchDefinitions.ts';
import { invalid, Refusal } from '../fhir/fhirError.ts';
import { generic } from './generic.ts';
import { meditechRecode } from './meditechRecode.ts';
import type { Asked, Personality, SearchBundle } from './vendorBehaviour.ts';

const PAGE_SIZE = 20;
const OBSERVATION = ['patient', 'category', 'code', 'date'];

export const meditech: Personality = {
  vendor: 'meditech',
  description:
    'Synthetic patients, MEDITECH-like: Observations by patient and category, 20 to a page whatever is asked; laboratory results as text; total is the size of the page; errors are not FHIR.',
  takes,
  keepsVersions: false,
  recode: meditechRecode,
  asked,
  pages: {
    ...generic.pages,
    usualCount: PAGE_SIZE,
    mostCount: PAGE_SIZE,
    token: (query) => query.get('continue')?.replace(/^VS\./, ''),
    link: ({ search }, fhirBase, token) => `${fhirBase}/${search.type}?${search.query}&continue=VS.${token}`,
    gone: () => new Refusal(400, 'invalid', 'The continue parameter is not valid.'),
    finished: (page: SearchBundle) => ({ ...page, total: page.entry?.length ?? 0 }),
  },
  problem: ({ status, message }) => ({
    status,
    type: 'application/json',
    body: JSON.stringify({
      resource: 'v1/resource/error/_version/1/',
      detail: status === 401 ? 'Unauthorized' : message,
    }),
  }),
};

function takes(type: string, parameter: string): boolean {
  if (type === 'Observation') return OBSERVATION.includes(parameter);
  const { patient = [], tokens = {}, dates = {} } = SEARCH_TYPES[type] ?? {};
  return [...patient, ...Object.keys(tokens), ...Object.keys(dates)].includes(parameter);
}

/** Leaves out what it does not know without a word, the size of a page as well. */
function asked(type: string, query: URLSearchParams): Asked {
  const kept = new URLSearchParams([...query].filter(([name]) => takes(type, name)));
  if (type === 'Observation' && !(kept.has('patient') && kept.has('category'))) {
    throw invalid('patient and category are required.');
  }
  return { query: kept, remarks: [] };
}
