import { EVENT_TYPES } from './eventTypes.ts';

/** Longview reads resources of these types, a Medication only by the order that names it. */
export const READ_TYPES: readonly string[] = ['Patient', 'Observation', ...EVENT_TYPES, 'Medication'];

/**
 * A clinical scope, as SMART writes it or as servers do: `api://server/patient.all.read` where a directory allows no slash and no
 * asterisk, `Observation.search` without a context.
 */
const GRANT =
  /^((?:[^?]*\/)?(?:patient|user|system)[/.])?(\*|[A-Za-z]+)\.(read|search|write|\*|(?=[cruds])c?r?u?d?s?)(\?.*)?$/;

/** Returns the types and rights of the clinical scopes in a scope string. Some servers write `.Read`. */
export const grantsIn = (scopes: string) =>
  scopes.split(/\s+/).flatMap((scope) => {
    const [, context, type = '', rights = '', query] =
      GRANT.exec(scope.replace(/\.(Read|Write|Search)$/, (word) => word.toLowerCase())) ?? [];
    // `User.Read` is a right of a cloud directory, where people sign in.
    return type === '' || (context === undefined && !READ_TYPES.includes(type))
      ? []
      : [{ type: type.replace(/^all$/, '*'), rights: rights.replace('search', 's'), query }];
  });

/**
 * Returns whether the granted scopes allow to read (`r`) or search (`s`) a resource type. Servers grant wider, narrower and
 * other forms of scopes than requested, so scopes are not compared as strings. A grant for a part of a type counts (client-rules.md
 * row 42).
 */
export const isGranted = (granted: string, resource: string, right: 'r' | 's'): boolean =>
  grantsFor(granted, resource, right).length > 0;

const grantsFor = (granted: string, resource: string, right: 'r' | 's') =>
  grantsIn(granted).filter(
    ({ type, rights }) =>
      (type === '*' || type === resource) &&
      (rights === 'read' || rights === '*' || (rights !== 'write' && rights.includes(right))),
  );

/**
 * Returns the parts of a type that a scope is limited to, each as the query of a search, such as
 * `category=http%3A%2F%2F…%7Claboratory`; undefined when the scope covers the whole type or nothing of it. Categories in one
 * scope, separated by commas, are parts of their own.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#finer-grained-resource-constraints-using-search-parameters
 */
export function grantedParts(
  scopes: string,
  resource: string,
  right: 'r' | 's',
): readonly string[] | undefined {
  const grants = grantsFor(scopes, resource, right);
  if (grants.length === 0) return undefined;
  const parts = new Set<string>();
  for (const { query } of grants) {
    if (query === undefined) return undefined;
    const parameters = new URLSearchParams(query);
    const categories = parameters.get('category');
    if (categories !== null && parameters.size === 1)
      for (const one of categories.split(',')) parts.add(`category=${encodeURIComponent(one)}`);
    else parts.add(`${parameters}`);
  }
  return [...parts];
}

/** Returns "laboratory" for the part of a type that is a category, and '' for any other part. */
export const categoryOfPart = (part: string): string =>
  part.startsWith('category=') && !part.includes('&') ? (part.slice(9).split('%7C').at(-1) ?? '') : '';

/** Returns whether one of the parts is the same. Servers leave out or add the system of a category. */
export const hasPart = (parts: readonly string[], part: string): boolean =>
  parts.some((one) => one === part || (categoryOfPart(one) || one) === categoryOfPart(part));

/**
 * Returns the parts of a type that were granted and requested, to search; undefined when all of it was. A server that grants
 * other parts than requested is searched for these.
 */
export function sharedParts(
  grantedScope: string,
  requestedScope: string,
  resource: string,
): readonly string[] | undefined {
  const granted = grantedParts(grantedScope, resource, 's');
  const requested = grantedParts(requestedScope, resource, 's');
  if (granted === undefined || requested === undefined) return granted ?? requested;
  const both = granted.filter((part) => hasPart(requested, part));
  return both.length > 0 ? both : granted;
}
