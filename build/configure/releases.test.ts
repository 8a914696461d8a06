import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkedSites } from '../sites/siteFile.ts';
import { MANIFEST, manifestText } from './buildManifest.ts';
import { configureFolder } from './configureFolder.ts';
import { RELEASES } from './releases.ts';

const page = '<head><!--longview:policy--><!--longview:preconnect--><!--longview:sites--></head>';
const body = '<body><!--longview:open--></body>';
const PAGES = {
  'index.html': `${page.replace('</head>', '<!--longview:places--></head>')}${body}`,
  'launch.html': page + body,
  '404.html': '<!--longview:policy-->',
};
const sites = (iss = 'https://fhir.general.example/r4') =>
  checkedSites({ sites: [{ id: 'general', label: 'General', iss, clientId: 'x' }] }, 'sites.json');

let root = '';
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'longview-releases-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes a build with a chunk of its own and one that stays the same in all. Returns its folder. */
function buildOf(number: number): string {
  const dist = join(root, `dist-${number}`);
  const files = new Map([
    [`assets/detail-${number}.js`, `show(${number})`],
    ['assets/shared-0.js', 'shared()'],
    ['icon.svg', '<svg/>'],
  ]);
  mkdirSync(join(dist, 'assets'), { recursive: true });
  for (const [name, content] of files) writeFileSync(join(dist, name), content);
  writeFileSync(join(dist, MANIFEST), manifestText('1.0.0', PAGES, files));
  return dist;
}

const served = (): string => join(root, 'served');
const deploy = (number: number, more: Partial<Parameters<typeof configureFolder>[0]> = {}) =>
  configureFolder({
    dist: buildOf(number),
    out: served(),
    sites: sites(),
    transport: 'off',
    version: '1.0.0',
    isForced: true,
    ...(existsSync(join(served(), RELEASES)) && { keep: served() }),
    ...more,
  });
const chunks = (): string[] =>
  [1, 2, 3, 4].filter((n) => existsSync(join(served(), `assets/detail-${n}.js`))).map(String);
const listed = (): string[][] =>
  (
    JSON.parse(readFileSync(join(served(), RELEASES), 'utf8')) as { releases: { files: object }[] }
  ).releases.map(({ files }) => Object.keys(files));

test('the chunks of the last two releases stay, and those of the third last go', async () => {
  await deploy(1);
  await deploy(2);
  await deploy(3);
  expect(chunks()).toEqual(['1', '2', '3']);
  await deploy(4);
  expect(chunks()).toEqual(['2', '3', '4']);
  expect(listed()).toEqual([4, 3, 2].map((n) => [`assets/detail-${n}.js`, 'assets/shared-0.js']));
  expect(readFileSync(join(served(), 'assets/detail-2.js'), 'utf8')).toBe('show(2)');
});

test('another site file for the same release pushes none out', async () => {
  await deploy(1);
  await deploy(2);
  await deploy(2, { sites: sites('https://fhir.other.example/r4') });
  await deploy(3);
  expect(chunks()).toEqual(['1', '2', '3']);
});

test('without --keep nothing is taken over', async () => {
  await deploy(1);
  await deploy(2, { keep: undefined });
  expect(chunks()).toEqual(['2']);
});

test.each([
  ['lists no releases', (folder: string) => rmSync(join(folder, RELEASES)), 'holds no releases.json'],
  [
    'lists a file outside of assets',
    (folder: string) =>
      writeFileSync(
        join(folder, RELEASES),
        `{"releases":[{"version":"1","files":{"assets/../../secret":"${'a'.repeat(64)}"}}]}`,
      ),
    'is not as Longview writes it',
  ],
  [
    'lists a name twice',
    (folder: string) => writeFileSync(join(folder, RELEASES), '{"releases":[],"releases":[]}'),
    'is not as Longview writes it',
  ],
  [
    'has a changed chunk',
    (folder: string) => writeFileSync(join(folder, 'assets/detail-1.js'), 'steal()'),
    'detail-1.js was changed',
  ],
  ['lacks a chunk', (folder: string) => rmSync(join(folder, 'assets/detail-1.js')), 'detail-1.js is missing'],
])('a folder that %s is not kept, and nothing is written', async (_, change, why) => {
  await deploy(1);
  change(served());
  const out = join(root, 'other');
  await expect(deploy(2, { keep: served(), out })).rejects.toThrow(why);
  expect(existsSync(out)).toBe(false);
});
