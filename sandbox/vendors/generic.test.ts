import { afterAll, beforeAll, expect, test } from 'vitest';
import { startVendorClient, pageObservations, type VendorClient } from './testVendor.ts';

let generic: VendorClient;
beforeAll(async () => {
  generic = await startVendorClient('generic');
});
afterAll(() => generic.close());

const CORRECTED = '/Observation/kidney-uacr-202306140815';

test('the history of a corrected result is newest first, and each version can be read', async () => {
  const history = await generic.bundle(`${CORRECTED}/_history`);
  expect(history).toMatchObject({ type: 'history', total: 2 });
  expect(history.entry?.map(({ response }) => response?.etag)).toEqual(['W/"2"', 'W/"1"']);
  const first = await (await generic.get(`${CORRECTED}/_history/1`)).json();
  expect(first).toMatchObject({ status: 'final', valueQuantity: { value: 421 } });
  const second = await (await generic.get(`${CORRECTED}/_history/2`)).json();
  expect(second).toEqual(await generic.readObservation('kidney-uacr-202306140815'));
  expect((await generic.get(`${CORRECTED}/_history/3`)).status).toBe(404);
});

test('a withdrawn result stood before', async () => {
  const history = await generic.bundle('/Observation/kidney-weight-202611120835-error/_history');
  expect(history.entry?.map(({ resource }) => resource)).toMatchObject([
    { status: 'entered-in-error' },
    { status: 'final', valueQuantity: { value: 939 } },
  ]);
});

test('what never changed has a history of one', async () => {
  expect((await generic.bundle('/Observation/kidney-k-202611120810/_history')).total).toBe(1);
});

test('a superseded version is found by no search', async () => {
  const found = (await generic.pages('/Observation?patient=kidney&code=9318-7')).flatMap(pageObservations);
  const corrected = found.filter(({ id }) => id === 'kidney-uacr-202306140815');
  expect(corrected.map(({ meta }) => meta?.versionId)).toEqual(['2']);
});

test('the CapabilityStatement says that versions can be read', async () => {
  const metadata = await (await fetch(`${generic.base}/metadata`)).json();
  const observation = metadata.rest[0].resource.find(({ type }: { type: string }) => type === 'Observation');
  expect(observation.interaction.map(({ code }: { code: string }) => code)).toEqual([
    'read',
    'vread',
    'history-instance',
    'search-type',
  ]);
});
