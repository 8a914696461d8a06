import type { Bundle, Observation, Resource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import type { FhirFault } from '../faults/fhirFault.ts';
import { sandbox, setUpSandbox, token } from '../sandboxFixture.ts';
import { fhirGet, setFaults } from '../testSandbox.ts';

setUpSandbox();

const SEARCH = '/Observation?patient=adam&_count=100';

async function bundle(address: string): Promise<Bundle> {
  const response = await fhirGet(address.startsWith('/') ? sandbox.fhirBase + address : address, token);
  expect(response.status).toBe(200);
  return response.json();
}

const nextOf = (page: Bundle): string =>
  page.link?.find(({ relation }) => relation === 'next')?.url ?? 'no next link';

const resources = ({ entry = [] }: Bundle): Resource[] => entry.flatMap(({ resource }) => resource ?? []);

/** Returns all pages that the links lead to, at most twelve. */
async function pagesOf(address: string): Promise<Bundle[]> {
  const pages: Bundle[] = [];
  let next = address;
  while (next !== 'no next link' && pages.length < 12) {
    // oxlint-disable-next-line no-await-in-loop -- the next link is inside the page
    const page = await bundle(next);
    pages.push(page);
    next = nextOf(page);
  }
  return pages;
}

describe('the next link of a page', () => {
  test.each<[NonNullable<FhirFault['next']>, RegExp]>([
    ['foreign', /^https:\/\/trap\.example\//],
    ['http', /^http:\/\/trap\.example\//],
    ['otherPort', /^http:\/\/127\.0\.0\.1:1\/fhir\/r4\?/],
  ])('fixture 62: leads elsewhere: %s', async (next, address) => {
    await setFaults(sandbox, { fhir: { next } });
    expect(nextOf(await bundle(SEARCH))).toMatch(address);
  });

  test('leads to a page that is gone', async () => {
    await setFaults(sandbox, { fhir: { next: 'missingPage' } });
    expect((await fhirGet(nextOf(await bundle(SEARCH)), token)).status).toBe(410);
  });

  test('fixture 64: leads to the page itself', async () => {
    await setFaults(sandbox, { fhir: { next: 'loop' } });
    const first = nextOf(await bundle(SEARCH));
    const again = await bundle(first);
    expect(nextOf(again)).toBe(first);
    expect(again.entry?.[0]?.resource?.id).toBe('hr-000');
  });

  test('fixture 64: leads from page 2 back to the first', async () => {
    await setFaults(sandbox, { fhir: { next: 'first' } });
    const [first, second, third] = await pagesOf(SEARCH);
    expect(second).not.toEqual(first);
    expect(third?.entry).toEqual(first?.entry);
  });

  test('fixture 63: is written with its port in another way, and is right', async () => {
    await setFaults(sandbox, { pageSize: 50, fhir: { next: 'oddPort' } });
    const [first, ...others] = await pagesOf(SEARCH);
    const next = nextOf(first ?? { resourceType: 'Bundle', type: 'searchset' });
    expect(next.startsWith(sandbox.origin)).toBe(false);
    expect(new URL(next).origin).toBe(sandbox.origin);
    expect(others).toHaveLength(2);
  });

  test('leads on by a relative address, right from the base and from the page itself', async () => {
    await setFaults(sandbox, { fhir: { next: 'relative' } });
    const next = nextOf(await bundle(SEARCH));
    expect(next).toMatch(/^Observation\?page=/);
    const fromBase = new URL(next, `${sandbox.fhirBase}/`).href;
    expect(new URL(next, sandbox.fhirBase + SEARCH).href).toBe(fromBase);
    const last = await bundle(fromBase);
    expect(last.entry).toHaveLength(26);
    expect(nextOf(last)).toBe('no next link');
    expect((await fhirGet(`${sandbox.fhirBase}/Observation?page=invented`, token)).status).toBe(400);
    expect((await fhirGet(`${sandbox.fhirBase}/Patient${new URL(fromBase).search}`, token)).status).toBe(400);
  });
});

describe('a page of a search', () => {
  test('is broken where it is said, once or always, and no other', async () => {
    await setFaults(sandbox, { pageSize: 50, fhir: { brokenPage: 2, times: 2 } });
    const second = nextOf(await bundle(SEARCH));
    expect((await fhirGet(second, token)).status).toBe(500);
    expect((await fhirGet(`${sandbox.fhirBase}/Patient/adam`, token)).status).toBe(200);
    expect((await fhirGet(second, token)).status).toBe(500);
    expect((await bundle(second)).entry).toHaveLength(50);
    await setFaults(sandbox, { fhir: { brokenPage: 1, type: 'Observation', refusal: 'expiredSession' } });
    expect((await fhirGet(sandbox.fhirBase + SEARCH, token)).status).toBe(400);
    expect((await fhirGet(second, token)).status).toBe(200);
  });

  test('holds no more than is said, whatever is asked for', async () => {
    await setFaults(sandbox, { pageSize: 50 });
    expect((await pagesOf(SEARCH)).map(({ entry = [] }) => entry.length)).toEqual([50, 50, 26]);
    expect((await bundle('/Observation?patient=adam&_count=7')).entry).toHaveLength(7);
  });

  test('fixture 66: is empty, and nothing is lost', async () => {
    await setFaults(sandbox, { pageSize: 50, fhir: { brokenPage: 2, emptyPage: true } });
    const pages = await pagesOf(SEARCH);
    expect(pages.map(({ entry }) => entry?.length)).toEqual([50, undefined, 50, 26]);
    expect(new Set(pages.flatMap(resources).map(({ id }) => id)).size).toBe(126);
  });

  test.each([
    ['fixture 65: lies about the total where there is more', 'wrong', [5, 126]],
    ['says that there is more than there is', 'more', [131, 131]],
    ['says no total', 'none', [undefined, undefined]],
  ] as const)('%s', async (_what, total, said) => {
    await setFaults(sandbox, { fhir: { total } });
    expect((await pagesOf(SEARCH)).map((page) => page.total)).toEqual(said);
  });
});

describe('an entry of a page', () => {
  test('fixture 68: is somebody else’s', async () => {
    await setFaults(sandbox, { fhir: { stranger: true } });
    const { entry = [] } = await bundle('/Observation?patient=adam&_elements=value');
    expect(entry).toHaveLength(51);
    const strangers = entry.filter(({ resource }) =>
      JSON.stringify(resource).includes('Patient/somebody-else'),
    );
    expect(strangers).toHaveLength(1);
    expect((await bundle('/Patient?_id=adam')).entry?.[0]?.resource?.id).toBe('somebody-else');
  });

  test('fixture 69: names its patient by an identifier alone', async () => {
    await setFaults(sandbox, { fhir: { unnamed: true } });
    const { entry = [] } = await bundle('/Observation?patient=adam');
    const nobodys = entry.filter(({ resource }) => resource?.id?.startsWith('nobodys-'));
    expect(nobodys).toHaveLength(1);
    expect(nobodys[0]?.resource).toMatchObject({ subject: { identifier: { value: '099 000 01' } } });
    expect(nobodys[0]?.resource).not.toHaveProperty('subject.reference');
  });

  test.each<[string, NonNullable<FhirFault['again']>, string | undefined, string]>([
    ['fixture 67: comes again on page 2, newer', 'newer', '2', 'corrected'],
    ['comes again on page 2, in an older version', 'older', '0', 'corrected'],
    ['fixture 29: comes again on page 2, withdrawn', 'withdrawn', '2', 'entered-in-error'],
    ['comes again on page 2, the same', 'same', undefined, 'final'],
  ])('%s', async (_what, again, versionId, status) => {
    await setFaults(sandbox, { fhir: { again } });
    const [first = [], second = []] = (await pagesOf(SEARCH)).map(resources);
    const [original] = first;
    const copy = second.at(-1) as Observation;
    expect(second).toHaveLength(27);
    expect(copy.id).toBe(original?.id);
    expect({ versionId: copy.meta?.versionId, status: copy.status }).toEqual({ versionId, status });
    const isTheSame = JSON.stringify(copy) === JSON.stringify(original);
    expect(isTheSame).toBe(again === 'same');
  });

  test.each<[string, NonNullable<FhirFault['outcome']>, string, number]>([
    ['fixture 53: is the outcome 4101, alone', 'nothingFound', '4101', 0],
    ['fixture 54: is the outcome 59204 beside results', 'suppressed', '59204', 50],
    ['fixture 55: is the outcome 4119 beside results', 'maybeNotAll', '4119', 50],
  ])('%s', async (_what, outcome, number, results) => {
    await setFaults(sandbox, { fhir: { outcome } });
    const page = await bundle('/Observation?patient=adam');
    const { entry = [], total } = page;
    expect(entry).toHaveLength(results + 1);
    expect(total).toBe(results === 0 ? 0 : 126);
    expect(nextOf(page) === 'no next link').toBe(results === 0);
    expect(entry.at(-1)?.search?.mode).toBe('outcome');
    expect(entry.at(-1)?.resource).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'warning', details: { coding: [{ code: number }] } }],
    });
  });

  test.each<[string, NonNullable<FhirFault['extra']>, string[], string]>([
    ['fixture 70: is included, not found', 'included', ['Provenance', 'Device'], 'include'],
    ['is of a type that nobody asked for', 'unknown', ['ObservationLikeThing', 'Basic'], 'match'],
    ['fixture 71: contains others', 'contained', ['Observation'], 'match'],
  ])('%s', async (_what, extra, types, mode) => {
    await setFaults(sandbox, { fhir: { extra } });
    const { entry = [] } = await bundle('/Observation?patient=adam');
    const added = entry.slice(50);
    expect(added.map(({ resource }) => resource?.resourceType)).toEqual(types);
    expect(new Set(added.map(({ search }) => search?.mode))).toEqual(new Set([mode]));
    expect(JSON.stringify(added).includes('"contained"')).toBe(extra === 'contained');
  });
});
