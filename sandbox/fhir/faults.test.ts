import type { Bundle } from 'fhir/r4';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DiscoveryFault, FhirFault } from '../faults/faults.ts';
import {
  APP_ORIGIN,
  authorizeUrl,
  fhirGet,
  newLaunch,
  setFaults,
  startTestSandbox,
  tokenFor,
} from '../testSandbox.ts';
import type { Sandbox } from '../server.ts';

let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  token = (await tokenFor(sandbox)).access_token;
});
afterEach(() => setFaults(sandbox));
afterAll(() => sandbox.close());

const SEARCH = '/Observation?patient=adam&_count=100';

const get = (path: string): Promise<Response> => fhirGet(new URL(sandbox.fhirBase + path).href, token);

async function bundle(path: string): Promise<Bundle> {
  const response = await get(path);
  expect(response.status).toBe(200);
  return response.json();
}

const nextOf = (page: Bundle): string =>
  page.link?.find(({ relation }) => relation === 'next')?.url ?? 'no next link';

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

  test.each<[string, FhirFault, Partial<Record<'status' | 'type' | 'body' | 'origin', unknown>>]>([
    ['a page', { html: true }, { status: 200, type: 'text/html; charset=utf-8' }],
    ['a page with a status', { html: true, status: 502 }, { status: 502, type: 'text/html; charset=utf-8' }],
    ['empty', { emptyBody: true }, { status: 200, body: '' }],
    ['not readable', { noCors: true }, { status: 200, origin: null }],
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
    const later = new URL(nextOf(await bundle(SEARCH))).search;
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

describe('a page of a search', () => {
  test('leads to another host, or to a page that is gone', async () => {
    await setFaults(sandbox, { fhir: { next: 'foreign' } });
    expect(nextOf(await bundle(SEARCH))).toMatch(/^https:\/\/trap\.example\//);
    await setFaults(sandbox, { fhir: { next: 'missingPage' } });
    expect((await fhirGet(nextOf(await bundle(SEARCH)), token)).status).toBe(410);
  });

  test('leads to itself', async () => {
    await setFaults(sandbox, { fhir: { next: 'loop' } });
    const first = nextOf(await bundle(SEARCH));
    const again: Bundle = await (await fhirGet(first, token)).json();
    expect(nextOf(again)).toBe(first);
    expect(again.entry?.[0]?.resource?.id).toBe('hr-000');
  });

  test('leads on by a relative address, right from the base and from the page itself', async () => {
    await setFaults(sandbox, { fhir: { next: 'relative' } });
    const next = nextOf(await bundle(SEARCH));
    expect(next).toMatch(/^Observation\?page=/);
    const fromBase = new URL(next, `${sandbox.fhirBase}/`).href;
    expect(new URL(next, sandbox.fhirBase + SEARCH).href).toBe(fromBase);
    const last: Bundle = await (await fhirGet(fromBase, token)).json();
    expect(last.entry).toHaveLength(26);
    expect(nextOf(last)).toBe('no next link');
    expect((await get('/Observation?page=invented')).status).toBe(400);
    expect((await get(`/Patient${new URL(fromBase).search}`)).status).toBe(400);
  });

  test('holds an entry of somebody else', async () => {
    await setFaults(sandbox, { fhir: { stranger: true } });
    const { entry = [] } = await bundle('/Observation?patient=adam&_elements=value');
    expect(entry).toHaveLength(50);
    const strangers = entry.filter(({ resource }) =>
      JSON.stringify(resource).includes('Patient/somebody-else'),
    );
    expect(strangers).toHaveLength(1);
    expect((await bundle('/Patient?_id=adam')).entry?.[0]?.resource?.id).toBe('somebody-else');
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
