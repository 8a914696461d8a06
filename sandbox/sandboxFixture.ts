import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Sandbox } from './server.ts';
import { obtainToken, setFaults, startTestSandbox } from './testSandbox.ts';

export let sandbox: Sandbox;
export let token: string;

/**
 * Starts a sandbox for the tests of the calling file, with a token for Adam's record, and turns all faults off after each
 * test.
 */
export function setUpSandbox(): void {
  beforeAll(async () => {
    sandbox = await startTestSandbox();
    token = (await obtainToken(sandbox)).access_token;
  });
  afterEach(() => setFaults(sandbox));
  afterAll(() => sandbox.close());
}
