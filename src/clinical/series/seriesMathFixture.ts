/** Series read in the way of the app, each result in a few words. For tests. */
import { createColumns } from './columns.ts';
import { createRowKinds } from '../observation/rowKinds.ts';
import { readObservation } from '../observation/observation.ts';
import type { Series } from './series.ts';
import { createNumberSpellings } from '../observation/numberSpelling.ts';
import { DAY_MS } from '../time/durations.ts';

const context = {
  patientId: 'p1',
  fhirBase: 'https://ehr.example/r4',
  nowMs: Date.UTC(2026, 10, 24),
  hidePreliminary: false,
};

let count = 0;
export type Result = {
  readonly day: number | string;
  readonly value: number | string;
  readonly more?: object;
};

/** A potassium unless another code is said; a text value such as "<0.01" is a comparator. */
function observationOf({ day, value, more = {} }: Result): object {
  const [, comparator, digits] = /^([<>]=?)(.+)$/.exec(String(value)) ?? [];
  const number = { value: Number(digits ?? value), valueText: digits ?? String(value), unit: 'mmol/L' };
  return {
    resourceType: 'Observation',
    id: `o${++count}`,
    status: 'final',
    subject: { reference: 'Patient/p1' },
    code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
    effectiveDateTime:
      typeof day === 'string' ? day : new Date(Date.UTC(2026, 0, 1) + day * DAY_MS).toISOString(),
    valueQuantity: comparator === undefined ? number : { ...number, comparator },
    ...more,
  };
}

/** Every series that comes of these results. */
export function allSeries(results: readonly Result[]): readonly Series[] {
  const kinds = createRowKinds();
  const ids: string[] = [];
  const columns = createColumns({ kinds, spellings: createNumberSpellings(), ids });
  for (const result of results) {
    const reading = readObservation(observationOf(result), { ...context, kinds });
    if (reading.outcome === 'read') columns.add(reading.rows, ids.push(`o${count}`) - 1);
  }
  return columns.series();
}

/** Of results of one measure. */
export function seriesOfResults(...results: readonly Result[]): Series {
  const [series, more] = allSeries(results);
  if (series === undefined || more !== undefined) throw new Error('expected one series');
  return series;
}
