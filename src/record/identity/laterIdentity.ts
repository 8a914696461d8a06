/** This file compares what the server says of the patient with what it said before. It is loaded when the Patient is read again. */
import { changedFacts } from '../../clinical/patient/changedFacts.ts';
import { isOlderThanBefore, mayBeCountedAnew } from '../flowsheet/laterReading.ts';
import { isLaunchError } from '../../smart/errors/LaunchError.ts';
import type { ReadIdentity, ReadIdentityNow } from './readIdentity.ts';

/** Reads the Patient again. Throws E11, E12, E13 and E17. When the read fails otherwise, what was known before stays, marked as such. */
export async function readAgain(
  before: ReadIdentity,
  readNow: ReadIdentityNow,
  signal: AbortSignal,
): Promise<ReadIdentity> {
  try {
    return laterIdentity(before, await readNow(signal, 'read'));
  } catch (error) {
    if (isLaunchError(error) || signal.aborted) throw error;
    return { ...before, identity: { ...before.identity, isOutdated: true } };
  }
}

/**
 * Returns what holds after a repeated read. From a copy of the server that is behind nothing is taken, so that what a read before it missed
 * is still not known. What said something else at first is kept beside the new, so that a reader is told.
 */
function laterIdentity({ identity, version }: ReadIdentity, now: ReadIdentity): ReadIdentity {
  const { firstRead, isOutdated, ...before } = identity;
  const isBehind = isOlderThanBefore(now.version, version);
  const isRecount = mayBeCountedAnew(now.version, version) && changedFacts(before, now.identity).length === 0;
  const read = isBehind ? before : now.identity;
  const first = firstRead ?? before;
  return {
    version: isBehind && !isRecount ? version : now.version,
    identity: {
      ...read,
      // The same object says to those who judge results by it that nothing has changed.
      ...(read.born === before.born && before.birth && { birth: before.birth }),
      ...(changedFacts(first, read).length > 0 && { firstRead: first }),
      ...(isBehind && isOutdated && { isOutdated }),
    },
  };
}
