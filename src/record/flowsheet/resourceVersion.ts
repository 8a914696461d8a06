import { contentText } from '../../clinical/fhirElements/contentText.ts';
import { elementOf, exactText } from '../../clinical/fhirElements/fhirElement.ts';
import { fnv1aHash } from '../../clinical/fhirElements/hash.ts';

/** A version tells which of two forms of a resource is newer. */
export type ResourceVersion = {
  /**
   * This is a hash of versionId when that is a number, else of versionId and lastUpdated. It tells the versions of one id
   * apart, in 32 bits because a text for each Observation would cost more than its value.
   */
  readonly key: number;
  /** Says whether versionId is a number. */
  readonly isNumbered: boolean;
  /** The order is versionId as a number, else lastUpdated in epoch ms, else -Infinity. */
  readonly order: number;
  /** This is lastUpdated in epoch ms; NaN when it is not known. */
  readonly updatedMs: number;
};

/** Reads the version from `meta` of a resource of any shape. https://hl7.org/fhir/R4/resource.html#Meta */
export function resourceVersionOf(resource: unknown): ResourceVersion {
  const meta = elementOf(elementOf(resource)['meta']);
  const [versionId, lastUpdated] = [exactText(meta['versionId']), exactText(meta['lastUpdated'])];
  const updatedMs = Date.parse(lastUpdated);
  if (/^\d+$/.test(versionId))
    return { key: fnv1aHash(versionId), isNumbered: true, order: Number(versionId), updatedMs };
  return {
    key: fnv1aHash(`${versionId} ${lastUpdated}`.trim()),
    isNumbered: false,
    order: Number.isNaN(updatedMs) ? Number.NEGATIVE_INFINITY : updatedMs,
    updatedMs,
  };
}

/**
 * Returns whether `a` is newer, by number or else by date. A numbered version is newer than one without a number. The order is
 * total.
 */
export function isNewer(a: ResourceVersion, b: ResourceVersion): boolean {
  if (a.isNumbered !== b.isNumbered) return a.isNumbered;
  return a.order === b.order ? a.key > b.key : a.order > b.order;
}

/**
 * Returns the content by which a resource without an id is recognized when it comes again; undefined for what counts each time: an
 * entry that is no object, and one that is nested too deep to be compared.
 */
export const unnamedContent = (resource: unknown): string | undefined =>
  typeof resource === 'object' && resource !== null ? contentText(resource) : undefined;
