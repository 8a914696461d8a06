import { CohortError } from './cohortError.ts';

/** The disk answers with these, and no connection does. https://nodejs.org/docs/latest-v20.x/api/errors.html#common-system-errors */
const CODES: ReadonlySet<unknown> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EMFILE',
  'ENFILE',
]);

/** A file of the import could not be written or read. What came so far stays, because the server has done nothing wrong. */
export class DiskError extends CohortError {}

/** Returns the error as one that can be resumed, where it comes from the disk; else undefined. */
export function diskErrorOf(error: unknown): DiskError | undefined {
  const code: unknown = Object(error)['code'];
  if (!CODES.has(code)) return undefined;
  const advice =
    code === 'ENOSPC' || code === 'EDQUOT' ? 'Make room there' : 'Look at the folder and its rights';
  return new DiskError(
    `The disk does not take the import (${String(code)}). ${advice}, or name another by --out.`,
    {
      canResume: true,
      cause: error,
    },
  );
}
