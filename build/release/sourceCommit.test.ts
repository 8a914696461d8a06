import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildText, gitIn, readSourceCommit } from './sourceCommit.ts';

let root = '';
const git = (...args: string[]): string => gitIn(root, args);
const commitAll = (): void => {
  git('add', '.');
  git('-c', 'user.name=t', '-c', 'user.email=t@t.example', 'commit', '-qm', 'x');
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'longview-commit-'));
  git('init', '-q');
  mkdirSync(join(root, 'build/release'), { recursive: true });
  writeFileSync(join(root, 'build/release/commit.txt'), '$Format:%H$\n');
  writeFileSync(join(root, '.gitattributes'), 'build/release/commit.txt export-subst\n');
  commitAll();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the commit is that of git, and a file that differs or is new is said', () => {
  const commit = git('rev-parse', 'HEAD');
  expect(readSourceCommit(root)).toEqual({ commit, hasLocalChanges: false });
  writeFileSync(join(root, 'new.ts'), '');
  const changed = readSourceCommit(root);
  expect(changed).toEqual({ commit, hasLocalChanges: true });
  expect(buildText('0.1.0', changed)).toBe(`0.1.0 ${commit.slice(0, 12)} changed`);
});

test('an archive of the sources knows its commit, also inside a repository of somebody else', () => {
  const commit = git('rev-parse', 'HEAD');
  const unpacked = join(root, 'vendor/longview');
  mkdirSync(unpacked, { recursive: true });
  const tar = execFileSync('git', ['archive', 'HEAD'], { cwd: root });
  execFileSync('tar', ['-x'], { cwd: unpacked, input: tar });
  commitAll();
  expect(git('rev-parse', 'HEAD')).not.toBe(commit);
  expect(readSourceCommit(unpacked)).toEqual({ commit, hasLocalChanges: false });
});

test('sources without git and without the word of an archive say nothing, rather than the commit around them', () => {
  const copied = join(root, 'vendor/longview');
  mkdirSync(copied, { recursive: true });
  expect(readSourceCommit(copied)).toEqual({ commit: undefined, hasLocalChanges: false });
  expect(buildText('0.1.0', readSourceCommit(copied))).toBe('0.1.0');
});

test('whoever builds without git may name the commit, and nothing else', () => {
  expect(readSourceCommit(root, { LONGVIEW_COMMIT: '0123abc' }).commit).toBe('0123abc');
  expect(readSourceCommit(root, { LONGVIEW_COMMIT: '' }).commit).toBe(git('rev-parse', 'HEAD'));
  for (const LONGVIEW_COMMIT of ['main', '0123abc"><script>', '0123ABC'])
    expect(() => readSourceCommit(root, { LONGVIEW_COMMIT })).toThrow('LONGVIEW_COMMIT is');
});

test('what the documents have one write beside the sources is no change of the sources', () => {
  const WRITTEN =
    /(?:cat > |mkdir -p |--out |--site |--new-key |LONGVIEW_SITES=|LONGVIEW_BRANDS=)([a-z][a-z.-]*)(?=[ /`\n])/g;
  const documents = ['README.md', 'docs/hosting.md', 'docs/upgrading.md', 'docs/cohort.md'];
  const named = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(WRITTEN)].map(([, name = '']) => name),
  );
  const names = [...new Set(named)].filter((name) => name !== 'sandbox');
  expect(names).toEqual(
    expect.arrayContaining(['sites.json', 'brands.json', 'served', 'host', 'cohort.key.json']),
  );
  copyFileSync('.gitignore', join(root, '.gitignore'));
  commitAll();
  for (const name of [...names, 'cohort.key.jwks.json']) {
    if (name.endsWith('.json')) {
      writeFileSync(join(root, name), '{}');
    } else {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, 'index.html'), '');
    }
    expect([name, readSourceCommit(root).hasLocalChanges]).toEqual([name, false]);
  }
});
