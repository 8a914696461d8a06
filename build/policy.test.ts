import { expect, test } from 'vitest';
import type { Site } from '../src/smart/site/site.ts';
import { policyHeaders, scriptHashes } from './policy.ts';
import { checkedSites } from './sites/siteFile.ts';

const sites = (...fields: readonly object[]): readonly Site[] =>
  checkedSites(
    {
      sites: fields.map((own, i) => ({
        id: `s${i}`,
        label: 'General Hospital',
        iss: 'https://fhir.example/r4',
        clientId: 'longview',
        ...own,
      })),
    },
    'sites.json',
  );

const directives = (all: readonly Site[], hashes: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(
    (policyHeaders(all, hashes)['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...words] = directive.split(' ');
      return [name, words.join(' ')];
    }),
  );

test('a plain site', () => {
  expect(directives(sites({}), ['sha256-boot=', 'sha256-old=', 'sha256-launch=', 'sha256-old='])).toEqual({
    'default-src': "'none'",
    'script-src': "'self' 'sha256-boot=' 'sha256-old=' 'sha256-launch='",
    'style-src': "'self'",
    'img-src': "'self' blob: data:",
    'font-src': "'self'",
    'connect-src': "'self' https://fhir.example",
    'form-action': "'self' https://fhir.example",
    'frame-ancestors': "'self'",
    'base-uri': "'none'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'longview',
  });
});

test.each([
  [
    'further origins get requests and no forms',
    [{ extraOrigins: ['https://pages.example'], styleOrigins: ['https://style.example:8443'] }],
    {
      'connect-src': "'self' https://fhir.example https://pages.example https://style.example:8443",
      'form-action': "'self' https://fhir.example",
    },
  ],
  [
    'a sign-in elsewhere gets both',
    [{ authOrigins: ['https://auth.example', 'https://fhir.example'] }],
    {
      'connect-src': "'self' https://fhir.example https://auth.example",
      'form-action': "'self' https://auth.example https://fhir.example",
    },
  ],
  [
    'those who may frame',
    [{ frameAncestors: ['https://ehr.example', 'https://test.ehr.example:8443'] }],
    { 'frame-ancestors': "'self' https://ehr.example https://test.ehr.example:8443" },
  ],
  [
    'two sites: the union, each origin once, however it is written',
    [
      { frameAncestors: ['https://a.example'] },
      {
        iss: 'https://FHIR.example:443/other',
        redirectUri: 'https://longview.example/other.html',
        authOrigins: ['https://auth.example'],
        frameAncestors: ['https://A.example', 'https://b.example'],
      },
    ],
    {
      'connect-src': "'self' https://fhir.example https://auth.example",
      'form-action': "'self' https://fhir.example https://auth.example",
      'frame-ancestors': "'self' https://a.example https://b.example",
    },
  ],
])('%s', (_, fields, expected) => {
  expect(directives(sites(...fields))).toMatchObject(expected);
});

test('nothing unsafe, no wildcard, no line break, and nothing that would stop an EHR frame', () => {
  const headers = policyHeaders(sites({}), ['sha256-x=']);
  expect(JSON.stringify(headers)).not.toMatch(/unsafe|\*|\\n|\\r/);
  expect(Object.keys(headers)).toEqual([
    'Content-Security-Policy',
    'Referrer-Policy',
    'X-Content-Type-Options',
    'Permissions-Policy',
  ]);
  expect(headers['Permissions-Policy']).toContain('camera=(), ');
  expect(headers['Permissions-Policy']).not.toMatch(/clipboard-write|fullscreen/);
});

test('what no site file can hold is refused here too', () => {
  const [site] = sites({});
  if (site === undefined) throw new Error('no site');
  for (const host of ['a.example"', 'a.example$x', 'a.example`', 'a.example{'])
    expect(() => policyHeaders([{ ...site, extraOrigins: [`https://${host}`] }], [])).toThrow(
      /character|Invalid URL/,
    );
});

test('the hash of an inline script is the one that browsers compute; data and files have none', () => {
  const html =
    '<script type="application/json">{}</script><script src="./a.js"></script><script>alert(1)</script>';
  expect(scriptHashes(html)).toEqual(['sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=']);
});

test.each([
  ['patients sign in by themselves', [{ launch: ['standalone'] }], 'same-origin'],
  ['an EHR opens it, and may close its window', [{ launch: ['ehr'] }], undefined],
  [
    'an EHR shows it in a frame',
    [{ launch: ['standalone'], frameAncestors: ['https://ehr.example'] }],
    undefined,
  ],
  ['a frame signs in in a window', [{ launch: ['standalone'], signIn: 'window' }], undefined],
  [
    'one of two sites is opened by an EHR',
    [
      { launch: ['standalone'] },
      {
        iss: 'https://other.example/r4',
        redirectUri: 'https://longview.example/other.html',
        launch: ['ehr', 'standalone'],
      },
    ],
    undefined,
  ],
])('Cross-Origin-Opener-Policy where %s', (_, fields, expected) => {
  expect(policyHeaders(sites(...fields), [])['Cross-Origin-Opener-Policy']).toBe(expected);
});

test('a site that follows its chart may open sockets where it may send the token, and no other may', () => {
  const fields = { extraOrigins: ['https://hub.example'], styleOrigins: ['https://style.example'] };
  expect(directives(sites(fields))['connect-src']).not.toContain('wss:');
  const all = directives(sites({ ...fields, fhircast: true }));
  expect(all['connect-src']).toBe(
    "'self' https://fhir.example https://hub.example https://style.example wss://fhir.example wss://hub.example",
  );
  const local = { iss: 'http://127.0.0.1:5300/r4', fhircast: true };
  expect(directives(sites(local))['connect-src']).toBe("'self' http://127.0.0.1:5300 ws://127.0.0.1:5300");
});
