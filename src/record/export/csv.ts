import { annotationText } from '../../clinical/events/annotation.ts';
import { shortText } from '../../clinical/fhirElements/shortText.ts';
import { MAX_NOTE_LENGTH } from '../../clinical/observation/attached/attachedTexts.ts';
import { attachedWords } from '../../clinical/observation/attached/attachedWords.ts';
import { PANEL_FLAG_NOTE } from '../../clinical/observation/flag/flag.ts';
import { newestFirst } from '../../clinical/series/rowOrder.ts';
import { patientTexts } from '../../clinical/patient/patient.messages.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { reasonText } from '../../clinical/observation/reasons/reasons.ts';
import type { Row, RowKind } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { csvTexts } from './csv.messages.ts';
import type { RecordSnapshot } from '../flowsheet/recordSnapshot.ts';
import { csvHeadLine, csvNumberCell, csvTextCell } from './injectionSafeText.ts';

/** A CSV says this of the record, above the table. */
export type AboutRecord = {
  /** This is the name of the time zone of the screen. */
  readonly zone: string;
  /** The time of reading is given in words. */
  readonly readAt: string;
  /** A record that is incomplete carries this notice (rule 37). */
  readonly incomplete: string | undefined;
  /** The other notices of the screen follow, one line each. */
  readonly notices?: readonly string[];
};

/**
 * Returns the record as CSV (docs/contract.md, section 5): one line per drawn or listed Observation or component, values as
 * sent, the newest first and undated ones last (rules 57 and 58). UTF-8 with a byte-order mark, RFC 4180. The value, the
 * limits and the converted value are numbers where they were sent as numbers; every other cell is a text (`injectionSafeText.ts`).
 */
export function recordCsv({ series }: RecordSnapshot, patient: PatientIdentity, about: AboutRecord): string {
  const results = series.flatMap((one) => [...one.rows, ...one.listed].map((row) => csvResult(row, one)));
  const rows = results
    .toSorted((a, b) => newestFirst(a.row, b.row))
    .map((result) => COLUMNS.map(([, cell]) => cell(result)));
  return csvFile(patient, about, { header: COLUMNS.map(([name]) => name).join(','), rows });
}

/** These are the names of the columns, and the cells of each line, made by `injectionSafeText.ts`. */
export type CsvTable = { readonly header: string; readonly rows: readonly (readonly string[])[] };

