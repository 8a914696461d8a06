import { CohortError } from './cohortError.ts';
import type { ResourceLine } from './lineCheck.ts';

const LOCAL = /^Patient\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;

/**
 * Returns the id of the person whom a resource is about; undefined for one that is about no person.
 * @throws {CohortError} where it names a person of another server
 */
export function personOf(resource: ResourceLine, server: string): string | undefined {
  if (resource.resourceType === 'Patient') return resource.id;
  const reference: unknown = Object(resource['subject'] ?? resource['patient'])['reference'];
  if (typeof reference !== 'string') return undefined;
  const isOwn = reference.startsWith(`${server}/`);
  const local = LOCAL.exec(isOwn ? reference.slice(server.length + 1) : reference)?.[1];
  if (local !== undefined) return local;
  if (/^https?:/i.test(reference) && reference.includes('/Patient/'))
    throw new CohortError('a resource is about a person of another server');
  return undefined;
}
