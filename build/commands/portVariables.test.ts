import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { portOfVariable } from './portVariables.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longview-ports-'));
  for (const name of ['PORT', 'SANDBOX_PORT']) vi.stubEnv(name, undefined);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

const ports = () => [
  portOfVariable('production', 'PORT', folder),
  portOfVariable('production', 'SANDBOX_PORT', folder),
];

test('the ports of .env.example count once their line is no comment any more', () => {
  const example = readFileSync('.env.example', 'utf8');
  writeFileSync(join(folder, '.env'), example);
  expect(ports()).toEqual([undefined, undefined]);
  writeFileSync(join(folder, '.env'), example.replaceAll(/^# ((?:SANDBOX_)?PORT=)/gm, '$1'));
  expect(ports()).toEqual([4173, 5300]);
});

test('a port of the process comes before that of .env, and a wrong one of either is said', () => {
  writeFileSync(join(folder, '.env'), 'PORT=5000\nSANDBOX_PORT=many\n');
  vi.stubEnv('PORT', '6000');
  expect(portOfVariable('production', 'PORT', folder)).toBe(6000);
  expect(() => portOfVariable('production', 'SANDBOX_PORT', folder)).toThrow('SANDBOX_PORT=many is no port');
});
