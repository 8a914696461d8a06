import { expect, test } from 'vitest';
import { checkedTemplate } from '../sites/siteFile.ts';
import { brandedSites } from './brandSites.ts';

const VERSION = 'http://hl7.org/fhir/StructureDefinition/endpoint-fhir-version';
const PORTAL = 'http://hl7.org/fhir/StructureDefinition/organization-portal';

const endpoint = (id: string, host: string): object => ({
  resourceType: 'Endpoint',
  id,
  status: 'active',
  address: `https://${host}.care.example/r4`,
  connectionType: { code: 'hl7-fhir-rest' },
  extension: [{ url: VERSION, valueCode: '4.0.1' }],
});
const organization = (id: string, name: string, reference?: string, more: object = {}): object => ({
  resourceType: 'Organization',
  id,
  name,
  ...(reference !== undefined && { endpoint: [{ reference }] }),
  ...more,
});

type Entry = readonly [fullUrl: string | undefined, resource: object];

/** Returns what the build says of a bundle, and the host of the server to which each name leads. */
function read(...entries: readonly Entry[]) {
  const template = checkedTemplate(
    { clientId: 'patients', hosts: ['*.care.example'], redirectUri: 'https://longview.example/{host}.html' },
    'sites.json',
  )!;
  const entry = entries.map(([fullUrl, resource]) => ({
    ...(fullUrl !== undefined && { fullUrl }),
    resource,
  }));
  const document = { resourceType: 'Bundle', type: 'collection', entry };
  const { sites, report } = brandedSites([], template, document, 'brands.json');
  const hosts = sites.flatMap(({ iss, brands = [] }) =>
    brands.map(({ name }) => [name, new URL(iss).hostname.split('.')[0]]),
  );
  return { report, hosts: Object.fromEntries(hosts) as Record<string, string> };
}

/** One server's list, with the ids that every publisher counts anew. */
const listOf = (host: string, name: string): readonly Entry[] => [
  [`https://${host}.example/fhir/Endpoint/1`, endpoint('1', host)],
  [`https://${host}.example/fhir/Organization/1`, organization('1', name, 'Endpoint/1')],
];

test('in a bundle of two lists with the same ids each hospital leads to its own server', () => {
  expect(read(...listOf('a', 'Hospital A'), ...listOf('b', 'Hospital B'))).toEqual({
    report: 'brands.json: 2 places at 2 servers.',
    hosts: { 'Hospital A': 'a', 'Hospital B': 'b' },
  });
});

test('the endpoint of a portal and the brand that one is a part of are looked for at the server of their own list', () => {
  const parts = (host: string, name: string): readonly Entry[] => [
    [`https://${host}.example/Endpoint/1`, endpoint('1', host)],
    [
      `https://${host}.example/Organization/main`,
      organization('main', `${name} Health`, undefined, {
        extension: [
          {
            url: PORTAL,
            extension: [{ url: 'portalEndpoint', valueReference: { reference: 'Endpoint/1' } }],
          },
        ],
      }),
    ],
    [
      `https://${host}.example/Organization/kids`,
      organization('kids', `${name} Kids`, undefined, { partOf: { reference: 'Organization/main' } }),
    ],
  ];
  expect(read(...parts('a', 'Ash'), ...parts('b', 'Birch')).hosts).toEqual({
    'Ash Health': 'a',
    'Ash Kids': 'a',
    'Birch Health': 'b',
    'Birch Kids': 'b',
  });
});

test('an endpoint that the own list does not have is not looked for in another', () => {
  const { hosts, report } = read(...listOf('a', 'Hospital A'), [
    'https://b.example/fhir/Organization/2',
    organization('2', 'Hospital B', 'Endpoint/1'),
  ]);
  expect(hosts).toEqual({ 'Hospital A': 'a' });
  expect(report).toContain('left out: 1 brands whose endpoints were left out');
});

