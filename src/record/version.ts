import { elementOf, textOf } from '../clinical/element.ts';

/** Which of two forms of one resource is the newer. */
export type Version = {
  /** Tells versions of one id apart: versionId, or lastUpdated where there is none; both where versionId is no number. */
  readonly key: string;
  /** The versionId as a number, NaN when it is none. */
  readonly number: number;
  /** lastUpdated in epoch ms, NaN when there is none. */
  readonly updatedMs: number;
};

/** Reads `meta` of a resource of any shape. */
export function versionOf(resource: unknown): Version {
  const meta = elementOf(elementOf(resource)['meta']);
  const [versionId, lastUpdated] = [textOf(meta['versionId']), textOf(meta['lastUpdated'])];
  if (/^\d+$/.test(versionId)) return { key: versionId, number: Number(versionId), updatedMs: Number.NaN };
  return {
    key: `${versionId} ${lastUpdated}`.trim(),
    number: Number.NaN,
    updatedMs: Date.parse(lastUpdated),
  };
}

/** By number where both have one, else by date; a numbered version is newer than one without a number. A total order. */
export function isNewer(a: Version, b: Version): boolean {
  const [aNumber, bNumber] = [orLeast(a.number), orLeast(b.number)];
  if (aNumber !== bNumber) return aNumber > bNumber;
  const [aMs, bMs] = [orLeast(a.updatedMs), orLeast(b.updatedMs)];
  return aMs === bMs ? a.key > b.key : aMs > bMs;
}

const orLeast = (value: number): number => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);
