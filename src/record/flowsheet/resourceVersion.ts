import { elementOf, trimmedText } from '../../clinical/fhirElements/fhirElement.ts';
import { hashOf } from '../../clinical/fhirElements/hash.ts';

/** Which of two forms of one resource is the newer. */
export type ResourceVersion = {
  /**
   * Tells versions of one id apart: of versionId, or lastUpdated where there is none; of both where versionId is no number.
   * 32 bits, since a text for each Observation would cost more than its value.
   */
  readonly key: number;
  readonly isNumbered: boolean;
  /** The versionId as a number, or lastUpdated in epoch ms, -Infinity when there is none. */
  readonly order: number;
};

/** Reads `meta` of a resource of any shape. */
export function resourceVersionOf(resource: unknown): ResourceVersion {
  const meta = elementOf(elementOf(resource)['meta']);
  const [versionId, lastUpdated] = [trimmedText(meta['versionId']), trimmedText(meta['lastUpdated'])];
  if (/^\d+$/.test(versionId)) return { key: hashOf(versionId), isNumbered: true, order: Number(versionId) };
  const updatedMs = Date.parse(lastUpdated);
  return {
    key: hashOf(`${versionId} ${lastUpdated}`.trim()),
    isNumbered: false,
    order: Number.isNaN(updatedMs) ? Number.NEGATIVE_INFINITY : updatedMs,
  };
}

/** By number where both have one, else by date; a numbered version is newer than one without a number. A total order. */
export function isNewer(a: ResourceVersion, b: ResourceVersion): boolean {
  if (a.isNumbered !== b.isNumbered) return a.isNumbered;
  return a.order === b.order ? a.key > b.key : a.order > b.order;
}
