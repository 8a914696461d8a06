import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { listenOnLocalhost } from '../../build/freePort.ts';
import { startStandInKit } from '../../build/inferno/standInKit.ts';

test('npm run inferno builds Longview, launches it twice against a kit, and ends with the result', async () => {
  const taken = await listenOnLocalhost(() => {}, 0);
  const port = `${taken.port}`;
  await taken.close();
  const kit = await startStandInKit(`https://localhost:${port}`);
  try {
    const command = spawn('node', ['build/run.mjs', 'inferno', '--kit', kit.address, '--port', port], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [command.stdout, command.stderr])
      stream.on('data', (text) => (said += String(text)));
    const [code] = (await once(command, 'exit')) as [number];
    expect(said).toContain('Launch from an EHR');
    expect(said).toContain('Standalone launch');
    expect(said.match(/^ {2}pass {3}/gm), said).toHaveLength(10);
    expect(code, said).toBe(0);
  } finally {
    await kit.close();
  }
  // The EHR launch sends launch on, and the standalone launch does not.
  const asked = kit.runs.map(({ sent }) => sent.find(({ path }) => path === '/auth/authorization')?.query);
  expect(asked.map((query) => query?.has('launch'))).toEqual([true, false]);
});
