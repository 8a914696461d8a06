import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAuthorizationRequest } from './authorize.ts';
import { errorText } from '../errors/errorText.ts';
import { errorDetails } from '../errors/launchErrorText.ts';
import { isLaunchError, type LaunchError } from '../errors/LaunchError.ts';
import { rememberDiscovery } from '../discovery/rememberedDiscovery.ts';
import type { Session } from '../session/session.ts';
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

const granted = 'launch patient/Patient.r patient/Observation.rs patient/Encounter.rs';
const token = {
  access_token: 'secret-token',
  token_type: 'Bearer',
  expires_in: 600,
  scope: granted,
  patient: 'p1',
};
const redirectUri = 'https://longview.example/index.html';
const keysOf = (prefix: string): string[] =>
  Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));

let server: Awaited<ReturnType<typeof startTokenServer>>;
let site = siteOf();

beforeEach(async () => {
  enterWindow();
  server = await startTokenServer(jsonAnswer(token));
  site = siteOf({ iss: `${server.origin}/r4`, redirectUri, authOrigins: [server.origin] });
});
afterEach(() => {
  server.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Begins a sign-in and returns its state and challenge. */
async function begun({ launch = 'xyz', announces = false, where = site } = {}) {
  const document = {
    issuer: server.origin,
    authorization_endpoint: `${server.origin}/authorize`,
    token_endpoint: `${server.origin}/token`,
    code_challenge_methods_supported: ['S256'],
    capabilities: ['permission-v2'],
    authorization_response_iss_parameter_supported: announces,
  };
  rememberDiscovery(where.iss, { document, readAtMs: Date.now() });
  const { parameters } = await createAuthorizationRequest({ site: where, iss: where.iss, launch });
  return { state: parameters.get('state') ?? '', challenge: parameters.get('code_challenge') };
}

/** Exchanges the code of a response, which arrives on a new page. */
async function exchanged(answer: Record<string, string>, sites = [site]): Promise<Session> {
  vi.resetModules();
  const { exchangeCode } = await import('./codeExchange.ts');
  return exchangeCode(new URL(`${redirectUri}?${new URLSearchParams(answer).toString()}`), sites);
}
async function failure(answer: Record<string, string>, sites = [site]): Promise<LaunchError> {
  const error: unknown = await exchanged(answer, sites).then(
    () => new Error('There is a session.'),
    (reason: unknown) => reason,
  );
  if (!isLaunchError(error)) throw error;
  expect(keysOf('longview.session.')).toEqual([]);
  expect(localStorage).toHaveLength(0); // settings that led to no session are not remembered
  return error;
}
/** Returns all that a person reads without opening the details. */
const read = (error: LaunchError): string => {
  const { heading, text, action } = errorText(error);
  return [heading, text, action?.label].join(' ');
};

test('row 34: the code goes once, as a form, with verifier and client id, without a secret', async () => {
  const { state, challenge } = await begun();
  const session = await exchanged({ code: 'c1', state });
  expect(session).toMatchObject({ patientId: 'p1', kind: 'ehr', iss: site.iss });
  expect(server.requests).toHaveLength(1);
  const { method, url, headers, form } = server.requests[0]!;
  expect([method, url]).toEqual(['POST', '/token']);
  expect(Object.fromEntries(form)).toEqual({
    grant_type: 'authorization_code',
    code: 'c1',
    redirect_uri: redirectUri,
    client_id: 'longview-general',
    code_verifier: form.get('code_verifier'),
  });
  const { createHash } = await import('node:crypto');
  expect(
    createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url'),
  ).toBe(challenge);
  expect(headers['authorization']).toBeUndefined();
});

test('rows 28 and 39: afterwards the verifier is gone, the session has a key of its own, settings are remembered', async () => {
  const { state } = await begun();
  const session = await exchanged({ code: 'c1', state });
  expect(keysOf('longview.')).toEqual([`longview.session.${session.sid}`]);
  expect(session.sid).not.toBe(state);
  expect(sessionStorage.getItem(`longview.session.${session.sid}`)).not.toMatch(/verifier|challenge/i);
  expect(history.state).toEqual({ sid: session.sid });
  expect(Object.keys(localStorage)).toEqual([`longview.discovery.${site.iss}`]);
  expect(JSON.stringify(Object.values(localStorage))).not.toContain('secret-token');
});

test.each([['a+b/c=&d%20e'], ['+/=&%'], ['%2B'], ['x&client_id=EVIL&grant_type=password'], ['ü✓']])(
  'row 34: the code %s arrives as it was sent',
  async (code) => {
    const { state } = await begun();
    await exchanged({ code, state });
    expect(server.requests[0]?.form.getAll('code')).toEqual([code]);
    expect(server.requests[0]?.form.getAll('client_id')).toEqual(['longview-general']);
  },
);

test('row 33: one exchange per page load, however often it is asked for', async () => {
  const { state } = await begun();
  vi.resetModules();
  const { exchangeCode } = await import('./codeExchange.ts');
  const callback = new URL(`${redirectUri}?code=c1&state=${state}`);
  const [first, second] = await Promise.all([exchangeCode(callback, [site]), exchangeCode(callback, [site])]);
  expect(first).toBe(second);
  expect(await exchangeCode(callback, [site])).toBe(first);
  expect(server.requests).toHaveLength(1);
});

test.each([
  ['none', {}],
  ['an empty one', { state: '' }],
  ['one that was not started here', { state: 'A'.repeat(43) }],
  ['a short one', { state: 'x' }],
  ['the name of something else that is kept', { state: '../session.x' }],
])('row 27: with a state that is %s nothing else is read and nothing is sent (E08)', async (_, answer) => {
  await begun();
  const words = { code: 'c1', error: 'access_denied', error_description: 'call 555 at once', ...answer };
  const error = await failure(words).catch((reason: unknown) => reason as LaunchError);
  expect(error.code).toBe('E08');
  expect(read(error) + errorDetails(error).join(' ')).not.toContain('555');
  expect(server.requests).toHaveLength(0);
});

test('row 28: a state is used once, whether it went well or not', async () => {
  const first = await begun();
  await exchanged({ code: 'c1', state: first.state });
  localStorage.clear();
  sessionStorage.clear();
  expect((await failure({ code: 'c1', state: first.state })).code).toBe('E08');
  const second = await begun();
  server.answerWith(jsonAnswer({ error: 'invalid_grant' }, 400));
  expect((await failure({ code: 'c2', state: second.state })).code).toBe('E15');
  expect((await failure({ code: 'c2', state: second.state })).code).toBe('E08');
  expect(server.requests).toHaveLength(2);
});

test.each([
  [3_600_001, 'E08'],
  [3_599_000, 'none'],
])('a sign-in begun %i ms ago: %s', async (ageMs, code) => {
  const { state } = await begun();
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + ageMs);
  const outcome: unknown = await exchanged({ code: 'c1', state }).catch((reason: unknown) => reason);
  expect(isLaunchError(outcome) ? outcome.code : 'none').toBe(code);
});

test('row 25: the answer to one site’s sign-in is never another’s', async () => {
  const other = siteOf({ ...site, id: 'other', clientId: 'other-client', iss: `${server.origin}/other` });
  const here = await begun();
  const there = await begun({ where: other });
  const session = await exchanged({ code: 'c1', state: there.state }, [site, other]);
  expect(session.site.id).toBe('other');
  expect(server.requests[0]?.form.get('client_id')).toBe('other-client');
  localStorage.clear();
  sessionStorage.removeItem(`longview.session.${session.sid}`);
  expect((await failure({ code: 'c1', state: here.state }, [other])).code).toBe('E08'); // the build no longer has its site
});

test.each([
  ['another issuer', { iss: 'https://evil.example' }, false],
  ['another issuer, announced', { iss: 'https://evil.example' }, true],
  ['no issuer where one is announced', {}, true],
  ['an empty issuer', { iss: '' }, false],
])('row 29: %s in the answer stops (E08) before the code is sent', async (_, iss, announces) => {
  for (const said of [{ code: 'c1' }, { error: 'access_denied' }]) {
    const { state } = await begun({ announces });
    expect((await failure({ ...said, ...iss, state })).code).toBe('E08');
  }
  expect(server.requests).toHaveLength(0);
});

test('row 29: the right issuer, announced or not, is fine', async () => {
  for (const announces of [true, false]) {
    const { state } = await begun({ announces });
    expect((await exchanged({ code: 'c1', state, iss: server.origin })).patientId).toBe('p1');
  }
});

test.each([
  ['access_denied', 'E05'],
  ['invalid_scope', 'E06'],
  ['unauthorized_client', 'E06'],
  ['invalid_client', 'E06'],
  ['unsupported_response_type', 'E06'],
  ['invalid_request', 'E06'],
  ['server_error', 'E07'],
  ['temporarily_unavailable', 'E07'],
  ['login_required', 'E07'],
  ['interaction_required', 'E07'],
  ['something_new', 'E06'],
  ['', 'E06'],
])('row 30: the answer error=%s is %s', async (said, code) => {
  const { state } = await begun();
  const error = await failure({ error: said, state });
  expect(error).toMatchObject({ code, kind: 'ehr' });
  expect(server.requests).toHaveLength(0);
});

test('row 31: what the server says stands under the details only, cut at 200 characters', async () => {
  const { state } = await begun();
  const error = await failure({
    error: 'access_denied',
    error_description: `<b>call</b>\n${'z'.repeat(500)}`,
    state,
  });
  expect(read(error)).not.toMatch(/call|zzz/);
  expect(error.facts['the server said']).toHaveLength(200);
  expect(errorDetails(error).join('\n')).toContain('<b>call</b> zzz');
});

test.each([
  ['https://evil.example/help', false],
  ['javascript:alert(1)', false],
  ['not an address', false],
  ['/help', true],
])('row 31: the error_uri %s is shown: %s', async (uri, isShown) => {
  const { state } = await begun();
  const sent = isShown ? server.origin + uri : uri;
  const error = await failure({ error: 'access_denied', error_uri: sent, state });
  expect(errorDetails(error).join('\n').includes(sent)).toBe(isShown);
});

test.each<[string, TokenAnswer, string]>([
  ['400 invalid_grant', jsonAnswer({ error: 'invalid_grant', error_description: 'expired' }, 400), 'E15'],
  ['401 invalid_client', jsonAnswer({ error: 'invalid_client' }, 401), 'E06'],
  ['400 and an unknown error', jsonAnswer({ error: 'new_error' }, 400), 'E15'],
  ['400 and HTML', htmlAnswer(400), 'E15'],
  ['403 and HTML', htmlAnswer(403), 'E06'],
  ['404 and HTML', htmlAnswer(404), 'E06'],
  ['429 and HTML', htmlAnswer(429), 'E07'],
  ['500', jsonAnswer({ error: 'invalid_grant' }, 500), 'E07'],
  ['503 and HTML', htmlAnswer(503), 'E07'],
  ['200 and HTML', htmlAnswer(200), 'E07'],
  ['200 and 6 MB', jsonAnswer({ ...token, x: 'x'.repeat(6e6) }), 'E07'],
  ['400 and 6 MB', jsonAnswer({ error: 'invalid_grant', x: 'x'.repeat(6e6) }, 400), 'E15'],
  ['200 and nothing', (_, response) => response.writeHead(200).end(), 'E07'],
  [
    '200 and broken JSON',
    (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{'),
    'E07',
  ],
  ['no answer', dropConnection, 'E04'],
  ['a redirect', (_, response) => response.writeHead(307, { location: '/elsewhere' }).end(), 'E04'],
  ['no access token', jsonAnswer({ ...token, access_token: undefined }), 'E07'],
  ['an empty access token', jsonAnswer({ ...token, access_token: '' }), 'E07'],
  ['an access token that is no text', jsonAnswer({ ...token, access_token: { a: 1 } }), 'E07'],
  ['an access token with a line break', jsonAnswer({ ...token, access_token: 'a\r\nx: y' }), 'E07'],
  ['a token of type mac', jsonAnswer({ ...token, token_type: 'mac' }), 'E07'],
  ['a token without type', jsonAnswer({ ...token, token_type: undefined }), 'E07'],
  ['an error in a 200', jsonAnswer({ error: 'invalid_grant' }), 'E07'],
  ['no patient', jsonAnswer({ ...token, patient: undefined }), 'E10'],
  ['no right to read results', jsonAnswer({ ...token, scope: 'launch patient/Patient.r' }), 'E11'],
])('row 38: the token endpoint gives %s: no session', async (_, answer, code) => {
  const { state } = await begun();
  server.answerWith(answer);
  const error = await failure({ code: 'the-code', state });
  expect(error).toMatchObject({ code, kind: 'ehr' });
  expect(`${read(error)} ${errorDetails(error).join(' ')}`).not.toMatch(/secret-token|the-code|undefined/);
  expect(server.requests).toHaveLength(1);
});

test('row 35: a token without life, with a dot and no JSON in it, is a token', async () => {
  const { state } = await begun();
  server.answerWith(jsonAnswer({ access_token: 'opaque.to~ken', token_type: 'bearer', patient: 'p1' }));
  const session = await exchanged({ code: 'c1', state });
  expect(session.record().expiresAtMs).toBeUndefined();
  expect(session.scope).toContain('patient/Observation.rs');
});

test('a token endpoint that never answers stops the sign-in (E04) after its time', async () => {
  const { state } = await begun();
  const late = new AbortController();
  const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
  server.answerWith(() => {});
  const outcome = failure({ code: 'c1', state });
  await waitUntil(() => server.requests.length === 1);
  late.abort(new DOMException('too late', 'TimeoutError'));
  expect((await outcome).code).toBe('E04');
  expect(limit).toHaveBeenCalledTimes(1);
});

test('rows 24 and 69: a nonce, and the window that waits, go with the session', async () => {
  site = siteOf({ ...site, identity: true });
  rememberDiscovery(site.iss, undefined);
  const { state } = await begun();
  const session = await exchanged({ code: 'c1', state });
  expect(session.nonce).toMatch(/^[\w-]{43}$/);
  expect(session.transferNonce).toBeUndefined();
});

test.each([
  ['endpoints'],
  ['startedAtMs'],
  ['iss'],
  ['siteId'],
  ['kind'],
  ['scope'],
  ['isIssParameterSupported'],
  ['redirectUri'],
  ['isHtmlLeftOut'],
])('a sign-in whose record lost its %s is not gone on with (E08)', async (name) => {
  const { state } = await begun();
  const key = `longview.pending.${state}`;
  const pending: object = JSON.parse(sessionStorage.getItem(key) ?? '');
  sessionStorage.setItem(key, JSON.stringify({ ...pending, [name]: null }));
  expect((await failure({ code: 'c1', state })).code).toBe('E08');
  expect(server.requests).toHaveLength(0);
});

test('a sign-in whose record somebody else wrote is not gone on with (E08)', async () => {
  const { state } = await begun();
  const key = `longview.pending.${state}`;
  const kept = sessionStorage.getItem(key) ?? '';
  for (const text of [
    '{',
    'null',
    '7',
    '[]',
    '"x"',
    `{"__proto__":${kept}}`,
    kept.replace('"siteId"', '"id"').replace('{', '{"__proto__":{"siteId":"general"},'),
    kept.replace(/"startedAtMs":\d+/, `"startedAtMs":"${Date.now()}"`),
    'x'.repeat(1_000_000),
  ]) {
    sessionStorage.setItem(key, text);
    // oxlint-disable-next-line no-await-in-loop -- one answer after the other
    expect((await failure({ code: 'c1', state })).code).toBe('E08');
  }
  expect(server.requests).toHaveLength(0);
  sessionStorage.setItem(key, kept.replace('{', `{"padding":"${'x'.repeat(1_000_000)}",`));
  expect((await exchanged({ code: 'c1', state })).patientId).toBe('p1');
});

test('row 3: under an issuer prefix nothing is remembered, and the sign-in comes to its end all the same', async () => {
  site = siteOf({ ...site, issPrefix: true, iss: server.origin });
  server.answerWith(
    jsonAnswer({
      ...token,
      issuer: server.origin,
      authorization_endpoint: `${server.origin}/authorize`,
      token_endpoint: `${server.origin}/token`,
      code_challenge_methods_supported: ['S256'],
      capabilities: ['permission-v2'],
    }),
  );
  const { parameters } = await createAuthorizationRequest({
    site,
    iss: `${server.origin}/tenant`,
    launch: 'xyz',
  });
  const session = await exchanged({ code: 'c1', state: parameters.get('state') ?? '' });
  expect(session.iss).toBe(`${server.origin}/tenant`);
  expect(localStorage).toHaveLength(0);
});

const ANY = fc.oneof(fc.string(), fc.jsonValue(), fc.constantFrom('p1', 'Bearer', granted, 600, -1, null));
const NAMES = fc.constantFrom(
  ...Object.keys(token),
  'encounter',
  'id_token',
  'refresh_token',
  'fhirContext',
  'error',
);

test('whatever a token endpoint answers, there is a session with a patient or an E code', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(NAMES, ANY), fc.boolean(), async (sent, isWhole) => {
      sessionStorage.clear();
      localStorage.clear();
      const { state } = await begun();
      server.answerWith(jsonAnswer(isWhole ? { ...token, ...sent } : sent));
      const outcome: unknown = await exchanged({ code: 'c1', state }).catch((reason: unknown) => reason);
      const isFine = isLaunchError(outcome)
        ? /^E(07|10|11)$/.test(outcome.code) && keysOf('longview.').length === 0
        : (outcome as Session).patientId !== '' && (outcome as Session).accessToken() !== '';
      expect(isFine).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('whatever is in the address of an answer, and whatever was kept, there is an E code', async () => {
  const names = fc.constantFrom(
    'state',
    'code',
    'iss',
    'error',
    'error_description',
    'error_uri',
    'session_state',
  );
  const state = 'S'.repeat(43);
  const fields = fc.constantFrom(
    'siteId',
    'kind',
    'iss',
    'scope',
    'endpoints',
    'libraryState',
    'startedAtMs',
    'isIssParameterSupported',
  );
  const values = fc.oneof(fc.jsonValue(), fc.constantFrom('general', 'ehr', null));
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(names, fc.string()),
      fc.dictionary(fields, values),
      fc.boolean(),
      async (answer, kept, isOurs) => {
        sessionStorage.clear();
        const pending = {
          siteId: 'general',
          kind: 'ehr',
          iss: site.iss,
          scope: granted,
          endpoints: {},
          ...kept,
        };
        sessionStorage.setItem(`longview.pending.${state}`, JSON.stringify(pending));
        const error = await failure({ ...answer, ...(isOurs && { state }) });
        expect(error.code).toMatch(/^E\d\d$/);
        expect(read(error)).not.toContain('undefined');
      },
    ),
    { numRuns: 100 },
  );
  expect(server.requests).toHaveLength(0);
});
