import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LaunchError } from '../smart/LaunchError.ts';
import type { Session } from '../smart/session.ts';
import { LIMITS } from './limits.ts';
import type { Page } from './page.ts';
import { fhirReader, type FhirReader } from './reader.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let origin = '';
let answer: Answer;
let asked: IncomingMessage[] = [];
let ended: LaunchError | undefined;
let token = 'secret';
let expiresAtMs: number | undefined;
let renew: () => boolean;
let reader: FhirReader;
const signal = new AbortController().signal;

const SHORT = { pages: 5, backoffMs: 1, headersMs: 400, stallMs: 200, bodyMs: 1000, offlineMs: 300 };
const EPIC = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369';
const issue = (severity: string, code: string, number?: string) => ({
  severity,
  code,
  diagnostics: 'Something about Edwin Marlowe.',
  ...(number !== undefined && { details: { coding: [{ system: EPIC, code: number }] } }),
});
const outcome = (...issues: object[]) => ({ resourceType: 'OperationOutcome', issue: issues });

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response
      .writeHead(status, { 'content-type': 'application/fhir+json', ...headers })
      .end(JSON.stringify(body));
  };
const bundle = (ids: string[], next?: string) => ({
  resourceType: 'Bundle',
  link: next === undefined ? [] : [{ relation: 'next', url: next }],
  entry: ids.map((id) => ({ resource: { resourceType: 'Observation', id } })),
});
async function all(search = 'patient=p1'): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of reader.pages('Observation', search, signal)) pages.push(page);
  return pages;
}

