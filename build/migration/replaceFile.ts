import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, rm, writeFile } from 'node:fs/promises';

/** Says that a file could not be written, and where its content is. */
class ReplaceError extends Error {
  override name = 'ReplaceError' as const;
}

/**
 * Gives a file another content. The new content is written beside it first, so that a full disk is met before the file is touched.
 * The file itself stays: a link is still a link, and its owner and rights are as they were.
 * @throws {ReplaceError} where it cannot be written; either the file is as it was, or the new content lies beside it
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  const failed = (what: string, cause: unknown): ReplaceError =>
    new ReplaceError(`${path} could not be written (${String(Object(cause)['code'])}); ${what}.`, { cause });
  try {
    await access(path, constants.W_OK);
    await writeFile(beside, text, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    // A name that cannot be written cannot be removed either.
    await rm(beside, { force: true }).catch(() => undefined);
    throw failed('it is as it was. See to the rights and the room of its folder', cause);
  }
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw failed(`its new content is in ${beside}. Put it in place by hand`, cause);
  }
  await rm(beside, { force: true });
}
