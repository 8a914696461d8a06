import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFile } from './replaceFile.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longview-replace-'));
  await writeFile(at('sites.json'), 'before', { mode: 0o640 });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the file has the new content, its rights as before, and nothing lies beside it', async () => {
  await chmod(at('sites.json'), 0o640);
  await replaceFile(at('sites.json'), 'after');
  expect(await readFile(at('sites.json'), 'utf8')).toBe('after');
  expect((await stat(at('sites.json'))).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(['sites.json']);
});

test('a link stays a link, and the file that it names is changed', async () => {
  await symlink('sites.json', at('link.json'));
  await replaceFile(at('link.json'), 'after');
  expect((await lstat(at('link.json'))).isSymbolicLink()).toBe(true);
  expect(await readFile(at('sites.json'), 'utf8')).toBe('after');
});

test('a name beside which nothing can be written leaves the file as it was, and says so', async () => {
  // The name beside it is longer than a folder takes, as a full disk would refuse it too.
  const name = `${'x'.repeat(250)}.json`;
  await writeFile(at(name), 'before');
  await expect(replaceFile(at(name), 'after')).rejects.toThrow(
    /could not be written \(\w+\); it is as it was/,
  );
  expect(await readFile(at(name), 'utf8')).toBe('before');
});

test('a file that is not there is not made', async () => {
  await expect(replaceFile(at('missing.json'), 'after')).rejects.toThrow(
    'missing.json could not be written (ENOENT)',
  );
  expect(await readdir(folder)).toEqual(['sites.json']);
});
