import { request } from 'node:https';
import { afterEach, expect, test } from 'vitest';
import { listenOnLocalhost } from '../freePort.ts';
import { EXIT_CODES } from './explanation.ts';
import { judge, type InfernoParts } from './inferno.ts';
import { readOptions, type InfernoOptions } from './options.ts';
import { UnfinishedRunError, type LaunchKind, type SuiteRun } from './runSuite.ts';
import { startStandInKit, type StandInFaults } from './standInKit.ts';
import { serveTlsOrigin } from './tlsOrigin.ts';

// The command runs against a small kit that answers as the kit's source says. A function launches in place of Chromium;
// e2e/launch/inferno.spec.ts does it with the browser and the built pages.

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function freePort(): Promise<number> {
  const taken = await listenOnLocalhost(() => {}, 0);
  await taken.close();
  return taken.port;
}

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly text: string };

/** Sends a request to the TLS origin, whose certificate nobody else knows. */
const send = (address: string, init: { method?: string; headers?: object; body?: string } = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = init;
    const sent = request(
      address,
      { method, headers: { ...headers }, rejectUnauthorized: false },
      (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });

/** Makes the requests of a launch as a client should. `change` lets a test make one of them wrong. */
const launchByHand =
  (change: (query: URLSearchParams) => void = () => {}): SuiteRun['launch'] =>
  async (address, kind) => {
    const app = new URL('.', address).href;
    const base = `${new URL(address).origin}/custom/smart_client_stu2_2`;
    // The verifier and its challenge are those of RFC 7636, appendix B.
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'longview-inferno',
      redirect_uri: `${app}index.html`,
      scope: 'launch patient/*.rs',
      state: 'a-state',
      aud: `${base}/fhir`,
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    });
    if (kind === 'ehr') query.set('launch', new URL(address).searchParams.get('launch') ?? '');
    change(query);
    const { headers } = await send(`${base}/auth/authorization?${query}`);
    const code = new URL(String(headers['location'])).searchParams.get('code') ?? '';
    const { text } = await send(`${base}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        client_id: 'longview-inferno',
        redirect_uri: `${app}index.html`,
        code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      }).toString(),
    });
    const { access_token: token, patient } = JSON.parse(text) as Record<string, string>;
    const read = await send(`${base}/fhir/Patient/${patient}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(JSON.parse(read.text)).toMatchObject({ resourceType: 'Patient', id: patient });
  };

type Tried = { readonly code: number; readonly said: string };

async function tryOut(
  faults: StandInFaults & { isDown?: boolean; hostOfKit?: string } = {},
  launch = launchByHand(),
  more: Partial<InfernoOptions> = {},
): Promise<Tried> {
  const port = await freePort();
  const kit = await startStandInKit(faults.hostOfKit ?? `https://localhost:${port}`, faults);
  if (faults.isDown === true) await kit.close();
  else closing.push(() => kit.close());
  let said = '';
  const parts: InfernoParts = {
    serveApp: async () => () => {},
    launch: () => launch,
    say: (text) => (said += text),
  };
  const options: InfernoOptions = {
    kit: kit.address,
    port,
    clientId: 'longview-inferno',
    kinds: ['ehr', 'standalone'],
    patienceMs: 20_000,
    ...more,
  };
  const code = await judge(options, parts);
  return { code, said };
}

test('every required test passes in both launches: the command ends with 0 and prints each row', async () => {
  const launched: LaunchKind[] = [];
  const { code, said } = await tryOut({}, async (address, kind) => {
    launched.push(kind);
    await launchByHand()(address, kind);
  });
  expect(said).toContain('Inferno stand-in');
  expect(launched).toEqual(['ehr', 'standalone']);
  expect(said.match(/^ {2}pass {3}/gm)).toHaveLength(10);
  expect(said).not.toContain('NOT every');
  expect(code).toBe(EXIT_CODES.passed);
});

test('one failing test is enough for 1, and its row says why', async () => {
  const { code, said } = await tryOut({ failingTest: 'smart_client_token_use_verification' });
  expect(said).toMatch(/ {2}fail {3}2\.04 .*\n +it was told to fail/);
  expect(said).toContain('NOT every required test passed');
  expect(code).toBe(EXIT_CODES.failed);
});

