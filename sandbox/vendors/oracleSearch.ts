import { splitAlternatives } from '../fhir/search.ts';
import { invalidError } from '../fhir/fhirError.ts';
import type { AdaptedSearch } from './vendorBehaviour.ts';

const OBSERVATION_PARAMETERS = ['patient', 'subject', '_id', 'category', 'code', 'date', '_lastUpdated'];
/** Oracle supports none of these, so that the form of a result cannot be chosen. */
const REFUSED_PARAMETERS = ['_sort', '_elements', '_include', '_summary'];
const PROVENANCE = 'Provenance:target';

export const oracleSupportsParameter = (type: string, parameter: string): boolean =>
  type !== 'Observation' || OBSERVATION_PARAMETERS.includes(parameter);

/** Refuses an unknown parameter, and dates other than one lower and one upper end. */
export function adaptOracleSearch(type: string, query: URLSearchParams): AdaptedSearch {
  const keptQuery = new URLSearchParams(query);
  if (keptQuery.get('_revinclude') === PROVENANCE) keptQuery.delete('_revinclude');
  for (const name of keptQuery.keys()) {
    const isKnown = name === '_count' || name === '_format' || oracleSupportsParameter(type, name);
    if (REFUSED_PARAMETERS.includes(name) || !isKnown)
      throw invalidError(`Unsupported query parameter: ${name}`);
  }
  if (type === 'Observation') checkDates(keptQuery);
  const codes = keptQuery.getAll('code').flatMap(splitAlternatives);
  const categories = keptQuery.getAll('category').flatMap(splitAlternatives);
  // Local codes are silently not found among vital signs.
  const findsNothing =
    codes.some((code) => code.includes('/codeSet/')) &&
    categories.some((category) => category.endsWith('vital-signs'));
  return { query: keptQuery, issues: [], findsNothing };
}

function checkDates(query: URLSearchParams): void {
  const prefixes = query.getAll('date').map((date) => /^[a-z]*/.exec(date)?.[0] ?? '');
  const unsupported = prefixes.find((prefix) => !['', 'eq', 'ge', 'gt', 'le', 'lt'].includes(prefix));
  if (unsupported !== undefined) throw invalidError(`The prefix ${unsupported} is not supported.`);
  if (prefixes.length > 0 && query.has('_lastUpdated')) {
    throw invalidError('date and _lastUpdated cannot be given together.');
  }
  if (prefixes.length > 2) throw invalidError('date may be given twice at most.');
  const [first = '', second] = prefixes;
  if (
    second !== undefined &&
    !(first.startsWith('g') && second.startsWith('l')) &&
    !(first.startsWith('l') && second.startsWith('g'))
  )
    throw invalidError('Two dates must be a lower and an upper end.');
}
