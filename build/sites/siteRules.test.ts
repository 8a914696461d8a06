import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redirectPages } from './redirectPages.ts';
import { checkedSites, readSites } from './siteFile.ts';
import { scopeProblem } from './siteRules.ts';

const general = {
  id: 'general',
  label: 'General Hospital',
  iss: 'https://fhir.general.example/r4',
  clientId: 'longview',
};
const county = { id: 'county', label: 'County Clinic', iss: 'https://fhir.county.example/r4', clientId: 'c' };
const at = (page: string): object => ({ redirectUri: `https://longview.example/${page}` });

/** Returns what the build says to these sites. */
function message(...sites: readonly object[]): string {
  try {
    checkedSites({ sites }, 'sites.json');
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'accepted';
}

test.each([
  ['SMART 1', 'patient/Observation.write', 'right to write'],
  ['SMART 1, all rights', 'patient/Observation.*', 'right to write'],
  ['every resource, all rights', 'user/*.*', 'right to write'],
  ['create', 'patient/Observation.c', 'right to write'],
  ['update', 'user/Observation.u', 'right to write'],
  ['delete', 'patient/Observation.d', 'right to write'],
  ['all of SMART 2', 'patient/Observation.cruds', 'right to write'],
  ['read and delete', 'patient/Observation.rds', 'right to write'],
  ['a part of the results', 'patient/Observation.cr?category=laboratory', 'right to write'],
  ['a system', 'system/Observation.rs', 'whole system'],
  ['a system in capitals', 'SYSTEM/*.read', 'whole system'],
  ['a system in a form of its own', 'https://api.example/system.all.read', 'whole system'],
  ['a system behind colons', 'urn:example:system:all', 'whole system'],
  ['a system before a hyphen', 'system-Observation.read', 'whole system'],
  ['reading and writing in one word', 'https://api.example/fhir.readwrite', 'right to write'],
  ['a right before its extent', 'https://api.example/fhir.ReadWrite.All', 'right to write'],
  ['capitals', 'Patient/Observation.WRITE', 'right to write'],
  ['a form of its own', 'patient.Observation.write', 'right to write'],
  ['all of a form of its own', 'api://longview/patient.all.all', 'right to write'],
  ['no FHIR at all', 'urn:example:tenant:write', 'right to write'],
])('a scope that asks to write or for a system stops the build: %s', (_, scope, reason) => {
  const said = message({ ...general, scopes: ['patient/Patient.r', scope] });
  expect(said).toContain(`/sites/0/scopes/1 ${scope} asks for`);
  expect(said).toContain(reason);
});

test.each([
  'https://system.example/fhir.read',
  'https://write.create.example/patient.read',
  'api://longview/user.read',
])('a scope is known by its path and not by its host: %s', (scope) => {
  expect(scopeProblem(scope)).toBeUndefined();
});

test('whatever rights a scope of SMART has, it is accepted only where it reads', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('patient', 'user'),
      fc.constantFrom('*', 'Observation', 'Patient'),
      fc.subarray([...'cruds'], { minLength: 1 }).map((rights) => rights.join('')),
      fc.constantFrom('', '?category=system/x', '?code=a.write'),
      (context, type, rights, query) => {
        const isReading = !/[cud]/.test(rights);
        expect(scopeProblem(`${context}/${type}.${rights}${query}`) === undefined).toBe(isReading);
        expect(scopeProblem(`system/${type}.${rights}${query}`)).toContain('whole system');
      },
    ),
  );
});

