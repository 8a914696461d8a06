import type { Bundle, FhirResource, Observation, OperationOutcome } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startVendorClient,
  comparableValues,
  pageObservations,
  nextUrl,
  type VendorClient,
} from './testVendor.ts';

let epic: VendorClient;
beforeAll(async () => {
  epic = await startVendorClient('epic');
});
afterAll(() => epic.close());

const numbers = ({ issue }: OperationOutcome): readonly (string | undefined)[] =>
  issue.map(({ details }) => details?.coding?.[0]?.code);

const outcomeOf = (page: Bundle<FhirResource>): OperationOutcome => {
  const resource = page.entry?.at(-1)?.resource;
  if (resource?.resourceType !== 'OperationOutcome') throw new Error('The page says nothing.');
  return resource;
};

const VITALS = '/Observation?patient=kidney&category=vital-signs';
const LABS = '/Observation?patient=kidney&category=laboratory';

describe('a search', () => {
  test.each([
    ['/Observation?patient=kidney', '59108'],
    ['/Observation?category=laboratory', '59108'],
    ['/Observation?patient=kidney&category=labresults', '59111'],
    ['/Observation?patient=kidney&colour=red&_count=10', '59108'],
  ])('%s is fatal with %s, behind a milder issue', async (path, number) => {
    const response = await epic.get(path);
    expect(response.status).toBe(400);
    const outcome = await response.json();
    expect(outcome.issue[0].severity).toBe('information');
    expect(outcome.issue.at(-1).severity).toBe('fatal');
    expect(numbers(outcome).at(-1)).toBe(number);
  });

  test('by code needs no category', async () => {
    expect((await epic.bundle('/Observation?patient=kidney&code=2823-3')).total).toBeGreaterThan(20);
  });

  test('leaves out a parameter that it does not know and says so in the page, but not about _sort', async () => {
    const page = await epic.bundle(`${LABS}&colour=red&_include=Observation:subject&_sort=-date`);
    const outcome = page.entry?.at(-1);
    expect(outcome?.search?.mode).toBe('outcome');
    expect(numbers(outcomeOf(page))).toEqual(['59100', '4122']);
    expect(pageObservations(page).length).toBe(page.total);
    const sorted = await epic.bundle(`${LABS}&_sort=date`);
    expect(sorted.entry?.every(({ search }) => search?.mode === 'match')).toBe(true);
    expect(pageObservations(sorted)).toEqual(pageObservations(page));
    const visits = await epic.bundle('/Encounter?patient=kidney&colour=red');
    expect(visits.entry?.every(({ search }) => search?.mode === 'match')).toBe(true);
  });

  test('without results holds an outcome 4101 and a total of 0', async () => {
    const page = await epic.bundle(`${LABS}&date=ge2030`);
    expect(page.total).toBe(0);
    expect(page.entry).toHaveLength(1);
    expect(page.entry?.[0]?.search?.mode).toBe('outcome');
    expect(numbers(outcomeOf(page))).toEqual(['4101']);
  });
});

describe('pages', () => {
  test('hold 1000 unless fewer are asked for, and then say the size of the page as total', async () => {
    const whole = await epic.bundle(LABS);
    expect(nextUrl(whole)).toBeUndefined();
    const [first, second] = await epic.pages(`${LABS}&_count=200`);
    expect(first?.total).toBe(200);
    expect(first?.entry).toHaveLength(200);
    expect(second?.total).toBe(200);
    expect(whole.total).toBeGreaterThan(400);
  });

  test('lead on by a session that names no patient', async () => {
    const next = nextUrl(await epic.bundle(`${LABS}&_count=200`)) ?? '';
    expect(next).toMatch(new RegExp(`^${epic.base}/Observation\\?sessionID=17-[\\w-]+$`));
  });

  test('that have expired are fatal with 4113', async () => {
    const response = await epic.get('/Observation?sessionID=17-gone');
    expect(response.status).toBe(400);
    expect(numbers(await response.json())).toEqual(['4113']);
  });

  test('hold every result once', async () => {
    const ids = (await epic.pages(`${LABS}&_count=100`)).flatMap(pageObservations).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength((await epic.bundle(LABS)).total ?? 0);
  });

  test('hold one vital sign after the other, newest first in each, whatever _sort says', async () => {
    const rows = pageObservations(await epic.bundle(`${VITALS}&_sort=-date`));
    const runs = rows.map(({ code }) => code.text).filter((text, i, all) => text !== all[i - 1]);
    expect(new Set(runs).size).toBe(runs.length);
    expect(runs.slice(0, 2)).toEqual(['BP', 'Pulse']);
    const times = rows
      .filter(({ code }) => code.text === 'BP')
      .map(({ effectiveDateTime = '' }) => effectiveDateTime);
    expect(times).toEqual(times.toSorted().toReversed());
  });
});

