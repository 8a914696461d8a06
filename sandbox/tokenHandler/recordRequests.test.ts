// The EHR of these tests answers what a test tells it to.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rebaseUrls } from '../rebaseUrls.ts';
import { APP_ORIGIN, REDIRECT_URI, VERIFIER } from '../testSandbox.ts';
import { newRegistration, startServer } from './testHandler.ts';
import { startTokenHandler, type TokenHandler } from './tokenHandler.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let ehr: { readonly origin: string; close(): void };
let handler: TokenHandler;
let answer: Answer;
let asked: IncomingMessage[] = [];

const json =
  (body: string, status = 200, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/fhir+json', ...headers }).end(body);

beforeAll(async () => {
  ehr = await startServer((request, response) => {
    if (request.url?.endsWith('smart-configuration') !== true) {
      asked.push(request);
      answer(request, response);
      return;
    }
    const base = `http://${request.headers.host}`;
    json(
      JSON.stringify({
        authorization_endpoint: `${base}/authorize?tenant=1`,
        token_endpoint: `${base}/token`,
        code_challenge_methods_supported: ['S256'],
        capabilities: [],
      }),
    )(request, response);
  });
  handler = await startHandler();
});

async function startHandler(timeLimitMs?: number): Promise<TokenHandler> {
  const { credential } = await newRegistration('client_secret_basic');
  return startTokenHandler({
    port: 0,
    appOrigin: APP_ORIGIN,
    ehrFhirBase: `${ehr.origin}/fhir`,
    client: {
      clientId: 'longview',
      credential,
      redirectUri: REDIRECT_URI,
      launchUri: `${APP_ORIGIN}/launch.html`,
    },
    ...(timeLimitMs !== undefined && { timeLimitMs }),
  });
}

beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await handler.close();
  ehr.close();
});

const read = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(handler.fhirBase + path, { headers: { Authorization: 'Bearer the-token', ...headers } });
const exchange = ({ origin } = handler): Promise<Response> =>
  fetch(`${origin}/token`, {
    method: 'POST',
    headers: { Origin: APP_ORIGIN },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'longview',
      redirect_uri: REDIRECT_URI,
      code: 'a-code',
      code_verifier: VERIFIER,
    }),
  });

test('a search goes on with the token and nothing else of the page, and its digits come back', async () => {
  const sent = `{"resourceType":"Bundle","link":[{"relation":"next","url":"BASE?page=2"}],
    "entry":[{"fullUrl":"BASE\\/Observation\\/1","resource":{"value":7.0,"text":"see \\"BASE/x","subject":{"reference":"BASE/Patient/1"},
    "other":"BASE2/Patient/1","self":"BASE"}}]}`;
  const withBase = (base: string): string =>
    sent.replace('"BASE\\/', `"${base.replaceAll('/', '\\/')}\\/`).replaceAll('BASE', base);
  answer = json(withBase(`${ehr.origin}/fhir`), 200, { 'set-cookie': 'a=b', etag: 'W/"3"' });
  const response = await read('/Observation?patient=1&date=ge2020', {
    Origin: APP_ORIGIN,
    Cookie: 'session=1',
    'X-Forwarded-For': '10.0.0.1',
  });
  const text = await response.text();
  expect(text).toContain('"value":7.0');
  expect(text).toContain(`"url":"${handler.fhirBase}?page=2"`);
  expect(text).toContain(`"fullUrl":"${handler.fhirBase}\\/Observation\\/1"`);
  expect(text).toContain(`"reference":"${handler.fhirBase}/Patient/1"`);
  expect(text).toContain(`"self":"${handler.fhirBase}"`);
  // A base that only begins alike, and a text that quotes an address, stay.
  expect(text).toContain(`"other":"${ehr.origin}/fhir2/Patient/1"`);
  expect(text).toContain(`see \\"${ehr.origin}/fhir/x"`);
  expect(asked[0]?.url).toBe('/fhir/Observation?patient=1&date=ge2020');
  expect(asked[0]?.headers.authorization).toBe('Bearer the-token');
  expect(asked[0]?.headers).not.toHaveProperty('cookie');
  expect(asked[0]?.headers).not.toHaveProperty('origin');
  expect(asked[0]?.headers).not.toHaveProperty('x-forwarded-for');
  expect(response.headers.get('etag')).toBe('W/"3"');
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
});

test.each(['/Patient/..%2f..%2fadmin', '/Patient%2f1', '/Patient/1;x', '//other.example/x'])(
  'a path that could leave the FHIR base is not asked for: %s',
  async (path) => {
    answer = json('{}');
    expect((await read(path)).status).toBe(404);
    expect(asked).toEqual([]);
  },
);

