/** This file makes readings of one patient's Observations from a server that answers from memory. */
import { beforeEach } from 'vitest';
import type { PageAddress } from '../fhir/reader.ts';
import type { OnWait } from '../fhir/waitUntil.ts';
import { recordReading, type RecordReading } from '../record/flowsheet/recordReading.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { fakeReader, readSession, type FakePage } from './fhirReaderFixture.ts';

export const readingSignal = new AbortController().signal;

/** Returns a potassium result of patient p1. Its id is the day of its time. */
export const potassiumEntry = (id: string, value: number) => ({
  resourceType: 'Observation',
  id,
  meta: { versionId: '1' },
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: `2026-01-0${id}T08:00:00Z`,
  valueQuantity: { value, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
});

/** Answers a search; `from` is the page at which it goes on. */
export type Answers = (search: URLSearchParams, from?: PageAddress) => readonly FakePage[];

/** These searches and pages were asked for since the test began, or since it emptied the lists. */
export const asked: URLSearchParams[] = [];
export const resumed: PageAddress[] = [];

/** Empties these lists before each test of the calling file. */
export function setUpRecordReading(): void {
  beforeEach(() => {
    asked.length = 0;
    resumed.length = 0;
  });
}

/** Returns a reading from a server that answers so. What listens for waits is added to `listeners`. */
export function recordReadingOf(
  answers: Answers,
  vendor = 'generic',
  listeners: OnWait[] = [],
  granted: Parameters<typeof readSession>[0] = {},
  // Without a time between them, the tests see a snapshot for each page.
  snapshotEveryMs = 0,
): RecordReading {
  const reader = fakeReader(
    ({ search, from }) => {
      const query = new URLSearchParams(search);
      asked.push(query);
      if (from !== undefined) resumed.push(from);
      return answers(query, from);
    },
    { onWait: (listener) => void listeners.push(listener) },
  );
  return recordReading(readSession({ vendor, ...granted }), reader, { snapshotEveryMs });
}

/** Returns the category of a search, without its system; "all" for the search without one. */
export const category = (search: URLSearchParams): string =>
  (search.get('category') ?? 'all').split('|').at(-1) ?? '';

/** Returns how the search of this name stands. */
export const searchStateOf = (record: RecordSnapshot, name: string) =>
  record.searches.find((search) => search.name === name)?.state;
