import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkedDiscovery, discover, discoveryAddress, readDiscovery } from './discovery.ts';
import { isLaunchError, type LaunchError } from '../errors/LaunchError.ts';
import { rememberDiscovery, takeRememberedDiscovery } from './rememberedDiscovery.ts';
import type { Site } from '../site/site.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import {
  dropConnection,
  htmlAnswer,
  jsonAnswer,
  startTokenServer,
  waitUntil,
  type TokenAnswer,
} from '../../testing/tokenServerFixture.ts';

const iss = 'https://fhir.general.example/r4';
const auth = 'https://auth.general.example';
const site = siteOf({ authOrigins: ['https://fhir.general.example', auth] });
const document = {
  issuer: auth,
  authorization_endpoint: `${auth}/authorize`,
  token_endpoint: `${auth}/token`,
  code_challenge_methods_supported: ['S256'],
};
const checked = (more: object = {}, where: Site = site) =>
  checkedDiscovery({ ...document, ...more }, where, iss);
function errorOf(act: () => unknown): LaunchError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (isLaunchError(error)) return error;
    throw error;
  }
}
const failed = async (promise: Promise<unknown>): Promise<LaunchError> => {
  const error: unknown = await promise.then(
    () => new Error('It went well.'),
    (reason: unknown) => reason,
  );
  if (isLaunchError(error)) return error;
  throw error;
};

