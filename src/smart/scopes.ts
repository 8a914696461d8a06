import type { Discovery } from './discovery.ts';
import type { Site } from './site.ts';

export type LaunchKind = 'ehr' | 'standalone';

/**
 * The scopes to ask for: least privilege, one form only, `launch` in EHR launches and `launch/patient` in standalone
 * ones, never both. https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html
 */
export function scopesFor(
  site: Site,
  kind: LaunchKind,
  { capabilities, scopesSupported }: Pick<Discovery, 'capabilities' | 'scopesSupported'>,
): string {
  const context = kind === 'ehr' ? 'launch' : 'launch/patient';
  if (typeof site.scopes !== 'string') {
    return [
      context,
      ...site.scopes.filter((scope) => scope !== 'launch' && !scope.startsWith('launch/')),
    ].join(' ');
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
    scope('Observation', 'rs'),
    ...site.resources.map((resource) => scope(resource, 'rs')),
  ].join(' ');
}

const GRANT = /^(patient|user|system)\/(\*|[A-Za-z]+)\.(read|write|\*|(?=[cruds])c?r?u?d?s?)(\?.*)?$/;

/**
 * Whether a resource type may be read (`r`) or searched (`s`) under the scopes granted. Servers grant wider, narrower and
 * differently spelled scopes than asked, so nothing is compared as a string. A grant for part of a type counts.
 */
export function isGranted(granted: string, resource: string, right: 'r' | 's'): boolean {
  return granted.split(/\s+/).some((scope) => {
    const [, , type, rights = ''] =
      GRANT.exec(scope.replace(/\.(Read|Write)$/, (word) => word.toLowerCase())) ?? [];
    if (type !== '*' && type !== resource) return false;
    return rights === 'read' || rights === '*' || (rights !== 'write' && rights.includes(right));
  });
}
