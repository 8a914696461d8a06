import { clockText, dateText } from '../../charts/format/dateText.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { csvFile, recordCsv } from '../../record/export/csv.ts';
import { injectionSafeFileName } from '../../record/export/injectionSafeText.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { eventGapLines } from '../events/eventGaps.ts';
import { noticeLines } from '../recordStatus/noticeLines.ts';
import { saveFile } from '../../ui/clipboard/saveFile.ts';
import { newerLines } from './newerLines.ts';
import { columnsOnScreen, type ColumnsExport } from './columns/columnsExport.ts';
import { exportTexts } from './export.messages.ts';
import { incompleteText, type ExportSource } from './exportHeader.ts';

const aboutRecord = (record: RecordSnapshot, timeZone: string, events?: EventsSnapshot) => ({
  zone: zoneText(record.readAtMs, timeZone),
  readAt: `${dateText(record.readAtMs, 'instant', timeZone)}, ${clockText(record.readAtMs, timeZone)}`,
  incomplete: record.complete ? undefined : incompleteText(record),
  notices: [...noticeLines(record), ...eventGapLines(events), ...newerLines(record.series, timeZone)],
});

/** Rule 58: where the screen shows hours, shifts or days, the file says that it holds every result all the same. */
const screenNotes = (): string[] => {
  const columns = columnsOnScreen();
  return columns ? [exportTexts('csvOfEveryResult', { unit: columns.unit })] : [];
};

/** Returns the record as CSV, with the notices of the screen. */
export function csvText(
  record: RecordSnapshot,
  patient: PatientIdentity,
  timeZone: string,
  events?: EventsSnapshot,
): string {
  const about = aboutRecord(record, timeZone, events);
  return recordCsv(record, patient, { ...about, notices: [...about.notices, ...screenNotes()] });
}

/** Returns the columns of the grid as CSV. It says above the header what a line stands for, and where every result is. */
export function columnsCsvText(
  { unit, table }: ColumnsExport,
  { record, patient, timeZone, events }: ExportSource,
): string {
  const about = aboutRecord(record, timeZone, events);
  return csvFile(
    patient,
    { ...about, notices: [exportTexts('csvOfColumns', { unit }), ...about.notices] },
    table(),
  );
}

/** Saves a CSV. Its file name carries no identity (rule 49). */
const save = (csv: string, name: string): void =>
  saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), injectionSafeFileName(name, 'csv'));

export const downloadCsv = (...record: Parameters<typeof csvText>): void =>
  save(csvText(...record), 'longview-results');

export const downloadColumnsCsv = (columns: ColumnsExport, source: ExportSource): void =>
  save(columnsCsvText(columns, source), `longview-results-by-${columns.unit}`);
