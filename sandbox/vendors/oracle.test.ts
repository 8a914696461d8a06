import type { Observation } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startVendorClient,
  comparableValues,
  pageObservations,
  nextUrl,
  type VendorClient,
} from './testVendor.ts';

let oracle: VendorClient;
beforeAll(async () => {
  oracle = await startVendorClient('oracle');
});
afterAll(() => oracle.close());

const VITALS = '/Observation?patient=kidney&category=vital-signs';
const LABS = '/Observation?patient=kidney&category=laboratory';

describe('a search', () => {
  test.each([
    `${LABS}&_sort=-date`,
    `${LABS}&_elements=code`,
    `${LABS}&_include=Observation:subject`,
    `${LABS}&_summary=count`,
    `${LABS}&colour=red`,
    `${LABS}&status=final`,
    `${LABS}&date=sa2020`,
    `${LABS}&date=ge2020&date=ge2021`,
    `${LABS}&date=ge2020&date=lt2021&date=lt2022`,
    `${LABS}&date=ge2020&_lastUpdated=ge2020`,
  ])('%s is refused with an OperationOutcome', async (path) => {
    const response = await oracle.get(path);
    expect(response.status).toBe(400);
    expect((await response.json()).resourceType).toBe('OperationOutcome');
  });

  test.each(['&date=ge2020&date=lt2021', '&date=2020-02-12', '&_revinclude=Provenance:target'])(
    'takes %s',
    async (more) => {
      expect(pageObservations(await oracle.bundle(LABS + more)).length).toBeGreaterThan(0);
    },
  );

  test('finds a pressure by the code of the panel, never by that of a part', async () => {
    expect(pageObservations(await oracle.bundle(`${VITALS}&code=85354-9`)).length).toBeGreaterThan(20);
    expect(pageObservations(await oracle.bundle(`${VITALS}&code=8480-6,8462-4`))).toEqual([]);
  });

  test('finds nothing among vital signs by a code of the house, and says nothing about it', async () => {
    const [pulse] = pageObservations(await oracle.bundle(`${VITALS}&code=8867-4`));
    const { system = '', code = '' } = pulse?.code.coding?.[0] ?? {};
    const page = await oracle.bundle(`${VITALS}&code=${encodeURIComponent(`${system}|${code}`)}`);
    expect(page.entry).toBeUndefined();
    expect(page).not.toHaveProperty('total');
  });

  test('finds one result under each of its headings', async () => {
    const [one] = pageObservations(await oracle.bundle(`${VITALS}&code=59408-5`));
    expect(one?.category?.map(({ coding }) => coding?.[0]?.code)).toEqual([
      'procedure',
      'therapy',
      'vital-signs',
    ]);
    const therapy = pageObservations(
      await oracle.bundle('/Observation?patient=kidney&category=therapy&code=59408-5'),
    );
    expect(therapy.map(({ id }) => id)).toContain(one?.id);
  });
});

describe('pages', () => {
  test('hold 50, at most 200, newest first, and never say how many there are', async () => {
    const page = await oracle.bundle(LABS);
    expect(page.entry).toHaveLength(50);
    expect(page).not.toHaveProperty('total');
    expect((await oracle.bundle(`${LABS}&_count=1000`)).entry).toHaveLength(200);
    const times = pageObservations(page).map(({ effectiveDateTime = '' }) => effectiveDateTime);
    expect(times).toEqual(times.toSorted().toReversed());
    const [, second] = await oracle.pages(LABS);
    expect(second?.entry).toHaveLength(48);
  });

  test('the first holds all social history, more than was asked for', async () => {
    const page = await oracle.bundle('/Observation?patient=kidney&category=social-history&_count=1');
    expect(page.entry).toHaveLength(3);
    expect(nextUrl(page)).toBeUndefined();
  });

  test('fixture 60: lead on by the same address with a context that is followed letter by letter', async () => {
    const next = nextUrl(await oracle.bundle(LABS)) ?? '';
    expect(
      next.startsWith(`${oracle.base}/Observation?patient=kidney&category=laboratory&-pageContext=`),
    ).toBe(true);
    expect(next).toMatch(/%3D%3D&-pageDirection=NEXT$/);
    const path = next.slice(oracle.base.length);
    expect((await oracle.get(path)).status).toBe(200);
    expect((await oracle.get(path.replaceAll('%3D', '='))).status).toBe(400);
    expect((await oracle.get(`${path}&_count=10`)).status).toBe(400);
    expect((await oracle.get(path.replace(/Context=..../, 'Context=gone'))).status).toBe(400);
  });

  test('fixture 67: what was corrected comes again on a later page, with its new version', async () => {
    const pages = await oracle.pages(LABS);
    const places = pages.flatMap((page, number) =>
      pageObservations(page)
        .filter(({ id }) => id === 'kidney-uacr-202306140815')
        .map(
          ({ meta, status, valueQuantity }) =>
            [number, meta?.versionId, status, valueQuantity?.value] as const,
        ),
    );
    expect(places.map(([, ...rest]) => rest)).toEqual([
      ['1', 'final', 421],
      ['2', 'corrected', 241],
    ]);
    expect(places[0]?.[0]).toBeLessThan(places[1]?.[0] ?? 0);
    const ids = pages.map((page) => pageObservations(page).map(({ id }) => id));
    for (const page of ids) expect(new Set(page).size).toBe(page.length);
    const readObservation = (await oracle.raw('oracle')).filter(
      (resource) =>
        resource.resourceType === 'Observation' &&
        resource.category?.some(({ coding }) => coding?.[0]?.code === 'laboratory'),
    );
    expect(new Set(ids.flat()).size).toBe(readObservation.length);
  });
});

