import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/smart/site/site.ts';
import { metaPolicy, policyHeaders, type Headers } from '../policy.ts';
import { checkedSites, sandboxSites } from '../sites/siteFile.ts';
import { headerTable, readTransportSecurity } from './headerTable.ts';
import { HOST_FILES } from './hostFormats.ts';
import { HOST_READERS } from './readHostFile.ts';

const HASHES = ['sha256-a+b/c=', 'sha256-d+e/f='];
const sandbox = sandboxSites('http://127.0.0.1:5300');
const table = headerTable(sandbox, HASHES, 'subdomains');
const HOSTS = Object.keys(HOST_FILES);

const written = (host: string, of = table): string => HOST_FILES[host]?.(of) ?? '';
const answered = (host: string, path: string, { of = table, isThere = true } = {}) =>
  HOST_READERS[host]?.(written(host, of), { path, isThere }) ?? {};
const once = (...all: Headers[]): Record<string, string[]> =>
  Object.fromEntries(all.flatMap((one) => Object.entries(one)).map(([name, value]) => [name, [value]]));

/** Returns so many sites, each with hosts of its own. */
const manySites = (count: number): readonly Site[] =>
  checkedSites(
    {
      sites: Array.from({ length: count }, (_, i) => ({
        id: `s${i}`,
        label: 'General Hospital',
        iss: `https://fhir-number-${i}.general.example/r4`,
        clientId: 'longview',
        redirectUri: `https://longview.example/s${i}.html`,
        frameAncestors: [`https://ehr-number-${i}.general.example`],
      })),
    },
    'sites.json',
  );

test('there is a reader for each host file, and a file for each host that the documents name', () => {
  expect(Object.keys(HOST_READERS)).toEqual(HOSTS);
  expect(HOSTS).toHaveLength(5); // Netlify and Cloudflare Pages read the same file.
});

describe.each(HOSTS)('%s', (host) => {
  test.each(['/', '/index.html', '/launch.html'])('the page %s gets every header once', (path) => {
    expect(answered(host, path)).toEqual(once(table.everywhere, table.pages));
  });

  test('a file whose name changes with its content gets every header once and may be kept', () => {
    for (const path of ['/assets/main-1.js', '/assets/catalog-2.json'])
      expect(answered(host, path)).toEqual(once(table.everywhere, table.assets));
  });

  test('the page of a redirect URI gets every header once, with and without ".html"', () => {
    const of = headerTable(manySites(2), HASHES, 'off');
    for (const path of ['/s1.html', '/s1'])
      expect(answered(host, path, { of })).toEqual(once(of.everywhere, of.pages));
  });

  test('the deployer’s choice about http is written as it was made', () => {
    for (const choice of ['off', 'host', 'subdomains'] as const) {
      const of = headerTable(sandbox, HASHES, choice);
      const sent = answered(host, '/', { of })['Strict-Transport-Security'];
      const value = 'max-age=31536000';
      expect(sent).toEqual(
        { off: undefined, host: [value], subdomains: [`${value}; includeSubDomains`] }[choice],
      );
    }
  });

  test('a build for patients who sign in by themselves parts its window from others', () => {
    const alone = headerTable(
      sandbox.map((site) => ({ ...site, launch: ['standalone'], frameAncestors: [] })),
      HASHES,
      'off',
    );
    expect(answered(host, '/', { of: alone })).toEqual(once(alone.everywhere, alone.pages));
    expect(answered(host, '/', { of: alone })['Cross-Origin-Opener-Policy']).toEqual(['same-origin']);
  });

  test('whatever the site file names, what is read back is what was meant', () => {
    // A name that begins with xn-- is Punycode, and few of these are names of a host.
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/).filter((one) => !one.startsWith('xn--'));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), (names) => {
        const frameAncestors = names.map((one) => `https://${one}.example:8443`);
        const of = headerTable(
          sandbox.map((site) => ({ ...site, frameAncestors })),
          HASHES,
          'host',
        );
        expect(answered(host, '/', { of })).toEqual(once(of.everywhere, of.pages));
      }),
      { numRuns: 30 },
    );
  });
});

