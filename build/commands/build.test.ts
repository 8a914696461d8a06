import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { benchOrder } from '../../bench/bench.ts';
import { built } from '../serve.ts';
import { sandboxSites } from '../sites/siteFile.ts';
import { resultText } from './build.ts';

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
