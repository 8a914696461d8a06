/** Made-up resources in the shapes that vendors send, taken by a flowsheet: what a reader of the record and its CSV would see. */
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { recordCsv } from '../export/csv.ts';
import { createFlowsheet, type FlowsheetContext } from '../flowsheet/flowsheet.ts';
import type { RecordSnapshot } from '../flowsheet/recordSnapshot.ts';
import { UCUM, loinc } from '../../testing/codes.ts';

export const MILLENNIUM = 'https://fhir.cerner.com/t1/codeSet/72';
export const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** A quantity by its UCUM code; `unit` where it is spelled another way. */
export const ucum = (value: number, code: string, unit = code) => ({ value, unit, system: UCUM, code });

/** Final, of patient p1, on 2 January 2026. */
export const observation = (fields: object): object => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-01-02T18:30:00Z',
  ...fields,
});

export const potassiumObservation = (fields: object): object =>
  observation({ code: loinc('2823-3'), valueQuantity: ucum(4.2, 'mmol/L'), ...fields });

const nobody: PatientIdentity = {
  id: 'p1',
  name: 'Name not available',
  born: 'Not known',
  age: '',
  gender: 'Not known',
  identifier: undefined,
  deceased: '',
};

type Cells = Readonly<Record<string, string>>;

export type ShownRecord = Pick<RecordSnapshot, 'series' | 'account' | 'excluded'> & {
  readonly csv: string;
  /** The lines of the CSV by the names of their columns. */
  readonly lines: readonly Cells[];
};

/** Takes one page of resources. */
export function shownRecord(
  resources: readonly unknown[],
  more: Partial<FlowsheetContext> = {},
): ShownRecord {
  const sheet = createFlowsheet({
    patientId: 'p1',
    fhirBase: 'https://ehr.example/r4',
    nowMs: () => Date.UTC(2026, 10, 24, 14),
    hidePreliminary: false,
    ...more,
  });
  sheet.take(resources);
  const record = { ...sheet.snapshot(), searches: [], ended: true, complete: true, readAtMs: 0 };
  const csv = recordCsv(record, nobody, { zone: 'UTC', readAt: 'now', incomplete: undefined });
  return { ...record, csv, lines: linesOf(csv) };
}

/** The CSV line of an Observation that has exactly one. */
export function shownLine(fields: object, more: Partial<FlowsheetContext> = {}): Cells {
  const [first, second] = shownRecord([observation(fields)], more).lines;
  if (first === undefined || second !== undefined) throw new Error('expected exactly one line');
  return first;
}

/** The line of the Observation with this id. */
export const shownLineOf = ({ lines }: Pick<ShownRecord, 'lines'>, id: string): Cells | undefined =>
  lines.find(({ observation_id }) => observation_id === id);

/** The row behind that line. */
export function row(fields: object, more: Partial<FlowsheetContext> = {}): Row {
  const [only] = shownRecord([observation(fields)], more).series.flatMap(({ rows, listed }) => [
    ...rows,
    ...listed,
  ]);
  if (only === undefined) throw new Error('expected a row');
  return only;
}

/** The series of a record by its id. */
export function seriesOf({ series }: Pick<ShownRecord, 'series'>, id: string): Series {
  const found = series.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no series ${id}`);
  return found;
}

function linesOf(csv: string): readonly Cells[] {
  const [names = [], ...rows] = csv
    .slice(1)
    .split('\r\n')
    .filter((text) => text !== '' && !text.startsWith('# '))
    .map(fieldsOf);
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}

const fieldsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
