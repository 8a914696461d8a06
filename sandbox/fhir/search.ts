import type { FhirResource } from 'fhir/r4';
import { DATE_PREFIXES, dateCondition, type DateRange } from './dateRange.ts';
import { invalidError } from './fhirError.ts';
import type { SearchToken } from './searchParameterReaders.ts';
import { lastUpdatedRange, SEARCH_DEFINITIONS, tokenCondition } from './searchDefinitions.ts';
import type { CategoryLimit } from './scopeChecks.ts';
import { sortResources, sortKeys, type SortKey } from './sort.ts';

type Condition = (resource: FhirResource) => boolean;

/**
 * This is a search that was understood. Results are kept by `key`, which names everything that decides them.
 */
export type Search = {
  readonly type: string;
  readonly patientIds: readonly string[];
  readonly conditions: readonly Condition[];
  readonly sort: readonly SortKey[];
  readonly count: number;
  readonly isCountOnly: boolean;
  readonly elements: readonly string[] | undefined;
  readonly query: string;
  readonly key: string;
};

type PageSizes = { readonly defaultCount: number; readonly maxCount: number };

/** Reads the query strictly: a parameter, modifier or value that is not understood refuses the search. */
export function parseSearch(
  type: string,
  query: URLSearchParams,
  fhirBase: string,
  { defaultCount, maxCount }: PageSizes,
): Search {
  const definition = SEARCH_DEFINITIONS[type];
  if (!definition) throw invalidError(`No search over ${type}.`);
  const patientIds: string[] = [];
  const conditions: Condition[] = [];
  const filters: string[] = [];
  for (const [name, value] of query) {
    if (value === '') throw invalidError(`Parameter ${name} has no value.`);
    if (RESULT_PARAMETERS.includes(name)) continue;
    filters.push(`${name}=${value}`);
    if (definition.patientParameters.includes(name)) patientIds.push(...parsePatientIds(value, fhirBase));
    if (name === '_id' || !definition.patientParameters.includes(name))
      conditions.push(parameterCondition(type, name, value));
  }
  if (patientIds.length === 0)
    throw invalidError(`A search over ${type} needs the parameter ${definition.patientParameters[0]}.`);
  const count = parseCount(singleValue(query, '_count'), defaultCount);
  const sort = singleValue(query, '_sort');
  return {
    type,
    patientIds,
    conditions,
    sort: sortKeys(type, sort),
    count: Math.min(count, maxCount),
    isCountOnly: parseSummary(singleValue(query, '_summary')) || count === 0,
    elements: singleValue(query, '_elements')?.split(','),
    query: query.toString(),
    key: `${type}?${filters.toSorted().join('&')}&_sort=${sort ?? ''}`,
  };
}

export function findMatches(
  search: Search,
  resources: readonly FhirResource[],
  limit: CategoryLimit,
): readonly FhirResource[] {
  const allowed = limit && isInCategories(search.type, limit);
  const matching = resources.filter(
    (resource) =>
      search.conditions.every((condition) => condition(resource)) && (!allowed || allowed(resource)),
  );
  return sortResources(matching, search.sort);
}

export const isInCategories = (type: string, limit: readonly string[]): Condition =>
  tokenParameterCondition('category', limit, type);

const RESULT_PARAMETERS = ['_sort', '_count', '_elements', '_summary', '_format'];

function singleValue(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  if (values.length > 1) throw invalidError(`Parameter ${name} may be given once.`);
  return values[0];
}

function parseCount(text: string | undefined, defaultCount: number): number {
  if (text === undefined) return defaultCount;
  if (!/^\d{1,9}$/.test(text)) throw invalidError('_count must be a whole number.');
  return Number(text);
}

function parseSummary(summary: string | undefined): boolean {
  if (summary !== undefined && summary !== 'count' && summary !== 'false') {
    throw invalidError('_summary can be count or false here.');
  }
  return summary === 'count';
}

function parsePatientIds(value: string, fhirBase: string): readonly string[] {
  return splitAlternatives(value).map((one) => {
    const id = one.startsWith(`${fhirBase}/`) ? one.slice(fhirBase.length + 1) : one;
    const patientId = id.startsWith('Patient/') ? id.slice('Patient/'.length) : id;
    if (!/^[A-Za-z0-9.-]{1,64}$/.test(patientId))
      throw invalidError('The patient must be an id or Patient/id.');
    return patientId;
  });
}

function idCondition(value: string): Condition {
  const ids = new Set(splitAlternatives(value));
  return (resource) => ids.has(resource.id ?? '');
}

function parameterCondition(type: string, name: string, value: string): Condition {
  const definition = SEARCH_DEFINITIONS[type];
  if (name === '_id') return idCondition(value);
  if (name.includes(':')) throw invalidError(`The modifier of ${name} is not supported.`);
  const readDates =
    name === '_lastUpdated'
      ? lastUpdatedRange
      : Object.hasOwn(definition?.dateParameters ?? {}, name) && definition?.dateParameters[name];
  if (readDates) return dateParameterCondition(name, splitAlternatives(value), readDates);
  if (Object.hasOwn(definition?.tokenParameters ?? {}, name))
    return tokenParameterCondition(name, splitAlternatives(value), type);
  throw invalidError(`The parameter ${name} is not supported for ${type}.`);
}

function dateParameterCondition(
  name: string,
  values: readonly string[],
  read: (resource: FhirResource) => DateRange | undefined,
): Condition {
  const tests = values.map(
    (value) =>
      dateCondition(value) ??
      throwInvalid(`${name} is not a date, or has a prefix other than ${DATE_PREFIXES.join(', ')}: ${value}`),
  );
  return (resource) => {
    const range = read(resource);
    return range !== undefined && tests.some((test) => test(range));
  };
}

function tokenParameterCondition(name: string, values: readonly string[], type: string): Condition {
  const read: ((resource: FhirResource) => readonly SearchToken[]) | undefined =
    SEARCH_DEFINITIONS[type]?.tokenParameters[name];
  const tests = values.map(
    (value) => tokenCondition(value) ?? throwInvalid(`${name} is not a code: ${value}`),
  );
  return (resource) => (read?.(resource) ?? []).some((token) => tests.some((test) => test(token)));
}

/** A comma separates alternatives, unless a backslash stands before it. */
export const splitAlternatives = (value: string): readonly string[] =>
  value.split(/(?<!\\),/).map((one) => one.replaceAll(/\\([\\,|$])/g, '$1'));

function throwInvalid(message: string): never {
  throw invalidError(message);
}
