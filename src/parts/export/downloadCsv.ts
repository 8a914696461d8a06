import { clockText, dateText } from '../../charts/format/dateText.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import { csvFile, recordCsv } from '../../record/export/csv.ts';
import { injectionSafeFileName } from '../../record/export/injectionSafeText.ts';
import { eventGapLines } from '../events/eventGaps.ts';
import { noticeLines } from '../recordStatus/noticeLines.ts';
import { saveFile } from '../../ui/clipboard/saveFile.ts';
import { newerLines } from './newerLines.ts';
import { columnsOnScreen, type ColumnsExport } from './gridColumns/columnsExport.ts';
import { exportTexts } from './export.messages.ts';
import { ageLines, incompleteText, type ExportSource } from './exportHeader.ts';

/** A CSV does not name the site. */
export type CsvSource = Omit<ExportSource, 'siteLabel'>;

const aboutRecord = ({ record, timeZone, nowMs, events }: CsvSource) => ({
  zone: zoneText(record.readAtMs, timeZone),
  readAt: `${dateText(record.readAtMs, 'instant', timeZone)}, ${clockText(record.readAtMs, timeZone)}`,
  incomplete: record.complete ? undefined : incompleteText(record),
  notices: [
    ...noticeLines(record),
    ...eventGapLines(events),
    ...ageLines({ record, timeZone, nowMs }),
    ...newerLines(record.series, timeZone),
  ],
});

/** Rule 58: where the screen shows hours, shifts or days, the file says that it holds every result all the same. */
const screenNotes = (): string[] => {
  const columns = columnsOnScreen();
  return columns ? [exportTexts('csvOfEveryResult', { unit: columns.unit })] : [];
};

/** Returns the record as CSV, with the notices of the screen. */
export function csvText(source: CsvSource): string {
  const about = aboutRecord(source);
  return recordCsv(source.record, source.patient, {
    ...about,
    notices: [...about.notices, ...screenNotes()],
  });
}

/** Returns the columns of the grid as CSV. It says above the header what a line stands for, and where every result is. */
export function columnsCsvText({ unit, table }: ColumnsExport, source: CsvSource): string {
  const about = aboutRecord(source);
  return csvFile(
    source.patient,
    { ...about, notices: [exportTexts('csvOfColumns', { unit }), ...about.notices] },
    table(),
  );
}

/** Saves a CSV. Its file name carries no identity (rule 49). */
const save = (csv: string, name: string): void =>
  saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), injectionSafeFileName(name, 'csv'));

export const downloadCsv = (source: CsvSource): void => save(csvText(source), 'longview-results');

export const downloadColumnsCsv = (columns: ColumnsExport, source: CsvSource): void =>
  save(columnsCsvText(columns, source), `longview-results-by-${columns.unit}`);
