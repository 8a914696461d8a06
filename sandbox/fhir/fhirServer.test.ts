import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { sandbox, setUpSandbox, token } from '../sandboxFixture.ts';
import { APP_ORIGIN, adam, fhirGet, obtainToken } from '../testSandbox.ts';

setUpSandbox();

const get = (path: string, headers?: Record<string, string>): Promise<Response> =>
  fhirGet(sandbox.fhirBase + path, token, headers);

async function bundle(path: string): Promise<Bundle<FhirResource>> {
  const response = await get(path);
  expect(response.status).toBe(200);
  return response.json();
}

const resources = ({ entry = [] }: Bundle<FhirResource>): readonly FhirResource[] =>
  entry
    .map(({ resource }: BundleEntry<FhirResource>) => resource)
    .filter((resource) => resource !== undefined);

const ids = (page: Bundle<FhirResource>): readonly string[] => resources(page).map(({ id = '' }) => id);

const nextOf = (page: Bundle): string | undefined =>
  page.link?.find(({ relation }) => relation === 'next')?.url;

async function allPages(path: string): Promise<readonly string[]> {
  const collected: string[] = [];
  let url: string | undefined = sandbox.fhirBase + path;
  while (url !== undefined) {
    const page: Bundle<FhirResource> = await (await fhirGet(url, token)).json();
    collected.push(...ids(page));
    url = nextOf(page);
  }
  return collected;
}

/** Returns the status of an error, once it is seen to carry an OperationOutcome. */
async function refused(response: Response): Promise<number> {
  expect(response.headers.get('content-type')).toContain('application/fhir+json');
  expect((await response.json()).resourceType).toBe('OperationOutcome');
  return response.status;
}

describe('without the right token', () => {
  test('nothing but metadata and discovery is answered', async () => {
    const response = await fetch(`${sandbox.fhirBase}/Patient/adam`);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(await refused(response)).toBe(401);
    expect(await refused(await fhirGet(`${sandbox.fhirBase}/Patient/adam`, 'invented'))).toBe(401);
    expect((await fetch(`${sandbox.fhirBase}/metadata`)).status).toBe(200);
  });

  test.each([
    '/Patient/bella',
    '/Patient?_id=bella',
    '/Patient?_id=adam,bella',
    '/Observation/of-bella',
    '/Observation?patient=bella',
    '/Observation?subject=Patient/bella',
    '/Observation?patient=adam,bella',
    '/Observation?patient=adam&subject=Patient/bella',
    '/Observation?patient=nobody',
  ])('%s is refused to a token of adam', async (path) => {
    expect(await refused(await get(path))).toBe(403);
  });

  test.each([
    ['launch patient/Patient.rs', '/Observation?patient=adam', 403],
    ['launch patient/Patient.rs', '/Patient/adam', 200],
    ['launch patient/Observation.r', '/Observation?patient=adam', 403],
    ['launch patient/Observation.r', '/Observation/day', 200],
    ['launch patient/Observation.s', '/Observation/day', 403],
    ['launch patient/Observation.read', '/Observation?patient=adam', 200],
    ['launch patient/Observation.write', '/Observation?patient=adam', 403],
    ['launch patient/*.read', '/MedicationRequest?patient=adam', 200],
    ['launch patient/Observation.rs?category=laboratory', '/Observation/day', 200],
    ['launch patient/Observation.rs?category=laboratory', '/Observation/hr-001', 403],
    [
      'launch patient/Observation.rs?category=laboratory',
      '/Observation?patient=adam&category=vital-signs',
      403,
    ],
  ])('scope %s on %s: %i', async (scope, path, status) => {
    const { access_token: narrow } = await obtainToken(sandbox, {}, { scope });
    expect((await fhirGet(sandbox.fhirBase + path, narrow)).status).toBe(status);
  });

  test('a granular scope limits a search to its category', async () => {
    const scope = 'launch patient/Observation.rs?category=laboratory';
    const { access_token: narrow } = await obtainToken(sandbox, {}, { scope });
    const response = await fhirGet(`${sandbox.fhirBase}/Observation?patient=adam`, narrow);
    expect((await response.json()).total).toBe(6);
  });
});

