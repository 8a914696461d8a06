import { annotationText } from '../../clinical/events/annotation.ts';
import { shortText } from '../../clinical/fhirElements/shortText.ts';
import { MAX_NOTE_LENGTH } from '../../clinical/observation/attached/attachedTexts.ts';
import { attachedWords } from '../../clinical/observation/attached/attachedWords.ts';
import { PANEL_FLAG_NOTE } from '../../clinical/observation/flag.ts';
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

const HEADER =
  'observation_id,component,series,code_system,code,code_text,status,effective,comparator,value,unit,unit_code,' +
  'range_low,range_high,range_text,flag,drawn,reason,value_converted,unit_converted,attached';

/**
 * Returns the record as CSV (docs/contract.md, section 5): one line per drawn or listed Observation or component, values as
 * sent, the newest first and undated ones last (rules 57 and 58). UTF-8 with a byte-order mark, RFC 4180. The value, the
 * limits and the converted value are numbers where they were sent as numbers; every other cell is a text (`injectionSafeText.ts`).
 */
export function recordCsv({ series }: RecordSnapshot, patient: PatientIdentity, about: AboutRecord): string {
  const entries = series.flatMap((one) => [...one.rows, ...one.listed].map((row) => ({ row, one })));
  const rows = entries.toSorted((a, b) => newestFirst(a.row, b.row)).map(({ row, one }) => cellsOf(row, one));
  return csvFile(patient, about, { header: HEADER, rows });
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

function cellsOf(row: Row, { id, unit }: Series): string[] {
  // The columns before the last two hold what was sent, whatever unit the reader chose.
  const kind = row.kind.reported ?? row.kind;
  const isDrawnOtherwise = kind.drawing !== 'listed' && (row.kind.isConverted || kind.isParsedFromText);
  return [
    ...[
      row.id,
      kind.component,
      id,
      kind.codeSystem,
      kind.code,
      kind.codeText,
      kind.status,
      row.effective,
    ].map(csvTextCell),
    kind.isParsedFromText ? '' : kind.comparator,
    valueCell(row),
    csvTextCell(kind.isParsedFromText ? '' : kind.unit),
    csvTextCell(kind.unitCode),
    // A limit in another unit than the value has its unit in the text: "3.9 mmol/L".
    csvNumberCell(kind.rangeLow),
    csvNumberCell(kind.rangeHigh),
    csvTextCell(kind.rangeText),
    csvTextCell(isSentShape(kind) ? kind.flag : kind.flagText),
    kind.drawing === 'listed' ? 'no' : 'yes',
    csvTextCell(reasonText(row) || kind.check),
    isDrawnOtherwise ? csvNumberCell(String(row.value)) : '',
    isDrawnOtherwise ? csvTextCell(unit) : '',
    csvTextCell(attachedCell(row)),
  ];
}

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
