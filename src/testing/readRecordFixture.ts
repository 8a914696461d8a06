/** This file reads Observations into a record and its CSV. */
import type { PatientIdentity } from '../clinical/patient/patient.ts';
import type { Lifetime } from '../clinical/patient/patient.ts';
import type { Row } from '../clinical/observation/resultRow.ts';
import type { Series } from '../clinical/series/series.ts';
import { recordCsv } from '../record/export/csv.ts';
import type { FlowsheetContext } from '../record/flowsheet/flowsheet.ts';
import { marlowe } from './patientFixture.ts';
import { emptyFlowsheet } from './recordFixture.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { UCUM, loinc } from './codes.ts';

/** One vendor uses this code system for its own codes. */
export const MILLENNIUM = 'https://fhir.cerner.com/t1/codeSet/72';
/** This extension says why data is absent. */
export const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** Returns a quantity by its UCUM code. `unit` is its display text. */
export const ucum = (value: number, code: string, unit = code) => ({ value, unit, system: UCUM, code });

/** Returns a final Observation of patient p1 on 2 January 2026. */
export const observation = (fields: object): object => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-01-02T18:30:00Z',
  ...fields,
});

/** Returns an Observation of potassium, which is 4.2 mmol/L. */
export const potassiumObservation = (fields: object): object =>
  observation({ code: loinc('2823-3'), valueQuantity: ucum(4.2, 'mmol/L'), ...fields });

const unnamedPatient: PatientIdentity = {
  ...marlowe,
  name: 'Name not available',
  born: 'Not known',
  age: '',
  gender: 'Not known',
  identifier: undefined,
};

type Cells = Readonly<Record<string, string>>;

/** A reader of the record and of its CSV sees this. */
export type ReadRecord = Pick<RecordSnapshot, 'series' | 'account' | 'excluded'> & {
  readonly csv: string;
  /** The lines of the CSV have each cell under the name of its column. */
  readonly lines: readonly Cells[];
};

/** Takes one page of resources into a flowsheet. */
export function readRecord(
  resources: readonly unknown[],
  { birth, deathLimits, ...more }: Partial<FlowsheetContext> & Lifetime = {},
): ReadRecord {
  const sheet = emptyFlowsheet(more);
  sheet.take(resources);
  sheet.setLifetime({ ...(birth && { birth }), deathLimits });
  const record = { ...sheet.snapshot(), searches: [], ended: true, complete: true, readAtMs: 0 };
  const csv = recordCsv(record, unnamedPatient, { zone: 'UTC', readAt: 'now', incomplete: undefined });
  return { ...record, csv, lines: csvCellsOf(csv) };
}

/** Returns the CSV line of one Observation; throws when there are more lines or none. */
export function csvLine(fields: object, more: Partial<FlowsheetContext> = {}): Cells {
  const [first, second] = readRecord([observation(fields)], more).lines;
  if (first === undefined || second !== undefined) throw new Error('expected exactly one line');
  return first;
}

/** Returns the line of the Observation with this id. */
export const csvLineOf = ({ lines }: Pick<ReadRecord, 'lines'>, id: string): Cells | undefined =>
  lines.find(({ observation_id }) => observation_id === id);

/** Returns the first row of one Observation; throws when there is none. */
export function rowInRecord(fields: object, more: Partial<FlowsheetContext> = {}): Row {
  const [only] = readRecord([observation(fields)], more).series.flatMap(({ rows, listed }) => [
    ...rows,
    ...listed,
  ]);
  if (only === undefined) throw new Error('expected a row');
  return only;
}

/** Returns the series with this id; throws when there is none. */
export function seriesOf({ series }: Pick<ReadRecord, 'series'>, id: string): Series {
  const found = series.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no series ${id}`);
  return found;
}

/** Returns the lines of a CSV below its header, with each cell under the name of its column. */
export function csvCellsOf(csv: string): readonly Cells[] {
  const [names = [], ...rows] = csv
    .slice(1)
    .split('\r\n')
    .filter((text) => text !== '' && !text.startsWith('"# '))
    .map(fieldsOf);
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}

const fieldsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

/** Returns a potassium of this day of January 2026. */
export const potassiumOnDay = (day: number, fields: object = {}) =>
  potassiumObservation({ id: `k${day}`, effectiveDateTime: `2026-01-0${day}T08:00:00Z`, ...fields });

export const inMmolPerL = (number: number) => ({ valueQuantity: ucum(number, 'mmol/L') });
