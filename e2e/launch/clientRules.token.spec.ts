import { expect, test } from '@playwright/test';
import { appOrigin, launchAddress, sandboxOrigin, setFaults, waitUntilRead } from '../support/launching.ts';
import {
  authorizationIn,
  recordSignIn,
  tokenRequestIn,
  type RecordedSignIn,
  type SentRequest,
} from '../support/recordedSignIn.ts';

// Sections A4, A5 and A9 of the client rules as far as one sign-in shows them: token request, storage, what is not used.

const ELSEWHERE = 'https://other.example';
let one: RecordedSignIn;

test.beforeAll(async ({ browser }) => {
  one = await recordSignIn(browser, async (page) => {
    // Everything that Longview has no use for is offered, and the code wants encoding.
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

const origins = (): Set<string> => new Set(one.sent.map(({ url }) => url.origin));
const outgoing = () => one.sent.filter(({ url }) => url.origin === sandboxOrigin());

test('row 34: the token request carries grant, code, redirect URI, verifier and client id, encoded', () => {
  const { method, url, headers, parameters } = tokenRequestIn(one);
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
  const given = one.sent.find(
    ({ url: { pathname, searchParams } }) => pathname === '/index.html' && searchParams.has('code'),
  );
  expect(parameters.get('code')).toBe(given?.parameters.get('code'));
  expect(parameters.get('code')).toMatch(/\+\/=&%$/);
  expect(parameters.get('redirect_uri')).toBe(authorizationIn(one).parameters.get('redirect_uri'));
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

/** What a page adds of its own beside these makes the browser ask first (Fetch, CORS-safelisted request headers). */
const BROWSERS =
  /^(accept|accept-encoding|accept-language|connection|content-length|content-type|host|origin|user-agent|sec-.+)$/;

test('row 36: the token request needs no preflight; only requests with the token do', () => {
  const own = ({ headers }: SentRequest): string[] =>
    Object.keys(headers).filter((name) => !BROWSERS.test(name));
  expect(own(tokenRequestIn(one))).toEqual([]);
  const reads = one.sent.filter(({ url }) => url.pathname.startsWith('/fhir/r4/Patient/'));
  expect(reads.map(own)).toEqual([['authorization']]);
});

test('row 37: authorization_details take the token nowhere', () => {
  expect(origins()).toEqual(new Set([appOrigin(), sandboxOrigin()]));
});

test('row 39: what stays for a reload is one namespaced record, without verifier and identity', () => {
  const { session, local, cookies, databases, workers, state } = one.kept;
  expect(Object.keys(session)).toEqual([`longview.session.${String(Reflect.get(Object(state), 'sid'))}`]);
  const verifier = tokenRequestIn(one).parameters.get('code_verifier') ?? '';
  expect(verifier).toMatch(/^[\w.~-]{43,128}$/);
  for (const secret of [verifier, 'Brandt', 'BRANDT', '1992'])
    expect(JSON.stringify(session).includes(secret), secret).toBe(false);
  expect(Object.keys(local)).toEqual([`longview.discovery.${sandboxOrigin()}/fhir/r4`]);
  expect(JSON.stringify(local)).not.toContain(String(sessionKept()['accessToken']));
  expect({ cookies, databases, workers }).toEqual({ cookies: 0, databases: 0, workers: 0 });
});

test('row 40: the token goes in the header and in no address', () => {
  const token = String(sessionKept()['accessToken']);
  const reads = outgoing().filter(({ url }) => /\/fhir\/r4\/(Patient|Observation)/.test(url.pathname));
  expect(reads.length).toBeGreaterThan(1);
  for (const { headers } of reads) expect(headers['authorization']).toBe(`Bearer ${token}`);
  expect(one.sent.filter(({ url }) => decodeURIComponent(url.href).includes(token))).toEqual([]);
});

test('row 52: no introspection', () => {
  expect(
    outgoing()
      .map(({ url }) => url.pathname)
      .filter((path) => path.startsWith('/auth/')),
  ).toEqual(['/auth/authorize', '/auth/token']);
});

test('row 76: no list of brands is read', () => {
  expect(one.sent.filter(({ url }) => url.href.includes('brand'))).toEqual([]);
  expect(origins().has(ELSEWHERE)).toBe(false);
});

test('row 77: nothing is written: no app state, and only reads of the record', () => {
  expect(one.sent.filter(({ url }) => url.origin === ELSEWHERE)).toEqual([]);
  const methods = outgoing().map(({ url, method }) => `${method} ${url.pathname.split('/')[1]}`);
  expect(new Set(methods)).toEqual(new Set(['GET fhir', 'GET auth', 'POST auth']));
});

test('row 78: no key of its own binds a token: no DPoP, no registration', () => {
  expect(
    outgoing()
      .flatMap(({ headers }) => Object.keys(headers))
      .filter((name) => name === 'dpop'),
  ).toEqual([]);
  expect(one.sent.filter(({ parameters }) => parameters.has('dpop_jkt'))).toEqual([]);
  expect(one.sent.filter(({ url }) => url.pathname.endsWith('/register'))).toEqual([]);
});

function sessionKept(): Record<string, unknown> {
  const [text = '{}'] = Object.values(one.kept.session);
  return JSON.parse(text) as Record<string, unknown>;
}
