import { clockText, dateText } from '../../charts/format/format.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { recordCsv } from '../../record/export/csv.ts';
import { fileName } from '../../record/export/inertText.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { eventGapLines } from '../events/eventGaps.ts';
import { noticeLines } from '../recordStatus/noticeLines.ts';
import { saveFile } from '../../ui/clipboard/saveFile.ts';
import { newerLines } from './newerLines.ts';
import { incompleteText } from './exportHeader.ts';

/** Returns the record as CSV, with the notices of the screen. */
export function csvText(
  record: RecordSnapshot,
  patient: PatientIdentity,
  timeZone: string,
  events?: EventsSnapshot,
): string {
  const { readAtMs } = record;
  return recordCsv(record, patient, {
    zone: zoneText(readAtMs, timeZone),
    readAt: `${dateText(readAtMs, 'instant', timeZone)}, ${clockText(readAtMs, timeZone)}`,
    incomplete: record.complete ? undefined : incompleteText(record),
    notices: [...noticeLines(record), ...eventGapLines(events), ...newerLines(record.series, timeZone)],
  });
}

/** Saves the CSV. Its file name carries no identity (rule 49). */
export const downloadCsv = (...record: Parameters<typeof csvText>): void =>
  saveFile(
    new Blob([csvText(...record)], { type: 'text/csv;charset=utf-8' }),
    fileName('longview-results', 'csv'),
  );
