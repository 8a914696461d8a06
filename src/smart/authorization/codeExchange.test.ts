import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createAuthorizationRequest } from './authorize.ts';
import { authorizationTexts } from './authorization.messages.ts';
import { errorDetails } from '../errors/launchErrorText.ts';
import { isLaunchError } from '../errors/LaunchError.ts';
import { resumeSession } from '../session/resumeSession.ts';
import type { Session } from '../session/session.ts';
import {
  GRANTED_SCOPE,
  GRANTED_TOKEN,
  keysOf,
  shownText,
  REDIRECT_URI,
  setUpCodeExchange,
} from '../../testing/codeExchangeFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import {
  dropConnection,
  htmlAnswer,
  jsonAnswer,
  waitUntil,
  type TokenAnswer,
} from '../../testing/tokenServerFixture.ts';

const { server, site, begun, exchanged, failure } = setUpCodeExchange();

test('row 34: the code goes once, as a form, with verifier and client id, without a secret', async () => {
  const { state, challenge } = await begun();
  const session = await exchanged({ code: 'c1', state });
  expect(session).toMatchObject({ patientId: 'p1', kind: 'ehr', iss: site().iss });
  expect(server().requests).toHaveLength(1);
  const { method, url, headers, form } = server().requests[0]!;
  expect([method, url]).toEqual(['POST', '/token']);
  expect(Object.fromEntries(form)).toEqual({
    grant_type: 'authorization_code',
    code: 'c1',
    redirect_uri: REDIRECT_URI,
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
  expect(Object.keys(localStorage)).toEqual([`longview.discovery.${site().iss}`]);
  expect(JSON.stringify(Object.values(localStorage))).not.toContain('secret-token');
});

test.each([['a+b/c=&d%20e'], ['+/=&%'], ['%2B'], ['x&client_id=EVIL&grant_type=password'], ['ü✓']])(
  'row 34: the code %s arrives as it was sent',
  async (code) => {
    const { state } = await begun();
    await exchanged({ code, state });
    expect(server().requests[0]?.form.getAll('code')).toEqual([code]);
    expect(server().requests[0]?.form.getAll('client_id')).toEqual(['longview-general']);
  },
);

test('row 33: one exchange per page load, however often it is asked for', async () => {
  const { state } = await begun();
  vi.resetModules();
  const { exchangeCode } = await import('./codeExchange.ts');
  const callback = new URL(`${REDIRECT_URI}?code=c1&state=${state}`);
  const [first, second] = await Promise.all([
    exchangeCode(callback, [site()]),
    exchangeCode(callback, [site()]),
  ]);
  expect(first).toBe(second);
  expect(await exchangeCode(callback, [site()])).toBe(first);
  expect(server().requests).toHaveLength(1);
});

test.each<[string, TokenAnswer, string]>([
  ['400 invalid_grant', jsonAnswer({ error: 'invalid_grant', error_description: 'expired' }, 400), 'E15'],
  ['401 invalid_client', jsonAnswer({ error: 'invalid_client' }, 401), 'E06'],
  ['400 unsupported_grant_type', jsonAnswer({ error: 'unsupported_grant_type' }, 400), 'E06'],
  ['400 invalid_target', jsonAnswer({ error: 'invalid_target' }, 400), 'E06'],
  ['400 interaction_required', jsonAnswer({ error: 'interaction_required' }, 400), 'E07'],
  ['400 slow_down', jsonAnswer({ error: 'slow_down' }, 400), 'E07'],
  ['400 and an unknown error', jsonAnswer({ error: 'new_error' }, 400), 'E15'],
  ['400 and HTML', htmlAnswer(400), 'E15'],
  ['403 and HTML', htmlAnswer(403), 'E06'],
  ['404 and HTML', htmlAnswer(404), 'E06'],
  ['429 and HTML', htmlAnswer(429), 'E07'],
  ['500', jsonAnswer({ error: 'invalid_grant' }, 500), 'E07'],
  ['503 and HTML', htmlAnswer(503), 'E07'],
  ['999 and HTML', htmlAnswer(999), 'E07'],
  ['200 and HTML', htmlAnswer(200), 'E07'],
  ['200 and 6 MB', jsonAnswer({ ...GRANTED_TOKEN, x: 'x'.repeat(6e6) }), 'E07'],
  ['400 and 6 MB', jsonAnswer({ error: 'invalid_grant', x: 'x'.repeat(6e6) }, 400), 'E15'],
  ['200 and nothing', (_, response) => response.writeHead(200).end(), 'E07'],
  [
    '200 and broken JSON',
    (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{'),
    'E07',
  ],
  ['no answer', dropConnection, 'E04'],
  ['a redirect', (_, response) => response.writeHead(307, { location: '/elsewhere' }).end(), 'E04'],
  ['no access token', jsonAnswer({ ...GRANTED_TOKEN, access_token: undefined }), 'E07'],
  ['an empty access token', jsonAnswer({ ...GRANTED_TOKEN, access_token: '' }), 'E07'],
  ['an access token that is no text', jsonAnswer({ ...GRANTED_TOKEN, access_token: { a: 1 } }), 'E07'],
  ['an access token with a line break', jsonAnswer({ ...GRANTED_TOKEN, access_token: 'a\r\nx: y' }), 'E07'],
  ['a token of type mac', jsonAnswer({ ...GRANTED_TOKEN, token_type: 'mac' }), 'E07'],
  ['a token without type', jsonAnswer({ ...GRANTED_TOKEN, token_type: undefined }), 'E07'],
  ['an error in a 200', jsonAnswer({ error: 'invalid_grant' }), 'E07'],
  ['no patient', jsonAnswer({ ...GRANTED_TOKEN, patient: undefined }), 'E10'],
  [
    'no right to shownText results',
    jsonAnswer({ ...GRANTED_TOKEN, scope: 'launch patient/Patient.r' }),
    'E11',
  ],
])('row 38: the token endpoint gives %s: no session', async (_, answer, code) => {
  const { state } = await begun();
  server().answerWith(answer);
  const error = await failure({ code: 'the-code', state });
  expect(error).toMatchObject({ code, kind: 'ehr' });
  expect(`${shownText(error)} ${errorDetails(error).join(' ')}`).not.toMatch(
    /secret-token|the-code|undefined/,
  );
  expect(server().requests).toHaveLength(1);
});

test('row 33: a page that is loaded again during the exchange says so, and not that nobody has signed in', async () => {
  const { state } = await begun();
  let reload: unknown;
  server().answerWith((asked, response) => {
    try {
      reload = resumeSession([site()]);
    } catch (error) {
      reload = error;
    }
    jsonAnswer(GRANTED_TOKEN)(asked, response);
  });
  const session = await exchanged({ code: 'c1', state });
  expect(reload).toMatchObject({
    code: 'E15',
    kind: 'ehr',
    facts: { reason: authorizationTexts.pageWasLeft },
  });
  expect(resumeSession([site()])?.sid).toBe(session.sid);
});

test.each([
  ['ehr', 'patient', 'patient'],
  ['ehr', undefined, undefined],
  ['ehr', 'ask', undefined],
  ['ehr', 'clinician', undefined],
  ['standalone', 'clinician', undefined],
  ['standalone', undefined, 'patient'],
] as const)(
  '%s launch at a site for %s: %s is known to wait for the answer',
  async (kind, audience, reader) => {
    const where = { ...site(), ...(audience !== undefined && { audience }) };
    const { state } = await begun({ where, isAlone: kind === 'standalone' });
    let noted: unknown;
    server().answerWith((asked, response) => {
      noted = history.state;
      jsonAnswer(GRANTED_TOKEN)(asked, response);
    });
    await exchanged({ code: 'c1', state }, [where]);
    expect(noted).toEqual({ kind, ...(reader !== undefined && { reader }) });
  },
);

test('row 33: an exchange that failed leaves nothing that a reload would wait for', async () => {
  const { state } = await begun();
  server().answerWith(jsonAnswer({ error: 'invalid_grant' }, 400));
  await failure({ code: 'c1', state });
  expect(resumeSession([site()])).toBeUndefined();
});

test('row 38: the details say which endpoint refused, with which status, and what the server says of it', async () => {
  const { state } = await begun();
  const uri = `${server().origin}/errors/urn%3Aerror%3Atoken%3Aempty-scopes`;
  const sent = { error: 'invalid_scope', error_description: null, error_uri: uri };
  server().answerWith(jsonAnswer(sent, 400));
  const { facts } = await failure({ code: 'c1', state });
  expect(facts).toEqual({
    'token endpoint status': '400',
    error: 'invalid_scope',
    'more information': uri,
  });
});

test('row 38: an error in the answer of a server that failed is told too', async () => {
  const { state } = await begun();
  server().answerWith(jsonAnswer({ error: 'invalid_client', error_description: 'Unexpected' }, 500));
  const { code, facts } = await failure({ code: 'c1', state });
  expect({ code, facts }).toEqual({
    code: 'E07',
    facts: { 'token endpoint status': '500', error: 'invalid_client', 'the server said': 'Unexpected' },
  });
});

test('row 35: a token without life, with a dot and no JSON in it, is a token', async () => {
  const { state } = await begun();
  server().answerWith(jsonAnswer({ access_token: 'opaque.to~ken', token_type: 'bearer', patient: 'p1' }));
  const session = await exchanged({ code: 'c1', state });
  expect(session.stored().expiresAtMs).toBeUndefined();
  expect(session.scope).toContain('patient/Observation.rs');
});

test('a token endpoint that never answers stops the sign-in (E04) after its time', async () => {
  const { state } = await begun();
  const late = new AbortController();
  const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
  server().answerWith(() => {});
  const outcome = failure({ code: 'c1', state });
  await waitUntil(() => server().requests.length === 1);
  late.abort(new DOMException('too late', 'TimeoutError'));
  expect((await outcome).code).toBe('E04');
  expect(limit).toHaveBeenCalledTimes(1);
});

test('rows 24 and 69: a nonce, and the window that waits, go with the session', async () => {
  const where = siteOf({ ...site(), identity: true });
  const { state } = await begun({ where });
  const session = await exchanged({ code: 'c1', state }, [where]);
  expect(session.nonce).toMatch(/^[\w-]{43}$/);
  expect(session.transferNonce).toBeUndefined();
});

test('row 3: under an issuer prefix nothing is remembered, and the sign-in comes to its end all the same', async () => {
  const where = siteOf({ ...site(), issPrefix: true, iss: server().origin });
  server().answerWith(
    jsonAnswer({
      ...GRANTED_TOKEN,
      issuer: server().origin,
      authorization_endpoint: `${server().origin}/authorize`,
      token_endpoint: `${server().origin}/token`,
      code_challenge_methods_supported: ['S256'],
      capabilities: ['permission-v2'],
    }),
  );
  const { parameters } = await createAuthorizationRequest({
    site: where,
    iss: `${server().origin}/tenant`,
    launch: 'xyz',
  });
  const session = await exchanged({ code: 'c1', state: parameters.get('state') ?? '' }, [where]);
  expect(session.iss).toBe(`${server().origin}/tenant`);
  expect(localStorage).toHaveLength(0);
});

const ANY = fc.oneof(
  fc.string(),
  fc.jsonValue(),
  fc.constantFrom('p1', 'Bearer', GRANTED_SCOPE, 600, -1, null),
);
const NAMES = fc.constantFrom(
  ...Object.keys(GRANTED_TOKEN),
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
      server().answerWith(jsonAnswer(isWhole ? { ...GRANTED_TOKEN, ...sent } : sent));
      const outcome: unknown = await exchanged({ code: 'c1', state }).catch((reason: unknown) => reason);
      const isFine = isLaunchError(outcome)
        ? /^E(07|10|11)$/.test(outcome.code) && keysOf('longview.').length === 0
        : (outcome as Session).patientId !== '' && (outcome as Session).accessToken() !== '';
      expect(isFine).toBe(true);
    }),
    { numRuns: 60 },
  );
});
