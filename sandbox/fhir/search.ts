import type { FhirResource } from 'fhir/r4';
import { dateCondition, type DateRange } from './dateRange.ts';
import { invalid } from './fhirError.ts';
import type { Token } from './searchParameterReaders.ts';
import { lastUpdated, SEARCH_TYPES, tokenCondition } from './searchDefinitions.ts';
import type { Limit } from './scopeChecks.ts';
import { sortedBy, sortKeys, type SortKey } from './sort.ts';

type Condition = (resource: FhirResource) => boolean;

/** A search as understood. `key` names what decides the result, so results can be kept by it. */
export type Search = {
  readonly type: string;
  readonly patientIds: readonly string[];
  readonly conditions: readonly Condition[];
  readonly sort: readonly SortKey[];
  readonly count: number;
  readonly countOnly: boolean;
  readonly elements: readonly string[] | undefined;
  readonly query: string;
  readonly key: string;
};

type PageSizes = { readonly usualCount: number; readonly mostCount: number };

/** Forgives nothing: a parameter, modifier or value that is not understood refuses the search. */
export function searchOf(
  type: string,
  query: URLSearchParams,
  fhirBase: string,
  { usualCount, mostCount }: PageSizes,
): Search {
  const table = SEARCH_TYPES[type];
  if (!table) throw invalid(`No search over ${type}.`);
  const patientIds: string[] = [];
  const conditions: Condition[] = [];
  const deciding: string[] = [];
  for (const [name, value] of query) {
    if (value === '') throw invalid(`Parameter ${name} has no value.`);
    if (RESULT_PARAMETERS.includes(name)) continue;
    deciding.push(`${name}=${value}`);
    if (table.patient.includes(name)) patientIds.push(...patientsNamed(value, fhirBase));
    if (name === '_id' || !table.patient.includes(name)) conditions.push(conditionOf(type, name, value));
  }
  if (patientIds.length === 0)
    throw invalid(`A search over ${type} needs the parameter ${table.patient[0]}.`);
  const count = countOf(once(query, '_count'), usualCount);
  const sort = once(query, '_sort');
  return {
    type,
    patientIds,
    conditions,
    sort: sortKeys(type, sort),
    count: Math.min(count, mostCount),
    countOnly: isCountOnly(once(query, '_summary')) || count === 0,
    elements: once(query, '_elements')?.split(','),
    query: query.toString(),
    key: `${type}?${deciding.toSorted().join('&')}&_sort=${sort ?? ''}`,
  };
}

export function found(
  search: Search,
  resources: readonly FhirResource[],
  limit: Limit,
): readonly FhirResource[] {
  const allowed = limit && inCategories(search.type, limit);
  const matching = resources.filter(
    (resource) => search.conditions.every((holds) => holds(resource)) && (!allowed || allowed(resource)),
  );
  return sortedBy(matching, search.sort);
}

export const inCategories = (type: string, limit: readonly string[]): Condition =>
  anyToken('category', limit, type);

const RESULT_PARAMETERS = ['_sort', '_count', '_elements', '_summary', '_format'];

function once(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  if (values.length > 1) throw invalid(`Parameter ${name} may be given once.`);
  return values[0];
}

function countOf(text: string | undefined, usualCount: number): number {
  if (text === undefined) return usualCount;
  if (!/^\d{1,9}$/.test(text)) throw invalid('_count must be a whole number.');
  return Number(text);
}

function isCountOnly(summary: string | undefined): boolean {
  if (summary !== undefined && summary !== 'count' && summary !== 'false') {
    throw invalid('_summary can be count or false here.');
  }
  return summary === 'count';
}

function patientsNamed(value: string, fhirBase: string): readonly string[] {
  return alternatives(value).map((one) => {
    const id = one.startsWith(`${fhirBase}/`) ? one.slice(fhirBase.length + 1) : one;
    const bare = id.startsWith('Patient/') ? id.slice('Patient/'.length) : id;
    if (!/^[A-Za-z0-9.-]{1,64}$/.test(bare)) throw invalid('The patient must be an id or Patient/id.');
    return bare;
  });
}

function idCondition(value: string): Condition {
  const ids = new Set(alternatives(value));
  return (resource) => ids.has(resource.id ?? '');
}

function conditionOf(type: string, name: string, value: string): Condition {
  const table = SEARCH_TYPES[type];
  if (name === '_id') return idCondition(value);
  if (name.includes(':')) throw invalid(`The modifier of ${name} is not supported.`);
  const dates =
    name === '_lastUpdated' ? lastUpdated : Object.hasOwn(table?.dates ?? {}, name) && table?.dates[name];
  if (dates) return anyDate(name, alternatives(value), dates);
  if (Object.hasOwn(table?.tokens ?? {}, name)) return anyToken(name, alternatives(value), type);
  throw invalid(`The parameter ${name} is not supported for ${type}.`);
}

function anyDate(
  name: string,
  values: readonly string[],
  read: (resource: FhirResource) => DateRange | undefined,
): Condition {
  const tests = values.map((value) => dateCondition(value) ?? fail(`${name} is not a date: ${value}`));
  return (resource) => {
    const held = read(resource);
    return held !== undefined && tests.some((test) => test(held));
  };
}

function anyToken(name: string, values: readonly string[], type: string): Condition {
  const read: ((resource: FhirResource) => readonly Token[]) | undefined = SEARCH_TYPES[type]?.tokens[name];
  const tests = values.map((value) => tokenCondition(value) ?? fail(`${name} is not a code: ${value}`));
  return (resource) => (read?.(resource) ?? []).some((held) => tests.some((test) => test(held)));
}

/** A comma separates alternatives, unless a backslash stands before it. */
export const alternatives = (value: string): readonly string[] =>
  value.split(/(?<!\\),/).map((one) => one.replaceAll(/\\([\\,|$])/g, '$1'));

function fail(message: string): never {
  throw invalid(message);
}
