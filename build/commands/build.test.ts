import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { benchOrder } from '../../bench/bench.ts';
import { built, folderHandler } from '../serve.ts';
import { sandboxSites } from '../sites/siteFile.ts';
import { resultText } from './build.ts';
import { silenceText } from './silenceText.ts';

const folder = mkdtempSync(join(tmpdir(), 'longview-build-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command as it is typed. Nothing of the environment names a site. */
function typed(command: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stderr } = spawnSync('npm', ['run', '-s', ...command.split(' ')], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  });
  return [status, stderr.trim()];
}

test('a wrong site file stops npm run build, which names it and shows no stack', () => {
  const path = join(folder, 'sites.json');
  writeFileSync(
    path,
    '{"sites":[{"id":"a","label":"A","iss":"https://a.example/r4","clientId":"c","vendor":"x"}]}',
  );
  expect(typed('build', { LONGVIEW_SITES: path })).toEqual([
    1,
    `${path}:\n  /sites/0/vendor must be equal to one of the allowed values: generic, epic, oracle, meditech`,
  ]);
  expect(typed('build', { LONGVIEW_HSTS: 'on' })).toEqual([
    1,
    'LONGVIEW_HSTS=on: expected off, host or subdomains.',
  ]);
});

test.each([
  ['build -- --outDir x', 'npm run build takes no options; leave out --outDir x.'],
  ['audit:deps -- --json', 'npm run audit:deps takes no options; leave out --json.'],
  ['check:structure -- src', 'npm run check:structure takes no options; leave out src.'],
  ['simulate:changes -- 5', 'npm run simulate:changes takes no options; leave out 5.'],
])('npm run %s is refused in one sentence', (command, said) => {
  expect(typed(command)).toEqual([1, said]);
});

test('a folder that cannot be written is said before the build begins', async () => {
  writeFileSync(join(folder, 'file'), '');
  const outDir = join(folder, 'file', '4173');
  await expect(built({}, sandboxSites('http://127.0.0.1:5300'), outDir)).rejects.toThrow(
    `${outDir} cannot be written (ENOTDIR); move the file away that lies in its path.`,
  );
});

test('a build says for whom it is, and one for the sandbox alone says that too', () => {
  const [site] = sandboxSites('http://127.0.0.1:5300');
  expect(resultText('1.2.3', [site!], true)).toBe(
    `Longview 1.2.3 for ${site?.label} is in dist. Deploy pages and headers together (docs/hosting.md).`,
  );
  expect(resultText('1.2.3', [site!, site!], true)).toContain('for 2 sites is in dist');
  expect(resultText('1.2.3', [site!], false)).toContain('for the sandbox alone');
});

test('npm run bench refuses what it cannot measure', () => {
  expect(benchOrder([])).toMatchObject({ runs: 5, isQuick: false });
  expect(benchOrder(['--quick'])).toEqual({
    names: ['firstLoad', 'layoutShift', 'growth'],
    runs: 3,
    isQuick: true,
  });
  expect(benchOrder(['growth', 'memory', '--runs=2'])).toMatchObject({
    names: ['growth', 'memory'],
    runs: 2,
  });
  expect(() => benchOrder(['grwth'])).toThrow('There is no measure grwth; there are firstLoad');
  expect(() => benchOrder(['--runs=many'])).toThrow('--runs=many: expected how often each is measured');
});

test('an address where there is nothing shows the page that says so, with the headers of all pages', async () => {
  writeFileSync(join(folder, 'index.html'), 'start');
  writeFileSync(join(folder, '404.html'), 'There is nothing at this address');
  const server = createServer(await folderHandler(folder, new Map([['referrer-policy', 'no-referrer']])));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const [page, none] = await Promise.all([fetch(`${origin}/`), fetch(`${origin}/nope`)]);
    expect([page.status, await page.text()]).toEqual([200, 'start']);
    expect([none.status, await none.text()]).toEqual([404, 'There is nothing at this address']);
    expect(none.headers.get('referrer-policy')).toBe('no-referrer');
    expect(none.headers.get('cache-control')).toBe(page.headers.get('cache-control'));
    expect(await silenceText(`${origin}/fhir`)).toBe('');
  } finally {
    server.close();
  }
  expect(await silenceText(`${origin}/fhir`)).toContain(
    'Not yet: the FHIR server cannot be reached: nothing listens',
  );
});
