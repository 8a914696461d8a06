import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeFolder } from './writeFolder.ts';

/** The disk takes so many more files. */
const disk = vi.hoisted(() => ({ room: Infinity }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>();
  return {
    ...real,
    writeFile: async (path: string, content: string) => {
      disk.room -= 1;
      if (disk.room < 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      await real.writeFile(path, content);
    },
  };
});

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'longview-write-'));
  disk.room = Infinity;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const FILES = [
  ['assets/main.js', 'new code'],
  ['index.html', 'new page'],
] as const;

test('the files are there, and nothing else', async () => {
  const out = join(root, 'a', 'served');
  await writeFolder(out, FILES);
  expect(readdirSync(out).toSorted()).toEqual(['assets', 'index.html']);
  expect(readFileSync(join(out, 'assets/main.js'), 'utf8')).toBe('new code');
});

test('a disk that is full half way leaves a new folder away, with those above it', async () => {
  disk.room = 1;
  await expect(writeFolder(join(root, 'a', 'served'), FILES)).rejects.toThrow(
    'cannot be written (ENOSPC); make room there',
  );
  expect(readdirSync(root)).toEqual([]);
});

test('a disk that is full half way leaves a folder that is served as it was', async () => {
  const out = join(root, 'served');
  mkdirSync(join(out, 'assets'), { recursive: true });
  for (const [name] of FILES) writeFileSync(join(out, name), 'old');
  disk.room = 1;
  await expect(writeFolder(out, FILES)).rejects.toThrow('ENOSPC');
  expect(FILES.map(([name]) => readFileSync(join(out, name), 'utf8'))).toEqual(['old', 'old']);
  expect(readdirSync(out).toSorted()).toEqual(['assets', 'index.html']);
});

test('a path through a file is said and not followed by a stack', async () => {
  writeFileSync(join(root, 'file'), 'x');
  await expect(writeFolder(join(root, 'file', 'served'), FILES)).rejects.toThrow(
    /cannot be written \(ENOTDIR\); move the file away that lies in its path, or name another folder\.$/,
  );
  expect(existsSync(join(root, 'file'))).toBe(true);
});
