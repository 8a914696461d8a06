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
const outcome = (...issues: unknown[]) => ({ resourceType: 'OperationOutcome', issue: issues });

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

test('a version and a history are read by their path', async () => {
  answer = (request, response) =>
    json(
      request.url?.endsWith('_history/2')
        ? { resourceType: 'Observation', id: 'a' }
        : { ...bundle(['a']), type: 'history' },
    )(request, response);
  expect(await reader.read('Observation', 'Observation/a/_history/2', signal)).toMatchObject({ id: 'a' });
  expect(await reader.read('Bundle', 'Observation/a/_history', signal)).toMatchObject({ type: 'history' });
});

test.each([
  ['53: nothing found', issue('warning', 'not-found', '4101'), []],
  ['54: outside records', issue('warning', 'suppressed', '59204'), ['outside']],
  ['54: another server', issue('information', 'suppressed'), ['suppressed']],
  ['55: perhaps a part', issue('warning', 'processing', '4119'), ['partial']],
  ['break the glass', issue('information', 'informational', '4134'), ['protected']],
  ['a parameter that is ignored', issue('warning', 'processing', '59100'), []],
  ['another one', issue('information', 'informational', '4122'), []],
  ['a note', issue('information', 'informational'), []],
  ['a warning of little weight', issue('warning', 'not-supported'), []],
  ['results that were not looked for', issue('warning', 'incomplete'), ['incomplete']],
  ['a search that costs too much', issue('warning', 'too-costly'), ['incomplete']],
  ['an unknown error', issue('error', 'exception'), ['incomplete']],
  ['a severity that nobody knows', issue('catastrophe', 'processing'), ['incomplete']],
])('fixture %s: what a page lacks is known by severity and code', async (_, said, shortfalls) => {
  answer = json({
    ...bundle(['a']),
    entry: [
      { resource: { resourceType: 'Observation', id: 'a' } },
      { search: { mode: 'outcome' }, resource: outcome(said) },
    ],
  });
  const [page] = await all();
  expect(page?.said.shortfalls).toEqual(shortfalls);
  expect(page?.entries).toHaveLength(1);
});

test('what a server said is in the log as severity and code, and never its text', async () => {
  answer = json({
    ...bundle(['a']),
    entry: [
      {
        resource: outcome(
          issue('warning', 'suppressed', '59204'),
          issue('error', 'Edwin Marlowe', '00482917'),
          { severity: '<b>', code: 7, details: { coding: 'no list' } },
          null,
        ),
      },
    ],
  });
  await all();
  expect(reader.log.notes[0]?.said).toEqual(['error', 'error', 'error', 'warning suppressed 59204']);
  expect(JSON.stringify(reader.log.notes)).not.toMatch(/Marlowe|0482917/);
});

test('fixture 56: the most severe issue of an error counts, not the first', async () => {
  answer = json(outcome(issue('information', 'invalid', '4134'), issue('fatal', 'required', '59108')), 400);
  await expect(all()).rejects.toMatchObject({ failure: 'refused', status: 400, shortfalls: ['protected'] });
  expect(reader.log.notes[0]?.said).toEqual(['fatal required 59108', 'information invalid 4134']);
});

test.each([
  [400, '4113', 'gone'],
  [500, '4113', 'gone'],
  [200, '4113', 'gone'],
  [200, '59111', 'refused'],
  [400, '4130', 'not-allowed'],
  [200, '4131', 'not-allowed'],
])(
  'fixture 59: with status %i, the number %s of Epic says that a search is %s',
  async (status, number, failure) => {
    answer = json(outcome(issue('fatal', 'expired', number)), status);
    await expect(all()).rejects.toMatchObject({ failure });
    expect(asked).toHaveLength(1);
  },
);

