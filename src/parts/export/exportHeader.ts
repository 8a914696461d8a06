/** What everything that leaves the screen says about itself: whose it is, from where and when, and what is missing (rules 37, 49, 58). */
import { dateTimeText } from '../../charts/format/format.ts';
import { plainLine } from '../../charts/format/singleLineText.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { PatientLine } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { noticeLines } from '../recordStatus/noticeLines.ts';
import { endedWords, isStale, readingWords } from '../recordStatus/recordStatusText.ts';

export type TakenHead = {
  /** "MARLOWE, Edwin, born 14 Mar 1959 (67 y)" */
  readonly patient: string;
  /** "General Hospital, read 24 Nov 2026, 14:05. Times in CST, UTC−06:00." */
  readonly source: string;
  /** What is missing; none of a complete record. */
  readonly notices: readonly string[];
};

export type TakenFrom = {
  readonly record: RecordSnapshot;
  readonly patient: PatientLine;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly siteLabel: string;
};

function patientWords({ name, born, age, deceased }: PatientLine): string {
  const years = age && ` (${age})`;
  return plainLine(
    deceased
      ? `${name}, born ${born}, ${deceased.replace(/^D/, 'd')}${years}`
      : `${name}, born ${born}${years}`,
  );
}

/** Rule 37: said wherever the record is not complete. */
export const incompleteWords = (record: RecordSnapshot): string =>
  `Incomplete: ${(record.ended ? endedWords(record) : readingWords(record)).join(' ')} Results may be missing.`;

export function takenHead({ record, patient, timeZone, nowMs, siteLabel }: TakenFrom): TakenHead {
  const { readAtMs, complete } = record;
  const notices = [...(complete ? [] : [incompleteWords(record)]), ...noticeLines(record)];
  if (isStale(record, nowMs)) notices.push('Stale: results filed since the record was read are not in it.');
  const read = `${plainLine(siteLabel)}, read ${dateTimeText(readAtMs, 'instant', timeZone)}.`;
  return {
    patient: patientWords(patient),
    source: `${read} Times in ${zoneText(readAtMs, timeZone)}.`,
    notices: notices.map(plainLine),
  };
}
