import type { TokenAccess } from '../authorization/authorizationServer.ts';
import { parseClinicalScope, type ClinicalScope } from '../authorization/scopes.ts';
import { insufficientScopeError } from './fhirError.ts';

export type Interaction = 'read' | 'search';

/**
 * Granular scopes (`patient/Observation.rs?category=…`) limit a token to these `category` values; undefined
 * allows the whole type.
 */
export type CategoryLimit = readonly string[] | undefined;

export function categoryLimit(access: TokenAccess, type: string, interaction: Interaction): CategoryLimit {
  const permission = interaction === 'read' ? 'r' : 's';
  const scopes = access.scopes
    .map(parseClinicalScope)
    .filter((scope) => scope !== undefined)
    .filter((scope) => (scope.type === '*' || scope.type === type) && scope.permissions.includes(permission));
  if (scopes.length === 0)
    throw insufficientScopeError(`No scope of this token allows to ${interaction} ${type}.`);
  if (scopes.some((scope) => scope.query === '')) return undefined;
  return scopes.flatMap(categoriesOfScope);
}

/** A granular scope with a parameter other than `category` is not understood and therefore allows nothing. */
function categoriesOfScope(scope: ClinicalScope): readonly string[] {
  const query = new URLSearchParams(scope.query);
  if ([...query.keys()].some((name) => name !== 'category') || query.size !== 1) return [];
  return (query.get('category') ?? '').split(',');
}

/** Every clinical request concerns the one patient of the launch, whatever the level of its scopes. */
export function requirePatient(access: TokenAccess, patientId: string): void {
  if (access.patient !== patientId) throw insufficientScopeError('This token is for another patient.');
}

/** Returns whether a search for these `category` values stays within the limit at all. */
export function allowsCategories(limit: CategoryLimit, requested: readonly string[]): boolean {
  if (!limit || requested.length === 0) return true;
  const codes = new Set(limit.map(withoutSystem));
  return requested.some((category) => codes.has(withoutSystem(category)));
}

const withoutSystem = (token: string): string => token.slice(token.indexOf('|') + 1);

export const isSameLimit = (a: CategoryLimit, b: CategoryLimit): boolean => a?.join(' ') === b?.join(' ');
