/** This file reads a record again whose server a test changes in between. */
import { fakeReader, readSession } from '../../testing/fhirReaderFixture.ts';
import { recordReading } from './recordReading.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

export const unaborted = new AbortController().signal;

/** Returns a potassium of the morning of day `id` of January 2026. */
export const potassiumOfDay = (id: string, value: number, versionId = '1', status = 'final') => ({
  resourceType: 'Observation',
  id,
  meta: { versionId },
  status,
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: `2026-01-0${id}T08:00:00Z`,
  valueQuantity: { value, unit: 'mmol/L' },
});

/** Returns a server whose record a test changes between two readings. With `undefined` every search fails. */
export function repeatableReading() {
  const server: { record: readonly object[] | undefined } = { record: [] };
  const reader = fakeReader(() => [server.record ?? 'server']);
  return { server, ...recordReading(readSession(), reader, { snapshotEveryMs: 0 }) };
}

export const values = ({ series }: RecordSnapshot) => series.flatMap((one) => [...one.values]);
