import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'make room there',
  EDQUOT: 'make room there',
  EEXIST: 'move the file away that lies there',
  ENOTDIR: 'move the file away that lies in its path',
};

/** Says that a folder cannot be written, why, and what to do. */
export function unwritableText(folder: string, cause: unknown): string {
  const code = String(Object(cause)['code']);
  return `${folder} cannot be written (${code}); ${ADVICE[code] ?? 'see to its rights'}`;
}

/**
 * Makes the folder of a build, or finds that the one which is there may be written. Vite would say it only at the end of its work,
 * among the lines of its own code.
 * @throws {Error} where neither is so
 */
export async function provideFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`${unwritableText(folder, cause)}.`, { cause });
  }
}
