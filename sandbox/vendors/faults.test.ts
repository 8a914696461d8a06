import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Faults } from '../faults/faults.ts';
import { postJson } from '../testSandbox.ts';
import { startVendorClient, pageObservations, nextUrl, type VendorClient } from './testVendor.ts';

// The faults of pages are the same for every system, whatever its links look like.

let epic: VendorClient;
beforeAll(async () => {
  epic = await startVendorClient('epic');
});
const setFaults = (faults: Faults): Promise<Response> =>
  postJson(`${new URL(epic.base).origin}/api/faults`, faults);
afterEach(() => setFaults({}));
afterAll(() => epic.close());

const LABS = '/Observation?patient=kidney&category=laboratory';

test('a page of a session is broken where it is said', async () => {
  await setFaults({ pageSize: 300, fhir: { type: 'Observation', brokenPage: 2, times: 1 } });
  const next = new URL(nextUrl(await epic.bundle(LABS)) ?? '');
  const path = next.pathname.slice(new URL(epic.base).pathname.length) + next.search;
  expect(path).toMatch(/^\/Observation\?sessionID=/);
  expect((await epic.get(path)).status).toBe(500);
  expect((await epic.get(path)).status).toBe(200);
});

test('fixture 66: an empty page of a session leads on, and nothing is lost', async () => {
  await setFaults({ pageSize: 300, fhir: { brokenPage: 2, emptyPage: true } });
  const pages = await epic.pages(LABS);
  expect(pages[1]?.entry).toBeUndefined();
  const ids = pages.flatMap(pageObservations).map(({ id }) => id);
  await setFaults({});
  expect(new Set(ids)).toEqual(new Set(pageObservations(await epic.bundle(LABS)).map(({ id }) => id)));
});

test('a relative link stays in its session', async () => {
  await setFaults({ pageSize: 300, fhir: { next: 'relative' } });
  const next = nextUrl(await epic.bundle(LABS)) ?? '';
  expect(next).toMatch(/^Observation\?sessionID=/);
  expect((await epic.get(`/${next}`)).status).toBe(200);
});
