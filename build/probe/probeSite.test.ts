import { expect, test } from 'vitest';
import { stories } from '../../sandbox/patients/stories.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { exitCodeOf } from './probeLine.ts';
import { startTestServer } from '../testServerFixture.ts';
import {
  PAGE_ORIGIN,
  discoveryDocument,
  failedChecks,
  goodServer,
  lineOf,
  probeAt,
  runningServers,
  answerWith,
  SETTINGS_REQUEST,
  closeServersAfterEach,
} from './probeFixture.ts';

closeServersAfterEach();

test('a server that does all that Longview needs passes', async () => {
  const { iss } = await goodServer();
  const lines = await probeAt(iss);
  expect(failedChecks(lines)).toEqual([]);
  expect(exitCodeOf(lines)).toBe(0);
});

test('nothing secret is sent: no code, no token, no cookie, and no redirect URI to the token endpoint', async () => {
  const { iss, asked } = await goodServer();
  await probeAt(iss);
  expect(asked.length).toBeGreaterThan(5);
  for (const { headers, url } of asked) {
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
    expect(url).not.toMatch(/[?&](?:code|launch|token)=/);
  }
});

test.each(['generic', 'epic', 'oracle', 'meditech'] as const)('the sandbox passes as %s', async (vendor) => {
  const sandbox = await startSandbox({ port: 0, appOrigin: PAGE_ORIGIN, stories: stories.slice(0, 1) });
  runningServers.push(sandbox);
  const paths = {
    generic: '/fhir/r4',
    epic: '/epic/api/FHIR/R4',
    oracle: '/oracle/r4/sandbox-tenant',
    meditech: '/meditech/v1/uscore/R4',
  };
  const lines = await probeAt(sandbox.origin + paths[vendor], { vendor, clientId: 'longview-sandbox' });
  expect(failedChecks(lines)).toEqual([]);
});

test('the sandbox keeps its answers from another origin, and each line says so', async () => {
  const sandbox = await startSandbox({ port: 0, appOrigin: PAGE_ORIGIN, stories: stories.slice(0, 1) });
  runningServers.push(sandbox);
  const lines = await probeAt(sandbox.fhirBase, {}, 'https://other.example');
  expect(failedChecks(lines)).toContain('FHIR: preflight');
  expect(lineOf(lines, 'FHIR: preflight')).toMatchObject({
    found: 'no Access-Control-Allow-Origin',
    ask: expect.stringContaining('https://other.example') as string,
  });
});

test('a server that is not there could not be checked, and is asked once', async () => {
  const started = await startTestServer(() => {});
  await started.close();
  const lines = await probeAt(`${started.origin}/fhir`);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatchObject({
    state: 'unchecked',
    found: expect.stringContaining('nothing listens') as string,
  });
  expect(exitCodeOf(lines)).toBe(2);
});

test('a server that hangs is given up after its time', async () => {
  const { iss } = await goodServer({ [SETTINGS_REQUEST]: () => {} });
  const lines = await probeAt(iss);
  expect(lines[1]).toMatchObject({ state: 'unchecked', found: 'gave no whole answer within 8 s' });
});

test('a clock that differs is said', async () => {
  const date = new Date(Date.now() - 300_000).toUTCString();
  const { iss, origin } = await goodServer({
    [SETTINGS_REQUEST]: (request, response) =>
      answerWith(200, discoveryDocument(`http://${request.headers.host}`), { date })(request, response),
  });
  expect(origin).toContain('127.0.0.1');
  expect(lineOf(await probeAt(iss), 'clock of the server')?.found).toMatch(/^\d+ s behind this machine$/);
});

test('an open server is asked for FHIR alone', async () => {
  const { iss, asked } = await goodServer({ 'GET /fhir/Patient/longview-probe': answerWith(404, {}) });
  const lines = await probeAt(iss, { open: true });
  expect(failedChecks(lines)).toEqual([]);
  expect(asked.map(({ url }) => url)).not.toContainEqual(expect.stringContaining('well-known'));
});
