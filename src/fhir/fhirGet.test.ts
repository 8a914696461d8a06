import { afterEach, expect, test, vi } from 'vitest';
import { NO_TOKEN } from '../smart/session/noToken.ts';
import { fhirGet } from './fhirGet.ts';

const network = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{}'));
afterEach(() => network.mockClear());

const headersOf = async (token: string): Promise<unknown> => {
  await fhirGet(
    new URL('https://fhir.general.example/r4/Patient/p1'),
    token,
    new AbortController().signal,
    100,
  );
  return network.mock.calls[0]?.[1]?.headers;
};

test('a token is sent as a bearer token', async () => {
  expect(await headersOf('abc')).toEqual({ accept: 'application/fhir+json', authorization: 'Bearer abc' });
});

test('the session of a server without a sign-in sends none', async () => {
  expect(await headersOf(NO_TOKEN)).toEqual({ accept: 'application/fhir+json' });
});

test('no redirect is followed, and one is told from a lost answer', async () => {
  await headersOf('abc');
  expect(network.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' });
});
