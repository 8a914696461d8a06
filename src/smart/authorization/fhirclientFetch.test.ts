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

const broken = (): ReadableStream =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"access_token":"'));
      controller.error(new DOMException('too late', 'TimeoutError'));
    },
  });

test('a token answer that breaks off half way is no answer', async () => {
  const onResponse = vi.fn<(response: Response) => void>();
  allowTokenRequest(`${iss}/token`, onResponse);
  network.mockResolvedValueOnce(new Response(broken()));
  await expect(fetch(`${iss}/token`, { method: 'POST' })).rejects.toThrow('broken off');
  expect(onResponse).not.toHaveBeenCalled();
});

test.each([503, 500, 429, 400])('an error %i whose body breaks off keeps its status', async (status) => {
  const onResponse = vi.fn<(response: Response) => void>();
  allowTokenRequest(`${iss}/token`, onResponse);
  network.mockResolvedValueOnce(new Response(broken(), { status }));
  const response = await fetch(`${iss}/token`, { method: 'POST' });
  expect([response.status, onResponse.mock.calls[0]?.[0].status]).toEqual([status, status]);
});

test('the body of a token answer is there for the library and for the words of an error', async () => {
  const onResponse = vi.fn<(response: Response) => void>();
  allowTokenRequest(`${iss}/token`, onResponse);
  network.mockResolvedValueOnce(new Response('{"error":"invalid_grant"}', { status: 400 }));
  const response = await fetch(`${iss}/token`, { method: 'POST' });
  expect(await response.json()).toEqual({ error: 'invalid_grant' });
  expect(await onResponse.mock.calls[0]?.[0].json()).toEqual({ error: 'invalid_grant' });
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
