import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigureError } from './ConfigureError.ts';
import { unwritableText } from './writableFolder.ts';

type Contents = readonly (readonly [name: string, content: string | Uint8Array])[];

/** Files wait in such a folder until all of them are written. */
const WAITING = '.configure-';

/**
 * Writes files into a folder in this order. All of them are written aside first, in the same folder and so on the same disk, and then
 * take their places one by one: a disk that fills up half way leaves no folder in which old and new files are mixed.
 * @throws {ConfigureError} where they cannot be written; the folder is then as it was before
 */
export async function writeFolder(out: string, inOrder: Contents): Promise<void> {
  const isNew = await mkdir(out, { recursive: true }).catch(failed(out));
  let waiting: string | undefined;
  try {
    waiting = await mkdtemp(join(out, WAITING));
    for (const [i, [, content]] of inOrder.entries())
      // oxlint-disable-next-line no-await-in-loop -- a disk is full after some of them
      await writeFile(join(waiting, String(i)), content);
    for (const [i, [name]] of inOrder.entries()) {
      const path = join(out, name);
      // oxlint-disable-next-line no-await-in-loop -- the order is the point
      await mkdir(dirname(path), { recursive: true });
      // oxlint-disable-next-line no-await-in-loop -- the order is the point
      await rename(join(waiting, String(i)), path);
    }
  } catch (error) {
    failed(out)(error);
  } finally {
    if (waiting !== undefined) await rm(waiting, { recursive: true, force: true });
    if (isNew !== undefined && (await readdir(out)).length === 0)
      await rm(isNew, { recursive: true, force: true });
  }
}

const failed =
  (out: string) =>
  (cause: unknown): never => {
    throw new ConfigureError(`${unwritableText(out, cause)}, or name another folder.`, { cause });
  };
