import { expect, test } from 'vitest';
import { checkedSites, checkedTemplate } from './siteFile.ts';

const site = {
  id: 'general',
  label: 'General Hospital',
  iss: 'https://fhir.general.example/r4',
  clientId: 'longview',
};
const message = (fields: object): string => {
  try {
    checkedSites({ sites: [{ ...site, ...fields }] }, 'sites.json');
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'accepted';
};

test('what is left out gets the defaults of the contract', () => {
  expect(checkedSites({ sites: [site] }, 'sites.json')[0]).toMatchObject({
    issPrefix: false,
    redirectUri: '',
    launch: ['ehr', 'standalone'],
    vendor: 'generic',
    scopes: 'auto',
    pkce: 'required',
    refresh: 'none',
    authOrigins: ['https://fhir.general.example'],
    extraOrigins: [],
    idleMinutes: 15,
    maxHours: 12,
    concentrations: 'as-sent',
    identity: false,
    signIn: 'here',
  });
});

test.each([
  ['a field that nobody knows', { iis: 'x' }, '/sites/0 must NOT have additional properties (iis)'],
  [
    'an unknown vendor',
    { vendor: 'acme' },
    '/sites/0/vendor must be equal to one of the allowed values: generic, epic, oracle, meditech',
  ],
  [
    'a document of the server for its base',
    { iss: 'https://fhir.general.example/r4/metadata' },
    '/sites/0/iss is a document of the server; expected the FHIR base before it: https://fhir.general.example/r4',
  ],
  [
    'its settings for its base',
    { iss: 'https://fhir.general.example/r4/.well-known/smart-configuration' },
    'expected the FHIR base before it: https://fhir.general.example/r4',
  ],
  ['a label that is no text', { label: 7 }, '/sites/0/label must be string, not 7'],
  ['a list that is none', { authOrigins: 'https://a.example' }, '/sites/0/authOrigins must be Array, not "'],
  ['an empty list', { launch: [] }, '/sites/0/launch must not be empty'],
  ['a launch named twice', { launch: ['ehr', 'ehr'] }, '/sites/0/launch must NOT have duplicate items'],
  ['scopes that are none', { scopes: ['a b'] }, '/sites/0/scopes must be one of auto, v1, v2, or a list'],
  ['a scope without rights', { scopes: ['patient/Observation'] }, '/sites/0/scopes must be one of'],
  ['rights in another order', { scopes: ['patient/Observation.sr'] }, '/sites/0/scopes must be one of'],
  ['a scope with an empty query', { scopes: ['patient/Observation.rs?'] }, '/sites/0/scopes must be one of'],
  [
    'a query without a value',
    { scopes: ['patient/Observation.rs?category'] },
    '/sites/0/scopes must be one of',
  ],
  ['a quote in a scope', { scopes: ['launch"x'] }, '/sites/0/scopes must be one of'],
  ['no time at all', { idleMinutes: 0 }, '/sites/0/idleMinutes must be > 0'],
  ['a session without an end', { maxHours: 24.01 }, '/sites/0/maxHours must be <= 24 hours'],
  ['a session of no time', { maxHours: 0 }, '/sites/0/maxHours must be > 0'],
  ['a session that ended before', { maxHours: -1 }, '/sites/0/maxHours must be > 0'],
  ['a limit in words', { maxHours: '12 h' }, '/sites/0/maxHours must be number'],
  ['units that nobody knows', { concentrations: 'molar' }, '/sites/0/concentrations must be equal to one of'],
  ['nobody to call', { call: '' }, '/sites/0/call must'],
  [
    'a call with a line break',
    { call: 'the nurse line\n+1 555 010 0199' },
    '/sites/0/call must hold no control',
  ],
  ['a call that turns round', { call: '+1 555 \u202e010 0199' }, '/sites/0/call must hold no control'],
  ['a call with hidden characters', { call: '+1 555\u200b 010 0199' }, '/sites/0/call must hold no control'],
  ['a call of a page', { call: 'x'.repeat(201) }, '/sites/0/call must not be longer than 200'],
  ['a call that is no text', { call: 15_550_100_199 }, '/sites/0/call must be string'],
  ['a system that is no URI', { identifierSystem: 'MRN' }, 'expected the URI of a system'],
  [
    'a list with none',
    { identifierSystem: ['urn:oid:1.2', 'MRN'] },
    '/sites/0/identifierSystem must be the URI',
  ],
  ['an empty list of systems', { identifierSystem: [] }, '/sites/0/identifierSystem must be the URI'],
  [
    'the name of an inherited property',
    { constructor: 'x' },
    '/sites/0 must NOT have additional properties (constructor)',
  ],
  ['no PKCE', { pkce: 'off' }, '/sites/0/pkce must be equal to one of the allowed values: required, always'],
  ['http on another machine', { iss: 'http://fhir.general.example' }, '/sites/0/iss must be https'],
  ['an issuer with a query', { iss: 'https://fhir.general.example?x=1' }, '/sites/0/iss must match pattern'],
  [
    'an issuer with user and password',
    { iss: 'https://a:b@fhir.general.example' },
    'expected an absolute address',
  ],
  ['a prefix for everybody', { issPrefix: true }, '"allowPrefix": true'],
  [
    'an origin with a path',
    { extraOrigins: ['https://pages.example/x'] },
    '/sites/0/extraOrigins/0 must match pattern',
  ],
  [
    'a time zone that does not exist',
    { timeZone: 'Moon/Sea' },
    '/sites/0/timeZone Moon/Sea is not an IANA time zone',
  ],
])('%s stops the build with the path and what was expected', (_, fields, expected) => {
  expect(message(fields)).toContain(expected);
});

test.each([
  ['sessionMinutes', 90, 'maxHours', '"maxHours": 1.5'],
  ['siUnits', 'g/L', 'concentrations', '"concentrations": "si-mass"'],
  ['siUnits', 'molar', 'concentrations', '"concentrations": "as-sent"'],
  ['urgentPhone', '+1 555 010 0199', 'call', '"call": "+1 555 010 0199"'],
])(
  'the old name %s, which is now %s, stops the build, and the message says how to write it',
  (old, value, name, written) => {
    const told = message({ [old]: value });
    expect(told).toContain(`/sites/0 must NOT have additional properties (${old})`);
    expect(told).toContain(`renamed to ${name}`);
    expect(told).toContain(written);
    const template = { clientId: 'longview', hosts: ['*'], [old]: value };
    expect(() => checkedTemplate(template, 'sites.json')).toThrow(
      `/brands must NOT have additional properties (${old}): this field was renamed to ${name}`,
    );
  },
);

test.each([[1 / 3], [0.0001], [24]])('a session may last %d hours', (maxHours) => {
  expect(checkedSites({ sites: [{ ...site, maxHours }] }, 'sites.json')[0]?.maxHours).toBe(maxHours);
});

test('one system of identifiers is a list of one, and a list keeps its order', () => {
  const systemsOf = (identifierSystem?: unknown) =>
    checkedSites(
      { sites: [{ ...site, ...(identifierSystem !== undefined && { identifierSystem }) }] },
      'sites.json',
    )[0]?.identifierSystem;
  expect(systemsOf('urn:oid:1.2.3')).toEqual(['urn:oid:1.2.3']);
  expect(systemsOf(['https://b.example/mrn', 'urn:oid:1.2.3'])).toEqual([
    'https://b.example/mrn',
    'urn:oid:1.2.3',
  ]);
  expect(systemsOf()).toBeUndefined();
});

const ORIGIN_FIELDS = ['authOrigins', 'extraOrigins', 'styleOrigins', 'frameAncestors'];
const NO_ORIGIN = [
  'https://a.example/path',
  'https://a.example/',
  'https://a.example; script-src *',
  'https://a.example;script-src',
  'https://a.example,b.example',
  "https://a.example'unsafe-inline'",
  'https://a.example" always; add_header X "y',
  'https://a.example\r\nX-Injected: yes',
  'https://a.example\n',
  'https://a.example{',
  'https://$host',
  'https://a.example\\',
  'https://a.example *',
  'https://*',
  '*',
  "'unsafe-eval'",
  'data:',
];
test.each(ORIGIN_FIELDS.flatMap((field) => NO_ORIGIN.map((text) => ({ field, text }))))(
  '$field: $text cannot get into a header: the build stops and names the field',
  ({ field, text }) => {
    expect(message({ [field]: ['https://fine.example', text] })).toContain(`/sites/0/${field}/1 must match`);
  },
);
test.each(['iss', 'redirectUri'])('%s has a plain host, since its origin goes into a header', (field) => {
  for (const host of [
    'a.example;script-src',
    "a.example'",
    'a.example,b',
    '$a',
    'a"',
    '*.a.example',
    '[::1]',
  ])
    expect(message({ [field]: `https://${host}/r4` })).toContain(`/sites/0/${field} must match`);
});
test('no field may name every host below one', () => {
  for (const field of ORIGIN_FIELDS)
    for (const host of ['https://*.ehr.example', 'https://*.ehr.example:8443', 'https://ehr.*.example'])
      expect(message({ [field]: [host] })).toContain(`/sites/0/${field}/0 must match`);
  expect(message({ frameAncestors: ['https://*.ehr.example'] })).toContain('without a wildcard');
});

test.each([
  [null, '/ must be Object, not null'],
  [{}, "/ must have required property 'sites'"],
  [{ sites: [] }, '/sites must not be empty'],
  [{ sites: [site, 'x'] }, '/sites/1 must be Object, not "x"'],
  [{ sites: [{ ...site, id: undefined }] }, '/sites/0/id must be string, not undefined'],
  [{ sites: [{ id: 'general' }] }, "/sites/0 must have required property 'label'"],
  [JSON.parse(`{"__proto__":{"sites":[${JSON.stringify(site)}]}}`), "/ must have required property 'sites'"],
])('%j is no site file', (document, expected) => {
  expect(() => checkedSites(document, 'sites.json')).toThrow(expected);
});

test('two sites with one id stop the build', () => {
  expect(() => checkedSites({ sites: [site, site] }, 'sites.json')).toThrow(
    '/sites/0/id general is used twice',
  );
});

test('granular scopes, and scopes of a server of its own, are taken as they are written', () => {
  const scopes = [
    'patient/Patient.r',
    'patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory',
    'patient/Observation.rs?category=http://hl7.org/fhir/us/core/CodeSystem/us-core-category|sdoh&date=ge2020',
    'patient/*.read',
    'user/Practitioner.r',
    'patient.Observation.read',
    'openid',
    'urn:example:tenant-read',
  ];
  const document = { sites: [{ id: 'a', label: 'A', iss: 'https://a.example', clientId: 'c', scopes }] };
  expect(checkedSites(document, 'test')[0]?.scopes).toEqual(scopes);
});
