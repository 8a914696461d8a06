import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { migrateFile } from './migrate.ts';

const OLD =
  '{"sites":[{"id":"g","label":"G","iss":"https://fhir.example/r4","clientId":"c","sessionMinutes":90}]}';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'longview-migrate-')), 'sites.json');
  vi.spyOn(console, 'log').mockReturnValue();
});
afterEach(() => {
  rmSync(join(path, '..'), { recursive: true });
  vi.restoreAllMocks();
});

const migrated = (): Promise<void> => migrateFile(['--site', path, '--write'], 'npm run migrate');

test.each([
  [
    'UTF-16, as Windows writes it',
    Buffer.from(`\uFEFF${OLD}`, 'utf16le'),
    'the file is not in UTF-8; save it',
  ],
  ['an accent in Latin-1', Buffer.from(OLD.replace('"G"', '"H\u00f4pital"'), 'latin1'), 'is not in UTF-8'],
  ['nothing in it', '', 'the file is empty'],
  ['a comma too many', '{\n "sites": [\n  {},\n ]\n}', /: Unexpected token .* is not valid JSON/],
])('a site file with %s stays as it is, and what is wrong is said', async (_, content, why) => {
  writeFileSync(path, content);
  await expect(migrated()).rejects.toThrow(why);
  expect(readFileSync(path)).toEqual(Buffer.from(content));
});

test('a site file that is not there is said in words', async () => {
  await expect(migrated()).rejects.toThrow(`${path}: there is no such file`);
});

test('an older file is written anew, with its byte order mark and its accents', async () => {
  writeFileSync(path, `\uFEFF${OLD.replace('"G"', '"H\u00f4pital"')}`);
  await migrated();
  expect(readFileSync(path, 'utf8')).toBe(
    `\uFEFF${OLD.replace('"G"', '"H\u00f4pital"').replace('"sessionMinutes":90', '"maxHours":1.5')}`,
  );
});
