import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sandboxSites } from '../sites/siteFile.ts';
import { headerTable } from './headerTable.ts';
import { HOST_FILES } from './hostFormats.ts';
import { HOST_READERS } from './readHostFile.ts';

// All hosts are told the same for every path, and those that are installed here read their file themselves.

const table = headerTable(sandboxSites('http://127.0.0.1:5300'), ['sha256-a+b/c='], 'subdomains');
const text = (host: string): string => HOST_FILES[host]?.(table) ?? '';
const answers = (path: string, isThere = true) =>
  Object.keys(HOST_FILES).map((host) => ({
    host,
    sent: HOST_READERS[host]?.(text(host), { path, isThere }),
  }));

describe.each([
  '/',
  '/index.html',
  '/launch.html',
  '/404.html',
  ...readdirSync('public').map((name) => `/${name}`),
])('%s', (path) => {
  test.each(answers(path))('$host: every header, and it is not kept', ({ sent }) => {
    const { 'Cache-Control': cache, ...rest } = sent ?? {};
    expect(cache).toEqual(['no-store']);
    expect(rest).toEqual(
      Object.fromEntries(Object.entries(table.everywhere).map(([name, value]) => [name, [value]])),
    );
  });
});

describe.each([
  '/assets/main-1.js',
  '/assets/main-1.js.br',
  '/assets/main-1.js.gz',
  '/assets/catalog-1.json',
])('%s', (path) => {
  test.each(answers(path))('$host: every header, and it is kept for good', ({ sent }) => {
    expect(sent?.['Cache-Control']).toEqual(['public, max-age=31536000, immutable']);
    expect(Object.keys(sent ?? {}).toSorted()).toEqual(
      [...Object.keys(table.everywhere), 'Cache-Control'].toSorted(),
    );
  });
});

const root = mkdtempSync(join(tmpdir(), 'longview-hosts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Returns what a command prints, with its errors. Throws with them where it fails. */
const printed = (command: string, args: readonly string[]): string =>
  execFileSync('/bin/sh', ['-c', '"$0" "$@" 2>&1', command, ...args], { encoding: 'utf8', cwd: root });

function isInstalled(command: string, args: readonly string[]): boolean {
  try {
    printed(command, args);
    return true;
  } catch {
    return false;
  }
}

/** Each host checks a whole configuration around our file. */
const CHECKS = {
  nginx: {
    version: ['-v'],
    file: 'longview.nginx.conf',
    around:
      'pid nginx.pid;\nevents {}\nhttp { server { listen 127.0.0.1:1; root .; include longview.nginx.conf; } }\n',
    check: (path: string) => ['-t', '-p', root, '-c', path, '-e', 'stderr'],
  },
  caddy: {
    version: ['version'],
    file: 'longview.Caddyfile',
    around:
      'http://localhost:1 {\n\troot * .\n\timport longview.Caddyfile\n\tfile_server {\n\t\tprecompressed br gzip\n\t}\n}\n',
    check: (path: string) => ['validate', '--config', path, '--adapter', 'caddyfile'],
  },
  apache2: {
    version: ['-v'],
    file: 'longview.apache.conf',
    around: [
      `ServerRoot ${root}`,
      'ServerName localhost',
      'Listen 127.0.0.1:1',
      ...['mpm_event', 'authz_core', 'headers'].map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      ),
      'ErrorLog error.log',
      'Include longview.apache.conf\n',
    ].join('\n'),
    check: (path: string) => ['-t', '-f', path],
  },
} as const;

const all = Object.entries(CHECKS).map(([host, { version, ...own }]) => ({
  host,
  ...own,
  isHere: isInstalled(host, version),
}));
const here = all.filter(({ isHere }) => isHere);
const missing = all.filter(({ isHere }) => !isHere);

test.each(here)('$host itself reads $file', ({ host, file, around, check }) => {
  writeFileSync(join(root, file), text(file));
  const path = join(root, `${host}.conf`);
  writeFileSync(path, around);
  expect(printed(host, check(path))).toMatch(/syntax is ok|Valid configuration|Syntax OK/);
  // The same check refuses a file that is not one.
  writeFileSync(join(root, file), `${text(file)}\nNo such directive {`);
  expect(() => printed(host, check(path))).toThrow('Command failed');
});

test.each(missing)('$host is not installed here, so it did not read $file itself', ({ host, file }) => {
  console.log(`${host} is not installed here: ${file} was read by our own reader alone.`);
  expect(isInstalled(host, CHECKS[host as keyof typeof CHECKS].version)).toBe(false);
});