beforeEach(async () => {
  asked = [];
  ended = undefined;
  token = 'secret';
  expiresAtMs = undefined;
  renew = () => false;
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const session = {
    iss: `${origin}/fhir`,
    site: { label: 'Test', extraOrigins: [] },
    accessToken: () => token,
    record: () => ({ expiresAtMs }),
    renew: async () => renew(),
    end: (error: LaunchError) => (ended = error),
  };
  reader = fhirReader(session as unknown as Session, { ...LIMITS, ...SHORT });
});
afterEach(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

test('a search is followed to its last page, links relative and outside the base path included', async () => {
  answer = (request, response) => {
    const next = {
      '/fhir/Observation?patient=p1': `${origin}/other?page=2`,
      '/other?page=2': 'Observation?page=3',
    }[request.url ?? ''];
    json(bundle([request.url ?? ''], next))(request, response);
  };
  expect(await all()).toHaveLength(3);
  expect(asked.map(({ url }) => url)).toEqual([
    '/fhir/Observation?patient=p1',
    '/other?page=2',
    '/fhir/Observation?page=3',
  ]);
  expect(asked[0]?.headers['authorization']).toBe('Bearer secret');
  expect(asked[0]?.headers['accept']).toBe('application/fhir+json');
});

test.each([
  ['https://evil.example/fhir/Observation?page=2'],
  ['http://localhost:1/x'],
  ['javascript:alert(1)'],
  ['//evil.example/x'],
])('row 41: a next link to %s is refused and the token not sent there', async (next) => {
  answer = json(bundle(['a'], next));
  await expect(all()).rejects.toMatchObject({ failure: 'origin' });
  expect(asked).toHaveLength(1);
});

test('fixture 64: a link that leads back is a failure and not the end of the record', async () => {
  answer = json(bundle(['a'], 'Observation?patient=p1'));
  await expect(all()).rejects.toMatchObject({ failure: 'unreadable' });
  expect(asked).toHaveLength(1);
});

test('fixture 66: an empty page with a next link is not the end', async () => {
  answer = (request, response) =>
    json(request.url?.includes('page=2') ? bundle(['b']) : bundle([], 'Observation?page=2'))(
      request,
      response,
    );
  expect((await all()).flatMap(({ entries }) => entries)).toHaveLength(1);
});

test('row 45: a 401 gets the next token and one more try', async () => {
  renew = () => {
    token = 'second';
    return true;
  };
  answer = (request, response) =>
    (request.headers.authorization === 'Bearer second' ? json({ resourceType: 'Patient' }) : json({}, 401))(
      request,
      response,
    );
  await reader.read('Patient', 'Patient/p1', signal);
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', 'Bearer second']);
  expect(ended).toBeUndefined();
});

test('row 45: a 401 for the next token too ends the session', async () => {
  renew = () => {
    token = 'second';
    return true;
  };
  answer = json({}, 401);
  await expect(reader.read('Patient', 'Patient/p1', signal)).rejects.toMatchObject({ failure: 'session' });
  expect(asked).toHaveLength(2);
  expect(ended?.code).toBe('E13');
});

test('row 44: a token known to have run out is not sent; the next one is', async () => {
  expiresAtMs = Date.now() - 1;
  renew = () => {
    token = 'second';
    expiresAtMs = undefined;
    return true;
  };
  answer = json({ resourceType: 'Patient' });
  await reader.read('Patient', 'Patient/p1', signal);
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer second']);
});

test('a wait that the server asks for is told, and its end', async () => {
  const waits: (number | undefined)[] = [];
  reader.onWait((untilMs) => waits.push(untilMs));
  answer = (request, response) =>
    (asked.length === 1 ? json({}, 429, { 'retry-after': '0' }) : json(bundle(['a'])))(request, response);
  await all();
  expect(waits.map((until) => typeof until)).toEqual(['number', 'undefined']);
});

test('the log has time, status, page and count of each request, and no address', async () => {
  answer = (request, response) =>
    json(request.url?.includes('page=2') ? bundle(['c']) : bundle(['a', 'b'], 'Observation?page=2'))(
      request,
      response,
    );
  await all();
  expect(reader.log.notes).toMatchObject([
    { resourceType: 'Observation', status: 200, page: 1, count: 2 },
    { resourceType: 'Observation', status: 200, page: 2, count: 1 },
  ]);
  expect(JSON.stringify(reader.log.notes)).not.toContain('p1');
});

test('row 45: a 401 ends the session; the token is not tried again', async () => {
  answer = json({ resourceType: 'OperationOutcome' }, 401);
  await expect(reader.read('Patient', 'Patient/p1', signal)).rejects.toMatchObject({ failure: 'session' });
  expect(ended?.code).toBe('E13');
  expect(asked).toHaveLength(1);
});

test('429 with Retry-After is waited for and asked again', async () => {
  answer = (request, response) =>
    (asked.length === 1 ? json({}, 429, { 'retry-after': '0' }) : json(bundle(['a'])))(request, response);
  expect(await all()).toHaveLength(1);
  expect(asked).toHaveLength(2);
});

test('a server that stays busy is asked four times, then said to be busy', async () => {
  answer = json({}, 503, { 'retry-after': '0' });
  await expect(all()).rejects.toMatchObject({ failure: 'busy', status: 503 });
  expect(asked).toHaveLength(4);
});

test.each([
  [400, 'refused'],
  [403, 'not-allowed'],
  [404, 'refused'],
  [410, 'gone'],
])('%i is an answer: it is not asked again and is %s', async (status, failure) => {
  answer = json({ resourceType: 'OperationOutcome' }, status);
  await expect(all()).rejects.toMatchObject({ failure, status });
  expect(asked).toHaveLength(1);
});

test.each([
  ['a log-in page with 200', '<html>Please log in</html>'],
  ['a broken answer', '{"resourceType":"Bundle","entry":['],
  ['another resource', '{"resourceType":"OperationOutcome"}'],
  ['null', 'null'],
])('row 15 of B.1: %s is unreadable, not empty', async (_, body) => {
  answer = (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body);
  await expect(all()).rejects.toMatchObject({ failure: 'unreadable' });
});

test('fixture 70: outcomes are kept apart, what was included is left, junk is passed on to be counted', async () => {
  answer = json({
    resourceType: 'Bundle',
    entry: [
      { resource: { resourceType: 'Observation', id: 'a' } },
      { search: { mode: 'outcome' }, resource: outcome(issue('warning', 'suppressed')) },
      { search: { mode: 'include' }, resource: { resourceType: 'Device' } },
      null,
      { resource: 'what?' },
    ],
  });
  const [page] = await all();
  expect(page?.entries).toHaveLength(3);
  expect(page?.said.shortfalls).toEqual(['suppressed']);
});

test('an error names no address: FHIR addresses carry patient ids', async () => {
  answer = json({}, 404);
  await expect(reader.read('Patient', 'Patient/secret-id', signal)).rejects.toThrow(
    /^Patient: refused \(404\)$/,
  );
});
