import type { OperationOutcomeIssue } from 'fhir/r4';
import { splitAlternatives } from '../fhir/search.ts';
import { SEARCH_DEFINITIONS } from '../fhir/searchDefinitions.ts';
import { EpicError, epicIssue } from './epicError.ts';
import type { AdaptedSearch } from './vendorBehaviour.ts';

const OBSERVATION_PARAMETERS = ['patient', 'subject', 'category', 'code', 'date', '_id'];
const RESULT_PARAMETERS = ['_count', '_summary', '_format'];
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

export const epicSupportsParameter = (type: string, parameter: string): boolean =>
  type === 'Observation' ? OBSERVATION_PARAMETERS.includes(parameter) : parameter !== '_lastUpdated';

/**
 * Epic requires the patient and a category or code for Observations. It ignores an unknown parameter and
 * mentions that in the answer.
 */
export function adaptEpicSearch(type: string, query: URLSearchParams): AdaptedSearch {
  const keptQuery = new URLSearchParams([...query].filter(([name]) => isKnown(type, name)));
  // Epic does not mention ignored parameters of other types.
  if (type !== 'Observation') return { query: keptQuery, issues: [] };
  const issues = [...new Set(query.keys())]
    .filter((name) => !keptQuery.has(name) && name !== '_sort')
    .map(ignoredParameter);
  if (!keptQuery.has('patient') && !keptQuery.has('subject'))
    throw new EpicError(issuesOrInformation(issues), missingParameter('patient'));
  if (!keptQuery.has('category') && !keptQuery.has('code')) {
    throw new EpicError(issuesOrInformation(issues), missingParameter('category or code'));
  }
  for (const value of keptQuery.getAll('category').flatMap(splitAlternatives)) {
    if (CATEGORIES.includes(value.slice(value.indexOf('|') + 1))) continue;
    const fatal = epicIssue('fatal', 'value', '59111', `Invalid category: ${value}`);
    throw new EpicError(issuesOrInformation(issues), fatal);
  }
  return { query: keptQuery, issues };
}

function isKnown(type: string, name: string): boolean {
  if (RESULT_PARAMETERS.includes(name)) return true;
  if (type === 'Observation') return OBSERVATION_PARAMETERS.includes(name);
  const {
    patientParameters = [],
    tokenParameters = {},
    dateParameters = {},
  } = SEARCH_DEFINITIONS[type] ?? {};
  return [
    ...patientParameters,
    '_id',
    ...Object.keys(tokenParameters),
    ...Object.keys(dateParameters),
  ].includes(name);
}

const ignoredParameter = (name: string): OperationOutcomeIssue =>
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

/** An error never has one issue alone. */
const issuesOrInformation = (issues: readonly OperationOutcomeIssue[]): readonly OperationOutcomeIssue[] =>
  issues.length > 0
    ? issues
    : [{ severity: 'information', code: 'informational', diagnostics: 'The parameters have been read.' }];

const missingParameter = (what: string): OperationOutcomeIssue =>
  epicIssue('fatal', 'required', '59108', what);
