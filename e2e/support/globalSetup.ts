import type { FullConfig } from '@playwright/test';
import { serve } from '../../build/serve.ts';
import { buildFolder, environmentName } from './servers.ts';

/**
 * For each worker a production build and a sandbox of its own, beside any `npm start`: the faults of one test are no other's.
 * Built one after the other, since two builds at once would share two cores.
 */
export default async function start({ workers }: FullConfig): Promise<() => Promise<void>> {
  const running: { close(): Promise<void> }[] = [];
  for (let worker = 0; worker < workers; worker += 1) {
    const wanted = { mode: 'production', port: 0, sandboxPort: 0, topUp: undefined } as const;
    // oxlint-disable-next-line no-await-in-loop -- see above
    const servers = await serve({ ...wanted, outDir: () => buildFolder(worker) });
    process.env[environmentName('app', worker)] = servers.app;
    process.env[environmentName('sandbox', worker)] = servers.sandbox;
    running.push(servers);
  }
  return async () => {
    await Promise.all(running.map((servers) => servers.close()));
  };
}
