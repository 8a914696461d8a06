import { afterEach, expect, test, vi } from 'vitest';
import { loadOwnFile, sendRequest } from './serverRequest.ts';

const network = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{}'));
afterEach(() => network.mockClear());

const SAME_FOR_ALL = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
};

test.each([
  ['a GET with nothing of its own', 'https://fhir.general.example/r4/Patient/p1', {}],
  [
    'a GET with a token',
    new URL('https://fhir.general.example/r4/Observation?patient=p1'),
    { headers: { authorization: 'Bearer t' }, signal: new AbortController().signal },
  ],
  [
    'a POST that outlives its page',
    'https://auth.general.example/revoke',
    { method: 'POST', body: new URLSearchParams({ token: 't' }), keepalive: true },
  ],
])('%s keeps the cache, cookies, redirects and the referrer out', async (_, address, request) => {
  await sendRequest(address, request);
  expect(network.mock.calls).toEqual([[address, { ...request, ...SAME_FOR_ALL }]]);
});

test('who wants a redirect told apart gets it as an answer, and it is not followed either', async () => {
  await sendRequest('https://fhir.general.example/r4/Patient/p1', {}, 1000, 'manual');
  expect(network.mock.calls[0]?.[1]).toEqual({ ...SAME_FOR_ALL, redirect: 'manual' });
});

test('options that a library brings along do not win', async () => {
  // fhirclient hands over whatever its caller gave it.
  const brought: RequestInit = {
    method: 'POST',
    mode: 'cors',
    cache: 'force-cache',
    credentials: 'include',
    redirect: 'follow',
    referrerPolicy: 'unsafe-url',
  };
  await sendRequest('https://auth.general.example/token', brought);
  expect(network.mock.calls[0]?.[1]).toEqual({ method: 'POST', mode: 'cors', ...SAME_FOR_ALL });
});

test('the answer comes back as it is, an error status included', async () => {
  network.mockResolvedValueOnce(new Response('gone', { status: 410 }));
  const response = await sendRequest('https://fhir.general.example/r4/Observation/o1', {});
  expect([response.status, await response.text()]).toEqual([410, 'gone']);
});

test('a lost answer rejects as it does with fetch', async () => {
  network.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(sendRequest('https://fhir.general.example/r4/metadata', {})).rejects.toThrow(
    'Failed to fetch',
  );
});

test('a file of the app is fetched as the page has preloaded it', async () => {
  await loadOwnFile('https://longview.example/assets/catalog-1.json');
  expect(network.mock.calls).toEqual([['https://longview.example/assets/catalog-1.json']]);
});
