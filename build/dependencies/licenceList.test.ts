import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { licenceList } from './licenceList.ts';
import { readLockFile } from './lockFile.ts';

const MIT = 'MIT License\n\nCopyright X\n\nPermission is hereby granted, free of charge, to any person\n';
const APACHE_NOTICE = 'Copyright Y\n\nLicensed under the Apache License, Version 2.0\n';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'longview-licences-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Lists one package with these files. */
function listed(license: string | undefined, files: Readonly<Record<string, string>>): string {
  const folder = join(root, 'node_modules/one');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const lock = readLockFile(
    JSON.stringify({
      packages: {
        'node_modules/one': { version: '1.2.3', ...(license !== undefined && { license }) },
        'node_modules/tool': { version: '9.9.9' },
      },
    }),
  );
  const contents = [{ name: 'LOINC', notice: 'copyright (c) Regenstrief' }];
  return licenceList(lock, new Set(['node_modules/one']), contents, root);
}

test('a package stands with version, licence and the whole text; a tool is left out; contents of others follow', () => {
  const list = listed('MIT', { LICENSE: MIT, 'README.md': 'read me', 'index.js': '' });
  expect(list).toContain(`one 1.2.3\n\nLicence: MIT\n\n${MIT}`);
  expect(list).toContain('LOINC\n\ncopyright (c) Regenstrief');
  expect(list).not.toMatch(/read me|9\.9\.9/);
});

test('where a package names Apache-2.0 in a few lines, the whole text follows, and its NOTICE is kept', () => {
  const list = listed('Apache-2.0', { 'LICENSE.txt': APACHE_NOTICE, NOTICE: 'Made by Y' });
  expect(list).toContain('Copyright Y');
  expect(list).toContain('Made by Y');
  expect(list).toContain('END OF TERMS AND CONDITIONS');
});

test.each([
  ['no licence is named', undefined, { LICENSE: MIT }, 'the licence "" is not on the list'],
  ['the name is none', 'SEE LICENSE IN LICENSE', { LICENSE: MIT }, 'is not on the list'],
  ['one of two is not permitted', 'MIT AND GPL-3.0-only', { LICENSE: MIT }, 'is not on the list'],
  ['there is no file', 'MIT', { 'index.js': MIT }, 'one 1.2.3: its folder holds no file of the licence'],
  ['the file is empty', 'MIT', { LICENSE: ' \n' }, 'holds no file of the licence'],
  ['the file has other terms', 'MIT', { LICENSE: APACHE_NOTICE }, 'does not hold the terms of MIT'],
  ['a name of every object is no licence', 'constructor', { LICENSE: MIT }, 'is not on the list'],
])('the build stops where %s', (_, license, files, why) => {
  expect(() => listed(license, files)).toThrow(why);
});

test('every package that the product imports can be listed', () => {
  const lock = readLockFile(readFileSync('package-lock.json', 'utf8'));
  const list = licenceList(lock, new Set(lock.production), [], '.');
  for (const name of ['react-dom', 'fhirclient', 'valibot', '@tanstack/react-query'])
    expect(list).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
