import { FhirError } from './FhirError.ts';
import { expect, test } from 'vitest';
import { allPages, bundle, fhir, fhirJson, setUpFhirServer, signal } from '../testing/fhirServerFixture.ts';

setUpFhirServer();

test('a search is followed to its last page, links relative and outside the base path included', async () => {
  fhir.answer = (request, response) => {
    const next = {
      '/fhir/Observation?patient=p1': `${fhir.origin}/other?page=2`,
      '/other?page=2': 'Observation?page=3',
    }[request.url ?? ''];
    fhirJson(bundle([request.url ?? ''], next))(request, response);
  };
  expect(await allPages()).toHaveLength(3);
  expect(fhir.requests.map(({ url }) => url)).toEqual([
    '/fhir/Observation?patient=p1',
    '/other?page=2',
    '/fhir/Observation?page=3',
  ]);
  expect(fhir.requests[0]?.headers['authorization']).toBe('Bearer secret');
  expect(fhir.requests[0]?.headers['accept']).toBe('application/fhir+json');
});

test.each([
  ['https://evil.example/fhir/Observation?page=2'],
  ['http://localhost:1/x'],
  ['javascript:alert(1)'],
  ['//evil.example/x'],
])('row 41: a next link to %s is refused and the token not sent there', async (next) => {
  fhir.answer = fhirJson(bundle(['a'], next));
  await expect(allPages()).rejects.toMatchObject({ failure: 'origin' });
  expect(fhir.requests).toHaveLength(1);
});

test('fixture 64: a link that leads back is a failure and not the end of the record', async () => {
  fhir.answer = fhirJson(bundle(['a'], 'Observation?patient=p1'));
  await expect(allPages()).rejects.toMatchObject({ failure: 'unreadable' });
  expect(fhir.requests).toHaveLength(1);
});

test('fixture 66: an empty page with a next link is not the end', async () => {
  fhir.answer = (request, response) =>
    fhirJson(request.url?.includes('page=2') ? bundle(['b']) : bundle([], 'Observation?page=2'))(
      request,
      response,
    );
  expect((await allPages()).flatMap(({ entries }) => entries)).toHaveLength(1);
});

test('row 45: a 401 gets the next token and one more try', async () => {
  fhir.renew = () => {
    fhir.token = 'second';
    return true;
  };
  fhir.answer = (request, response) =>
    (request.headers.authorization === 'Bearer second'
      ? fhirJson({ resourceType: 'Patient' })
      : fhirJson({}, 401))(request, response);
  await fhir.reader.read('Patient', 'Patient/p1', signal);
  expect(fhir.requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer secret',
    'Bearer second',
  ]);
  expect(fhir.ended).toBeUndefined();
});

test('row 45: a 401 for the next token too ends the session', async () => {
  fhir.renew = () => {
    fhir.token = 'second';
    return true;
  };
  fhir.answer = fhirJson({}, 401);
  await expect(fhir.reader.read('Patient', 'Patient/p1', signal)).rejects.toMatchObject({
    failure: 'session',
  });
  expect(fhir.requests).toHaveLength(2);
  expect(fhir.ended?.code).toBe('E13');
});