test('the numbers are Epic’s alone: of another system they mean nothing', async () => {
  answer = json(
    outcome({ severity: 'fatal', details: { coding: [{ system: 'urn:oid:1.2.3', code: '4113' }] } }),
    400,
  );
  await expect(all()).rejects.toMatchObject({ failure: 'refused' });
});

test.each([
  [404, 'refused', '<html><body>Not found</body></html>'],
  [403, 'not-allowed', ''],
  [400, 'refused', 'Tenant not valid or accessible'],
  [400, 'refused', '{"resource":"Observation","detail":"bad"}'],
])('fixture 57: an error %i without an OperationOutcome is %s', async (status, failure, body) => {
  answer = (_request, response) => response.writeHead(status).end(body);
  await expect(all()).rejects.toMatchObject({ failure, status });
});

test('fixture 58: an answer in XML is unreadable, not empty', async () => {
  answer = (_request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/fhir+xml' })
      .end('<Bundle xmlns="http://hl7.org/fhir"><total value="0"/></Bundle>');
  await expect(all()).rejects.toMatchObject({ failure: 'unreadable' });
});

test('fixtures 60 and 61: a link is followed byte for byte, in the base path or not', async () => {
  const link =
    '/fhir?_getpages=a%2Fb%3d%3D+c%20d|e&-pageContext=eyJ%2B&-pageDirection=NEXT&date=ge2026,le2027';
  answer = (request, response) =>
    json(request.url === link ? bundle(['b']) : bundle(['a'], `${origin}${link}`))(request, response);
  expect(await all()).toHaveLength(2);
  expect(asked[1]?.url).toBe(link);
});

test('fixture 63: a link that names the port is a link to the same server', async () => {
  const port = new URL(origin).port;
  answer = (request, response) =>
    json(request.url === '/x?page=2' ? bundle(['b']) : bundle(['a'], `http://127.0.0.1:${port}/x?page=2`))(
      request,
      response,
    );
  expect(await all()).toHaveLength(2);
  expect(new URL('https://fhir.general.example:443/x').origin).toBe('https://fhir.general.example');
});

test('a link that brings its own name and password is refused', async () => {
  answer = json(bundle(['a'], `${origin.replace('//', '//user:word@')}/fhir/x`));
  await expect(all()).rejects.toMatchObject({ failure: 'origin' });
});

test('fixture 65: more pages than are read at once is said, and reading can go on there', async () => {
  let page = 0;
  answer = (request, response) =>
    json(bundle([String(++page)], `Observation?page=${page + 1}`))(request, response);
  await expect(all()).rejects.toMatchObject({ failure: 'limit' });
  expect(asked).toHaveLength(5);
  const further = reader.pages('Observation', '', signal, { address: 'Observation?page=6', page: 6 });
  await further.next();
  expect(asked[5]?.url).toBe('/fhir/Observation?page=6');
});

test('fixture 80: a Retry-After in the form of a date is waited for too', async () => {
  const date = new Date(Date.now() + 1500);
  answer = (request, response) =>
    (asked.length === 1 ? json({}, 503, { 'retry-after': date.toUTCString() }) : json(bundle(['a'])))(
      request,
      response,
    );
  let until = 0;
  reader.onWait((untilMs) => (until ||= untilMs ?? 0));
  await all();
  expect(until).toBeGreaterThanOrEqual(Math.floor(date.getTime() / 1000) * 1000);
});

test('fixture 80: a server that wants a longer wait than anybody sits through is not asked again', async () => {
  answer = json({}, 429, { 'retry-after': '3600' });
  await expect(all()).rejects.toMatchObject({ failure: 'busy' });
  expect(asked).toHaveLength(1);
});

test('fixture 80: while one search is told to wait, the others do not ask either', async () => {
  const times: string[] = [];
  answer = (request, response) => {
    times.push(request.url ?? '');
    (times.length === 1 ? json({}, 429, { 'retry-after': '1' }) : json(bundle(['a'])))(request, response);
  };
  const waiting = new Promise<void>((resolve) => reader.onWait((untilMs) => untilMs && resolve()));
  const first = all('category=laboratory');
  await waiting;
  const second = all('category=vital-signs');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(times).toHaveLength(1);
  await Promise.all([first, second]);
  expect(times).toHaveLength(3);
});

test('a server that stays busy is given up for all: no search begins another round', async () => {
  answer = json({}, 429);
  const searches = await Promise.allSettled([all('a'), all('b'), all('c'), all('d')]);
  expect(searches.every(({ status }) => status === 'rejected')).toBe(true);
  const before = asked.length;
  expect(before).toBeLessThanOrEqual(16);
  await expect(all('e')).rejects.toMatchObject({ failure: 'busy' });
  expect(asked).toHaveLength(before);
  answer = json(bundle(['a']));
  reader.onWait(() => {}); // somebody tries again
  expect(await all('e')).toHaveLength(1);
});

test('one search that always fails does not take down the others', async () => {
  answer = (request, response) =>
    (request.url?.includes('bad') ? json({}, 503) : json(bundle(['a'])))(request, response);
  const [bad, ...others] = await Promise.allSettled([all('bad'), all('a'), all('b')]);
  expect(bad?.status).toBe('rejected');
  expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
});

test('a connection that is reset is tried again; one that stays so is said', async () => {
  answer = (request, response) =>
    asked.length < 3 ? void request.socket.destroy() : json(bundle(['a']))(request, response);
  expect(await all()).toHaveLength(1);
  answer = (request) => void request.socket.destroy();
  await expect(all()).rejects.toMatchObject({ failure: 'network' });
});

test('an answer that breaks off half way is asked for again', async () => {
  answer = (request, response) => {
    if (asked.length > 1) return json(bundle(['a']))(request, response);
    response.writeHead(200, { 'content-length': '5000' }).write('{"resourceType":"Bun');
    setTimeout(() => request.socket.destroy(), 10);
  };
  expect(await all()).toHaveLength(1);
});

test('without network a search waits, says so, and goes on when it is back', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  answer = json(bundle(['a']));
  const causes: unknown[] = [];
  reader.onWait((untilMs, cause) => {
    causes.push(cause);
    if (untilMs !== undefined) vi.stubGlobal('navigator', { onLine: true });
  });
  expect(await all()).toHaveLength(1);
  expect(causes).toEqual(['connection', undefined]);
});

