import { describe, expect, test } from 'vitest';
import type { CacheHeaders } from './cacheHeaders.ts';
import { sandbox, setUpSandbox, token } from './sandboxFixture.ts';
import { exchangeCode, fhirGet, obtainCode, setFaults } from './testSandbox.ts';

setUpSandbox();

const NAMES = ['cache-control', 'last-modified', 'etag', 'expires', 'vary'];

/** The headers are for these answers: data, discovery, the token, the keys and the look of the EHR. */
const ANSWERS: Readonly<Record<string, () => Promise<Response>>> = {
  'a search': () => fhirGet(`${sandbox.fhirBase}/Observation?patient=adam`, token),
  'a read that is refused': () => fhirGet(`${sandbox.fhirBase}/Patient/nobody`, token),
  discovery: () => fetch(`${sandbox.fhirBase}/.well-known/smart-configuration`),
  'the token': async () => exchangeCode(sandbox, await obtainCode(sandbox)),
  'the keys': () => fetch(`${sandbox.origin}/auth/jwks`),
  'the look': () => fetch(`${sandbox.origin}/styles/calm`),
};

const sentBy = async (answer: () => Promise<Response>): Promise<Record<string, string | null>> => {
  const { headers } = await answer();
  return Object.fromEntries(NAMES.map((name) => [name, headers.get(name)]));
};

describe.each(Object.entries(ANSWERS))('%s', (_, answer) => {
  test('forbids to keep it as long as nothing is chosen', async () => {
    expect((await sentBy(answer))['cache-control']).toContain('no-store');
  });

  test.each<[CacheHeaders, Record<string, unknown>]>([
    ['absent', { 'cache-control': null, 'last-modified': null, expires: null }],
    ['lastModified', { 'cache-control': null, 'last-modified': expect.stringContaining('GMT') }],
    ['maxAge', { 'cache-control': 'max-age=3600' }],
    ['maxAgeAndLastModified', { 'cache-control': 'private, max-age=3600' }],
    ['immutable', { 'cache-control': 'public, max-age=31536000, immutable' }],
    ['expires', { 'cache-control': null, expires: expect.stringContaining('GMT') }],
    ['staleWhileRevalidate', { 'cache-control': 'max-age=0, stale-while-revalidate=86400' }],
    ['vary', { 'cache-control': 'max-age=3600', vary: 'Origin, Accept, Authorization' }],
    ['etag', { 'cache-control': null, etag: expect.stringMatching(/^W\/"[0-9a-f]{16}"$/) }],
  ])('says what was chosen: %s', async (cache, expected) => {
    await setFaults(sandbox, { cache });
    expect(await sentBy(answer)).toMatchObject(expected);
  });
});

test('an entity tag that the browser knows is answered with 304, and a changed answer is not', async () => {
  await setFaults(sandbox, { cache: 'etag' });
  const address = `${sandbox.fhirBase}/Patient/adam`;
  const etag = (await fhirGet(address, token)).headers.get('etag') ?? '';
  const again = await fhirGet(address, token, { 'If-None-Match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  await setFaults(sandbox, { cache: 'etag', fhir: { patient: 'noName' } });
  expect((await fhirGet(address, token, { 'If-None-Match': etag })).status).toBe(200);
  const missing = `${sandbox.fhirBase}/Patient/nobody`;
  const tagOfError = (await fhirGet(missing, token)).headers.get('etag') ?? '';
  const error = await fhirGet(missing, token);
  const errorAgain = await fhirGet(missing, token, { 'If-None-Match': tagOfError });
  expect([tagOfError, errorAgain.status]).toEqual([expect.stringContaining('W/'), error.status]);
});

test('the headers come with another fault too', async () => {
  await setFaults(sandbox, { cache: 'maxAge', fhir: { type: 'Patient', status: 403 } });
  const refused = await fhirGet(`${sandbox.fhirBase}/Patient/adam`, token);
  expect([refused.status, refused.headers.get('cache-control')]).toEqual([403, 'max-age=3600']);
});
