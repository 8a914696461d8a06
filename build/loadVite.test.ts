import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installCommand, nodeProblem } from './loadVite.mjs';

test.each([
  ['18.20.8', 'Longview needs Node 20.19 or newer, and this is Node 18.20.8.'],
  ['20.18.3', 'Longview needs Node 20.19 or newer, and this is Node 20.18.3.'],
  ['20.19.0', undefined],
  ['22.1.0', undefined],
  ['26.0.0', undefined],
])('Node %s: %s', (version, problem) => {
  expect(nodeProblem(version, '>=20.19')).toBe(problem);
});

test.each([
  ['an environment that says nothing', {}, 'npm ci'],
  ['NODE_ENV=production', { NODE_ENV: 'production' }, 'npm ci --include=dev'],
  ['omit=dev in .npmrc', { npm_config_omit: 'dev' }, 'npm ci --include=dev'],
  ['omit=optional in .npmrc', { npm_config_omit: 'optional' }, 'npm ci'],
])('with %s all packages come', (_, env, command) => {
  expect(installCommand(env)).toBe(command);
});

test('a fresh clone without its packages is told what to run, and shows no stack', () => {
  const clone = mkdtempSync(join(tmpdir(), 'longview-clone-'));
  try {
    mkdirSync(join(clone, 'build/cohort'), { recursive: true });
    for (const file of ['package.json', 'build/run.mjs', 'build/loadVite.mjs', 'build/cohort/run.mjs'])
      cpSync(file, join(clone, file));
    for (const command of [['build/run.mjs', 'start'], ['build/cohort/run.mjs']]) {
      const { status, stderr } = spawnSync(process.execPath, command, {
        cwd: clone,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      });
      expect([status, stderr]).toEqual([1, 'The packages of Longview are not installed. Run: npm ci\n']);
    }
  } finally {
    rmSync(clone, { recursive: true });
  }
});
