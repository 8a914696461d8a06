/**
 * This file starts a sandbox for each file of tests that imports it, with a token for Adam's record, and turns all faults
 * off after each test.
 */
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Sandbox } from './server.ts';
import { obtainToken, setFaults, startTestSandbox } from './testSandbox.ts';

export let sandbox: Sandbox;
export let token: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  token = (await obtainToken(sandbox)).access_token;
});
afterEach(() => setFaults(sandbox));
afterAll(() => sandbox.close());
