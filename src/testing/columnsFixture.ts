/** This file fills the columns of a record with Observations of patient p1, for the tests of them. */
import { elementOf, resourceId } from '../clinical/fhirElements/fhirElement.ts';
import { observationContextFixture } from '../clinical/observation/observationFixture.ts';
import { readObservation } from '../clinical/observation/observation.ts';
import { observation, potassiumObservation, ucum } from './readRecordFixture.ts';
import { columnsWithTables } from './readSeriesFixture.ts';
import type { Series } from '../clinical/series/series.ts';

/** Returns empty columns that take Observations by their id. */
export function emptyColumns() {
  const { kinds, ids, columns } = columnsWithTables();
  return {
    ...columns,
    take(...resources: readonly object[]) {
      for (const resource of resources) {
        const reading = readObservation(resource, { ...observationContextFixture, kinds });
        const id = resourceId(elementOf(resource));
        if (reading.outcome === 'read') columns.add(reading.rows, ids.push(id) - 1, reading.told);
        if (reading.outcome === 'withdrawn') columns.addGap(reading, ids.push(id) - 1);
      }
    },
    forget(id: string) {
      columns.remove(ids.indexOf(id));
    },
  };
}

/** Returns potassium of a day of January 2026. */
export const potassiumOn = (id: string, day: number, more: object = {}): object =>
  potassiumObservation({ id, effectiveDateTime: `2026-01-0${day}T08:00:00Z`, ...more });

/** A result with these fields is a text. */
export const clotted = { valueQuantity: undefined, valueString: 'clotted' };

/** Returns a result of a code that the catalog does not know. */
export const unknownResult = (id: string, unit: string, more: object = {}): object =>
  observation({
    id,
    code: { coding: [{ system: 'urn:lab', code: 'x7' }], text: 'Zonulin' },
    valueQuantity: unit === '' ? { value: 5 } : ucum(5, unit),
    ...more,
  });

/** Returns, for each series, the Observations of its drawn and of its listed rows, and how many it counts as each. */
export const placesIn = (all: readonly Series[]) =>
  all.map(({ id, rows, listed, account }) => [
    id,
    rows.map((row) => row.id).join(' '),
    listed.map((row) => row.id).join(' '),
    account.drawn,
    account.listed,
  ]);
