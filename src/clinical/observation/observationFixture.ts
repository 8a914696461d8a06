/** These are made-up Observations of patient p1, for the tests of reading one. */
import { readObservation, type ObservationReading, type ReadingContext } from './observation.ts';
import type { Row } from './resultRow.ts';
import { UCUM, loinc } from '../../testing/codes.ts';

export const observationContextFixture: ReadingContext = {
  patientId: 'p1',
  fhirBase: 'https://ehr.example/r4',
  nowMs: Date.UTC(2026, 10, 24, 14),
  hidePreliminary: false,
};

export const quantity = (value: number, unit?: string, code = unit) =>
  unit === undefined ? { value } : { value, unit, system: UCUM, code };

const observation = (fields: object): object => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-01-02T18:30:00Z',
  ...fields,
});

export const read = (fields: object, more: Partial<ReadingContext> = {}): ObservationReading =>
  readObservation(observation(fields), { ...observationContextFixture, ...more });

export function readRows(reading: ObservationReading): readonly Row[] {
  if (reading.outcome !== 'read') throw new Error(`expected rows, got ${reading.outcome}`);
  return reading.rows;
}

/** Reads an Observation that has exactly one row. */
export function readRow(fields: object, more: Partial<ReadingContext> = {}): Row {
  const [first, second] = readRows(read(fields, more));
  if (first === undefined || second !== undefined) throw new Error('expected exactly one row');
  return first;
}

export const readPotassium = (fields: object, more: Partial<ReadingContext> = {}): Row =>
  readRow({ code: loinc('2823-3'), valueQuantity: quantity(4.2, 'mmol/L'), ...fields }, more);
