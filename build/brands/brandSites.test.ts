import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleBrands, sampleTemplate } from '../../sandbox/brands/sampleBrands.ts';
import { VENDORS } from '../../sandbox/vendors/vendor.ts';
import { siteForIss } from '../../src/smart/site/site.ts';
import { checkedSites, checkedTemplate, sandboxSites } from '../sites/siteFile.ts';
import { bundle, endpoint, organization, R4, readBrands, reportBeside, templateOf } from './brandFixture.ts';
import { brandedSites } from './brandSites.ts';
import { readAllSites } from './readAllSites.ts';

test('each endpoint becomes a site from the template, under the names of its brands', () => {
  const { sites, report } = readBrands(
    bundle(
      endpoint('a', 'https://a.care.example/R4'),
      organization('child', 'Care Kids', [], {
        partOf: { reference: 'Organization/main' },
        address: [{ city: 'Monona', state: 'WI' }, { postalCode: '53716' }],
      }),
      organization('main', 'Care Health', ['a'], { alias: ['Old Name'] }),
    ),
  );
  expect(sites).toHaveLength(1);
  expect(sites[0]).toMatchObject({
    label: 'Care Health',
    iss: 'https://a.care.example/R4',
    clientId: 'patients',
    vendor: 'epic',
    launch: ['standalone'],
    redirectUri: 'https://longview.example/a.care.example.html',
    authOrigins: ['https://a.care.example'],
    brands: [
      { name: 'Care Health', places: [], aliases: ['Old Name'], portal: '' },
      { name: 'Care Kids', places: ['Monona, WI', '53716'], aliases: ['Care Health'], portal: '' },
    ],
  });
  expect(report).toBe('brands.json: 2 places at 1 servers.');
});

test('the site of an issuer stays exact, and its id the same from build to build', () => {
  const one = bundle(endpoint('a', 'https://a.care.example/r4'), organization('o', 'Care', ['a']));
  const { sites } = readBrands(one);
  expect(siteForIss(sites, 'https://a.care.example/r4/')).toBe(sites[0]);
  for (const iss of ['https://a.care.example/r4/x', 'https://a.care.example', 'https://b.care.example/r4'])
    expect(siteForIss(sites, iss)).toBeUndefined();
  expect(readBrands(one).sites[0]?.id).toBe(sites[0]?.id);
});

test('a portal with several endpoints leads to its first one of R4', () => {
  const { sites, report } = readBrands(
    bundle(
      endpoint('r2', 'https://a.care.example/dstu2', { extension: [{ ...R4[0], valueCode: '1.0.2' }] }),
      endpoint('r4', 'https://a.care.example/r4'),
      endpoint('images', 'https://a.care.example/images'),
      organization('o', 'Care', [], {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/organization-portal',
            extension: [
              { url: 'portalName', valueString: 'MyCare' },
              ...['r2', 'r4', 'images'].map((id) => ({
                url: 'portalEndpoint',
                valueReference: { reference: `Endpoint/${id}` },
              })),
            ],
          },
        ],
      }),
    ),
  );
  expect(sites.map(({ iss }) => iss)).toEqual(['https://a.care.example/r4']);
  expect(sites[0]?.brands?.[0]?.portal).toBe('MyCare');
  expect(report).toContain('1 endpoints that are not said to be FHIR R4');
  expect(report).toContain('1 further endpoints of one portal');
});

test.each([
  ['http', 'http://a.care.example/r4', 'plain https'],
  ['a user name', 'https://x@a.care.example/r4', 'plain https'],
  ['a query', 'https://a.care.example/r4?x=1', 'plain https'],
  ['a path that browsers read otherwise', 'https://a.care.example/x/../r4', 'plain https'],
  ['a line break for a header', 'https://a.care.example/r4\r\nX: y', 'plain https'],
  ['a host outside', 'https://evil.example/r4', 'a host that the site file does not allow'],
  ['a host that only ends alike', 'https://evilcare.example/r4', 'a host that the site file does not allow'],
  ['script', 'javascript:alert(1)', 'plain https'],
])('an endpoint with %s is left out and counted', (_, address, reason) => {
  const report = reportBeside(endpoint('bad', address), organization('bad', 'Bad', ['bad']));
  expect(report).toContain('1 places at 1 servers');
  expect(report).toContain(reason);
  expect(report).toContain('1 brands whose endpoints were left out');
});

test.each([
  ['turned off', { status: 'off' }, 'endpoints that are not active'],
  ['of another kind', { connectionType: { code: 'ihe-xds' } }, 'endpoints that are not FHIR over REST'],
  ['without a version', { extension: [] }, 'endpoints that are not said to be FHIR R4'],
  ['without a type of connection', { connectionType: undefined }, 'Endpoint resources that cannot be read'],
])('an endpoint that is %s is left out and counted', (_, more, reason) => {
  expect(
    reportBeside(endpoint('x', 'https://x.care.example/r4', more), organization('x', 'X', ['x'])),
  ).toContain(`1 ${reason}`);
});

test('brands that are not active, without an endpoint, or part of themselves are left out', () => {
  const report = reportBeside(
    organization('closed', 'Closed', ['good'], { active: false }),
    organization('none', 'None', []),
    organization('circle', 'Circle', [], { partOf: { reference: 'Organization/circle' } }),
    organization('lost', 'Lost', ['missing']),
  );
  expect(report).toContain('1 brands that are not active');
  expect(report).toContain('2 brands without an endpoint');
  expect(report).toContain('1 brands whose endpoints were left out');
});

