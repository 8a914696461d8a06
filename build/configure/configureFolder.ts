import { readdir, readFile, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Site } from '../../src/smart/site/site.ts';
import type { TransportSecurity } from '../hosts/headerTable.ts';
import { MANIFEST, sha256 } from './buildManifest.ts';
import { readBuiltFolder, someOf } from './builtFolder.ts';
import { ConfigureError } from './ConfigureError.ts';
import { HASH_LIST, readHashList } from './hashList.ts';
import { keptReleases, NOTHING_KEPT, releaseOf } from './releases.ts';
import { filesBeside, siteFilesOf } from './siteFiles.ts';
import { writeFolder } from './writeFolder.ts';

type Configuration = {
  readonly dist: string;
  readonly out: string;
  readonly sites: readonly Site[];
  readonly transport: TransportSecurity;
  /** This is the version of this product. */
  readonly version: string;
  /** Replaces a folder that was written so before. */
  readonly isForced: boolean;
  /** The folder that was served until now. What its pages load later is taken over, up to two releases back. */
  readonly keep?: string | undefined;
};

/**
 * Writes a folder that is ready to serve: a build, configured for these sites. Returns what could not be written, for whoever
 * runs it. Nothing is written or deleted unless the build is whole and the folder may be taken.
 * @throws {ConfigureError} where it may not
 */
export async function configureFolder({
  dist,
  out,
  sites,
  transport,
  version,
  isForced,
  keep,
}: Configuration): Promise<readonly string[]> {
  const { manifest, files } = await readBuiltFolder(dist, version);
  await refuseNested(dist, out);
  const former = await formerFiles(out, isForced);
  const site = siteFilesOf(manifest.pages, sites, transport);
  const manifestFile = await readFile(join(dist, MANIFEST));
  const built = new Map<string, string | Uint8Array>([...files, [MANIFEST, manifestFile]]);
  const own = releaseOf(version, built);
  const kept = keep === undefined ? NOTHING_KEPT : await keptReleases(keep, own);
  const all = new Map([...built, ...(await filesBeside(built, version, site, kept))]);
  // The files that the pages name are there before the pages are, for a folder that is served meanwhile.
  const inOrder = [...all].toSorted(([a], [b]) => rank(a) - rank(b));
  await writeFolder(out, inOrder);
  await Promise.all([...former].filter((name) => !all.has(name)).map((name) => rm(join(out, name))));
  return site.warnings;
}

/** Pages come after what they name, and the list of all comes last. */
const rank = (name: string): number => (name === HASH_LIST ? 2 : /\.html(?:\.br|\.gz)?$/.test(name) ? 1 : 0);

/** A build is read and another folder is written, never one into the other. */
async function refuseNested(dist: string, out: string): Promise<void> {
  const [from, to] = [await realPathOf(dist), await realPathOf(out)];
  const isWithin = (inner: string, outer: string): boolean =>
    inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
  if (isWithin(to, from) || isWithin(from, to))
    throw new ConfigureError(
      `--out ${out} and --dist ${dist} lie one in the other; name two folders side by side.`,
    );
}

/** Returns the path behind all links, as far as it exists. */
async function realPathOf(path: string): Promise<string> {
  const whole = resolve(path);
  const parent = dirname(whole);
  return realpath(whole).catch(async () =>
    parent === whole ? whole : join(await realPathOf(parent), relative(parent, whole)),
  );
}

/**
 * Returns the files of the folder that may be replaced. A folder with anything in it is taken only where it was written so
 * before, and only as it was written: a file that somebody added or changed would be lost, or served without anybody's
 * knowledge.
 */
async function formerFiles(out: string, isForced: boolean): Promise<ReadonlySet<string>> {
  const present = await filesIn(out);
  if (present.length === 0) return new Set();
  const list = await readFile(join(out, HASH_LIST), 'utf8').then(readHashList, () => undefined);
  if (list === undefined)
    throw new ConfigureError(
      `${out} is not empty, and configure has not written it; name a new or an empty folder.`,
    );
  if (!isForced)
    throw new ConfigureError(`${out} is not empty; add --force to replace what configure wrote there.`);
  const foreign: string[] = [];
  await Promise.all(
    present
      .filter((name) => name !== HASH_LIST)
      .map(async (name) => {
        const hash = list.get(name);
        if (hash === undefined) foreign.push(`${name} was added`);
        else if (sha256(await readFile(join(out, name))) !== hash) foreign.push(`${name} was changed`);
      }),
  );
  if (foreign.length > 0)
    throw new ConfigureError(
      `${out} is not as configure wrote it: ${someOf(foreign)}. Move that away first, since it would be lost.`,
    );
  return new Set(present);
}

/** Returns the files below a folder by their names with `/`; none where there is no folder. Anything but a file counts as one. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new ConfigureError(
        error.code === 'ENOTDIR'
          ? `${folder} is a file; name a folder.`
          : `${folder} cannot be read (${error.code}).`,
      );
    },
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
