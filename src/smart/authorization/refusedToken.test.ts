import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tokenResponseOf } from './tokenResponse.ts';
import { textField } from '../site/untrustedJson.ts';
import { beginSignIn, openAnswer, refusalOfAnswer } from '../../testing/signInAnswerFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import * as discoveryTexts from '../discovery/discovery.messages.ts';
import { authorizationTexts } from './authorization.messages.ts';
import {
  dropConnection,
  jsonAnswer,
  startTokenServer,
  waitUntil,
  type TokenAnswer,
} from '../../testing/tokenServerFixture.ts';

const token = {
  access_token: 'secret-token',
  token_type: 'Bearer',
  expires_in: 600,
  scope: 'launch patient/Patient.r patient/Observation.rs',
  patient: 'p1',
};
const page = 'https://longview.example/index.html';

let server: Awaited<ReturnType<typeof startTokenServer>>;
let site = siteOf();
const document = (more: object = {}): object => ({
  issuer: server.origin,
  authorization_endpoint: `${server.origin}/authorize`,
  token_endpoint: `${server.origin}/token`,
  revocation_endpoint: `${server.origin}/revoke`,
  code_challenge_methods_supported: ['S256'],
  ...more,
});
/** The token endpoint answers with this text, and the revocation endpoint with nothing. */
const answerWithText = (text: string): void =>
  server.answerWith((asked, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(asked.url === '/token' ? text : '');
  });
const revocations = () => server.requests.filter(({ url }) => url === '/revoke');