describe('other addresses', () => {
  test('a kind of resource that it does not serve is forbidden with an empty body', async () => {
    const response = await epic.get('/Device?patient=kidney');
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-type')).toBeNull();
  });

  test.each(['/nonsense', '/Observation/x/_history', '/$export'])('%s is a page of HTML', async (path) => {
    const response = await epic.get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
  });

  test('another patient is forbidden with an empty body and the reason in a header', async () => {
    const response = await epic.get('/Observation?patient=child&category=laboratory');
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('');
    expect(response.headers.get('www-authenticate')).toContain('insufficient_scope');
  });
});

const codings = ({ code }: Observation): readonly string[] =>
  (code.coding ?? []).map(({ system, code: one }) => `${system?.split(/[/.]/).at(-1)} ${one}`);

describe('a resource', () => {
  test('fixture 1: a pulse has LOINC 8716-3 before its own code', async () => {
    const pulse = await epic.readObservation('kidney-hr-202611240920');
    expect(codings(pulse)).toEqual([
      '707679 8',
      expect.stringMatching(/^observation-flowsheet-id t/),
      '96 8867-4',
      'org 8716-3',
      'org 8867-4',
    ]);
    expect(pulse.effectiveDateTime).toBe('2026-11-24T15:20:00Z');
    expect(pulse.interpretation).toBeUndefined();
  });

  test('fixture 2: a blood pressure has seven codings and components without flags', async () => {
    const pressure = await epic.readObservation('kidney-bp-202302060410');
    expect(codings(pressure)).toHaveLength(7);
    expect(codings(pressure)).toEqual(expect.arrayContaining(['org 55284-4', 'org 85354-9', 'org 8716-3']));
    expect(pressure.component?.map(({ valueQuantity }) => valueQuantity?.value)).toEqual([98, 54]);
    expect(pressure.component?.some(({ interpretation }) => interpretation)).toBe(false);
  });

  test('fixture 41: a flag of a vital sign is A without words', async () => {
    const pulse = await epic.readObservation('kidney-hr-202302060410');
    expect(pulse.interpretation).toEqual([{ coding: [expect.objectContaining({ code: 'A' })] }]);
    expect(pulse.interpretation?.[0]?.text).toBeUndefined();
  });

  test('fixture 18: Fahrenheit is in an extension', async () => {
    const { valueQuantity, extension } = await epic.readObservation('kidney-temp-202302060410');
    expect(valueQuantity).toMatchObject({ value: 39.1, unit: 'Cel', code: 'Cel' });
    expect(extension?.[0]?.valueQuantity).toEqual({ value: 102.4, unit: '[degF]' });
  });

  test('fixtures 34 and 42: a laboratory result has two categories, and (NONE) in place of a flag', async () => {
    const result = await epic.readObservation('kidney-k-202608250830');
    expect(result.category?.map(({ coding }) => coding?.[0]?.code)).toEqual(['laboratory', 'Lab']);
    expect(result.interpretation).toEqual([{ text: '(NONE)' }]);
    expect(codings(result)).toEqual(['org 2823-3', '768282 28233']);
    expect(result.referenceRange?.[0]).toMatchObject({
      low: { value: 3.5 },
      high: { value: 5 },
      text: '3.5 - 5.0 mmol/L',
    });
  });

  test('fixtures 12, 14 and 36: no unit, a unit with the micro sign and no code, a range in words', async () => {
    expect((await epic.readObservation('kidney-a1c-202608250815')).valueQuantity).toEqual({ value: 7.1 });
    expect((await epic.readObservation('kidney-wbc-202611120815')).valueQuantity).toEqual({
      value: 7.6,
      unit: '10*3/µL',
    });
    expect((await epic.readObservation('kidney-hct-202611120815')).referenceRange).toEqual([
      { text: '41.0 - 53.0 %' },
    ]);
    expect(codings(await epic.readObservation('kidney-uric-202608250815'))).toEqual(['768282 30841']);
  });

  test('a Patient has one name twice, and identifiers whose types are words', async () => {
    const { name, identifier } = await (await epic.get('/Patient/kidney')).json();
    expect(name.map(({ use }: { use: string }) => use)).toEqual(['official', 'usual']);
    expect(identifier.map(({ value }: { value: string }) => value)).toEqual([
      '004 829 17',
      '     004 829 17',
    ]);
  });

  test('has the value, the time and the status that it has in the generic system', async () => {
    const [own, plain] = await Promise.all([epic.raw('epic'), epic.raw('generic')]);
    expect(comparableValues(own)).toEqual(comparableValues(plain));
    expect(JSON.stringify(own)).not.toMatch(/"[\w]*(DateTime|issued)":"[^"]*[+-]\d\d:\d\d"/);
  });

  test('keeps the decimals that it was written with', async () => {
    const text = await (await epic.get('/Observation/kidney-a1c-202509100815')).text();
    expect(text).toContain('"value":7.0');
  });
});