test('row 44: a token known to have run out is not sent; the next one is', async () => {
  fhir.expiresAtMs = Date.now() - 1;
  fhir.renew = () => {
    fhir.token = 'second';
    fhir.expiresAtMs = undefined;
    return true;
  };
  fhir.answer = fhirJson({ resourceType: 'Patient' });
  await fhir.reader.read('Patient', 'Patient/p1', signal);
  expect(fhir.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer second']);
});

test('the log has time, status, page and count of each request, and no address', async () => {
  fhir.answer = (request, response) =>
    fhirJson(request.url?.includes('page=2') ? bundle(['c']) : bundle(['a', 'b'], 'Observation?page=2'))(
      request,
      response,
    );
  await allPages();
  expect(fhir.reader.log.notes).toMatchObject([
    { resourceType: 'Observation', status: 200, page: 1, count: 2 },
    { resourceType: 'Observation', status: 200, page: 2, count: 1 },
  ]);
  expect(JSON.stringify(fhir.reader.log.notes)).not.toContain('p1');
});

test('row 45: a 401 ends the session; the token is not tried again', async () => {
  fhir.answer = fhirJson({ resourceType: 'OperationOutcome' }, 401);
  await expect(fhir.reader.read('Patient', 'Patient/p1', signal)).rejects.toMatchObject({
    failure: 'session',
  });
  expect(fhir.ended?.code).toBe('E13');
  expect(fhir.requests).toHaveLength(1);
});

test.each([
  [400, 'refused'],
  [501, 'refused'],
  [403, 'not-allowed'],
  [404, 'refused'],
  [410, 'gone'],
])('%i is an answer: it is not asked again and is %s', async (status, failure) => {
  fhir.answer = fhirJson({ resourceType: 'OperationOutcome' }, status);
  await expect(allPages()).rejects.toMatchObject({ failure, status });
  expect(fhir.requests).toHaveLength(1);
});

test.each([
  ['a log-in page with 200', '<html>Please log in</html>'],
  ['a broken answer', '{"resourceType":"Bundle","entry":['],
  ['another resource', '{"resourceType":"OperationOutcome"}'],
  ['null', 'null'],
])('probe P15: %s is unreadable, not empty', async (_, body) => {
  fhir.answer = (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body);
  await expect(allPages()).rejects.toMatchObject({ failure: 'unreadable' });
});

test.each([301, 302, 303, 307, 308, 304])(
  'a %i is an answer that cannot be read: it is not followed, not asked for again, and not taken for a lost network',
  async (status) => {
    fhir.answer = (_request, response) => response.writeHead(status, { location: '/elsewhere' }).end();
    await expect(fhir.reader.read('Patient', 'Patient/p1', signal, 'essential')).rejects.toMatchObject({
      failure: 'unreadable',
      status,
    });
    expect(fhir.requests.map(({ url }) => url)).toEqual(['/fhir/Patient/p1']);
  },
);

test('a redirect is named where a browser tells no more of it', () => {
  expect(new FhirError('unreadable', 'Patient', 0).message).toBe('Patient: unreadable (redirect)');
});

test('an error names no address: FHIR addresses carry patient ids', async () => {
  fhir.answer = fhirJson({}, 404);
  await expect(fhir.reader.read('Patient', 'Patient/secret-id', signal)).rejects.toThrow(
    /^Patient: refused \(404\)$/,
  );
});

test('a version and a history are read by their path', async () => {
  fhir.answer = (request, response) =>
    fhirJson(
      request.url?.endsWith('_history/2')
        ? { resourceType: 'Observation', id: 'a' }
        : { ...bundle(['a']), type: 'history' },
    )(request, response);
  expect(await fhir.reader.read('Observation', 'Observation/a/_history/2', signal)).toMatchObject({
    id: 'a',
  });
  expect(await fhir.reader.read('Bundle', 'Observation/a/_history', signal)).toMatchObject({
    type: 'history',
  });
});

test('fixtures 60 and 61: a link is followed byte for byte, in the base path or not', async () => {
  const link =
    '/fhir?_getpages=a%2Fb%3d%3D+c%20d|e&-pageContext=eyJ%2B&-pageDirection=NEXT&date=ge2026,le2027';
  fhir.answer = (request, response) =>
    fhirJson(request.url === link ? bundle(['b']) : bundle(['a'], `${fhir.origin}${link}`))(
      request,
      response,
    );
  expect(await allPages()).toHaveLength(2);
  expect(fhir.requests[1]?.url).toBe(link);
});

test('fixture 63: a link that names the port is a link to the same server', async () => {
  const port = new URL(fhir.origin).port;
  fhir.answer = (request, response) =>
    fhirJson(
      request.url === '/x?page=2' ? bundle(['b']) : bundle(['a'], `http://127.0.0.1:${port}/x?page=2`),
    )(request, response);
  expect(await allPages()).toHaveLength(2);
  expect(new URL('https://fhir.general.example:443/x').origin).toBe('https://fhir.general.example');
});

test('a link that brings its own name and password is refused', async () => {
  fhir.answer = fhirJson(bundle(['a'], `${fhir.origin.replace('//', '//user:word@')}/fhir/x`));
  await expect(allPages()).rejects.toMatchObject({ failure: 'origin' });
});

test('fixture 65: more pages than are read at once is said, and reading can go on there', async () => {
  let page = 0;
  fhir.answer = (request, response) =>
    fhirJson(bundle([String(++page)], `Observation?page=${page + 1}`))(request, response);
  await expect(allPages()).rejects.toMatchObject({ failure: 'limit' });
  expect(fhir.requests).toHaveLength(5);
  const further = fhir.reader.pages('Observation', '', signal, { address: 'Observation?page=6', page: 6 });
  await further.next();
  expect(fhir.requests[5]?.url).toBe('/fhir/Observation?page=6');
});

test.each<[string, unknown, readonly string[]]>([
  ['entries that are no resource', [null, 5, { resource: 'x' }, { resource: { id: '1' } }], ['unreadable']],
  ['a list of entries that is none', 'none', ['unreadable']],
  ['an answer of a batch', [{ response: { status: '500' } }], ['unreadable']],
  ['results, and resources of another type', [{ resource: { resourceType: 'Basic' } }], []],
])('a page with %s says whether results may be missing', async (_, entry, shortfalls) => {
  fhir.answer = fhirJson({ resourceType: 'Bundle', type: 'searchset', entry });
  const [page] = await allPages();
  expect(page?.outcome.shortfalls).toEqual(shortfalls);
});

// https://hl7.org/fhir/R4/bundle-definitions.html#Bundle.link.url is mandatory.
test.each([[5], [null], [''], [' '], [undefined], [{ a: 1 }], [['x']]])(
  'a next link whose address is %j leads nowhere: the rest is missing, and the search has not come to its end',
  async (url) => {
    fhir.answer = fhirJson({ ...bundle(['a']), link: [{ relation: 'next', url }] });
    const pages: unknown[] = [];
    const reading = (async () => {
      for await (const page of fhir.reader.pages('Observation', 'patient=p1', signal)) pages.push(page);
    })();
    await expect(reading).rejects.toMatchObject({ failure: 'unreadable' });
    expect([pages.length, fhir.requests.length]).toEqual([1, 1]);
  },
);