/** The headers of Netlify and Cloudflare Pages cannot depend on the status. */
const KNOWS_STATUS = HOSTS.filter((host) => host !== '_headers');

test.each(KNOWS_STATUS)('%s: errors carry the policy too, and a missing asset is not kept', (host) => {
  for (const path of ['/assets/gone-1.js', '/nothing-here']) {
    const sent = answered(host, path, { isThere: false });
    expect(sent).toMatchObject(once(table.everywhere));
    expect(sent['Cache-Control'] ?? ['no-store']).toEqual(['no-store']);
  }
});

test('Apache: what the server itself set for found files does not stand beside ours', () => {
  const before = 'Header set Referrer-Policy "unsafe-url"\nHeader always set Cache-Control "public"\n';
  const text = before + written('longview.apache.conf');
  expect(HOST_READERS['longview.apache.conf']?.(text, { path: '/', isThere: true })).toEqual(
    once(table.everywhere, table.pages),
  );
});

/** Returns each directive with its words, of all policies together. */
const directivesIn = (policies: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    policies
      .flatMap((policy) => policy.split('; '))
      .map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')]),
  );

test.each(HOSTS)(
  '%s: the page carries the same policy itself, but for what only a header can say',
  (host) => {
    const { 'frame-ancestors': ancestors, ...rest } = directivesIn(
      answered(host, '/')['Content-Security-Policy'] ?? [],
    );
    expect(directivesIn([metaPolicy(policyHeaders(sandbox, HASHES))])).toEqual(rest);
    expect(ancestors).toBe("'self' http://127.0.0.1:5300");
  },
);

test('a page never carries what browsers ignore in it', () => {
  const policy = "default-src 'none'; frame-ancestors 'self'; sandbox; report-uri /x; script-src 'self'";
  expect(metaPolicy({ 'Content-Security-Policy': policy })).toBe("default-src 'none'; script-src 'self'");
});

test.each(HOSTS.flatMap((host) => [10, 15, 20, 25].map((count) => [host, count] as const)))(
  '%s: a policy for %i health systems is written whole, in several policies where one is too long',
  (host, count) => {
    const of = headerTable(manySites(count), HASHES, 'off');
    const policies = answered(host, '/', { of })['Content-Security-Policy'] ?? [];
    expect(directivesIn(policies)).toEqual(directivesIn([of.everywhere['Content-Security-Policy'] ?? '']));
    // `default-src` takes the place of each missing directive that loads something, so these stay in its policy.
    for (const policy of policies.filter((one) => !one.startsWith('default-src')))
      expect(policy).toMatch(/^(form-action|frame-ancestors) [^;]+$/);
  },
);

test('Cloudflare Pages reads no line of more than 2,000 characters, and none is written', () => {
  for (const count of [10, 15, 20, 25])
    for (const line of written('_headers', headerTable(manySites(count), HASHES, 'off')).split('\n'))
      expect(line.length).toBeLessThanOrEqual(2000);
});

test('a policy longer than its host reads is not written, rather than cut off or skipped', () => {
  const of = headerTable(manySites(200), HASHES, 'off');
  const missing = HOSTS.filter((host) => HOST_FILES[host]?.(of) === undefined);
  expect(missing).toEqual(['longview.nginx.conf', '_headers']);
});

test('LONGVIEW_HSTS: one of three words, or the build stops', () => {
  expect(readTransportSecurity({})).toBe('subdomains');
  expect(readTransportSecurity({ LONGVIEW_HSTS: '' })).toBe('subdomains');
  expect(readTransportSecurity({ LONGVIEW_HSTS: 'off' })).toBe('off');
  for (const word of ['on', 'OFF', 'preload', '__proto__', 'off; preload'])
    expect(() => readTransportSecurity({ LONGVIEW_HSTS: word })).toThrow(/expected off, host or subdomains/);
  expect(() => readTransportSecurity({ LONGVIEW_HSTS: 'on' }, '--hsts')).toThrow('--hsts=on: expected');
});