describe('what is not understood is refused', () => {
  test.each([
    '/Observation',
    '/Observation?category=laboratory',
    '/Observation?_id=day',
    '/Observation?patient=adam&unknown=1',
    '/Observation?patient=adam&constructor=1',
    '/Observation?patient=adam&code:text=heart',
    '/Observation?patient:Patient=adam',
    '/Observation?patient=adam&code=',
    '/Observation?patient=adam&date=yesterday',
    '/Observation?patient=adam&date=2015-02-30',
    '/Observation?patient=adam&date=ap2015',
    '/Observation?patient=adam&_count=many',
    '/Observation?patient=adam&_count=1&_count=2',
    '/Observation?patient=adam&_sort=colour',
    '/Observation?patient=adam&_summary=text',
    '/Observation?patient=adam&_include=Observation:subject',
    '/Patient/adam?unknown=1',
    '/Patient',
  ])('%s', async (path) => {
    expect(await refused(await get(path))).toBe(400);
  });

  test('other addresses, methods and formats have their own status', async () => {
    expect(await refused(await get('/Device?patient=adam'))).toBe(404);
    for (const operation of ['$lastn?patient=adam', '$everything', '_history'])
      expect(await refused(await get(`/Observation/${operation}`))).toBe(404);
    expect(await refused(await get('/Observation/nothing'))).toBe(404);
    expect(await refused(await get('/Encounter/visit/_history'))).toBe(404);
    expect(await refused(await get('/Observation/day/_history/2'))).toBe(404);
    expect(await refused(await get('/Patient/adam', { Accept: 'application/fhir+xml' }))).toBe(406);
    expect(await refused(await get('/Patient/adam?_format=xml'))).toBe(406);
    for (const plus of ['+', '%2B'])
      expect((await get(`/Patient/adam?_format=application/fhir${plus}json`)).status).toBe(200);
    const headers = { Authorization: `Bearer ${token}` };
    const response = await fetch(`${sandbox.fhirBase}/Patient/adam`, { method: 'DELETE', headers });
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await refused(response)).toBe(405);
  });
});

