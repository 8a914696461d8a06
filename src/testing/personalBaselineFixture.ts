/** Series of potassium read in the way of the app, each result in a few words. For tests. */
import { createColumns } from '../clinical/series/columns.ts';
import { createRowKinds } from '../clinical/observation/rowKinds.ts';
import { readObservation } from '../clinical/observation/observation.ts';
import type { Row } from '../clinical/observation/resultRow.ts';
import type { Series } from '../clinical/series/series.ts';
import { createNumberSpellings } from '../clinical/observation/numberSpelling.ts';
import { DAY_MS } from '../clinical/time/durations.ts';

export type SentResult = { readonly at: string; readonly text: string; readonly more?: object };

/** "<3.0" is 3.0 with a comparator; `more` takes the place of whatever else is sent. */
function observationOf({ at, text, more = {} }: SentResult, id: string): object {
  const [, comparator, digits = ''] = /^([<>]?)(.*)$/.exec(text) ?? [];
  const number = { value: Number(digits), valueText: digits, unit: 'mmol/L' };
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: { reference: 'Patient/p1' },
    code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
    effectiveDateTime: at,
    valueQuantity: comparator === '' ? number : { ...number, comparator },
    ...more,
  };
}

/** Every series that comes of them, whatever the order in which they arrive. */
export function baselineSeries(sent: readonly SentResult[]): readonly Series[] {
  const kinds = createRowKinds();
  const ids: string[] = [];
  const columns = createColumns({ kinds, spellings: createNumberSpellings(), ids });
  for (const one of sent) {
    const id = `${one.at} ${one.text} ${JSON.stringify(one.more)}`;
    const reading = readObservation(observationOf(one, id), {
      patientId: 'p1',
      fhirBase: 'https://ehr.example/r4',
      nowMs: Date.UTC(2026, 10, 24),
      hidePreliminary: false,
      kinds,
    });
    if (reading.outcome === 'read') columns.add(reading.rows, ids.push(id) - 1);
  }
  return columns.series();
}

const LENGTHS_MS = { instant: 0, none: 0, day: DAY_MS, month: 31 * DAY_MS, year: 366 * DAY_MS };

/** What a date can mean, in UTC. */
export function spanInUtc({ timeMs, kind }: Row): readonly [number, number] {
  const fromMs = kind.precision === 'instant' ? timeMs : Math.floor(timeMs / DAY_MS) * DAY_MS;
  return [fromMs, fromMs + LENGTHS_MS[kind.precision]];
}