for (const [what, change, row] of [
  ['no state', (query: URLSearchParams) => query.delete('state'), 'state is missing'],
  ['another aud', (query: URLSearchParams) => query.set('aud', 'https://evil.example'), 'aud is wrong'],
  [
    'another challenge',
    (query: URLSearchParams) => query.set('code_challenge', 'x'),
    'code_verifier is wrong',
  ],
] as const)
  test(`a client with ${what} does not pass`, async () => {
    const { code, said } = await tryOut({}, launchByHand(change), { kinds: ['standalone'] });
    expect(said).toContain(row);
    expect(code).toBe(EXIT_CODES.failed);
  });

test('a kit that does not answer: 2, with its address', async () => {
  const { code, said } = await tryOut({ isDown: true });
  expect(said).toMatch(/No usable kit: http:\/\/localhost:\d+ does not answer/);
  expect(code).toBe(EXIT_CODES.noKit);
});

test('another server at the address of the kit: 2', async () => {
  const { code, said } = await tryOut({ otherPage: '<!doctype html><title>Welcome to nginx!</title>' });
  expect(said).toContain('something else than JSON');
  expect(code).toBe(EXIT_CODES.noKit);
});

test('a kit with another address of its own: 2, with what to set', async () => {
  const { code, said } = await tryOut({ hostOfKit: 'http://localhost' });
  expect(said).toMatch(/calls itself http:\/\/localhost\/custom.*Set INFERNO_HOST=https:\/\/localhost:\d+/);
  expect(code).toBe(EXIT_CODES.noKit);
});

test('a kit whose worker does not run: 3 when the patience is over, with the state of the run', async () => {
  const { code, said } = await tryOut({ isStuck: true }, launchByHand(), { patienceMs: 40 });
  expect(said).toContain('the kit\'s run is "queued" after 0.04 s');
  expect(code).toBe(EXIT_CODES.unfinished);
});

test('a launch that does not arrive: 3, what the page said, and the run is ended in the kit', async () => {
  const port = await freePort();
  const kit = await startStandInKit(`https://localhost:${port}`);
  closing.push(() => kit.close());
  let said = '';
  const code = await judge(
    { kit: kit.address, port, clientId: 'longview-inferno', kinds: ['ehr'], patienceMs: 20_000 },
    {
      serveApp: async () => () => {},
      launch: () => () => Promise.reject(new UnfinishedRunError('Longview stopped with E10')),
      say: (text) => (said += text),
    },
  );
  expect(said).toContain('Longview stopped with E10');
  expect(code).toBe(EXIT_CODES.unfinished);
  expect(kit.runs.map(({ status }) => status)).toEqual(['done']);
});

test('the origin answers preflights, passes the rest to the kit, and to no other server', async () => {
  const kit = await startStandInKit('https://localhost');
  const origin = await serveTlsOrigin(kit.address, 0);
  closing.push(
    () => kit.close(),
    () => origin.close(),
  );
  const preflight = await send(`${origin.origin}/custom/smart_client_stu2_2/fhir/Patient/x`, {
    method: 'OPTIONS',
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': expect.stringContaining('authorization'),
  });
  expect((await send(`${origin.origin}/api/version`)).text).toBe('{"version":"stand-in"}');
  expect((await send(`${origin.origin}//127.0.0.1:1/api/version`)).status).toBe(400);
  await kit.close();
  expect((await send(`${origin.origin}/api/version`)).status).toBe(502);
});

test('the command explains itself without a kit, and names what is wrong in an option', () => {
  expect(readOptions([])).toContain('INFERNO_HOST=https://localhost:8443');
  expect(readOptions(['--kit', 'localhost'])).toContain('--kit localhost');
  expect(readOptions(['--kit', 'http://localhost', '--launch', 'all'])).toContain('--launch all');
  expect(readOptions(['--kit', 'http://localhost', '--minutes', '0'])).toContain('--minutes 0');
  expect(readOptions(['--kit', 'http://localhost', '--port', '70000'])).toContain('--port 70000');
  expect(readOptions(['--kit', 'http://localhost', '--iss', 'javascript:x'])).toContain('--iss');
  expect(readOptions(['--kits'])).toContain('--kits');
  expect(readOptions(['--kit', 'http://localhost/', '--port', '9443'])).toMatchObject({
    kit: 'http://localhost',
    port: 9443,
    kinds: ['ehr', 'standalone'],
  });
});