test.each([
  [
    'a resource that Longview does not read',
    { resources: ['AllergyIntolerance'] },
    '/resources/0 AllergyInt',
  ],
  ['no time', { idleMinutes: 0 }, '/idleMinutes must be > 0'],
  ['less than no time', { idleMinutes: -15 }, '/idleMinutes must be > 0'],
  ['a blink', { idleMinutes: 0.001 }, '/idleMinutes must be > 0'],
  ['a week', { idleMinutes: 10_080 }, '/idleMinutes must be <= 720'],
  ['for ever', { idleMinutes: Infinity }, '/idleMinutes must be <= 720'],
  ['no number', { idleMinutes: Number.NaN }, '/idleMinutes must be number, not NaN'],
  ['a number in words', { idleMinutes: '15' }, '/idleMinutes must be number'],
  ['a label of blanks', { label: '   ' }, '/label must hold no'],
  ['a label with a line break', { label: 'General\nHospital' }, '/label must hold no control character'],
  ['a label that turns its direction', { label: 'General \u202elatipsoH' }, '/label must hold no'],
  ['a label with an isolate', { label: '\u2066General\u2069' }, '/label must hold no'],
  ['a label with a character that nobody sees', { label: 'General\u200bHospital' }, '/label must hold no'],
  ['a label with a hidden text', { label: 'General\u{e0041}' }, '/label must hold no'],
  ['a label as long as a page', { label: 'x'.repeat(101) }, '/label must not be longer than 100'],
  ['a contact that turns its direction', { contact: 'call \u202e991' }, '/contact must hold no'],
  ['a client id with a line break', { clientId: 'long\nview' }, '/clientId must hold visible ASCII'],
  ['a client id of another script', { clientId: 'lоngview' }, '/clientId must hold visible ASCII'],
  ['an issuer with its own client id', { iss: 'https://a.example/r4?client_id=x' }, '/iss must match'],
  ['an issuer with a fragment', { iss: 'https://a.example/r4#x' }, '/iss must match'],
  ['an issuer with a control character', { iss: 'https://a.example/r4\u0000' }, '/iss must match'],
  ['an issuer of another script', { iss: 'https://a.example/r4/\u202ex' }, '/iss must match'],
  [
    'an issuer with dots',
    { iss: 'https://a.example/x/../r4' },
    '/iss is read by browsers as https://a.example/r4',
  ],
  ['an issuer with hidden dots', { iss: 'https://a.example/x/%2e%2e/r4' }, '/iss is read by browsers as'],
  ['a host in numbers', { iss: 'http://2130706433/r4' }, '/iss is read by browsers as http://127.0.0.1/r4'],
  ['a host that ends with a point', { iss: 'https://a.example./r4' }, '/iss has a host with an empty part'],
  ['a port that does not exist', { iss: 'https://a.example:99999/r4' }, '/iss is not an address'],
  ['port 0', { authOrigins: ['https://a.example:0'] }, '/authOrigins/0 has no port'],
  ['a pinned issuer with a user name', { issuer: 'https://a@b.example' }, '/issuer must match'],
  ['a pinned issuer with a query', { issuer: 'https://b.example?x' }, '/issuer must match'],
  ['a pinned issuer over http', { issuer: 'http://b.example' }, '/issuer must be https'],
  ['a redirect URI over http', { redirectUri: 'http://a.example/' }, '/redirectUri must be https'],
  ['a redirect URI with a fragment', { redirectUri: 'https://a.example/#/' }, '/redirectUri must match'],
  ['a redirect URI with a user name', { redirectUri: 'https://a:b@c.example/' }, '/redirectUri must match'],
  [
    'the launch page',
    { redirectUri: 'https://a.example/launch.html' },
    '/redirectUri is the page that begins',
  ],
  [
    'the page for missing addresses',
    { redirectUri: 'https://a.example/404.html' },
    '/redirectUri is the page for addresses at which there is nothing',
  ],
  [
    'that page without .html',
    { redirectUri: 'https://a.example/x/404' },
    '/redirectUri is the page for addr',
  ],
  ['a frame on any host', { frameAncestors: ['https://*'] }, '/frameAncestors/0 must match'],
  ['an origin with a user name', { extraOrigins: ['https://u@a.example'] }, '/extraOrigins/0 must match'],
  ['a style over http', { styleOrigins: ['http://a.example'] }, '/styleOrigins/0 must be https'],
  ['an offset as a time zone', { timeZone: '+05:30' }, '/timeZone +05:30 is not an IANA time zone'],
  ['a zone that browsers take for Bangladesh', { timeZone: 'BST' }, '/timeZone BST is not an IANA time zone'],
  ['the same in small letters', { timeZone: 'bst' }, '/timeZone bst is not an IANA time zone'],
  ['a zone without summer time', { timeZone: 'EST' }, '/timeZone EST is not an IANA time zone, such as'],
])('a site with %s stops the build with the field and the reason', (_, fields, expected) => {
  expect(message({ ...general, ...fields })).toContain(`/sites/0${expected}`);
});

test.each([
  ['a slash behind it', 'https://fhir.general.example/r4/'],
  ['two slashes behind it', 'https://fhir.general.example/r4//'],
  ['capitals in the host', 'https://FHIR.general.example/r4'],
  ['capitals in the path', 'https://fhir.general.example/R4'],
  ['its default port', 'https://fhir.general.example:443/r4'],
  ['nothing else', 'https://fhir.general.example/r4'],
])('an issuer that another site has, with %s, stops the build', (_, iss) => {
  expect(message(general, { ...county, iss, redirectUri: undefined })).toContain(
    '/sites/1/iss is the same as /sites/0/iss',
  );
});

