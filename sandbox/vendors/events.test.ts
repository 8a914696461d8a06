import type { Bundle, FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEARCHABLE_TYPES } from '../fhir/searchDefinitions.ts';
import { startVendorClient, nextUrl, type VendorClient } from './testVendor.ts';
import { VENDORS } from './vendor.ts';

const TYPES = SEARCHABLE_TYPES.filter((type) => !['Patient', 'Observation'].includes(type));

const idsOf = (pages: readonly Bundle<FhirResource>[]): readonly string[] =>
  pages.flatMap(({ entry = [] }) =>
    entry
      .map(({ resource }) => resource)
      .filter((resource) => resource?.resourceType !== 'OperationOutcome')
      .map((resource) => resource?.id ?? ''),
  );

describe.each(VENDORS)('the %s server', (vendor) => {
  let client: VendorClient;
  let readObservation: readonly FhirResource[];
  beforeAll(async () => {
    client = await startVendorClient(vendor);
    readObservation = await client.raw('generic');
  });
  afterAll(() => client.close());

  test.each(TYPES)('brings every %s once', async (type) => {
    const own = readObservation.filter(({ resourceType }) => resourceType === type);
    const found = idsOf(await client.pages(`/${type}?patient=kidney`));
    expect(found.toSorted()).toEqual(own.map(({ id = '' }) => id).toSorted());
  });
});

test('MEDITECH has 20 reports to a page, Oracle 50 with the newest first, Epic all', async () => {
  const first = async (vendor: 'meditech' | 'oracle' | 'epic') => {
    const client = await startVendorClient(vendor);
    const page = await client.bundle('/DiagnosticReport?patient=kidney');
    await client.close();
    return {
      count: page.entry?.length,
      more: nextUrl(page) !== undefined,
      id: page.entry?.[0]?.resource?.id,
    };
  };
  expect(await first('meditech')).toMatchObject({ count: 20, more: true });
  expect(await first('oracle')).toMatchObject({
    count: 50,
    more: true,
    id: 'kidney-report-blood-count-202611120815',
  });
  expect(await first('epic')).toMatchObject({ count: 77, more: false });
});

test('Epic says that there is nothing, MEDITECH and Oracle bring an empty page', async () => {
  const [epic, meditech, oracle] = await Promise.all([
    startVendorClient('epic'),
    startVendorClient('meditech'),
    startVendorClient('oracle'),
  ]);
  const empty = '/MedicationAdministration?patient=kidney';
  expect((await epic.bundle(empty)).entry).toMatchObject([{ search: { mode: 'outcome' } }]);
  expect((await meditech.bundle(empty)).entry).toBeUndefined();
  expect((await oracle.bundle(empty)).entry).toBeUndefined();
  await Promise.all([epic.close(), meditech.close(), oracle.close()]);
});

test.each(['epic', 'oracle', 'meditech'] as const)(
  '%s: times are in UTC, and days stay days',
  async (vendor) => {
    const client = await startVendorClient(vendor);
    const text = JSON.stringify(await client.bundle('/Procedure?patient=kidney'));
    await client.close();
    expect(text).toContain('"performedDateTime":"2018-06-20"');
    expect(text).toMatch(/"performedDateTime":"2023-02-06T10:20:00(Z|\.000Z|\+00:00)"/);
  },
);
