import type { OperationOutcomeIssue } from 'fhir/r4';
import { alternatives } from '../fhir/search.ts';
import { SEARCH_TYPES } from '../fhir/searchDefinitions.ts';
import { EpicRefusal, epicIssue } from './epicError.ts';
import type { Asked } from './vendorBehaviour.ts';

const OBSERVATION = ['patient', 'subject', 'category', 'code', 'date', '_id'];
const RESULT = ['_count', '_summary', '_format'];
const CATEGORIES = [
  'laboratory',
  'Lab',
  'vital-signs',
  'social-history',
  'survey',
  'sdoh',
  'core-characteristics',
  'functional-mental-status',
  'genomics',
  'labor-delivery',
  'lda',
  'newborn-delivery',
  'obstetrics-gynecology',
  'smartdata',
];

export const epicTakes = (type: string, parameter: string): boolean =>
  type === 'Observation' ? OBSERVATION.includes(parameter) : parameter !== '_lastUpdated';

/** Observations want the patient and a category or code; what is not known is left out of the search and mentioned. */
export function epicAsked(type: string, query: URLSearchParams): Asked {
  const kept = new URLSearchParams([...query].filter(([name]) => isKnown(type, name)));
  if (type !== 'Observation') return { query: kept, remarks: [] }; // silent about it there
  const remarks = [...new Set(query.keys())]
    .filter((name) => !kept.has(name) && name !== '_sort')
    .map(ignored);
  if (!kept.has('patient') && !kept.has('subject')) throw new EpicRefusal(orMild(remarks), needed('patient'));
  if (!kept.has('category') && !kept.has('code')) {
    throw new EpicRefusal(orMild(remarks), needed('category or code'));
  }
  for (const value of kept.getAll('category').flatMap(alternatives)) {
    if (CATEGORIES.includes(value.slice(value.indexOf('|') + 1))) continue;
    const fatal = epicIssue('fatal', 'value', '59111', `Invalid category: ${value}`);
    throw new EpicRefusal(orMild(remarks), fatal);
  }
  return { query: kept, remarks };
}

function isKnown(type: string, name: string): boolean {
  if (RESULT.includes(name)) return true;
  if (type === 'Observation') return OBSERVATION.includes(name);
  const { patient = [], tokens = {}, dates = {} } = SEARCH_TYPES[type] ?? {};
  return [...patient, '_id', ...Object.keys(tokens), ...Object.keys(dates)].includes(name);
}

const ignored = (name: string): OperationOutcomeIssue =>
  name.startsWith('_')
    ? epicIssue(
        'information',
        'not-supported',
        '4122',
        `Parameter ${name} is not supported here. It has been ignored.`,
      )
    : epicIssue(
        'information',
        'invalid',
        '59100',
        `Unknown parameter: ${name.toUpperCase()}. Parameter has been ignored.`,
      );

/** A refusal never has one issue alone. */
const orMild = (remarks: readonly OperationOutcomeIssue[]): readonly OperationOutcomeIssue[] =>
  remarks.length > 0
    ? remarks
    : [{ severity: 'information', code: 'informational', diagnostics: 'The parameters have been read.' }];

const needed = (what: string): OperationOutcomeIssue => epicIssue('fatal', 'required', '59108', what);
