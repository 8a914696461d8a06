/** Series as the record makes them, from a few words for each Observation. For tests. */
import { createColumns } from '../clinical/series/columns.ts';
import { createRowKinds } from '../clinical/observation/rowKinds.ts';
import { readObservation } from '../clinical/observation/observation.ts';
import type { Series } from '../clinical/series/series.ts';
import { createNumberSpellings } from '../clinical/observation/numberSpelling.ts';

type Sent = readonly [loinc: string, value: number | string, unit: string];
type MadeObservation = {
  readonly id?: string;
  readonly at: string;
  readonly status?: string;
  readonly of: Sent | readonly [Sent, Sent];
};

const UCUM = 'http://unitsofmeasure.org';

/** "<12" is 12 with a comparator. */
const valueOf = ([loinc, sent, unit]: Sent) => {
  const [, comparator, value] = /^([<>]?)(.*)$/.exec(String(sent)) ?? [];
  return {
    code: { coding: [{ system: 'http://loinc.org', code: loinc }] },
    valueQuantity: {
      value: Number(value),
      unit,
      code: unit,
      system: UCUM,
      ...(comparator === '' ? {} : { comparator }),
    },
  };
};

const isOne = (of: MadeObservation['of']): of is Sent => typeof of[0] === 'string';

/** Reads Observations in the way of the app. */
export function seriesOfSent(sent: readonly MadeObservation[]): readonly Series[] {
  const kinds = createRowKinds();
  const ids: string[] = [];
  const columns = createColumns({ kinds, spellings: createNumberSpellings(), ids });
  for (const [i, { id = `o${i}`, at, status = 'final', of }] of sent.entries()) {
    const panel = { code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] } };
    const reading = readObservation(
      {
        resourceType: 'Observation',
        id,
        status,
        subject: { reference: 'Patient/p1' },
        effectiveDateTime: at,
        ...(isOne(of) ? valueOf(of) : { ...panel, component: of.map(valueOf) }),
      },
      {
        patientId: 'p1',
        fhirBase: 'https://fhir.example/r4',
        nowMs: Date.parse('2026-11-24T20:00:00Z'),
        hidePreliminary: false,
        kinds,
      },
    );
    if (reading.outcome === 'read') columns.add(reading.rows, ids.push(id) - 1);
  }
  return columns.series();
}
