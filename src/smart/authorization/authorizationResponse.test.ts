import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { errorDetails } from '../errors/launchErrorText.ts';
import { isLaunchError, type LaunchError } from '../errors/LaunchError.ts';
import {
  GRANTED_SCOPE,
  shownText,
  REDIRECT_URI,
  setUpCodeExchange,
} from '../../testing/codeExchangeFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { jsonAnswer } from '../../testing/tokenServerFixture.ts';

const { server, site, begun, exchanged, failure } = setUpCodeExchange();

test.each([
  ['none', {}],
  ['an empty one', { state: '' }],
  ['one that was not started here', { state: 'A'.repeat(43) }],
  ['a short one', { state: 'x' }],
  ['the name of something else that is kept', { state: '../session.x' }],
])(
  'row 27: with a state that is %s nothing else is shownText and nothing is sent (E08)',
  async (_, answer) => {
    await begun();
    const words = {
      code: 'c1',
      error: 'access_denied',
      error_description: 'call this number at once',
      ...answer,
    };
    const error = await failure(words).catch((reason: unknown) => reason as LaunchError);
    expect(error.code).toBe('E08');
    expect(shownText(error) + errorDetails(error).join(' ')).not.toContain('call this');
    expect(server().requests).toHaveLength(0);
  },
);

test('row 28: a state is used once, whether it went well or not', async () => {
  const first = await begun();
  await exchanged({ code: 'c1', state: first.state });
  localStorage.clear();
  sessionStorage.clear();
  expect((await failure({ code: 'c1', state: first.state })).code).toBe('E08');
  const second = await begun();
  server().answerWith(jsonAnswer({ error: 'invalid_grant' }, 400));
  expect((await failure({ code: 'c2', state: second.state })).code).toBe('E15');
  expect((await failure({ code: 'c2', state: second.state })).code).toBe('E08');
  expect(server().requests).toHaveLength(2);
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
  const other = siteOf({ ...site(), id: 'other', clientId: 'other-client', iss: `${server().origin}/other` });
  const here = await begun();
  const there = await begun({ where: other });
  const session = await exchanged({ code: 'c1', state: there.state }, [site(), other]);
  expect(session.site.id).toBe('other');
  expect(server().requests[0]?.form.get('client_id')).toBe('other-client');
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
  expect(server().requests).toHaveLength(0);
});

test('row 29: the right issuer, announced or not, is fine', async () => {
  for (const announces of [true, false]) {
    const { state } = await begun({ announces });
    expect((await exchanged({ code: 'c1', state, iss: server().origin })).patientId).toBe('p1');
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
  expect(server().requests).toHaveLength(0);
});

test('row 31: what the server says stands under the details only, cut at 200 characters', async () => {
  const { state } = await begun();
  const error = await failure({
    error: 'access_denied',
    error_description: `<b>call</b>\n${'z'.repeat(500)}`,
    state,
  });
  expect(shownText(error)).not.toMatch(/call|zzz/);
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
  const sent = isShown ? server().origin + uri : uri;
  const error = await failure({ error: 'access_denied', error_uri: sent, state });
  expect(errorDetails(error).join('\n').includes(sent)).toBe(isShown);
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
  expect(server().requests).toHaveLength(0);
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
  expect(server().requests).toHaveLength(0);
  sessionStorage.setItem(key, kept.replace('{', `{"padding":"${'x'.repeat(1_000_000)}",`));
  expect((await exchanged({ code: 'c1', state })).patientId).toBe('p1');
});

const EVIL = 'https://evil.example';
test.each<[string, (address: string) => string]>([
  ['token endpoint', (here) => `"token":"${here}/token"`],
  ['issuer', (here) => `"iss":"${here}/r4"`],
])('a sign-in whose record was given a foreign %s is not gone on with (E08)', async (_, entry) => {
  const network = vi.spyOn(globalThis, 'fetch');
  const { state } = await begun();
  const key = `longview.pending.${state}`;
  const kept = sessionStorage.getItem(key) ?? '';
  sessionStorage.setItem(key, kept.replaceAll(entry(server().origin), entry(EVIL)));
  expect(sessionStorage.getItem(key)).not.toBe(kept);
  expect((await failure({ code: 'c1', state })).code).toBe('E08');
  expect(network).not.toHaveBeenCalled();
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
          iss: site().iss,
          scope: GRANTED_SCOPE,
          isIssParameterSupported: false,
          endpoints: {
            issuer: server().origin,
            token: `${server().origin}/token`,
            revocation: '',
            jwks: '',
            management: '',
          },
          redirectUri: REDIRECT_URI,
          isHtmlLeftOut: false,
          startedAtMs: Date.now(),
          ...kept,
        };
        sessionStorage.setItem(`longview.pending.${state}`, JSON.stringify(pending));
        const error = await failure({ ...answer, ...(isOurs && { state }) });
        expect(error.code).toMatch(/^E\d\d$/);
        expect(shownText(error)).not.toContain('undefined');
      },
    ),
    { numRuns: 100 },
  );
  expect(server().requests).toHaveLength(0);
});
