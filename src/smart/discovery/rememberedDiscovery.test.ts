import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { discover } from './discovery.ts';
import { rememberDiscovery, takeRememberedDiscovery } from './rememberedDiscovery.ts';
import { AUTHORIZATION_ORIGIN, discoveryDocument, setUpDiscoveryServer } from './discoveryFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';

const iss = 'https://fhir.general.example/r4';

const current = setUpDiscoveryServer();

test('settings that led to a session are used once more without a request', async () => {
  const first = await discover(current.site, current.site.iss);
  expect(localStorage).toHaveLength(0); // they are not remembered before there is a session
  rememberDiscovery(current.site.iss, first.remembered);
  expect((await discover(current.site, current.site.iss)).endpoints.token).toBe(
    `${AUTHORIZATION_ORIGIN}/token`,
  );
  expect(current.server.requests).toHaveLength(1);
  expect(localStorage).toHaveLength(0); // they are removed, so that a failed launch leaves none
  await discover(current.site, current.site.iss);
  expect(current.server.requests).toHaveLength(2);
});

test('what is remembered is the age of the first reading, however often it was used', async () => {
  const first = await discover(current.site, current.site.iss);
  rememberDiscovery(current.site.iss, first.remembered);
  const second = await discover(current.site, current.site.iss);
  expect(second.remembered).toEqual(first.remembered);
});

test.each([
  [24 * 3_600_000, false],
  [24 * 3_600_000 - 1, true],
  [-24 * 3_600_000, false],
])('settings read %i ms ago are used: %s', (ageMs, isUsed) => {
  const nowMs = Date.now();
  rememberDiscovery(iss, { document: discoveryDocument, readAtMs: nowMs - ageMs });
  expect(takeRememberedDiscovery(iss, nowMs) !== undefined).toBe(isUsed);
  expect(localStorage).toHaveLength(0);
});

test.each([
  ['{'],
  ['null'],
  ['7'],
  ['[]'],
  ['{"document":null,"readAtMs":1}'],
  ['{"document":{}}'],
  [`{"document":{},"readAtMs":"${Date.now()}"}`],
  [`{"__proto__":{"document":{},"readAtMs":${Date.now()}}}`],
  [`{"document":{"__proto__":{"token_endpoint":"https://evil.example"}},"readAtMs":${Date.now()}}`],
  [`"${'x'.repeat(1_000_000)}"`],
])('remembered settings that read %.80s are ignored: the server is asked', async (text) => {
  localStorage.setItem(`longview.discovery.${current.site.iss}`, text);
  await discover(current.site, current.site.iss);
  expect(current.server.requests).toHaveLength(1);
});

test('remembered settings are checked against the site file as it is now', async () => {
  const evil = { ...discoveryDocument, token_endpoint: 'https://evil.example/token' };
  rememberDiscovery(current.site.iss, { document: evil, readAtMs: Date.now() });
  expect((await discover(current.site, current.site.iss)).endpoints.token).toBe(
    `${AUTHORIZATION_ORIGIN}/token`,
  );
  expect(current.server.requests).toHaveLength(1);
});

test('under an issuer prefix nothing is remembered, and nothing remembered is used', async () => {
  const prefix = siteOf({ ...current.site, issPrefix: true });
  const issuer = `${current.site.iss}/tenant`;
  rememberDiscovery(issuer, { document: discoveryDocument, readAtMs: Date.now() });
  expect((await discover(prefix, issuer)).remembered).toBeUndefined();
  expect(current.server.requests).toHaveLength(1);
});

test('row 69: blocked storage costs a request and nothing else', async () => {
  vi.stubGlobal('localStorage', undefined);
  await discover(current.site, current.site.iss);
  expect(() => rememberDiscovery(iss, { document: discoveryDocument, readAtMs: 1 })).not.toThrow();
  expect(current.server.requests).toHaveLength(1);
});

test('whatever was remembered, taking it out throws nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      localStorage.setItem(`longview.discovery.${iss}`, text);
      const found = takeRememberedDiscovery(iss, Date.now());
      expect(found === undefined || typeof found.document === 'object').toBe(true);
      expect(localStorage).toHaveLength(0);
    }),
  );
});
