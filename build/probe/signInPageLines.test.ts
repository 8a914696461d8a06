import { describe, expect, test } from 'vitest';
import { exitCodeOf } from './probeLine.ts';
import {
  type Answers,
  PAGE_ORIGIN,
  discoveryDocument,
  goodServer,
  lineOf,
  probeAt,
  answerWith,
  closeServersAfterEach,
} from './probeFixture.ts';

closeServersAfterEach();

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
    { 'GET /authorize': answerWith(302, '', { location: 'http://login.example/' }) },
    'which is not https',
  ],
])('a sign-in page that %s could not be checked', async (_, changes, found) => {
  const { iss } = await goodServer(changes);
  const lines = await probeAt(iss);
  expect(lineOf(lines, 'sign-in page: framing')).toMatchObject({
    state: 'unchecked',
    found: expect.stringContaining(found) as string,
  });
  expect(exitCodeOf(lines)).toBe(2);
});

describe('a sign-in that the server refuses before its page', () => {
  const back = (query: string): Answers => ({
    'GET /authorize': answerWith(302, '', { location: `${PAGE_ORIGIN}/index.html?${query}` }),
  });
  const page = (status: number): Answers => ({ 'GET /authorize': answerWith(status, '<html>') });
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
    const lines = await probeAt(iss);
    expect(lineOf(lines, 'sign-in page: answer')).toMatchObject({
      state: 'fails',
      found: expect.stringContaining(found) as string,
      ask: expect.stringContaining(
        `longview known there as a public client, with the redirect URI ${PAGE_ORIGIN}/index.html`,
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
          answerWith(200, {
            ...discoveryDocument(`http://${request.headers.host}`),
            capabilities: ['launch-ehr'],
          })(request, response),
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
    expect(lineOf(await probeAt(iss, fields), 'sign-in page: answer')?.state).toBe(state);
  });

  test('scopes are asked for in the form that the server announces', async () => {
    const { iss, asked } = await goodServer();
    await probeAt(iss);
    const question = asked.find(({ url }) => url?.startsWith('/authorize?'));
    expect(new URL(question?.url ?? '', iss).searchParams.get('scope')).toContain('patient/Observation.rs');
  });
});

describe('a sign-in page that refuses frames', () => {
  const refusing: Answers = { 'GET /authorize': answerWith(200, '<html>', { 'x-frame-options': 'DENY' }) };
  test.each<readonly [string, object, string]>([
    ['is no matter where nobody frames Longview', {}, 'ok'],
    ['is worth knowing where an EHR frames it', { frameAncestors: ['https://ehr.example'] }, 'note'],
    ['is met by a window', { frameAncestors: ['https://ehr.example'], signIn: 'window' }, 'ok'],
  ])('%s', async (_, fields, state) => {
    const { iss } = await goodServer(refusing);
    expect(lineOf(await probeAt(iss, fields), 'sign-in page: framing')).toMatchObject({
      state,
      found: expect.stringContaining('X-Frame-Options: DENY') as string,
    });
  });

  test('is read from the policy before the older header', async () => {
    const headers = {
      'x-frame-options': 'DENY',
      'content-security-policy': `default-src *; frame-ancestors ${PAGE_ORIGIN}`,
    };
    const { iss } = await goodServer({ 'GET /authorize': answerWith(200, '<html>', headers) });
    const lines = await probeAt(iss, { frameAncestors: ['https://ehr.example'] });
    expect(lineOf(lines, 'sign-in page: framing')?.found).toContain('may be framed');
  });
});
