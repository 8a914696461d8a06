import { elementOf, textOf } from '../clinical/element.ts';

/** Which of two forms of one resource is the newer. */
export type Version = {
  /** Tells versions of one id apart: versionId, or lastUpdated where there is none; both where versionId is no number. */
  readonly key: string;
  /** The versionId as a number, -1 when it is none. */
  readonly number: number;
  /** lastUpdated in epoch ms, -Infinity when there is none. */
  readonly updatedMs: number;
};

const LEAST = Number.NEGATIVE_INFINITY;

/** Reads `meta` of a resource of any shape. */
export function versionOf(resource: unknown): Version {
  const meta = elementOf(elementOf(resource)['meta']);
  const [versionId, lastUpdated] = [textOf(meta['versionId']), textOf(meta['lastUpdated'])];
  if (/^\d+$/.test(versionId)) return { key: versionId, number: Number(versionId), updatedMs: LEAST };
  const updatedMs = Date.parse(lastUpdated);
  return {
    key: `${versionId} ${lastUpdated}`.trim(),
    number: -1,
    updatedMs: Number.isNaN(updatedMs) ? LEAST : updatedMs,
  };
}

/** By number where both have one, else by date; a numbered version is newer than one without a number. A total order. */
export function isNewer(a: Version, b: Version): boolean {
  if (a.number !== b.number) return a.number > b.number;
  return a.updatedMs === b.updatedMs ? a.key > b.key : a.updatedMs > b.updatedMs;
}