test('an issuer below the prefix of another site stops the build, in either order', () => {
  const prefix = { ...general, issPrefix: true, allowPrefix: true };
  const below = { ...county, iss: `${general.iss}/tenant`, authOrigins: ['https://fhir.general.example'] };
  expect(message(prefix, below)).toContain('/sites/1/iss lies below /sites/0/iss');
  expect(message(below, prefix)).toContain('/sites/1/iss is a prefix, and /sites/0/iss lies below it');
  expect(message(prefix, { ...below, iss: `${general.iss}b` })).toBe('accepted');
});

test.each<[string, object, object]>([
  ['none', {}, {}],
  ['the same one', at('index.html'), at('index.html')],
  ['none, and the one that is meant then', {}, at('index.html')],
  ['the folder, and none', at('app/'), {}],
  ['the page, and its folder', at('index.html'), at('')],
  ['the page, and the page without .html', at('general.html'), at('general')],
  ['the page in small letters and in capitals', at('General.html'), at('general.html')],
])('two sites with different authorization servers and %s stop the build', (_, own, other) => {
  const said = message({ ...general, ...own }, { ...county, ...other });
  expect(said).toContain('/sites/1/redirectUri is the same page as /sites/0/redirectUri');
  expect(said).toContain('https://fhir.county.example and https://fhir.general.example');
});

test('two sites with different authorization servers are accepted with a redirect URI each', () => {
  expect(message({ ...general, ...at('general.html') }, { ...county, ...at('county.html') })).toBe(
    'accepted',
  );
  expect(message(general, { ...county, ...at('county.html') })).toBe('accepted');
  expect(message({ ...general, ...at('a/index.html') }, { ...county, ...at('b/index.html') })).toBe(
    'accepted',
  );
});

test('a third server beside one that both share makes them different', () => {
  const shared = 'https://auth.example';
  const both = [
    { ...general, authOrigins: [shared] },
    { ...county, authOrigins: [shared, 'https://evil.example'] },
  ];
  expect(message(...both)).toContain('/sites/1/redirectUri is the same page');
  expect(
    message({ ...general, authOrigins: [shared] }, { ...county, authOrigins: ['https://AUTH.example:443'] }),
  ).toBe('accepted');
});

test('two pinned issuers on one origin are two servers; one pinned issuer on two origins is none', () => {
  const authOrigins = ['https://auth.example'];
  const one = { ...general, authOrigins, issuer: 'https://auth.example/t1' };
  const two = { ...county, authOrigins, issuer: 'https://auth.example/t2' };
  expect(message(one, two)).toContain('/sites/1/redirectUri is the same page');
  expect(message(one, { ...two, issuer: one.issuer })).toBe('accepted');
  expect(
    message(
      { ...one, ...at('a.html') },
      { ...two, ...at('b.html'), issuer: one.issuer, authOrigins: undefined },
    ),
  ).not.toBe('accepted');
  const { authOrigins: _, ...elsewhere } = { ...two, issuer: one.issuer };
  expect(message({ ...one, ...at('a.html') }, { ...elsewhere, ...at('b.html') })).toContain(
    '/sites/1/issuer is the one of /sites/0/issuer',
  );
});

test('redirect URIs on two origins stop the build, since the pages are on one', () => {
  const said = message(
    { ...general, ...at('a.html') },
    { ...county, redirectUri: 'https://evil.example/b.html' },
  );
  expect(said).toContain('/sites/1/redirectUri is on another origin than /sites/0/redirectUri');
});

test('origins are written into the pages as browsers write them', () => {
  const [site] = checkedSites(
    {
      sites: [
        {
          ...general,
          authOrigins: ['https://AUTH.example:443', 'https://auth.example'],
          frameAncestors: ['https://EHR.example'],
        },
      ],
    },
    'sites.json',
  );
  expect(site?.authOrigins).toEqual(['https://auth.example']);
  expect(site?.frameAncestors).toEqual(['https://ehr.example']);
});

test('a site file that writes a field twice stops the build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longview-sites-'));
  const path = join(folder, 'sites.json');
  try {
    writeFileSync(
      path,
      JSON.stringify({ sites: [general] }).replace('"clientId"', '"clientId":"other","clientId"'),
    );
    expect(() => readSites({ LONGVIEW_SITES: path })).toThrow('a field is written twice');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the build writes a page for each redirect URI that names one beside index.html', () => {
  const sites = checkedSites(
    {
      sites: [
        { ...general, ...at('general.html') },
        { ...county, ...at('index.html') },
        { ...county, id: 'third', iss: 'https://fhir.third.example/r4', ...at('app/third.v2.html') },
      ],
    },
    'sites.json',
  );
  expect(redirectPages(sites)).toEqual(['general.html', 'third.v2.html']);
});