test('only GET reads the record, and a foreign origin reads nothing', async () => {
  answer = json('{}');
  const written = await fetch(`${handler.fhirBase}/Observation`, {
    method: 'POST',
    headers: { Origin: APP_ORIGIN },
    body: '{}',
  });
  expect([written.status, written.headers.get('allow')]).toEqual([405, 'GET']);
  expect((await read('/Patient/1', { Origin: 'https://other.example' })).status).toBe(403);
  expect(asked).toEqual([]);
});

test('preflights name one origin', async () => {
  const preflight = (origin: string, path: string) =>
    fetch(handler.origin + path, { method: 'OPTIONS', headers: { Origin: origin } });
  for (const path of ['/token', '/revoke', '/r4/Patient/1']) {
    const own = await preflight(APP_ORIGIN, path);
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([204, APP_ORIGIN]);
    expect(own.headers.get('access-control-allow-credentials')).toBeNull();
    expect(
      (await preflight('https://other.example', path)).headers.get('access-control-allow-origin'),
    ).toBeNull();
  }
});

test('an error of the EHR passes, and a page of it does not', async () => {
  answer = json('{"resourceType":"OperationOutcome","issue":[]}', 403);
  const refused = await read('/Observation/1');
  expect([refused.status, await refused.json()]).toMatchObject([403, { resourceType: 'OperationOutcome' }]);
  answer = (_request, response) =>
    response.writeHead(503, { 'content-type': 'text/html', 'retry-after': '7' }).end('<script>1</script>');
  const page = await read('/Observation/1');
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '7']);
  expect(await page.json()).toMatchObject({ resourceType: 'OperationOutcome' });
});

test.each<[string, Answer, number]>([
  [
    'a redirect',
    (_q, response) => response.writeHead(302, { location: 'https://other.example/' }).end(),
    502,
  ],
  ['a cut connection', (_q, response) => response.destroy(), 502],
])('%s becomes an error of a gateway, for the record and for tokens', async (_name, what, status) => {
  answer = what;
  const record = await read('/Patient/1');
  expect([record.status, (await record.json()).resourceType]).toEqual([status, 'OperationOutcome']);
  const token = await exchange();
  expect([token.status, (await token.json()).error]).toEqual([status, 'temporarily_unavailable']);
  // A token request goes once.
  expect(asked.filter(({ url }) => url === '/token')).toHaveLength(1);
});

test('a server that never answers is given up', async () => {
  answer = () => {};
  const impatient = await startHandler(200);
  const record = await fetch(`${impatient.fhirBase}/Patient/1`);
  expect([record.status, (await record.json()).issue[0].code]).toEqual([504, 'timeout']);
  const token = await exchange(impatient);
  expect([token.status, (await token.json()).error]).toEqual([504, 'temporarily_unavailable']);
  await impatient.close();
});

test('an error of the sign-in server passes byte for byte, and a page becomes 502', async () => {
  answer = json('{ "error":"invalid_client" ,"n":1.0}', 401, { 'www-authenticate': 'Basic' });
  const refused = await exchange();
  expect([refused.status, await refused.text()]).toEqual([401, '{ "error":"invalid_client" ,"n":1.0}']);
  // A browser would ask its user for a password.
  expect(refused.headers.get('www-authenticate')).toBeNull();
  answer = (_request, response) => response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>x</h1>');
  const page = await exchange();
  expect([page.status, await page.json()]).toMatchObject([502, { error: 'server_error' }]);
});

test('an EHR without S256 is not stood before', async () => {
  const old = await startServer((request, response) =>
    json(JSON.stringify({ authorization_endpoint: `${ehr.origin}/a`, token_endpoint: `${ehr.origin}/t` }))(
      request,
      response,
    ),
  );
  const { credential } = await newRegistration('client_secret_basic');
  const client = { clientId: 'x', credential, redirectUri: REDIRECT_URI, launchUri: REDIRECT_URI };
  const started = startTokenHandler({ port: 0, appOrigin: APP_ORIGIN, ehrFhirBase: old.origin, client });
  await expect(started).rejects.toThrow('S256');
  old.close();
});

test('a base with signs of patterns is replaced letter by letter', () => {
  expect(rebaseUrls('["http://a.b/(x)/1","http://aXb/(x)/1"]', 'http://a.b/(x)', '$&')).toBe(
    '["$&/1","http://aXb/(x)/1"]',
  );
});
