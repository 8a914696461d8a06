import { alternatives } from '../fhir/search.ts';
import { invalid } from '../fhir/fhirError.ts';
import type { Asked } from './vendorBehaviour.ts';

const OBSERVATION = ['patient', 'subject', '_id', 'category', 'code', 'date', '_lastUpdated'];
/** Nothing else about the form of a result can be asked for. */
const REFUSED = ['_sort', '_elements', '_include', '_summary'];
const PROVENANCE = 'Provenance:target';

export const oracleTakes = (type: string, parameter: string): boolean =>
  type !== 'Observation' || OBSERVATION.includes(parameter);

/** Refuses what it does not know, and a date that is more than one lower and one upper end. */
export function oracleAsked(type: string, query: URLSearchParams): Asked {
  const kept = new URLSearchParams(query);
  if (kept.get('_revinclude') === PROVENANCE) kept.delete('_revinclude');
  for (const name of kept.keys()) {
    const isKnown = name === '_count' || name === '_format' || oracleTakes(type, name);
    if (REFUSED.includes(name) || !isKnown) throw invalid(`Unsupported query parameter: ${name}`);
  }
  if (type === 'Observation') checkDates(kept);
  const codes = kept.getAll('code').flatMap(alternatives);
  const categories = kept.getAll('category').flatMap(alternatives);
  // Its own codes are not looked for among vital signs, and nobody is told.
  const findsNothing =
    codes.some((code) => code.includes('/codeSet/')) &&
    categories.some((category) => category.endsWith('vital-signs'));
  return { query: kept, remarks: [], findsNothing };
}

function checkDates(query: URLSearchParams): void {
  const prefixes = query.getAll('date').map((date) => /^[a-z]*/.exec(date)?.[0] ?? '');
  const stranger = prefixes.find((prefix) => !['', 'eq', 'ge', 'gt', 'le', 'lt'].includes(prefix));
  if (stranger !== undefined) throw invalid(`The prefix ${stranger} is not supported.`);
  if (prefixes.length > 0 && query.has('_lastUpdated')) {
    throw invalid('date and _lastUpdated cannot be given together.');
  }
  if (prefixes.length > 2) throw invalid('date may be given twice at most.');
  const [first = '', second] = prefixes;
  if (
    second !== undefined &&
    !(first.startsWith('g') && second.startsWith('l')) &&
    !(first.startsWith('l') && second.startsWith('g'))
  )
    throw invalid('Two dates must be a lower and an upper end.');
}
