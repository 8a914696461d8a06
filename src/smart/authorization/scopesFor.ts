import type { Discovery } from '../discovery/discovery.ts';
import type { Site, LaunchKind } from '../site/site.ts';

/** A server that does not know this scope may refuse the launch, so only those that name it are asked. */
const SIGN_OUT_SCOPE = 'fhircast/UserLogout.read';

/**
 * These let the hub say which patient the EHR shows, and the app say that it does not follow.
 * https://build.fhir.org/ig/HL7/fhircast-docs/2-2-FhircastScopes.html
 */
const HUB_SCOPES = [
  'fhircast/Patient-open.read',
  'fhircast/Patient-close.read',
  'fhircast/Encounter-open.read',
  'fhircast/SyncError.write',
  SIGN_OUT_SCOPE,
];

/** These ask who signs in. https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#scopes-for-requesting-identity-data */
export const IDENTITY_SCOPES = ['openid', 'fhirUser'];

const refreshScopes = ({ refresh }: Site): readonly string[] =>
  refresh === 'none' ? [] : [`${refresh}_access`];

/**
 * Returns the scopes to request: the fewest that are needed (client-rules.md row 18), in the v1 or the v2 form, with `launch` for
 * an EHR launch and `launch/patient` for a standalone launch (client-rules.md row 17).
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html
 */
export function scopesFor(
  site: Site,
  kind: LaunchKind,
  { capabilities, scopesSupported }: Pick<Discovery, 'capabilities' | 'scopesSupported'>,
): string {
  const context = kind === 'ehr' ? 'launch' : 'launch/patient';
  const asksWho = site.identity || (kind === 'standalone' && asksForUser(site, scopesSupported));
  const more = [...(asksWho ? IDENTITY_SCOPES : []), ...refreshScopes(site)];
  if (typeof site.scopes !== 'string') {
    const own = site.scopes.filter((scope) => scope !== 'launch' && !scope.startsWith('launch/'));
    return [...new Set([context, ...own, ...more])].join(' ');
  }
  const announced =
    capabilities.includes('permission-v2') ||
    (!capabilities.includes('permission-v1') && scopesSupported.some((scope) => /\.[cu]?rs?$/.test(scope)));
  const v2 = site.scopes === 'v2' || (site.scopes === 'auto' && announced);
  const scope = (resource: string, v2Rights: string): string =>
    `patient/${resource}.${v2 ? v2Rights : 'read'}`;
  return [
    context,
    scope('Patient', 'r'),
    ...['Observation', ...site.resources].map((resource) => scope(resource, 'rs')),
    ...more,
    // Who signs in alone is in no chart of an EHR.
    ...(site.fhircast && kind === 'ehr' ? HUB_SCOPES : []).filter(
      (one) => one !== SIGN_OUT_SCOPE || scopesSupported.includes(one),
    ),
  ].join(' ');
}

/**
 * Returns whether a sign-in without a chart asks who signs in, since the screens depend on it: a patient, a proxy or a
 * clinician. It asks only where the server says that it can answer, and where the site file leaves it open.
 */
const asksForUser = ({ audience, scopes }: Site, supported: readonly string[]): boolean =>
  (audience === undefined || audience === 'ask') &&
  typeof scopes === 'string' &&
  IDENTITY_SCOPES.every((scope) => supported.includes(scope));
