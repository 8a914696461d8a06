import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST, readManifest, sha256, type BuildManifest } from './buildManifest.ts';
import { ConfigureError } from './ConfigureError.ts';

/** A build as it lies in a folder, without what follows from its site file. */
export type BuiltFolder = {
  readonly manifest: BuildManifest;
  /** Every file of the build but its pages and header files. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

const MOST_NAMED = 5;

/**
 * Reads a build and compares each of its files with the hash that was taken when it was built. A folder that was configured for
 * other sites is a build as well, because these files are the same in it.
 * @throws {ConfigureError} where the folder holds no build, or not all of it as it was built, or one of another version
 */
export async function readBuiltFolder(folder: string, version: string): Promise<BuiltFolder> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new ConfigureError(
      `${folder} holds no build of Longview (${MANIFEST} is missing); name the folder that npm run build has written.`,
    );
  const manifest = readManifest(text);
  if (typeof manifest === 'string')
    throw new ConfigureError(`${join(folder, MANIFEST)} ${manifest}; take the build anew from its archive.`);
  if (manifest.version !== version)
    throw new ConfigureError(
      `${folder} is version ${manifest.version} of Longview, and this is the configuration of version ${version}; use the one that came with the build.`,
    );
  const files = new Map<string, Uint8Array>();
  const damaged: string[] = [];
  await Promise.all(
    Object.entries(manifest.files).map(async ([name, hash]) => {
      const content = await readFile(join(folder, name)).catch(() => undefined);
      if (content === undefined) damaged.push(`${name} is missing`);
      else if (sha256(content) !== hash) damaged.push(`${name} was changed`);
      else files.set(name, content);
    }),
  );
  if (damaged.length > 0)
    throw new ConfigureError(
      `${folder} is damaged: ${someOf(damaged)}. Take the build anew from its archive.`,
    );
  return { manifest, files };
}

/** Returns the first of many in alphabetical order, and how many there are besides. */
export function someOf(all: readonly string[]): string {
  const more = all.length - MOST_NAMED;
  return all.toSorted().slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
