import { contentText } from '../../clinical/fhirElements/contentText.ts';
import { elementOf, exactText } from '../../clinical/fhirElements/fhirElement.ts';
import { fnv1aHash } from '../../clinical/fhirElements/hash.ts';
import { SECOND_MS } from '../../clinical/time/durations.ts';

/** A version tells which of two forms of a resource is newer. */
export type ResourceVersion = {
  /**
   * This is a hash of versionId when that is a number, else of versionId and lastUpdated. It tells the versions of one id
   * apart, in 32 bits because a text for each Observation would cost more than its value.
   */
  readonly key: number;
  /** This is versionId as a number; -1 when it is none. */
  readonly number: number;
  /**
   * This is lastUpdated in epoch ms; -Infinity when it is not known. Beside a number it is rounded down to a second, so that a table keeps
   * it in half the room.
   */
  readonly updatedMs: number;
};

/** Reads the version from `meta` of a resource of any shape. https://hl7.org/fhir/R4/resource.html#Meta */
export function resourceVersionOf(resource: unknown): ResourceVersion {
  const meta = elementOf(elementOf(resource)['meta']);
  const [versionId, lastUpdated] = [exactText(meta['versionId']), exactText(meta['lastUpdated'])];
  const number = /^\d+$/.test(versionId) ? Number(versionId) : -1;
  const sentMs = Date.parse(lastUpdated);
  const updatedMs = number < 0 ? sentMs : Math.floor(sentMs / SECOND_MS) * SECOND_MS;
  return {
    key: fnv1aHash(number < 0 ? `${versionId} ${lastUpdated}`.trim() : versionId),
    number,
    updatedMs: Number.isNaN(updatedMs) ? Number.NEGATIVE_INFINITY : updatedMs,
  };
}

/**
 * Returns a positive number when `a` is the newer version, a negative one when `b` is, and 0 when nothing says so. The number decides, and
 * without numbers the date. A numbered version is newer than one without a number.
 */
export const compareVersions = (a: ResourceVersion, b: ResourceVersion): number =>
  a.number - b.number || (a.number < 0 && a.updatedMs - b.updatedMs) || 0;

/**
 * Returns the content by which a resource without an id is recognized when it comes again; undefined for what counts each time: an
 * entry that is no object, and one that is nested too deep to be compared.
 */
export const unnamedContent = (resource: unknown): string | undefined =>
  typeof resource === 'object' && resource !== null ? contentText(resource) : undefined;
