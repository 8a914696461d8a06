import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkedDiscovery } from './discovery.ts';
import { isLaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';
import { siteOf } from '../../testing/sessionFixture.ts';

const FHIR = 'https://fhir.general.example/r4';
const AUTH = 'https://auth.general.example';

/** Returns the issuer that a launch goes on with, or the code and the reason of its error. */
function outcomeOf(issuer: unknown, more: Partial<Site> = {}, endpoints: object = {}): string {
  const site = siteOf({ iss: FHIR, ...more });
  const [origin = ''] = site.authOrigins;
  const document = {
    issuer,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    code_challenge_methods_supported: ['S256'],
    ...endpoints,
  };
  try {
    return checkedDiscovery(document, site, site.iss).endpoints.issuer;
  } catch (error) {
    if (!isLaunchError(error)) throw error;
    return `${error.code} ${error.facts['reason']}`;
  }
}

test.each([
  ['the FHIR base', FHIR],
  ['the FHIR base with a slash', `${FHIR}/`],
  ['a path beside the FHIR base, as Epic writes it', 'https://fhir.general.example/oauth2'],
  ['the origin of the FHIR base', 'https://fhir.general.example'],
])('without authOrigins, %s is an issuer of the site', (_, issuer) => {
  expect(outcomeOf(issuer)).toBe(issuer);
});

test.each([
  ['a tenant of an authorization server elsewhere, as Oracle writes it', `${AUTH}/tenants/t1/oidc/idsps/t1/`],
  ['the FHIR base, though it is on none of authOrigins', FHIR],
])('with authOrigins, %s is an issuer of the site', (_, issuer) => {
  expect(outcomeOf(issuer, { authOrigins: [AUTH] })).toBe(issuer);
});

test.each([[undefined], [null], [''], [7], [[FHIR]]])(
  'an issuer of %j is allowed, since SMART asks for one only with OpenID Connect',
  (issuer) => {
    expect(outcomeOf(issuer)).toBe('');
    expect(outcomeOf(issuer, { issuer: 'https://sts.example/t1/' })).toBe('https://sts.example/t1/');
  },
);

test.each([
  [
    'the issuer of another listed site',
    'https://honest.example',
    'is on https://honest.example; if that is right',
  ],
  [
    'a host that begins like ours',
    'https://fhir.general.example.evil.example',
    'is on https://fhir.general.example',
  ],
  ['our host on another port', 'https://fhir.general.example:8443/r4', 'is on https://fhir.general.example'],
  ['our host as a user name', 'https://fhir.general.example@evil.example', 'user name'],
  ['our host with a user name', 'https://honest.example@fhir.general.example/r4', 'user name'],
  ['plain http', 'http://fhir.general.example/r4', 'not https'],
  ['a fragment', `${FHIR}#x`, 'fragment'],
  ['no address', 'fhir.general.example', 'not an address'],
  ['a script', 'javascript:alert(1)', 'not https'],
])('an issuer that is %s stops the launch (E03) with the reason', (_, issuer, reason) => {
  expect(outcomeOf(issuer)).toMatch(/^E03 issuer /);
  expect(outcomeOf(issuer)).toContain(reason);
});

test('a pinned issuer is the only one, letter by letter', () => {
  const pinned = { issuer: 'https://sts.example/t1/' };
  expect(outcomeOf('https://sts.example/t1/', pinned)).toBe('https://sts.example/t1/');
  for (const other of ['https://sts.example/t1', 'https://sts.example/t2/', FHIR, 'https://STS.example/t1/'])
    expect(outcomeOf(other, pinned)).toBe('E03 issuer differs from the one in the site file');
});

test.each([
  ['authorization_endpoint', 'https://fhir.general.example/a?client_id=evil', 'client_id in its query'],
  [
    'authorization_endpoint',
    'https://fhir.general.example/a?p=1&Redirect_Uri=x',
    'Redirect_Uri in its query',
  ],
  ['authorization_endpoint', 'https://fhir.general.example/a?request_uri=urn:x', 'request_uri in its query'],
  ['authorization_endpoint', '/authorize?state=fixed', 'state in its query'],
  ['token_endpoint', 'https://fhir.general.example/token?code=x', 'code in its query'],
  ['token_endpoint', 'https://fhir.general.example/token?%63lient_id=x', 'client_id in its query'],
  ['revocation_endpoint', 'https://fhir.general.example/revoke?token=x', 'token in its query'],
  ['token_endpoint', 'https://user:pass@fhir.general.example/token', 'a user name, a password'],
  ['jwks_uri', 'https://:pass@fhir.general.example/jwks', 'a user name, a password'],
  ['authorization_endpoint', 'https://fhir.general.example/a#x', 'a fragment'],
  ['revocation_endpoint', '/revoke#', 'a fragment'],
  ['token_endpoint', 'https://fhir.general.example/to\nken', 'not an address'],
  ['token_endpoint', '\\\\evil.example\\token', 'not an address'],
  ['token_endpoint', ' /token', 'not an address'],
])('%s %j stops the launch (E03)', (name, endpoint, reason) => {
  expect(outcomeOf(FHIR, {}, { [name]: endpoint })).toMatch(new RegExp(`^E03 ${name} .*${reason}`));
});

test('a management page with a user name is not linked', () => {
  const document = { management_endpoint: 'https://fhir.general.example@evil.example/apps' };
  expect(outcomeOf(FHIR, {}, document)).toBe(FHIR);
  const { endpoints } = checkedDiscovery(
    {
      ...document,
      authorization_endpoint: '/a',
      token_endpoint: '/t',
      code_challenge_methods_supported: ['S256'],
    },
    siteOf({ iss: FHIR }),
    FHIR,
  );
  expect(endpoints.management).toBe('');
});

test('whatever issuer a document names, it is empty, the FHIR base or on an allowed origin, or it is refused', () => {
  const hosts = fc.constantFrom(
    'fhir.general.example',
    'auth.general.example',
    'evil.example',
    'EVIL.example',
  );
  const made = fc
    .tuple(
      fc.constantFrom('https://', 'http://', 'HTTPS://', '//', 'https:', 'https:\\\\'),
      fc.string(),
      hosts,
    )
    .chain(([scheme, user, host]) =>
      fc.tuple(fc.constantFrom(scheme + host, `${scheme}${user}@${host}`), fc.string()),
    )
    .map(([start, rest]) => start + rest);
  fc.assert(
    fc.property(fc.oneof(made, fc.webUrl(), fc.jsonValue()), (issuer) => {
      const outcome = outcomeOf(issuer, { authOrigins: [AUTH] });
      if (outcome === '' || outcome.startsWith('E03 issuer')) return;
      expect(['https://fhir.general.example', AUTH]).toContain(new URL(outcome).origin);
      expect(outcome).toBe(issuer);
    }),
    { numRuns: 500 },
  );
});
