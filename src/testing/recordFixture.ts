/**
 * This file builds Observations as a server sends them, and records, either read from Observations or made of
 * series.
 */
import type { Series } from '../clinical/series/series.ts';
import { createFlowsheet, type Flowsheet, type FlowsheetContext } from '../record/flowsheet/flowsheet.ts';
import type { RecordSnapshot, SearchState } from '../record/flowsheet/recordSnapshot.ts';
import { accountOf } from './accountFixture.ts';
import { loinc } from './codes.ts';

export const READ_AT_MS = Date.parse('2026-11-24T20:05:00Z');

type Fields = Readonly<Record<string, unknown>>;

let count = 0;

const quantity = (value: number, unit: string): Fields => ({ valueQuantity: { value, unit } });

/** Returns one result, such as "2823-3", 5.8, "mmol/L", with whatever else the server sends. */
export const resultInput = (
  code: string,
  value: number | string,
  unit: string,
  at: string,
  more: Fields = {},
): Fields => ({
  resourceType: 'Observation',
  id: `o${++count}`,
  status: 'final',
  subject: { reference: 'Patient/p1' },
  code: loinc(code),
  ...(at === '' ? {} : { effectiveDateTime: at }),
  ...(typeof value === 'number' ? quantity(value, unit) : { valueString: value }),
  ...more,
});

export const flagConcept = (code: string): Fields => ({ interpretation: [{ coding: [{ code }] }] });

export const pressure = (systolic: number, diastolic: number | undefined, at: string): Fields => ({
  resourceType: 'Observation',
  id: `o${++count}`,
  status: 'final',
  subject: { reference: 'Patient/p1' },
  code: loinc('85354-9'),
  effectiveDateTime: at,
  component: [
    { code: loinc('8480-6'), ...quantity(systolic, 'mmHg') },
    ...(diastolic === undefined ? [] : [{ code: loinc('8462-4'), ...quantity(diastolic, 'mmHg') }]),
  ],
});

type Limits = readonly [low: number, high: number];

/** Returns a blood pressure with a reference range for each component; undefined sends that component without one. */
export function pressureWith(
  [systolic, diastolic]: readonly [number, number],
  ranges: readonly (Limits | undefined)[],
  at: string,
): Fields {
  const sides = [
    ['8480-6', systolic],
    ['8462-4', diastolic],
  ] as const;
  const limit = (value: number) => ({ value, unit: 'mmHg' });
  return {
    ...pressure(systolic, diastolic, at),
    component: sides.map(([code, value], i) => ({
      code: loinc(code),
      ...quantity(value, 'mmHg'),
      ...(ranges[i] && { referenceRange: [{ low: limit(ranges[i][0]), high: limit(ranges[i][1]) }] }),
    })),
  };
}

/** Returns a flowsheet of patient p1 that is read at `READ_AT_MS`. */
export const emptyFlowsheet = (more: Partial<FlowsheetContext> = {}): Flowsheet =>
  createFlowsheet({
    patientId: 'p1',
    fhirBase: 'https://ehr.example/r4',
    nowMs: () => READ_AT_MS,
    hidePreliminary: false,
    ...more,
  });

/** Returns the complete record of these Observations. */
export function recordOf(resources: readonly unknown[], more: Partial<RecordSnapshot> = {}): RecordSnapshot {
  const sheet = emptyFlowsheet();
  sheet.take(resources);
  return { ...sheet.snapshot(), searches: [], ended: true, complete: true, readAtMs: READ_AT_MS, ...more };
}

/** Returns a completely read record of these series, all of whose results are drawn or listed. */
export const recordOfSeries = (
  series: readonly Series[],
  more: Partial<RecordSnapshot> = {},
): RecordSnapshot => ({
  version: 1,
  series,
  account: accountOf({
    drawn: series.reduce((sum, { account }) => sum + account.drawn, 0),
    listed: series.reduce((sum, { account }) => sum + account.listed, 0),
  }),
  excluded: [],
  searches: [],
  ended: true,
  complete: true,
  readAtMs: READ_AT_MS,
  ...more,
});

/** Returns the state of a search that read one page of three results to its end. */
export const searchOf = (name: string, more: Partial<SearchState> = {}): SearchState => ({
  name,
  state: 'complete',
  pages: 1,
  received: 3,
  ...more,
});
