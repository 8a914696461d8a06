/** This file compares versions of resources that came one after the other. */
import { compareVersions, type ResourceVersion } from './resourceVersion.ts';

/**
 * Returns whether a resource came in an older form than the server had sent before: a copy that lags behind has answered, or the server was
 * restored. A form that was changed later is not older, whatever its number, because a server that is moved counts its versions anew.
 * https://hl7.org/fhir/R4/resource-definitions.html#Meta.lastUpdated
 */
export function isOlderThanBefore(now: ResourceVersion, before: ResourceVersion): boolean {
  const [nowMs, beforeMs] = [now.updatedMs, before.updatedMs];
  const areDated = Number.isFinite(nowMs) && Number.isFinite(beforeMs);
  return now.number >= 0 && before.number >= 0
    ? now.number < before.number && !(areDated && nowMs > beforeMs)
    : areDated && nowMs < beforeMs;
}

/**
 * Returns whether a resource that has the content of before, and a lower number, may have been counted anew. Its version is then taken over,
 * so that the next correction counts as newer, although its number is still low. An older date says that a copy lags behind.
 */
export const mayBeCountedAnew = (now: ResourceVersion, before: ResourceVersion): boolean =>
  !(now.updatedMs < before.updatedMs);

/** Returns whether `a` is newer than `b`. Where neither number nor date tells them apart, their keys do, so that there is always an order. */
export const isNewer = (a: ResourceVersion, b: ResourceVersion): boolean =>
  (compareVersions(a, b) || a.key - b.key) > 0;
