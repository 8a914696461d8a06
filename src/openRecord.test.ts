// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openRecord } from './openRecord.ts';
import type { LaunchError } from './smart/LaunchError.ts';
import type { Session } from './smart/session.ts';

type Asked = { readonly url: URL; readonly signal: AbortSignal; readonly answer: (body: object) => void };
let asked: Asked[] = [];
let end: () => void = () => {};

const session = () =>
  ({
    sid: 's1',
    iss: 'https://fhir.general.example/r4',
    patientId: 'p1',
    lacks: { none: [], part: [] },
    site: { vendor: 'epic', extraOrigins: [], identity: false },
    accessToken: () => 'secret',
    record: () => ({ expiresAtMs: undefined }),
    renew: async () => false,
    end: () => end(),
    onEnd: (listener: (error: LaunchError) => void) => (end = () => listener({} as LaunchError)),
  }) as unknown as Session;

beforeEach(() => {
  asked = [];
  vi.stubGlobal(
    'fetch',
    (url: URL, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        asked.push({ url, signal, answer: (body) => resolve(new Response(JSON.stringify(body))) });
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

const page = (id: string, next?: string) => ({
  resourceType: 'Bundle',
  link: next === undefined ? [] : [{ relation: 'next', url: next }],
  entry: [{ resource: { resourceType: 'Observation', id, subject: { reference: 'Patient/p1' } } }],
});
const find = (text: string) => asked.findLast(({ url }) => url.href.includes(text));
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('the end of a session aborts every request, and no result comes back to life', async () => {
  const { client, record } = openRecord(session());
  await vi.waitFor(() => expect(asked).toHaveLength(4));
  find('laboratory')?.answer(page('a', 'Observation?page=2'));
  await vi.waitFor(() => expect(find('page=2')).toBeDefined());
  expect(client.getQueryData(record.queryKey)?.account.received).toBe(1);
  end();
  await settled();
  expect(find('page=2')?.signal.aborted).toBe(true);
  expect(find('vital-signs')?.signal.aborted).toBe(true);
  expect(client.getQueryCache().getAll()).toEqual([]);
  expect(asked).toHaveLength(5);
});

test('leaving the page aborts every request; a page that comes back goes on where it stood', async () => {
  const { client, record } = openRecord(session());
  await vi.waitFor(() => expect(asked).toHaveLength(4));
  find('Patient/p1')?.answer({ resourceType: 'Patient', id: 'p1' });
  find('laboratory')?.answer(page('a', 'Observation?page=2'));
  await vi.waitFor(() => expect(find('page=2')).toBeDefined());
  dispatchEvent(new Event('pagehide'));
  await settled();
  expect([find('page=2'), find('vital-signs')].map((one) => one?.signal.aborted)).toEqual([true, true]);
  const before = asked.length;
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await vi.waitFor(() => expect(asked.length).toBe(before + 4));
  find('page=2')?.answer(page('b'));
  find('vital-signs')?.answer(page('c'));
  find('social-history')?.answer(page('d'));
  await vi.waitFor(() =>
    expect(client.getQueryData(record.queryKey)).toMatchObject({ ended: true, account: { received: 4 } }),
  );
});
