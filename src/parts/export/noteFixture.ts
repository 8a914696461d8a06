/** This file makes notes of a made-up record. */
import { madeSeries } from '../../testing/seriesFixture.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { READ_AT_MS, recordOfSeries } from '../../testing/recordFixture.ts';
import { noteFacts, type NoteOptions } from './noteFacts.ts';
import { noteText, type NoteFormat } from './noteText.ts';
import { accountOf } from '../../testing/accountFixture.ts';
import { marlowe } from '../../testing/patientFixture.ts';

type NoteOptionsOfTest = {
  readonly ids?: readonly string[];
  readonly options?: NoteOptions;
  readonly patient?: Partial<PatientIdentity>;
  readonly nowMs?: number;
};

export function noteOf(
  record: RecordSnapshot,
  format: NoteFormat = 'text',
  more: NoteOptionsOfTest = {},
): string {
  const from = {
    record,
    patient: { ...marlowe, ...more.patient },
    timeZone: 'America/Chicago',
    nowMs: more.nowMs ?? READ_AT_MS,
    siteLabel: 'General Hospital',
  };
  return noteText(noteFacts(from, { seriesIds: more.ids, ...more.options }), format);
}

export const noteBody = (text: string) => text.trimEnd().split('\n').slice(2);

export const noteRecord = (...series: RecordSnapshot['series']): RecordSnapshot =>
  recordOfSeries(series, { account: accountOf({}) });

export const noteRange = { rangeLow: '3.5', rangeHigh: '5.0' };
export const potassiumSeries = madeSeries([
  { at: '2026-10-29T14:05:00Z', text: '5.4', flag: 'H', ...noteRange },
  { at: '2026-11-12T14:10:00Z', text: '5.8', flag: 'H', ...noteRange },
]);

export const notePotassium = (
  rows: Parameters<typeof madeSeries>[0],
  changes: Parameters<typeof madeSeries>[1] = {},
) => noteBody(noteOf(noteRecord(madeSeries(rows, changes))));
