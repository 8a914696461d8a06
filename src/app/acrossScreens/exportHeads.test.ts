import { expect, test } from 'vitest';
import { marlowe } from '../../testing/patientFixture.ts';
import { READ_AT_MS } from '../../testing/recordFixture.ts';
import { csvText } from '../../parts/export/downloadCsv.ts';
import type { Refresh } from '../../record/flowsheet/recordSnapshot.ts';
import { exportHeader } from '../../parts/export/exportHeader.ts';
import { noteOf, noteRecord, potassiumSeries } from '../../parts/export/noteFixture.ts';

const record = noteRecord(potassiumSeries);
const source = { record, timeZone: 'America/Chicago', nowMs: READ_AT_MS, siteLabel: 'General Hospital' };
const HOUR_MS = 3_600_000;

test.each([
  ['notInUse', 'record not in use'],
  ['notTheMain', 'record not the main record of this person'],
] as const)('rule 47: a record that is %s is said to be so in each export', (recordState, words) => {
  const patient = { ...marlowe, recordState };
  expect(exportHeader({ ...source, patient }).patient).toContain(`), ${words}`);
  expect(noteOf(record, 'text', { patient }).split('\n')[0]).toContain(words);
  expect(csvText({ ...source, patient }).split('\r\n')[0]).toContain(words);
});

test('a record that is in use is not called anything', () => {
  expect(exportHeader({ ...source, patient: marlowe }).patient).toMatch(/\)$/);
  expect(csvText({ ...source, patient: marlowe }).split('\r\n')[0]).not.toContain('record');
});

test('rule 40: a CSV of a record that was loaded an hour ago says so, as every other export does', () => {
  const later = { ...source, patient: marlowe, nowMs: READ_AT_MS + HOUR_MS };
  const [stale = ''] = exportHeader(later).notices;
  expect(stale).toMatch(/^Stale: /);
  expect(csvText(later)).toContain(`"# ${stale}"`);
  expect(csvText({ ...later, nowMs: READ_AT_MS })).not.toContain('Stale');
});

const PARTLY = {
  state: 'partly',
  added: 1,
  corrected: 0,
  withdrawn: 0,
  gone: 0,
  older: 2,
  missing: 0,
} as const;

const exportsOf = (refresh: Refresh): readonly string[] => {
  const from = { ...source, record: { ...record, refresh }, patient: marlowe };
  return [
    exportHeader(from).notices.join('\n'),
    csvText(from),
    noteOf(from.record, 'text', { patient: marlowe }),
  ];
};

test.each<[string, Refresh, string]>([
  ['in part', PARTLY, 'Stale: refreshed only in part.'],
  ['in part, without some', { ...PARTLY, missing: 3 }, 'Kept, although not sent again: 3 results.'],
  ['without success', { state: 'failed' }, 'Stale: the last refresh failed.'],
])('rule 35: each export of a record that was refreshed %s says so', (_, refresh, words) => {
  for (const text of exportsOf(refresh)) expect(text).toContain(words);
});

test('an export names no results as kept where all came again', () => {
  for (const text of exportsOf(PARTLY)) expect(text).not.toContain('Kept');
});

test('a record that was refreshed whole, or is being read again, says nothing of it', () => {
  for (const refresh of [
    { ...PARTLY, state: 'done' },
    { state: 'reading', received: 4 },
  ] as const)
    expect(exportHeader({ ...source, record: { ...record, refresh }, patient: marlowe }).notices).toEqual([]);
});
