// These functions read the SMART scope grammar, v1 (`.read`) and v2 (`.rs?category=…`):
// https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html

const V1 = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(read|write|\*)$/;
const V2 = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(?=[cruds])(c?r?u?d?s?)(?:\?([^\s"\\]+))?$/;
const CONTEXT = /^(launch|launch\/[a-z]+|online_access)$/;
const V1_PERMISSIONS: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };

/** These are the scopes of OpenID Connect; all others belong to the FHIR server. */
export const IDENTITY_SCOPES: readonly string[] = ['openid', 'fhirUser', 'profile', 'offline_access'];

export type ClinicalScope = {
  readonly level: string;
  readonly type: string;
  readonly permissions: string;
  /** This is the part after `?`, which narrows the scope to matching resources. */
  readonly query: string;
};

export const splitScopes = (text: unknown): readonly string[] =>
  typeof text === 'string' ? text.split(' ').filter((word) => word !== '') : [];

export function parseClinicalScope(scope: string): ClinicalScope | undefined {
  const match = V1.exec(scope) ?? V2.exec(scope);
  if (!match) return undefined;
  const [, level = '', type = '', permissions = '', query = ''] = match;
  return { level, type, permissions: V1_PERMISSIONS[permissions] ?? permissions, query };
}

/** These are the scopes of the hub. https://build.fhir.org/ig/HL7/fhircast-docs/2-2-FhircastScopes.html */
const HUB = /^fhircast\/(\*|[A-Za-z]+(-[a-z]+)?)\.(read|write|\*)$/;

/** Returns whether a scope is about the events of the hub. */
export const isHubScope = (scope: string): boolean => HUB.test(scope);

/** Returns whether this server understands a scope beside the identity scopes. */
export const isSmartScope = (scope: string): boolean =>
  CONTEXT.test(scope) || isHubScope(scope) || parseClinicalScope(scope) !== undefined;

/** `patient/*.rs` covers `patient/Observation.rs`, which covers its granular forms. */
export function scopeCovers(requested: string, granted: string): boolean {
  if (requested === granted) return true;
  const wide = parseClinicalScope(requested);
  const narrow = parseClinicalScope(granted);
  if (!wide || !narrow || wide.level !== narrow.level) return false;
  return (
    (wide.type === '*' || wide.type === narrow.type) &&
    (wide.query === '' || wide.query === narrow.query) &&
    narrow.permissions.split('').every((permission) => wide.permissions.includes(permission))
  );
}

/**
 * Returns the configured scopes that the requested ones cover, or all requested scopes when none are
 * configured.
 */
export function grantedScopes(
  requested: readonly string[],
  configured: readonly string[] | undefined,
): readonly string[] {
  // `system/` scopes are for servers with a key of their own, never for an app in a browser.
  const known = requested.filter(
    (scope) => IDENTITY_SCOPES.includes(scope) || (isSmartScope(scope) && !scope.startsWith('system/')),
  );
  if (!configured) return [...new Set(known)];
  return [...new Set(configured)].filter((scope) => known.some((one) => scopeCovers(one, scope)));
}
