import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { stories } from '../../sandbox/patients/stories.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { answeringJson, startTestServer } from '../testServerFixture.ts';
import { registrationText } from './registrationText.ts';
import { siteOfArguments, type ServerValues } from './serverArguments.ts';
import { readSignInSettings } from './signInSettings.ts';

const APP = 'http://localhost:4173';
const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const settings = (iss: string, values: ServerValues = {}) => {
  const site = siteOfArguments({ iss, 'client-id': 'longview', ...values });
  if (site === undefined) throw new Error('There is no site.');
  return readSignInSettings(site, APP);
};
async function serverWith(listener: RequestListener): Promise<string> {
  const server = await startTestServer(listener);
  running.push(server);
  return `${server.origin}/fhir`;
}
/** A FHIR server with Keycloak in front: everything of the sign-in is on another origin. */
const withSignInAt = (origin: string, more: object = {}) =>
  serverWith(
    answeringJson(() => ({
      issuer: `${origin}/realms/ehr`,
      authorization_endpoint: `${origin}/realms/ehr/protocol/openid-connect/auth`,
      token_endpoint: `${origin}/realms/ehr/protocol/openid-connect/token`,
      code_challenge_methods_supported: ['S256'],
      capabilities: ['launch-standalone', 'permission-v2'],
      ...more,
    })),
  );

test('another sandbox is a server as any other, and says what to register', async () => {
  const sandbox = await startSandbox({ port: 0, appOrigin: APP, stories: stories.slice(0, 1) });
  running.push(sandbox);
  const { offered, warning } = await settings(sandbox.fhirBase);
  expect(warning).toBeUndefined();
  const site = siteOfArguments({ iss: sandbox.fhirBase, 'client-id': 'longview' });
  const text = site && registrationText(site, APP, offered);
  for (const line of [
    /client type +public, no secret, PKCE with S256/,
    /launch URL +http:\/\/localhost:4173\/launch\.html/,
    /redirect URI +http:\/\/localhost:4173\/index\.html/,
    /origin for CORS +http:\/\/localhost:4173$/m,
    /scopes, launch from a chart +launch patient\/Patient\.r patient\/Observation\.rs/,
    /scopes, sign-in without a chart +launch\/patient patient\/Patient\.r/,
  ])
    expect(text).toMatch(line);
});

test('a sign-in on another origin stops the start and names the option to add', async () => {
  const iss = await withSignInAt('https://login.example');
  const refused = settings(iss);
  await expect(refused).rejects.toThrow(
    'https://login.example   authorization_endpoint, token_endpoint, issuer',
  );
  await expect(refused).rejects.toThrow('  --auth-origin https://login.example');
});

test('the option takes it, and takes nothing else', async () => {
  const iss = await withSignInAt('https://login.example', {
    revocation_endpoint: 'https://evil.example/revoke',
  });
  const allowed = { 'auth-origin': ['https://login.example'] };
  await expect(settings(iss, allowed)).rejects.toThrow('https://evil.example   revocation_endpoint');
  const both = await settings(iss, { 'auth-origin': ['https://login.example', 'https://evil.example'] });
  expect(both.warning).toBeUndefined();
  expect(both.offered?.capabilities).toContain('permission-v2');
});

test('an origin over http is never offered as an option', async () => {
  const { warning } = await settings(await withSignInAt('http://login.example'));
  expect(warning).toContain('A launch would end with E03: issuer is not https');
});

test('a server without S256 is said, with the option for one that does it silently', async () => {
  const iss = await withSignInAt('https://login.example', { code_challenge_methods_supported: [] });
  const allowed = { 'auth-origin': ['https://login.example'] };
  expect((await settings(iss, allowed)).warning).toContain('add --pkce always');
  expect((await settings(iss, { ...allowed, pkce: 'always' })).warning).toBeUndefined();
});

test.each<readonly [string, RequestListener, string]>([
  ['a web page', (_, response) => response.end('<!doctype html>'), 'sends a web page (HTML)'],
  ['no JSON', (_, response) => response.end('{"a":1,"a":2}'), 'sends no JSON object'],
  ['a list', (_, response) => response.end('[]'), 'sends no JSON object'],
  [
    'a redirect',
    (_, response) => response.writeHead(302, { location: '/elsewhere' }).end(),
    'redirects (302) to /elsewhere',
  ],
  ['nothing there', (_, response) => response.writeHead(404).end(), 'answers with status 404'],
  ['a broken connection', (request) => request.socket.destroy(), 'closed the connection'],
  ['too much', (_, response) => response.end(`{"a":"${'x'.repeat(200_000)}"}`), 'sends more than 128 KiB'],
])('%s is a warning, because the browser decides', async (_, listener, why) => {
  const { offered, warning } = await settings(await serverWith(listener));
  expect(offered).toBeUndefined();
  expect(warning).toContain(why);
});

test('a server that is not there is a warning, and scopes are then named in both forms', async () => {
  const server = await startTestServer(() => {});
  await server.close();
  const iss = `${server.origin}/fhir`;
  const { offered, warning } = await settings(iss);
  expect(warning).toContain('nothing listens at 127.0.0.1');
  const site = siteOfArguments({ iss, 'client-id': 'longview' });
  const text = (site && registrationText(site, APP, offered)) ?? '';
  expect(text).toContain('SMART v2, launch from a chart');
  expect(text).toMatch(/SMART v1, sign-in without a chart +launch\/patient patient\/Patient\.read/);
});

test('what belongs to a launch that the server does not announce is marked', () => {
  const site = siteOfArguments({ iss: 'https://fhir.example/r4', 'client-id': 'longview' });
  const linesFor = (capabilities: readonly string[]): readonly string[] =>
    site === undefined
      ? []
      : registrationText(site, APP, { capabilities: [...capabilities], scopesSupported: [] }).split('\n');
  const marked = (capabilities: readonly string[]): readonly string[] =>
    linesFor(capabilities).flatMap((line) => {
      const [, name = '', capability = ''] =
        /^ +(.+?) {2,}.*\(the server does not announce (.+)\)$/.exec(line) ?? [];
      return name === '' ? [] : [`${name}: ${capability}`];
    });
  expect(marked(['launch-standalone', 'permission-v1'])).toEqual([
    'launch URL: launch-ehr',
    'scopes, launch from a chart: launch-ehr',
  ]);
  expect(marked(['launch-ehr'])).toEqual(['scopes, sign-in without a chart: launch-standalone']);
  expect(marked(['launch-ehr', 'launch-standalone'])).toEqual([]);
  expect(marked([])).toEqual([]);
});
