import { serve, type Servers } from '../../build/serve.ts';
import { test } from '../support/test.ts';

/**
 * Starts an app and a sandbox of their own for the tests of the calling block, in which a patient has so many results
 * ("kidney=100000"). Returns the tests that use them, and where the sandbox is.
 */
export function withScaledServers(topUp: string) {
  let running: Servers;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    // Two workers may build at once.
    const outDir = `dist-e2e-scale-${test.info().parallelIndex}`;
    running = await serve({
      mode: 'production',
      outDir: () => outDir,
      port: 0,
      sandboxPort: 0,
      topUp,
    });
  });
  test.afterAll(() => running.close());
  const scaled = test.extend({
    // oxlint-disable-next-line no-empty-pattern -- Playwright requires a destructured first argument
    servers: async ({}, use) => use({ appOrigin: running.app, sandboxOrigin: running.sandbox }),
  });
  return { scaled, sandbox: (): string => running.sandbox };
}
