import { afterEach, expect, test, vi } from 'vitest';
import { allowTokenRequest, answerDiscovery, fetch } from './fhirclientFetch.ts';

const iss = 'https://fhir.general.example/r4';
const network = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{}'));
afterEach(() => network.mockClear());

test('discovery is answered from the document that we checked, without network', async () => {
  answerDiscovery(`${iss}/.well-known/smart-configuration`, { token_endpoint: 'checked' });
  const response = await fetch(`${iss}/.well-known/smart-configuration`);
  expect(await response.json()).toEqual({ token_endpoint: 'checked' });
  expect(network).not.toHaveBeenCalled();
});

test('the token POST goes to the checked endpoint alone, without cache, cookies, redirects and referrer', async () => {
  allowTokenRequest(`${iss}/token`, () => {});
  await fetch(`${iss}/token`, { method: 'POST', body: 'code=x' });
  expect(network.mock.calls).toEqual([
    [
      `${iss}/token`,
      {
        method: 'POST',
        body: 'code=x',
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: expect.any(AbortSignal),
      },
    ],
  ]);
});

test.each([
  ['metadata', `${iss}/metadata`, undefined],
  ['the token endpoint by GET', `${iss}/token`, undefined],
  ['another host', 'https://evil.example/token', { method: 'POST' }],
  ['data', `${iss}/Patient/p1`, undefined],
])('row 6: %s is refused', async (_, url, init) => {
  await expect(fetch(url, init)).rejects.toThrow('refused');
  expect(network).not.toHaveBeenCalled();
});
