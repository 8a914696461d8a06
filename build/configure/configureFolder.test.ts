import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkedSites } from '../sites/siteFile.ts';
import { MANIFEST, manifestText } from './buildManifest.ts';
import { configureFolder } from './configureFolder.ts';
import { readHashList } from './hashList.ts';

const body = '<body>\n    <!--longview:open-->\n</body>';
const head = (...marks: string[]): string =>
  `<head><!--longview:policy-->\n    ${marks.join('\n    ')}</head>`;
const PAGES = {
  'index.html':
    head(
      '<!--longview:preconnect-->',
      '<!--longview:places-->',
      '<!--longview:sites-->',
      '<script>a</script>',
    ) + body,
  'launch.html': head('<!--longview:preconnect-->', '<!--longview:sites-->', '<script>b</script>') + body,
  '404.html': head(),
};
const ASSETS = new Map([
  ['assets/main-1.js', 'run()'],
  ['icon.svg', '<svg/>'],
]);
const site = (fields: object = {}) =>
  checkedSites(
    {
      sites: [
        { id: 'general', label: 'General', iss: 'https://fhir.general.example/r4', clientId: 'x', ...fields },
      ],
    },
    'sites.json',
  );

let root = '';
let dist = '';
let out = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'longview-configure-'));
  [dist, out] = [join(root, 'dist'), join(root, 'out')];
  mkdirSync(join(dist, 'assets'), { recursive: true });
  for (const [name, content] of ASSETS) writeFileSync(join(dist, name), content);
  writeFileSync(join(dist, MANIFEST), manifestText('1.0.0', PAGES, ASSETS));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const configured = (changes: Partial<Parameters<typeof configureFolder>[0]> = {}) =>
  configureFolder({
    dist,
    out,
    sites: site(),
    transport: 'subdomains',
    version: '1.0.0',
    isForced: false,
    ...changes,
  });
const contentOf = (name: string): string => readFileSync(join(out, name), 'utf8');
const names = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted();

test('pages, policy, header files and the list of hashes follow from the site file', async () => {
  await configured({ sites: site({ redirectUri: 'https://longview.example/general.html' }) });
  expect(contentOf('index.html')).toContain('"iss":"https://fhir.general.example/r4"');
  expect(contentOf('index.html')).toContain("connect-src 'self' https://fhir.general.example;");
  expect(contentOf('index.html')).not.toContain('<!--longview:');
  expect(contentOf('general.html')).toBe(contentOf('index.html'));
  expect(contentOf('longview.nginx.conf')).toContain('https://fhir.general.example');
  expect(contentOf('assets/main-1.js')).toBe('run()');
  const listed = [...(readHashList(contentOf('longview.sha256'))?.keys() ?? [])];
  expect(['assets', 'longview.sha256', ...listed].toSorted()).toEqual(names(out));
});

test('a folder that was configured for other sites is a build as well, and leaves nothing of them', async () => {
  await configured({ sites: site({ redirectUri: 'https://longview.example/general.html' }) });
  const [second, direct] = [join(root, 'second'), join(root, 'direct')];
  const other = site({ iss: 'https://fhir.other.example/r4' });
  await configured({ dist: out, out: second, sites: other });
  await configured({ out: direct, sites: other });
  expect(names(second)).toEqual(names(direct));
  for (const name of names(direct).filter((one) => one !== 'assets'))
    expect(readFileSync(join(second, name), 'utf8')).toBe(readFileSync(join(direct, name), 'utf8'));
});

test('the page of an open server says so by itself, and no other page does', async () => {
  await configured({ sites: site({ iss: 'http://localhost:8080/fhir', open: true }) });
  for (const page of ['index.html', 'launch.html'])
    expect(contentOf(page)).toContain('No sign-in. Test data only.');
  await configured({ out: join(root, 'closed') });
  expect(readFileSync(join(root, 'closed/index.html'), 'utf8')).not.toContain('No sign-in');
});

