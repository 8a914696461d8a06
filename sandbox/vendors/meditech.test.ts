import type { FhirResource, Observation } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startVendorClient,
  comparableValues,
  pageObservations,
  nextUrl,
  type VendorClient,
} from './testVendor.ts';

let meditech: VendorClient;
beforeAll(async () => {
  meditech = await startVendorClient('meditech');
});
afterAll(() => meditech.close());

const LABS = '/Observation?patient=kidney&category=laboratory';

describe('a search', () => {
  test.each([
    '/Observation?patient=kidney',
    '/Observation?category=laboratory',
    '/Observation?patient=kidney&code=2823-3',
  ])('%s is refused in a form of its own', async (path) => {
    const response = await meditech.get(path);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({
      resource: 'v1/resource/error/_version/1/',
      detail: 'patient and category are required.',
    });
  });

  test('has 20 results to a page, and says so as total, whatever _count and _sort say', async () => {
    const page = await meditech.bundle(LABS);
    expect(page.total).toBe(20);
    expect(page.entry).toHaveLength(20);
    expect(pageObservations(await meditech.bundle(`${LABS}&_count=200&_sort=date&colour=red`))).toEqual(
      pageObservations(page),
    );
  });

  test('leads on by an absolute link that continues it, until every result was there once', async () => {
    const next = nextUrl(await meditech.bundle(LABS)) ?? '';
    expect(
      next.startsWith(`${meditech.base}/Observation?patient=kidney&category=laboratory&continue=VS.`),
    ).toBe(true);
    const ids = (await meditech.pages(LABS)).flatMap(pageObservations).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(400);
    expect((await meditech.get('/Observation?continue=VS.gone')).status).toBe(400);
  });

  test('without results has a total of 0 and no entry', async () => {
    const page = await meditech.bundle('/Observation?patient=kidney&category=exam');
    expect(page.total).toBe(0);
    expect(page.entry).toBeUndefined();
  });
});

test.each([
  ['/Observation/kidney-uacr-202306140815/_history', 404],
  ['/Device?patient=kidney', 404],
  ['/Observation?patient=child&category=laboratory', 403],
])('%s is refused with %i, not in FHIR', async (path, status) => {
  const response = await meditech.get(path);
  expect(response.status).toBe(status);
  expect(Object.keys(await response.json())).toEqual(['resource', 'detail']);
});

test('without a token it is unauthorized', async () => {
  const response = await fetch(`${meditech.base}/Patient/kidney`);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ detail: 'Unauthorized' });
});

describe('a resource', () => {
  test('fixture 21: a laboratory result is text, its number and a unit in the spelling of the house', async () => {
    const [count, hemoglobin, limit] = await Promise.all([
      meditech.readObservation('kidney-wbc-202611120815'),
      meditech.readObservation('kidney-hgb-202611120815'),
      meditech.readObservation('kidney-uacr-201412030815'),
    ]);
    expect(count?.valueString).toBe('7.6 K/mm3');
    expect(hemoglobin?.valueString).toBe('10.8 g/dl');
    expect(limit?.valueString).toBe('<12 mg/g');
    expect(count?.valueQuantity).toBeUndefined();
    expect(count?.effectiveDateTime).toBe('2026-11-12T14:15:00+00:00');
    expect(count?.referenceRange?.[0]).toMatchObject({
      low: { value: 4, unit: 'K/mm3' },
      high: { value: 11, unit: 'K/mm3' },
      text: 'Normal Range: 4.0-11.0 K/mm3',
    });
  });

  test('some results have a name and no code', async () => {
    expect((await meditech.readObservation('kidney-ferritin-202608250815')).code).toEqual({
      text: 'Ferritin',
    });
  });

  test('fixture 16: a weight is in grams', async () => {
    expect((await meditech.readObservation('kidney-weight-202611240920')).valueQuantity).toMatchObject({
      value: 94_100,
      unit: 'g',
      code: 'g',
    });
  });

  test('temperature, pulse and saturation are in the words of the house', async () => {
    expect((await meditech.readObservation('kidney-temp-202302060410')).valueQuantity).toMatchObject({
      unit: 'C',
      code: 'Cel',
    });
    expect((await meditech.readObservation('kidney-hr-202302060410')).valueQuantity).toMatchObject({
      unit: 'beats/minute',
      code: '/min',
    });
    const { code } = await meditech.readObservation('kidney-spo2-202302060410');
    expect(code.coding?.map((coding) => coding.code)).toEqual(['2708-6', '2708-6', '59408-5']);
  });

  test('fixture 38: the ranges of a pressure are for grown-up women', async () => {
    const { component } = await meditech.readObservation('kidney-bp-202611240920');
    expect(component?.map(({ referenceRange }) => referenceRange?.[0]?.appliesTo?.[0]?.text)).toEqual([
      'Female',
      'Female',
    ]);
    expect(component?.[0]?.referenceRange?.[0]?.age?.low?.value).toBe(18);
  });

  test('has the value, the time and the status that it has in the generic system', async () => {
    const [own, plain] = await Promise.all([meditech.raw('meditech'), meditech.raw('generic')]);
    expect(comparableValues(own.map(backToNumbers))).toEqual(comparableValues(plain));
  });
});

/**
 * The test undoes this by hand: the text of a laboratory result is a number again, and grams of a grown-up
 * are kilograms.
 */
function backToNumbers(resource: FhirResource): FhirResource {
  if (resource.resourceType !== 'Observation') return resource;
  const [, comparator, number] = /^([<>]=?)?([\d.]+) \S/.exec(resource.valueString ?? '') ?? [];
  const { value, code } = resource.valueQuantity ?? {};
  const valueQuantity: Observation['valueQuantity'] =
    number !== undefined
      ? { value: Number(number), ...(isComparator(comparator) && { comparator }) }
      : code === 'g' && value !== undefined
        ? { value: value / 1000 }
        : resource.valueQuantity;
  return { ...resource, ...(valueQuantity && { valueQuantity }) };
}

const isComparator = (text: string | undefined): text is '<' | '<=' | '>' | '>=' => text !== undefined;