describe('a search', () => {
  test.each([
    ['code=8867-4', 5],
    ['code=http://loinc.org|8867-4', 5],
    ['code=http://loinc.org|', 5],
    ['code=|8867-4', 0],
    ['code=K,8867-4', 6],
    ['code=http://example.org/local|K', 1],
    ['status=preliminary', 1],
    ['status=final,preliminary', 6],
    ['_id=day,year', 2],
    ['_id=day&_id=year', 0],
  ])('for laboratory results with %s finds %i', async (query, total) => {
    expect((await bundle(`/Observation?patient=adam&category=laboratory&${query}`)).total).toBe(total);
  });

  test('finds by subject, by category with its system, and by POST', async () => {
    const system = 'http://terminology.hl7.org/CodeSystem/observation-category';
    const query = `subject=Patient/adam&category=${encodeURIComponent(`${system}|laboratory,${system}|exam`)}`;
    expect((await bundle(`/Observation?${query}`)).total).toBe(6);
    const posted = await fetch(`${sandbox.fhirBase}/Observation/_search`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: new URLSearchParams(query),
    });
    expect((await posted.json()).total).toBe(6);
  });

  test.each([
    ['2015', 'year month day instant period'],
    ['eq2015-06', 'month day'],
    ['ne2015-06', 'year instant period'],
    ['2015-06-30', 'day'],
    ['2015-07-01', 'instant'],
    ['2015-07-01T01:30:00Z', 'instant'],
    ['gt2015-06-30', 'year instant period'],
    ['ge2015-06-30', 'year day instant period'],
    ['lt2015-06', 'year period'],
    ['le2015-06', 'year month day period'],
    ['sa2015-06-30', 'instant'],
    ['eb2015-07', 'month day'],
    ['ge2015-06&date=lt2015-07', 'year month day period'],
    ['2015-06-30,2015-07-01', 'day instant'],
  ])('for date=%s finds %s', async (date, expected) => {
    const page = await bundle(`/Observation?patient=adam&category=laboratory&date=${date}`);
    expect(ids(page).join(' ')).toBe(expected);
  });

  test('sorts by date in both directions, with what is undated last', async () => {
    const up = await bundle('/Observation?patient=adam&category=laboratory&_sort=date,_id');
    expect(ids(up)).toEqual(['year', 'period', 'month', 'day', 'instant', 'undated']);
    const down = await bundle('/Observation?patient=adam&category=laboratory&_sort=-date');
    expect(ids(down)).toEqual(['instant', 'day', 'month', 'period', 'year', 'undated']);
  });

  test.each(['', '&_sort=-date', '&_sort=date,-_id', '&_count=7', '&_count=1000&_sort=_id', '&_count=1'])(
    'with pages%s returns every result exactly once',
    async (query) => {
      const collected = await allPages(`/Observation?patient=adam${query}`);
      const held = adam.resources().filter(({ resourceType }) => resourceType === 'Observation');
      expect(collected.toSorted()).toEqual(held.map(({ id = '' }) => id).toSorted());
    },
  );

  test('has pages of 50 unless asked, and counts without entries', async () => {
    expect(ids(await bundle('/Observation?patient=adam'))).toHaveLength(50);
    const count = await bundle('/Observation?patient=adam&_summary=count');
    expect(count.total).toBe(126);
    expect(count.entry).toBeUndefined();
    expect((await bundle('/Observation?patient=adam&code=none')).entry).toBeUndefined();
  });

  test('answers the other types too', async () => {
    expect(ids(await bundle('/Patient?_id=adam'))).toEqual(['adam']);
    expect(ids(await bundle('/Encounter?patient=adam&date=2020-01&status=finished'))).toEqual(['visit']);
    expect(ids(await bundle('/MedicationRequest?patient=Patient/adam&status=active'))).toEqual(['drug']);
  });

  test('leaves out elements, but not the mandatory ones', async () => {
    const page = await bundle('/Observation?patient=adam&_id=day&_elements=effective');
    expect(Object.keys(resources(page)[0] ?? {}).toSorted()).toEqual(
      ['code', 'effectiveDateTime', 'id', 'meta', 'resourceType', 'status'].toSorted(),
    );
  });
});

const firstPage = (): Promise<Bundle<FhirResource>> => bundle('/Observation?patient=adam&_count=100');

describe('a next link', () => {
  test('says nothing about the search and can be followed again', async () => {
    const next = nextOf(await firstPage()) ?? '';
    expect(next).toMatch(/\/fhir\/r4\?page=[\w-]{20,}$/);
    const once = ids(await (await fhirGet(next, token)).json());
    expect(once).toHaveLength(26);
    expect(ids(await (await fhirGet(next, token)).json())).toEqual(once);
  });

  test('is refused to another patient’s token, to none and to one without the scope', async () => {
    const next = nextOf(await firstPage()) ?? '';
    const other = await obtainToken(sandbox, { patient: 'bella' });
    expect(await refused(await fhirGet(next, other.access_token))).toBe(403);
    expect(await refused(await fetch(next))).toBe(401);
    const narrow = await obtainToken(sandbox, {}, { scope: 'launch patient/Patient.rs' });
    expect(await refused(await fhirGet(next, narrow.access_token))).toBe(403);
  });

  test('that is not known is gone', async () => {
    expect(await refused(await get('?page=invented'))).toBe(410);
  });
});

const preflight = (origin: string): Promise<Response> =>
  fetch(`${sandbox.fhirBase}/Observation?patient=adam`, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    },
  });

describe('across origins', () => {
  test('a preflight of the app is answered, and one from elsewhere is not allowed', async () => {
    const own = await preflight(APP_ORIGIN);
    expect(own.status).toBe(204);
    expect(own.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
    expect(own.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(own.headers.get('vary')).toBe('Origin');
    expect((await preflight('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a refusal can be read by the app as well', async () => {
    const response = await get('/Patient/bella');
    expect(response.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
    expect(response.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate');
  });
});