describe('a folder that is not empty', () => {
  test('is refused, and stays as it is', async () => {
    mkdirSync(out);
    writeFileSync(join(out, 'mine.txt'), 'mine');
    await expect(configured()).rejects.toThrow('is not empty, and configure has not written it');
    await expect(configured({ isForced: true })).rejects.toThrow('configure has not written it');
    expect(names(out)).toEqual(['mine.txt']);
  });

  test('is replaced with --force where configure wrote it, and pages that are no more are deleted', async () => {
    await configured({ sites: site({ redirectUri: 'https://longview.example/general.html' }) });
    await expect(configured()).rejects.toThrow('add --force');
    await configured({ isForced: true, sites: site({ iss: 'https://fhir.other.example/r4' }) });
    expect(existsSync(join(out, 'general.html'))).toBe(false);
    expect(contentOf('index.html')).not.toContain('general.example');
  });

  test.each([
    ['a file that somebody added', 'robots.txt', 'robots.txt was added'],
    ['a file that somebody changed', 'web.config', 'web.config was changed'],
  ])('is refused even with --force because of %s', async (_, name, why) => {
    await configured();
    writeFileSync(join(out, name), 'mine');
    await expect(configured({ isForced: true })).rejects.toThrow(why);
    expect(contentOf(name)).toBe('mine');
  });

  test('is refused where the name is that of a file', async () => {
    writeFileSync(out, 'mine');
    await expect(configured()).rejects.toThrow('is a file; name a folder');
  });
});

describe('a build', () => {
  test.each([
    ['holds no manifest', () => rmSync(join(dist, MANIFEST)), 'holds no build of Longview'],
    [
      'is of another product',
      () => writeFileSync(join(dist, MANIFEST), '{"product":"other"}'),
      'is not that of a build',
    ],
    [
      'has a manifest that is no JSON',
      () => writeFileSync(join(dist, MANIFEST), '<html>'),
      'is not that of a build',
    ],
    ['lacks a file', () => rmSync(join(dist, 'assets/main-1.js')), 'assets/main-1.js is missing'],
    [
      'has a changed file',
      () => writeFileSync(join(dist, 'icon.svg'), '<svg><script/></svg>'),
      'icon.svg was changed',
    ],
    [
      'has a changed page in its manifest',
      () =>
        writeFileSync(
          join(dist, MANIFEST),
          readFileSync(join(dist, MANIFEST), 'utf8').replace('<script>a', '<script>steal'),
        ),
      'was changed since it was built',
    ],
    [
      'names a file outside of its folder',
      () =>
        writeFileSync(
          join(dist, MANIFEST),
          manifestText('1.0.0', PAGES, new Map([['../../etc/passwd', 'x']])),
        ),
      'is not that of a build',
    ],
    [
      'is of another version',
      () => writeFileSync(join(dist, MANIFEST), manifestText('2.0.0', PAGES, ASSETS)),
      'is version 2.0.0',
    ],
  ])('that %s is refused, and nothing is written', async (_, change, why) => {
    change();
    await expect(configured()).rejects.toThrow(why);
    expect(existsSync(out)).toBe(false);
  });

  test('is neither written into itself nor around itself, also by a link', async () => {
    const inside = join(root, 'link');
    symlinkSync(dist, inside);
    for (const to of [dist, join(dist, 'out'), root, inside])
      await expect(configured({ out: to, isForced: true })).rejects.toThrow('lie one in the other');
  });
});

test('a header file that a host would not read is not written, and that is said', async () => {
  const many = checkedSites(
    {
      sites: Array.from({ length: 120 }, (_, i) => ({
        id: `s${i}`,
        label: 'General',
        iss: `https://fhir-number-${i}.general.example/r4`,
        clientId: 'x',
        redirectUri: `https://longview.example/s${i}.html`,
      })),
    },
    'sites.json',
  );
  expect(await configured({ sites: many })).toContainEqual(expect.stringContaining('No _headers written'));
  expect(existsSync(join(out, '_headers'))).toBe(false);
});
