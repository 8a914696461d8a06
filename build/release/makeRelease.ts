import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { tarGz, zip, type ArchiveFiles } from './archiveFormats.ts';
import { releaseProblems, treeProblem } from './releaseChecks.ts';
import { gitIn } from './sourceCommit.ts';

/** Says why there is no release, each reason in a sentence. */
class ReleaseError extends Error {
  override name = 'ReleaseError' as const;
}

/** The steps that take long or need the whole repository; tests have their own. */
export type ReleaseSteps = {
  /** Runs all tests; false when one fails. */
  readonly runTests: () => Promise<boolean>;
  /** Builds the pages into a folder, reproducibly for this time in seconds. */
  readonly build: (folder: string, timeS: number) => Promise<void>;
  /** Returns the commands that the archive brings along, by their file names. */
  readonly scripts: () => Promise<ReadonlyMap<string, string>>;
  readonly say: (line: string) => void;
};

export type ReleaseOrder = {
  readonly root: string;
  readonly version: string;
  readonly out: string;
  /** Checks and tests, and writes nothing. */
  readonly isDryRun: boolean;
  readonly createsTag: boolean;
};

/** These go from the sources into the archive, beside `dist/`, the commands and the documents. */
const FILES = ['CHANGELOG.md', 'LICENSE', 'sites.example.json', 'sites.schema.json'];

/**
 * Makes a release: checks, tests, builds, and writes archives, bill of materials, licences and checksums into a folder.
 * @throws {ReleaseError} where something keeps the version from being released; nothing is written then
 */
export async function makeRelease(order: ReleaseOrder, steps: ReleaseSteps): Promise<void> {
  const { root, version, out, isDryRun, createsTag } = order;
  const problems = releaseProblems(root, version);
  if (problems.length > 0) throw new ReleaseError(problems.join('\n'));
  await refuseFull(out);
  if (!(await steps.runTests())) throw new ReleaseError('A test fails, so there is no release.');
  const changed = treeProblem(root);
  if (changed !== undefined) throw new ReleaseError(`The tests changed the tree. ${changed}`);
  if (isDryRun) return steps.say(`Longview ${version} can be released. Nothing was written.`);
  const files = await releaseFiles(order, steps);
  await mkdir(out, { recursive: true });
  await Promise.all([...files].map(([name, content]) => writeFile(join(out, name), content)));
  if (createsTag) gitIn(root, ['tag', '-a', `v${version}`, '-m', `Longview ${version}`]);
  steps.say(nextSteps(order, [...files.keys()]));
}

/** Files of another release beside these would be published with them. */
async function refuseFull(out: string): Promise<void> {
  const present = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new ReleaseError(
      `${out} is no folder that can be read (${error.code}); name a new one with --out.`,
    );
  });
  if (present.length > 0) throw new ReleaseError(`${out} is not empty; name a new folder with --out.`);
}

async function releaseFiles({ root, version }: ReleaseOrder, steps: ReleaseSteps): Promise<ArchiveFiles> {
  const timeS = Number(gitIn(root, ['log', '-1', '--format=%ct']));
  const built = await builtFiles(steps, timeS);
  const top = `longview-${version}`;
  const contents = new Map<string, Uint8Array>();
  const put = (name: string, content: Uint8Array | string): void =>
    void contents.set(`${top}/${name}`, Buffer.from(content));
  for (const [name, content] of built) put(`dist/${name}`, content);
  for (const [name, text] of await steps.scripts()) put(name, text);
  for (const name of trackedFiles(root)) {
    // oxlint-disable-next-line no-await-in-loop -- there are a few dozen small files
    put(name, await readFile(join(root, name)));
  }
  put('README.txt', readMe(version));
  const files = new Map<string, Uint8Array>([
    [`${top}.tar.gz`, tarGz(contents, timeS)],
    [`${top}.zip`, zip(contents, timeS)],
    ['sbom.cdx.json', built.get('sbom.cdx.json') ?? missing('sbom.cdx.json')],
    ['licences.txt', built.get('licences.txt') ?? missing('licences.txt')],
  ]);
  files.set('SHA256SUMS', Buffer.from(checksums(files)));
  return files;
}

/** Builds into a folder that is gone afterwards. */
async function builtFiles(steps: ReleaseSteps, timeS: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'longview-release-'));
  try {
    await steps.build(folder, timeS);
    return await filesBelow(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns the documents and the other files of the commit that go into the archive; pictures stay out. */
const trackedFiles = (root: string): readonly string[] =>
  gitIn(root, ['ls-files', '-z'])
    .split('\0')
    .filter((name) => FILES.includes(name) || /^docs\/.+\.md$/.test(name));

const missing = (name: string): never => {
  throw new ReleaseError(`The build wrote no ${name}.`);
};

async function filesBelow(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths.map(
    async (path) => [relative(folder, path).split(sep).join('/'), await readFile(path)] as const,
  );
  return new Map(await Promise.all(read));
}

/** Returns the checksums as `sha256sum --check` reads them. */
const checksums = (files: ArchiveFiles): string =>
  [...files]
    .map(([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
    .toSorted()
    .join('');

const readMe = (version: string): string => `Longview ${version}

dist/ is the built app, configured for a sandbox. Node 20.19 or newer writes a folder for your sites:

  node configure.mjs --dist dist --site sites.json --out served

Serve the folder "served" as docs/hosting.md says. sites.example.json shows a site file, and
docs/register/ what to enter at your EHR. If you come from an older version:

  node migrate.mjs --site sites.json           says what would change in your site file
  node migrate.mjs --site sites.json --write   changes it

docs/intended-use.md says what Longview is for and what it is not. Read it before use in care.
dist/licences.txt has the notices of all that is in the pages, dist/sbom.cdx.json the list.
`;

const nextSteps = ({ version, out, createsTag }: ReleaseOrder, names: readonly string[]): string =>
  [
    `Longview ${version} is in ${out}:`,
    ...names.map((name) => `  ${name}`),
    'What is left to do:',
    ...(createsTag ? [] : [`  git tag -a v${version} -m "Longview ${version}"`]),
    `  git push origin v${version}`,
    `  publish these files with the entry ${version} of CHANGELOG.md`,
    '  README.md, section "Licence", has the questions that the owner has to settle before that',
  ].join('\n');
