import type { Bundle, OperationOutcome } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import type { DiscoveryFault } from '../faults/faults.ts';
import type { FhirFault } from '../faults/fhirFault.ts';
import { sandbox, setUpSandbox, token } from '../sandboxFixture.ts';
import { APP_ORIGIN, authorizeUrl, fhirGet, newLaunch, setFaults } from '../testSandbox.ts';

setUpSandbox();

const SEARCH = '/Observation?patient=adam&_count=100';

const get = (path: string): Promise<Response> => fhirGet(new URL(sandbox.fhirBase + path).href, token);

describe('an answer of the FHIR server', () => {
  test.each([
    [401, 'Bearer error="invalid_token"'],
    [403, 'Bearer error="insufficient_scope"'],
    [429, null],
    [503, null],
  ])('has the status %i, so many times', async (status, challenge) => {
    await setFaults(sandbox, { fhir: { status, times: 2, retryAfterSeconds: 3 } });
    for (const response of [await get('/Patient/adam'), await get(SEARCH)]) {
      expect(response.status).toBe(status);
      expect(response.headers.get('retry-after')).toBe('3');
      expect(response.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
      expect((response.headers.get('www-authenticate') ?? '').split(',')[0]).toBe(challenge ?? '');
      expect((await response.json()).resourceType).toBe('OperationOutcome');
    }
    expect((await get('/Patient/adam')).status).toBe(200);
  });

  test('is faulty for every second request', async () => {
    await setFaults(sandbox, { fhir: { status: 429, every: 2, retryAfter: '-5' } });
    const statuses: [number, string | null][] = [];
    for (let i = 0; i < 4; i++) {
      const { status, headers } = await get('/Patient/adam');
      statuses.push([status, headers.get('retry-after')]);
    }
    expect(statuses).toEqual([
      [200, null],
      [429, '-5'],
      [200, null],
      [429, '-5'],
    ]);
  });

  test('is faulty for one category of results alone', async () => {
    await setFaults(sandbox, { fhir: { status: 503, category: 'laboratory' } });
    const statusOf = async (category: string) => (await get(`${SEARCH}&category=${category}`)).status;
    expect([await statusOf('laboratory'), await statusOf('vital-signs')]).toEqual([503, 200]);
    expect((await get('/Patient/adam')).status).toBe(200);
  });

  test.each<[string, FhirFault, Partial<Record<'status' | 'type' | 'body' | 'origin', unknown>>]>([
    ['a page', { html: true }, { status: 200, type: 'text/html; charset=utf-8' }],
    ['a page with a status', { html: true, status: 502 }, { status: 502, type: 'text/html; charset=utf-8' }],
    ['empty', { emptyBody: true }, { status: 200, body: '' }],
    ['not readable', { noCors: true }, { status: 200, origin: null }],
    [
      'a page that is not found',
      { html: true, status: 404 },
      { status: 404, type: 'text/html; charset=utf-8' },
    ],
    ['refused without a word', { status: 403, emptyBody: true }, { status: 403, body: '' }],
    [
      'plain text',
      { status: 400, body: 'text' },
      { status: 400, type: 'text/plain; charset=utf-8', body: 'Tenant not valid or accessible' },
    ],
    [
      'JSON of another kind',
      { status: 400, body: 'meditech' },
      { status: 400, body: '{"resource":"Observation","detail":"Invalid request"}' },
    ],
    [
      'FHIR XML',
      { body: 'xml' },
      {
        status: 200,
        type: 'application/fhir+xml; charset=utf-8',
        body: expect.stringContaining('<Bundle xmlns="http://hl7.org/fhir">'),
      },
    ],
    [
      'half of its JSON',
      { body: 'cutJson' },
      { status: 200, body: expect.stringMatching(/^\{"resourceType":"Patient"[^}]*$/) },
    ],
  ])('is %s', async (_what, fhir, expected) => {
    await setFaults(sandbox, { fhir });
    const response = await get('/Patient/adam');
    const { status, headers } = response;
    const origin = headers.get('access-control-allow-origin');
    expect({ status, origin, type: headers.get('content-type'), body: await response.text() }).toMatchObject({
      origin: APP_ORIGIN,
      ...expected,
    });
  });

  test('says how long to wait where the browser may not read it', async () => {
    await setFaults(sandbox, { fhir: { status: 429, retryAfterSeconds: 3, noExpose: true } });
    const { headers } = await get('/Patient/adam');
    expect(headers.get('retry-after')).toBe('3');
    expect(headers.get('access-control-expose-headers')).toBeNull();
    await setFaults(sandbox, { fhir: { status: 429, retryAfterSeconds: 3 } });
    expect((await get('/Patient/adam')).headers.get('access-control-expose-headers')).toContain(
      'Retry-After',
    );
  });

  test.each([
    ['fixture 56', 'mixedSeverity', ['information', 'fatal'], '59108'],
    ['fixture 59', 'expiredSession', ['fatal'], '4113'],
  ] as const)('%s: is refused as Epic does: %s', async (_fixture, refusal, severities, number) => {
    await setFaults(sandbox, { fhir: { refusal } });
    const response = await get(SEARCH);
    expect(response.status).toBe(400);
    const { resourceType, issue }: OperationOutcome = await response.json();
    expect(resourceType).toBe('OperationOutcome');
    expect(issue.map(({ severity }) => severity)).toEqual(severities);
    expect(issue.at(-1)?.details?.coding?.[0]?.code).toBe(number);
    await setFaults(sandbox, { fhir: { refusal, status: 200 } });
    expect((await get(SEARCH)).status).toBe(200);
  });

  test('is faulty for the n-th only, or for so many from the n-th on', async () => {
    const statuses = async (): Promise<number[]> => {
      const seen: number[] = [];
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as they are counted
      while (seen.length < 5) seen.push((await get('/Patient/adam')).status);
      return seen;
    };
    await setFaults(sandbox, { fhir: { onNth: 3 } });
    expect(await statuses()).toEqual([200, 200, 500, 200, 200]);
    await setFaults(sandbox, { fhir: { onNth: 2, times: 3, status: 429 } });
    expect(await statuses()).toEqual([200, 429, 429, 429, 200]);
    await setFaults(sandbox, { fhir: { onNth: 4, times: 9 } });
    expect(await statuses()).toEqual([200, 200, 200, 500, 500]);
  });

  test('comes late, or never', async () => {
    await setFaults(sandbox, { fhir: { slowMs: 200 } });
    const startMs = performance.now();
    expect((await get('/Patient/adam')).status).toBe(200);
    expect(performance.now() - startMs).toBeGreaterThan(190);
    await setFaults(sandbox, { fhir: { drop: true, times: 1 } });
    await expect(get('/Patient/adam')).rejects.toThrow('fetch failed');
    expect((await get('/Patient/adam')).status).toBe(200);
  });

  test('is faulty for one type only, its later pages included; open documents never are', async () => {
    const { link = [] }: Bundle = await (await get(SEARCH)).json();
    const later = new URL(link.find(({ relation }) => relation === 'next')?.url ?? '').search;
    await setFaults(sandbox, { fhir: { type: 'Observation', status: 503 } });
    expect((await get('/Patient/adam')).status).toBe(200);
    expect((await get('/Practitioner/clinician')).status).toBe(200);
    expect((await get(SEARCH)).status).toBe(503);
    expect((await get(later)).status).toBe(503);
    await setFaults(sandbox, { fhir: { status: 503 } });
    expect((await get('/metadata')).status).toBe(200);
    expect((await get('/.well-known/smart-configuration')).status).toBe(200);
  });

  test('names another patient', async () => {
    await setFaults(sandbox, { fhir: { patientId: 'somebody' } });
    expect((await (await get('/Patient/adam')).json()).id).toBe('somebody');
    expect((await (await get('/Observation/day')).json()).id).toBe('day');
  });
});

describe('a preflight', () => {
  test('says how long it may be kept only when that is set', async () => {
    const maxAge = async (): Promise<string | null> => {
      const headers = { Origin: APP_ORIGIN, 'Access-Control-Request-Method': 'GET' };
      const response = await fetch(sandbox.fhirBase + SEARCH, { method: 'OPTIONS', headers });
      return response.headers.get('access-control-max-age');
    };
    expect(await maxAge()).toBeNull();
    await setFaults(sandbox, { maxAgeSeconds: 600 });
    expect(await maxAge()).toBe('600');
  });
});

describe('discovery', () => {
  const discovered = (): Promise<Response> =>
    fetch(`${sandbox.fhirBase}/.well-known/smart-configuration`, { headers: { Origin: APP_ORIGIN } });

  test.each<[DiscoveryFault, number, string, string | null]>([
    [{ status: 404 }, 404, 'application/json', '*'],
    [{ status: 500, noCors: true }, 500, 'application/json', null],
    [{ html: true }, 200, 'text/html; charset=utf-8', '*'],
    [{ noCors: true }, 200, 'application/json', null],
  ])('with %j', async (discovery, status, type, origin) => {
    await setFaults(sandbox, { discovery });
    const response = await discovered();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
  });

  test('is slow, with fields set and left out', async () => {
    const set = { capabilities: [], issuer: 'https://other.example' };
    await setFaults(sandbox, {
      discovery: { slowMs: 200, set, without: ['code_challenge_methods_supported'] },
    });
    const startMs = performance.now();
    const document = await (await discovered()).json();
    expect(performance.now() - startMs).toBeGreaterThan(190);
    expect(document).toMatchObject(set);
    expect(document).not.toHaveProperty('code_challenge_methods_supported');
  });

  test('names endpoints relative to the FHIR base, and one with a query that is accepted', async () => {
    await setFaults(sandbox, { discovery: { relative: true, query: true } });
    const document = await (await discovered()).json();
    expect(document.authorization_endpoint).toMatch(/^\.\.\//);
    const resolved = (url: string): URL => new URL(url, `${sandbox.fhirBase}/`);
    expect(resolved(document.token_endpoint).href).toBe(`${sandbox.origin}/auth/token`);
    const endpoint = resolved(document.authorization_endpoint);
    expect(endpoint.href).toBe(`${sandbox.origin}/auth/authorize?p=b2c`);
    const request = new URL(authorizeUrl(sandbox, { launch: await newLaunch(sandbox) })).searchParams;
    for (const [name, value] of request) endpoint.searchParams.set(name, value);
    const response = await fetch(endpoint, { redirect: 'manual' });
    expect(response.headers.get('location')).toContain('code=');
  });
});