/** Returns a table as a CSV that says above its header whose it is, where and when it was read, and what is missing. */
export function csvFile(patient: PatientIdentity, about: AboutRecord, { header, rows }: CsvTable): string {
  const lines = [...headLines(patient, about).map(csvHeadLine), header];
  for (const cells of rows) lines.push(cells.join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function headLines(
  patient: PatientIdentity,
  { zone, readAt, incomplete, notices = [] }: AboutRecord,
): string[] {
  const { identifier, age, deceased, recordState } = patient;
  const parts = [
    patient.name,
    age === ''
      ? csvTexts('born', { date: patient.born })
      : csvTexts('bornWithAge', { date: patient.born, age }),
    deceased,
    patient.gender,
    identifier === undefined ? '' : `${identifier.label} ${identifier.value}`,
    recordState === undefined ? '' : csvTexts('recordState', { state: patientTexts(recordState) }),
  ];
  const lines = [
    parts.filter((part) => part !== '').join(', '),
    csvTexts('timeZone', { zone }),
    csvTexts('readAt', { time: readAt }),
  ];
  return [...lines, ...(incomplete === undefined ? [] : [incomplete]), ...notices];
}

/** This is what a line of the record's CSV is made of. */
type CsvResult = {
  readonly row: Row;
  readonly series: Series;
  /** This is the kind as it was sent, whatever unit the reader chose. */
  readonly kind: RowKind;
  /** The value that is drawn is not the one that was sent. */
  readonly isDrawnOtherwise: boolean;
};

function csvResult(row: Row, series: Series): CsvResult {
  const kind = row.kind.reported ?? row.kind;
  const isDrawnOtherwise = kind.drawing !== 'listed' && (row.kind.isConverted || kind.isParsedFromText);
  return { row, series, kind, isDrawnOtherwise };
}

/** These are the columns of the record's CSV in their order. `docs/contract.md`, section 5, says what stands in each. */
const COLUMNS: readonly (readonly [name: string, cell: (result: CsvResult) => string])[] = [
  ['observation_id', ({ row }) => csvTextCell(row.id)],
  ['component', ({ kind }) => csvTextCell(kind.component)],
  ['series', ({ series }) => csvTextCell(series.id)],
  ['code_system', ({ kind }) => csvTextCell(kind.codeSystem)],
  ['code', ({ kind }) => csvTextCell(kind.code)],
  ['code_text', ({ kind }) => csvTextCell(kind.codeText)],
  ['status', ({ kind }) => csvTextCell(kind.status)],
  ['effective', ({ row }) => csvTextCell(row.effective)],
  ['comparator', ({ kind }) => (kind.isParsedFromText ? '' : kind.comparator)],
  ['value', ({ row }) => valueCell(row)],
  ['unit', ({ kind }) => csvTextCell(kind.isParsedFromText ? '' : kind.unit)],
  ['unit_code', ({ kind }) => csvTextCell(kind.unitCode)],
  // Each limit has its own unit in the text as soon as one is in another unit than the value: "3.9 mmol/L".
  ['range_low', ({ kind }) => csvNumberCell(kind.rangeLow)],
  ['range_high', ({ kind }) => csvNumberCell(kind.rangeHigh)],
  ['range_text', ({ kind }) => csvTextCell(kind.rangeText)],
  ['flag', ({ kind }) => csvTextCell(isSentShape(kind) ? kind.flag : kind.flagText)],
  ['drawn', ({ kind }) => (kind.drawing === 'listed' ? 'no' : 'yes')],
  ['reason', ({ row, kind }) => csvTextCell(reasonText(row) || kind.check)],
  [
    'value_converted',
    ({ row, isDrawnOtherwise }) => (isDrawnOtherwise ? csvNumberCell(String(row.value)) : ''),
  ],
  ['unit_converted', ({ series, isDrawnOtherwise }) => (isDrawnOtherwise ? csvTextCell(series.unit) : '')],
  ['attached', ({ row }) => csvTextCell(attachedCell(row))],
];

// A record has a hundred thousand cells, so these are looked up once.
const NOTE = csvTexts('note');
const COLLECTED = csvTexts('collected');

/** Everything that came with the result stands in one cell, each note as far as the record keeps it. */
function attachedCell(row: Row): string {
  const { notes = [], collected = '' } = row.attached ?? {};
  const noteTexts = notes.map(({ text, author, time }) => {
    const origin = [author, time].filter(Boolean).join(', ');
    return `${NOTE}: ${shortText(annotationText(text), MAX_NOTE_LENGTH)}${origin && ` (${origin})`}`;
  });
  const parts = [
    ...attachedWords(row),
    row.kind.context,
    collected && `${COLLECTED} ${collected}`,
    ...noteTexts,
  ];
  return parts.filter(Boolean).join('; ');
}

/** The flag of a whole panel has no direction for one row, so its text is written instead (rule 26). */
const isSentShape = ({ flag, flagText }: RowKind): boolean =>
  flag !== 'other' && !flagText.endsWith(PANEL_FLAG_NOTE);

/** A number is written as it was sent. A text stays a text, also when it was read as a number. */
const valueCell = ({ kind, value, valueText }: Row): string =>
  Number.isNaN(value) || kind.isParsedFromText
    ? csvTextCell(`${kind.isParsedFromText ? kind.comparator : ''}${valueText}`)
    : csvNumberCell(valueText);
