import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { textsInZip } from '../zipFile.ts';
import { makeRelease } from './makeRelease.ts';
import { releaseSteps } from './releaseSteps.ts';
import { gitIn } from './sourceCommit.ts';

// The pages and the commands are those of this repository; the commit is one of a repository of the test, which has a version
// that can be released.

const root = mkdtempSync(join(tmpdir(), 'longview-sources-'));
const outs = ['one', 'two'].map((name) => join(root, 'dist-release', name));
const [first = '', second = ''] = outs;
const unpacked = mkdtempSync(join(tmpdir(), 'longview-unpacked-'));
const folder = join(unpacked, 'longview-0.2.0');
/** These files were in the archive. The commands write further ones beside them. */
let unpackedFiles: readonly string[] = [];
const VERSIONED = JSON.stringify({ name: 'longview', version: '0.2.0' });

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  writeFileSync(join(root, '.gitignore'), 'dist-*\n');
  writeFileSync(join(root, 'CHANGELOG.md'), '## [0.2.0] - 2026-12-01\n\n- One.\n');
  for (const name of ['package.json', 'package-lock.json']) writeFileSync(join(root, name), VERSIONED);
  for (const name of ['sites.example.json', 'sites.schema.json']) copyFileSync(name, join(root, name));
  gitIn(root, ['init', '-q']);
  gitIn(root, ['add', '.']);
  gitIn(root, ['-c', 'user.name=t', '-c', 'user.email=t@t.example', 'commit', '-qm', 'x']);
  const order = { root, version: '0.2.0', isDryRun: false, createsTag: false };
  const steps = { ...releaseSteps(), runTests: async () => true, say: () => undefined };
  // oxlint-disable-next-line no-await-in-loop -- the second is a build of its own, after the first
  for (const out of outs) await makeRelease({ ...order, out }, steps);
  execFileSync('tar', ['-xzf', join(first, 'longview-0.2.0.tar.gz'), '-C', unpacked]);
  unpackedFiles = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(unpacked.length + 1)
        .replaceAll('\\', '/'),
    );
}, 120_000);
afterAll(() => {
  vi.unstubAllEnvs();
  for (const made of [root, unpacked]) rmSync(made, { recursive: true, force: true });
});

/** Runs a command of the archive where there is no package of ours, and returns what it prints. */
const run = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

test('two releases of one commit have the same bytes', () => {
  const names = readdirSync(first).toSorted();
  expect(names).toHaveLength(5);
  expect(readdirSync(second).toSorted()).toEqual(names);
  const differing = names.filter(
    (name) => !readFileSync(join(first, name)).equals(readFileSync(join(second, name))),
  );
  expect(differing).toEqual([]);
});

test('both archives hold the same files, with the app, its lists, the commands and how to begin', () => {
  const zipped = textsInZip(readFileSync(join(first, 'longview-0.2.0.zip')));
  expect([...zipped.keys()].toSorted()).toEqual(unpackedFiles.toSorted());
  expect(zipped.get('longview-0.2.0/README.txt')).toBe(readFileSync(join(folder, 'README.txt'), 'utf8'));
  for (const name of [
    'dist/index.html',
    'dist/sbom.cdx.json',
    'dist/licences.txt',
    'configure.mjs',
    'migrate.mjs',
  ])
    expect(unpackedFiles).toContain(`longview-0.2.0/${name}`);
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toMatch(
    / data-build="\d+\.\d+\.\d+( [0-9a-f]{12})?/,
  );
});

test('Node alone configures the unpacked archive for a site file', () => {
  const said = run('configure.mjs', '--dist', 'dist', '--site', 'sites.example.json', '--out', 'served');
  expect(said).toContain('is in served');
  const [site] = (
    JSON.parse(readFileSync(join(folder, 'sites.example.json'), 'utf8')) as { sites: { iss: string }[] }
  ).sites;
  expect(readFileSync(join(folder, 'served/index.html'), 'utf8')).toContain(site?.iss);
  expect(readFileSync(join(folder, 'served/longview.nginx.conf'), 'utf8')).toContain(
    'Content-Security-Policy',
  );
  expect(() => run('configure.mjs')).toThrow('write node configure.mjs --dist dist');
});

test('Node alone migrates a site file, and writes it only when it is told to', () => {
  const file = join(folder, 'old.json');
  const old =
    '{ "sites": [{ "id": "a", "label": "A", "iss": "https://a.example", "clientId": "x", "vendor": "generic", "siUnits": "molar" }] }';
  writeFileSync(file, old);
  expect(run('migrate.mjs', '--site', 'old.json')).toContain(
    '/sites/0/siUnits: "molar" becomes "concentrations": "as-sent"',
  );
  expect(readFileSync(file, 'utf8')).toBe(old);
  run('migrate.mjs', '--site', 'old.json', '--write');
  expect(readFileSync(file, 'utf8')).toBe(old.replace('"siUnits": "molar"', '"concentrations": "as-sent"'));
});
