import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { stories } from '../../sandbox/patients/stories.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { probeServers } from '../commands/probe.ts';
import { checkedSites } from '../sites/siteFile.ts';
import { exitCodeOf, type ProbeLine } from './probeLine.ts';
import { probeSite } from './probeSite.ts';
import { startTestServer } from './testServerFixture.ts';

const APP = 'https://longview.example';
const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const siteAt = (iss: string, fields: object = {}): object => ({
  id: 'general',
  label: 'General Hospital',
  iss,
  clientId: 'longview',
  ...fields,
});
async function probed(iss: string, fields: object = {}, origin = APP): Promise<readonly ProbeLine[]> {
  const [site] = checkedSites({ sites: [siteAt(iss, fields)] }, 'sites.json');
  if (site === undefined) throw new Error('There is no site.');
  return probeSite(site, origin);
}
const line = (lines: readonly ProbeLine[], check: string): ProbeLine | undefined =>
  lines.find((one) => one.check === check);
const failing = (lines: readonly ProbeLine[]): string[] =>
  lines.filter(({ state }) => state === 'fails').map(({ check }) => check);

type Answers = Readonly<Record<string, RequestListener>>;
const CORS = { 'access-control-allow-origin': APP };
const sending =
  (
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string | string[]>> = {},
  ): RequestListener =>
  (_, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...CORS, ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
const discovery = (origin: string) => ({
  issuer: `${origin}/fhir`,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  code_challenge_methods_supported: ['S256'],
  grant_types_supported: ['authorization_code'],
  capabilities: ['launch-ehr', 'launch-standalone', 'client-public', 'permission-v2', 'permission-patient'],
});
const STATEMENT = {
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  rest: [
    {
      mode: 'server',
      resource: [
        { type: 'Patient' },
        { type: 'Observation', searchParam: [{ name: 'patient' }, { name: 'date' }, { name: 'category' }] },
      ],
    },
  ],
};

/** A server that does all that Longview needs, but for what `changes` answers in its place, by method and path. */
async function goodServer(
  changes: Answers = {},
): Promise<{ iss: string; origin: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  let origin = '';
  const answers = (): Answers => ({
    'GET /fhir/.well-known/smart-configuration': sending(200, discovery(origin)),
    'GET /fhir/metadata': sending(200, STATEMENT),
    'GET /fhir/Patient/longview-probe': sending(401, {}),
    'OPTIONS /fhir/Patient/longview-probe': sending(204, '', {
      'access-control-allow-headers': 'Authorization, Accept',
      'access-control-max-age': '7200',
    }),
    'POST /token': sending(400, { error: 'invalid_request' }),
    'OPTIONS /token': sending(204, ''),
    'GET /authorize': sending(200, '<html>', { 'content-type': 'text/html' }),
    ...changes,
  });
  const started = await startTestServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(request);
    const path = (request.url ?? '').split('?')[0];
    const answer = answers()[`${request.method} ${path}`];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  running.push(started);
  origin = started.origin;
  return { iss: `${origin}/fhir`, origin, asked };
}

test('a server that does all that Longview needs passes', async () => {
  const { iss } = await goodServer();
  const lines = await probed(iss);
  expect(failing(lines)).toEqual([]);
  expect(exitCodeOf(lines)).toBe(0);
});

test('nothing secret is sent: no code, no token, no cookie, and no redirect URI to the token endpoint', async () => {
  const { iss, asked } = await goodServer();
  await probed(iss);
  expect(asked.length).toBeGreaterThan(5);
  for (const { headers, url } of asked) {
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
    expect(url).not.toMatch(/[?&](?:code|launch|token)=/);
  }
});

test.each(['generic', 'epic', 'oracle', 'meditech'] as const)('the sandbox passes as %s', async (vendor) => {
  const sandbox = await startSandbox({ port: 0, appOrigin: APP, stories: stories.slice(0, 1) });
  running.push(sandbox);
  const paths = {
    generic: '/fhir/r4',
    epic: '/epic/api/FHIR/R4',
    oracle: '/oracle/r4/sandbox-tenant',
    meditech: '/meditech/v1/uscore/R4',
  };
  const lines = await probed(sandbox.origin + paths[vendor], { vendor, clientId: 'longview-sandbox' });
  expect(failing(lines)).toEqual([]);
});

test('the sandbox keeps its answers from another origin, and each line says so', async () => {
  const sandbox = await startSandbox({ port: 0, appOrigin: APP, stories: stories.slice(0, 1) });
  running.push(sandbox);
  const lines = await probed(sandbox.fhirBase, {}, 'https://other.example');
  expect(failing(lines)).toContain('FHIR: preflight');
  expect(line(lines, 'FHIR: preflight')).toMatchObject({
    found: 'no Access-Control-Allow-Origin',
    ask: expect.stringContaining('https://other.example') as string,
  });
});

const settings = 'GET /fhir/.well-known/smart-configuration';
const patient = 'OPTIONS /fhir/Patient/longview-probe';
const own = { 'access-control-allow-headers': 'authorization' };
test.each<readonly [string, Answers, string, string]>([
  [
    'no CORS on discovery',
    { [settings]: (_, response) => response.end('{}') },
    'discovery: CORS',
    'no Access-Control-Allow-Origin',
  ],
  [
    'CORS for another origin',
    { [settings]: sending(200, {}, { 'access-control-allow-origin': 'https://a.example' }) },
    'discovery: CORS',
    'is https://a.example',
  ],
  [
    'CORS twice',
    { [settings]: sending(200, {}, { 'access-control-allow-origin': ['*', '*'] }) },
    'discovery: CORS',
    'comes twice',
  ],
  [
    'HTML',
    { [settings]: sending(200, '<!doctype html><title>Sign in</title>') },
    '.well-known/smart-configuration',
    'sends a web page (HTML)',
  ],
  [
    'a body without end',
    { [settings]: sending(200, `"${'x'.repeat(500_000)}"`) },
    '.well-known/smart-configuration',
    'more than 128 KiB',
  ],
  [
    'a field that stands twice',
    { [settings]: sending(200, '{"issuer":"a","issuer":"b"}') },
    '.well-known/smart-configuration',
    'each field once',
  ],
  [
    'a redirect',
    { [settings]: sending(301, '', { location: 'https://b.example/x' }) },
    '.well-known/smart-configuration',
    'redirects (301) to https://b.example/',
  ],
  ['status 500', { [settings]: sending(500, {}) }, '.well-known/smart-configuration', 'status 500'],
  [
    'no S256',
    {
      [settings]: sending(200, {
        ...discovery('https://x.example'),
        code_challenge_methods_supported: ['plain'],
      }),
    },
    'code_challenge_methods_supported',
    'plain',
  ],
  [
    'endpoints on another origin',
    { [settings]: sending(200, discovery('https://x.example')) },
    'token_endpoint',
    'x.example',
  ],
  [
    'no CORS on the token',
    { 'POST /token': (_, response) => response.writeHead(400).end() },
    'token endpoint: CORS',
    'no Access-Control-Allow-Origin',
  ],
  ['no token endpoint there', { 'POST /token': sending(404, {}) }, 'token endpoint: answer', 'status 404'],
  [
    'a preflight that wants a token',
    { [patient]: sending(401, {}, own) },
    'FHIR: preflight',
    'answers with status 401',
  ],
  [
    'a preflight that allows all headers but Authorization',
    { [patient]: sending(204, '', { 'access-control-allow-headers': '*' }) },
    'FHIR: preflight',
    'does not name authorization',
  ],
  [
    'FHIR of another version',
    { 'GET /fhir/metadata': sending(200, { ...STATEMENT, fhirVersion: '3.0.2' }) },
    'FHIR: version',
    '3.0.2',
  ],
  [
    'a server without Patient',
    { 'GET /fhir/metadata': sending(200, { ...STATEMENT, rest: [] }) },
    'FHIR: Patient',
    'not listed',
  ],
])('%s fails, and the line says for whom and what to ask', async (_, changes, check, found) => {
  const { iss } = await goodServer(changes);
  const lines = await probed(iss);
  expect(line(lines, check)).toMatchObject({
    state: 'fails',
    found: expect.stringContaining(found) as string,
    meaning: expect.stringMatching(/\w{4}/) as string,
    ask: expect.stringMatching(/\w{4}/) as string,
  });
  expect(exitCodeOf(lines)).toBe(1);
});

test.each<readonly [string, Answers, string]>([
  [
    'redirects in a circle',
    {
      'GET /authorize': (request, response) => response.writeHead(302, { location: request.url ?? '' }).end(),
    },
    'redirects in a circle',
  ],
  [
    'redirects without end',
    {
      'GET /authorize': (_, response) =>
        response.writeHead(302, { location: `/authorize?${Math.random()}` }).end(),
    },
    'redirects more than 8 times',
  ],
  [
    'sends the browser to http elsewhere',
    { 'GET /authorize': sending(302, '', { location: 'http://login.example/' }) },
    'which is not https',
  ],
])('a sign-in page that %s could not be checked', async (_, changes, found) => {
  const { iss } = await goodServer(changes);
  const lines = await probed(iss);
  expect(line(lines, 'sign-in page: framing')).toMatchObject({
    state: 'unchecked',
    found: expect.stringContaining(found) as string,
  });
  expect(exitCodeOf(lines)).toBe(2);
});

describe('a sign-in that the server refuses before its page', () => {
  const back = (query: string): Answers => ({
    'GET /authorize': sending(302, '', { location: `${APP}/index.html?${query}` }),
  });
  const page = (status: number): Answers => ({ 'GET /authorize': sending(status, '<html>') });
  test.each<readonly [string, Answers, string]>([
    ['by an error page, as Keycloak does for another client id or redirect URI', page(400), 'status 400'],
    ['by an error page, as others do for a client id', page(401), 'status 401'],
    ['since there is no such page', page(404), 'status 404'],
    [
      'by the redirect URI, as Keycloak does for a scope',
      back('error=invalid_scope&error_description=Invalid+scopes'),
      'without a page: invalid_scope, Invalid scopes',
    ],
    ['since the client may not do this', back('error=unauthorized_client'), 'unauthorized_client'],
  ])('fails %s, and the line names the registration', async (_, changes, found) => {
    const { iss } = await goodServer(changes);
    const lines = await probed(iss);
    expect(line(lines, 'sign-in page: answer')).toMatchObject({
      state: 'fails',
      found: expect.stringContaining(found) as string,
      ask: expect.stringContaining(
        `longview known there as a public client, with the redirect URI ${APP}/index.html`,
      ) as string,
    });
    expect(exitCodeOf(lines)).toBe(1);
  });

  test.each<readonly [string, Answers, object, 'note' | 'unchecked']>([
    ['a launch from a chart alone, which the probe cannot make', page(400), { launch: ['ehr'] }, 'note'],
    [
      'a server that is opened from charts alone, as its document says',
      {
        ...page(400),
        'GET /fhir/.well-known/smart-configuration': (request, response) =>
          sending(200, { ...discovery(`http://${request.headers.host}`), capabilities: ['launch-ehr'] })(
            request,
            response,
          ),
      },
      {},
      'note',
    ],
    ['a guard against programs', page(403), {}, 'note'],
    ['a server that is down', page(503), {}, 'note'],
    ['a login that is required', back('error=login_required'), {}, 'unchecked'],
    ['a code for nobody', back('code=1'), {}, 'unchecked'],
  ])('%s is no proof of a wrong registration', async (_, changes, fields, state) => {
    const { iss } = await goodServer(changes);
    expect(line(await probed(iss, fields), 'sign-in page: answer')?.state).toBe(state);
  });

  test('scopes are asked for in the form that the server announces', async () => {
    const { iss, asked } = await goodServer();
    await probed(iss);
    const question = asked.find(({ url }) => url?.startsWith('/authorize?'));
    expect(new URL(question?.url ?? '', iss).searchParams.get('scope')).toContain('patient/Observation.rs');
  });
});

test('a token endpoint that speaks of the client may mean the missing code, so it is worth knowing', async () => {
  const { iss } = await goodServer({ 'POST /token': sending(401, { error: 'invalid_client' }) });
  const lines = await probed(iss);
  expect(line(lines, 'token endpoint: answer')).toMatchObject({
    state: 'note',
    found: 'refuses a request without a code as invalid_client (401)',
    ask: 'Is longview registered there as a public client, without a secret?',
  });
  expect(exitCodeOf(lines)).toBe(0);
});

describe('a sign-in page that refuses frames', () => {
  const refusing: Answers = { 'GET /authorize': sending(200, '<html>', { 'x-frame-options': 'DENY' }) };
  test.each<readonly [string, object, string]>([
    ['is no matter where nobody frames Longview', {}, 'ok'],
    ['is worth knowing where an EHR frames it', { frameAncestors: ['https://ehr.example'] }, 'note'],
    ['is met by a window', { frameAncestors: ['https://ehr.example'], signIn: 'window' }, 'ok'],
  ])('%s', async (_, fields, state) => {
    const { iss } = await goodServer(refusing);
    expect(line(await probed(iss, fields), 'sign-in page: framing')).toMatchObject({
      state,
      found: expect.stringContaining('X-Frame-Options: DENY') as string,
    });
  });

  test('is read from the policy before the older header', async () => {
    const headers = {
      'x-frame-options': 'DENY',
      'content-security-policy': `default-src *; frame-ancestors ${APP}`,
    };
    const { iss } = await goodServer({ 'GET /authorize': sending(200, '<html>', headers) });
    const lines = await probed(iss, { frameAncestors: ['https://ehr.example'] });
    expect(line(lines, 'sign-in page: framing')?.found).toContain('may be framed');
  });
});

test('a server that is not there could not be checked, and is asked once', async () => {
  const started = await startTestServer(() => {});
  await started.close();
  const lines = await probed(`${started.origin}/fhir`);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatchObject({
    state: 'unchecked',
    found: expect.stringContaining('nothing listens') as string,
  });
  expect(exitCodeOf(lines)).toBe(2);
});

test('a server that hangs is given up after its time', async () => {
  const { iss } = await goodServer({ [settings]: () => {} });
  const lines = await probed(iss);
  expect(lines[1]).toMatchObject({ state: 'unchecked', found: 'gave no whole answer within 8 s' });
});

test('a clock that differs is said', async () => {
  const date = new Date(Date.now() - 300_000).toUTCString();
  const { iss, origin } = await goodServer({
    [settings]: (request, response) =>
      sending(200, discovery(`http://${request.headers.host}`), { date })(request, response),
  });
  expect(origin).toContain('127.0.0.1');
  expect(line(await probed(iss), 'clock of the server')?.found).toMatch(/^\d+ s behind this machine$/);
});

test('an open server is asked for FHIR alone', async () => {
  const { iss, asked } = await goodServer({ 'GET /fhir/Patient/longview-probe': sending(404, {}) });
  const lines = await probed(iss, { open: true });
  expect(failing(lines)).toEqual([]);
  expect(asked.map(({ url }) => url)).not.toContainEqual(expect.stringContaining('well-known'));
});

describe('npm run probe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longview-probe-'));
  const file = join(folder, 'sites.json');
  afterEach(() => rmSync(file, { force: true }));
  async function run(iss: string, ...more: string[]): Promise<{ code: number; text: string }> {
    writeFileSync(file, JSON.stringify({ sites: [siteAt(iss, { redirectUri: `${APP}/index.html` })] }));
    let text = '';
    const code = await probeServers(['--site', file, ...more], (printed) => void (text += printed));
    return { code, text };
  }

  test('prints a table, from the origin of the redirect URI', async () => {
    const { iss } = await goodServer({ 'POST /token': sending(404, {}) });
    const { code, text } = await run(iss);
    expect(code).toBe(1);
    expect(text).toContain(`General Hospital (${iss}), asked as a page at ${APP}`);
    expect(text).toMatch(/FAILS +token endpoint: answer +answers a request without a code with status 404/);
    expect(text).toContain('→ Is the token_endpoint of the discovery document right?');
  });

  test('prints JSON', async () => {
    const { iss } = await goodServer();
    const { code, text } = await run(iss, '--json', '--origin', APP);
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      exitCode: 0,
      sites: [{ id: 'general', origin: APP, lines: expect.any(Array) as object }],
    });
  });

  test('nothing of a server moves the cursor of the terminal', async () => {
    const { iss } = await goodServer({
      [settings]: sending(200, {
        ...discovery('https://x.example'),
        issuer: 'https://a.example/\u001b[2J\u202e',
      }),
      'GET /fhir/metadata': sending(200, { ...STATEMENT, fhirVersion: '9\u001b[2J' }),
    });
    const { text } = await run(iss);
    // oxlint-disable-next-line no-control-regex -- these are the characters that must be absent
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });

  test.each([
    ['no site file', [], '--site is missing'],
    [
      'an origin with a path',
      ['--site', file, '--origin', `${APP}/x`],
      'is no origin; write scheme and host alone',
    ],
    ['an unknown option', ['--sites', file], '--sites is no option of npm run probe'],
  ])('%s is said in one sentence', async (_, args, why) => {
    await expect(probeServers(args, () => {})).rejects.toThrow(why);
  });
});
