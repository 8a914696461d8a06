import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { policyHeaders } from '../../../build/policy.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { foreignAncestors, hasOwnAncestors, ownPageHeaders, refuseForeignFrame } from './frameAncestors.ts';

const OWN = 'https://longview.example';
const allow = (...frameAncestors: string[]) => [
  siteOf({ frameAncestors: [] }),
  siteOf({ id: 'b', frameAncestors }),
];
const shownIn = (...origins: string[]) =>
  ({ origin: OWN, ancestorOrigins: origins }) as unknown as Pick<Location, 'origin' | 'ancestorOrigins'>;

const fetchMock = vi.fn<typeof fetch>();
const answerWith = (policy: string | undefined, status = 200): void =>
  void fetchMock.mockResolvedValue(
    new Response('', { status, headers: policy === undefined ? {} : { 'content-security-policy': policy } }),
  );
const showIn = (...origins: string[]): unknown =>
  vi.stubGlobal('location', { ...shownIn(...origins), pathname: '/index.html' });

beforeEach(() => vi.stubGlobal('fetch', fetchMock.mockReset()));
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['a listed page', ['https://ehr.example'], ['https://ehr.example'], []],
  ['a page of our own', [], [OWN], []],
  ['no page around it', ['https://ehr.example'], [], []],
  ['an entry in capitals with the usual port', ['https://EHR.example:443'], ['https://ehr.example'], []],
  [
    'the listed frame inside a foreign page',
    ['https://ehr.example'],
    ['https://ehr.example', 'https://evil.example'],
    ['https://evil.example'],
  ],
  [
    'a foreign frame inside the listed page',
    ['https://ehr.example'],
    ['https://evil.example', 'https://ehr.example'],
    ['https://evil.example'],
  ],
  ['a site file that lists nobody', [], ['https://ehr.example'], ['https://ehr.example']],
  [
    'a host that only ends alike',
    ['https://ehr.example'],
    ['https://evilehr.example'],
    ['https://evilehr.example'],
  ],
  [
    'a host that only begins alike',
    ['https://ehr.example'],
    ['https://ehr.example.evil.test'],
    ['https://ehr.example.evil.test'],
  ],
  ['another port', ['https://ehr.example'], ['https://ehr.example:8443'], ['https://ehr.example:8443']],
  ['http instead of https', ['https://ehr.example'], ['http://ehr.example'], ['http://ehr.example']],
  [
    'a host below the listed one',
    ['https://ehr.example'],
    ['https://a.ehr.example'],
    ['https://a.ehr.example'],
  ],
  ['an origin that is not told', ['https://ehr.example'], ['null'], ['null']],
  ['a file', ['https://ehr.example'], ['file://'], ['file://']],
])('%s', (_, listed, around, foreign) => {
  expect(foreignAncestors(allow(...listed), shownIn(...around))).toEqual(foreign);
});

test('a browser that does not tell who shows the page is no reason to refuse', async () => {
  expect(foreignAncestors(allow(), { origin: OWN })).toEqual([]);
  vi.stubGlobal('location', { origin: OWN, pathname: '/' });
  await expect(refuseForeignFrame(allow())).resolves.toBeUndefined();
});

test('a page of the origin "null" is not taken for our own, should ours be untold too', () => {
  expect(foreignAncestors(allow(), { ...shownIn('null'), origin: 'null' })).toEqual(['null']);
});

test('no host is covered by an entry unless it is that host', () => {
  // A name that begins with xn-- is Punycode, and few of these are names of a host.
  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}[a-z0-9]$/).filter((one) => !one.startsWith('xn--'));
  const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
  fc.assert(
    fc.property(host, host, (listed, around) => {
      const foreign = foreignAncestors(allow(`https://${listed}`), shownIn(`https://${around}`));
      expect(foreign).toHaveLength(around === listed ? 0 : 1);
    }),
  );
});

test('a listed page asks for nothing; a foreign one is refused with its name and without a request', async () => {
  showIn('https://ehr.example');
  await expect(refuseForeignFrame(allow('https://ehr.example'))).resolves.toBeUndefined();
  showIn('https://ehr.example', 'https://evil.example', 'null');
  await expect(refuseForeignFrame(allow('https://ehr.example'))).rejects.toMatchObject({
    code: 'E21',
    facts: { 'shown inside': 'https://evil.example, null' },
  });
  expect(fetchMock).not.toHaveBeenCalled();
});

const BUILT = "default-src 'none'; frame-ancestors 'self' https://ehr.example; base-uri 'none'";

test.each([
  [BUILT, 'let in'],
  ["default-src 'none', frame-ancestors 'self' https://ehr.example", 'let in'],
  [`frame-ancestors *, ${BUILT}`, 'let in'],
  ['frame-ancestors *', 'refused'],
  ["frame-ancestors 'self' https://ehr.example https:", 'refused'],
  ["frame-ancestors 'self' https://ehr.example.evil.test", 'refused'],
  ["default-src 'none'", 'refused'],
  ['', 'refused'],
  [undefined, 'refused'],
])('a page that hides its origin, where the host sends the policy %s, is %s', async (policy, expected) => {
  showIn('null');
  answerWith(policy);
  const outcome = await refuseForeignFrame(allow('https://EHR.example:443', 'https://ehr.example')).then(
    () => 'let in',
    () => 'refused',
  );
  expect(outcome).toBe(expected);
  expect(fetchMock.mock.calls).toEqual([['/index.html', expect.objectContaining({ cache: 'no-store' })]]);
});

test('what the build writes is what the page looks for', () => {
  const sites = allow('https://EHR.example', 'https://ehr.example:8443', 'http://localhost:5300');
  const headers = new Headers(policyHeaders(sites, ['sha256-x=']));
  expect(hasOwnAncestors(headers, sites)).toBe(true);
  expect(hasOwnAncestors(headers, allow('https://ehr.example:8443'))).toBe(false);
});

test('a host that cannot be asked, or answers with an error, lets nobody in', async () => {
  const sites = allow('https://ehr.example');
  showIn('null');
  fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(refuseForeignFrame(sites)).rejects.toMatchObject({ code: 'E21' });
  answerWith(BUILT, 503);
  await expect(refuseForeignFrame(sites)).rejects.toMatchObject({ code: 'E21' });
  await expect(ownPageHeaders()).rejects.toThrow('refused');
});