test('markup in a name stays text, and what stands twice counts once', () => {
  const { sites, report } = readBrands(
    bundle(
      endpoint('a', 'https://a.care.example/r4'),
      organization('o', '</script><b>Care', ['a']),
      organization('p', '</script><b>Care', ['a']),
      endpoint('a', 'https://a.care.example/r4'),
    ),
  );
  expect(sites[0]?.brands?.map(({ name }) => name)).toEqual(['</script><b>Care']);
  expect(report).toContain('1 brands that stand twice');
  expect(report).toContain('1 Endpoint resources that stand twice under one id');
});

test.each([
  ['nothing', null],
  ['no resource', {}],
  ['a list in its place', { resource: [] }],
  ['a number for its address', { fullUrl: 7, resource: {} }],
])('an entry with %s is left out and counted, and the others count', (_, entry) => {
  const document = bundle(endpoint('a', 'https://a.care.example/r4'), organization('o', 'Care', ['a']));
  const entries = [entry, ...Object(document).entry];
  const { report } = readBrands({ ...document, entry: entries });
  expect(report).toBe('brands.json: 1 places at 1 servers.\n  left out: 1 entries that hold no resource');
});

test('a template without a site and without a bundle is no site file to build', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'longview-brands-'));
  const path = join(folder, 'sites.json');
  writeFileSync(path, JSON.stringify({ sites: [], brands: { clientId: 'x', hosts: ['*'] } }));
  try {
    await expect(readAllSites({ LONGVIEW_SITES: path })).rejects.toThrow('has no site of its own');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an endpoint of the site file keeps the client id of the file, and one that opens from a chart only is left out', () => {
  const sites = checkedSites(
    {
      sites: [
        { id: 'own', label: 'Own', iss: 'https://own.care.example/r4', clientId: 'own-client' },
        {
          id: 'chart',
          label: 'Chart',
          iss: 'https://own.care.example/chart',
          clientId: 'x',
          launch: ['ehr'],
        },
      ],
    },
    'sites.json',
  );
  const { sites: all, report } = readBrands(
    bundle(
      endpoint('own', 'https://own.care.example/r4/'),
      endpoint('chart', 'https://own.care.example/chart'),
      organization('o', 'Own Care', ['own']),
      organization('c', 'Chart Care', ['chart']),
    ),
    {},
    sites,
  );
  expect(all.map(({ id, clientId, brands }) => [id, clientId, brands?.[0]?.name])).toEqual([
    ['own', 'own-client', 'Own Care'],
    ['chart', 'x', undefined],
  ]);
  expect(report).toContain('1 endpoints that the site file opens from a chart only');
});

test.each([
  ['another resource', { resourceType: 'Patient' }, '/resourceType must be Bundle'],
  ['a search result', { ...bundle(), type: 'searchset' }, '/type must be collection'],
  ['no entries', { resourceType: 'Bundle', type: 'collection' }, '/entry'],
  ['nothing that fits', bundle(), 'Nothing of it fits'],
])('%s instead of a brands bundle stops the build', (_, document, message) => {
  expect(() => readBrands(document)).toThrow(message);
});

test('endpoints with different authorization servers do not come back to one page', () => {
  const document = bundle(
    endpoint('a', 'https://a.care.example/r4'),
    endpoint('b', 'https://b.care.example/r4'),
    organization('a', 'A', ['a']),
    organization('b', 'B', ['b']),
  );
  expect(() => readBrands(document, { redirectUri: undefined })).toThrow('{host}.html');
  expect(() => readBrands(document, { redirectUri: 'https://longview.example/index.html' })).toThrow(
    '{host}.html',
  );
  expect(
    readBrands(document, { redirectUri: undefined, authOrigins: ['https://login.care.example'] }).sites,
  ).toHaveLength(2);
});

test('more than 1,000 servers are refused', () => {
  const numbers = Array.from({ length: 1001 }, (_, i) => i);
  expect(() =>
    readBrands(
      bundle(
        ...numbers.flatMap((i) => [
          endpoint(`e${i}`, `https://h${i}.care.example/r4`),
          organization(`o${i}`, `Care ${i}`, [`e${i}`]),
        ]),
      ),
    ),
  ).toThrow('at most 1000');
});

test.each([
  ['a host with a scheme', { hosts: ['https://a.example'] }, '/brands/hosts/0 must match pattern'],
  ['no host', { hosts: [] }, '/brands/hosts must not be empty'],
  ['a field of a chart', { frameAncestors: [] }, '/brands must NOT have additional properties'],
  ['a scope that writes', { scopes: ['patient/Observation.write'] }, '/brands/scopes/0'],
  ['a page that begins a sign-in', { redirectUri: 'https://l.example/launch.html' }, '/brands/redirectUri'],
])('a template with %s stops the build', (_, more, message) => {
  expect(() => templateOf(more)).toThrow(message);
});

test('the sample of the sandbox fits, other than its endpoints of an older FHIR and of a strange host', () => {
  const origin = 'http://127.0.0.1:5300';
  const template = checkedTemplate(sampleTemplate(origin), 'sandbox');
  const { report } = brandedSites(
    sandboxSites(origin, [...VENDORS]),
    template ?? templateOf(),
    sampleBrands(origin),
    'sandbox',
  );
  expect(report).toBe(
    [
      'sandbox: 12 places at 5 servers.',
      '  left out: 1 endpoints that are not said to be FHIR R4',
      '  left out: 1 endpoints on a host that the site file does not allow',
      '  left out: 2 brands whose endpoints were left out',
    ].join('\n'),
  );
});