beforeEach(async () => {
  enterWindow();
  server = await startTokenServer(jsonAnswer(token));
  site = siteOf({ iss: `${server.origin}/r4`, redirectUri: page, authOrigins: [server.origin] });
});
afterEach(() => {
  server.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each([
  ['the code', 'code=c1&code=c2'],
  ['the code, the same both times', 'code=c1&code=c1'],
  ['the issuer', 'code=c1&iss=ISSUER&iss=https://evil.example'],
  ['the error', 'error=access_denied&error=server_error'],
  ['the code, written in two ways', 'code=c1&c%6Fde=c2'],
  ['a parameter that nobody knows', 'code=c1&session_state=a&session_state=b'],
  ['an empty one', 'code=c1&iss=ISSUER&iss='],
])('an answer that has %s twice is refused (E08), and no code is sent', async (_, query) => {
  const state = await beginSignIn(site, document());
  const address = `${page}?${query.replaceAll('ISSUER', server.origin)}&state=${state}`;
  const error = await refusalOfAnswer(address, [site]);
  expect(error.code).toBe('E08');
  expect(error.facts['reason']).toBe(authorizationTexts.parameterTwice);
  expect(server.requests).toEqual([]);
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test('an answer with two states belongs to no sign-in (E08)', async () => {
  const state = await beginSignIn(site, document());
  for (const other of ['x', state, ''])
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    expect((await refusalOfAnswer(`${page}?code=c1&state=${state}&state=${other}`, [site])).code).toBe('E08');
  expect(server.requests).toEqual([]);
});

const { patient: _p, ...withoutPatient } = token;
test.each<[string, object, string]>([
  ['names no patient', withoutPatient, 'E10'],
  ['names a patient that would lead to another address', { ...token, patient: '..' }, 'E10'],
  ['names a patient that is no text', { ...token, patient: { id: 'p1' } }, 'E10'],
  ['lacks the right to read results', { ...token, scope: 'patient/Patient.r' }, 'E11'],
  ['lacks the right to read the patient', { ...token, scope: 'patient/Observation.rs' }, 'E11'],
  ['has an empty scope', { ...token, scope: '' }, 'E11'],
  ['has no type', { ...token, token_type: undefined }, 'E07'],
  ['has an empty type', { ...token, token_type: '' }, 'E07'],
  ['has the type DPoP', { ...token, token_type: 'DPoP' }, 'E07'],
  ['has the type Bearer with more behind it', { ...token, token_type: 'Bearer\n' }, 'E07'],
  ['has a type that is no text', { ...token, token_type: ['Bearer'] }, 'E07'],
  ['has a token that would end a header', { ...token, access_token: 'a\r\nx: y' }, 'E07'],
])(
  'a token response that %s leaves no session, and its token is revoked (RFC 7009)',
  async (_, sent, code) => {
    const state = await beginSignIn(site, document());
    answerWithText(JSON.stringify(sent));
    expect((await refusalOfAnswer(`${page}?code=c1&state=${state}`, [site])).code).toBe(code);
    await waitUntil(() => revocations().length === 1);
    expect(revocations().map(({ method, form }) => [method, Object.fromEntries(form)])).toEqual([
      [
        'POST',
        {
          token: 'access_token' in sent ? sent.access_token : '',
          token_type_hint: 'access_token',
          client_id: site.clientId,
        },
      ],
    ]);
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(history.state).toBeNull();
  },
);

test('the refresh token of a refused response goes first, since it ends the access token too', async () => {
  const state = await beginSignIn(site, document());
  answerWithText(JSON.stringify({ ...withoutPatient, refresh_token: 'r1' }));
  expect((await refusalOfAnswer(`${page}?code=c1&state=${state}`, [site])).code).toBe('E10');
  await waitUntil(() => revocations().length === 1);
  expect(revocations()[0]?.form.get('token')).toBe('r1');
});

test.each([
  ['two patients', `"patient":"p1","patient":"p2"`],
  ['the same patient twice', `"patient":"p1","patient":"p1"`],
  ['a second patient in other letters', String.raw`"patient":"p1","p\u0061tient":"p2"`],
  ['two scopes', `"patient":"p1","scope":"a","scope":"patient/*.rs"`],
  ['a patient in the prototype', `"__proto__":{"patient":"p2"}`],
  ['a patient beside a prototype', `"patient":"p1","__proto__":{"encounter":"e1"}`],
  ['lists nested thousands deep', `"patient":"p1","x":${'['.repeat(5000)}${']'.repeat(5000)}`],
])('a token response with %s is refused (E07), and its token is revoked', async (_, members) => {
  const state = await beginSignIn(site, document());
  answerWithText(`{"access_token":"secret-token","token_type":"Bearer",${members}}`);
  const error = await refusalOfAnswer(`${page}?code=c1&state=${state}`, [site]);
  expect(error.code).toBe('E07');
  expect(error.facts['reason']).toBe(authorizationTexts.tokenTwice);
  await waitUntil(() => revocations().length === 1);
  expect(revocations()[0]?.form.get('token')).toBe('secret-token');
});

test.each(['has a field twice', 'too deep'])(
  'what is refused because it cannot be checked is said to be so: %s',
  (words) => {
    expect(authorizationTexts.tokenTwice).toContain(words);
    expect(discoveryTexts.notJson).toContain(words);
  },
);

test('a token response that is nested as deep as a real one may be is used', () => {
  const nested = `${'['.repeat(50)}${']'.repeat(50)}`;
  const { refusal } = tokenResponseOf(`{"access_token":"t","token_type":"Bearer","x":${nested}}`);
  expect(refusal).toBe('');
});

test('where storage is full, no session is opened (E14) and the token is revoked', async () => {
  const state = await beginSignIn(site, document());
  const full = vi.spyOn(sessionStorage, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const error = await refusalOfAnswer(`${page}?code=c1&state=${state}`, [site]);
  full.mockRestore();
  expect(error.code).toBe('E14');
  await waitUntil(() => revocations().length === 1);
});

test.each<[string, object, TokenAnswer | undefined]>([
  ['offers no revocation', { revocation_endpoint: undefined }, undefined],
  ['does not answer to a revocation', {}, dropConnection],
])('a server that %s delays no error screen', async (_, more, revoked) => {
  const state = await beginSignIn(site, document(more));
  server.answerWith((asked, response) =>
    asked.url === '/token' ? jsonAnswer(withoutPatient)(asked, response) : revoked?.(asked, response),
  );
  expect((await refusalOfAnswer(`${page}?code=c1&state=${state}`, [site])).code).toBe('E10');
  expect(revocations().length).toBeLessThanOrEqual(revoked === undefined ? 0 : 1);
});

test.each([['Bearer'], ['bearer'], ['BEARER']])('a token of type %s is used', async (token_type) => {
  const state = await beginSignIn(site, document());
  answerWithText(JSON.stringify({ ...token, token_type }));
  const session = await openAnswer(`${page}?code=c1&state=${state}`, [site]);
  expect(session.accessToken()).toBe('secret-token');
  expect(revocations()).toEqual([]);
});

test.each([
  [-1, undefined],
  [0, undefined],
  ['', undefined],
  ['0x10', undefined],
  ['1e9', undefined],
  [' 600', undefined],
  [true, undefined],
  [[600], undefined],
  [1e300, 86_400_000],
  ['99999999999', 86_400_000],
  [86_401, 86_400_000],
  ['600', 600_000],
  [0.5, 500],
])('expires_in %j is a life of %j ms', async (expires_in, lifeMs) => {
  const state = await beginSignIn(site, document());
  answerWithText(JSON.stringify({ ...token, expires_in }));
  const session = await openAnswer(`${page}?code=c1&state=${state}`, [site]);
  const { expiresAtMs } = session.stored();
  expect(expiresAtMs === undefined ? undefined : expiresAtMs - session.openedAtMs).toBe(lifeMs);
});

test('whatever a token endpoint answers, a token is used only with the type Bearer and without a second meaning', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.dictionary(fc.string(), fc.jsonValue()).map((sent) => JSON.stringify({ ...token, ...sent })),
      ),
      (text) => {
        const { granted, refusal } = tokenResponseOf(text);
        const isBearer = /^bearer$/i.test(textField(granted, 'token_type'));
        expect(isBearer ? refusal === '' : refusal !== '').toBe(true);
        expect(granted === undefined).toBe(!isBearer);
      },
    ),
  );
});

test.each([
  [
    'an endpoint named twice',
    (text: string) => text.replace('{', '{"token_endpoint":"https://evil.example",'),
  ],
  ['a prototype', (text: string) => text.replace('{', '{"__proto__":{"jwks_uri":"/jwks"},')],
  [
    'lists nested thousands deep',
    (text: string) => text.replace('{', `{"x":${'['.repeat(5000)}${']'.repeat(5000)},`),
  ],
])('a discovery document with %s stops the launch (E03)', async (_, change) => {
  server.answerWith((__, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(change(JSON.stringify(document())));
  });
  await expect(beginSignIn(site, {})).rejects.toMatchObject({
    code: 'E03',
    facts: { reason: discoveryTexts.notJson },
  });
});
