import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginSignIn, openAnswer, refusalOfAnswer } from '../../testing/signInAnswerFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { jsonAnswer, startTokenServer } from '../../testing/tokenServerFixture.ts';
import type { Site } from '../site/site.ts';

// RFC 9700, section 4.4: the site file lists an honest and a malicious server. The attacker lets a person begin at the
// malicious one, leads the browser on to the honest one, and wants the code of the honest server at its own token endpoint.

const token = {
  access_token: 'secret-token',
  token_type: 'Bearer',
  scope: 'launch patient/Patient.r patient/Observation.rs',
  patient: 'p1',
};
type Server = Awaited<ReturnType<typeof startTokenServer>>;
let honest: Server;
let malicious: Server;
let honestSite: Site;
let maliciousSite: Site;
const sites = (): Site[] => [honestSite, maliciousSite];

const documentOf = ({ origin }: Server, more: object = {}): object => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  code_challenge_methods_supported: ['S256'],
  ...more,
});
const answerTo = (page: string, answer: Record<string, string>): string =>
  `https://longview.example/${page}?${new URLSearchParams(answer).toString()}`;

beforeEach(async () => {
  enterWindow(undefined, 'https://longview.example/launch.html');
  honest = await startTokenServer(jsonAnswer(token));
  malicious = await startTokenServer(jsonAnswer(token));
  const siteAt = (id: string, { origin }: Server): Site =>
    siteOf({
      id,
      iss: `${origin}/r4`,
      clientId: `client-of-${id}`,
      redirectUri: `https://longview.example/${id}.html`,
      authOrigins: [origin],
    });
  honestSite = siteAt('honest', honest);
  maliciousSite = siteAt('malicious', malicious);
});
afterEach(() => {
  for (const server of [honest, malicious]) server.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a code of the honest server comes to its own page, so the malicious token endpoint never sees it', async () => {
  const state = await beginSignIn(maliciousSite, documentOf(malicious));
  const error = await refusalOfAnswer(answerTo('honest.html', { code: 'honest-code', state }), sites());
  expect(error.code).toBe('E08');
  expect(error.facts['reason']).toContain('another address');
  expect([...malicious.requests, ...honest.requests]).toEqual([]);
});

test('an answer that names the honest server (RFC 9207) is refused on the malicious page too', async () => {
  const state = await beginSignIn(maliciousSite, documentOf(malicious));
  const answer = { code: 'honest-code', state, iss: honest.origin };
  const error = await refusalOfAnswer(answerTo('malicious.html', answer), sites());
  expect(error.code).toBe('E08');
  expect(error.facts['reason']).toContain('RFC 9207');
  expect(malicious.requests).toEqual([]);
});

test.each<[string, (from: Server) => object, string]>([
  ['the issuer of the honest server', ({ origin }) => ({ issuer: origin }), 'issuer is on'],
  [
    'the sign-in page of the honest server',
    ({ origin }) => ({ authorization_endpoint: `${origin}/authorize` }),
    'authorization_endpoint is on',
  ],
  [
    'the sign-in page of the honest server, and its issuer',
    ({ origin }) => ({ issuer: origin, authorization_endpoint: `${origin}/authorize` }),
    'issuer is on',
  ],
])('a malicious server that claims %s gets no sign-in (E03)', async (_, claims, reason) => {
  const document = documentOf(malicious, claims(honest));
  malicious.answerWith(jsonAnswer(document));
  await expect(beginSignIn(maliciousSite, document)).rejects.toMatchObject({
    code: 'E03',
    facts: { reason: expect.stringContaining(reason) },
  });
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test('an error of the honest server is not shown as that of the malicious one', async () => {
  const state = await beginSignIn(maliciousSite, documentOf(malicious));
  const answer = { error: 'access_denied', error_description: 'call this number', state };
  const error = await refusalOfAnswer(answerTo('honest.html', answer), sites());
  expect(error.code).toBe('E08');
  expect(JSON.stringify(error.facts)).not.toContain('call this');
});

test('both servers sign people in, each with its own client and page', async () => {
  for (const [site, server] of [
    [honestSite, honest],
    [maliciousSite, malicious],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one sign-in after the other
    const state = await beginSignIn(site, documentOf(server));
    const address = answerTo(`${site.id}.html`, { code: `${site.id}-code`, state });
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect((await openAnswer(address, sites())).site.id).toBe(site.id);
  }
  for (const [{ requests }, id] of [
    [honest, 'honest'],
    [malicious, 'malicious'],
  ] as const)
    expect(requests.map(({ url, form }) => [url, form.get('code'), form.get('client_id')])).toEqual([
      ['/token', `${id}-code`, `client-of-${id}`],
    ]);
});

test.each([
  ['the start page of the same host', 'https://longview.example/'],
  ['a page whose name begins like it', 'https://longview.example/honest.html/x'],
  ['the same page in capitals', 'https://longview.example/Honest.html'],
  ['the same page in another folder', 'https://longview.example/a/honest.html'],
  ['the page without .html', 'https://longview.example/honest'],
  ['another port', 'https://longview.example:8443/honest.html'],
  ['another host', 'https://evil.example/honest.html'],
  ['http', 'http://longview.example/honest.html'],
])('an answer at %s is not the answer to this sign-in (E08)', async (_, address) => {
  const state = await beginSignIn(honestSite, documentOf(honest));
  const error = await refusalOfAnswer(`${address}?code=c1&state=${state}`, sites());
  expect(error.code).toBe('E08');
  expect(honest.requests).toEqual([]);
});

test('a host that leaves .html out of its addresses may answer so, and no other page does', async () => {
  vi.unstubAllGlobals();
  enterWindow(undefined, 'https://longview.example/launch');
  const state = await beginSignIn(honestSite, documentOf(honest));
  expect((await openAnswer(`https://longview.example/honest?code=c1&state=${state}`, sites())).site.id).toBe(
    'honest',
  );
  const other = await beginSignIn(honestSite, documentOf(honest));
  const error = await refusalOfAnswer(`https://longview.example/malicious?code=c1&state=${other}`, sites());
  expect(error.code).toBe('E08');
});

test('the redirect URI is what was stored, even where the site file says another one by now', async () => {
  const state = await beginSignIn(honestSite, documentOf(honest));
  const moved = { ...honestSite, redirectUri: 'https://longview.example/malicious.html' };
  const address = answerTo('malicious.html', { code: 'c1', state });
  expect((await refusalOfAnswer(address, [moved])).code).toBe('E08');
  expect(honest.requests).toEqual([]);
});

test('wherever an answer comes to and whatever issuer it names, no code goes to the server of another sign-in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('honest.html', 'malicious.html', 'index.html', '', 'launch.html'),
      fc.constantFrom('honest', 'malicious', 'none', 'evil'),
      fc.boolean(),
      async (page, named, isAnnounced) => {
        sessionStorage.clear();
        localStorage.clear();
        const more = { authorization_response_iss_parameter_supported: isAnnounced };
        const state = await beginSignIn(maliciousSite, documentOf(malicious, more));
        const iss = { honest: honest.origin, malicious: malicious.origin, evil: 'https://evil.example' };
        const answer = { code: 'c1', state, ...(named !== 'none' && { iss: iss[named] }) };
        await openAnswer(answerTo(page, answer), sites()).catch(() => undefined);
        const isItsOwn =
          page === 'malicious.html' && (named === 'malicious' || (named === 'none' && !isAnnounced));
        expect(malicious.requests.splice(0)).toHaveLength(isItsOwn ? 1 : 0);
        expect(honest.requests).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