let server: Awaited<ReturnType<typeof startTokenServer>>;
let here: Site;
beforeEach(async () => {
  enterWindow();
  server = await startTokenServer(jsonAnswer(document));
  here = siteOf({ iss: `${server.origin}/r4`, authOrigins: [auth] });
});
afterEach(() => {
  server.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('row 7: relative endpoints stand under the FHIR base', () => {
  const { authorizationEndpoint, endpoints } = checked({
    authorization_endpoint: 'oauth/authorize',
    token_endpoint: '/oauth/token',
  });
  expect(authorizationEndpoint).toBe('https://fhir.general.example/r4/oauth/authorize');
  expect(endpoints.token).toBe('https://fhir.general.example/oauth/token');
});

test('row 8: the query of an endpoint is kept', () => {
  expect(checked({ authorization_endpoint: `${auth}/authorize?p=b2c_1` }).authorizationEndpoint).toBe(
    `${auth}/authorize?p=b2c_1`,
  );
});

test.each([
  ['authorization_endpoint', 'http://auth.general.example/authorize', 'not https'],
  ['token_endpoint', 'http://auth.general.example/token', 'not https'],
  ['authorization_endpoint', 'https://evil.example/authorize', 'https://evil.example'],
  ['token_endpoint', 'https://evil.example/token', 'https://evil.example'],
  ['revocation_endpoint', 'https://evil.example/revoke', 'https://evil.example'],
  ['jwks_uri', 'https://evil.example/jwks', 'https://evil.example'],
  ['token_endpoint', '//evil.example/token', 'https://evil.example'],
  ['token_endpoint', `${auth}.evil.example/token`, 'evil.example'],
  ['token_endpoint', `${auth}:8443/token`, ':8443'],
  ['authorization_endpoint', 'javascript:alert(1)', 'not https'],
  ['authorization_endpoint', 'data:text/html,x', 'not https'],
  ['token_endpoint', 'https://', 'not an address'],
  ['token_endpoint', '', 'missing'],
  ['token_endpoint', 7, 'missing'],
  ['authorization_endpoint', undefined, 'missing'],
])('row 25: %s = %j is refused (E03), and the details say why', (name, value, why) => {
  const error = errorOf(() => checked({ [name]: value }));
  expect(error?.code).toBe('E03');
  expect(error?.facts['reason']).toContain(why);
});

test('http is good enough on this machine alone', () => {
  const loopback = siteOf({ authOrigins: ['http://127.0.0.1:5300'] });
  const endpoints = {
    issuer: 'http://127.0.0.1:5300',
    authorization_endpoint: 'http://127.0.0.1:5300/authorize',
    token_endpoint: 'http://127.0.0.1:5300/token',
  };
  expect(checked(endpoints, loopback).endpoints.token).toBe('http://127.0.0.1:5300/token');
});

test.each([[undefined], [[]], [['plain']], ['S256'], [null]])(
  'row 21: code_challenge_methods_supported %j is refused (E03), unless the site says that PKCE is always sent',
  (code_challenge_methods_supported) => {
    expect(errorOf(() => checked({ code_challenge_methods_supported }))?.code).toBe('E03');
    const always = siteOf({ ...site, pkce: 'always' });
    expect(errorOf(() => checked({ code_challenge_methods_supported }, always))).toBeUndefined();
  },
);

test('row 51: a page for a person is named where it is secure, and is no endpoint', () => {
  expect(checked({ management_endpoint: 'https://portal.example/apps' }).endpoints.management).toBe(
    'https://portal.example/apps',
  );
  for (const management_endpoint of ['javascript:alert(1)', 'http://portal.example', 7, '/apps'])
    expect(checked({ management_endpoint }).endpoints.management).toBe('');
});

test('row 5: one request, to the well-known document under the base, as JSON', async () => {
  await readDiscovery(here, here.iss);
  expect(server.requests.map(({ method, url }) => [method, url])).toEqual([
    ['GET', '/r4/.well-known/smart-configuration'],
  ]);
  expect(server.requests[0]?.headers['accept']).toBe('application/json');
  expect(discoveryAddress(`${iss}/`)).toBe(discoveryAddress(iss));
});

test.each<[string, TokenAnswer, string, string]>([
  ['a 404', jsonAnswer({}, 404), 'E03', '404'],
  ['a 500', jsonAnswer({}, 500), 'E03', '500'],
  ['a page of HTML', htmlAnswer(200), 'E03', 'not JSON'],
  ['JSON that is no object', jsonAnswer('hello'), 'E03', 'not JSON'],
  ['null', jsonAnswer(null), 'E03', 'not JSON'],
  ['a document of 2 MB', jsonAnswer({ ...document, x: 'x'.repeat(2e6) }), 'E03', 'longer than 128 KiB'],
  ['a lost network', dropConnection, 'E04', 'CORS'],
  ['a redirect', (_, response) => response.writeHead(302, { location: '/else' }).end(), 'E04', 'CORS'],
])('row 6: %s stops the launch, and /metadata is never asked', async (_, answer, code, why) => {
  server.answerWith(answer);
  const error = await failed(discover(here, here.iss));
  expect(error.code).toBe(code);
  expect(error.facts['reason']).toContain(why);
  expect(server.requests.map(({ url }) => url)).toEqual(['/r4/.well-known/smart-configuration']);
});

test('row 12: a failed discovery can be tried again', async () => {
  server.answerWith(jsonAnswer({}, 500));
  await failed(discover(here, here.iss));
  server.answerWith(jsonAnswer(document));
  expect((await discover(here, here.iss)).endpoints.token).toBe(`${auth}/token`);
});

test('row 5: a server that does not answer within 8 s stops the launch (E04)', async () => {
  const late = new AbortController();
  const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
  server.answerWith(() => {});
  const outcome = failed(discover(here, here.iss));
  await waitUntil(() => server.requests.length === 1);
  late.abort(new DOMException('too late', 'TimeoutError'));
  const error = await outcome;
  expect(error.code).toBe('E04');
  expect(error.facts['reason']).toBe('no answer within 8 s');
  expect(limit).toHaveBeenCalledWith(8000);
});

test('settings that led to a session are used once more without a request', async () => {
  const first = await discover(here, here.iss);
  expect(localStorage).toHaveLength(0); // they are not remembered before there is a session
  rememberDiscovery(here.iss, first.remembered);
  expect((await discover(here, here.iss)).endpoints.token).toBe(`${auth}/token`);
  expect(server.requests).toHaveLength(1);
  expect(localStorage).toHaveLength(0); // they are removed, so that a failed launch leaves none
  await discover(here, here.iss);
  expect(server.requests).toHaveLength(2);
});

test('what is remembered is the age of the first reading, however often it was used', async () => {
  const first = await discover(here, here.iss);
  rememberDiscovery(here.iss, first.remembered);
  const second = await discover(here, here.iss);
  expect(second.remembered).toEqual(first.remembered);
});

test.each([
  [24 * 3_600_000, false],
  [24 * 3_600_000 - 1, true],
  [-24 * 3_600_000, false],
])('settings read %i ms ago are used: %s', (ageMs, isUsed) => {
  const nowMs = Date.now();
  rememberDiscovery(iss, { document, readAtMs: nowMs - ageMs });
  expect(takeRememberedDiscovery(iss, nowMs) !== undefined).toBe(isUsed);
  expect(localStorage).toHaveLength(0);
});

test.each([
  ['{'],
  ['null'],
  ['7'],
  ['[]'],
  ['{"document":null,"readAtMs":1}'],
  ['{"document":{}}'],
  [`{"document":{},"readAtMs":"${Date.now()}"}`],
  [`{"__proto__":{"document":{},"readAtMs":${Date.now()}}}`],
  [`{"document":{"__proto__":{"token_endpoint":"https://evil.example"}},"readAtMs":${Date.now()}}`],
  [`"${'x'.repeat(1_000_000)}"`],
])('remembered settings that read %.80s are ignored: the server is asked', async (text) => {
  localStorage.setItem(`longview.discovery.${here.iss}`, text);
  await discover(here, here.iss);
  expect(server.requests).toHaveLength(1);
});

test('remembered settings are checked against the site file as it is now', async () => {
  const evil = { ...document, token_endpoint: 'https://evil.example/token' };
  rememberDiscovery(here.iss, { document: evil, readAtMs: Date.now() });
  expect((await discover(here, here.iss)).endpoints.token).toBe(`${auth}/token`);
  expect(server.requests).toHaveLength(1);
});

test('under an issuer prefix nothing is remembered, and nothing remembered is used', async () => {
  const prefix = siteOf({ ...here, issPrefix: true });
  const issuer = `${here.iss}/tenant`;
  rememberDiscovery(issuer, { document, readAtMs: Date.now() });
  expect((await discover(prefix, issuer)).remembered).toBeUndefined();
  expect(server.requests).toHaveLength(1);
});

test('row 69: blocked storage costs a request and nothing else', async () => {
  vi.stubGlobal('localStorage', undefined);
  await discover(here, here.iss);
  expect(() => rememberDiscovery(iss, { document, readAtMs: 1 })).not.toThrow();
  expect(server.requests).toHaveLength(1);
});

const field = fc.constantFrom(
  ...Object.keys(document),
  'revocation_endpoint',
  'jwks_uri',
  'management_endpoint',
  'capabilities',
  'scopes_supported',
  'authorization_response_iss_parameter_supported',
);
const address = fc.oneof(
  fc.webUrl(),
  fc.string(),
  fc.constantFrom(
    '/x',
    '?',
    '#',
    '..',
    'https://[',
    `${auth}/x`,
    `${auth}@evil.example/x`,
    'blob:https://x/y',
  ),
);

test('whatever a discovery document holds, its endpoints are on allowed origins or it is refused (E03)', () => {
  const value = fc.oneof(address, fc.jsonValue(), fc.constant(['S256']));
  fc.assert(
    fc.property(fc.dictionary(field, value), fc.boolean(), (sent, isWhole) => {
      let found: ReturnType<typeof checked> | undefined;
      const error = errorOf(
        () => (found = checkedDiscovery(isWhole ? { ...document, ...sent } : sent, site, iss)),
      );
      expect(error?.code ?? 'E03').toBe('E03');
      if (found === undefined) return;
      const { authorizationEndpoint, endpoints } = found;
      expect(authorizationEndpoint).not.toBe('');
      expect(endpoints.token).not.toBe('');
      const named = [authorizationEndpoint, endpoints.token, endpoints.revocation, endpoints.jwks];
      const origins = named.filter((one) => one !== '').map((one) => new URL(one).origin);
      expect(site.authOrigins).toEqual(expect.arrayContaining(origins));
      expect(endpoints.management).toMatch(/^(https?:.*)?$/);
    }),
    { numRuns: 400 },
  );
});

test('wherever an issuer is, its document is under it', () => {
  fc.assert(
    fc.property(fc.webUrl(), (base) => {
      const at = new URL(discoveryAddress(base));
      expect(at.origin).toBe(new URL(base).origin);
      expect(at.pathname).toMatch(/\/\.well-known\/smart-configuration$/);
    }),
  );
});

test('whatever was remembered, taking it out throws nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      localStorage.setItem(`longview.discovery.${iss}`, text);
      const found = takeRememberedDiscovery(iss, Date.now());
      expect(found === undefined || typeof found.document === 'object').toBe(true);
      expect(localStorage).toHaveLength(0);
    }),
  );
});
