import type { TokenAccess } from '../authorization/authorizationServer.ts';
import { parseClinicalScope, type ClinicalScope } from '../authorization/scopes.ts';
import { insufficientScope } from './fhirError.ts';

export type Interaction = 'read' | 'search';

/**
 * The `category` values a token is limited to by granular scopes (`patient/Observation.rs?category=…`);
 * undefined means the whole type.
 */
export type Limit = readonly string[] | undefined;

export function limitOf(access: TokenAccess, type: string, interaction: Interaction): Limit {
  const permission = interaction === 'read' ? 'r' : 's';
  const scopes = access.scopes
    .map(parseClinicalScope)
    .filter((scope) => scope !== undefined)
    .filter((scope) => (scope.type === '*' || scope.type === type) && scope.permissions.includes(permission));
  if (scopes.length === 0)
    throw insufficientScope(`No scope of this token allows to ${interaction} ${type}.`);
  if (scopes.some((scope) => scope.query === '')) return undefined;
  return scopes.flatMap(categories);
}

/** A granular scope that says anything but `category` is not understood and therefore allows nothing. */
function categories(scope: ClinicalScope): readonly string[] {
  const query = new URLSearchParams(scope.query);
  if ([...query.keys()].some((name) => name !== 'category') || query.size !== 1) return [];
  return (query.get('category') ?? '').split(',');
}

/** Every clinical request concerns the one patient of the launch, whatever the level of its scopes. */
export function requirePatient(access: TokenAccess, patientId: string): void {
  if (access.patient !== patientId) throw insufficientScope('This token is for another patient.');
}

/** Whether a search for these `category` values stays within the limit at all. */
export function permitsCategories(limit: Limit, named: readonly string[]): boolean {
  if (!limit || named.length === 0) return true;
  const codes = new Set(limit.map(codePart));
  return named.some((category) => codes.has(codePart(category)));
}

const codePart = (token: string): string => token.slice(token.indexOf('|') + 1);

export const sameLimit = (a: Limit, b: Limit): boolean => a?.join(' ') === b?.join(' ');
