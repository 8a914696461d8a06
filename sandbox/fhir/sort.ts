import type { FhirResource } from 'fhir/r4';
import { invalidError } from './fhirError.ts';
import { lastUpdatedRange, SEARCH_DEFINITIONS } from './searchDefinitions.ts';

export type SortKey = {
  readonly isDescending: boolean;
  readonly valueOf: (resource: FhirResource) => string | number | undefined;
};

export function sortKeys(type: string, sort: string | undefined): readonly SortKey[] {
  return (sort?.split(',') ?? []).map((part) => {
    const isDescending = part.startsWith('-');
    const name = isDescending ? part.slice(1) : part;
    return { isDescending, valueOf: sortValue(type, name) };
  });
}

function sortValue(type: string, name: string): SortKey['valueOf'] {
  if (name === '_id') return (resource) => resource.id;
  if (name === '_lastUpdated') return (resource) => lastUpdatedRange(resource)?.startMs;
  const dates = SEARCH_DEFINITIONS[type]?.dateParameters ?? {};
  const date = Object.hasOwn(dates, name) ? dates[name] : undefined;
  if (date) return (resource) => date(resource)?.startMs;
  const tokens = SEARCH_DEFINITIONS[type]?.tokenParameters ?? {};
  const token = Object.hasOwn(tokens, name) ? tokens[name] : undefined;
  if (token) return (resource) => token(resource)[0]?.code;
  throw invalidError(`_sort does not know ${name} for ${type}.`);
}

/**
 * A resource without a value comes last in either direction, and equal values keep the order of the record.
 */
export function sortResources(
  resources: readonly FhirResource[],
  keys: readonly SortKey[],
): readonly FhirResource[] {
  if (keys.length === 0) return resources;
  const rows = resources.map((resource) => ({ resource, values: keys.map((key) => key.valueOf(resource)) }));
  rows.sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const order = compareValues(a.values[index], b.values[index], key.isDescending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return rows.map(({ resource }) => resource);
}

function compareValues(
  a: string | number | undefined,
  b: string | number | undefined,
  isDescending: boolean,
): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b === isDescending ? 1 : -1;
}
