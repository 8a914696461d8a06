import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeRelease, type ReleaseOrder, type ReleaseSteps } from './makeRelease.ts';
import { gitIn } from './sourceCommit.ts';

let root = '';
let out = '';
const git = (...args: string[]): string => gitIn(root, args);
const write = (name: string, text: string): void => writeFileSync(join(root, name), text);
const commit = (): void => {
  git('add', '.');
  git('commit', '-qm', 'x');
};
const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- One.\n\n## [0.1.0] - 2026-11-27\n\n- Two.\n';
const packageOf = (version: string): string => JSON.stringify({ name: 'longview', version });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'longview-release-'));
  out = join(mkdtempSync(join(tmpdir(), 'longview-out-')), 'new');
  git('init', '-q');
  git('config', 'user.name', 't');
  git('config', 'user.email', 't@t.example');
  write('CHANGELOG.md', CHANGELOG);
  write('package.json', packageOf('0.2.0'));
  write('package-lock.json', packageOf('0.2.0'));
  commit();
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(join(out, '..'), { recursive: true, force: true });
});

const built = { 'index.html': '<html>', 'sbom.cdx.json': '{}', 'licences.txt': 'all' };
const stepsOf = () => ({
  runTests: vi.fn<ReleaseSteps['runTests']>(async () => true),
  build: vi.fn<ReleaseSteps['build']>(async (folder) => {
    for (const [name, text] of Object.entries(built)) writeFileSync(join(folder, name), text);
  }),
  scripts: async () => new Map([['configure.mjs', '// configure']]),
  say: vi.fn<ReleaseSteps['say']>(),
});
const release = (order: Partial<ReleaseOrder> = {}, steps: ReleaseSteps = stepsOf()) =>
  makeRelease({ root, version: '0.2.0', out, isDryRun: false, createsTag: false, ...order }, steps);
const written = (): string[] => {
  try {
    return readdirSync(out).toSorted();
  } catch {
    return [];
  }
};

test('a release has both archives, the lists and the checksums of all, and says what is left to do', async () => {
  const steps = stepsOf();
  await release({}, steps);
  const names = ['licences.txt', 'longview-0.2.0.tar.gz', 'longview-0.2.0.zip', 'sbom.cdx.json'];
  expect(written()).toEqual(['SHA256SUMS', ...names]);
  const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8').trim().split('\n');
  expect(sums.map((line) => line.slice(66)).toSorted()).toEqual(names);
  expect(steps.build.mock.calls[0]?.[1]).toBe(Number(git('log', '-1', '--format=%ct')));
  expect(steps.say.mock.calls.join()).toContain('git tag -a v0.2.0');
  expect(git('tag')).toBe('');
});

test('with --tag the commit is tagged, and nothing is pushed', async () => {
  await release({ createsTag: true });
  expect(git('rev-parse', 'v0.2.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
});

test('a dry run checks and tests, and writes nothing', async () => {
  const steps = stepsOf();
  await release({ isDryRun: true, createsTag: true }, steps);
  expect(steps.runTests).toHaveBeenCalledTimes(1);
  expect(steps.build).not.toHaveBeenCalled();
  expect([written(), git('tag')]).toEqual([[], '']);
});

test('each file that is in no commit stands on a line of its own, under the one before', async () => {
  write('CHANGELOG.md', '# Changelog\n');
  write('package.json', '{"version":"0.2.0" }');
  write('new.ts', '');
  await expect(release()).rejects.toThrow('\n  M CHANGELOG.md\n  M package.json\n  ?? new.ts');
});

test.each([
  ['a version that is none', { version: '0.2' }, () => {}, '"0.2" is no version'],
  ['a file that is in no commit', {}, () => write('new.ts', ''), 'changes that are in no commit'],
  ['another version in package.json', { version: '0.3.0' }, () => {}, 'package.json says version 0.2.0'],
  ['no entry', {}, () => (write('CHANGELOG.md', '# Changelog\n'), commit()), 'no entry "## [0.2.0]'],
  [
    'an entry without a date',
    {},
    () => (write('CHANGELOG.md', CHANGELOG.replace(' - 2026-12-01', '')), commit()),
    'has no date',
  ],
  [
    'an empty entry',
    {},
    () => (write('CHANGELOG.md', CHANGELOG.replace('- One.', '')), commit()),
    'is empty',
  ],
  [
    'a lower version than one before',
    {},
    () => void git('tag', 'v0.10.0'),
    '0.2.0 is not higher than 0.10.0',
  ],
  ['a tag that is there', {}, () => void git('tag', 'v0.2.0'), 'The tag v0.2.0 is there already'],
])('%s is refused before a test runs', async (_, order, prepare, why) => {
  prepare();
  const steps = stepsOf();
  await expect(release(order, steps)).rejects.toThrow(why);
  expect(steps.runTests).not.toHaveBeenCalled();
  expect(written()).toEqual([]);
});

test('a failing test, tests that change the tree and a build without its lists are refused', async () => {
  await expect(release({}, { ...stepsOf(), runTests: async () => false })).rejects.toThrow('A test fails');
  const build = async (folder: string) => writeFileSync(join(folder, 'sbom.cdx.json'), '{}');
  await expect(release({}, { ...stepsOf(), build })).rejects.toThrow('The build wrote no licences.txt');
  const runTests = async () => (write('left.txt', ''), true);
  await expect(release({}, { ...stepsOf(), runTests })).rejects.toThrow('The tests changed the tree');
  expect(written()).toEqual([]);
});

test('a folder that holds something is not added to', async () => {
  await release();
  await expect(release()).rejects.toThrow('is not empty');
});
