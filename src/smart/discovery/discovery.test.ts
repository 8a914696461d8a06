import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { checkedDiscovery, discover, discoveryAddress, readDiscovery } from './discovery.ts';
import { isLaunchError, type LaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';
import { AUTHORIZATION_ORIGIN, discoveryDocument, setUpDiscoveryServer } from './discoveryFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import {
  dropConnection,
  htmlAnswer,
  jsonAnswer,
  waitUntil,
  type TokenAnswer,
} from '../../testing/tokenServerFixture.ts';

const iss = 'https://fhir.general.example/r4';
const site = siteOf({ authOrigins: ['https://fhir.general.example', AUTHORIZATION_ORIGIN] });
const checked = (more: object = {}, where: Site = site) =>
  checkedDiscovery({ ...discoveryDocument, ...more }, where, iss);
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

const current = setUpDiscoveryServer();

test('row 7: relative endpoints stand under the FHIR base', () => {
  const { authorizationEndpoint, endpoints } = checked({
    authorization_endpoint: 'oauth/authorize',
    token_endpoint: '/oauth/token',
  });
  expect(authorizationEndpoint).toBe('https://fhir.general.example/r4/oauth/authorize');
  expect(endpoints.token).toBe('https://fhir.general.example/oauth/token');
});

test('row 8: the query of an endpoint is kept', () => {
  expect(
    checked({ authorization_endpoint: `${AUTHORIZATION_ORIGIN}/authorize?p=b2c_1` }).authorizationEndpoint,
  ).toBe(`${AUTHORIZATION_ORIGIN}/authorize?p=b2c_1`);
});

test.each([
  ['authorization_endpoint', 'http://auth.general.example/authorize', 'not https'],
  ['token_endpoint', 'http://auth.general.example/token', 'not https'],
  ['authorization_endpoint', 'https://evil.example/authorize', 'https://evil.example'],
  ['token_endpoint', 'https://evil.example/token', 'https://evil.example'],
  ['revocation_endpoint', 'https://evil.example/revoke', 'https://evil.example'],
  ['jwks_uri', 'https://evil.example/jwks', 'https://evil.example'],
  ['token_endpoint', '//evil.example/token', 'https://evil.example'],
  ['token_endpoint', `${AUTHORIZATION_ORIGIN}.evil.example/token`, 'evil.example'],
  ['token_endpoint', `${AUTHORIZATION_ORIGIN}:8443/token`, ':8443'],
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
  await readDiscovery(current.site, current.site.iss);
  expect(current.server.requests.map(({ method, url }) => [method, url])).toEqual([
    ['GET', '/r4/.well-known/smart-configuration'],
  ]);
  expect(current.server.requests[0]?.headers['accept']).toBe('application/json');
  expect(discoveryAddress(`${iss}/`)).toBe(discoveryAddress(iss));
});

test.each<[string, TokenAnswer, string, string]>([
  ['a 404', jsonAnswer({}, 404), 'E03', '404'],
  ['a 500', jsonAnswer({}, 500), 'E03', '500'],
  ['a page of HTML', htmlAnswer(200), 'E03', 'not JSON'],
  ['JSON that is no object', jsonAnswer('hello'), 'E03', 'not JSON'],
  ['null', jsonAnswer(null), 'E03', 'not JSON'],
  [
    'a document of 2 MB',
    jsonAnswer({ ...discoveryDocument, x: 'x'.repeat(2e6) }),
    'E03',
    'longer than 128 KiB',
  ],
  ['a lost network', dropConnection, 'E04', 'CORS'],
  ['a redirect', (_, response) => response.writeHead(302, { location: '/else' }).end(), 'E04', 'CORS'],
])('row 6: %s stops the launch, and /metadata is never asked', async (_, answer, code, why) => {
  current.server.answerWith(answer);
  const error = await failed(discover(current.site, current.site.iss));
  expect(error.code).toBe(code);
  expect(error.facts['reason']).toContain(why);
  expect(current.server.requests.map(({ url }) => url)).toEqual(['/r4/.well-known/smart-configuration']);
});

test('row 12: a failed discovery can be tried again', async () => {
  current.server.answerWith(jsonAnswer({}, 500));
  await failed(discover(current.site, current.site.iss));
  current.server.answerWith(jsonAnswer(discoveryDocument));
  expect((await discover(current.site, current.site.iss)).endpoints.token).toBe(
    `${AUTHORIZATION_ORIGIN}/token`,
  );
});

test('row 5: a server that does not answer within 8 s stops the launch (E04)', async () => {
  const late = new AbortController();
  const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
  current.server.answerWith(() => {});
  const outcome = failed(discover(current.site, current.site.iss));
  await waitUntil(() => current.server.requests.length === 1);
  late.abort(new DOMException('too late', 'TimeoutError'));
  const error = await outcome;
  expect(error.code).toBe('E04');
  expect(error.facts['reason']).toBe('no answer within 8 s');
  expect(limit).toHaveBeenCalledWith(8000);
});

const field = fc.constantFrom(
  ...Object.keys(discoveryDocument),
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
    `${AUTHORIZATION_ORIGIN}/x`,
    `${AUTHORIZATION_ORIGIN}@evil.example/x`,
    'blob:https://x/y',
  ),
);

test('whatever a discovery document holds, its endpoints are on allowed origins or it is refused (E03)', () => {
  const value = fc.oneof(address, fc.jsonValue(), fc.constant(['S256']));
  fc.assert(
    fc.property(fc.dictionary(field, value), fc.boolean(), (sent, isWhole) => {
      let found: ReturnType<typeof checked> | undefined;
      const error = errorOf(
        () => (found = checkedDiscovery(isWhole ? { ...discoveryDocument, ...sent } : sent, site, iss)),
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
