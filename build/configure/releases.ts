import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { unambiguousJson } from '../../src/smart/site/unambiguousJson.ts';
import { sha256 } from './buildManifest.ts';
import { someOf } from './builtFolder.ts';
import { ConfigureError } from './ConfigureError.ts';

/** This file of a folder says which files below `assets/` belong to which release. */
export const RELEASES = 'releases.json';

/** A page that stays open over two updates still finds the files that it loads later. */
const RELEASES_KEPT = 2;

/** Such a name holds a hash of its content, so files of several releases can lie side by side. */
const ASSET_NAME = /^assets\/[\w-][\w.-]*$/;

const releaseSchema = v.strictObject({
  version: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  /** The SHA-256 of each file below `assets/`, by its name. */
  files: v.record(v.pipe(v.string(), v.regex(ASSET_NAME)), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});
const releasesSchema = v.strictObject({
  /** The newest comes first. */
  releases: v.pipe(v.array(releaseSchema), v.minLength(1), v.maxLength(1 + RELEASES_KEPT)),
});

/** One release of Longview, as the files that its pages load later. */
export type Release = Readonly<v.InferOutput<typeof releaseSchema>>;

/** The releases before this one, and those of their files that this one does not have itself. */
export type KeptReleases = {
  readonly releases: readonly Release[];
  readonly files: ReadonlyMap<string, Uint8Array>;
};

export const NOTHING_KEPT: KeptReleases = { releases: [], files: new Map() };

/** Returns the release that consists of these files. */
export const releaseOf = (version: string, files: ReadonlyMap<string, string | Uint8Array>): Release => ({
  version,
  files: Object.fromEntries(
    [...files]
      .filter(([name]) => ASSET_NAME.test(name))
      .map(([name, content]) => [name, sha256(content)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ),
});

/** Returns the text of `releases.json`. */
export const releasesText = (releases: readonly Release[]): string =>
  `${JSON.stringify({ releases }, undefined, 1)}\n`;

/**
 * Reads the releases of a folder that was served until now, and returns up to two of them that are not this one, with their
 * files. A folder that was only configured anew holds the same release, which pushes none out.
 * @throws {ConfigureError} where the folder does not say which releases it holds, or not all of their files are there as listed
 */
export async function keptReleases(folder: string, own: Release): Promise<KeptReleases> {
  const text = await readFile(join(folder, RELEASES), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new ConfigureError(
      `${folder} holds no ${RELEASES}, so its files cannot be kept; name the folder that was served until now, or leave --keep out.`,
    );
  const checked = v.safeParse(releasesSchema, unambiguousJson(text));
  if (!checked.success)
    throw new ConfigureError(`${join(folder, RELEASES)} is not as Longview writes it; leave --keep out.`);
  const former = checked.output.releases.filter((one) => !isSame(one, own)).slice(0, RELEASES_KEPT);
  const files = new Map<string, Uint8Array>();
  const damaged: string[] = [];
  const wanted = new Map(former.flatMap((one) => Object.entries(one.files)));
  await Promise.all(
    [...wanted].map(async ([name, hash]) => {
      if (own.files[name] === hash) return;
      const content = await readFile(join(folder, name)).catch(() => undefined);
      if (content === undefined) damaged.push(`${name} is missing`);
      else if (sha256(content) !== hash) damaged.push(`${name} was changed`);
      else if (own.files[name] === undefined) files.set(name, content);
    }),
  );
  if (damaged.length > 0)
    throw new ConfigureError(`${folder} is damaged: ${someOf(damaged)}. Leave --keep out, or mend it first.`);
  return { releases: former, files };
}

/** A new site file changes the list of places alone, and with it no release. */
const isSame = (one: Release, other: Release): boolean => ownNames(one) === ownNames(other);
const ownNames = ({ files }: Release): string =>
  Object.keys(files)
    .filter((name) => !name.startsWith('assets/places-'))
    .toSorted()
    .join();