test.each([
  ['the whole address', 'https://a.example/fhir/Endpoint/1', 'https://b.example/Organization/9'],
  ['a URN', 'urn:uuid:6d6b0e2c-4f6e-4b07-9ed2-1c1a1e6a6a3e', 'urn:uuid:3bfb2b69-6b6d-4b25-8a1e-0b8a1e0b3c11'],
])('an endpoint is found by %s', (_, fullUrl, ofBrand) => {
  const entries: readonly Entry[] = [
    [fullUrl, endpoint('1', 'a')],
    [ofBrand, organization('9', 'Hospital A', fullUrl)],
  ];
  expect(read(...entries).hosts).toEqual({ 'Hospital A': 'a' });
});

test.each([
  ['no entry says where it stands', undefined, undefined],
  ['the brand alone says it', undefined, 'https://a.example/Organization/9'],
  ['the endpoint alone says it', 'https://a.example/Endpoint/1', undefined],
])('a type and an id are enough where %s', (_, fullUrl, ofBrand) => {
  const entries: readonly Entry[] = [
    [fullUrl, endpoint('1', 'a')],
    [ofBrand, organization('9', 'Hospital A', 'Endpoint/1')],
  ];
  expect(read(...entries).hosts).toEqual({ 'Hospital A': 'a' });
});

test('a type and an id that two servers have name neither of them', () => {
  const { hosts, report } = read(...listOf('a', 'Hospital A'), ...listOf('b', 'Hospital B'), [
    'urn:uuid:3bfb2b69-6b6d-4b25-8a1e-0b8a1e0b3c11',
    organization('9', 'Hospital C', 'Endpoint/1'),
  ]);
  expect(hosts).toEqual({ 'Hospital A': 'a', 'Hospital B': 'b' });
  expect(report).toContain('left out: 1 brands whose endpoints were left out');
});

test.each<[string, string | undefined]>([
  ['without an address', undefined],
  ['at one address', 'https://a.example/Endpoint/1'],
])('an endpoint that stands twice, %s, and names two servers leads to neither', (_, fullUrl) => {
  const { report, hosts } = read(
    [fullUrl, endpoint('1', 'a')],
    [fullUrl, endpoint('1', 'b')],
    [fullUrl?.replace('Endpoint', 'Organization'), organization('1', 'Hospital A', 'Endpoint/1')],
    ['https://c.example/Endpoint/1', endpoint('1', 'c')],
    ['https://c.example/Organization/1', organization('1', 'Hospital C', 'Endpoint/1')],
  );
  expect(hosts).toEqual({ 'Hospital C': 'c' });
  expect(report).toContain('1 Endpoint resources that stand twice under one id');
  expect(report).toContain('1 brands whose endpoints were left out');
});

test('an endpoint that stands twice in two versions leads to the one server that both name', () => {
  const later = { ...endpoint('1', 'a'), name: 'FHIR', meta: { versionId: '2' } };
  expect(
    read(
      [undefined, endpoint('1', 'a')],
      [undefined, later],
      [undefined, organization('1', 'A', 'Endpoint/1')],
    ).hosts,
  ).toEqual({ A: 'a' });
});

test.each(['https://A.care.example/r4', 'https://a.care.example/r4/', 'https://a.care.example/R4'])(
  'an endpoint that stands twice leads to its server where the second writes the address as %s',
  (address) => {
    const { hosts, report } = read(
      [undefined, endpoint('1', 'a')],
      [undefined, { ...endpoint('1', 'a'), address }],
      [undefined, organization('1', 'A', 'Endpoint/1')],
    );
    expect(hosts).toEqual({ A: 'a' });
    expect(report).not.toContain('left out: 1 brands');
  },
);

test.each([[[null]], [[{ city: null, state: 'WI' }]], [[{ city: 7 }]], [['Madison']]])(
  'a hospital whose town cannot be read (%j) is listed without it',
  (address) => {
    expect(
      read([undefined, endpoint('1', 'a')], [undefined, organization('1', 'A', 'Endpoint/1', { address })])
        .hosts,
    ).toEqual({ A: 'a' });
  },
);
