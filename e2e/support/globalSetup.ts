import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { serve } from '../../build/serve.ts';
import { buildFolder, environmentName } from './servers.ts';

/**
 * Builds the app and starts a sandbox for each worker, so that a fault of one test is in no other test. It
 * touches no running `npm start`. The builds run one after the other because they would share the cores.
 */
export default async function start({ workers }: FullConfig): Promise<() => Promise<void>> {
  const running: { close(): Promise<void> }[] = [];
  for (let worker = 0; worker < workers; worker += 1) {
    const wanted = { mode: 'production', port: 0, sandboxPort: 0, topUp: undefined } as const;
    const cohortFolder = mkdtempSync(join(tmpdir(), 'longview-e2e-cohort-'));
    const servers = await serve({ ...wanted, cohortFolder, outDir: () => buildFolder(worker) });
    process.env[environmentName('app', worker)] = servers.app;
    process.env[environmentName('sandbox', worker)] = servers.sandbox;
    process.env[environmentName('cohort', worker)] = cohortFolder;
    running.push(servers, { close: async () => rmSync(cohortFolder, { recursive: true, force: true }) });
  }
  return async () => {
    await Promise.all(running.map((servers) => servers.close()));
  };
}
