import { afterEach, expect, test, vi } from 'vitest';
import { siteOf } from '../../testing/sessionFixture.ts';
import { searchPatients } from './patientSearch.ts';

const site = siteOf({ iss: 'http://localhost:8080/fhir', open: true, launch: [] });
const signal = new AbortController().signal;
const network = vi.spyOn(globalThis, 'fetch');
afterEach(() => network.mockReset());

const patient = (id: unknown, family = 'Marlowe'): object => ({
  resourceType: 'Patient',
  id,
  name: [{ family, given: ['Edwin'] }],
});
const bundle = (resources: readonly unknown[], more: object = {}): object => ({
  resourceType: 'Bundle',
  entry: resources.map((resource) => ({ resource })),
  ...more,
});
const answering = (byPath: Readonly<Record<string, unknown>>): void => {
  network.mockImplementation(async (address) => {
    const { pathname, search } = new URL(address as URL);
    const body = byPath[pathname.replace('/fhir/', '') + search];
    return body === undefined
      ? new Response('{"resourceType":"OperationOutcome"}', { status: 404 })
      : new Response(typeof body === 'string' ? body : JSON.stringify(body));
  });
};
const search = (text: string) => searchPatients(site, text, signal);

test('without a text the first patients are listed', async () => {
  answering({ 'Patient?_count=20': bundle([patient('p1'), patient('p2')]) });
  const { patients, hasMore } = await search(' ');
  expect(patients.map(({ id, name }) => [id, name])).toEqual([
    ['p1', 'MARLOWE, Edwin'],
    ['p2', 'MARLOWE, Edwin'],
  ]);
  expect(hasMore).toBe(false);
});

test('a text is a name and may be an id; who is found twice is listed once', async () => {
  answering({
    'Patient?name=p1&_count=20': bundle([patient('p1'), patient('p7')]),
    'Patient/p1': patient('p1'),
  });
  expect((await search('p1')).patients.map(({ id }) => id)).toEqual(['p1', 'p7']);
});

test('an id that nobody has is no error', async () => {
  answering({ 'Patient?name=Marlowe&_count=20': bundle([patient('p1')]) });
  expect((await search('Marlowe')).patients).toHaveLength(1);
});

test.each(['..', '../Observation', 'a/b', 'a?b', 'x'.repeat(65)])(
  'the text %j is looked for as a name alone, and leaves the search of patients nowhere',
  async (text) => {
    network.mockImplementation(async () => new Response(JSON.stringify(bundle([]))));
    await search(text);
    const asked = network.mock.calls.map(([address]) => new URL(address as URL));
    expect(asked.map(({ pathname }) => pathname)).toEqual(['/fhir/Patient']);
    expect(asked[0]?.searchParams.get('name')).toBe(text);
  },
);

test('no token, no cookie and no link of the server take part', async () => {
  const next = { link: [{ relation: 'next', url: 'https://evil.example/more' }] };
  answering({ 'Patient?_count=20': bundle([patient('p1')], next) });
  expect((await search('')).hasMore).toBe(true);
  expect(network).toHaveBeenCalledOnce();
  const [, request] = network.mock.calls[0] ?? [];
  expect(request).toMatchObject({
    credentials: 'omit',
    redirect: 'manual',
    headers: { accept: 'application/fhir+json' },
  });
  expect(Object.keys(request?.headers ?? {})).toEqual(['accept']);
});

test('entries without a usable id, of another type or replaced by another patient are left out', async () => {
  const replaced = { ...patient('p9'), link: [{ type: 'replaced-by', other: { reference: 'Patient/p1' } }] };
  answering({
    'Patient?_count=20': bundle([
      patient('..'),
      patient('a/b'),
      patient(7),
      patient(undefined),
      null,
      'text',
      { resourceType: 'Observation', id: 'o1' },
      replaced,
      patient('p1'),
    ]),
  });
  expect((await search('')).patients.map(({ id }) => id)).toEqual(['p1']);
});

test('a server that sends more than it was asked for does not fill the page', async () => {
  answering({ 'Patient?_count=20': bundle(Array.from({ length: 500 }, (_, i) => patient(`p${i}`))) });
  const { patients, hasMore } = await search('');
  expect([patients.length, hasMore]).toEqual([20, true]);
});

test.each<readonly [string, () => Promise<Response>, string]>([
  ['a sign-in that is needed after all', async () => new Response('{}', { status: 401 }), 'not-allowed'],
  ['a refusal', async () => new Response('{}', { status: 403 }), 'not-allowed'],
  ['a fault', async () => new Response('<html>', { status: 500 }), 'server'],
  ['a web page', async () => new Response('<!doctype html>'), 'unreadable'],
  ['another resource', async () => new Response('{"resourceType":"CapabilityStatement"}'), 'unreadable'],
  [
    'a field twice',
    async () => new Response('{"resourceType":"Bundle","resourceType":"Bundle"}'),
    'unreadable',
  ],
  ['no answer', async () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
])('%s is an error of its kind', async (_, answer, failure) => {
  network.mockImplementation(answer);
  await expect(search('')).rejects.toMatchObject({ failure });
});
