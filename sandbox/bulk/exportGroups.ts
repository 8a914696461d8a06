// This file knows the Groups whose people are exported, and the scopes that a token needs for that.
import type { FhirResource } from 'fhir/r4';
import { scopeCovers } from '../authorization/scopes.ts';
import { FhirError, insufficientScopeError } from '../fhir/fhirError.ts';
import type { RecordStore } from '../fhir/records.ts';
import type { HttpResponse } from '../http.ts';
import { FHIR_JSON } from '../vendors/generic.ts';
import type { BackendAccess } from './backendClients.ts';
import type { ExportedPeople } from './exportFiles.ts';
import { personResources, populationIds, type Population } from './population.ts';

const GROUPS = { invented: 'The invented people', population: 'People made by a seed' } as const;
type GroupId = keyof typeof GROUPS;

const isGroup = (id: string): id is GroupId => Object.hasOwn(GROUPS, id);

/** The people of all Groups come from here. */
export type PeopleSource = {
  readonly fhirBase: string;
  readonly records: RecordStore;
  readonly population: Population;
};

/** Returns the people of a Group, or all. An id that both have is that of an invented person. */
export function groupPeople(
  group: string | undefined,
  { records, population, fhirBase }: PeopleSource,
): ExportedPeople {
  if (group !== undefined && !isGroup(group))
    throw new FhirError(404, 'not-found', 'There is no such Group.');
  const invented = group === 'population' ? [] : records.listed.map(({ story }) => story.id);
  const seeded = group === 'invented' ? [] : populationIds(population);
  const resourcesOf = (id: string): readonly FhirResource[] =>
    invented.includes(id)
      ? (records.record(id)?.story.resources(fhirBase) ?? [])
      : personResources(population, id);
  return { ids: [...invented, ...seeded], resourcesOf };
}

/** Returns one Group, or a Bundle of all. */
export function readGroups(
  { scopes }: BackendAccess,
  id: string | undefined,
  source: PeopleSource,
): HttpResponse {
  if (!scopes.some((scope) => scopeCovers(scope, 'system/Group.r')))
    throw insufficientScopeError('No scope of this token allows to read Groups.');
  const groups = Object.entries(GROUPS).map(([key, name]) => ({
    resourceType: 'Group',
    id: key,
    type: 'person',
    actual: true,
    name,
    quantity: groupPeople(key, source).ids.length,
  }));
  const body =
    id === undefined
      ? {
          resourceType: 'Bundle',
          type: 'searchset',
          total: groups.length,
          entry: groups.map((resource) => ({ resource })),
        }
      : groups.find((group) => group.id === id);
  if (!body) throw new FhirError(404, 'not-found', 'There is no such Group.');
  return { status: 200, type: FHIR_JSON, body: JSON.stringify(body) };
}

/** Every type that is exported needs a scope, and an export without types needs one for all. */
export function requireScopes(
  { scopes }: BackendAccess,
  types: readonly string[] | undefined,
  needsGroup: boolean,
): void {
  const needed = (types ?? ['*']).map((type) => `system/${type}.rs`);
  const missing = [...needed, ...(needsGroup ? ['system/Group.r'] : [])].find(
    (scope) => !scopes.some((granted) => scopeCovers(granted, scope)),
  );
  if (missing !== undefined) throw insufficientScopeError(`This token lacks ${missing}.`);
}
