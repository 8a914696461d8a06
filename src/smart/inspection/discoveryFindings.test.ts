import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { checkedDiscovery } from '../discovery/discovery.ts';
import { discoveryFindings } from './discoveryFindings.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import type { Site } from '../site/site.ts';

const ISS = 'https://fhir.general.example/r4';
const good = {
  issuer: 'https://fhir.general.example',
  authorization_endpoint: 'https://fhir.general.example/authorize',
  token_endpoint: 'https://fhir.general.example/token',
  revocation_endpoint: 'https://fhir.general.example/revoke',
  jwks_uri: 'https://fhir.general.example/jwks',
  code_challenge_methods_supported: ['S256'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  scopes_supported: ['patient/*.rs', 'patient/*.read'],
  capabilities: [
    'launch-ehr',
    'launch-standalone',
    'client-public',
    'context-ehr-patient',
    'context-standalone-patient',
    'context-banner',
    'permission-patient',
    'permission-v1',
    'permission-v2',
  ],
};

beforeAll(() => vi.stubGlobal('location', new URL('https://longview.example/index.html')));

const findingsOf = (document: object, site: Site, iss = ISS) =>
  discoveryFindings(document, site, iss, ['Some Vendor', 'Another']);
const found = (document: object, site: Partial<Site> = {}, field = '') =>
  findingsOf(document, siteOf(site)).find((finding) => finding.field === field);

test('a document with all that is needed has nothing to say against it', () => {
  expect(findingsOf(good, siteOf()).filter(({ state }) => state !== 'ok')).toEqual([]);
});

test('an issuer is shown as it was sent, since it is compared letter by letter', () => {
  expect(found(good, {}, 'issuer')?.value).toBe('https://fhir.general.example');
  expect(found({ ...good, issuer: 'https://fhir.general.example/' }, {}, 'issuer')?.value).toBe(
    'https://fhir.general.example/',
  );
});

describe('each field says what it is, and why that matters', () => {
  test.each<[field: string, sent: unknown, state: string, why: RegExp, site?: Partial<Site>]>([
    ['issuer', undefined, 'odd', /E08/],
    ['issuer', undefined, 'missing', /id_token/, { identity: true }],
    ['issuer', undefined, 'ok', /site file names it/, { issuer: 'https://other.example' }],
    ['issuer', 7, 'odd', /E08/],
    ['issuer', 'S256', 'wrong', /not an address/],
    ['issuer', 'http://fhir.general.example', 'wrong', /E03.*https/],
    ['issuer', 'https://other.example', 'wrong', /E03.*set it as issuer/],
    [
      'issuer',
      'https://third.example',
      'wrong',
      /E03.*in the site file/,
      { issuer: 'https://other.example' },
    ],
    ['issuer', 'https://other.example', 'ok', /letter by letter/, { issuer: 'https://other.example' }],
    ['issuer', 'https://user@fhir.general.example', 'wrong', /user name/],
    ['issuer', 'https://fhir.general.example/?a=b', 'odd', /without query/],
    ['authorization_endpoint', undefined, 'missing', /E03/],
    ['authorization_endpoint', 7, 'missing', /E03/],
    ['authorization_endpoint', 'https://', 'wrong', /https address/],
    ['authorization_endpoint', 'http://fhir.general.example/authorize', 'wrong', /Not https/],
    ['authorization_endpoint', 'javascript:alert(1)', 'wrong', /Not https/],
    [
      'authorization_endpoint',
      'https://login.other.example/a',
      'wrong',
      /add https:\/\/login\.other\.example to authOrigins/,
    ],
    [
      'authorization_endpoint',
      '//login.other.example/a',
      'wrong',
      /add https:\/\/login\.other\.example to authOrigins/,
    ],
    ['authorization_endpoint', '../auth/authorize', 'odd', /Relative/],
    ['authorization_endpoint', 'https://fhir.general.example/a?client_id=x', 'wrong', /has client_id/],
    ['token_endpoint', 'https://fhir.general.example/token#x', 'wrong', /fragment.*E03/],
    ['management_endpoint', 'https://user@any.example/manage', 'odd', /does not link to it/],
    ['authorization_endpoint', 'https://fhir.general.example/a?p=b2c', 'ok', /keeps its query/],
    ['token_endpoint', undefined, 'missing', /E03/],
    ['revocation_endpoint', undefined, 'odd', /End session/],
    ['jwks_uri', undefined, 'ok', /Not needed/],
    ['jwks_uri', undefined, 'missing', /verified/, { identity: true }],
    ['management_endpoint', 'manage', 'odd', /does not link to it/],
    ['management_endpoint', 'https://any.example/manage', 'ok', /own sign-in links to it/],
    ['code_challenge_methods_supported', undefined, 'missing', /pkce to “always”/],
    ['code_challenge_methods_supported', ['plain'], 'wrong', /E03/],
    ['code_challenge_methods_supported', ['S256', 'plain'], 'odd', /forbids plain/],
    ['code_challenge_methods_supported', undefined, 'odd', /sends S256 anyway/, { pkce: 'always' }],
    ['grant_types_supported', undefined, 'missing', /requires/],
    [
      'grant_types_supported',
      ['client_credentials'],
      'wrong',
      /does not support the authorization code flow/,
    ],
    [
      'grant_types_supported',
      ['authorization_code'],
      'odd',
      /often leave out refresh_token .*\(Some Vendor, Another\)/,
      { refresh: 'online' },
    ],
    ['scopes_supported', undefined, 'odd', /Recommended/],
    ['scopes_supported', ['patient/Patient.rs'], 'odd', /Observation/],
    ['authorization_response_iss_parameter_supported', true, 'ok', /E08/],
    ['authorization_response_iss_parameter_supported', 'yes', 'odd', /compares iss/],
    ['capabilities', undefined, 'missing', /v1 scopes/],
  ])('%s: %j is %s', (field, sent, state, why, site = {}) => {
    const finding = found({ ...good, [field]: sent }, site, field);
    expect(finding?.state).toBe(state);
    expect(finding?.why).toMatch(why);
  });

  test.each<[capability: string, announced: string[], state: string, site?: Partial<Site>]>([
    ['launch-ehr', ['launch-standalone'], 'missing'],
    ['launch-standalone', ['launch-ehr'], 'missing'],
    ['client-public', ['launch-ehr'], 'missing'],
    ['context-banner', ['context-passthrough-banner'], 'ok'],
    ['sso-openid-connect', ['launch-ehr'], 'missing', { identity: true }],
    ['permission-offline', ['permission-online'], 'missing', { refresh: 'offline' }],
    ['permission-v1, permission-v2', ['permission-v1'], 'ok'],
    ['permission-v1, permission-v2', ['permission-v1'], 'missing', { scopes: 'v2' }],
    ['permission-v1, permission-v2', ['permission-v2'], 'missing', { scopes: 'v1' }],
    ['permission-v1, permission-v2', ['launch-ehr'], 'ok', { scopes: ['patient/*.rs'] }],
  ])('%s among %j is %s', (capability, capabilities, state, site = {}) => {
    expect(found({ ...good, capabilities }, site, capability)?.state).toBe(state);
  });

  test('what the site does not use is not asked of the server', () => {
    const fields = findingsOf(good, siteOf({ launch: ['standalone'] })).map(({ field }) => field);
    expect(fields).not.toContain('launch-ehr');
    expect(fields).not.toContain('sso-openid-connect');
  });
});

test('under a prefix, what stands for one launch is not shown', () => {
  const site = siteOf({
    iss: 'https://launcher.example/v/r4/sim',
    issPrefix: true,
    authOrigins: ['https://launcher.example'],
  });
  const iss = 'https://launcher.example/v/r4/sim/WzAsInBhdGllbnQtMTIzIl0/fhir';
  const document = { ...good, authorization_endpoint: iss.replace(/fhir$/, 'auth/authorize') };
  expect(JSON.stringify(findingsOf(document, site, iss))).not.toContain('WzAs');
});

const STOPPING = new Set([
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'revocation_endpoint',
  'jwks_uri',
  'code_challenge_methods_supported',
]);

test('for any document: never throws, one row a field, and stops where a launch would', () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      'S256',
      'https://fhir.general.example/x',
      'http://a.example',
      '../x',
      'https://[',
      'data:x',
      '//b.example',
      '?',
    ),
    fc.array(
      fc.oneof(
        fc.constantFrom('S256', 'plain', 'launch-ehr', 'permission-v2', 'patient/*.rs'),
        fc.jsonValue(),
      ),
    ),
  );
  const document = fc.record(
    Object.fromEntries(
      Object.entries({ ...good, management_endpoint: '' }).map(([name, value]) => [
        name,
        fc.oneof(fc.constant(value), odd),
      ]),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      document,
      fc.constantFrom<Site['pkce']>('required', 'always'),
      fc.boolean(),
      (sent, pkce, identity) => {
        const site = siteOf({ pkce, identity });
        const findings = findingsOf(sent, site);
        expect(new Set(findings.map(({ field }) => field)).size).toBe(findings.length);
        const isStopping = findings.some(
          ({ field, state }) =>
            STOPPING.has(field) &&
            (state === 'wrong' || (state === 'missing' && !['jwks_uri', 'issuer'].includes(field))),
        );
        let isStopped = false;
        try {
          checkedDiscovery(sent, site, ISS);
        } catch {
          isStopped = true;
        }
        expect(isStopping).toBe(isStopped);
      },
    ),
  );
});
