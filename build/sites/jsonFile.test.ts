import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAllSites } from '../brands/readAllSites.ts';

const SITES = JSON.stringify({
  sites: [{ id: 'g', label: 'G', iss: 'https://fhir.example/r4', clientId: 'c' }],
});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'longview-json-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function fileWith(content: string | Uint8Array): string {
  const path = join(folder, 'file.json');
  writeFileSync(path, content);
  return path;
}

test('a byte order mark at the beginning is no part of the file', async () => {
  expect(await readAllSites({ LONGVIEW_SITES: fileWith(`\uFEFF${SITES}`) })).toHaveLength(1);
});

test.each([
  ['nothing in it', '', 'the file is empty'],
  ['blanks in it', ' \n', 'the file is empty'],
  ['UTF-16, as Windows writes it', Buffer.from(`\uFEFF${SITES}`, 'utf16le'), 'is not in UTF-8; save it'],
  ['no JSON', '{\n\n  "sites": oops }', /: Unexpected token .*oops.* is not valid JSON$/],
  ['a quote too few', '{\n "sites": [],\n brands: 1\n}', /at position \d+ \(line 3[) ]/],
  ['a comma too many', '{\n "sites": [\n  {},\n ]\n}', /: Unexpected token .* is not valid JSON$/],
  ['a field twice', '{"sites":[],"sites":[]}', 'written twice in one object, or called __proto__'],
  [
    'a field for prototypes',
    '{"__proto__":{},"sites":[]}',
    'written twice in one object, or called __proto__',
  ],
  [
    'lists nested thousands deep',
    `{"sites":[],"x":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    'the file is nested too deeply',
  ],
])('a site file or a bundle with %s says what is wrong with it', async (_, content, why) => {
  const path = fileWith(content);
  await expect(readAllSites({ LONGVIEW_SITES: path })).rejects.toThrow(why);
  const template = join(folder, 'template.json');
  writeFileSync(template, '{"sites":[],"brands":{"clientId":"c","hosts":["*"]}}');
  await expect(readAllSites({ LONGVIEW_SITES: template, LONGVIEW_BRANDS: path })).rejects.toThrow(why);
});

test('what a file quotes cannot move the cursor of a terminal', async () => {
  const path = fileWith('\u001b[2J\u009b31mforged');
  const said = await readAllSites({ LONGVIEW_SITES: path }).catch((error: unknown) => String(error));
  expect(said).toContain(path);
  expect(said).not.toMatch(/[^\x20-\x7e]/);
});

test('a file that is not there, and a folder, are said in words', async () => {
  const missing = join(folder, 'missing.json');
  await expect(readAllSites({ LONGVIEW_SITES: missing })).rejects.toThrow(
    `${missing}: there is no such file`,
  );
  await expect(readAllSites({ LONGVIEW_SITES: folder })).rejects.toThrow(
    'this is a folder; name the file in it',
  );
});
