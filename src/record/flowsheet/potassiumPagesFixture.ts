/** This file sends pages of potassium results to a record. It is for tests. */
import { emptyFlowsheet } from '../../testing/recordFixture.ts';
import type { Flowsheet } from './flowsheet.ts';

type PageSnapshot = ReturnType<Flowsheet['snapshot']>;

/** Returns an Observation of potassium, whose value ends with the minute of its time. */
export const potassium = (id: string | undefined, value: number, more: object = {}): object => ({
  resourceType: 'Observation',
  ...(id === undefined ? {} : { id }),
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: `2026-01-02T18:3${value % 10}:00Z`,
  valueQuantity: { value, unit: 'mmol/L' },
  ...more,
});
/** Returns what the record holds once it has taken the pages. */
export function recordAfter(...pages: readonly (readonly unknown[])[]): PageSnapshot {
  const sheet = emptyFlowsheet();
  for (const page of pages) sheet.take(page);
  return sheet.snapshot();
}

export const seriesValues = (snapshot: PageSnapshot, id = 'k'): number[] => [
  ...(snapshot.series.find((one) => one.id === id)?.values ?? []),
];
