/**
 * This file says of every export whose it is, where and when it was read, and what is missing (rules 37, 49
 * and 58).
 */
import { clockText, dateTimeText } from '../../charts/format/dateText.ts';
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import { patientTexts } from '../../clinical/patient/patient.messages.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { eventGapLines } from '../events/eventGaps.ts';
import { noticeLines } from '../recordStatus/noticeLines.ts';
import { endedText } from '../recordStatus/endedText.ts';
import { isStale, readingStateText, resultsText } from '../recordStatus/recordStatusText.ts';
import { exportTexts } from './export.messages.ts';

export type ExportHeader = {
  /** Reads like "MARLOWE, Edwin, born 14 Mar 1959 (67 y)". */
  readonly patient: string;
  /** Reads like "General Hospital, read 24 Nov 2026, 14:05. Times in CST, UTC−06:00." */
  readonly source: string;
  /** These notices say what is missing. A complete record has none. */
  readonly notices: readonly string[];
};

export type ExportSource = {
  readonly record: RecordSnapshot;
  readonly patient: PatientIdentity;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly siteLabel: string;
  /** These are the events as far as they were read. */
  readonly events?: EventsSnapshot | undefined;
};

function patientText({ name, born, age, deceased, recordState }: PatientIdentity): string {
  const identity = deceased
    ? exportTexts('deceasedPatient', { name, born, deceased: deceased.replace(/^D/, 'd') })
    : exportTexts('patient', { name, born });
  const person = age ? exportTexts('patientAndAge', { patient: identity, age }) : identity;
  return plainLine(
    recordState
      ? exportTexts('patientAndRecordState', { patient: person, state: patientTexts(recordState) })
      : person,
  );
}

/** Every export says when the record is not complete (rule 37). */
export const incompleteText = (record: RecordSnapshot): string =>
  exportTexts('incomplete', {
    state: (record.ended ? endedText(record) : readingStateText(record)).join(' '),
  });

type Age = {
  readonly record: RecordSnapshot;
  readonly timeZone: string;
  readonly nowMs: number;
};

/** Says in an export what the screen says of the age of the record: how the last refresh ended, and that it was loaded long ago (rules 35 and 40). */
export function ageLines({ record, timeZone, nowMs }: Age): string[] {
  const { readAtMs, refresh } = record;
  const time = `${clockText(readAtMs, timeZone)} ${zoneText(readAtMs, timeZone)}`;
  const lines = isStale(record, nowMs) ? [exportTexts('stale')] : [];
  if (refresh?.state === 'failed') lines.unshift(exportTexts('notRefreshed', { time }));
  if (refresh?.state === 'partly') {
    const partly = exportTexts('refreshedInPart', { time });
    const results = resultsText(refresh.missing);
    lines.unshift(refresh.missing > 0 ? exportTexts('refreshedInPartMissing', { partly, results }) : partly);
  }
  return lines;
}

export function exportHeader(from: ExportSource): ExportHeader {
  const { record, patient, timeZone, nowMs, siteLabel, events } = from;
  const { readAtMs, complete } = record;
  const notices = [
    ...(complete ? [] : [incompleteText(record)]),
    ...noticeLines(record),
    ...eventGapLines(events),
    ...ageLines({ record, timeZone, nowMs }),
  ];
  return {
    patient: patientText(patient),
    source: exportTexts('source', {
      site: plainLine(siteLabel),
      time: dateTimeText(readAtMs, 'instant', timeZone),
      zone: zoneText(readAtMs, timeZone),
    }),
    notices: notices.map(plainLine),
  };
}
