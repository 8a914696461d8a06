import { clockText, dateText } from '../charts/format.ts';
import { zoneText } from '../charts/zone.ts';
import type { PatientLine } from '../clinical/patient.ts';
import { recordCsv } from '../record/csv.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { noticeLines } from './noticeLines.ts';
import { endedWords, readingWords } from './recordWords.ts';

/** Saves the record as CSV. The file's name carries no identity (display rule 49). */
export function downloadCsv(record: RecordSnapshot, patient: PatientLine, timeZone: string): void {
  const { readAtMs } = record;
  const text = recordCsv(record, patient, {
    zone: zoneText(readAtMs, timeZone),
    readAt: `${dateText(readAtMs, 'instant', timeZone)}, ${clockText(readAtMs, timeZone)}`,
    incomplete: record.complete ? undefined : incompleteWords(record),
    notices: noticeLines(record),
  });
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'longview-results.csv';
  link.click();
  // The download reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const incompleteWords = (record: RecordSnapshot): string =>
  `Incomplete: ${(record.ended ? endedWords(record) : readingWords(record)).join(' ')} Results may be missing.`;