test('a network that stays away is waited for only so long, and not by a single read', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  answer = json({ resourceType: 'Patient' });
  await expect(Promise.all([all('a'), all('b')])).rejects.toMatchObject({ failure: 'network' });
  await expect(all('c')).rejects.toMatchObject({ failure: 'network' });
  expect(asked).toHaveLength(0);
  await reader.read('Patient', 'Patient/p1', signal);
});

test.each([
  ['never begins', () => {}],
  ['hangs half way', (_: unknown, response: ServerResponse) => void response.writeHead(200).write('{')],
  [
    'drips without end',
    (_: unknown, response: ServerResponse) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
  ],
])('an answer that %s is cut off, and asked for only twice', async (_, how) => {
  answer = how;
  await expect(all()).rejects.toMatchObject({ failure: 'network' });
  expect(asked).toHaveLength(2);
});

test('whoever leaves stops everything: the answer that hangs, and the wait', async () => {
  const leaving = new AbortController();
  answer = () => leaving.abort();
  const pages = reader.pages('Observation', 'a', leaving.signal);
  await expect(pages.next()).rejects.toMatchObject({ failure: 'aborted' });
  const waiting = new AbortController();
  answer = json({}, 429, { 'retry-after': '60' });
  reader.onWait((untilMs) => untilMs !== undefined && waiting.abort());
  await expect(reader.pages('Observation', 'b', waiting.signal).next()).rejects.toMatchObject({
    failure: 'aborted',
  });
  expect(asked).toHaveLength(2);
});