describe('a version', () => {
  test('of a corrected result is there to be read, and its history is newest first', async () => {
    const path = '/Observation/kidney-uacr-202306140815/_history';
    const first: Observation = await (await oracle.get(`${path}/1`)).json();
    expect(first).toMatchObject({ status: 'final', valueQuantity: { value: 421 } });
    expect(first.code.coding?.[0]?.system).toContain('/codeSet/72');
    const history = await oracle.bundle(path);
    expect(history.type).toBe('history');
    expect(history.entry?.map(({ resource }) => resource?.meta?.versionId)).toEqual(['2', '1']);
    expect((await oracle.get(`${path}/3`)).status).toBe(404);
  });
});

test('another patient is forbidden in plain words, with the reason in a header', async () => {
  const response = await oracle.get('/Observation?patient=child');
  expect(response.status).toBe(403);
  expect(response.headers.get('content-type')).toContain('text/plain');
  expect(response.headers.get('www-authenticate')).toContain('insufficient_scope');
});

const systems = ({ code }: Observation): readonly string[] =>
  (code.coding ?? []).map(({ system = '', code: one = '' }) =>
    system.endsWith('/codeSet/72') ? 'own' : one,
  );

describe('a resource', () => {
  test('fixtures 7 and 8: its own code, chosen by the user, before two of LOINC in either order', async () => {
    const pulse = pageObservations(await oracle.bundle(`${VITALS}&code=8867-4&_count=200`));
    expect(pulse[0]?.code.coding?.[0]?.userSelected).toBe(true);
    expect(new Set(pulse.map((one) => systems(one).join(' ')))).toEqual(
      new Set(['own 69000-8 8867-4', 'own 8867-4 69000-8']),
    );
    expect(pulse[0]?.valueQuantity).toMatchObject({ unit: 'bpm', code: '/min' });
    expect(pulse[0]?.effectiveDateTime).toBe('2026-11-24T15:20:00.000Z');
  });

  test('fixture 9: a vital sign may have no LOINC code', async () => {
    expect(systems(await oracle.readObservation('kidney-bmi-202608250855'))).toEqual(['own']);
  });

  test('fixtures 3 and 4: the parts of a pressure carry the code of the whole, and one is not known', async () => {
    const { component = [] } = await oracle.readObservation('kidney-bp-202302060410');
    expect(component.map(({ code }) => code.coding?.slice(1).map((coding) => coding.code))).toEqual([
      ['8480-6', '85354-9'],
      ['8462-4', '85354-9'],
    ]);
    const half = await oracle.readObservation('kidney-bp-201904100845');
    expect(half.component?.[1]?.valueQuantity).toBeUndefined();
    expect(half.component?.[1]?.dataAbsentReason?.coding?.[0]?.code).toBe('unknown');
  });

  test('fixture 43: the flag of the house stands before that of HL7', async () => {
    const { interpretation } = await oracle.readObservation('kidney-k-202611120810');
    expect(interpretation?.[0]?.text).toBe('HI');
    expect(interpretation?.[0]?.coding?.map(({ code }) => code)).toEqual(['214', 'H']);
  });

  test('fixture 37: a range may have an upper end alone', async () => {
    const { referenceRange } = await oracle.readObservation('kidney-uacr-202610200815');
    expect(referenceRange?.[0]).toMatchObject({ high: { value: 29 }, type: { text: 'Normal Range' } });
    expect(referenceRange?.[0]?.low).toBeUndefined();
  });

  test('the time of the report is missing on some laboratory results', async () => {
    const labs = pageObservations(await oracle.bundle(`${LABS}&_count=200`));
    const without = labs.filter(({ issued }) => issued === undefined).length;
    expect(without).toBeGreaterThan(40);
    expect(without).toBeLessThan(120);
  });

  test('temperatures are in degC, as kept in UCUM as Cel', async () => {
    const { valueQuantity } = await oracle.readObservation('kidney-temp-202302060410');
    expect(valueQuantity).toMatchObject({ value: 39.1, unit: 'degC', code: 'Cel' });
  });

  test('a Patient has an old name in capitals and one current record number among three', async () => {
    const { name, identifier } = await (await oracle.get('/Patient/kidney')).json();
    expect(name[0]).toMatchObject({ use: 'old', text: 'MARLOWE, EDWIN' });
    expect(identifier).toHaveLength(3);
    expect(identifier[0].period.end).toBeDefined();
    expect(identifier[1]).toMatchObject({
      value: '00000482917',
      _value: { extension: [{ valueString: '004 829 17' }] },
    });
  });

  test('has the value, the time and the status that it has in the generic system', async () => {
    const [own, plain] = await Promise.all([oracle.raw('oracle'), oracle.raw('generic')]);
    expect(comparableValues(own)).toEqual(comparableValues(plain));
  });
});
