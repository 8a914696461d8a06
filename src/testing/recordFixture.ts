/** Records for the tests of the grid, read from Observations as a server sends them. */
import { createFlowsheet, type Flowsheet, type FlowsheetContext } from '../record/flowsheet/flowsheet.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';

export const READ_AT_MS = Date.parse('2026-11-24T20:05:00Z');

type Fields = Readonly<Record<string, unknown>>;

let count = 0;

const concept = (code: string): Fields => ({ coding: [{ system: 'http://loinc.org', code }] });
const quantity = (value: number, unit: string): Fields => ({ valueQuantity: { value, unit } });

/** One result: "2823-3", 5.8, "mmol/L", a time, and whatever else the server sends. */
export const resultInput = (
  loinc: string,
  value: number | string,
  unit: string,
  at: string,
  more: Fields = {},
): Fields => ({
  resourceType: 'Observation',
  id: `o${++count}`,
  status: 'final',
  subject: { reference: 'Patient/p1' },
  code: concept(loinc),
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
  code: concept('85354-9'),
  effectiveDateTime: at,
  component: [
    { code: concept('8480-6'), ...quantity(systolic, 'mmHg') },
    ...(diastolic === undefined ? [] : [{ code: concept('8462-4'), ...quantity(diastolic, 'mmHg') }]),
  ],
});

type Limits = readonly [low: number, high: number];

/** With a range of each component; undefined where that side came without one. */
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
      code: concept(code),
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
