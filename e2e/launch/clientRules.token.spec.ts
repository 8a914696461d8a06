import { expect, test } from '@playwright/test';
import { appOrigin, launchAddress, sandboxOrigin, setFaults, waitUntilRead } from '../support/launching.ts';
import {
  authorizationIn,
  recordSignIn,
  tokenRequestIn,
  type RecordedSignIn,
  type SentRequest,
} from '../support/recordedSignIn.ts';

// These tests hold sections A4, A5 and A9 of the client rules as far as one sign-in shows them: the token
// request, the storage and what Longview does not use.

const ELSEWHERE = 'https://other.example';
let signIn: RecordedSignIn;

test.beforeAll(async ({ browser }) => {
  signIn = await recordSignIn(browser, async (page) => {
    // The server offers everything that Longview does not use, and its code has to be encoded.
    await setFaults({
      authorize: { oddCode: true },
      discovery: {
        set: {
          user_access_brand_bundle: `${ELSEWHERE}/brands.json`,
          user_access_brand_identifier: { value: 'general' },
          smart_app_state_endpoint: `${ELSEWHERE}/state`,
          associated_endpoints: [{ url: `${ELSEWHERE}/fhir`, capabilities: ['smart-app-state'] }],
          registration_endpoint: `${ELSEWHERE}/register`,
        },
      },
      token: {
        oddToken: true,
        without: ['expires_in'],
        set: {
          token_type: 'bearer',
          authorization_details: [{ type: 'smart_on_fhir', locations: [`${ELSEWHERE}/fhir`] }],
        },
      },
    });
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
    await waitUntilRead(page);
  });
});

const origins = (): Set<string> => new Set(signIn.sent.map(({ url }) => url.origin));
const sandboxRequests = () => signIn.sent.filter(({ url }) => url.origin === sandboxOrigin());

test('row 34: the token request carries grant, code, redirect URI, verifier and client id, encoded', () => {
  const { method, url, headers, parameters } = tokenRequestIn(signIn);
  expect([method, url.search, headers['content-type']?.split(';')[0]]).toEqual([
    'POST',
    '',
    'application/x-www-form-urlencoded',
  ]);
  expect([...parameters.keys()].toSorted()).toEqual([
    'client_id',
    'code',
    'code_verifier',
    'grant_type',
    'redirect_uri',
  ]);
  const given = signIn.sent.find(
    ({ url: { pathname, searchParams } }) => pathname === '/index.html' && searchParams.has('code'),
  );
  expect(parameters.get('code')).toBe(given?.parameters.get('code'));
  expect(parameters.get('code')).toMatch(/\+\/=&%$/);
  expect(parameters.get('redirect_uri')).toBe(authorizationIn(signIn).parameters.get('redirect_uri'));
  expect([parameters.get('grant_type'), parameters.get('client_id')]).toEqual([
    'authorization_code',
    'longview-sandbox',
  ]);
  expect(headers['authorization']).toBeUndefined();
});

test('row 35: a token in small letters, opaque and with dots, without a life, opens a session', () => {
  const session = sessionKept();
  expect(session['accessToken']).toMatch(/\.opaque\.token$/);
  expect(session['expiresAtMs']).toBeUndefined();
});

/**
 * The browser sends these headers by itself. Any other header would cause a preflight (Fetch, CORS-safelisted
 * request headers: https://fetch.spec.whatwg.org/#cors-safelisted-request-header). It adds the two for caches by itself after
 * that decision, to a request that goes past its own cache (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch).
 */
const BROWSER_HEADERS =
  /^(accept|accept-encoding|accept-language|cache-control|connection|content-length|content-type|host|origin|pragma|user-agent|sec-.+)$/;

test('row 36: the token request needs no preflight; only requests with the token do', () => {
  const own = ({ headers }: SentRequest): string[] =>
    Object.keys(headers).filter((name) => !BROWSER_HEADERS.test(name));
  expect(own(tokenRequestIn(signIn))).toEqual([]);
  const reads = signIn.sent.filter(({ url }) => url.pathname.startsWith('/fhir/r4/Patient/'));
  expect(reads.map(own)).toEqual([['authorization']]);
});

test('row 37: authorization_details take the token nowhere', () => {
  expect(origins()).toEqual(new Set([appOrigin(), sandboxOrigin()]));
});

test('row 39: what stays for a reload is one namespaced record, without verifier and identity', () => {
  const { session, local, cookies, databases, workers, state } = signIn.kept;
  expect(Object.keys(session)).toEqual([`longview.session.${String(Reflect.get(Object(state), 'sid'))}`]);
  const verifier = tokenRequestIn(signIn).parameters.get('code_verifier') ?? '';
  expect(verifier).toMatch(/^[\w.~-]{43,128}$/);
  for (const secret of [verifier, 'Brandt', 'BRANDT', '1992'])
    expect(JSON.stringify(session).includes(secret), secret).toBe(false);
  expect(Object.keys(local)).toEqual([`longview.discovery.${sandboxOrigin()}/fhir/r4`]);
  expect(JSON.stringify(local)).not.toContain(String(sessionKept()['accessToken']));
  expect({ cookies, databases, workers }).toEqual({ cookies: 0, databases: 0, workers: 0 });
});

test('row 40: the token goes in the header and in no address', () => {
  const token = String(sessionKept()['accessToken']);
  const reads = sandboxRequests().filter(({ url }) => /\/fhir\/r4\/(Patient|Observation)/.test(url.pathname));
  expect(reads.length).toBeGreaterThan(1);
  for (const { headers } of reads) expect(headers['authorization']).toBe(`Bearer ${token}`);
  expect(signIn.sent.filter(({ url }) => decodeURIComponent(url.href).includes(token))).toEqual([]);
});

test('row 52: no introspection', () => {
  expect(
    sandboxRequests()
      .map(({ url }) => url.pathname)
      .filter((path) => path.startsWith('/auth/')),
  ).toEqual(['/auth/authorize', '/auth/token']);
});

test('row 76: no list of brands is read', () => {
  expect(signIn.sent.filter(({ url }) => url.href.includes('brand'))).toEqual([]);
  expect(origins().has(ELSEWHERE)).toBe(false);
});

test('row 77: nothing is written: no app state, and only reads of the record', () => {
  expect(signIn.sent.filter(({ url }) => url.origin === ELSEWHERE)).toEqual([]);
  const methods = sandboxRequests().map(({ url, method }) => `${method} ${url.pathname.split('/')[1]}`);
  expect(new Set(methods)).toEqual(new Set(['GET fhir', 'GET auth', 'POST auth']));
});

test('row 78: no key of its own binds a token: no DPoP, no registration', () => {
  expect(
    sandboxRequests()
      .flatMap(({ headers }) => Object.keys(headers))
      .filter((name) => name === 'dpop'),
  ).toEqual([]);
  expect(signIn.sent.filter(({ parameters }) => parameters.has('dpop_jkt'))).toEqual([]);
  expect(signIn.sent.filter(({ url }) => url.pathname.endsWith('/register'))).toEqual([]);
});

function sessionKept(): Record<string, unknown> {
  const [text = '{}'] = Object.values(signIn.kept.session);
  return JSON.parse(text) as Record<string, unknown>;
}
